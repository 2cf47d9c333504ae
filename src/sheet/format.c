/* SPDX-License-Identifier: MIT */
#include "sheet/format.h"

#include "base/i18n.h"
#include "sheet/render.h"

#define SHEETS FORMAT_FOR_SHEET

const struct format_row format_table[FORMATS_COUNT] = {
    [FORMAT_TEXT] = { "text", "txt", N_("纯文本（公文版心 28字×22行）"), CHARSET_LOCALE,
                      FORMAT_FOR_WORDS | FORMAT_FOR_ANSWER | SHEETS | FORMAT_HAS_LAYOUTS, sheet_text },
    [FORMAT_MARKDOWN] = { "markdown", "md", "Markdown", CHARSET_LOCALE, SHEETS, sheet_markdown },
    [FORMAT_HTML] = { "html", "html", N_("HTML 网页"), CHARSET_UTF8, SHEETS | FORMAT_FOR_STATS | FORMAT_HAS_LAYOUTS,
                      sheet_html },
    [FORMAT_CSV] = { "csv", "csv", N_("CSV 表格"), CHARSET_TABLE, SHEETS | FORMAT_FOR_EXPORT, sheet_csv },
    [FORMAT_TSV] = { "tsv", "tsv", N_("TSV 表格"), CHARSET_TABLE, FORMAT_FOR_ANSWER | SHEETS | FORMAT_FOR_EXPORT,
                     sheet_tsv },
    [FORMAT_JSON] = { "json", "json", "JSON", CHARSET_UTF8, FORMAT_FOR_ANSWER | SHEETS | FORMAT_FOR_EXPORT,
                      sheet_json },
    [FORMAT_YAML] = { "yaml", "yaml", "YAML", CHARSET_UTF8, FORMAT_FOR_EXPORT | FORMAT_FOR_IMPORT, NULL },
    [FORMAT_PDF] = { "pdf", "pdf", "PDF", CHARSET_BYTES, SHEETS | FORMAT_HAS_LAYOUTS, NULL },
    [FORMAT_XLSX] = { "xlsx", "xlsx", N_("Excel 表格"), CHARSET_BYTES, SHEETS, NULL },
    [FORMAT_DOCX] = { "docx", "docx", N_("Word 文档"), CHARSET_BYTES, SHEETS | FORMAT_HAS_LAYOUTS, NULL },
};

bool format_by_paper(enum format format)
{
    return format_table[format].charset == CHARSET_BYTES;
}

bool format_in_locale(enum format format)
{
    return format_table[format].charset == CHARSET_LOCALE || format_table[format].charset == CHARSET_TABLE;
}

enum format format_find(struct text word)
{
    enum format format = 0;
    while (format < FORMATS_COUNT && !text_equal(word, text_of(format_table[format].word)))
        format++;
    return format;
}

void format_words(unsigned uses, struct buf *out)
{
    const char *before = "";
    for (enum format format = 0; format < FORMATS_COUNT; format++) {
        if (!(format_table[format].uses & uses))
            continue;
        buf_printf(out, "%s%s", before, format_table[format].word);
        before = " ";
    }
}
