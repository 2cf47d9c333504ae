/* SPDX-License-Identifier: MIT */
#include "ui/pane_preview.h"

#include <string.h>

#include "base/i18n.h"
#include "text/utf8.h"
#include "text/width.h"
#include "ui/app_state.h"
#include "ui/hints.h"
#include "ui/pane_print.h"
#include "ui/panes.h"
#include "ui/scroll.h"

enum { PAPER_COLS = 56, GAP_COLS = 1 }; /* 28 characters (GB/T 9704-2012) */

/* The sheet as it will be written or printed. */
struct preview {
    struct buf pages; /* with form feeds between them */
    struct sheet_subject subject;
    enum format format;
    enum sheet_layout layout;
    uint32_t changes, marks_changes; /* app's when they were made */
    bool made;
    int ambiguous_cols; /* that they were made for */
    int cols;           /* of the widest line */
    uint32_t page, pages_count;
    uint32_t spread; /* pages side by side: 1, or 2 where there is room */
    int top;         /* first row of the page shown, where the screen is lower than the paper */
    int left;        /* first column, where it is narrower */
};

/* The nth page of the preview, without its form feed. */
static struct span page_at(const struct preview *preview, uint32_t nth)
{
    struct span rest = buf_view(&preview->pages);
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
static void draw_line(struct grid *grid, struct area row, struct text line, int left)
{
    int cols = 0, past = 0;
    size_t from = width_head(line, left, grid->ambiguous_cols, &cols).bytes;
    if (cols < left && from < line.bytes) {
        from = width_head(line, left + 1, grid->ambiguous_cols, &cols).bytes;
        past = cols - left;
    }
    grid_clip(grid, row.row, row.col + past, row.cols - past, text_slice(line, from, line.bytes), STYLE_NORMAL);
}

/* How much wider the paper is than the pane, whose last column is the scroll mark's. */
static int hidden_cols(const struct preview *preview, struct area area)
{
    int hidden = preview->cols + 1 - area.cols;
    return hidden > 0 ? hidden : 0;
}

/* Of the pages at hand the higher one's. */
static int spread_rows(const struct preview *preview)
{
    int most = 0;
    for (uint32_t i = 0; i < preview->spread && preview->page + i < preview->pages_count; i++) {
        int rows = page_rows(page_at(preview, preview->page + i));
        most = rows > most ? rows : most;
    }
    return most;
}

/* How far the pages at hand can be moved up. */
static int last_top(const struct preview *preview, struct area area)
{
    int last = spread_rows(preview) - area.rows;
    return last > 0 ? last : 0;
}

/* The widest line: tables and source are often wider than the paper, which is never narrower than it is. */
static int widest_cols(const struct preview *preview)
{
    struct span rest = buf_view(&preview->pages);
    int widest = PAPER_COLS;
    while (rest.bytes) {
        int cols = width_cols(text_composed(span_line(&rest)), preview->ambiguous_cols);
        widest = cols > widest ? cols : widest;
    }
    return widest;
}

static void fini(struct pane *pane)
{
    struct preview *preview = pane->state;
    buf_fini(&preview->pages);
}

/*
 * On paper “ ” — take two columns.  Where the terminal gives them one, a blank stands beside them, on the side that the
 * paper leaves empty: lines end, and columns of a table stand, where they will on paper.
 */
static void space_as_paper(struct buf *pages)
{
    enum { OPENING_SINGLE = 0x2018, OPENING_DOUBLE = 0x201c };
    struct buf spaced = { 0 };
    struct text text = text_composed(buf_view(pages));
    for (size_t at = 0, bytes; at < text.bytes; at += bytes) {
        uint32_t c = utf8_at(text, at, &bytes);
        bool wide_on_paper = width_char(c, 1) == 1 && width_char(c, 2) == 2;
        bool opens = c == OPENING_SINGLE || c == OPENING_DOUBLE;
        if (wide_on_paper && opens)
            buf_char(&spaced, ' ');
        buf_add(&spaced, text.at + at, bytes);
        if (wide_on_paper && !opens)
            buf_char(&spaced, ' ');
    }
    buf_fini(pages);
    *pages = spaced;
}

/* Makes the pages of what is chosen, when they are not made yet; the page at hand stays, if there are so many. True when it did. */
static bool make(const struct app *app, struct preview *preview)
{
    struct sheet_subject subject = pane_print_subject(app);
    /* An Excel sheet is a table always. */
    bool is_table = pane_print_format(app) == FORMAT_XLSX;
    enum sheet_layout layout = is_table ? SHEET_TABLE : pane_print_layout(app);
    /* The pages of what is made for paper are those of the text. */
    enum format format = format_by_paper(pane_print_format(app)) ? FORMAT_TEXT : pane_print_format(app);
    if (preview->made && preview->changes == app->changes && preview->marks_changes == app->marks.changes &&
        preview->format == format && preview->layout == layout && preview->ambiguous_cols == app->ambiguous_cols &&
        preview->subject.kind == subject.kind && preview->subject.idx == subject.idx)
        return false;
    struct sheet *sheet = pane_print_sheet(app);
    buf_clear(&preview->pages);
    sheet_write(sheet, format, (struct sheet_options){ .layout = layout, .printed = app->options.printed },
                &preview->pages);
    sheet_free(sheet);
    if (format == FORMAT_TEXT && app->ambiguous_cols == 1)
        space_as_paper(&preview->pages);
    preview->ambiguous_cols = app->ambiguous_cols;
    preview->subject = subject;
    preview->format = format;
    preview->layout = layout;
    preview->changes = app->changes;
    preview->marks_changes = app->marks.changes;
    preview->made = true;
    preview->pages_count = 1;
    for (size_t i = 0; i + 1 < preview->pages.bytes; i++)
        preview->pages_count += preview->pages.at[i] == '\f';
    if (preview->page >= preview->pages_count)
        preview->page = preview->pages_count - 1;
    return true;
}

static void settle(struct app *app, struct pane *pane)
{
    struct preview *preview = pane->state;
    if (make(app, preview))
        preview->cols = widest_cols(preview);
    bool two = preview->pages_count > 1 && pane->area.cols > 2 * preview->cols + GAP_COLS;
    preview->spread = two ? 2 : 1;
    preview->page -= preview->page % preview->spread;
    int last = last_top(preview, pane->area), hidden = hidden_cols(preview, pane->area);
    preview->top = preview->top > last ? last : preview->top;
    preview->left = preview->left > hidden ? hidden : preview->left;
}

static void draw_page(const struct preview *preview, struct grid *grid, struct area area, uint32_t nth)
{
    struct span page = page_at(preview, nth);
    for (int y = -preview->top; y < area.rows && page.bytes; y++) {
        struct area row = { area.row + y, area.col, 1, area.cols };
        struct span line = span_line(&page);
        if (y >= 0)
            draw_line(grid, row, text_composed(line), preview->left);
    }
}

static void draw(const struct app *app, const struct pane *pane, struct grid *grid)
{
    const struct preview *preview = pane->state;
    struct area area = pane->area, page = area;
    int used = (int)preview->spread * preview->cols + (preview->spread > 1 ? GAP_COLS : 0);
    (void)app;
    page.col += area.cols > used ? (area.cols - used) / 2 : 0;
    page.cols = area.col + area.cols - 1 - page.col;
    for (uint32_t i = 0; i < preview->spread && preview->page + i < preview->pages_count; i++) {
        draw_page(preview, grid, page, preview->page + i);
        page.col += preview->cols + GAP_COLS;
        page.cols -= preview->cols + GAP_COLS;
    }
    scroll_thumb(grid, area, area.col + area.cols - 1, (uint32_t)preview->top, (uint32_t)spread_rows(preview));
}

/* Whether there is another page behind those at hand. */
static bool has_next(const struct preview *preview)
{
    return preview->page + preview->spread < preview->pages_count;
}

static void turn_page(struct preview *preview, int delta)
{
    if (delta < 0 ? preview->page == 0 : !has_next(preview))
        return;
    preview->page = delta < 0 ? preview->page - preview->spread : preview->page + preview->spread;
    preview->top = 0;
}

/* Sideways where the screen is narrower than the paper, then to the beginning of the next page. */
static void move_right(struct preview *preview, struct area area)
{
    int hidden = hidden_cols(preview, area), step = area.cols / 4;
    uint32_t before = preview->page;
    if (preview->left < hidden) {
        preview->left = preview->left + step < hidden ? preview->left + step : hidden;
        return;
    }
    turn_page(preview, 1);
    if (preview->page != before)
        preview->left = 0;
}

static void move_left(struct preview *preview, struct area area)
{
    int step = area.cols / 4;
    if (preview->left > 0)
        preview->left = preview->left > step ? preview->left - step : 0;
    else
        turn_page(preview, -1);
}

static void move_down(struct preview *preview, struct area area, int rows)
{
    int last = last_top(preview, area);
    if (preview->top < last)
        preview->top = preview->top + rows < last ? preview->top + rows : last;
    else
        turn_page(preview, 1);
}

/* Backwards to the foot of the page before where that is lower than the screen, so that nothing is skipped. */
static void move_up(struct preview *preview, struct area area, int rows)
{
    if (preview->top > 0) {
        preview->top = preview->top > rows ? preview->top - rows : 0;
    } else if (preview->page > 0) {
        turn_page(preview, -1);
        preview->top = last_top(preview, area);
    }
}

static void to_end(struct preview *preview, struct area area)
{
    if (!preview->made) /* no room to show a page: none was made */
        return;
    preview->page = (preview->pages_count - 1) / preview->spread * preview->spread;
    preview->top = last_top(preview, area);
}

static void to_start(struct preview *preview)
{
    preview->page = 0;
    preview->top = preview->left = 0;
}

static bool act(struct app *app, struct pane *pane, enum action action, struct reaction *reaction)
{
    struct preview *preview = pane->state;
    struct area area = pane->area;
    int delta = scroll_delta(action == ACTION_ENTER ? ACTION_PAGE_DOWN : action, area.rows);
    (void)reaction;
    if (delta < 0)
        move_up(preview, area, -delta);
    if (delta > 0)
        move_down(preview, area, delta);
    switch (action) {
    case ACTION_RIGHT:
        move_right(preview, area);
        return true;
    case ACTION_LEFT:
        move_left(preview, area);
        return true;
    case ACTION_HOME:
        to_start(preview);
        return true;
    case ACTION_END:
        to_end(preview, area);
        return true;
    case ACTION_BACK:
        app_view(app)->focus = 0;
        return true;
    case ACTION_NEXT_PANE:
    case ACTION_PREV_PANE:
        /* Back to the dialog, where that is beside it. */
        if (app_is_wide(app, app_view(app)))
            app_view(app)->focus = 0;
        return true;
    default:
        return delta != 0;
    }
}

static void hints(const struct app *app, const struct pane *pane, struct hints *hints)
{
    const struct preview *preview = pane->state;
    (void)app;
    if (hidden_cols(preview, pane->area))
        hints_pair(hints, ACTION_LEFT, ACTION_RIGHT, _("左右移"));
    if (has_next(preview) || preview->top < last_top(preview, pane->area))
        hints_first(hints, ACTION_ENTER, _("下一页"));
}

static void copy(const struct app *app, const struct pane *pane, struct buf *out)
{
    const struct preview *preview = pane->state;
    (void)app;
    buf_span(out, buf_view(&preview->pages));
}

const struct pane_ops pane_preview = {
    .name = "preview",
    .context = CONTEXT_PRINT,
    .state_bytes = sizeof(struct preview),
    .fini = fini,
    .settle = settle,
    .draw = draw,
    .act = act,
    .hints = hints,
    .copy = copy,
};

void pane_preview_open(struct app *app)
{
    struct pane *pane = panes_get(app, &pane_preview);
    to_start(pane->state);
    app_give_keys(app, pane);
}

void pane_preview_trail(const struct app *app, struct buf *out)
{
    const struct preview *preview = panes_get(app, &pane_preview)->state;
    uint32_t last = preview->page + preview->spread;
    last = last > preview->pages_count ? preview->pages_count : last;
    buf_printf(out, "%s  %u", _("预览"), preview->page + 1);
    if (last > preview->page + 1)
        buf_printf(out, "-%u", last);
    buf_printf(out, "/%u", preview->pages_count);
}
