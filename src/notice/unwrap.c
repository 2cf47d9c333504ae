/* SPDX-License-Identifier: MIT */
#include "notice/unwrap.h"

#include <string.h>

#include "notice/token.h"
#include "text/utf8.h"
#include "text/width.h"
#include "wording/unitname.h"

/* A line is full at `full_from` to `full` characters or columns: marks may not start a line, so some end early. */
enum { CHARS_MIN = 20, CHARS_MAX = 90, FULL_MIN = 2, JOINED_BYTES_MAX = 20000 };

struct line_shape {
    uint32_t measure[2]; /* characters, columns; without blanks at the end */
    uint32_t indent;
    bool ends_sentence;
    bool starts_own; /* with a number or a label */
    bool opens;      /* with “ 《 （ */
    bool blank;
    bool row; /* of a table set with blanks or bars */
};

bool unwrap_starts_own(const struct keyed *k, uint32_t from)
{
    struct marker marker;
    struct label label;
    uint32_t end = k->bytes < from + 90 ? k->bytes : from + 90;
    if (label_next(k, from, end, &label) && label.from == from)
        return true;
    if (!marker_read(k, from, &marker))
        return false;
    bool digit = marker.to < k->bytes && k->key[marker.to] >= '0' && k->key[marker.to] <= '9';
    return !(marker.kind == MARKER_DIGIT && digit) && (marker.kind != MARKER_DIGIT || k->key[marker.no_to] != ' ');
}

/* 1 新建幼儿园3所 张三 县教育局: words that blanks part, not blanks beside figures. */
static bool is_row_of_words(const struct keyed *k, uint32_t from, uint32_t to)
{
    enum { PARTED_MIN = 2 };
    uint32_t parted = 0;
    for (uint32_t i = from + 1; i + 1 < to; i++)
        parted += k->key[i] == ' ' && keyed_han_before(k, i) && keyed_han(k, i + 1);
    return parted >= PARTED_MIN;
}

static struct line_shape shape_of(struct text text)
{
    struct arena scratch = { 0 };
    struct line_shape shape = { 0 };
    struct keyed k = keyed_make(&scratch, text);
    uint32_t from = 0, to = k.bytes;
    keyed_trim(&k, &from, &to);
    shape.blank = from >= to;
    struct text kept = text_slice(text, 0, keyed_at(&k, to));
    shape.measure[0] = (uint32_t)utf8_count(kept);
    shape.measure[1] = (uint32_t)width_cols(kept, 2);
    shape.indent = from;
    shape.ends_sentence = !shape.blank && keyed_ends(&k, from, to, "。|;|:|!|?|。)|)。");
    shape.opens = keyed_starts(&k, from, to, "“|‘|《|〈|(|[|「|『") > 0;
    shape.row =
        keyed_holds(&k, from, to, "  ") || memchr(k.key + from, '|', to - from) || is_row_of_words(&k, from, to);
    shape.starts_own = !shape.blank && unwrap_starts_own(&k, from);
    arena_fini(&scratch);
    return shape;
}

static bool joins(const struct raw_line *lines, const struct line_shape *shapes, uint32_t i, uint32_t indent,
                  int measure, uint32_t full)
{
    const struct line_shape *above = &shapes[i - 1], *line = &shapes[i];
    /* No mark that opens may end a line; a first line's indent, and the blank behind its number, may be lost (pdftotext). */
    uint32_t chars = 1u + line->opens + (above->starts_own ? 3u : 0u), slack = measure == 0 ? chars : 2 * chars + 1;
    return !above->blank && !line->blank && !lines[i - 1].tabs && !lines[i].tabs && !above->row && !line->row &&
           !lines[i - 1].in_cell && !line->starts_own && line->indent <= indent &&
           above->measure[measure] + slack >= full;
}

/* The lines that would be joined when lines are `full` wide; 0 when too few are broken inside a sentence. */
static uint32_t count_joins(const struct raw_line *lines, const struct line_shape *shapes, uint32_t count,
                            uint32_t indent, int measure, uint32_t full)
{
    uint32_t filled = 0, broken = 0, joined = 0, seen = 0;
    for (uint32_t i = 0; i < count; i++) {
        seen += !shapes[i].blank;
        filled += shapes[i].measure[measure] + (measure == 0 ? 1 : 3) >= full;
        if (i == 0 || !joins(lines, shapes, i, indent, measure, full))
            continue;
        joined++;
        broken += !shapes[i - 1].ends_sentence;
    }
    return broken >= FULL_MIN && 2 * broken >= filled && 10 * filled >= seen ? joined : 0;
}

/* Where the line's list starts, behind its label; UINT32_MAX when it has none. */
static uint32_t list_of(const struct keyed *k)
{
    struct label label;
    return label_next(k, 0, k->bytes, &label) && label.kind == LABEL_UNITS ? label.to : UINT32_MAX;
}

/* Where the last name of a line starts, behind its last separator. */
static uint32_t last_name(const struct keyed *k, uint32_t start)
{
    for (uint32_t i = start, bytes; i < k->bytes; i += bytes ? bytes : keyed_step(k, i))
        if ((bytes = keyed_starts(k, i, k->bytes, "、|,|;|:|。")) > 0)
            start = i + bytes;
    return start;
}

/* 牵头单位：甲局、市商务 / 局、乙局: only both halves together are a unit.  *in_list: is the line above one of a list's? */
static bool name_broken(struct text above, struct text below, bool *in_list)
{
    enum { LINE_BYTES_MAX = 4 * CHARS_MAX, NAME_CHARS = 12 };
    if (above.bytes > LINE_BYTES_MAX || above.bytes < 12)
        return false;
    struct arena scratch = { 0 };
    struct keyed up = keyed_make(&scratch, above);
    uint32_t list = list_of(&up), to = up.bytes;
    *in_list = list != UINT32_MAX || *in_list;
    uint32_t from = *in_list ? last_name(&up, list == UINT32_MAX ? 0 : list) : to;
    bool broken = from < to;
    if (broken) {
        keyed_trim(&up, &from, &to);
        broken = to > from && !unitname_complete(&up, from, to) && !unitname_place(&up, from, to);
    }
    if (broken) {
        struct keyed down = keyed_make(&scratch, below);
        uint32_t a = 0, b = down.bytes;
        keyed_trim(&down, &a, &b);
        uint32_t end = a;
        for (uint32_t chars = 0; end < b && chars < NAME_CHARS && keyed_han(&down, end); chars++)
            end += keyed_step(&down, end);
        struct buf both = { 0 };
        buf_add(&both, up.key + from, to - from);
        buf_add(&both, down.key + a, end - a);
        struct keyed whole = keyed_make(&scratch, text_composed(buf_view(&both)));
        broken = end > a && (end == b || keyed_starts(&down, end, b, "、|,|;|。|)")) && !unwrap_starts_own(&down, a) &&
                 (unitname_complete(&whole, 0, whole.bytes) || unitname_place(&whole, 0, whole.bytes));
        buf_fini(&both);
    }
    arena_fini(&scratch);
    return broken;
}

static void find_broken_names(struct raw_line *lines, uint32_t lines_count)
{
    bool in_list = false;
    for (uint32_t i = 1; i < lines_count; i++) {
        in_list = in_list && (lines[i - 1].goes_on || span_ends(text_span(lines[i - 2].text), SPAN("、")));
        if (!lines[i].tabs && !lines[i - 1].tabs && lines[i].text.bytes &&
            name_broken(lines[i - 1].text, lines[i].text, &in_list))
            lines[i].goes_on = true;
    }
}

static void unwrap_paragraphs(struct arena *arena, struct raw_line *lines, uint32_t lines_count)
{
    struct line_shape *shapes = arena_array(arena, (size_t)lines_count + 1, sizeof *shapes);
    uint32_t full[2] = { 0, 0 }, indent = UINT32_MAX, best = 0;
    int chosen = -1;
    for (uint32_t i = 0; i < lines_count; i++) {
        if (lines[i].text.bytes > CHARS_MAX * 4)
            return; /* no wrapped notice has such a line */
        shapes[i] = shape_of(lines[i].text);
        for (int m = 0; m < 2; m++)
            full[m] = shapes[i].measure[m] > full[m] ? shapes[i].measure[m] : full[m];
        if (!shapes[i].blank && shapes[i].indent < indent)
            indent = shapes[i].indent;
    }
    for (int m = 0; m < 2; m++) {
        uint32_t scale = m == 0 ? 1 : 2;
        if (full[m] < CHARS_MIN * scale || full[m] > CHARS_MAX * scale)
            continue;
        uint32_t joined = count_joins(lines, shapes, lines_count, indent, m, full[m]);
        if (joined > best)
            best = joined, chosen = m;
    }
    size_t bytes = 0;
    for (uint32_t i = 1; chosen >= 0 && i < lines_count; i++) {
        lines[i].goes_on |= bytes < JOINED_BYTES_MAX && joins(lines, shapes, i, indent, chosen, full[chosen]);
        bytes = lines[i].goes_on ? bytes + lines[i].text.bytes : 0;
    }
}

void unwrap(struct arena *arena, struct raw_line *lines, uint32_t lines_count)
{
    unwrap_paragraphs(arena, lines, lines_count);
    find_broken_names(lines, lines_count);
}
