/* SPDX-License-Identifier: MIT */
#include "base/i18n.h"
#include "notice/page_tail.h"
#include "notice/token.h"
#include "wording/unitlist.h"
#include "wording/unitname.h"

enum { BRACKET_BYTES_MAX = 8000 };

struct splitter {
    struct notice *notice;
    uint32_t line_idx;
    uint32_t at;        /* what is before it has a token */
    uint32_t text_from; /* where the text behind the last number starts */
    uint32_t list_to;   /* where the last unit list ended */
    struct label label; /* the next one at or behind `at` */
    bool label_known, label_found;
};

static const struct notice_line *line_of(const struct splitter *s)
{
    return &s->notice->lines[s->line_idx];
}

static void put_text(struct splitter *s, uint32_t to)
{
    uint32_t from = s->at, end = to;
    const struct keyed *k = &line_of(s)->k;
    keyed_trim(k, &from, &end);
    if (end > from) {
        const struct notice *n = s->notice;
        bool behind_field = s->list_to == s->at && n->tokens_count &&
                            n->tokens[n->tokens_count - 1].kind == TOKEN_FIELD && keyed_starts(k, from, end, "、") &&
                            duty_list_bare(k, from, end);
        uint32_t list = behind_field ? from : duty_list_sentence(k, from, end);
        if (list > from)
            notice_token(s->notice, TOKEN_TEXT, s->line_idx, s->at, list < end ? list : to);
        if (list < end)
            notice_token(s->notice, TOKEN_LIST, s->line_idx, list > from ? list : s->at, to);
    }
    s->at = to;
}

/* A number at i that starts an item here? */
static bool item_at(struct splitter *s, uint32_t i, bool at_start, bool in_list, struct marker *marker)
{
    const struct notice_line *line = line_of(s);
    char c = line->k.key[i];
    /* Numbers start with a digit, a bracket or one of few Han characters; most positions are none. */
    if ((unsigned char)c < 0x80 && c != '(' && (c < '0' || c > '9'))
        return false;
    if (!marker_read(&line->k, i, marker))
        return false;
    if (at_start) {
        struct marker decimal;
        if (marker_decimal(s->notice, &line->k, marker, &decimal)) {
            *marker = decimal;
            return true;
        }
        return marker_starts_line(s->notice, line, marker);
    }
    return marker_inside(s->notice, line, i, s->text_from, in_list, marker);
}

static uint32_t line_start(const struct keyed *k)
{
    uint32_t i = 0;
    for (uint32_t bytes; (bytes = keyed_starts(k, i, k->bytes, " |#|*|>|- |★|☆|▲|△|●|◆|■|□|※|◎")) > 0;)
        i += bytes;
    return i;
}

static void put_item(struct splitter *s, uint32_t i, const struct marker *marker)
{
    if (i > line_start(&line_of(s)->k))
        put_text(s, i);
    struct token *token = notice_token(s->notice, TOKEN_MARK, s->line_idx, s->at, marker->to);
    token->marker = *marker;
    token->body_from = token->body_to = marker->to;
    marker_seen(s->notice, marker);
    s->at = s->text_from = marker->to;
}

/* 省药监局十方面民生实事责任分解1.…: on a line that holds the whole notice a heading may be glued to a list. */
static uint32_t glued_heading(const struct keyed *k, uint32_t from, uint32_t to)
{
    uint32_t start = from;
    for (uint32_t i = from; i < to; i += keyed_step(k, i))
        if (keyed_starts(k, i, to, "、|,|;"))
            start = i + keyed_step(k, i);
    if (!keyed_holds(k, start, to, "民生实事|重点工作|责任分解|任务分解|实事项目"))
        return to;
    for (uint32_t i = to; i > start; i -= keyed_back(k, i))
        if (k->key[i - 1] != ' ' && i < to && k->key[i] == ' ' && unitname_complete(k, start, i))
            return i;
    for (uint32_t i = start; i < to; i += keyed_step(k, i))
        if (i > start && unitname_complete(k, start, i) &&
            keyed_starts(k, i, to, "一|二|三|四|五|六|七|八|九|十|十方面|民生|政府|重点"))
            return i;
    return to;
}

/* Where what a label introduces ends: the next label, the next number, a sentence's end with more text behind it. */
static uint32_t list_end(struct splitter *s, const struct label *label, uint32_t limit)
{
    const struct notice_line *line = line_of(s);
    const struct keyed *k = &line->k;
    struct marker marker;
    if (label->kind == LABEL_UNITS)
        limit = page_tail_of_list(k, label->to, limit);
    for (uint32_t i = label->to; i < limit; i += keyed_step(k, i)) {
        if (i > label->to && item_at(s, i, false, true, &marker))
            return marker.no == 1 ? glued_heading(k, label->to, i) : i;
        uint32_t close = k->key[i] == '(' ? notice_close(line, i) : 0;
        if (close && close - i < BRACKET_BYTES_MAX) {
            i = close;
            continue;
        }
        if (!keyed_starts(k, i, limit, "。"))
            continue;
        uint32_t next = i + 3;
        while (next < limit && k->key[next] == ' ')
            next++;
        if (next >= limit || k->key[next] == '(')
            continue;
        uint32_t stop = next;
        while (stop < limit && !keyed_starts(k, stop, limit, "。"))
            stop += keyed_step(k, stop);
        if (!unitlist_is_note(k, next, stop) && !(label->kind == LABEL_UNITS && duty_list_bare(k, next, stop)))
            return i + 3;
    }
    return limit;
}

static void put_label(struct splitter *s, const struct label *label, uint32_t to, bool bracketed)
{
    const struct keyed *k = &line_of(s)->k;
    struct token *token = notice_token(s->notice, label->kind == LABEL_UNITS ? TOKEN_LIST : TOKEN_FIELD, s->line_idx,
                                       s->at < label->from ? s->at : label->from, to);
    token->label = keyed_text(k, label->word_from, label->word_to);
    token->hint = label->hint;
    token->field = label->kind;
    token->body_from = label->to;
    token->body_to = to;
    token->bracketed = bracketed;
    s->at = s->list_to = to;
    s->label_known = false;
}

/* （责任单位：A；完成时限：B）: units and fields apart; the first and the last piece take the brackets along. */
static void put_bracketed(struct splitter *s, uint32_t open, uint32_t close, enum duty_list what)
{
    const struct keyed *k = &line_of(s)->k;
    struct label label, next;
    put_text(s, open);
    if (what == DUTY_NOTE || !label_next(k, open + 1, close, &label) || what == DUTY_NONE) {
        struct token *token =
            notice_token(s->notice, what == DUTY_NOTE ? TOKEN_REMARK : TOKEN_LIST, s->line_idx, open, close + 1);
        token->body_from = open + 1;
        token->body_to = close;
        token->bracketed = true;
        s->at = s->list_to = close + 1;
        return;
    }
    uint32_t before = open + 1, before_to = label.from;
    keyed_trim_marks(k, &before, &before_to);
    if (before_to > before && (label.kind != LABEL_UNITS || duty_list_bare(k, before, before_to))) {
        struct label none = { open + 1, open + 1, open + 1, open + 1, LABEL_UNITS, HINT_NONE };
        put_label(s, &none, label.from, true);
    } else if (before_to > before) {
        struct token *token = notice_token(s->notice, TOKEN_REMARK, s->line_idx, open, label.from);
        token->doubtful = true;
        token->reason = N_("括号里在“责任单位”之类之前的话，不像单位，没有用");
        s->at = label.from;
    }
    for (bool more = true; more;) {
        more = label_next(k, label.to, close, &next);
        put_label(s, &label, more ? next.from : close + 1, true);
        if (!more)
            s->notice->tokens[s->notice->tokens_count - 1].body_to = close;
        label = next;
    }
}

/* 区教育局（联系人：李伟）、区住建局: where the bracket opens round the label at `at`, or `at` itself. */
static uint32_t bracket_round(const struct notice_line *line, uint32_t from, uint32_t at)
{
    for (uint32_t i = from; i < at; i++) {
        uint32_t close = line->k.key[i] == '(' ? notice_close(line, i) : 0;
        if (close > at)
            return i;
        i = close ? close : i;
    }
    return at;
}

static bool next_label(struct splitter *s, uint32_t i)
{
    const struct notice_line *line = line_of(s);
    if (!s->label_known || (s->label_found && s->label.from < i)) {
        s->label_found = label_next(&line->k, i, line->k.bytes, &s->label);
        s->label_known = true;
    }
    return s->label_found;
}

/* 责任单位  省财政厅: a label without its colon at the start of a line. */
static bool bare_label(struct splitter *s, uint32_t i, struct label *out)
{
    const struct keyed *k = &line_of(s)->k;
    uint32_t to = i;
    while (to < k->bytes && k->key[to] != ' ' && to - i < 40)
        to++;
    *out = (struct label){ i, i, to, to, LABEL_NONE, HINT_NONE };
    out->kind = label_word(k, i, to, &out->hint);
    if (out->kind == LABEL_NONE || to - i < 6 || keyed_starts(k, i, to, "各|有关|相关"))
        return false;
    return to == k->bytes || (to < k->bytes && (out->kind != LABEL_UNITS || duty_list_bare(k, to, k->bytes)));
}

void notice_split(struct notice *notice, uint32_t line_idx)
{
    struct splitter s = { .notice = notice, .line_idx = line_idx };
    const struct notice_line *line = line_of(&s);
    const struct keyed *k = &line->k;
    struct marker marker;
    struct label label;
    uint32_t start = line_start(k);
    if (start < k->bytes && bare_label(&s, start, &label)) {
        put_label(&s, &label, k->bytes, false);
        return;
    }
    for (uint32_t i = start; i < k->bytes;) {
        if (s.list_to == i && k->key[i] == ' ')
            s.list_to++;
        if (item_at(&s, i, i == start, i > 0 && s.list_to == i, &marker)) {
            put_item(&s, i, &marker);
            i = marker.to;
            continue;
        }
        uint32_t close = k->key[i] == '(' ? notice_close(line, i) : 0;
        if (close && close - i < BRACKET_BYTES_MAX) {
            enum duty_list what = duty_list_bracketed(line, i, close);
            if (what != DUTY_NONE) {
                put_bracketed(&s, i, close, what);
                s.label_known = false;
            }
            i = close + 1;
            continue;
        }
        /* 〔责任单位：…〕; 【责任单位】 alone is a label. */
        uint32_t square = k->key[i] == '[' ? keyed_close(k, i, i + 4000 < k->bytes ? i + 4000 : k->bytes) : 0;
        if (square && square < k->bytes && k->key[square] == ']' &&
            ((label_next(k, i + 1, square, &label) && label.from == i + 1) ||
             ((square + 1 == k->bytes || keyed_ends(k, i, square, "负责|牵头|配合|参与|落实")) &&
              duty_list_bracketed(line, i, square) == DUTY_LIST))) {
            put_bracketed(&s, i, square, DUTY_LIST);
            i = square + 1;
            continue;
        }
        if (next_label(&s, i) && s.label.from == i) {
            label = s.label;
            bool more = label_next(k, label.to, k->bytes, &s.label);
            uint32_t limit = more ? bracket_round(line, label.to, s.label.from) : k->bytes;
            /* （责任单位： whose bracket closes on a later line */
            if (i > start) /* what stands before it on its line is a bullet */
                put_text(&s, i > s.at && k->key[i - 1] == '(' && !notice_close(line, i - 1) ? i - 1 : i);
            uint32_t to = list_end(&s, &label, limit);
            put_label(&s, &label, to, false);
            i = s.text_from = to;
            continue;
        }
        i += keyed_step(k, i);
    }
    put_text(&s, k->bytes);
}
