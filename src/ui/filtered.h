/* SPDX-License-Identifier: MIT */
/* Which tasks the user's filter lets through; every pane shows it in its way. */
#ifndef UI_FILTERED_H
#define UI_FILTERED_H

#include "base/buf.h"
#include "text/text.h"

struct app;

struct filtered {
    struct buf text; /* empty: no filter */
    bool *matches;   /* by task; only while there is a filter */
    uint32_t count;  /* of tasks that match */
};

void filtered_fini(struct filtered *filtered);
void filtered_set(struct app *app, struct text text);
/* The same for what is typed: the rest of the answer comes later (asking.h). */
void filtered_ask(struct app *app, struct text text);
/* The tasks that the filter's text lets through; none are kept back by a blank one. */
void filtered_run(struct app *app);
struct text filtered_text(const struct app *app);

#endif
