/* SPDX-License-Identifier: MIT */
/* The text of a Word document: paragraphs of the sheet's blocks, or a table of its columns. */
#include "paper/docx.h"

#include "base/i18n.h"
#include "text/markup.h"

struct docx_file {
    const struct sheet *sheet;
    struct columns columns;
    bool table;
    bool in_table;
    struct buf xml;
};

static const char *style_of(const struct block *block)
{
    static const char *const styles[BLOCK_KINDS_COUNT] = {
        [BLOCK_TITLE] = "Title", [BLOCK_SUBTITLE] = "Subtitle", [BLOCK_ABOUT] = "About",
        [BLOCK_ITEM] = "Normal", [BLOCK_FACT] = "Units",        [BLOCK_REMARK] = "Remark",
    };
    static const char *const headings[] = { "Heading1", "Heading2", "Heading3" };
    if (block->kind == BLOCK_HEADING)
        return headings[block->level < 3 ? block->level - 1 : 2];
    return styles[block->kind];
}

static void put_run(struct docx_file *document, struct text text, const char *style)
{
    if (text_empty(text))
        return;
    buf_string(&document->xml, "<w:r>");
    if (style)
        buf_printf(&document->xml, "<w:rPr><w:rStyle w:val=\"%s\"/></w:rPr>", style);
    buf_string(&document->xml, "<w:t xml:space=\"preserve\">");
    markup_escape(text, &document->xml);
    buf_string(&document->xml, "</w:t></w:r>");
}

static void begin_paragraph(struct docx_file *document, const char *style, bool keep)
{
    buf_printf(&document->xml, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>%s</w:pPr>", style, keep ? "<w:keepNext/>" : "");
}

static void put_paragraph(struct docx_file *document, const char *style, bool keep, struct text text)
{
    begin_paragraph(document, style, keep);
    put_run(document, text, NULL);
    buf_string(&document->xml, "</w:p>\n");
}

static void put_block(void *context, const struct block *block)
{
    static const char *const marks[] = {
        [BLOCK_PLAIN] = NULL, [BLOCK_NUMBER] = NULL, [BLOCK_LABEL] = "UnitsLabel", [BLOCK_LEAD] = "UnitsLead"
    };
    struct docx_file *document = context;
    size_t at = 0;
    begin_paragraph(document, style_of(block), block->keep);
    for (uint32_t i = 0; i < block->stretches_count; i++) {
        const struct block_stretch *stretch = &block->stretches[i];
        put_run(document, text_slice(block->text, at, stretch->from_bytes), NULL);
        put_run(document, text_slice(block->text, stretch->from_bytes, stretch->to_bytes), marks[stretch->mark]);
        at = stretch->to_bytes;
    }
    put_run(document, text_slice(block->text, at, block->text.bytes), NULL);
    buf_string(&document->xml, "</w:p>\n");
}

static void put_cell(struct docx_file *document, int cells, uint32_t span, const char *style, bool keep,
                     struct text text)
{
    buf_printf(&document->xml, "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/>", cells * DOCX_TABLE_CELL);
    if (span > 1)
        buf_printf(&document->xml, "<w:gridSpan w:val=\"%u\"/>", span);
    buf_string(&document->xml, "</w:tcPr>");
    put_paragraph(document, style, keep, text);
    buf_string(&document->xml, "</w:tc>");
}

static void begin_table(struct docx_file *document)
{
    const struct columns *columns = &document->columns;
    buf_string(&document->xml, "<w:tbl><w:tblPr><w:tblStyle w:val=\"Sheet\"/>");
    buf_printf(&document->xml, "<w:tblW w:w=\"%d\" w:type=\"dxa\"/>", columns->col[columns->count] * DOCX_TABLE_CELL);
    buf_string(&document->xml, "<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
    for (uint32_t c = 0; c < columns->count; c++)
        buf_printf(&document->xml, "<w:gridCol w:w=\"%d\"/>",
                   (columns->col[c + 1] - columns->col[c]) * DOCX_TABLE_CELL);
    buf_string(&document->xml, "</w:tblGrid>\n<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (uint32_t c = 0; c < columns->count; c++)
        put_cell(document, columns->col[c + 1] - columns->col[c], 1, "CellHead", false,
                 text_of(_(column_name(document->sheet, columns->which[c]))));
    buf_string(&document->xml, "</w:tr>\n");
    document->in_table = true;
}

static void end_table(struct docx_file *document)
{
    if (document->in_table)
        buf_string(&document->xml, "</w:tbl>\n");
    document->in_table = false;
}

static void put_row(struct docx_file *document, uint32_t row_idx)
{
    const struct sheet_row *row = &document->sheet->rows[row_idx];
    bool keep = block_keeps(document->sheet, row_idx);
    const struct columns *columns = &document->columns;
    struct buf text = { 0 };
    if (!document->in_table)
        begin_table(document);
    buf_string(&document->xml, "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
    if (row->kind == SHEET_HEADING)
        put_cell(document, columns->col[columns->count], columns->count,
                 row->level > 1 ? "CellHeading2" : "CellHeading1", false, sheet_row_text(document->sheet, row));
    for (uint32_t c = 0; c < columns->count && row->kind == SHEET_ITEM; c++) {
        buf_clear(&text);
        column_text(document->sheet, row, columns->which[c], &text);
        put_cell(document, columns->col[c + 1] - columns->col[c], 1, "Cell", keep, text_composed(buf_view(&text)));
    }
    buf_string(&document->xml, "</w:tr>\n");
    buf_fini(&text);
}

static void put_rows(struct docx_file *document)
{
    const struct sheet *sheet = document->sheet;
    for (uint32_t i = 0; i < sheet->rows_count; i++) {
        if (document->table && columns_in_table(sheet, i)) {
            if (!columns_row_says(sheet, &sheet->rows[i]))
                put_row(document, i);
            continue;
        }
        end_table(document);
        block_each_of_row(sheet, i, put_block, document);
    }
    end_table(document);
}

static void put_section(struct docx_file *document)
{
    struct buf *xml = &document->xml;
    buf_string(xml, "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/>"
                    "<w:footerReference w:type=\"even\" r:id=\"rId5\"/>");
    if (document->table)
        buf_printf(xml,
                   "<w:pgSz w:w=\"%d\" w:h=\"%d\" w:orient=\"landscape\"/><w:pgMar w:top=\"1531\" w:right=\"2041\" "
                   "w:bottom=\"1531\" w:left=\"2041\" w:header=\"851\" w:footer=\"1021\" w:gutter=\"0\"/>",
                   DOCX_A4_LONG, DOCX_A4_SHORT);
    else
        /* GB/T 9704-2012 in twentieths of a point; 22 lines of 579 and no grid of characters, which spreads them. */
        buf_printf(xml,
                   "<w:pgSz w:w=\"%d\" w:h=\"%d\"/><w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" "
                   "w:left=\"1588\" w:header=\"851\" w:footer=\"1417\" w:gutter=\"0\"/>"
                   "<w:docGrid w:type=\"lines\" w:linePitch=\"579\"/>",
                   DOCX_A4_SHORT, DOCX_A4_LONG);
    buf_string(xml, "</w:sectPr>");
}

bool docx_render(const struct sheet *sheet, struct sheet_options options, struct buf *out, struct buf *said)
{
    struct docx_file document = { .sheet = sheet, .table = options.layout == SHEET_TABLE };
    struct buf styles = { 0 }, settings = { 0 }, fonts = { 0 }, odd = { 0 }, even = { 0 }, core = { 0 };
    columns_of(sheet, PAGE_TABLE_COLS, &document.columns);
    buf_string(&document.xml,
               "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
               "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
               "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>\n");
    block_each_head(sheet, options, put_block, &document);
    put_paragraph(&document, "About", false, TEXT(""));
    put_rows(&document);
    block_each_tail(sheet, put_block, &document);
    put_section(&document);
    buf_string(&document.xml, "</w:body></w:document>\n");
    docx_put_styles(document.table, &styles);
    docx_put_settings(&settings);
    docx_put_fonts(&fonts);
    docx_put_footer(sheet, false, document.table, &odd);
    docx_put_footer(sheet, true, document.table, &even);
    docx_put_core(sheet, options, &core);
    const struct part_file parts[] = {
        { "[Content_Types].xml", span_of(docx_types) },   { "_rels/.rels", span_of(docx_package) },
        { "word/document.xml", buf_view(&document.xml) }, { "word/_rels/document.xml.rels", span_of(docx_relations) },
        { "word/styles.xml", buf_view(&styles) },         { "word/settings.xml", buf_view(&settings) },
        { "word/fontTable.xml", buf_view(&fonts) },       { "word/footer1.xml", buf_view(&odd) },
        { "word/footer2.xml", buf_view(&even) },          { "docProps/core.xml", buf_view(&core) },
    };
    bool good = parts_zip(parts, sizeof parts / sizeof *parts, options.printed, out, said);
    struct buf *const bufs[] = { &document.xml, &styles, &settings, &fonts, &odd, &even, &core };
    for (size_t i = 0; i < sizeof bufs / sizeof *bufs; i++)
        buf_fini(bufs[i]);
    return good;
}
