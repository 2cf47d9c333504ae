/* SPDX-License-Identifier: MIT */
/*
 * The sheet as one self-contained HTML page that prints on A4 with the margins of GB/T 9704-2012 (top 37 mm, binding
 * edge 28 mm, a type area of 156 by 225 mm).  It asks for nothing from outside and runs nothing.
 */
#include <string.h>

#include "sheet/render.h"

static const char style[] =
    "@page { size: A4; margin: 37mm 26mm 35mm 28mm }\n"
    "@page :right { @bottom-right { content: \"— \" counter(page) \" —\"; font: 14pt SimSun, serif } }\n"
    "@page :left { @bottom-left { content: \"— \" counter(page) \" —\"; font: 14pt SimSun, serif } }\n"
    "body { max-width: 156mm; margin: 2em auto; color: #000; background: #fff; line-height: 1.8;\n"
    "  font: 16pt/29pt FangSong, FangSong_GB2312, \"Noto Serif CJK SC\", serif; text-align: justify }\n"
    "h1 { font: 22pt/32pt FZXiaoBiaoSong-B05S, SimSun, \"Noto Serif CJK SC\", serif; text-align: center; margin: 0 }\n"
    ".subtitle { text-align: center; margin: 0 0 29pt }\n"
    "h2 { font: 16pt/29pt SimHei, \"Noto Sans CJK SC\", sans-serif }\n"
    "h3, h4, h5, h6 { font: 16pt/29pt KaiTi, serif }\n"
    "h2, h3, h4, h5, h6 { margin: 14pt 0 0; text-indent: 2em; break-after: avoid }\n"
    "p { margin: 0; text-indent: 2em }\n"
    "article { break-inside: avoid; margin-bottom: 10pt }\n"
    ".remark { font-family: KaiTi, serif }\n"
    ".label, .number { font-family: SimHei, \"Noto Sans CJK SC\", sans-serif }\n"
    "@media print { body { margin: 0; max-width: none } }\n";

static void escaped(struct buf *out, struct text text)
{
    for (size_t i = 0; i < text.bytes; i++) {
        switch (text.at[i]) {
        case '&':
            buf_string(out, "&amp;");
            break;
        case '<':
            buf_string(out, "&lt;");
            break;
        case '>':
            buf_string(out, "&gt;");
            break;
        case '"':
            buf_string(out, "&quot;");
            break;
        default:
            buf_char(out, text.at[i]);
        }
    }
}

static void element(struct buf *out, const char *name, const char *class, struct text text)
{
    buf_printf(out, class ? "<%s class=\"%s\">" : "<%s>", name, class);
    escaped(out, text);
    buf_printf(out, "</%s>", name);
}

static void put_fact(struct buf *out, const struct sheet_fact *fact)
{
    bool labelled = !text_empty(fact->label);
    buf_string(out, "<p class=\"fact\">");
    if (labelled) {
        element(out, "span", "label", fact->label);
        buf_string(out, "：");
    } else {
        buf_string(out, "（");
    }
    escaped(out, text_slice(fact->text, 0, fact->lead_from_bytes));
    if (fact->lead_to_bytes > fact->lead_from_bytes)
        element(out, "strong", NULL, text_slice(fact->text, fact->lead_from_bytes, fact->lead_to_bytes));
    escaped(out, text_slice(fact->text, fact->lead_to_bytes, fact->text.bytes));
    buf_string(out, labelled ? "</p>\n" : "）</p>\n");
}

static void put_row(struct buf *out, const struct sheet_row *row)
{
    char heading[] = "h2";
    switch (row->kind) {
    case SHEET_HEADING:
        heading[1] = (char)('1' + (row->level < 5 ? row->level : 5));
        element(out, heading, NULL, row->text);
        buf_char(out, '\n');
        break;
    case SHEET_REMARK:
        element(out, "p", "remark", row->text);
        buf_char(out, '\n');
        break;
    case SHEET_ITEM:
        buf_string(out, "<article id=\"");
        escaped(out, row->id);
        if (!text_empty(row->bond)) /* a livelihood item of several parts can stand on a unit's sheet twice */
            buf_printf(out, "-%.*s", TEXT_ARG(row->bond));
        buf_string(out, "\">\n<p>");
        if (!text_empty(row->number)) {
            element(out, "span", "number", row->number);
            buf_char(out, ' ');
        }
        escaped(out, row->text);
        buf_string(out, "</p>\n");
        for (uint32_t i = 0; i < row->facts_count; i++)
            put_fact(out, &row->facts[i]);
        buf_string(out, "</article>\n");
        break;
    }
}

void sheet_html(const struct sheet *sheet, struct sheet_options options, struct buf *out)
{
    (void)options;
    buf_string(out, "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                    "style-src 'unsafe-inline'\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width\">\n");
    element(out, "title", NULL, sheet->title);
    buf_printf(out, "\n<style>\n%s</style>\n</head>\n<body>\n", style);
    element(out, "h1", NULL, sheet->title);
    buf_char(out, '\n');
    if (!text_empty(sheet->subtitle)) {
        element(out, "p", "subtitle", sheet->subtitle);
        buf_char(out, '\n');
    }
    for (uint32_t i = 0; i < sheet->rows_count; i++)
        put_row(out, &sheet->rows[i]);
    buf_string(out, "</body>\n</html>\n");
}
