/* SPDX-License-Identifier: MIT */
/*
 * The state behind struct app, for the files of this folder alone.  A pane's own state is the pane's (pane.h); here is
 * what they share.
 */
#ifndef UI_APP_STATE_H
#define UI_APP_STATE_H

#include "ui/filtered.h"
#include "ui/keymap.h"
#include "ui/marks.h"
#include "ui/pane.h"
#include "ui/prompt.h"

struct filter;
struct search;

enum { APP_OVER_MAX = 2 };

struct app {
    const struct breakdown *b;
    struct index *index;
    struct search *search, *search_leaders;
    struct filter *filter;
    struct app_options options;
    struct keymap keymap;

    int rows, cols;
    int ambiguous_cols;
    bool ascii, mouse;
    bool greets;  /* until the first key */
    bool partial; /* b is what has been read so far */
    bool touched; /* the user has done something */
    bool sized;   /* the first size has been told */

    struct pane *panes;              /* one for each row of the table */
    struct pane *main;               /* the main view */
    struct pane *over[APP_OVER_MAX]; /* what lies over it, the last on top */
    uint32_t over_count;

    struct filtered filtered;
    bool counts; /* the main view has not yet counted what it shows: its count() does */
    struct marks marks;
    struct prompting prompting;
    struct history back, forward;
    uint32_t key_before;  /* the first of two keys; K_NONE: none */
    uint32_t key_unbound; /* the last key that did nothing, which was said */
    uint32_t changes;     /* goes up when texts must be made anew: another breakdown, another filter */

    struct progress progress;
    struct buf notice;
    bool notice_is_error;
    struct buf banner;
    struct buf fault_path; /* the banner's place; empty: none */
    uint32_t fault_line_no;
    struct buf answer, about; /* texts of reactions */
};

/* The view on the screen. */
struct pane *app_view(const struct app *app);
/* The nth of a view's panes: itself, then those beside it; NULL behind the last. */
struct pane *app_pane_of(const struct app *app, const struct pane *view, unsigned nth);
/* Which of a view's panes it is; -1: none. */
int app_nth_of(const struct app *app, const struct pane *view, const struct pane *pane);
/* The pane that has the keys, and whether it is this one. */
struct pane *app_pane(const struct app *app);
bool app_has_keys(const struct app *app, const struct pane *pane);
void app_give_keys(struct app *app, const struct pane *pane);
/* What the main view selects. */
struct link app_subject(const struct app *app);
/* The pane to the left of one in the view on the screen; NULL for the first. */
struct pane *app_left_of(const struct app *app, const struct pane *pane);
/* The pane to the right of the one that has the keys, if it can be gone into; else NULL. */
struct pane *app_next_pane(const struct app *app);
/* Whether a view's panes stand side by side at this size. */
bool app_is_wide(const struct app *app, const struct pane *view);
/* Whether another pane than the view's own has the screen for itself, so that Esc is the way out of it. */
bool app_stands_alone(const struct app *app);
/* The context whose keys work now. */
unsigned app_context(const struct app *app);
/* Whether our own signs must be ASCII. */
bool app_is_plain(const struct app *app);
/* A sheet or a list of what has been read so far would lack tasks, and nobody would know: then says so, true. */
bool app_keeps_back(struct app *app);
/* What every event ends with: lines are made, lists scrolled and counts taken for the screen as it is now. */
void app_settle(struct app *app);
/* Does one action, whatever has the keys. */
struct reaction app_act(struct app *app, enum action action);

#endif
