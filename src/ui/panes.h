/* SPDX-License-Identifier: MIT */
/* The table of panes.  A pane more is a row more, and its own files. */
#ifndef UI_PANES_H
#define UI_PANES_H

#include "ui/pane.h"

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
