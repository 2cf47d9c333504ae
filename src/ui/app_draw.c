/* SPDX-License-Identifier: MIT */
/* The whole screen: header, panes, banner, footer. */
#include "base/i18n.h"
#include "text/width.h"
#include "ui/app_state.h"
#include "ui/footer.h"
#include "ui/glyph.h"
#include "ui/greeting.h"
#include "ui/header.h"
#include "ui/layout.h"
#include "ui/say.h"

static void draw_divider(struct grid *grid, struct area right)
{
    for (int i = 0; i < right.rows; i++)
        grid_text(grid, right.row + i, right.col - 1, 1, glyph_text(grid, GLYPH_DIVIDER), STYLE_RULE);
}

static void draw_panes(const struct app *app, struct grid *grid)
{
    const struct pane *view = app_view(app), *pane;
    for (unsigned nth = 0; (pane = app_pane_of(app, view, nth)); nth++)
        if (pane->area.rows > 0 && pane->area.col > 0)
            draw_divider(grid, pane->area);
    for (unsigned nth = 0; (pane = app_pane_of(app, view, nth)); nth++)
        if (pane->area.rows > 0)
            pane->ops->draw(app, pane, grid);
}

static void draw_too_small(struct grid *grid)
{
    struct buf buf = { 0 };
    int end = grid->rows == 1 ? 2 : 0; /* the last cells of the screen stay blank (ui/footer.c) */
    grid_clip(grid, grid->rows / 2, 0, grid->cols - end,
              say(&buf, _("窗口太小，至少%d列%d行"), LAYOUT_COLS_MIN, LAYOUT_ROWS_MIN), STYLE_WARNING);
    buf_fini(&buf);
}

/* What is wrong, and at the end the key that opens an editor there. */
static void draw_banner(const struct app *app, struct grid *grid, int row)
{
    struct buf buf = { 0 };
    bool offers = app->fault_path.bytes && !app->options.restricted && keymap_key(&app->keymap, ACTION_EDIT);
    struct text offer = offers ? say(&buf, _("按 %s 编辑"), app_key(app, ACTION_EDIT)) : TEXT("");
    int cols = width_cols(offer, grid->ambiguous_cols), room = grid->cols - 2 - (cols ? cols + 2 : 0);
    grid_fill(grid, row, 0, grid->cols, STYLE_ERROR);
    grid_clip(grid, row, 1, room, text_composed(buf_view(&app->banner)), STYLE_ERROR);
    if (cols)
        grid_text(grid, row, grid->cols - 1 - cols, cols, offer, STYLE_ERROR);
    buf_fini(&buf);
}

void app_draw(const struct app *app, struct grid *grid)
{
    struct layout layout = layout_make(app->rows, app->cols, app->banner.bytes > 0);
    grid->ascii = app->ascii;
    grid_clear(grid);
    if (layout.too_small) {
        draw_too_small(grid);
        return;
    }
    draw_panes(app, grid);
    bool greeted = greeting_draw(app, grid);
    header_draw(app, grid);
    if (app->banner.bytes)
        draw_banner(app, grid, layout.footer_row - 1);
    footer_draw(app, grid, layout.footer_row, !greeted);
}
