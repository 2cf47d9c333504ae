/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "breakdown/diff.h"
#include "text/utf8.h"

/* Beyond this many cells of the table the middle of two texts is shown as one exchange. */
enum { CELLS_MAX = 4000000 };

static int run_class(uint32_t c)
{
    if (c >= '0' && c <= '9')
        return 1;
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? 2 : 0;
}

/* Where each token of text starts, and where the last one ends: count + 1 offsets. */
static uint32_t *tokens_of(struct text text, uint32_t *count)
{
    uint32_t *starts = mem_array(text.bytes + 1, sizeof *starts);
    int class_before = 0;
    *count = 0;
    for (size_t at = 0; at < text.bytes;) {
        size_t bytes;
        int class_now = run_class(utf8_at(text, at, &bytes));
        /* 8.5 changes whole. */
        if (text.at[at] == '.' && class_before == 1 && at + 1 < text.bytes &&
            run_class((unsigned char)text.at[at + 1]) == 1)
            class_now = 1;
        if (!class_now || class_now != class_before)
            starts[(*count)++] = (uint32_t)at;
        class_before = class_now;
        at = class_now ? at + bytes : utf8_next_cluster(text, at);
    }
    starts[*count] = (uint32_t)text.bytes;
    return starts;
}

struct word_side {
    struct text text;
    uint32_t *starts;
    uint32_t count;
};

static bool same_token(const struct word_side *a, uint32_t i, const struct word_side *b, uint32_t j)
{
    return text_equal(text_slice(a->text, a->starts[i], a->starts[i + 1]),
                      text_slice(b->text, b->starts[j], b->starts[j + 1]));
}

/* A run of tokens that both have. */
struct same_words {
    uint32_t old_from, new_from, count;
};

struct same_list {
    struct same_words *items;
    size_t count, cap;
};

static void add_block(struct same_list *blocks, struct same_words block)
{
    struct same_words *last = blocks->count ? &blocks->items[blocks->count - 1] : NULL;
    if (!block.count)
        return;
    if (last && last->old_from + last->count == block.old_from && last->new_from + last->count == block.new_from) {
        last->count += block.count;
        return;
    }
    MEM_GROW(blocks->items, blocks->count + 1, blocks->cap);
    blocks->items[blocks->count++] = block;
}

/* The longest common subsequence of what lies between the common head and tail, by the table of all pairs. */
static void find_middle(const struct word_side *old, const struct word_side *new, uint32_t head, uint32_t old_count,
                        uint32_t new_count, struct same_list *blocks)
{
    size_t wide = (size_t)new_count + 1;
    if (!old_count || !new_count || ((size_t)old_count + 1) > CELLS_MAX / wide)
        return;
    uint16_t *longest = mem_array(((size_t)old_count + 1) * wide, sizeof *longest);
    for (uint32_t i = old_count; i-- > 0;) {
        for (uint32_t j = new_count; j-- > 0;) {
            uint16_t *cell = &longest[i * wide + j];
            uint16_t down = cell[wide], right = cell[1];
            *cell = down > right ? down : right;
            if (same_token(old, head + i, new, head + j) && cell[wide + 1] + 1 > *cell)
                *cell = (uint16_t)(cell[wide + 1] + 1);
        }
    }
    for (uint32_t i = 0, j = 0; i < old_count && j < new_count;) {
        const uint16_t *cell = &longest[i * wide + j];
        if (same_token(old, head + i, new, head + j) && *cell == cell[wide + 1] + 1)
            add_block(blocks, (struct same_words){ head + i++, head + j++, 1 });
        else if (cell[wide] >= cell[1])
            i++;
        else
            j++;
    }
    free(longest);
}

/* A single character between two exchanges is chance, not sense: the reader wants to see one exchange. */
static void drop_chance(struct same_list *blocks, uint32_t old_count, uint32_t new_count)
{
    size_t kept = 0;
    for (size_t i = 0; i < blocks->count; i++) {
        struct same_words block = blocks->items[i];
        bool opens = block.old_from == 0 && block.new_from == 0;
        bool closes = block.old_from + block.count == old_count && block.new_from + block.count == new_count;
        if (block.count > 1 || opens || closes)
            blocks->items[kept++] = block;
    }
    blocks->count = kept;
}

static void emit(struct diff_word *words, uint32_t *count, enum diff_side which, const struct word_side *side,
                 uint32_t from, uint32_t to)
{
    if (from < to)
        words[(*count)++] = (struct diff_word){ which, text_slice(side->text, side->starts[from], side->starts[to]) };
}

static uint32_t write_words(struct arena *arena, const struct word_side *old, const struct word_side *new,
                            const struct same_list *blocks, const struct diff_word **words)
{
    struct diff_word *out = arena_array(arena, blocks->count * 3 + 2, sizeof *out);
    uint32_t count = 0, old_at = 0, new_at = 0;
    for (size_t i = 0; i < blocks->count; i++) {
        const struct same_words *block = &blocks->items[i];
        emit(out, &count, DIFF_OLD, old, old_at, block->old_from);
        emit(out, &count, DIFF_NEW, new, new_at, block->new_from);
        emit(out, &count, DIFF_BOTH, new, block->new_from, block->new_from + block->count);
        old_at = block->old_from + block->count;
        new_at = block->new_from + block->count;
    }
    emit(out, &count, DIFF_OLD, old, old_at, old->count);
    emit(out, &count, DIFF_NEW, new, new_at, new->count);
    *words = out;
    return count;
}

uint32_t diff_words(struct arena *arena, struct text old_text, struct text new_text, const struct diff_word **words)
{
    struct word_side old = { .text = old_text }, new = { .text = new_text };
    struct same_list blocks = { 0 };
    old.starts = tokens_of(old_text, &old.count);
    new.starts = tokens_of(new_text, &new.count);
    uint32_t least = old.count < new.count ? old.count : new.count, head = 0, tail = 0;
    while (head < least && same_token(&old, head, &new, head))
        head++;
    while (tail < least - head && same_token(&old, old.count - 1 - tail, &new, new.count - 1 - tail))
        tail++;
    add_block(&blocks, (struct same_words){ 0, 0, head });
    find_middle(&old, &new, head, old.count - head - tail, new.count - head - tail, &blocks);
    add_block(&blocks, (struct same_words){ old.count - tail, new.count - tail, tail });
    drop_chance(&blocks, old.count, new.count);
    uint32_t count = write_words(arena, &old, &new, &blocks, words);
    free(blocks.items);
    free(old.starts);
    free(new.starts);
    return count;
}
