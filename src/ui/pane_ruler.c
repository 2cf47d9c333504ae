/* SPDX-License-Identifier: MIT */
/*
 * A ruler for the eye: does this terminal draw “ ” — … one or two columns wide?  Each row believes one answer; the row
 * whose bars stand under each other is the right one.
 */
#include "base/i18n.h"
#include "text/utf8.h"
#include "ui/state.h"

enum { SAMPLES = 4, RULER_AT = 4 };

void pane_ruler_draw(struct app *app, struct grid *grid, int row, int rows)
{
    int cols = grid->cols - 2 * RULER_AT;
    struct text now = text_of(app->ambiguous_cols == 2 ? _("现在按两列排版") : _("现在按一列排版"));
    const struct {
        struct text text;
        enum style style;
    } said[] = {
        { text_of(_("中文引号 “ ” 破折号 — 省略号 … 在这个终端占几列？")), STYLE_TITLE },
        { text_of(_("看下面两行右端的竖线：上下对齐，现在的设定就对；不齐，按 1 或 2 换一种。")), STYLE_NORMAL },
        { text_of(""), STYLE_NORMAL },
        { text_of("“”—…“”—…"), STYLE_LEAD },
        { text_of(""), STYLE_LEAD },
        { text_of(""), STYLE_NORMAL },
        { now, STYLE_NORMAL },
        { text_of(_("1 占一列    2 占两列    Esc 退回")), STYLE_KEY },
    };
    int bar = RULER_AT + 2 * SAMPLES * app->ambiguous_cols;
    for (int i = 0; i < (int)(sizeof said / sizeof *said) && i + 1 < rows; i++) {
        int y = row + 1 + i;
        grid_clip(grid, y, RULER_AT, cols, said[i].text, said[i].style);
        if (i == 3 || i == 4)
            grid_text(grid, y, bar, 1, text_of("|"), STYLE_LEAD);
    }
}

struct reaction ruler_key(struct app *app, const struct event *event)
{
    struct reaction reaction = { .what = REACT_DRAW };
    uint32_t key = utf8_ime_ascii(event->key);
    if (key == '1' || key == '2' || key == 'w') {
        int wanted = key == 'w' ? 3 - app->ambiguous_cols : (int)(key - '0');
        if (wanted != app->ambiguous_cols) {
            app->ambiguous_cols = wanted;
            reaction.what |= REACT_AMBIGUOUS | REACT_REPAINT;
        }
    }
    return reaction;
}
