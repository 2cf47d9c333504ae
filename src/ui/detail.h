/* SPDX-License-Identifier: MIT */
/*
 * What panes have in common that show the text of what is selected to their left: its lines, and a cursor that steps
 * from link to link.  A pane of that kind is a row of operations made of these.
 */
#ifndef UI_DETAIL_H
#define UI_DETAIL_H

#include "ui/anchor.h"
#include "ui/pane.h"
#include "ui/spot.h"

struct detail {
    struct link subject;
    struct lines lines;
    struct area area; /* that the lines were made for */
    uint32_t changes; /* app->changes then */
    bool beside;      /* made with a section's tasks in the tree beside it */
    bool made;
    uint32_t line; /* selected, when it is a link's first line */
    uint32_t top;
    struct link from; /* what the pane to the left is about: where that is the subject of a text, too, it is marked */
    bool to_first;    /* the first link shall be selected, or that of to_link if there is one */
    struct link to_link;
    struct spot to_spot; /* where to be when that subject's lines are made; a subject of no kind: nowhere */
};

void detail_fini(struct pane *pane);
void detail_reload(struct app *app, struct pane *pane, const struct again *again);
void detail_settle(struct app *app, struct pane *pane);
void detail_draw(const struct app *app, const struct pane *pane, struct grid *grid);
/* The link that the cursor is on, while the pane has the keys. */
struct link detail_subject(const struct app *app, const struct pane *pane);
void detail_enter(struct app *app, struct pane *pane, struct link from);
bool detail_act(struct app *app, struct pane *pane, enum action action, struct reaction *reaction);
struct reaction detail_click(struct app *app, struct pane *pane, int row, int col);
void detail_wheel(struct app *app, struct pane *pane, int rows);
void detail_remember(const struct app *app, const struct pane *pane, struct spot *spot);
void detail_restore(struct app *app, struct pane *pane, const struct spot *spot, bool shown);
void detail_hints(const struct app *app, const struct pane *pane, struct hints *hints);

/* A row of the table for a pane of this kind. */
#define DETAIL_OPS(name_, context_)                                                                                    \
    {                                                                                                                  \
        .name = (name_), .context = (context_), .state_bytes = sizeof(struct detail), .fini = detail_fini,             \
        .reload = detail_reload, .settle = detail_settle, .draw = detail_draw, .subject = detail_subject,              \
        .enter = detail_enter, .act = detail_act, .click = detail_click, .wheel = detail_wheel,                        \
        .remember = detail_remember, .restore = detail_restore, .hints = detail_hints                                  \
    }

#endif
