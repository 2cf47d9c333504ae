/* SPDX-License-Identifier: MIT */
#include "ui/pane_help.h"

#include <string.h>

#include "base/i18n.h"
#include "text/fold.h"
#include "text/wrap.h"
#include "ui/app_state.h"
#include "ui/blit.h"
#include "ui/hints.h"
#include "ui/measure.h"
#include "ui/panes.h"
#include "ui/say.h"
#include "ui/scroll.h"

enum {
    QUERY_ROWS = 2,
    KEYS_COLS = 16,
    CONTEXTS_COLS = 26,
    CONTEXTS_MIN_COLS = 90,
    ONE_LINE_COLS = 70,
    HELP_COLS = 100
};

struct help {
    struct buf query;
    struct lines lines;
    int cols; /* that the lines were made for; 0: they must be made */
    uint32_t top;
};

static void contexts_text(const struct action_row *row, struct buf *out)
{
    unsigned main = CONTEXT_TREE | CONTEXT_TASK | CONTEXT_UNITS | CONTEXT_PAGE | CONTEXT_STATS;
    if ((row->contexts & main) == main) {
        buf_string(out, row->contexts & CONTEXT_FIELD ? _("处处") : _("各屏"));
        return;
    }
    bool first = true;
    for (unsigned context = 1; context <= CONTEXT_FIELD; context *= 2)
        if (row->contexts & context) {
            buf_printf(out, "%s%s", first ? "" : " ", _(context_name(context)));
            first = false;
        }
}

static bool is_wanted(const struct action_row *row, struct text keys, struct text query)
{
    if (text_empty(query))
        return true;
    struct buf hay = { 0 }, needle = { 0 };
    buf_text(&hay, keys);
    buf_printf(&hay, " %s %s", row->name, _(row->help));
    struct buf folded = { 0 };
    fold_to(&folded, text_composed(buf_view(&hay)));
    fold_to(&needle, query);
    bool found = needle.bytes == 0 || memmem(folded.at, folded.bytes, needle.at, needle.bytes) != NULL;
    buf_fini(&hay);
    buf_fini(&needle);
    buf_fini(&folded);
    return found;
}

/* What a key does, in as many lines as it takes; where it does it at the end of the first. */
static void help_words(struct text help, int room, struct text contexts, int cols, struct lines *lines)
{
    struct wrap wrap;
    struct text words;
    bool first = true;
    wrap_init(&wrap, help, room, lines->ambiguous_cols);
    while (wrap_next(&wrap, &words)) {
        if (!first) {
            lines_start(lines, (struct link){ 0 });
            lines_tab(lines, KEYS_COLS + 2);
        }
        lines_run(lines, words, STYLE_NORMAL);
        if (first && !text_empty(contexts)) {
            lines_tab(lines, cols - CONTEXTS_COLS - 1);
            lines_run_clipped(lines, contexts, CONTEXTS_COLS, STYLE_DIM, NULL, 0);
        }
        first = false;
    }
    wrap_fini(&wrap);
}

static void help_lines(const struct app *app, struct text query, int cols, struct lines *lines)
{
    struct buf keys = { 0 }, contexts = { 0 };
    bool wide = cols >= CONTEXTS_MIN_COLS;
    for (uint32_t i = 0; i < action_table_count; i++) {
        const struct action_row *row = &action_table[i];
        buf_clear(&keys);
        keymap_put(&app->keymap, row->action, ACTION_KEYS_MAX, app_is_plain(app), &keys);
        if (!is_wanted(row, text_composed(buf_view(&keys)), query))
            continue;
        lines_start(lines, (struct link){ 0 });
        lines_tab(lines, 1);
        if (cols < ONE_LINE_COLS) {
            lines_run_clipped(lines, text_composed(buf_view(&keys)), cols - 2, STYLE_KEY, NULL, 0);
            lines_paragraph(lines, &(struct paragraph){ .text = text_of(_(row->help)),
                                                        .style = STYLE_NORMAL,
                                                        .cols = cols - 1,
                                                        .first_indent = 4,
                                                        .indent = 4 });
            continue;
        }
        lines_run_clipped(lines, text_composed(buf_view(&keys)), KEYS_COLS, STYLE_KEY, NULL, 0);
        lines_tab(lines, KEYS_COLS + 2);
        int room = cols - KEYS_COLS - 4 - (wide ? CONTEXTS_COLS + 1 : 0);
        buf_clear(&contexts);
        if (wide)
            contexts_text(row, &contexts);
        help_words(text_of(_(row->help)), room, text_composed(buf_view(&contexts)), cols, lines);
    }
    if (lines->count == 0) {
        lines_start(lines, (struct link){ 0 });
        lines_run(lines, text_of(_(" 没有这样的按键")), STYLE_DIM);
    }
    buf_fini(&keys);
    buf_fini(&contexts);
}

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

static void settle(struct app *app, struct pane *pane)
{
    struct help *help = pane->state;
    if (help->cols != pane->area.cols || help->lines.ambiguous_cols != app->ambiguous_cols) {
        lines_fini(&help->lines);
        lines_init(&help->lines, app->ambiguous_cols);
        help_lines(app, query_of(help), measure_cols(pane->area.cols, HELP_COLS), &help->lines);
        help->cols = pane->area.cols;
    }
    uint32_t count = (uint32_t)help->lines.count, rows = (uint32_t)area_below(pane->area, QUERY_ROWS).rows;
    uint32_t last = count > rows ? count - rows : 0;
    help->top = help->top > last ? last : help->top;
}

static const struct prompt help_prompt;

static void draw(const struct app *app, const struct pane *pane, struct grid *grid)
{
    const struct help *help = pane->state;
    struct area area = pane->area, body = area_below(area, QUERY_ROWS);
    struct buf buf = { 0 };
    int at = area.col + 1;
    at += grid_text(grid, area.row, at, area.cols - 1, say(&buf, _("按键（%s 查找）: "), app_key(app, ACTION_SEARCH)),
                    STYLE_TITLE);
    if (prompt_is(app, &help_prompt))
        field_draw(&app->prompting.field, grid, area.row, at, area.cols - at - 1);
    else
        grid_clip(grid, area.row, at, area.cols - at - 1, query_of(help), STYLE_MATCH);
    blit_lines(&help->lines, grid, body, help->top, NO_IDX, STYLE_NORMAL);
    scroll_thumb(grid, body, area.col + area.cols - 1, help->top, (uint32_t)help->lines.count);
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

static void wheel(struct app *app, struct pane *pane, int rows)
{
    struct help *help = pane->state;
    struct scroll scroll = { .cursor = help->top };
    (void)app;
    scroll_move(&scroll, rows, (uint32_t)help->lines.count);
    help->top = scroll.cursor;
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
    .wheel = wheel,
    .trail = trail,
    .hints = hints,
};
