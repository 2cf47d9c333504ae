/* SPDX-License-Identifier: MIT */
#include "ui/print_draw.h"

#include "base/i18n.h"
#include "ui/app_state.h"
#include "ui/blit.h"
#include "ui/scroll.h"

enum { MARGIN = 2 };

enum format print_format_offered(const struct app *app, uint32_t nth)
{
    /* Restricted mode starts no program: what cannot be had at all is not offered. */
    for (int by_paper = !app->options.restricted; by_paper >= 0; by_paper--)
        for (enum format format = 0; format < FORMATS_COUNT; format++)
            if ((format_table[format].uses & FORMAT_FOR_SHEET) && format_by_paper(format) == by_paper && nth-- == 0)
                return format;
    return FORMATS_COUNT;
}

bool print_format_there(const struct app *app, enum format format)
{
    return app->options.has_paper || !format_by_paper(format);
}

static uint32_t offered_count(const struct app *app)
{
    uint32_t count = 0;
    while (print_format_offered(app, count) != FORMATS_COUNT)
        count++;
    return count;
}

/* Before the printers are known, one row stands for them. */
static uint32_t wheres_count(const struct app *app, const struct print_dialog *print)
{
    if (app->options.restricted)
        return 1;
    return print->queues_count ? PRINT_PRINTER + print->queues_count : PRINT_WHERES_COUNT;
}

uint32_t print_rows_of(const struct app *app, const struct print_dialog *print, uint32_t list)
{
    if (list == PRINT_WHAT)
        return print->subjects_count + !app->options.restricted;
    if (list == PRINT_LAYOUT)
        return PRINT_LAYOUTS_COUNT;
    return list == PRINT_HOW ? offered_count(app) : wheres_count(app, print);
}

bool print_each_unit(const struct print_dialog *print)
{
    return print->chosen[PRINT_WHAT] == print->subjects_count;
}

bool print_is_chosen(const struct print_dialog *print)
{
    return print->list == PRINT_WHERE || print->chosen[print->list] == print->at;
}

enum print_where print_where(const struct print_dialog *print)
{
    if (print->list != PRINT_WHERE)
        return PRINT_PREVIEW;
    return print->at < PRINT_PRINTER ? (enum print_where)print->at : PRINT_PRINTER;
}

const struct app_queue *print_queue(const struct print_dialog *print)
{
    if (print_where(print) != PRINT_PRINTER || print->at - PRINT_PRINTER >= print->queues_count)
        return NULL;
    return &print->queues[print->at - PRINT_PRINTER];
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
    } else if (subject.kind == SHEET_CHANGES) {
        buf_printf(out, _("变化单：%.*s对照%.*s"), TEXT_ARG(b->volumes[subject.idx].name),
                   TEXT_ARG(b->volumes[subject.idx - 1].name));
    } else if (subject.kind == SHEET_TASKS) {
        picked_name(app, (enum pick)subject.idx, out);
    } else if (subject.kind == SHEET_TARGETS) {
        buf_string(out, app->filtered.matches ? _("筛出任务的量化指标") : _("量化指标"));
    } else {
        buf_string(out, _("全部"));
    }
}

static void format_name(const struct app *app, enum format format, struct buf *out)
{
    buf_string(out, _(format_table[format].name));
    if (!print_format_there(app, format))
        buf_string(out, _("：缺 fengong-paper"));
}

static void where_name(const struct print_dialog *print, uint32_t nth, struct buf *out)
{
    static const char *const names[] = { N_("预览"), N_("存为文件"), N_("打印机") };
    if (nth < PRINT_PRINTER || nth - PRINT_PRINTER >= print->queues_count) {
        buf_string(out, _(names[nth]));
        return;
    }
    const struct app_queue *queue = &print->queues[nth - PRINT_PRINTER];
    buf_printf(out, queue->is_default ? _("打印机 %.*s（默认，%.*s）") : _("打印机 %.*s（%.*s）"),
               TEXT_ARG(queue->name), TEXT_ARG(queue->state));
}

static void row_name(const struct app *app, const struct print_dialog *print, uint32_t list, uint32_t nth,
                     struct buf *out)
{
    static const char *const layouts[] = {
        [SHEET_LIST] = N_("公文（按通知的样子分段）"), [SHEET_TABLE] = N_("表格（横排）")
    };
    if (list == PRINT_WHAT && nth == print->subjects_count)
        buf_string(out, _("每个单位一份，存进文件夹"));
    else if (list == PRINT_WHAT)
        subject_name(app, print->subjects[nth], out);
    else if (list == PRINT_LAYOUT)
        buf_string(out, _(layouts[nth]));
    else if (list == PRINT_HOW)
        format_name(app, print_format_offered(app, nth), out);
    else
        where_name(print, nth, out);
}

/* The printer's sheet is a PDF, whatever is chosen for files. */
static bool has_layouts(const struct app *app, const struct print_dialog *print)
{
    enum format format = print_format_offered(app, print->chosen[PRINT_HOW]);
    return print_where(print) == PRINT_PRINTER || (format_table[format].uses & FORMAT_HAS_LAYOUTS);
}

static void put_head(const struct app *app, const struct print_dialog *print, uint32_t list, int cols,
                     struct lines *lines)
{
    static const char *const heads[] = { N_("打印什么"), N_("版式"), N_("格式"), N_("送到哪里") };
    struct buf buf = { 0 };
    buf_string(&buf, _(heads[list]));
    if (list == PRINT_LAYOUT && !has_layouts(app, print))
        buf_printf(&buf, _("（%s 不分版式）"),
                   _(format_table[print_format_offered(app, print->chosen[PRINT_HOW])].name));
    lines_row(lines, (struct link){ 0 }, MARGIN);
    lines_clip(lines, text_composed(buf_view(&buf)), cols - MARGIN - 1, list == print->list ? STYLE_TITLE : STYLE_DIM);
    buf_fini(&buf);
}

static void put_row(const struct app *app, const struct print_dialog *print, uint32_t list, uint32_t nth, int cols,
                    struct lines *lines)
{
    struct buf buf = { 0 };
    if (list != PRINT_WHERE)
        buf_printf(&buf, "%s ", print->chosen[list] == nth ? "(*)" : "( )");
    row_name(app, print, list, nth, &buf);
    bool there = list == PRINT_HOW      ? print_format_there(app, print_format_offered(app, nth))
                 : list == PRINT_LAYOUT ? has_layouts(app, print)
                                        : true;
    lines_row(lines, (struct link){ 0 }, 2 * MARGIN);
    lines_clip(lines, text_composed(buf_view(&buf)), cols - 2 * MARGIN - 1, there ? STYLE_NORMAL : STYLE_DIM);
    buf_fini(&buf);
}

static void draw_path(const struct app *app, const struct print_dialog *print, struct grid *grid, struct area row)
{
    const char *label = print_each_unit(print) ? _("文件夹: ") : _("文件名: ");
    int end = row.col + row.cols, at = row.col + MARGIN;
    grid_fill(grid, row.row, row.col, row.cols, STYLE_NORMAL);
    at += grid_text(grid, row.row, at, end - at, text_of(label), STYLE_TITLE);
    field_draw(&app->prompting.field, grid, row.row, at, end - at - MARGIN);
}

void print_draw(const struct app *app, const struct print_dialog *print, struct grid *grid, struct area area,
                bool asks_path)
{
    uint32_t total = PRINT_LISTS_COUNT, rows = (uint32_t)area.rows, cursor = 0, last = 0;
    struct lines lines;
    for (uint32_t list = 0; list < PRINT_LISTS_COUNT; list++)
        total += print_rows_of(app, print, list);
    bool gap = total + PRINT_LISTS_COUNT - 1 <= rows; /* an empty line between the lists, where there is room */
    lines_init(&lines, grid->ambiguous_cols);
    for (uint32_t list = 0; list < PRINT_LISTS_COUNT; list++) {
        put_head(app, print, list, area.cols, &lines);
        if (list == print->list)
            cursor = (uint32_t)lines.count + print->at;
        for (uint32_t i = 0; i < print_rows_of(app, print, list); i++)
            put_row(app, print, list, i, area.cols, &lines);
        if (list == print->list)
            last = (uint32_t)lines.count;
        if (gap)
            lines_blank(&lines);
    }
    /* The row at hand is seen, and its list, where there is room. */
    uint32_t top = last > rows ? last - rows : 0;
    top = top > cursor ? cursor : top;
    blit_lines(&lines, grid, area, top, NO_IDX, STYLE_NORMAL);
    blit_selected(grid, area.row + (int)(cursor - top), area.col + MARGIN, area.cols - 2 * MARGIN, STYLE_FOCUS);
    if (!gap)
        scroll_thumb(grid, area, area.col + area.cols - 1, top, total);
    if (asks_path) {
        uint32_t at = (uint32_t)lines.count - top < rows ? (uint32_t)lines.count - top : rows - 1;
        draw_path(app, print, grid, (struct area){ area.row + (int)at, area.col, 1, area.cols });
    }
    lines_fini(&lines);
}
