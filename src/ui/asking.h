/* SPDX-License-Identifier: MIT */
/*
 * What is typed into a prompt asks which tasks have the words.  Of a large file the answer comes in pieces: the first
 * with the key, the others when nothing else is to be done (app_work()), and another letter cuts it short.  Nothing but
 * letters ever meets half an answer.
 */
#ifndef UI_ASKING_H
#define UI_ASKING_H

#include "text/text.h"

struct app;

struct asking {
    bool *matches; /* borrowed; NULL: nothing is being asked */
    uint32_t *count;
};

/* Asks: matches, one for each task and all false, and their count become more until the prompt is told: answered(). */
void asking_begin(struct app *app, struct text query, bool *matches, uint32_t *count);
/* A piece more. */
void asking_go_on(struct app *app);
/* All of it: something comes that acts on it. */
void asking_finish(struct app *app);
/* The answer is no longer wanted. */
void asking_drop(struct app *app);

#endif
