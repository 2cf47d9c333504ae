/* SPDX-License-Identifier: MIT */
/* The table of panes.  A pane more is a row more, a name here, and its own file. */
#ifndef UI_PANES_H
#define UI_PANES_H

#include "ui/pane.h"

extern const struct pane_ops pane_tree, pane_units, pane_stats, pane_compare, pane_help, pane_task, pane_unit,
    pane_find, pane_print, pane_preview, pane_ruler, pane_review, pane_notice, pane_change;

/* In the order of their tabs. */
extern const struct pane_ops *const panes_table[];
extern const uint32_t panes_table_count;

void panes_init(struct app *app);
void panes_fini(struct app *app);

/* The pane of these operations, which are in the table. */
struct pane *panes_get(const struct app *app, const struct pane_ops *ops);
/* The view that an action shows; NULL when it shows none. */
struct pane *panes_shown_by(const struct app *app, enum action action);

#endif
