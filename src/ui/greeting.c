/* SPDX-License-Identifier: MIT */
#include "ui/greeting.h"

#include "base/i18n.h"
#include "text/width.h"
#include "ui/app_state.h"

enum { MARGIN = 1, KEYS_MIN_COLS = 3, GAP_ROWS = 1 };

static const enum action actions[] = { ACTION_SEARCH, ACTION_PRINT, ACTION_HELP };
enum { LINES_COUNT = sizeof actions / sizeof *actions };

static struct text words(const struct app *app, enum action action)
{
    if (action == ACTION_SEARCH)
        return text_of(_("找单位、领导、任务：名称、简称、拼音都行"));
    if (action == ACTION_HELP)
        return text_of(_("全部按键；下面一行总是此刻能按的键"));
    if (app->options.restricted)
        return text_of(_("任务单，一页一页地看"));
    return text_of(app->options.has_paper ? _("打印任务单、每个单位一份：PDF、Word 等")
                                          : _("打印任务单：文字、网页、表格"));
}

/* The columns of the keys, with a blank behind the longest. */
static int keys_cols(const struct app *app, const struct grid *grid)
{
    int most = KEYS_MIN_COLS;
    for (int i = 0; i < LINES_COUNT; i++) {
        int cols = width_cols(text_of(app_key(app, actions[i])), grid->ambiguous_cols) + 1;
        most = cols > most ? cols : most;
    }
    return most;
}

static bool is_blank(const struct grid *grid, struct area area, int row)
{
    for (int col = area.col; col < area.col + area.cols; col++)
        if (grid_cell(grid, row, col)->chars[0] != ' ')
            return false;
    return true;
}

static bool has_room(const struct app *app, const struct grid *grid, struct area area)
{
    if (area.rows < LINES_COUNT + GAP_ROWS)
        return false;
    for (int i = 1; i <= LINES_COUNT + GAP_ROWS; i++)
        if (!is_blank(grid, area, area.row + area.rows - i))
            return false;
    for (int i = 0; i < LINES_COUNT; i++)
        if (MARGIN + keys_cols(app, grid) + width_cols(words(app, actions[i]), grid->ambiguous_cols) > area.cols)
            return false;
    return true;
}

bool greeting_draw(const struct app *app, struct grid *grid)
{
    const struct pane *pane;
    for (unsigned nth = 0; app->greets && (pane = app_pane_of(app, app_view(app), nth)); nth++) {
        struct area area = pane->area;
        if (!has_room(app, grid, area))
            continue;
        for (int i = 0; i < LINES_COUNT; i++) {
            int row = area.row + area.rows - LINES_COUNT + i, col = area.col + MARGIN, keys = keys_cols(app, grid);
            grid_text(grid, row, col, keys, text_of(app_key(app, actions[i])), STYLE_KEY);
            grid_text(grid, row, col + keys, area.cols, words(app, actions[i]), STYLE_NORMAL);
        }
        return true;
    }
    return false;
}

void greeting_word(const struct app *app, struct buf *out)
{
    if (app->greets && !app_is_wide(app, app->main))
        buf_printf(out, _("%s 找  %s 打印"), app_key(app, ACTION_SEARCH), app_key(app, ACTION_PRINT));
}
