/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <string.h>

#include "base/mem.h"
#include "notice/punctuation.h"
#include "notice/token.h"
#include "notice/unwrap.h"

struct raw_lines {
    struct raw_line *items;
    uint32_t count;
    size_t cap;
};

/* A TAB on its way through cleaning, which would make it a blank like any other. */
static const char TAB_MARK[] = "\xE2\x80\x83";

/* Drops what pages hide between characters: zero-width blanks, joiners, soft hyphens, byte order marks. */
static void visible(struct buf *out, struct span raw)
{
    static const char *const HIDDEN[] = { "\xE2\x80\x8B", "\xE2\x80\x8C", "\xE2\x80\x8D",
                                          "\xEF\xBB\xBF", "\xE2\x81\xA0", "\xC2\xAD" };
    for (size_t i = 0; i < raw.bytes;) {
        size_t skip = 0;
        if ((unsigned char)raw.at[i] >= 0xC2)
            for (size_t h = 0; h < sizeof HIDDEN / sizeof HIDDEN[0] && !skip; h++)
                if (raw.bytes - i >= strlen(HIDDEN[h]) && memcmp(raw.at + i, HIDDEN[h], strlen(HIDDEN[h])) == 0)
                    skip = strlen(HIDDEN[h]);
        if (!skip && raw.at[i] == '\t')
            buf_string(out, TAB_MARK);
        else if (!skip)
            buf_char(out, raw.at[i]);
        i += skip ? skip : 1;
    }
}

/* One pass with a stack: a million brackets take no longer than a million letters. */
static const uint32_t *match_brackets(struct arena *arena, const struct keyed *k)
{
    uint32_t *closes = NULL, *stack = NULL;
    size_t depth = 0, cap = 0;
    for (uint32_t i = 0; i < k->bytes; i++) {
        if (k->key[i] == '(') {
            if (!closes)
                closes = arena_array(arena, k->bytes, sizeof *closes);
            MEM_GROW(stack, depth + 1, cap);
            stack[depth++] = i;
        } else if (k->key[i] == ')' && depth > 0) {
            closes[stack[--depth]] = i;
        }
    }
    free(stack);
    return closes;
}

/* The line's text with blanks for the marks, and where they were: a mark and a blank are one byte of the key alike. */
static struct text take_tabs(struct notice *notice, struct text text, struct line *line)
{
    struct keyed k = keyed_make(notice->arena, text);
    struct buf plain = { 0 };
    line->tabs = arena_array(notice->arena, k.bytes + 1, sizeof *line->tabs);
    for (uint32_t i = 0; i < k.bytes; i++) {
        const char *at = text.at + k.at[i];
        if (k.key[i] == ' ' && k.at[i + 1] - k.at[i] == 3 && memcmp(at, TAB_MARK, 3) == 0) {
            line->tabs[line->tabs_count++] = i;
            buf_char(&plain, ' ');
        } else if (i == 0 || k.at[i] != k.at[i - 1]) {
            uint32_t end = i + keyed_step(&k, i);
            while (end < k.bytes && k.at[end] == k.at[i])
                end++;
            buf_add(&plain, at, k.at[end] - k.at[i]);
        }
    }
    text = text_copy(notice->arena, text_composed(buf_view(&plain)));
    buf_fini(&plain);
    return text;
}

static void add_raw(struct notice *notice, struct raw_lines *raws, struct span raw, uint32_t no)
{
    struct buf seen = { 0 };
    visible(&seen, raw);
    struct text text = text_copy(notice->arena, text_clean(notice->arena, buf_view(&seen)));
    buf_fini(&seen);
    if (notice->options->full_punctuation) {
        struct buf full = { 0 };
        punctuation_full(text, &full);
        text = text_copy(notice->arena, text_composed(buf_view(&full)));
        buf_fini(&full);
    }
    MEM_GROW(raws->items, (size_t)raws->count + 1, raws->cap);
    raws->items[raws->count++] = (struct raw_line){ text, no, memchr(raw.at, '\t', raw.bytes) != NULL, false };
}

/* A paragraph's lines as one, with the places where the further ones start. */
static struct text join(struct notice *notice, const struct raw_line *raws, uint32_t count, struct line *line)
{
    struct buf whole = { 0 };
    line->breaks = arena_array(notice->arena, count, sizeof *line->breaks);
    for (uint32_t i = 0; i < count; i++) {
        struct keyed k = keyed_make(notice->arena, raws[i].text);
        uint32_t from = 0, to = k.bytes;
        keyed_trim(&k, &from, &to);
        if (i > 0)
            line->breaks[line->breaks_count++] = (struct line_break){ (uint32_t)whole.bytes, raws[i].no };
        buf_text(&whole, text_slice(raws[i].text, i > 0 ? k.at[from] : 0, k.at[to]));
    }
    struct text text = text_copy(notice->arena, text_composed(buf_view(&whole)));
    buf_fini(&whole);
    return text;
}

static void add_line(struct notice *notice, const struct raw_line *raws, uint32_t count, size_t *cap)
{
    struct line line = { .no = raws->no };
    struct text text = count > 1 ? join(notice, raws, count, &line) : raws->text;
    if (raws->tabs)
        text = take_tabs(notice, text, &line);
    line.k = keyed_make(notice->arena, text);
    line.closes = match_brackets(notice->arena, &line.k);
    for (uint32_t i = 0, at = 0; i < line.breaks_count; i++) {
        while (line.k.at[at] < line.breaks[i].at)
            at++;
        line.breaks[i].at = at;
    }
    MEM_GROW(notice->lines, (size_t)notice->lines_count + 1, *cap);
    notice->lines[notice->lines_count++] = line;
}

void notice_lines(struct notice *notice, struct span utf8)
{
    struct raw_lines raws = { 0 };
    size_t cap = 0, from = 0;
    uint32_t no = 1;
    for (size_t i = 0; i <= utf8.bytes; i++) {
        bool end = i == utf8.bytes;
        if (!end && utf8.at[i] != '\n' && utf8.at[i] != '\r' && utf8.at[i] != '\f' && utf8.at[i] != '\v')
            continue;
        if (i > from || !end)
            add_raw(notice, &raws, (struct span){ utf8.at + from, i - from }, no);
        if (!end && utf8.at[i] == '\r' && i + 1 < utf8.bytes && utf8.at[i + 1] == '\n')
            i++;
        if (!end && (utf8.at[i] == '\n' || utf8.at[i] == '\r'))
            no++;
        from = i + 1;
    }
    unwrap(notice->arena, raws.items, raws.count);
    for (uint32_t i = 0, count; i < raws.count; i += count) {
        for (count = 1; i + count < raws.count && raws.items[i + count].goes_on;)
            count++;
        add_line(notice, raws.items + i, count, &cap);
    }
    free(raws.items);
}

struct token *notice_token(struct notice *notice, enum token_kind kind, uint32_t line_idx, uint32_t from, uint32_t to)
{
    MEM_GROW(notice->tokens, notice->tokens_count + 1, notice->tokens_cap);
    struct token *token = &notice->tokens[notice->tokens_count++];
    const struct keyed *k = &notice->lines[line_idx].k;
    uint32_t head = 0, end = from;
    keyed_trim(k, &head, &end);
    *token = (struct token){ .kind = kind,
                             .line_idx = line_idx,
                             .from = from,
                             .to = to,
                             .body_from = from,
                             .body_to = to,
                             .starts_line = end <= head,
                             .item_idx = NO_IDX,
                             .what = IMPORT_SKIPPED };
    return token;
}

void notice_doubt(struct notice *notice, uint32_t line_no, const char *format, ...)
{
    struct buf text = { 0 };
    va_list args;
    va_start(args, format);
    buf_vprintf(&text, format, args);
    va_end(args);
    MEM_GROW(notice->doubts, notice->doubts_count + 1, notice->doubts_cap);
    notice->doubts[notice->doubts_count++] =
        (struct import_doubt){ line_no, text_copy(notice->arena, text_composed(buf_view(&text))) };
    buf_fini(&text);
}

struct text token_body(const struct notice *notice, const struct token *token)
{
    return keyed_text(&notice->lines[token->line_idx].k, token->body_from, token->body_to);
}
