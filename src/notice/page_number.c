/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/mem.h"
#include "notice/raw.h"
#include "notice/token.h"
#include "text/utf8.h"
#include "wording/number.h"
#include "wording/unitname.h"

/* Blanks before and behind a number (it stands in the middle, or to the right) are not counted. */
enum { NUMBER_MAX = 9999, NUMBER_BYTES = 60 };

/* The bytes of a number at i, in digits or in Han, and its value; 0 when there is none. */
static uint32_t number_at(const struct keyed *k, uint32_t i, int *no)
{
    uint32_t from = i;
    while (i < k->bytes && k->key[i] >= '0' && k->key[i] <= '9')
        i++;
    for (uint32_t bytes = i == from; bytes; i += bytes)
        bytes = keyed_starts(k, i, k->bytes, "一|二|三|四|五|六|七|八|九|十|百");
    *no = (int)number_of(text_composed((struct span){ k->key + from, i - from }));
    return i - from;
}

/* The number that is all of the line: — 3 —, ［3］, — 三 —, P3, 第3页 共9页, or 3, 3/9 (*bare); 0 when it is none. */
static int page_of(struct text text, bool *bare)
{
    struct arena scratch = { 0 };
    text = text_composed(span_trim(text_span(text)));
    *bare = false;
    if (text.bytes > NUMBER_BYTES)
        return 0;
    struct keyed k = keyed_make(&scratch, text);
    static const char BORDERS[] = "—|–|－|-|‐|―|─|·|~|～|[|]";
    static const char BEFORE[] = "第|共|页|Page|page|P|p|/|,|.| ", BEHIND[] = "第|共|页|Page|page|of|/|,|.| ";
    int no = 0, read = 0, slashes = 0;
    bool marked = false, page = false, han = false, other = false;
    for (uint32_t i = 0, bytes; i < k.bytes && !other; i += bytes) {
        if ((bytes = number_at(&k, i, &read)) > 0) {
            han |= k.key[i] < '0' || k.key[i] > '9';
            no = no ? no : read;
            other = read < 1 || read > NUMBER_MAX;
        } else if ((bytes = keyed_starts(&k, i, k.bytes, no ? BEHIND : BEFORE)) > 0) {
            page |= keyed_starts(&k, i, k.bytes, "页|P|p") > 0;
            marked |= !strchr(" .,/", k.key[i]);
            slashes += k.key[i] == '/';
        } else {
            bytes = keyed_starts(&k, i, k.bytes, BORDERS);
            marked = true;
            other = bytes == 0;
        }
    }
    uint32_t from = 0, to = k.bytes;
    keyed_trim(&k, &from, &to);
    /* 3. and 3、 are numbers of items, 三 is a heading's; 2020-1, 2020/1 and 2020/1/3 are dates. */
    bool bordered = keyed_starts(&k, from, to, BORDERS) && keyed_ends(&k, from, to, BORDERS);
    *bare = !marked;
    bool date = slashes > 1 || (slashes && no > read);
    bool is = no > 0 && !other &&
              (page || bordered || (!marked && !han && !date && !strchr(".,/", k.key[to - 1]) && k.key[from] != '/'));
    arena_fini(&scratch);
    return is ? no : 0;
}

static uint32_t digits(const struct keyed *k, uint32_t i)
{
    while (i < k->bytes && (k->key[i] == ' ' || (k->key[i] >= '0' && k->key[i] <= '9')))
        i++;
    return i;
}

/* A running head or foot: some words, a blank, 第2页 共41页 (*all) or 第2页. */
static bool running(struct text text, bool *all)
{
    enum { HEAD_BYTES = 240 };
    struct arena scratch = { 0 };
    bool is = false;
    *all = false;
    if (text.bytes <= HEAD_BYTES && memmem(text.at, text.bytes, "页", strlen("页"))) {
        struct keyed k = keyed_make(&scratch, text);
        uint32_t from = 0, to = k.bytes;
        keyed_trim(&k, &from, &to);
        for (uint32_t i = from + 1; i < to && !is; i += keyed_step(&k, i)) {
            uint32_t page = k.key[i - 1] == ' ' && keyed_starts(&k, i, to, "第") ? digits(&k, i + 3) : 0;
            if (page <= i + 3 || !keyed_starts(&k, page, to, "页"))
                continue;
            uint32_t rest = digits(&k, page + 3);
            *all = keyed_starts(&k, rest, to, "共") && keyed_equals(&k, digits(&k, rest + 3), to, "页");
            is = rest >= to || *all;
        }
    }
    arena_fini(&scratch);
    return is;
}

static bool starts_numbered(struct text text)
{
    struct arena scratch = { 0 };
    size_t bytes = text.bytes < 90 ? text.bytes : 90;
    while (bytes < text.bytes && ((unsigned char)text.at[bytes] & 0xC0) == 0x80)
        bytes--;
    text.bytes = bytes;
    struct keyed k = keyed_make(&scratch, text);
    struct marker marker;
    uint32_t from = 0, to = k.bytes;
    keyed_trim(&k, &from, &to);
    bool is = to > from && marker_read(&k, from, &marker) && marker.to < to &&
              keyed_ends(&k, from, marker.to, "、|.|)|:") > 0;
    arena_fini(&scratch);
    return is;
}

/* Numbers alone on their lines are pages' where they count up and the items have numbers of their own. */
static bool bare_are_pages(const struct raw_lines *lines)
{
    int last = 0;
    uint32_t items = 0;
    for (uint32_t i = 0; i < lines->count; i++) {
        bool bare;
        struct text text = lines->items[i].text;
        if (lines->items[i].tabs)
            return false;
        int no = page_of(text, &bare);
        if (no && bare) {
            if (last && no != last + 1)
                return false;
            last = no;
        } else {
            items += starts_numbered(text);
        }
    }
    return last > 0 && items >= 2;
}

static bool is_blank(struct text text)
{
    for (size_t i = 0, bytes; i < text.bytes; i += bytes) {
        uint32_t c = utf8_at(text, i, &bytes);
        if (c != ' ' && c != 0x3000 && c != 0xA0)
            return false;
    }
    return true;
}

/* A sentence or a list that a page's end cut: what stands above ends in no mark, what stands below starts nothing. */
static bool parted(struct text above, struct text below)
{
    struct arena scratch = { 0 };
    struct keyed up = keyed_make(&scratch, above), down = keyed_make(&scratch, below);
    uint32_t from = 0, to = up.bytes, a = 0, b = down.bytes;
    keyed_trim(&up, &from, &to);
    keyed_trim(&down, &a, &b);
    struct label label;
    bool parts = to > from && b > a && keyed_count(&up, from, to) >= 18 &&
                 !keyed_ends(&up, from, to, "。|;|:|!|?|)|”") && !starts_numbered(below) &&
                 !(label_next(&down, a, b, &label) && label.from == a);
    arena_fini(&scratch);
    return parts;
}

/* Behind *to: the next lines that are numbers of pages or blank, one number at least. */
static bool next_gap(const struct raw_lines *lines, uint32_t *from, uint32_t *to)
{
    uint32_t i = *to;
    for (bool page = false; !page; *to = i) {
        while (i < lines->count && !lines->items[i].page && !is_blank(lines->items[i].text))
            i++;
        if (i >= lines->count)
            return false;
        *from = i;
        for (; i < lines->count && (lines->items[i].page || is_blank(lines->items[i].text)); i++)
            page |= lines->items[i].page;
    }
    return true;
}

/* Where a line stands to a page's number: above it, below it; the same two again where a blank line parts it from the text. */
enum { ABOVE = 1, BELOW = 2, APART_SHIFT = 2 };

static void look_beside(const struct raw_lines *lines, uint32_t at, uint32_t step, unsigned char *near)
{
    uint32_t count = lines->count;
    if (at >= count)
        return;
    unsigned side = step == 1 ? BELOW : ABOVE;
    bool apart = at + step >= count || is_blank(lines->items[at + step].text);
    near[at] |= (unsigned char)(side | (apart ? side << APART_SHIFT : 0));
}

/* No sentence, no list. */
static bool may_run(struct text text)
{
    enum { HEAD_BYTES = 180 };
    struct arena scratch = { 0 };
    struct keyed k = keyed_make(&scratch, text);
    struct label label;
    uint32_t from = 0, to = k.bytes;
    keyed_trim(&k, &from, &to);
    uint32_t name = to;
    while (name > from && !keyed_ends(&k, from, name, "、|,|;"))
        name -= keyed_back(&k, name);
    bool may = text.bytes <= HEAD_BYTES && !keyed_ends(&k, from, to, "。|;|,|、|:|!|?") &&
               !label_next(&k, from, to, &label) && !unitname_complete(&k, name, to);
    arena_fini(&scratch);
    return may;
}

static int by_text(const void *a, const void *b)
{
    const struct raw_line *const *x = a, *const *y = b;
    int order = text_compare((*x)->text, (*y)->text);
    return order ? order : (*x > *y) - (*x < *y);
}

/*
 * Heads and feet: a title or a heading that stands a second time, above or below a page's number and apart from the text.
 * Where it did so once, the others on that side are such without a blank line too.  Its first place is its own.
 */
static void mark_running(struct raw_lines *lines)
{
    struct raw_line **order = mem_array((size_t)lines->count + 1, sizeof *order);
    unsigned char *near = mem_array((size_t)lines->count + 1, sizeof *near);
    for (uint32_t i = 0; i < lines->count; i++)
        order[i] = &lines->items[i];
    for (uint32_t from = 0, to = 0; next_gap(lines, &from, &to);) {
        look_beside(lines, to, 1, near);
        look_beside(lines, from - 1, UINT32_MAX, near);
    }
    qsort(order, lines->count, sizeof *order, by_text);
    for (uint32_t i = 0, run; i < lines->count; i += run) {
        unsigned apart = 0;
        for (run = 1; i + run < lines->count && text_equal(order[i]->text, order[i + run]->text); run++)
            apart |= near[order[i + run] - lines->items] >> APART_SHIFT;
        for (uint32_t j = 1; apart && may_run(order[i]->text) && j < run; j++)
            order[i + j]->page |=
                !order[i + j]->tabs && !order[i + j]->in_cell && (near[order[i + j] - lines->items] & apart) != 0;
    }
    free(near);
    free(order);
}

void raw_lines_mark_pages(struct raw_lines *lines)
{
    bool bare_too = bare_are_pages(lines), any = false, all;
    uint32_t heads = 0;
    for (uint32_t i = 0; i < lines->count && heads < 2; i++)
        heads += !lines->items[i].tabs && !lines->items[i].in_cell && running(lines->items[i].text, &all);
    for (uint32_t i = 0; i < lines->count; i++) {
        bool bare;
        struct raw_line *line = &lines->items[i];
        line->page = !line->tabs && page_of(line->text, &bare) > 0 && (!bare || bare_too);
        line->page =
            line->page || (heads && !line->tabs && !line->in_cell && running(line->text, &all) && (all || heads > 1));
        any |= line->page;
    }
    if (any)
        mark_running(lines);
    for (uint32_t from = 0, to = 0; any && next_gap(lines, &from, &to);)
        if (from > 0 && to < lines->count && parted(lines->items[from - 1].text, lines->items[to].text))
            lines->items[to].goes_on = true;
}
