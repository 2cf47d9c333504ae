/* SPDX-License-Identifier: MIT */
/* A ruler for the eye: does this terminal draw “ ” — … one or two columns wide? */
#include "base/i18n.h"
#include "ui/app_state.h"
#include "ui/blit.h"
#include "ui/measure.h"
#include "ui/panes.h"

enum { SAMPLES = 4, MARGIN = 4 };

/* Each row believes one answer; the row whose bars stand under each other is the right one. */
static void bars(struct lines *lines, int ambiguous_cols)
{
    for (int i = 0; i < 2; i++) {
        lines_row(lines, (struct link){ 0 }, MARGIN);
        lines_run(lines, text_of(i == 0 ? "“”—…“”—…" : ""), STYLE_LEAD);
        lines_tab(lines, MARGIN + 2 * SAMPLES * ambiguous_cols);
        lines_run(lines, text_of("|"), STYLE_LEAD);
    }
}

static void draw(const struct app *app, const struct pane *pane, struct grid *grid)
{
    static const enum action offered[] = { ACTION_ONE_COLUMN, ACTION_TWO_COLUMNS, ACTION_BACK };
    static const char *const words[] = { N_("占一列"), N_("占两列"), N_("退回") };
    int cols = measure_cols(pane->area.cols - MARGIN, MEASURE_COLS);
    const struct keymap *keymap = &app->keymap;
    struct buf keys = { 0 };
    struct lines lines;
    lines_init(&lines, app->ambiguous_cols);
    lines_say(&lines, text_of(_("中文引号 “ ” 破折号 — 省略号 … 在这个终端占几列？")), STYLE_TITLE, cols, MARGIN);
    lines_say(&lines,
              lines_printf(&lines, _("看下面两行右端的竖线：上下对齐，现在的设定就对；不齐，按 %s 或 %s 换一种。"),
                           app_key(app, ACTION_ONE_COLUMN), app_key(app, ACTION_TWO_COLUMNS)),
              STYLE_NORMAL, cols, MARGIN);
    lines_blank(&lines);
    bars(&lines, app->ambiguous_cols);
    lines_blank(&lines);
    lines_say(&lines, text_of(app->ambiguous_cols == 2 ? _("现在按两列排版") : _("现在按一列排版")), STYLE_NORMAL, cols,
              MARGIN);
    for (size_t i = 0; i < sizeof offered / sizeof *offered; i++) {
        if (!keymap_key(keymap, offered[i]))
            continue;
        buf_string(&keys, keys.bytes ? "    " : "");
        keymap_put(keymap, offered[i], 1, true, &keys);
        buf_printf(&keys, " %s", _(words[i]));
    }
    lines_say(&lines, text_composed(buf_view(&keys)), STYLE_KEY, cols, MARGIN);
    /* Lowest screens have no row to spare above. */
    blit_lines(&lines, grid, area_below(pane->area, (int)lines.count < pane->area.rows), 0, NO_IDX, STYLE_NORMAL);
    lines_fini(&lines);
    buf_fini(&keys);
}

static bool act(struct app *app, struct pane *pane, enum action action, struct reaction *reaction)
{
    (void)pane;
    int wanted = action == ACTION_ONE_COLUMN    ? 1
                 : action == ACTION_TWO_COLUMNS ? 2
                 : action == ACTION_AMBIGUOUS   ? 3 - app->ambiguous_cols
                                                : 0;
    if (wanted && wanted != app->ambiguous_cols) {
        app->ambiguous_cols = wanted;
        reaction->what |= REACT_REPAINT;
    }
    return wanted != 0;
}

static void trail(const struct app *app, const struct pane *pane, struct buf *out)
{
    (void)app;
    (void)pane;
    buf_string(out, _("标尺"));
}

const struct pane_ops pane_ruler = {
    .name = "ruler",
    .shown_by = ACTION_AMBIGUOUS,
    .lies_over = true,
    .context = CONTEXT_RULER,
    .draw = draw,
    .act = act,
    .trail = trail,
};
