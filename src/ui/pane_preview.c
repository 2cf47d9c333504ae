/* SPDX-License-Identifier: MIT */
/* The preview: the sheet as it will be written or printed, page by page. */
#include <string.h>

#include "text/width.h"
#include "ui/state.h"

enum { PAPER_COLS = 56 }; /* 28 characters (GB/T 9704-2012) */

/* The nth page of the preview, without its form feed. */
static struct span page_at(const struct print_dialog *print, uint32_t nth)
{
    struct span rest = buf_view(&print->pages);
    for (;;) {
        const char *feed = rest.bytes ? memchr(rest.at, '\f', rest.bytes) : NULL;
        size_t bytes = feed ? (size_t)(feed - rest.at) : rest.bytes;
        if (nth-- == 0 || !feed)
            return (struct span){ rest.at, bytes };
        rest = (struct span){ feed + 1, rest.bytes - bytes - 1 };
    }
}

static int page_rows(struct span page)
{
    int rows = 0;
    for (size_t i = 0; i < page.bytes; i++)
        rows += page.at[i] == '\n';
    return rows + (page.bytes && page.at[page.bytes - 1] != '\n');
}

/*
 * A line from column `left` on.  Of a wide character that begins before it the half that is seen is left blank, so that
 * what stands under each other stays so.
 */
static void draw_line(struct grid *grid, int y, int col, struct text line, int left)
{
    int cols = 0, past = 0;
    size_t from = width_head(line, left, grid->ambiguous_cols, &cols).bytes;
    if (cols < left && from < line.bytes) {
        from = width_head(line, left + 1, grid->ambiguous_cols, &cols).bytes;
        past = cols - left;
    }
    grid_clip(grid, y, col + past, grid->cols - 1 - col - past, text_slice(line, from, line.bytes), STYLE_NORMAL);
}

/* How much wider the paper is than the screen, whose last column is the scroll mark's. */
static int hidden_cols(const struct app *app)
{
    int hidden = app->print.cols + 1 - app->cols;
    return hidden > 0 ? hidden : 0;
}

void preview_settle(struct app *app, int rows)
{
    struct print_dialog *print = &app->print;
    int total = page_rows(page_at(print, print->page)), last = total > rows ? total - rows : 0;
    int hidden = hidden_cols(app);
    print->top = print->top > last ? last : print->top;
    print->left = print->left > hidden ? hidden : print->left;
}

void preview_draw(const struct app *app, struct grid *grid, int row, int rows)
{
    const struct print_dialog *print = &app->print;
    struct span page = page_at(print, print->page);
    int total = page_rows(page);
    int col = grid->cols > print->cols ? (grid->cols - print->cols) / 2 : 0;
    size_t from = 0;
    for (int y = -print->top; y < rows && from < page.bytes; y++) {
        const char *feed = memchr(page.at + from, '\n', page.bytes - from);
        size_t to = feed ? (size_t)(feed - page.at) : page.bytes;
        if (y >= 0)
            draw_line(grid, row + y, col, text_composed((struct span){ page.at + from, to - from }), print->left);
        from = to + 1;
    }
    scroll_thumb(grid, row, rows, grid->cols - 1, (uint32_t)print->top, (uint32_t)total, glyph_text(grid, GLYPH_THUMB));
}

/* The widest line: tables and source are often wider than the paper, which is never narrower than it is. */
static int widest_cols(const struct app *app)
{
    struct text pages = text_composed(buf_view(&app->print.pages));
    int widest = PAPER_COLS;
    for (size_t from = 0; from < pages.bytes;) {
        const char *feed = memchr(pages.at + from, '\n', pages.bytes - from);
        size_t to = feed ? (size_t)(feed - pages.at) : pages.bytes;
        int cols = width_cols(text_slice(pages, from, to), app->ambiguous_cols);
        widest = cols > widest ? cols : widest;
        from = to + 1;
    }
    return widest;
}

void print_preview(struct app *app)
{
    struct print_dialog *print = &app->print;
    struct sheet *sheet = sheet_new(app->b, app->index, print_subject(app));
    buf_clear(&print->pages);
    sheet_write(sheet, print_format(app), (struct sheet_options){ .printed = app->options.printed }, &print->pages);
    sheet_free(sheet);
    print->pages_count = 1;
    for (size_t i = 0; i + 1 < print->pages.bytes; i++)
        print->pages_count += print->pages.at[i] == '\f';
    if (print->page >= print->pages_count)
        print->page = print->pages_count - 1;
    print->cols = widest_cols(app);
}

void preview_open(struct app *app)
{
    app->print.page = 0;
    app->print.top = app->print.left = 0;
    app->print.preview = true;
    print_preview(app);
}

bool preview_is_wide(const struct app *app)
{
    return hidden_cols(app) > 0;
}

/* How far the page at hand can be moved up. */
static int last_top(const struct app *app)
{
    int last = page_rows(page_at(&app->print, app->print.page)) - app_layout(app).body_rows;
    return last > 0 ? last : 0;
}

bool preview_goes_on(const struct app *app)
{
    return app->print.page + 1 < app->print.pages_count || app->print.top < last_top(app);
}

static void turn_page(struct app *app, int delta)
{
    struct print_dialog *print = &app->print;
    if (delta < 0 ? print->page == 0 : print->page + 1 >= print->pages_count)
        return;
    print->page = delta < 0 ? print->page - 1 : print->page + 1;
    print->top = 0;
}

/* Sideways where the screen is narrower than the paper, then to the beginning of the next page. */
static void move_right(struct app *app)
{
    int hidden = hidden_cols(app), step = app->cols / 4, *left = &app->print.left;
    uint32_t before = app->print.page;
    if (*left < hidden) {
        *left = *left + step < hidden ? *left + step : hidden;
        return;
    }
    turn_page(app, 1);
    if (app->print.page != before)
        *left = 0;
}

static void move_left(struct app *app)
{
    int step = app->cols / 4, *left = &app->print.left;
    if (*left > 0)
        *left = *left > step ? *left - step : 0;
    else
        turn_page(app, -1);
}

static void move_down(struct app *app, int rows)
{
    struct print_dialog *print = &app->print;
    int last = last_top(app);
    if (print->top < last)
        print->top = print->top + rows < last ? print->top + rows : last;
    else
        turn_page(app, 1);
}

/* Backwards to the foot of the page before where that is lower than the screen, so that nothing is skipped. */
static void move_up(struct app *app, int rows)
{
    struct print_dialog *print = &app->print;
    if (print->top > 0) {
        print->top = print->top > rows ? print->top - rows : 0;
    } else if (print->page > 0) {
        turn_page(app, -1);
        print->top = last_top(app);
    }
}

struct reaction preview_act(struct app *app, enum action action)
{
    struct print_dialog *print = &app->print;
    int rows = app_layout(app).body_rows, step = rows > 1 ? rows - 1 : 1;
    switch (action) {
    case ACTION_DOWN:
        move_down(app, 1);
        break;
    case ACTION_PAGE_DOWN:
    case ACTION_ENTER:
        move_down(app, step);
        break;
    case ACTION_UP:
        move_up(app, 1);
        break;
    case ACTION_PAGE_UP:
        move_up(app, step);
        break;
    case ACTION_RIGHT:
        move_right(app);
        break;
    case ACTION_LEFT:
        move_left(app);
        break;
    case ACTION_HOME:
        print->page = 0;
        print->top = print->left = 0;
        break;
    case ACTION_END:
        print->page = print->pages_count - 1;
        print->top = last_top(app);
        break;
    case ACTION_BACK:
        print->preview = false;
        break;
    default:
        break;
    }
    return (struct reaction){ .what = REACT_DRAW };
}
