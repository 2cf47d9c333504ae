/* SPDX-License-Identifier: MIT */
#include "sheet/block.h"

#include "sheet/facts.h"

static void give(block_sink *sink, void *context, enum block_kind kind, uint32_t row_idx, struct text text)
{
    struct block block = { .kind = kind, .row_idx = row_idx, .text = text };
    if (!text_empty(text))
        sink(context, &block);
}

void block_each_head(const struct sheet *sheet, struct sheet_options options, block_sink *sink, void *context)
{
    struct buf about = { 0 };
    give(sink, context, BLOCK_TITLE, NO_IDX, sheet->title);
    if (!text_equal(sheet->title, sheet->subtitle))
        give(sink, context, BLOCK_SUBTITLE, NO_IDX, sheet->subtitle);
    sheet_about(sheet, options, &about);
    give(sink, context, BLOCK_ABOUT, NO_IDX, text_composed(buf_view(&about)));
    buf_fini(&about);
}

bool block_keeps(const struct sheet *sheet, uint32_t row_idx)
{
    const struct sheet_row *row = &sheet->rows[row_idx];
    uint32_t below = sheet->rows_count - row_idx - 1;
    return below == 0 || (below == 1 && row->kind == SHEET_ITEM && row[1].kind == SHEET_REMARK);
}

void block_each_tail(const struct sheet *sheet, block_sink *sink, void *context)
{
    give(sink, context, BLOCK_REMARK, NO_IDX, sheet->source);
}

static void give_fact(const struct sheet_fact *fact, struct block block, struct buf *buf, block_sink *sink,
                      void *context)
{
    bool labelled = !text_empty(fact->label);
    buf_clear(buf);
    buf_text(buf, fact->label);
    buf_string(buf, labelled ? "：" : "（");
    size_t from = buf->bytes;
    if (labelled)
        block.stretches[block.stretches_count++] = (struct block_stretch){ 0, from, BLOCK_LABEL };
    buf_text(buf, fact->text);
    buf_string(buf, labelled ? "" : "）");
    if (fact->lead_to_bytes > fact->lead_from_bytes)
        block.stretches[block.stretches_count++] =
            (struct block_stretch){ from + fact->lead_from_bytes, from + fact->lead_to_bytes, BLOCK_LEAD };
    block.text = text_composed(buf_view(buf));
    sink(context, &block);
}

void block_each_of_row(const struct sheet *sheet, uint32_t row_idx, block_sink *sink, void *context)
{
    const struct sheet_row *row = &sheet->rows[row_idx];
    struct block block = { .row_idx = row_idx, .level = (int)row->level, .text = sheet_row_text(sheet, row) };
    bool keep = block_keeps(sheet, row_idx);
    if (row->kind != SHEET_ITEM) {
        block.kind = row->kind == SHEET_HEADING ? BLOCK_HEADING : BLOCK_REMARK;
        block.keep = keep;
        sink(context, &block);
        return;
    }
    struct buf buf = { 0 };
    struct arena arena = { 0 };
    struct sheet_fact facts[FACTS_MAX];
    uint32_t facts_count = facts_of_row(sheet, row, &arena, facts);
    block.kind = BLOCK_ITEM;
    block.keep = keep && !facts_count;
    sheet_row_number(sheet, row, &buf);
    if (buf.bytes) {
        buf_char(&buf, ' ');
        block.stretches[block.stretches_count++] = (struct block_stretch){ 0, buf.bytes, BLOCK_NUMBER };
    }
    buf_text(&buf, block.text);
    block.text = text_composed(buf_view(&buf));
    sink(context, &block);
    for (uint32_t i = 0; i < facts_count; i++) {
        struct block fact = { .kind = BLOCK_FACT, .row_idx = row_idx, .keep = keep && i + 1 == facts_count };
        give_fact(&facts[i], fact, &buf, sink, context);
    }
    arena_fini(&arena);
    buf_fini(&buf);
}
