/* SPDX-License-Identifier: MIT */
/* Typing a filter above the tree: tasks of these words.  Enter keeps it, Esc has the filter and the place before again. */
#ifndef UI_TREE_FILTER_H
#define UI_TREE_FILTER_H

#include "ui/prompt.h"
#include "ui/tree.h"

/* The tree's pane. */
struct tree_pane {
    struct tree tree;
    struct link before;  /* selected when the filter's field was opened; the place before need not be in the tree */
    uint32_t top_before; /* the first row in sight then */
    char *filter_before; /* the filter then; heap */
};

extern const struct prompt tree_filter;

/* A filter that is typed elsewhere leaves the tree as one typed here does: what open and Esc do to it. */
void tree_filter_remember(struct app *app);
void tree_filter_restore(struct app *app);

#endif
