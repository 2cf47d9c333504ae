/* SPDX-License-Identifier: MIT */
/*
 * The leader tree as a flat array of visible rows, rebuilt when folding, filter or file change.  Across a reload
 * selection and folding are found again (ui/again.h).
 */
#ifndef UI_TREE_H
#define UI_TREE_H

#include "breakdown/breakdown.h"
#include "ui/link.h"
#include "ui/scroll.h"

struct tree_row {
    struct link link; /* LINK_VOLUME, LINK_SECTION, LINK_TASK */
    int depth;
};

struct tree {
    struct tree_row *rows;
    size_t rows_cap;
    uint32_t count;
    bool *folded_sections; /* by section */
    bool *folded_volumes;  /* by volume */
    struct scroll scroll;
};

/* Everything folded but the first section (and all volumes). */
void tree_init(struct tree *tree, const struct breakdown *b);
void tree_fini(struct tree *tree);

/*
 * Rebuilds the rows; matches is NULL, or says for each task whether the filter lets it through: then folding is
 * ignored.  Keeps the selected thing selected, or what is nearest above it.
 */
void tree_rebuild(struct tree *tree, const struct breakdown *b, const bool *matches);
/* Selects a thing; where it is hidden, what is nearest above it, or for a task the first one below that heading. */
void tree_near(struct tree *tree, const struct breakdown *b, struct link link);
struct link tree_selected(const struct tree *tree);
/* Selects a thing, unfolding what it stands in.  False when the filter hides it. */
bool tree_select(struct tree *tree, const struct breakdown *b, const bool *matches, struct link link);
bool tree_is_folded(const struct tree *tree, struct link link);
void tree_fold(struct tree *tree, struct link link, bool fold);
void tree_fold_all(struct tree *tree, const struct breakdown *b, bool fold);

#endif
