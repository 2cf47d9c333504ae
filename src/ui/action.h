/* SPDX-License-Identifier: MIT */
/*
 * What can be done, and by which keys unless others are wanted: THE table.  Keymap, help screen, footer, --list-keys and
 * the manual page are made from it; a test fails on a key that is bound twice in contexts which overlap.
 */
#ifndef UI_ACTION_H
#define UI_ACTION_H

#include <stdint.h>

#include "base/buf.h"
#include "ui/event.h"

enum action {
    ACTION_NONE,
    ACTION_UP,
    ACTION_DOWN,
    ACTION_LEFT,
    ACTION_RIGHT,
    ACTION_PAGE_UP,
    ACTION_PAGE_DOWN,
    ACTION_HALF_UP,
    ACTION_HALF_DOWN,
    ACTION_HOME,
    ACTION_END,
    ACTION_ENTER,
    ACTION_SPACE,
    ACTION_NEXT_PANE,
    ACTION_PREV_PANE,
    ACTION_DETAIL_DOWN,
    ACTION_DETAIL_UP,
    ACTION_SEARCH,
    ACTION_FILTER,
    ACTION_GOTO,
    ACTION_NEXT_MATCH,
    ACTION_PREV_MATCH,
    ACTION_FOLD_ALL,
    ACTION_UNFOLD_ALL,
    ACTION_SORT,
    ACTION_PRINT,
    ACTION_MARK,
    ACTION_MARK_ALL,
    ACTION_UNMARK_ALL,
    ACTION_COPY,
    ACTION_COPY_SHEET,
    ACTION_PLAIN,
    ACTION_BACK,
    ACTION_HISTORY_BACK,
    ACTION_FORWARD,
    ACTION_LEADERS,
    ACTION_UNITS,
    ACTION_STATS,
    ACTION_COMPARE,
    ACTION_HELP,
    ACTION_AMBIGUOUS,
    ACTION_ONE_COLUMN,
    ACTION_TWO_COLUMNS,
    ACTION_MOUSE,
    ACTION_EDIT,
    ACTION_RELOAD,
    ACTION_REDRAW,
    ACTION_SUSPEND,
    ACTION_QUIT,
    /* in a text field */
    ACTION_FIELD_DONE,
    ACTION_FIELD_CANCEL,
    ACTION_FIELD_LEFT,
    ACTION_FIELD_RIGHT,
    ACTION_FIELD_HOME,
    ACTION_FIELD_END,
    ACTION_FIELD_BACKSPACE,
    ACTION_FIELD_DELETE,
    ACTION_FIELD_KILL_WORD,
    ACTION_FIELD_KILL_LINE,
    ACTIONS_COUNT
};

/* Where a key works; a row of the table names one or more.  In the order of action_contexts(). */
enum {
    CONTEXT_TREE = 1,      /* the leader tree */
    CONTEXT_TASK = 2,      /* the pane beside it */
    CONTEXT_UNITS = 4,     /* the list of units */
    CONTEXT_PAGE = 8,      /* a unit's page */
    CONTEXT_STATS = 16,    /* statistics */
    CONTEXT_HELP = 32,     /* the help screen */
    CONTEXT_PRINT = 64,    /* the print dialog and its preview */
    CONTEXT_RULER = 128,   /* the ruler for ambiguous widths */
    CONTEXT_COMPARE = 256, /* two years compared */
    CONTEXT_FIELD = 512,   /* a text field has the keys */
};

enum { ACTION_KEYS_MAX = 6 };

/* What it is for: the heads of the help screen, in their order. */
enum action_group { GROUP_FIND, GROUP_LOOK, GROUP_PRINT, GROUP_GO, GROUP_TYPE, GROUPS_COUNT };

struct action_row {
    enum action action;
    enum action_group group;
    const char *name;                  /* for settings and --list-keys */
    const char *help;                  /* what it does, for gettext */
    const char *hint;                  /* the word in the footer, for gettext; NULL: not there */
    const char *keys[ACTION_KEYS_MAX]; /* names as of keymap_bind() */
    unsigned contexts;
};

extern const struct action_row action_table[];
extern const uint32_t action_table_count;
const struct action_row *action_row(enum action action);

/* The name of a group for the help screen, for gettext. */
const char *group_name(enum action_group group);
/* Appends where an action's keys work, in the user's words. */
void action_contexts(const struct action_row *row, const char *separator, struct buf *out);

#endif
