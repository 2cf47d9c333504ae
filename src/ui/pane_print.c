/* SPDX-License-Identifier: MIT */
/* Printing: what, how and where to in three short lists; the preview is the paper, page by page. */
#include <string.h>

#include "base/i18n.h"
#include "text/width.h"
#include "ui/state.h"

static const enum sheet_format formats[] = { SHEET_TEXT, SHEET_MARKDOWN, SHEET_HTML, SHEET_CSV, SHEET_TSV, SHEET_JSON };
enum { FORMATS_OFFERED = sizeof formats / sizeof *formats };
/* The paper: 28 characters (GB/T 9704-2012). */
enum { PAPER_COLS = 56, SIDEWAYS_COLS = 8 };

static void offer(struct print_dialog *print, enum sheet_kind kind, uint32_t idx)
{
    for (uint32_t i = 0; i < print->subjects_count; i++)
        if (print->subjects[i].kind == kind && print->subjects[i].idx == idx)
            return;
    if (print->subjects_count < PRINT_SUBJECTS_MAX)
        print->subjects[print->subjects_count++] = (struct sheet_subject){ kind, idx };
}

void print_open(struct app *app)
{
    struct print_dialog *print = &app->print;
    const struct breakdown *b = app->b;
    struct link subject = app_subject(app);
    print->subjects_count = 0;
    print->preview = false;
    print->column = 0;
    memset(print->chosen, 0, sizeof print->chosen);
    if (subject.kind == LINK_TASK)
        offer(print, SHEET_SECTION, b->tasks[subject.idx].section_idx);
    if (subject.kind == LINK_SECTION)
        offer(print, SHEET_SECTION, subject.idx);
    if (subject.kind == LINK_UNIT)
        offer(print, SHEET_UNIT, subject.idx);
    if (app->view == VIEW_LEADERS && app->focus == FOCUS_RIGHT && app->detail.line < app->detail.lines.count) {
        struct link link = app->detail.lines.lines[app->detail.line].link;
        if (link.kind == LINK_UNIT)
            offer(print, SHEET_UNIT, link.idx);
    }
    if (subject.kind == LINK_TASK)
        offer(print, SHEET_TASK, subject.idx);
    /* One livelihood part, of the volume at hand: every volume has one, of the same name. */
    uint32_t here = print->subjects_count && print->subjects[0].kind == SHEET_SECTION
                        ? b->sections[print->subjects[0].idx].volume_idx
                        : 0;
    for (uint32_t s = 0; s < b->sections_count; s++)
        if (b->sections[s].kind == SECTION_LIVELIHOOD && b->sections[s].volume_idx == here)
            offer(print, SHEET_SECTION, s);
    offer(print, SHEET_ALL, 0);
    app_show(app, VIEW_PRINT);
}

static void subject_name(const struct app *app, struct sheet_subject subject, struct buf *out)
{
    const struct breakdown *b = app->b;
    if (subject.kind == SHEET_SECTION) {
        const struct section *section = &b->sections[subject.idx];
        if (section->kind == SECTION_LEADER)
            buf_printf(out, _("%.*s%.*s的任务单（%u项）"), TEXT_ARG(section->leader), TEXT_ARG(section->title),
                       section->tasks.count);
        else
            buf_printf(out, _("%.*s（%u项）"), TEXT_ARG(section->heading), section->tasks.count);
    } else if (subject.kind == SHEET_UNIT) {
        buf_printf(out, _("%.*s的任务单"), TEXT_ARG(b->units[subject.idx].name));
    } else if (subject.kind == SHEET_TASK) {
        buf_printf(out, _("任务 %.*s"), TEXT_ARG(b->tasks[subject.idx].id));
    } else {
        buf_string(out, _("全部"));
    }
}

static const char *format_name(enum sheet_format format)
{
    static const char *const names[SHEET_FORMATS_COUNT] = {
        [SHEET_TEXT] = N_("纯文本（公文版心 28字×22行）"),
        [SHEET_MARKDOWN] = "Markdown",
        [SHEET_HTML] = N_("HTML 网页"),
        [SHEET_CSV] = N_("CSV 表格"),
        [SHEET_TSV] = N_("TSV 表格"),
        [SHEET_JSON] = "JSON",
    };
    return names[format] ? _(names[format]) : sheet_format_word(format);
}

static const char *where_name(enum print_where where)
{
    static const char *const names[] = { N_("预览"), N_("存为文件"), N_("打印机") };
    return _(names[where]);
}

static uint32_t choices(const struct app *app, uint32_t column)
{
    if (column == PRINT_WHAT)
        return app->print.subjects_count;
    if (column == PRINT_HOW)
        return FORMATS_OFFERED;
    return app->options.restricted ? 1 : PRINT_WHERES_COUNT;
}

static void choice_name(const struct app *app, uint32_t column, uint32_t nth, struct buf *out)
{
    if (column == PRINT_WHAT)
        subject_name(app, app->print.subjects[nth], out);
    else
        buf_string(out, column == PRINT_HOW ? format_name(formats[nth]) : where_name((enum print_where)nth));
}

/* The first line of the dialog to show, so that the choice at hand and its list are seen. */
static int dialog_top(const struct app *app, int rows, int gap)
{
    int line = 0, chosen = 0;
    for (uint32_t column = 0; column <= app->print.column; column++) {
        chosen = line + 1 + (int)app->print.chosen[column];
        line += 1 + (int)choices(app, column) + gap;
    }
    int last = line - gap;
    int top = last > rows ? last - rows : 0;
    return top > chosen ? chosen : top;
}

static void draw_choice(const struct app *app, struct grid *grid, int y, uint32_t column, uint32_t nth)
{
    bool chosen = app->print.chosen[column] == nth;
    struct buf buf = { 0 };
    buf_printf(&buf, "%s ", chosen ? "(*)" : "( )");
    choice_name(app, column, nth, &buf);
    grid_clip(grid, y, 4, grid->cols - 5, text_composed(buf_view(&buf)), STYLE_NORMAL);
    if (chosen && column == app->print.column)
        grid_restyle(grid, y, 2, grid->cols - 4, STYLE_FOCUS);
    buf_fini(&buf);
}

static void draw_dialog(struct app *app, struct grid *grid, int row, int rows)
{
    static const char *const heads[] = { N_("打印什么"), N_("什么样式"), N_("送到哪里") };
    int total = PRINT_COLUMNS_COUNT;
    for (uint32_t column = 0; column < PRINT_COLUMNS_COUNT; column++)
        total += (int)choices(app, column);
    int gap = total + PRINT_COLUMNS_COUNT - 1 <= rows; /* an empty line between the lists, where there is room */
    int top = dialog_top(app, rows, gap), y = row - top;
    for (uint32_t column = 0; column < PRINT_COLUMNS_COUNT; column++) {
        bool here = column == app->print.column;
        if (y >= row && y < row + rows)
            grid_clip(grid, y, 2, grid->cols - 3, text_of(_(heads[column])), here ? STYLE_TITLE : STYLE_DIM);
        y++;
        for (uint32_t i = 0; i < choices(app, column); i++, y++)
            if (y >= row && y < row + rows)
                draw_choice(app, grid, y, column, i);
        y += gap;
    }
    if (!gap)
        scroll_thumb(grid, row, rows, grid->cols - 1, (uint32_t)top, (uint32_t)total, glyph_text(grid, GLYPH_THUMB));
    if (app->field_use == FIELD_PATH && rows > 0) {
        struct text label = text_of(_("文件名: "));
        y = y < row + rows ? y : row + rows - 1;
        grid_fill(grid, y, 0, grid->cols, STYLE_NORMAL);
        int at = 2 + grid_text(grid, y, 2, grid->cols - 2, label, STYLE_TITLE);
        field_draw(&app->field, grid, y, at, grid->cols - at - 2);
    }
}

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

static void draw_preview(struct app *app, struct grid *grid, int row, int rows)
{
    struct span page = page_at(&app->print, app->print.page);
    int total = page_rows(page), last = total > rows ? total - rows : 0;
    if (app->print.top > last)
        app->print.top = last;
    int col = grid->cols > PAPER_COLS ? (grid->cols - PAPER_COLS) / 2 : 0;
    size_t from = 0;
    for (int y = -app->print.top; y < rows && from < page.bytes; y++) {
        const char *feed = memchr(page.at + from, '\n', page.bytes - from);
        size_t to = feed ? (size_t)(feed - page.at) : page.bytes;
        if (y >= 0) {
            struct text line = text_composed((struct span){ page.at + from, to - from });
            struct text hidden = width_head(line, app->print.left, grid->ambiguous_cols, NULL);
            grid_clip(grid, row + y, col, grid->cols - col, text_slice(line, hidden.bytes, line.bytes), STYLE_NORMAL);
        }
        from = to + 1;
    }
    scroll_thumb(grid, row, rows, grid->cols - 1, (uint32_t)app->print.top, (uint32_t)total,
                 glyph_text(grid, GLYPH_THUMB));
}

void pane_print_draw(struct app *app, struct grid *grid, int row, int rows)
{
    if (app->print.preview)
        draw_preview(app, grid, row, rows);
    else
        draw_dialog(app, grid, row, rows);
}

void print_preview(struct app *app)
{
    struct print_dialog *print = &app->print;
    struct sheet *sheet = sheet_new(app->b, app->index, print->subjects[print->chosen[PRINT_WHAT]]);
    buf_clear(&print->pages);
    sheet_write(sheet, formats[print->chosen[PRINT_HOW]], (struct sheet_options){ 0 }, &print->pages);
    sheet_free(sheet);
    print->pages_count = 1;
    for (size_t i = 0; i + 1 < print->pages.bytes; i++)
        print->pages_count += print->pages.at[i] == '\f';
    if (print->page >= print->pages_count)
        print->page = print->pages_count - 1;
}

static struct reaction job(struct app *app, unsigned what, const char *path)
{
    const struct print_dialog *print = &app->print;
    return (struct reaction){ .what = what | REACT_DRAW,
                              .subject = print->subjects[print->chosen[PRINT_WHAT]],
                              .format = formats[print->chosen[PRINT_HOW]],
                              .path = path };
}

static void propose_path(struct app *app)
{
    struct print_dialog *print = &app->print;
    buf_clear(&print->taken);
    struct sheet *sheet = sheet_new(app->b, app->index, print->subjects[print->chosen[PRINT_WHAT]]);
    struct buf name = { 0 };
    sheet_file_name(sheet, formats[print->chosen[PRINT_HOW]], &name);
    app_field_open(app, FIELD_PATH, text_composed(buf_view(&name)));
    buf_fini(&name);
    sheet_free(sheet);
}

struct reaction print_path_done(struct app *app)
{
    /* A pasted name brings the line's end with it. */
    struct span path = span_trim(text_span(field_text(&app->field)));
    if (!path.bytes)
        return (struct reaction){ .what = REACT_DRAW };
    buf_clear(&app->print.path);
    buf_span(&app->print.path, path);
    struct reaction reaction = job(app, REACT_WRITE, app->print.path.at);
    reaction.replace = span_equal(buf_view(&app->print.taken), buf_view(&app->print.path));
    buf_clear(&app->print.taken);
    return reaction;
}

void app_path_taken(struct app *app)
{
    struct buf buf = { 0 };
    struct text path = text_composed(buf_view(&app->print.path));
    buf_clear(&app->print.taken);
    buf_text(&app->print.taken, path);
    app_field_open(app, FIELD_PATH, path);
    app_notice(app, say(&buf, _("已有 %.*s：再按 Enter 覆盖，或者改名"), TEXT_ARG(path)), true);
    buf_fini(&buf);
}

static struct reaction enter(struct app *app)
{
    enum print_where where = (enum print_where)app->print.chosen[PRINT_WHERE];
    if (where == PRINT_PREVIEW) {
        app->print.page = 0;
        app->print.top = app->print.left = 0;
        app->print.preview = true;
        print_preview(app);
    } else if (where == PRINT_FILE)
        propose_path(app);
    else
        return job(app, REACT_PRINTER, "");
    return (struct reaction){ .what = REACT_DRAW };
}

/* Backwards to the foot of the page before where that is lower than the screen, so that nothing is skipped. */
static void turn_back(struct print_dialog *print, int rows)
{
    print->top = 0;
    if (print->page == 0)
        return;
    print->page--;
    int last = page_rows(page_at(print, print->page)) - rows;
    print->top = last > 0 ? last : 0;
}

static void turn_page(struct print_dialog *print, int delta)
{
    if (delta < 0 && print->page == 0)
        print->top = 0;
    if (delta < 0 && print->page > 0) {
        print->page--;
        print->top = 0;
    } else if (delta > 0 && print->page + 1 < print->pages_count) {
        print->page++;
        print->top = 0;
    }
}

/* A screen narrower than the paper moves over it sideways, before the page is turned. */
static bool move_sideways(struct app *app, enum action action)
{
    /* The scroll mark takes a column of the screen. */
    int hidden = PAPER_COLS + 1 - app->cols, *left = &app->print.left;
    if (action == ACTION_RIGHT && *left < hidden)
        *left = *left + SIDEWAYS_COLS < hidden ? *left + SIDEWAYS_COLS : hidden;
    else if (action == ACTION_LEFT && *left > 0)
        *left = *left > SIDEWAYS_COLS ? *left - SIDEWAYS_COLS : 0;
    else
        return false;
    return true;
}

static struct reaction preview_act(struct app *app, enum action action)
{
    struct print_dialog *print = &app->print;
    int rows = app_layout(app).body_rows, last = page_rows(page_at(print, print->page)) - rows;
    if (move_sideways(app, action))
        return (struct reaction){ .what = REACT_DRAW };
    if (action == ACTION_DOWN && print->top < last)
        print->top++;
    else if (action == ACTION_UP && print->top > 0)
        print->top--;
    else if (action == ACTION_PAGE_DOWN && print->top < last)
        print->top = last;
    else if (action == ACTION_PAGE_DOWN || action == ACTION_RIGHT || action == ACTION_DOWN || action == ACTION_ENTER)
        turn_page(print, 1);
    else if (action == ACTION_PAGE_UP && print->top > 0)
        print->top = 0;
    else if (action == ACTION_PAGE_UP || action == ACTION_UP)
        turn_back(print, rows);
    else if (action == ACTION_LEFT)
        turn_page(print, -1);
    else if (action == ACTION_HOME)
        print->page = 0, print->top = 0;
    else if (action == ACTION_END)
        print->page = print->pages_count - 1, print->top = 0;
    else if (action == ACTION_BACK)
        print->preview = false;
    return (struct reaction){ .what = REACT_DRAW };
}

struct reaction print_act(struct app *app, enum action action)
{
    struct print_dialog *print = &app->print;
    uint32_t *chosen = &print->chosen[print->column], count = choices(app, print->column);
    if (print->preview)
        return preview_act(app, action);
    switch (action) {
    case ACTION_UP:
        if (*chosen > 0)
            --*chosen;
        else if (print->column > 0)
            print->column--;
        break;
    case ACTION_DOWN:
        if (*chosen + 1 < count)
            ++*chosen;
        else if (print->column + 1 < PRINT_COLUMNS_COUNT)
            print->column++;
        break;
    case ACTION_HOME:
    case ACTION_PAGE_UP:
        *chosen = 0;
        break;
    case ACTION_END:
    case ACTION_PAGE_DOWN:
        *chosen = count - 1;
        break;
    case ACTION_LEFT:
        print->column = (print->column + PRINT_COLUMNS_COUNT - 1) % PRINT_COLUMNS_COUNT;
        break;
    case ACTION_RIGHT:
    case ACTION_NEXT_PANE:
        print->column = (print->column + 1) % PRINT_COLUMNS_COUNT;
        break;
    case ACTION_ENTER:
        return enter(app);
    case ACTION_BACK:
        app->view = app->under;
        break;
    default:
        break;
    }
    return (struct reaction){ .what = REACT_DRAW };
}
