/* SPDX-License-Identifier: MIT */
/* The sheet as Markdown (CommonMark); the numbers are the notice's own, not a list's. */
#include <string.h>

#include "sheet/block.h"
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

/* A stretch of a block; strong without the blank behind a number. */
static void put_stretch(struct buf *out, struct text text, enum block_mark mark)
{
    bool strong = mark == BLOCK_NUMBER || mark == BLOCK_LEAD, blank = mark == BLOCK_NUMBER;
    buf_string(out, strong ? "**" : "");
    escaped(out, text_slice(text, 0, text.bytes - blank));
    buf_string(out, strong ? "**" : "");
    buf_string(out, blank ? " " : "");
}

struct markdown {
    struct buf *out;
    bool in_facts; /* a list, which a blank line ends */
};

static void put_block(void *context, const struct block *block)
{
    struct markdown *markdown = context;
    struct buf *out = markdown->out;
    size_t at = 0;
    if (block->kind == BLOCK_ABOUT)
        return;
    buf_string(out, markdown->in_facts && block->kind != BLOCK_FACT ? "\n" : "");
    markdown->in_facts = block->kind == BLOCK_FACT;
    if (block->kind == BLOCK_TITLE || block->kind == BLOCK_HEADING) {
        buf_fill(out, '#', block->level < 5 ? (size_t)block->level + 1 : 6);
        buf_char(out, ' ');
    }
    buf_string(out, block->kind == BLOCK_FACT ? "- " : block->kind == BLOCK_REMARK ? "> " : "");
    for (uint32_t i = 0; i < block->stretches_count; i++) {
        const struct block_stretch *stretch = &block->stretches[i];
        put_stretch(out, text_slice(block->text, at, stretch->from_bytes), BLOCK_PLAIN);
        put_stretch(out, text_slice(block->text, stretch->from_bytes, stretch->to_bytes), stretch->mark);
        at = stretch->to_bytes;
    }
    put_stretch(out, text_slice(block->text, at, block->text.bytes), BLOCK_PLAIN);
    buf_string(out, markdown->in_facts ? "\n" : "\n\n");
}

void sheet_markdown(const struct sheet *sheet, struct sheet_options options, struct buf *out)
{
    struct markdown markdown = { .out = out };
    block_each_head(sheet, options, put_block, &markdown);
    for (uint32_t i = 0; i < sheet->rows_count && buf_drain(out); i++)
        block_each_of_row(sheet, i, put_block, &markdown);
    block_each_tail(sheet, put_block, &markdown);
    if (out->bytes && sheet->rows_count) /* the blank line behind the last paragraph */
        out->at[--out->bytes] = '\0';
}
