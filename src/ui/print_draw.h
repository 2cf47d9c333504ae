/* SPDX-License-Identifier: MIT */
/* The print dialog: what there is to choose, and how it looks. */
#ifndef UI_PRINT_DRAW_H
#define UI_PRINT_DRAW_H

#include "ui/app.h"
#include "ui/area.h"
#include "ui/grid.h"
#include "ui/picked.h"

enum { PRINT_WHAT, PRINT_LAYOUT, PRINT_HOW, PRINT_WHERE, PRINT_LISTS_COUNT };
enum { PRINT_LAYOUTS_COUNT = 2 };
enum { PRINT_SUBJECTS_MAX = 12 };
enum print_where { PRINT_PREVIEW, PRINT_FILE, PRINT_PRINTER, PRINT_WHERES_COUNT };

struct print_dialog {
    struct sheet_subject subjects[PRINT_SUBJECTS_MAX];
    uint32_t subjects_count;
    uint32_t chosen[PRINT_WHERE]; /* where is gone to, not chosen */
    uint32_t where;               /* the row of it that was gone to last */
    uint32_t list, at;            /* the cursor: which list, and which row of it */
    struct arena arena;           /* the printers' names */
    struct app_queue *queues;     /* NULL: not asked for yet */
    uint32_t queues_count;
    struct picked picked; /* of the last job */
    struct buf path;
    struct buf taken; /* the path that is there already and was asked about */
};

/* The nth format that is offered, those for paper first; FORMATS_COUNT behind the last. */
enum format print_format_offered(const struct app *app, uint32_t nth);
/* Whether it can be had: those for paper take fengong-paper. */
bool print_format_there(const struct app *app, enum format format);

uint32_t print_rows_of(const struct app *app, const struct print_dialog *print, uint32_t list);
/* Whether what the cursor is on is chosen already, so that Enter goes on. */
bool print_is_chosen(const struct print_dialog *print);
/* Whether one sheet for each unit is chosen: the row behind the subjects. */
bool print_each_unit(const struct print_dialog *print);
/* The printer that the cursor is on; NULL on another row, and while they are not known. */
const struct app_queue *print_queue(const struct print_dialog *print);
/* Where Enter goes on to: what there is nothing to choose about is shown. */
enum print_where print_where(const struct print_dialog *print);
void print_draw(const struct app *app, const struct print_dialog *print, struct grid *grid, struct area area,
                bool asks_path);

#endif
