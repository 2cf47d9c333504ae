/* SPDX-License-Identifier: MIT */
/* A list into pieces: at its separators, under its labels. */
#include "wording/unitname.h"
#include "wording/unitpiece.h"

static enum separator separator_at(const struct keyed *k, uint32_t i, uint32_t *bytes)
{
    /* A line's end inside a cell of a table. */
    if (k->key[i] == '<' && (*bytes = keyed_starts(k, i, k->bytes, "<br>|<br/>|<br />")) > 0)
        return SEPARATOR_DUN;
    *bytes = 1;
    switch (k->key[i]) {
    case ',':
        return SEPARATOR_COMMA;
    case ';':
    case '|':
        return SEPARATOR_SEMICOLON;
    default:
        if ((*bytes = keyed_starts(k, i, k->bytes, "、")) > 0)
            return SEPARATOR_DUN;
        return (*bytes = keyed_starts(k, i, k->bytes, "。")) > 0 ? SEPARATOR_SEMICOLON : SEPARATOR_NONE;
    }
}

/* What may part two names, or stand inside one: its bytes, or 0. */
static uint32_t parter_at(const struct keyed *k, uint32_t i)
{
    return k->key[i] && strchr(" /+&.", k->key[i]) ? 1 : keyed_starts(k, i, k->bytes, "·|＋|＆");
}

/* A blank (or / or ·) parts two names when both sides are names; else it is a blank inside one, or before (牵头). */
static bool blank_parts(const struct keyed *k, uint32_t from, uint32_t at, uint32_t to)
{
    uint32_t next = at + parter_at(k, at);
    while (next < to && k->key[next] == ' ')
        next++;
    uint32_t end = next, bytes;
    while (end < to && !parter_at(k, end) && separator_at(k, end, &bytes) == SEPARATOR_NONE)
        end++;
    if (next < to && k->key[next] == '(')
        return false;
    static const char VERBS[] = "负责|牵头|配合|参与";
    uint32_t right_to = end, left_to = at;
    right_to -= keyed_ends(k, next, right_to, VERBS);
    left_to -= keyed_ends(k, from, left_to, VERBS);
    bool left = unitname_complete(k, from, left_to) || unitname_place(k, from, left_to) || left_to < at;
    return left && end > next &&
           (unitname_complete(k, next, right_to) || unitname_place(k, next, right_to) || unitname_many(k, next, end) ||
            k->key[end - 1] == ')' || keyed_ends(k, next, end, "等"));
}

static void cut_stretch(struct unitpieces *p, uint32_t from, uint32_t to, enum hint label)
{
    const struct keyed *k = &p->k;
    enum separator before = SEPARATOR_SEMICOLON;
    uint32_t start = from, depth = 0;
    for (uint32_t i = from; i <= to;) {
        uint32_t bytes = 1;
        enum separator here = SEPARATOR_NONE;
        if (i == to) {
            here = SEPARATOR_SEMICOLON;
        } else if (k->key[i] == '(' || k->key[i] == '[' || keyed_starts(k, i, to, "“|《|「")) {
            depth++;
        } else if (k->key[i] == ')' || k->key[i] == ']' || keyed_starts(k, i, to, "”|》|」")) {
            depth -= depth > 0;
        } else if (depth == 0) {
            here = separator_at(k, i, &bytes);
            /* Of a row of blanks the first tells: the others would look at the same two names again. */
            uint32_t parter = k->key[i] == ' ' && i > 0 && k->key[i - 1] == ' ' ? 0 : parter_at(k, i);
            if (here == SEPARATOR_NONE && parter && i > start && blank_parts(k, start, i, to))
                here = SEPARATOR_DUN, bytes = parter;
        }
        if (here != SEPARATOR_NONE) {
            uint32_t a = start, b = i;
            keyed_trim(k, &a, &b);
            if (b > a) {
                unitpieces_add(p, a, b, before)->label = label;
                before = here;
            }
            start = i + bytes;
        }
        i += here != SEPARATOR_NONE ? bytes ? bytes : 1 : keyed_step(k, i);
    }
}

/*
 * A bracket without its other half is no bracket: it would swallow the list, or stay in a name.  Makes those blank in
 * the key; the text keeps them.
 */
static void blank_unpaired(struct unitpieces *p)
{
    struct keyed *k = &p->k;
    char *key = arena_copy(p->arena, k->key, k->bytes);
    uint32_t depth = 0;
    for (uint32_t i = 0; i < k->bytes; i++) {
        if (key[i] == '(' || key[i] == '[')
            depth++;
        else if ((key[i] == ')' || key[i] == ']') && (depth == 0 || depth-- == 0))
            key[i] = ' ', p->unpaired = true;
    }
    /* From the end, an opening one that no closing one waits for. */
    uint32_t closing = 0;
    for (uint32_t i = k->bytes; depth > 0 && i-- > 0;) {
        if (key[i] == ')' || key[i] == ']')
            closing++;
        else if ((key[i] == '(' || key[i] == '[') && (closing == 0 || closing-- == 0))
            key[i] = ' ', p->unpaired = true, depth--;
    }
    k->key = key;
}

/* 牵头单位为市财政局, as 牵头单位：市财政局, at a piece's start; not 责任单位为牵头单位. */
static bool label_is(const struct keyed *k, uint32_t from, uint32_t to, struct label *out)
{
    enum { LABEL_BYTES_MAX = 24 };
    for (uint32_t i = from, start = from, bytes; i < to; i += bytes ? bytes : keyed_step(k, i)) {
        if (i - start <= LABEL_BYTES_MAX && keyed_starts(k, i, to, "为") && keyed_ends(k, start, i, "单位|部门") &&
            (out->kind = label_word(k, start, i, &out->hint)) == LABEL_UNITS &&
            !keyed_starts(k, i + 3, to, "牵头|责任|主办|主责|汇总|配合")) {
            out->from = start;
            out->to = i + 3;
            return true;
        }
        if (separator_at(k, i, &bytes) != SEPARATOR_NONE)
            start = i + bytes;
        else
            bytes = 0;
    }
    return false;
}

static bool next_label(const struct keyed *k, uint32_t from, struct label *out)
{
    struct label is = { 0 };
    bool found = label_next(k, from, k->bytes, out);
    if (!label_is(k, from, found ? out->from : k->bytes, &is))
        return found;
    *out = is;
    return true;
}

void unitpieces_cut(struct unitpieces *p)
{
    const struct keyed *k = &p->k;
    struct label label = { 0 };
    enum hint hint = HINT_NONE;
    uint32_t from = 0;
    blank_unpaired(p);
    for (bool more = true; more;) {
        more = next_label(k, from, &label);
        cut_stretch(p, from, more ? label.from : k->bytes, hint);
        if (more) {
            hint = label.kind == LABEL_UNITS ? label.hint : HINT_NONE;
            from = label.to;
        }
    }
}
