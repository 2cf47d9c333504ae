/* SPDX-License-Identifier: MIT */
/*
 * The sheet as one self-contained HTML page, in either layout, that prints on A4 as the PDF does and reads on a phone.  It
 * asks for nothing from outside and runs nothing.
 */
#include "sheet/sheet_html.h"

#include "base/i18n.h"
#include "sheet/facts.h"
#include "sheet/page.h"
#include "sheet/render.h"
#include "text/markup.h"

struct html_page {
    const struct sheet *sheet;
    struct buf *out;
    struct columns columns;
    bool table;
    bool in_table;
};

void sheet_html_element(struct buf *out, const char *name, const char *class, struct text text)
{
    if (text_empty(text))
        return;
    buf_printf(out, class ? "<%s class=\"%s\">" : "<%s>", name, class);
    markup_escape(text, out);
    buf_printf(out, "</%s>", name);
}

static void put_line(struct buf *out, const char *name, const char *class, struct text text)
{
    sheet_html_element(out, name, class, text);
    if (!text_empty(text))
        buf_char(out, '\n');
}

static void put_anchor(struct buf *out, const struct sheet *sheet, const struct sheet_row *row)
{
    struct text bond = sheet_row_bond(row);
    markup_escape(sheet->breakdown->parts[row->part_idx].id, out);
    if (!text_empty(bond)) /* a livelihood item of several parts can stand on a unit's sheet twice */
        buf_printf(out, "-%.*s", TEXT_ARG(bond));
    if (sheet->targets && row->target_idx) /* as can a task of several targets */
        buf_printf(out, "-%u", row->target_idx);
}

static void put_fact(struct html_page *page, const struct sheet_row *row, const struct sheet_fact *fact)
{
    struct buf *out = page->out;
    bool labelled = !text_empty(fact->label), lead = fact->lead_to_bytes > fact->lead_from_bytes;
    buf_string(out, "<p class=\"fact\">");
    sheet_html_element(out, "span", "label", fact->label);
    buf_string(out, labelled ? "：" : "（");
    sheet_html_names(out, page->sheet, row->part_idx, text_slice(fact->text, 0, fact->lead_from_bytes));
    buf_string(out, lead ? "<strong>" : "");
    sheet_html_names(out, page->sheet, row->part_idx,
                     text_slice(fact->text, fact->lead_from_bytes, fact->lead_to_bytes));
    buf_string(out, lead ? "</strong>" : "");
    sheet_html_names(out, page->sheet, row->part_idx, text_slice(fact->text, fact->lead_to_bytes, fact->text.bytes));
    buf_string(out, labelled ? "</p>\n" : "）</p>\n");
}

static void put_heading(struct html_page *page, uint32_t row_idx, bool within_table)
{
    const struct sheet_row *row = &page->sheet->rows[row_idx];
    int level = row->level < 5 ? (int)row->level + 1 : 6;
    if (within_table)
        buf_printf(page->out, "<tr class=\"span\"><th colspan=\"%u\"><h%d id=\"s%u\">", page->columns.count, level,
                   row_idx);
    else
        buf_printf(page->out, "<h%d id=\"s%u\">", level, row_idx);
    markup_escape(sheet_row_text(page->sheet, row), page->out);
    buf_printf(page->out, "</h%d>%s\n", level, within_table ? "</th></tr>" : "");
}

static void put_item(struct html_page *page, const struct sheet_row *row)
{
    struct buf *out = page->out, number = { 0 };
    buf_string(out, "<article id=\"");
    put_anchor(out, page->sheet, row);
    buf_string(out, "\">\n<p>");
    sheet_row_number(page->sheet, row, &number);
    sheet_html_element(out, "span", "number", text_composed(buf_view(&number)));
    buf_string(out, number.bytes ? " " : "");
    markup_escape(sheet_row_text(page->sheet, row), out);
    buf_string(out, "</p>\n");
    struct arena arena = { 0 };
    struct sheet_fact facts[FACTS_MAX];
    uint32_t facts_count = facts_of_row(page->sheet, row, &arena, facts);
    for (uint32_t i = 0; i < facts_count; i++)
        put_fact(page, row, &facts[i]);
    arena_fini(&arena);
    buf_fini(&number);
    buf_string(out, "</article>\n");
}

static void begin_table(struct html_page *page)
{
    const struct columns *columns = &page->columns;
    buf_string(page->out, "<table>\n<colgroup>");
    for (uint32_t c = 0; c < columns->count; c++) {
        int thousandths = 1000 * (columns->col[c + 1] - columns->col[c]) / columns->col[columns->count];
        buf_printf(page->out, "<col style=\"width:%d.%d%%\">", thousandths / 10, thousandths % 10);
    }
    buf_string(page->out, "</colgroup>\n<thead><tr>");
    for (uint32_t c = 0; c < page->columns.count; c++)
        sheet_html_element(page->out, "th", NULL, text_of(_(column_name(page->sheet, page->columns.which[c]))));
    buf_string(page->out, "</tr></thead>\n<tbody>\n");
    page->in_table = true;
}

static void end_table(struct html_page *page)
{
    buf_string(page->out, page->in_table ? "</tbody>\n</table>\n" : "");
    page->in_table = false;
}

static void put_cells(struct html_page *page, const struct sheet_row *row)
{
    static const char *const classes[COLUMNS_COUNT] = {
        [COLUMN_NUMBER] = "number", [COLUMN_TEXT] = "text", [COLUMN_FIGURE] = "short",
        [COLUMN_LEADER] = "short",  [COLUMN_LEAD] = "lead", [COLUMN_SUPPORT] = "units",
        [COLUMN_UNITS] = "units",   [COLUMN_DUE] = "short", [COLUMN_REMARK] = "short",
    };
    struct buf text = { 0 };
    buf_string(page->out, "<tr id=\"");
    put_anchor(page->out, page->sheet, row);
    buf_string(page->out, "\">");
    for (uint32_t c = 0; c < page->columns.count; c++) {
        enum column column = page->columns.which[c];
        buf_clear(&text);
        column_text(page->sheet, row, column, &text);
        /* The head again, for a phone, where a row stands as a block. */
        buf_printf(page->out, "<td class=\"%s\" data-head=\"%s\">", classes[column],
                   _(column_name(page->sheet, column)));
        if (column == COLUMN_LEAD || column == COLUMN_SUPPORT || column == COLUMN_UNITS)
            sheet_html_names(page->out, page->sheet, row->part_idx, text_composed(buf_view(&text)));
        else
            markup_escape(text_composed(buf_view(&text)), page->out);
        buf_string(page->out, "</td>");
    }
    buf_string(page->out, "</tr>\n");
    buf_fini(&text);
}

static void put_row(struct html_page *page, uint32_t row_idx)
{
    const struct sheet_row *row = &page->sheet->rows[row_idx];
    bool within = page->table && columns_in_table(page->sheet, row_idx);
    if (within && columns_row_says(page->sheet, row))
        return;
    if (within && !page->in_table)
        begin_table(page);
    if (!within)
        end_table(page);
    if (row->kind == SHEET_REMARK)
        put_line(page->out, "p", "remark", sheet_row_text(page->sheet, row));
    else if (row->kind == SHEET_HEADING)
        put_heading(page, row_idx, within);
    else if (within)
        put_cells(page, row);
    else
        put_item(page, row);
}

/* Several leaders: where each begins. */
static void put_contents(struct html_page *page)
{
    const struct sheet *sheet = page->sheet;
    uint32_t count = 0;
    for (uint32_t i = 0; i < sheet->rows_count; i++)
        count += sheet->rows[i].kind == SHEET_HEADING && sheet->rows[i].level == 1;
    if (count < 2)
        return;
    buf_printf(page->out, "<nav role=\"doc-toc\" aria-label=\"%s\">\n<ul>\n", _("目录"));
    for (uint32_t i = 0; i < sheet->rows_count; i++) {
        if (sheet->rows[i].kind != SHEET_HEADING || sheet->rows[i].level != 1)
            continue;
        buf_printf(page->out, "<li><a href=\"#s%u\">", i);
        markup_escape(sheet_row_text(sheet, &sheet->rows[i]), page->out);
        buf_string(page->out, "</a></li>\n");
    }
    if (sheet_html_has_units(sheet))
        buf_printf(page->out, "<li><a href=\"#units\">%s</a></li>\n", _("各单位的任务"));
    buf_string(page->out, "</ul>\n</nav>\n");
}

void sheet_html(const struct sheet *sheet, struct sheet_options options, struct buf *out)
{
    struct html_page page = { .sheet = sheet, .out = out, .table = options.layout == SHEET_TABLE };
    struct buf about = { 0 };
    columns_of(sheet, PAGE_TABLE_COLS, &page.columns);
    sheet_about(sheet, options, &about);
    buf_string(out, "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                    "style-src 'unsafe-inline'\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    put_line(out, "title", NULL, sheet->title);
    buf_printf(out, "<style>\n%s%s</style>\n</head>\n<body%s>\n<header>\n",
               page.table ? sheet_html_page_table : sheet_html_page_list, sheet_html_style,
               page.table ? " class=\"wide\"" : "");
    put_line(out, "h1", NULL, sheet->title);
    if (!text_equal(sheet->title, sheet->subtitle))
        put_line(out, "p", "subtitle", sheet->subtitle);
    put_line(out, "p", "about", text_composed(buf_view(&about)));
    buf_string(out, "</header>\n");
    put_contents(&page);
    buf_string(out, "<main>\n");
    for (uint32_t i = 0; i < sheet->rows_count && buf_drain(out); i++)
        put_row(&page, i);
    end_table(&page);
    buf_string(out, "</main>\n");
    if (sheet_html_has_units(sheet))
        sheet_html_units(out, sheet);
    put_line(out, "p", "remark", sheet->source);
    buf_string(out, "</body>\n</html>\n");
    buf_fini(&about);
}
