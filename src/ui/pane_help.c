/* SPDX-License-Identifier: MIT */
/* All keys, from the action table; lines that hold the query only, when there is one. */
#include "base/i18n.h"
#include "text/fold.h"
#include "text/width.h"
#include "text/wrap.h"
#include "ui/state.h"

#include <string.h>

enum { KEYS_COLS = 16, CONTEXTS_COLS = 26, CONTEXTS_MIN_COLS = 90, ONE_LINE_COLS = 70, HELP_COLS = 100 };

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

static void help_lines(const struct app *app, int cols, struct lines *lines)
{
    struct text query = text_composed(buf_view(&app->help_query));
    struct buf keys = { 0 }, contexts = { 0 };
    bool plain = app->ascii || app->ambiguous_cols == 2, wide = cols >= CONTEXTS_MIN_COLS;
    for (uint32_t i = 0; i < action_table_count; i++) {
        const struct action_row *row = &action_table[i];
        buf_clear(&keys);
        action_keys(row, plain, &keys);
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

enum { QUERY_ROWS = 2 };

void pane_help_settle(struct app *app, int rows)
{
    struct lines lines;
    lines_init(&lines, app->ambiguous_cols);
    help_lines(app, measure_cols(app->cols, HELP_COLS), &lines);
    app->help_count = (uint32_t)lines.count;
    rows -= QUERY_ROWS;
    uint32_t last = app->help_count > (uint32_t)(rows > 0 ? rows : 0) ? app->help_count - (uint32_t)rows : 0;
    if (app->help_scroll.cursor > last)
        app->help_scroll.cursor = last;
    app->help_scroll.top = app->help_scroll.cursor;
    lines_fini(&lines);
}

void pane_help_draw(const struct app *app, struct grid *grid, int row, int rows)
{
    struct lines lines;
    int cols = grid->cols;
    struct text label = text_of(_("按键（/ 查找）: "));
    int at = 1 + grid_text(grid, row, 1, cols - 1, label, STYLE_TITLE);
    if (app->field_use == FIELD_HELP)
        field_draw(&app->field, grid, row, at, cols - at - 1);
    else
        grid_clip(grid, row, at, cols - at - 1, text_composed(buf_view(&app->help_query)), STYLE_MATCH);
    row += QUERY_ROWS;
    rows -= QUERY_ROWS;
    lines_init(&lines, app->ambiguous_cols);
    help_lines(app, measure_cols(cols, HELP_COLS), &lines);
    lines_draw(&lines, grid, row, rows, 0, cols, app->help_scroll.top, NO_IDX, STYLE_NORMAL);
    scroll_thumb(grid, row, rows, cols - 1, app->help_scroll.top, app->help_count, glyph_text(grid, GLYPH_THUMB));
    lines_fini(&lines);
}
