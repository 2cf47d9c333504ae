/* SPDX-License-Identifier: MIT */
#include "notice/raw.h"
#include "notice/token.h"
#include "text/utf8.h"

enum { NUMBER_MAX = 9999 };

/* The number that is all of the line: — 3 —, －3－, 第3页 共9页, 3/9, or 3 (*bare); 0 when it is none. */
static int number_of(struct text text, bool *bare)
{
    struct arena scratch = { 0 };
    struct keyed k = keyed_make(&scratch, text);
    static const char MARKS[] = "—|–|－|-|‐|―|─|·|~|～|第|共|页|Page|page|P|of|/|,|.| ";
    int no = 0, read = 0;
    bool marked = false, page = false, other = k.bytes > 60;
    for (uint32_t i = 0; i < k.bytes && !other;) {
        uint32_t mark = keyed_starts_any(&k, i, k.bytes, MARKS);
        if (k.key[i] >= '0' && k.key[i] <= '9') {
            for (read = 0; i < k.bytes && k.key[i] >= '0' && k.key[i] <= '9' && read <= NUMBER_MAX; i++)
                read = 10 * read + (k.key[i] - '0');
            no = no ? no : read;
            other = read > NUMBER_MAX;
        } else if (mark) {
            page |= keyed_starts_any(&k, i, k.bytes, "页|Page|page") > 0;
            marked |= k.key[i] != ' ' && k.key[i] != '.' && k.key[i] != ',';
            i += mark;
        } else {
            other = true;
        }
    }
    uint32_t from = 0, to = k.bytes;
    keyed_trim(&k, &from, &to);
    /* 3. and 3、 are numbers of items, 2020-1 is a date or a document's. */
    bool dashes = keyed_starts_any(&k, from, to, "—|–|－|-|‐|―|─|·|~|～") &&
                  keyed_ends_any(&k, from, to, "—|–|－|-|‐|―|─|·|~|～");
    *bare = !marked;
    bool is =
        no > 0 && !other && (page || dashes || (!marked && to > from && k.key[to - 1] != '.' && k.key[to - 1] != ','));
    arena_fini(&scratch);
    return is ? no : 0;
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
              keyed_ends_any(&k, from, marker.to, "、|.|)|:") > 0;
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
        int no = text.bytes <= 60 ? number_of(text, &bare) : 0;
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
                 !keyed_ends_any(&up, from, to, "。|;|:|!|?|)|”") && !starts_numbered(below) &&
                 !(label_next(&down, a, b, &label) && label.from == a);
    arena_fini(&scratch);
    return parts;
}

void raw_lines_mark_pages(struct raw_lines *lines)
{
    bool bare_too = bare_are_pages(lines), any = false;
    for (uint32_t i = 0; i < lines->count; i++) {
        bool bare;
        struct raw_line *line = &lines->items[i];
        line->page = line->text.bytes <= 90 && !line->tabs && number_of(line->text, &bare) > 0 && (!bare || bare_too);
        any |= line->page;
    }
    for (uint32_t i = 0; any && i < lines->count; i++) {
        if (!lines->items[i].page)
            continue;
        uint32_t above = i, below = i;
        while (above > 0 && (lines->items[above].page || is_blank(lines->items[above].text)))
            above--;
        while (below + 1 < lines->count && (lines->items[below].page || is_blank(lines->items[below].text)))
            below++;
        if (above < i && below > i && parted(lines->items[above].text, lines->items[below].text))
            lines->items[below].goes_on = true;
    }
}
