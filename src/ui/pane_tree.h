/* SPDX-License-Identifier: MIT */
/* The leader tree, with the filter above it while there is one. */
#ifndef UI_PANE_TREE_H
#define UI_PANE_TREE_H

#include "ui/pane.h"

/* The filter has changed: rows anew. */
void pane_tree_rebuild(struct app *app);
/* The next task that the filter let through, or the one before; says when it begins anew. */
void pane_tree_next_match(struct app *app, int direction);
/* Selects the first task that the filter lets through. */
void pane_tree_first_match(struct app *app);
/* Selects a section, unfolded. */
void pane_tree_open(struct app *app, uint32_t section_idx);
void pane_tree_fold(struct app *app, struct link link);
bool pane_tree_is_folded(const struct app *app, struct link link);
/* A section's tasks stand in the tree beside its pane, which then does without them. */
bool pane_tree_stands_beside(const struct app *app, struct link link);

#endif
