/* SPDX-License-Identifier: MIT */
#include "base/i18n.h"
#include "base/mem.h"
#include "notice/token.h"
#include "text/utf8.h"

/* Tokens, which are the whole of each line, and pages' numbers → the pieces of the account, in order of the input. */

static int by_place(const void *a, const void *b)
{
    const struct token *const *x = a, *const *y = b;
    if ((*x)->line_idx != (*y)->line_idx)
        return (*x)->line_idx < (*y)->line_idx ? -1 : 1;
    return (*x)->from < (*y)->from ? -1 : (*x)->from > (*y)->from;
}

struct accountant {
    struct notice *notice;
    struct import_result *result;
    size_t cap;                  /* of its pieces */
    uint32_t pages_count;        /* that have their piece */
    uint32_t line_idx, from, to; /* of the last piece; NO_IDX behind a page's number */
    /* Columns are counted on from the last place asked for: a line may be the whole notice. */
    uint32_t counted_line_idx, counted_at, counted_col;
};

static struct import_piece *add(struct accountant *r, struct import_piece piece)
{
    struct import_result *result = r->result;
    MEM_GROW(result->pieces, (size_t)result->pieces_count + 1, r->cap);
    result->pieces[result->pieces_count] = piece;
    return &result->pieces[result->pieces_count++];
}

static void put_pages_before(struct accountant *r, uint32_t no, uint32_t col)
{
    for (; r->pages_count < r->notice->pages_count; r->pages_count++) {
        const struct page_place *page = &r->notice->pages[r->pages_count];
        if (page->no > no || (page->no == no && page->col > col))
            return;
        add(r, (struct import_piece){ page->no, page->col, IMPORT_SKIPPED, false, NO_IDX, page->text,
                                      text_of(_("页码")) });
        r->line_idx = NO_IDX;
    }
}

/* The task that a token went to: its item's, or that of the one that took the item in. */
static uint32_t task_of(const struct notice *n, const struct token *token)
{
    uint32_t i = token->item_idx;
    if (token->what == IMPORT_SKIPPED)
        return NO_IDX;
    while (i != NO_IDX && n->items[i].absorbed)
        i = n->items[i].parent_idx;
    return i == NO_IDX ? NO_IDX : n->items[i].task_idx;
}

/* A token's stretch on one input line, which starts at `start` of the key, in column start_col. */
static void put_piece(struct accountant *r, const struct token *token, uint32_t no, uint32_t start, uint32_t start_col,
                      uint32_t from, uint32_t to)
{
    const struct keyed *k = &r->notice->lines[token->line_idx].k;
    struct text text = keyed_text(k, from, to);
    if (text_empty(text))
        return;
    uint32_t shown = from, end = to;
    keyed_trim(k, &shown, &end);
    if (r->counted_line_idx != token->line_idx || r->counted_at < start) {
        r->counted_line_idx = token->line_idx;
        r->counted_at = start;
        r->counted_col = start_col;
    }
    uint32_t col = r->counted_col + (uint32_t)utf8_count(keyed_slice(k, r->counted_at, shown));
    r->counted_at = shown;
    r->counted_col = col;
    put_pages_before(r, no, col);
    struct import_piece *last = r->result->pieces_count ? &r->result->pieces[r->result->pieces_count - 1] : NULL;
    struct text reason = token->reason ? text_of(_(token->reason)) : TEXT("");
    /* Two neighbours that say the same are one piece. */
    if (last && r->line_idx == token->line_idx && last->line_no == no && r->to == from && last->what == token->what &&
        token->what != IMPORT_UNITS &&
        (!token->reason || text_equal(last->reason, reason) || text_empty(last->reason))) {
        last->text = keyed_text(k, r->from, to);
        last->doubtful |= token->doubtful;
        if (text_empty(last->reason))
            last->reason = reason;
    } else {
        add(r, (struct import_piece){ no, col, token->what, token->doubtful, task_of(r->notice, token), text, reason });
        r->from = from;
    }
    r->line_idx = token->line_idx;
    r->to = to;
}

/* Cut where a joined line had its ends. */
static void put_token(struct accountant *r, const struct token *token)
{
    const struct notice_line *line = &r->notice->lines[token->line_idx];
    uint32_t no = line->no, col = line->col, start = 0, from = token->from;
    for (uint32_t b = 0; b < line->breaks_count && line->breaks[b].at < token->to; b++) {
        if (line->breaks[b].at > from) {
            put_piece(r, token, no, start, col, from, line->breaks[b].at);
            from = line->breaks[b].at;
        }
        no = line->breaks[b].no;
        col = line->breaks[b].col;
        start = line->breaks[b].at;
    }
    put_piece(r, token, no, start, col, from, token->to);
}

void notice_account(struct notice *notice, struct import_result *result)
{
    struct accountant r = { .notice = notice, .result = result, .line_idx = NO_IDX, .counted_line_idx = NO_IDX };
    const struct token **order = mem_array(notice->tokens_count + 1, sizeof *order);
    for (size_t i = 0; i < notice->tokens_count; i++)
        order[i] = &notice->tokens[i];
    qsort(order, notice->tokens_count, sizeof(void *), by_place);
    for (size_t i = 0; i < notice->tokens_count; i++)
        put_token(&r, order[i]);
    put_pages_before(&r, UINT32_MAX, 0);
    free(order);
}
