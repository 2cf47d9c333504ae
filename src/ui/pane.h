/* SPDX-License-Identifier: MIT */
/*
 * THE interface of panes.  A pane is a rectangle of the screen with a state of its own; what it can do stands in one
 * struct of functions, and which panes there are in one table (panes.c).  Nobody asks which pane it is.
 *
 * A view is a pane that is shown for itself, with those beside it that show what it selects.  Main views have a tab in
 * the header and replace each other; the others lie over a main view until they are closed.
 */
#ifndef UI_PANE_H
#define UI_PANE_H

#include "ui/action.h"
#include "ui/app.h"
#include "ui/area.h"
#include "ui/link.h"
#include "ui/scroll.h"

struct again;
struct hints;
struct pane;
struct spot;
struct prompt;

enum { PANE_BESIDE_MAX = 2 };

/* What is NULL or 0 a pane has not got. */
struct pane_ops {
    const char *name;                               /* in English, for developers */
    const char *title;                              /* its tab in the header, for gettext */
    uint32_t tab_volumes;                           /* which it has from so many files open together on */
    enum action shown_by;                           /* the action that shows it as a view */
    bool lies_over;                                 /* a view that lies over a main one */
    unsigned context;                               /* one bit: whose keys work in it */
    size_t state_bytes;                             /* of pane->state, zeroed before init() */
    const struct pane_ops *beside[PANE_BESIDE_MAX]; /* of a view: what follows its selection, from left to right */
    int first_cols;  /* of a view that has others beside it: its own columns then; 0: as the screen allows */
    int beside_cols; /* they stand side by side from so many columns of the screen on; else one at a time */
    const struct prompt *search; /* what is typed into when a Han character or a paste comes, or ACTION_SEARCH */

    void (*init)(struct app *app, struct pane *pane);
    void (*fini)(struct pane *pane);
    /* Another breakdown: app has the new one, and the links of the old one are found again. */
    void (*reload)(struct app *app, struct pane *pane, const struct again *again);

    /* It is about to be shown as a view; what is shown now can still be asked. */
    void (*open)(struct app *app, struct pane *pane);
    /* Makes lines, scrolls and counts for pane->area, at the end of every event that finds it on the screen. */
    void (*settle)(struct app *app, struct pane *pane);
    /* Of a main view: what settle() left for app->counts, as long as nothing more urgent comes (base/hurry.h). */
    void (*count)(struct app *app, struct pane *pane);
    /* Draws pane->area. */
    void (*draw)(const struct app *app, const struct pane *pane, struct grid *grid);

    /* What is selected in it. */
    struct link (*subject)(const struct app *app, const struct pane *pane);
    /* Selects a thing; false when it is no thing that stands in this pane. */
    bool (*go)(struct app *app, struct pane *pane, struct link link);
    /* It was gone into from a thing: that is selected, or else the first that can be. */
    void (*enter)(struct app *app, struct pane *pane, struct link from);
    /* Does an action, and says in *reaction what else must happen than drawing; false when it is none of the pane's. */
    bool (*act)(struct app *app, struct pane *pane, enum action action, struct reaction *reaction);
    /* A click on a row and column of the pane: selects what stands there. */
    enum pointed (*point)(struct app *app, struct pane *pane, int row, int col);
    /* Moves by rows of the mouse's wheel; without it, as the keys up and down do. */
    void (*wheel)(struct app *app, struct pane *pane, int rows);

    /* Its place, to come back to; the spot is zeroed. Restoring a pane that was not on the screen only undoes a search. */
    void (*remember)(const struct app *app, const struct pane *pane, struct spot *spot);
    void (*restore)(struct app *app, struct pane *pane, const struct spot *spot, bool shown);

    /* Of a view: where we are, for the footer. */
    void (*trail)(const struct app *app, const struct pane *pane, struct buf *out);
    /* What its keys do here and now, where the action table does not say it. */
    void (*hints)(const struct app *app, const struct pane *pane, struct hints *hints);
    /* Its text for the bare screen; without it, the text of what is selected. */
    void (*copy)(const struct app *app, const struct pane *pane, struct buf *out);
};

struct pane {
    const struct pane_ops *ops;
    void *state;
    struct area area; /* settled; without rows while it is not on the screen */
    unsigned focus;   /* of a view: which of its panes has the keys, 0 its own */
};

/* What is selected in a pane; nothing in one that does not select. */
static inline struct link pane_subject(const struct app *app, const struct pane *pane)
{
    return pane->ops->subject ? pane->ops->subject(app, pane) : (struct link){ 0 };
}

static inline void pane_wheel(struct app *app, struct pane *pane, int rows)
{
    struct reaction reaction;
    if (pane->ops->wheel) {
        pane->ops->wheel(app, pane, rows);
        return;
    }
    for (int i = 0; pane->ops->act && (i < rows || i < -rows); i++)
        pane->ops->act(app, pane, rows < 0 ? ACTION_UP : ACTION_DOWN, &reaction);
}

#endif
