/* SPDX-License-Identifier: MIT */
/*
 * The state behind struct app.  For the files of this folder alone: panes read it to draw themselves and change their
 * own part of it; app.c and the files app_*.c change the rest.
 */
#ifndef UI_STATE_H
#define UI_STATE_H

#include "breakdown/index.h"
#include "search/filter.h"
#include "search/resolve.h"
#include "search/search.h"
#include "ui/action.h"
#include "ui/app.h"
#include "ui/field.h"
#include "ui/glyph.h"
#include "ui/layout.h"
#include "ui/link.h"
#include "ui/tree.h"

enum view { VIEW_LEADERS, VIEW_UNITS, VIEW_STATS, VIEW_HELP, VIEW_PRINT, VIEW_RULER };
enum focus { FOCUS_LEFT, FOCUS_RIGHT };
enum field_use { FIELD_NONE, FIELD_SEARCH, FIELD_FILTER, FIELD_GOTO, FIELD_HELP, FIELD_PATH };

/* The pane with a task's or a unit's text: its lines, and the link among them that is selected. */
struct detail {
    struct link subject;
    struct lines lines;
    int cols;      /* that the lines were made for; 0: not yet */
    bool beside;   /* the same, with the section's tasks in the tree beside it */
    uint32_t line; /* selected, when it is a link's first line */
    uint32_t top;
};

enum unit_sort { SORT_NOTICE, SORT_LEAD, SORT_SUPPORT, SORT_TOTAL, SORT_PINYIN, SORTS_COUNT };

struct unit_list {
    uint32_t *rows;         /* unit indices */
    const struct hit *hits; /* beside rows while there is a query; else NULL */
    uint32_t count;
    struct scroll scroll;
    enum unit_sort sort;
    struct buf query;
};

enum stats_page { STATS_LEADERS, STATS_UNITS, STATS_TABLE, STATS_PAGES_COUNT };

/* Where the user was: to go back to. */
struct spot {
    enum view view;
    enum focus focus;
    struct link subject;
    struct anchor anchor; /* the link selected in the detail or the statistics */
    uint32_t line, top;   /* of the detail */
    char *query;          /* of the unit list; heap */
    enum stats_page stats_page;
    struct link unfolded; /* the section that was opened to go on from here; folded again on the way back */
};

enum { HISTORY_MAX = 100 };
struct history {
    struct spot spots[HISTORY_MAX];
    uint32_t count;
};

enum { PRINT_WHAT, PRINT_HOW, PRINT_WHERE, PRINT_LISTS_COUNT };
enum { PRINT_SUBJECTS_MAX = 6 };
enum print_where { PRINT_PREVIEW, PRINT_FILE, PRINT_PRINTER, PRINT_WHERES_COUNT };

struct print_dialog {
    struct sheet_subject subjects[PRINT_SUBJECTS_MAX];
    uint32_t subjects_count;
    uint32_t chosen[PRINT_WHERE]; /* of what and how; where is gone to, not chosen */
    uint32_t list, at;            /* the cursor: which list, and which row of it */
    struct buf path;
    struct buf taken; /* the path that is there already and was asked about */
    struct buf pages; /* the sheet while it is previewed */
    int cols;         /* its widest line */
    bool preview;
    uint32_t page, pages_count;
    int top;  /* first row of the page shown, where the screen is lower than the paper */
    int left; /* first column, where it is narrower */
};

struct app {
    const struct breakdown *b;
    struct index *index;
    struct search *search, *search_leaders;
    struct filter *filter;
    struct app_options options;

    int rows, cols;
    int ambiguous_cols;
    bool ascii, mouse;

    enum view view;
    enum view under;   /* the main view that help, print and ruler lie over */
    enum view beneath; /* what help and ruler go back to: that, or the print dialog */
    enum focus focus;
    bool detail_first; /* until the first size is known */
    struct tree tree;
    struct detail detail;
    struct unit_list units;

    bool *matches; /* by task; only while there is a filter */
    uint32_t matches_count;
    struct buf filter_text; /* empty: no filter */

    struct lines stats; /* made when first seen */
    int stats_cols;
    struct anchor stats_anchor; /* to be selected when they are made */
    enum stats_page stats_page;
    enum unit_sort stats_sort;
    struct scroll stats_scroll;

    struct buf help_query;
    struct scroll help_scroll;
    uint32_t help_count;

    struct print_dialog print;

    struct field field;
    enum field_use field_use;
    struct spot before_field; /* to come back to when the field is cancelled */
    struct link tree_before;  /* the tree's selection then; the place before need not be in the tree */
    char *filter_before;      /* the filter's text when its field was opened; heap */

    struct history back, forward;

    struct buf notice;
    bool notice_is_error;
    struct buf banner;
    struct buf answer; /* texts of reactions */
    struct buf answer_path;
};

/* Wide enough that no line of a pane is wrapped or cut. */
enum { UNWRAPPED_COLS = 4000 };

/* The columns that text takes of a pane: no more than `most`, for reading; all of them where nothing may be wrapped. */
static inline int measure_cols(int cols, int most)
{
    return cols < most || cols >= UNWRAPPED_COLS / 2 ? cols : most;
}

/* What the tree's or the list's selection says the detail pane shall show. */
struct link app_subject(const struct app *app);
/* Makes the detail's lines for its subject and width, when they are not made yet. */
void detail_make(struct app *app, int cols);
void detail_forget(struct app *app);
/* Scrolls so that the selected link is in sight. */
void detail_show(struct app *app);
/* What every event ends with: lines are made, lists scrolled and counts taken for the screen as it is now. */
void app_settle(struct app *app);
/* The rows that a pane has below the header and above footer and banner. */
struct layout app_layout(const struct app *app);
/* What the tab in the header does that stands in this column; ACTION_NONE where there is none. */
enum action app_tab_at(const struct app *app, int col);
/* The context whose keys work now. */
unsigned app_context(const struct app *app);
/* printf into a temporary text of our own words and clean texts; valid until the next call with the same buf. */
struct text say(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* panes: lines of a task, section, volume, unit, and of the statistics */
void pane_task_lines(const struct app *app, uint32_t task_idx, int cols, struct lines *lines);
void pane_section_lines(const struct app *app, struct link link, int cols, struct lines *lines);
/* A section's tasks stand in the tree beside its pane, which then does without them. */
bool pane_section_beside(const struct app *app, struct link link);
void pane_unit_lines(const struct app *app, uint32_t unit_idx, int cols, struct lines *lines);
void pane_stats_lines(const struct app *app, int cols, struct lines *lines);

/* Makes the lines of the statistics for the width of now, when they are not made yet. */
void stats_make(struct app *app);
/* Has them made anew, with the cursor on the anchor. */
void stats_forget(struct app *app, struct anchor anchor);
/* Puts the cursor of the statistics on a link: where it is, or the next in the direction, or the last before. */
void stats_step(struct app *app, int direction);
/* What the cursor of the statistics is on; nothing before they were drawn. */
struct link stats_selected(const struct app *app);
/* How many rows of heads stay where they are while the statistics scroll. */
int stats_head_rows(const struct app *app);
/* Which of the links the cursor is on, from 1, and how many there are. */
uint32_t stats_place(const struct app *app, uint32_t *count);

/* panes: settling what stands on the screen, in so many rows */
void pane_tree_settle(struct app *app, int rows);
void pane_units_settle(struct app *app, int rows);
void pane_detail_settle(struct app *app, int rows, int cols);
void pane_stats_settle(struct app *app, int rows);
void pane_help_settle(struct app *app, int rows);
void preview_settle(struct app *app, int rows);

/* panes: drawing, which only reads */
void pane_tree_draw(const struct app *app, struct grid *grid, int row, int rows, int col, int cols);
void pane_units_draw(const struct app *app, struct grid *grid, int row, int rows, int col, int cols);
void pane_detail_draw(const struct app *app, struct grid *grid, int row, int rows, int col, int cols);
void pane_stats_draw(const struct app *app, struct grid *grid, int row, int rows);
void pane_help_draw(const struct app *app, struct grid *grid, int row, int rows);
void pane_print_draw(const struct app *app, struct grid *grid, int row, int rows);
void pane_ruler_draw(const struct app *app, struct grid *grid, int row, int rows);
/* Draws lines from `top` on; the link of `selected` (NO_IDX: none) over its whole width in `style`. */
void lines_draw(const struct lines *lines, struct grid *grid, int row, int rows, int col, int cols, uint32_t top,
                uint32_t selected, enum style style);

/* keys in the right pane: app_detail.c */
void detail_act(struct app *app, enum action action);
void detail_scroll(struct app *app, long delta);
void detail_select_first(struct app *app);

/* the list of units */
/* All unit indices in an order; rows has room for every unit. */
void units_order(const struct app *app, enum unit_sort sort, uint32_t *rows);
void units_rebuild(struct app *app);
bool units_select(struct app *app, uint32_t unit_idx);
uint32_t units_selected(const struct app *app);

/* moving about: app_go.c */
void app_go(struct app *app, struct link link, enum focus focus);
void app_remember(struct app *app);
/* Going to a link of the tree will open its section: the place just remembered keeps that. */
void history_unfolds(struct app *app, struct history *history, struct link link);
bool app_back(struct app *app);
bool app_forward(struct app *app);
struct spot spot_here(const struct app *app);
void spot_restore(struct app *app, const struct spot *spot);
void history_fini(struct history *history);
void app_show(struct app *app, enum view view);

/* what is named: app_find.c */
/* Goes to a task by its ID, or by its number in the section at hand.  False when there is none. */
bool app_find_id(struct app *app, struct text id);
/*
 * Goes to what a name surely means, among `kinds` (MEAN_LEADERS …).  False when that is not sure: then a notice says what it
 * may be; `what` (单位) says in it what was looked for.
 */
bool app_find_name(struct app *app, struct text name, unsigned kinds, const char *what);
/* Where a thing is shown. */
struct link app_meaning_link(const struct app *app, struct meaning meaning);

/* fields: app_field.c */
void app_field_open(struct app *app, enum field_use use, struct text text);
struct reaction app_field_handle(struct app *app, const struct event *event);
void app_set_filter(struct app *app, struct text text);
/* The tasks that the filter's text lets through; none are kept back by a blank one. */
void filter_run(struct app *app);

/* dialogs */
void print_open(struct app *app);
/* Makes the pages of the preview from the breakdown of now; the page stays where there are so many. */
void print_preview(struct app *app);
struct reaction print_act(struct app *app, enum action action);
/* What the dialog's Enter does now, in a word. */
const char *print_enter_hint(const struct app *app);
/* What is chosen. */
struct sheet_subject print_subject(const struct app *app);
enum format print_format(const struct app *app);
void preview_open(struct app *app);
void preview_draw(const struct app *app, struct grid *grid, int row, int rows);
struct reaction preview_act(struct app *app, enum action action);
/* True while there is more below, or another page; and where the screen shows less than the whole width. */
bool preview_goes_on(const struct app *app);
bool preview_is_wide(const struct app *app);
struct reaction print_path_done(struct app *app);
struct reaction ruler_key(struct app *app, const struct event *event);

/* copying: app_copy.c */
struct reaction app_copy(struct app *app, enum action action);

/* the mouse: app_mouse.c */
struct reaction app_mouse_handle(struct app *app, const struct event *event);
/* One action of the main views: app_act.c */
struct reaction app_act(struct app *app, enum action action);

#endif
