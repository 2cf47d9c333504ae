/* SPDX-License-Identifier: MIT */
/* All keys, from the action table and the keymap; those that are looked for only, when something is. */
#include "base/i18n.h"
#include "ui/app_state.h"
#include "ui/blit.h"
#include "ui/help_lines.h"
#include "ui/hints.h"
#include "ui/measure.h"
#include "ui/panes.h"
#include "ui/say.h"
#include "ui/scroll.h"

enum { QUERY_ROWS = 2, HELP_COLS = 100, TWO_MIN_COLS = 120, BETWEEN_COLS = 2 };

struct help {
    struct buf query;
    struct lines lines;
    int cols; /* that the lines were made for; 0: they must be made */
    uint32_t top;
};

static struct text query_of(const struct help *help)
{
    return text_composed(buf_view(&help->query));
}

static void fini(struct pane *pane)
{
    struct help *help = pane->state;
    buf_fini(&help->query);
    lines_fini(&help->lines);
}

/* On a wide screen the lines go on in a second column, as in a newspaper. */
static int columns_count(struct area area)
{
    return area.cols >= TWO_MIN_COLS ? 2 : 1;
}

static struct area column_of(struct area area, int nth)
{
    int cols = columns_count(area) == 2 ? (area.cols - BETWEEN_COLS) / 2 : area.cols;
    struct area body = area_below(area, QUERY_ROWS);
    body.col += nth * (cols + BETWEEN_COLS);
    body.cols = nth ? area.cols - cols - BETWEEN_COLS : cols;
    return body;
}

/* How many lines stand in a column that begins with line `from`: no head stands alone at the foot of the first of two. */
static uint32_t column_lines(const struct help *help, struct area area, int nth, uint32_t from)
{
    uint32_t rows = (uint32_t)area_below(area, QUERY_ROWS).rows, foot = from + rows;
    bool is_head = nth + 1 < columns_count(area) && rows > 2 && foot < help->lines.count &&
                   help->lines.lines[foot - 2].runs_count == 0;
    return rows - is_head;
}

/* How many lines stand in all columns together. */
static uint32_t lines_in(const struct help *help, struct area area, uint32_t top)
{
    uint32_t shown = 0;
    for (int i = 0; i < columns_count(area); i++)
        shown += column_lines(help, area, i, top + shown);
    return shown;
}

static void settle(struct app *app, struct pane *pane)
{
    struct help *help = pane->state;
    if (help->cols != pane->area.cols || help->lines.ambiguous_cols != app->ambiguous_cols) {
        lines_fini(&help->lines);
        lines_init(&help->lines, app->ambiguous_cols);
        help_lines(app, query_of(help), measure_cols(column_of(pane->area, 0).cols, HELP_COLS), &help->lines);
        help->cols = pane->area.cols;
    }
    uint32_t last = 0;
    while (last + lines_in(help, pane->area, last) < help->lines.count)
        last++;
    help->top = help->top > last ? last : help->top;
}

static const struct prompt help_prompt;

static void draw(const struct app *app, const struct pane *pane, struct grid *grid)
{
    const struct help *help = pane->state;
    struct area area = pane->area;
    struct buf buf = { 0 };
    int at = area.col + 1;
    at += grid_text(grid, area.row, at, area.cols - 1, say(&buf, _("按键（%s 查找）: "), app_key(app, ACTION_SEARCH)),
                    STYLE_TITLE);
    if (prompt_is(app, &help_prompt))
        field_draw(&app->prompting.field, grid, area.row, at, area.cols - at - 1);
    else
        grid_clip(grid, area.row, at, area.cols - at - 1, query_of(help), STYLE_MATCH);
    uint32_t columns = (uint32_t)columns_count(area), count = (uint32_t)help->lines.count, from = help->top;
    for (int i = 0; i < (int)columns; i++) {
        struct area column = column_of(area, i);
        column.rows = (int)column_lines(help, area, i, from);
        blit_lines(&help->lines, grid, column, from, NO_IDX, STYLE_NORMAL);
        from += (uint32_t)column.rows;
    }
    scroll_thumb(grid, area_below(area, QUERY_ROWS), area.col + area.cols - 1, (help->top + columns - 1) / columns,
                 (count + columns - 1) / columns);
    buf_fini(&buf);
}

static bool act(struct app *app, struct pane *pane, enum action action, struct reaction *reaction)
{
    struct help *help = pane->state;
    struct scroll scroll = { .cursor = help->top };
    (void)app;
    (void)reaction;
    bool moves = scroll_act(&scroll, action, (uint32_t)help->lines.count, area_below(pane->area, QUERY_ROWS).rows);
    help->top = scroll.cursor;
    return moves;
}

static void trail(const struct app *app, const struct pane *pane, struct buf *out)
{
    (void)app;
    (void)pane;
    buf_string(out, _("帮助"));
}

static void hints(const struct app *app, const struct pane *pane, struct hints *hints)
{
    (void)app;
    (void)pane;
    hints_reword(hints, ACTION_SEARCH, _("找键"));
}

static void set_query(struct app *app, struct text query)
{
    struct help *help = panes_get(app, &pane_help)->state;
    buf_clear(&help->query);
    buf_text(&help->query, query);
    help->cols = 0;
    help->top = 0;
}

static void cancel(struct app *app)
{
    set_query(app, TEXT(""));
}

static void move(struct app *app, enum action action)
{
    struct pane *pane = panes_get(app, &pane_help);
    struct reaction reaction;
    act(app, pane, action, &reaction);
}

static const struct prompt help_prompt = { .changed = set_query, .cancel = cancel, .move = move };

const struct pane_ops pane_help = {
    .name = "help",
    .title = N_("帮助"),
    .shown_by = ACTION_HELP,
    .lies_over = true,
    .context = CONTEXT_HELP,
    .state_bytes = sizeof(struct help),
    .search = &help_prompt,
    .fini = fini,
    .settle = settle,
    .draw = draw,
    .act = act,
    .trail = trail,
    .hints = hints,
};
