/* SPDX-License-Identifier: MIT */
/*
 * A ruler for the eye: does this terminal draw “ ” — … one or two columns wide?  Each row believes one answer; the row
 * whose bars stand under each other is the right one.
 */
#include "base/i18n.h"
#include "text/utf8.h"
#include "ui/state.h"

enum { SAMPLES = 4, MARGIN = 4, MEASURE_COLS = 80 };

static void say_lines(struct lines *lines, struct text text, enum style style, int cols)
{
    lines_paragraph(lines, &(struct paragraph){ .text = text,
                                                .style = style,
                                                .cols = measure_cols(cols, MEASURE_COLS),
                                                .first_indent = MARGIN,
                                                .indent = MARGIN });
}

void pane_ruler_draw(const struct app *app, struct grid *grid, int row, int rows)
{
    int cols = grid->cols - MARGIN, bar = MARGIN + 2 * SAMPLES * app->ambiguous_cols;
    struct lines lines;
    lines_init(&lines, app->ambiguous_cols);
    say_lines(&lines, text_of(_("中文引号 “ ” 破折号 — 省略号 … 在这个终端占几列？")), STYLE_TITLE, cols);
    say_lines(&lines, text_of(_("看下面两行右端的竖线：上下对齐，现在的设定就对；不齐，按 1 或 2 换一种。")),
              STYLE_NORMAL, cols);
    lines_blank(&lines);
    for (int i = 0; i < 2; i++) {
        lines_start(&lines, (struct link){ 0 });
        lines_tab(&lines, MARGIN);
        lines_run(&lines, text_of(i == 0 ? "“”—…“”—…" : ""), STYLE_LEAD);
        lines_tab(&lines, bar);
        lines_run(&lines, text_of("|"), STYLE_LEAD);
    }
    lines_blank(&lines);
    say_lines(&lines, text_of(app->ambiguous_cols == 2 ? _("现在按两列排版") : _("现在按一列排版")), STYLE_NORMAL,
              cols);
    say_lines(&lines, text_of(_("1 占一列    2 占两列    Esc 退回")), STYLE_KEY, cols);
    /* Lowest screens have no row to spare above. */
    int above = (int)lines.count < rows;
    lines_draw(&lines, grid, row + above, rows - above, 0, grid->cols, 0, NO_IDX, STYLE_NORMAL);
    lines_fini(&lines);
}

struct reaction ruler_key(struct app *app, const struct event *event)
{
    struct reaction reaction = { .what = REACT_DRAW };
    uint32_t key = utf8_ime_ascii(event->key);
    if (key == '1' || key == '2' || key == 'w') {
        int wanted = key == 'w' ? 3 - app->ambiguous_cols : (int)(key - '0');
        if (wanted != app->ambiguous_cols) {
            app->ambiguous_cols = wanted;
            reaction.what |= REACT_REPAINT;
        }
    }
    return reaction;
}
