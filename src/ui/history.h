/* SPDX-License-Identifier: MIT */
/* Where the user has been: back and forward, with selection and place in the text as they were. */
#ifndef UI_HISTORY_H
#define UI_HISTORY_H

#include "ui/spot.h"

struct again;
struct app;
struct pane;

/* A main view, and the place of every pane. */
struct stop {
    struct pane *view;
    unsigned focus;
    struct spot *spots;   /* one a pane; heap */
    struct link unfolded; /* the section that was opened to go on from here; folded again on the way back */
};

enum { HISTORY_MAX = 100 };
struct history {
    struct stop stops[HISTORY_MAX];
    uint32_t count;
};

void history_fini(struct history *history);

struct stop history_here(const struct app *app);
void history_restore(struct app *app, const struct stop *stop);
void history_drop(struct stop *stop);
/* Another breakdown: its links are found again. */
void history_again(struct stop *stop, const struct again *again);

/* The place of now becomes the one to go back to. */
void history_remember(struct app *app);
/* Going to a link of the tree will open its section: the place just remembered keeps that. */
void history_unfolds(struct app *app, struct history *history, struct link link);
/* A step along the way; false when there is none. */
bool history_back(struct app *app);
bool history_forward(struct app *app);

#endif
