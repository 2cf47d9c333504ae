/* SPDX-License-Identifier: MIT */
/* The sheet as Markdown (CommonMark); the numbers are the notice's own, not a list's. */
#include <string.h>

#include "sheet/facts.h"
#include "sheet/render.h"

static void escaped(struct buf *out, struct text text)
{
    size_t from = 0;
    for (size_t i = 0; i < text.bytes; i++) {
        if (text.at[i] & 0x80 || !strchr("\\`*_[]<>|~#&", text.at[i]))
            continue;
        buf_text(out, text_slice(text, from, i));
        buf_char(out, '\\');
        from = i;
    }
    buf_text(out, text_slice(text, from, text.bytes));
}

static void put_fact(struct buf *out, const struct sheet_fact *fact)
{
    bool labelled = !text_empty(fact->label);
    buf_string(out, "- ");
    escaped(out, fact->label);
    buf_string(out, labelled ? "：" : "（");
    escaped(out, text_slice(fact->text, 0, fact->lead_from_bytes));
    if (fact->lead_to_bytes > fact->lead_from_bytes) {
        buf_string(out, "**");
        escaped(out, text_slice(fact->text, fact->lead_from_bytes, fact->lead_to_bytes));
        buf_string(out, "**");
    }
    escaped(out, text_slice(fact->text, fact->lead_to_bytes, fact->text.bytes));
    buf_string(out, labelled ? "\n" : "）\n");
}

static void put_row(struct buf *out, const struct sheet *sheet, const struct sheet_row *row)
{
    struct arena arena = { 0 };
    struct sheet_fact facts[FACTS_MAX];
    uint32_t facts_count;
    struct buf number = { 0 };
    switch (row->kind) {
    case SHEET_HEADING:
        buf_fill(out, '#', row->level < 5 ? (size_t)row->level + 1 : 6);
        buf_char(out, ' ');
        escaped(out, sheet_row_text(sheet, row));
        buf_string(out, "\n\n");
        break;
    case SHEET_REMARK:
        buf_string(out, "> ");
        escaped(out, sheet_row_text(sheet, row));
        buf_string(out, "\n\n");
        break;
    case SHEET_ITEM:
        sheet_row_number(sheet, row, &number);
        if (number.bytes) {
            buf_string(out, "**");
            escaped(out, text_composed(buf_view(&number)));
            buf_string(out, "** ");
        }
        escaped(out, sheet_row_text(sheet, row));
        buf_string(out, "\n\n");
        facts_count = facts_of_row(sheet, row, &arena, facts);
        for (uint32_t i = 0; i < facts_count; i++)
            put_fact(out, &facts[i]);
        arena_fini(&arena);
        buf_fini(&number);
        if (facts_count)
            buf_char(out, '\n');
        break;
    }
}

void sheet_markdown(const struct sheet *sheet, struct sheet_options options, struct buf *out)
{
    (void)options;
    buf_string(out, "# ");
    escaped(out, sheet->title);
    buf_string(out, "\n\n");
    if (!text_empty(sheet->subtitle)) {
        escaped(out, sheet->subtitle);
        buf_string(out, "\n\n");
    }
    for (uint32_t i = 0; i < sheet->rows_count && buf_drain(out); i++)
        put_row(out, sheet, &sheet->rows[i]);
    if (!text_empty(sheet->source)) {
        buf_string(out, "> ");
        escaped(out, sheet->source);
        buf_string(out, "\n\n");
    }
    if (out->bytes && sheet->rows_count) /* the blank line behind the last paragraph */
        out->at[--out->bytes] = '\0';
}
