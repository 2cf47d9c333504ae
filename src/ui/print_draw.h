/* SPDX-License-Identifier: MIT */
/* The print dialog: what there is to choose, and how it looks. */
#ifndef UI_PRINT_DRAW_H
#define UI_PRINT_DRAW_H

#include "sheet/sheet.h"
#include "ui/area.h"
#include "ui/grid.h"

struct app;

enum { PRINT_WHAT, PRINT_HOW, PRINT_WHERE, PRINT_LISTS_COUNT };
enum { PRINT_SUBJECTS_MAX = 6 };
enum print_where { PRINT_PREVIEW, PRINT_FILE, PRINT_PRINTER, PRINT_WHERES_COUNT };

struct print_dialog {
    struct sheet_subject subjects[PRINT_SUBJECTS_MAX];
    uint32_t subjects_count;
    uint32_t chosen[PRINT_WHERE]; /* of what and how; where is gone to, not chosen */
    uint32_t list, at;            /* the cursor: which list, and which row of it */
    struct buf path;
    struct buf taken; /* the path that is there already and was asked about */
};

/* The nth format that sheets can have; FORMATS_COUNT behind the last. */
enum format print_format_offered(uint32_t nth);

uint32_t print_rows_of(const struct app *app, const struct print_dialog *print, uint32_t list);
/* Whether what the cursor is on is chosen already, so that Enter goes on. */
bool print_is_chosen(const struct print_dialog *print);
/* Where Enter goes on to: what there is nothing to choose about is shown. */
enum print_where print_where(const struct print_dialog *print);
void print_draw(const struct app *app, const struct print_dialog *print, struct grid *grid, struct area area,
                bool asks_path);

#endif
