/* SPDX-License-Identifier: MIT */
/*
 * What the footer says of keys: the action table's hints for the context, those that a pane puts before them, and the
 * pane's own words for some of them.  Keys are named by the keymap.
 */
#ifndef UI_HINTS_H
#define UI_HINTS_H

#include "ui/action.h"
#include "ui/grid.h"

struct app;

/* Where there is no room for all, those of a lower rank are shown before the others. */
enum hint_rank { HINT_MUST, HINT_FIRST, HINT_OTHER, HINT_RANKS_COUNT };

enum { HINTS_MAX = 24, HINT_KEY_BYTES = 40 };

struct hint {
    char key[HINT_KEY_BYTES];
    const char *word;
    enum hint_rank rank;
};

struct hints {
    const struct app *app;
    struct hint items[HINTS_MAX];
    uint32_t count;
    const char *back;     /* what going back does here; NULL: what it does everywhere */
    enum action reworded; /* the action of the table that has another word here */
    const char *reworded_as;
};

/* For panes: a hint before those of the action table, in the order of the calls; no word: none. */
void hints_first(struct hints *hints, enum action action, const char *word);
/* The same of two keys that belong together: "← → 左右移". */
void hints_pair(struct hints *hints, enum action one, enum action other, const char *word);
/* For panes: another word than the table's for one action; NULL: no hint. */
void hints_reword(struct hints *hints, enum action action, const char *word);

/* All hints for what has the keys now, in their order. */
void hints_collect(const struct app *app, struct hints *hints);

#endif
