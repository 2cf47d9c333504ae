/* SPDX-License-Identifier: MIT */
/* Going to what is named: by ID, by a number of the section at hand, by any name that is sure (search/resolve.h). */
#ifndef UI_FIND_H
#define UI_FIND_H

#include "search/resolve.h"
#include "ui/link.h"

struct app;

/* Goes to a task by its ID, or by its number in the section at hand.  False when there is none. */
bool find_id(struct app *app, struct text id);
/*
 * Goes to what a name surely means, among `kinds` (MEAN_LEADERS …).  False when that is not sure: then a notice says what it
 * may be; `what` (单位) says in it what was looked for.
 */
bool find_name(struct app *app, struct text name, unsigned kinds, const char *what);
/* To a leader: their section, or where only tasks name them these tasks, filtered. */
void find_go_leader(struct app *app, uint32_t leader_idx);
/* Would find_name() go there? */
bool find_sure(const struct app *app, struct text name, unsigned kinds);
/* Where a thing is shown. */
struct link find_link(const struct app *app, struct meaning meaning);

#endif
