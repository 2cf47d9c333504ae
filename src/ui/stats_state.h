/* SPDX-License-Identifier: MIT */
/* What the pane of the statistics holds: a page's lines, the cursor in them, and how they are made. */
#ifndef UI_STATS_STATE_H
#define UI_STATS_STATE_H

#include "ui/chooser.h"
#include "ui/stats_lines.h"

struct stats {
    struct chooser list;
    int rows;       /* that its lines were made for */
    int waits_cols; /* of lines that say that the others are being counted; 0: they are not */
    enum stats_page page;
    unsigned orders[STATS_PAGES_COUNT];
    uint32_t changes; /* app->changes when they were made */
    struct stats_data data;
    struct anchor before; /* what was selected when the filter's field was opened */
};

/* Has the lines made anew, with the cursor on the anchor. */
void stats_forget(struct stats *stats, struct anchor anchor);
/*
 * Makes the lines, where they are not what is to be shown.  Of a large file only if it takes no longer than patience_ms
 * and nothing comes; else they say that it is being counted, waits_cols is not 0, and it is to be made when nothing else
 * is to be done, with a patience of -1.
 */
void stats_make(const struct app *app, struct stats *stats, int rows, int cols, int patience_ms);
/* Which of the links the cursor is on, from 1, and how many there are. */
uint32_t stats_place(const struct stats *stats, uint32_t *count);

#endif
