/* SPDX-License-Identifier: MIT */
/* Lines of which those with a link can be chosen: a cursor over them, which stays on its link when they are made anew. */
#ifndef UI_CHOOSER_H
#define UI_CHOOSER_H

#include "ui/anchor.h"
#include "ui/scroll.h"

struct chooser {
    struct lines lines;
    int cols; /* that the lines were made for; 0: they must be made */
    struct scroll scroll;
    struct anchor anchor; /* to be selected when they are made */
};

/* What is selected, also while lines must be made. */
struct anchor chooser_anchor(const struct chooser *chooser);
struct link chooser_link(const struct chooser *chooser);
/* Has the lines made anew, with the cursor on the anchor. */
void chooser_forget(struct chooser *chooser, struct anchor anchor);
/* No lines any more; the cursor keeps its row. */
void chooser_clear(struct chooser *chooser, int ambiguous_cols);
/* The lines are there now: the cursor goes to the anchor. */
void chooser_made(struct chooser *chooser, int cols, struct anchor anchor);
/* How many lines stand before the first that can be chosen. */
uint32_t chooser_heads(const struct chooser *chooser);
/* Moves the cursor; heads and sums are no place for it: it goes on to the next link, or back to the last. */
bool chooser_act(struct chooser *chooser, enum action action, int rows);
enum pointed chooser_point(struct chooser *chooser, int row);

#endif
