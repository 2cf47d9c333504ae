/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "notice/quoted.h"
#include "notice/raw.h"
#include "notice/token.h"
#include "notice/unwrap.h"

/* One pass with a stack: a million brackets take no longer than a million letters. */
static void match_brackets(struct arena *arena, struct notice_line *line)
{
    struct line_bracket *brackets = NULL;
    uint32_t *stack = NULL, count = 0;
    size_t depth = 0, stack_cap = 0, cap = 0;
    for (uint32_t i = 0; i < line->k.bytes; i++) {
        if (line->k.key[i] == '(') {
            MEM_GROW(stack, depth + 1, stack_cap);
            MEM_GROW(brackets, (size_t)count + 1, cap);
            stack[depth++] = count;
            brackets[count++] = (struct line_bracket){ i, 0 };
        } else if (line->k.key[i] == ')' && depth > 0) {
            brackets[stack[--depth]].close = i;
        }
    }
    if (count) {
        line->brackets = arena_array(arena, count, sizeof *brackets);
        memcpy(line->brackets, brackets, count * sizeof *brackets);
    }
    line->brackets_count = count;
    free(stack);
    free(brackets);
}

uint32_t notice_close(const struct notice_line *line, uint32_t open)
{
    uint32_t low = 0, high = line->brackets_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (line->brackets[middle].open < open)
            low = middle + 1;
        else
            high = middle;
    }
    return low < line->brackets_count && line->brackets[low].open == open ? line->brackets[low].close : 0;
}

/* The line's text with blanks for the marks, which are one byte of the key alike, and where they were. */
static void take_tabs(struct notice *notice, struct text text, struct notice_line *line)
{
    static const size_t mark_bytes = sizeof RAW_TAB - 1;
    struct buf plain = { 0 };
    uint32_t count = 0;
    size_t from = 0;
    const char *mark;
    for (size_t at = 0; (mark = memmem(text.at + at, text.bytes - at, RAW_TAB, mark_bytes)); count++)
        at = (size_t)(mark - text.at) + mark_bytes;
    line->tabs = arena_array(notice->arena, (size_t)count + 1, sizeof *line->tabs);
    for (; line->tabs_count < count; from = (size_t)(mark - text.at) + mark_bytes) {
        mark = memmem(text.at + from, text.bytes - from, RAW_TAB, mark_bytes);
        buf_add(&plain, text.at + from, (size_t)(mark - text.at) - from);
        line->tabs[line->tabs_count++] = (uint32_t)plain.bytes;
        buf_char(&plain, ' ');
    }
    buf_text(&plain, text_slice(text, from, text.bytes));
    line->k = keyed_make(notice->arena, text_take(notice->arena, &plain));
    for (uint32_t i = 0; i < count; i++)
        line->tabs[i] = keyed_find(&line->k, line->tabs[i]);
}

/* A paragraph's lines as one, with the places where the further ones start. */
static struct text join(struct notice *notice, const struct raw_line *raws, uint32_t count, struct notice_line *line)
{
    struct arena scratch = { 0 };
    struct buf whole = { 0 };
    line->breaks = arena_array(notice->arena, count, sizeof *line->breaks);
    for (uint32_t i = 0; i < count; i++) {
        struct keyed k = keyed_make(&scratch, raws[i].text);
        uint32_t from = 0, to = k.bytes;
        /* The blanks of a cell's lines may be TABs. */
        if (!raws[i].in_cell && !(i + 1 < count && raws[i + 1].in_cell))
            keyed_trim(&k, &from, &to);
        /* A number or a label on a line of a cell is no tail of the word above: 区财政局 / 责任人：赵一. */
        if (raws[i].in_cell && whole.bytes && unwrap_starts_own(&k, from))
            buf_char(&whole, ' ');
        if (i > 0)
            line->breaks[line->breaks_count++] =
                (struct line_break){ (uint32_t)whole.bytes, raws[i].no, raws[i].col, raws[i].in_cell };
        buf_text(&whole, keyed_slice(&k, i > 0 ? from : 0, to));
    }
    arena_fini(&scratch);
    return text_take(notice->arena, &whole);
}

static void add_line(struct notice *notice, const struct raw_line *raws, uint32_t count, size_t *cap)
{
    struct notice_line line = { .no = raws->no, .col = raws->col };
    struct text text = count > 1 ? join(notice, raws, count, &line) : raws->text;
    bool tabs = false;
    for (uint32_t i = 0; i < count; i++)
        tabs |= raws[i].tabs;
    struct arena marked = { 0 };
    line.k = keyed_make(tabs ? &marked : notice->arena, text);
    /* A TAB's mark and the blank in its place are one byte of the key: offsets of the key stay. */
    for (uint32_t i = 0; i < line.breaks_count; i++)
        line.breaks[i].at = keyed_find(&line.k, line.breaks[i].at);
    if (tabs)
        take_tabs(notice, text, &line);
    arena_fini(&marked);
    match_brackets(notice->arena, &line);
    MEM_GROW(notice->lines, (size_t)notice->lines_count + 1, *cap);
    notice->lines[notice->lines_count++] = line;
}

static bool is_blank(struct text text)
{
    for (size_t i = 0; i < text.bytes; i++)
        if (text.at[i] != ' ')
            return false;
    return true;
}

/* Takes pages' numbers out of the lines, with the blank lines round them, and keeps them for the report. */
static void take_pages(struct notice *notice, struct raw_lines *raws)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < raws->count; i++)
        notice->pages_count += raws->items[i].page;
    notice->pages = arena_array(notice->arena, (size_t)notice->pages_count + 1, sizeof *notice->pages);
    notice->pages_count = 0;
    for (uint32_t i = 0; i < raws->count; i++) {
        const struct raw_line *line = &raws->items[i];
        bool beside = (i > 0 && raws->items[i - 1].page) || (i + 1 < raws->count && raws->items[i + 1].page);
        if (line->page)
            notice->pages[notice->pages_count++] = (struct page_place){ line->no, line->col, line->text };
        else if (!(beside && is_blank(line->text)))
            raws->items[kept++] = *line;
    }
    raws->count = kept;
}

/* A spreadsheet's text: cells in quotation marks, or with commas between. */
static struct span open_cells(struct notice *notice, struct span utf8)
{
    struct buf opened = { 0 };
    char separator = notice_csv_separator(notice, utf8);
    if (quoted_open(utf8, separator ? separator : '\t', &opened))
        utf8 = (struct span){ arena_copy(notice->arena, opened.at, opened.bytes), opened.bytes };
    buf_fini(&opened);
    return utf8;
}

void notice_lines(struct notice *notice, struct span utf8)
{
    struct raw_lines raws = { 0 };
    size_t cap = 0;
    raw_lines_read(notice->arena, open_cells(notice, utf8), notice->options->full_punctuation, &raws);
    raw_lines_mark_pages(&raws);
    take_pages(notice, &raws);
    unwrap(notice->arena, raws.items, raws.count);
    for (uint32_t i = 0, count; i < raws.count; i += count) {
        for (count = 1; i + count < raws.count && raws.items[i + count].goes_on;)
            count++;
        add_line(notice, raws.items + i, count, &cap);
    }
    if (raws.radicals_count)
        notice_doubt(notice, 0, _("%u 个部首字（⼀⺠一类，PDF 复制常见）已换成通用汉字"), raws.radicals_count);
    free(raws.items);
    arena_fini(&raws.marked);
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
    notice->doubts[notice->doubts_count++] = (struct import_doubt){ line_no, text_take(notice->arena, &text) };
}

struct text token_body(const struct notice *notice, const struct token *token)
{
    return keyed_text(&notice->lines[token->line_idx].k, token->body_from, token->body_to);
}

struct unitlist *token_list(const struct notice *notice, struct token *token)
{
    if (!token->list) {
        const struct keyed *k = &notice->lines[token->line_idx].k;
        uint32_t from = token->body_from, to = token->body_to;
        keyed_trim_marks(k, &from, &to);
        token->list = unitlist_new(notice->arena, keyed_text(k, from, to));
    }
    return token->list;
}
