/* SPDX-License-Identifier: MIT */
/*
 * What one word finds: units, leaders, tasks by their text, and where nothing is called so, what is near; as rows, in
 * groups with a head each, the best group first.
 */
#ifndef UI_FOUND_H
#define UI_FOUND_H

#include "search/hit.h"
#include "ui/link.h"
#include "ui/scroll.h"

struct app;

enum found_group { FOUND_UNITS, FOUND_LEADERS, FOUND_TASKS, FOUND_NEAR, FOUND_GROUPS_COUNT };
enum found_kind { FOUND_HEAD, FOUND_HIT, FOUND_MORE };

struct found_row {
    enum found_kind kind;
    enum found_group group;
    struct link link;      /* of a hit */
    const struct hit *hit; /* of a unit or leader, borrowed from the search; NULL for a task */
    bool leader;           /* hit is a leader's */
};

struct found {
    struct found_row *rows;
    uint32_t count;
    size_t cap;
    uint32_t totals[FOUND_GROUPS_COUNT];
    bool whole[FOUND_GROUPS_COUNT]; /* all of the group is shown, however long */
    bool *tasks;                    /* by task: its text has the words */
    struct scroll scroll;
    struct buf query;
};

/* Asks anew; the best that can be gone to is selected.  Texts of tasks may be asked for still (asking.h) ... */
void found_ask(struct app *app, struct found *found, struct text query);
/* ... until they are all there. */
void found_answered(struct app *app, struct found *found);
/* The same question to another breakdown; the rows stay as long. */
void found_ask_again(struct app *app, struct found *found);
/* Shows all of a group. */
void found_widen(struct app *app, struct found *found, enum found_group group);
void found_fini(struct found *found);

/* Can the row be selected?  Heads cannot, but that of the tasks: it filters by the words. */
bool found_selects(const struct found_row *row);
const struct found_row *found_selected(const struct found *found);
/* Moves over rows that cannot be selected. */
void found_move(struct found *found, enum action action, int rows);

#endif
