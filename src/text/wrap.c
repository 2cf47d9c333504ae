/* SPDX-License-Identifier: MIT */
#include "text/wrap.h"

#include <stdlib.h>
#include <string.h>
#include <unilbrk.h>

#include "base/mem.h"
#include "text/utf8.h"
#include "text/width.h"

/* No line may begin with these (GB/T 15834-2011, 5.1: closing marks, 、 ， 。 …); libunistring knows all but curly quotes. */
static bool may_not_begin(uint32_t c)
{
    static const uint32_t closing[] = { 0x2019, 0x201D, 0x3001, 0x3002, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015,
                                        0xFF01, 0xFF05, 0xFF09, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F, 0x2026, 0x2014,
                                        0xB7,   ',',    '.',    ')',    ';',    ':',    '!',    '?',    '%' };
    for (size_t i = 0; i < sizeof closing / sizeof *closing; i++)
        if (c == closing[i])
            return true;
    return false;
}

static bool may_not_end(uint32_t c)
{
    return c == 0x2018 || c == 0x201C || c == 0x300A || c == 0x300C || c == 0x300E || c == 0x3010 || c == 0x3014 ||
           c == 0xFF08 || c == '(' || c == '[';
}

/*
 * UAX #14 puts curly quotes in class QU and so never breaks before “ nor after ”, which Chinese setting does: "推进|“最多
 * 跑一次”|改革".
 */
static bool parts_at_quote(uint32_t before, uint32_t c)
{
    bool opens = c == 0x201C || c == 0x2018, closed = before == 0x201D || before == 0x2019;
    return (opens && (utf8_is_han(before) || may_not_begin(before))) || (closed && (utf8_is_han(c) || may_not_end(c)));
}

/* GB/T 15834-2011 5.1.6, 5.1.7, 5.1.10: marks that connect or part begin no line. */
static bool connects(uint32_t c)
{
    return c == 0x2014 || c == 0xFF5E || c == 0x301C || c == 0x223C || c == 0xFF0D || c == 0x2013 || c == 0xFF0F ||
           c == 0xB7 || c == 0x2022 || c == 0x2027 || c == 0x30FB;
}

/* Two of them are a dash, which nothing parts, and which may begin a line. */
static bool dash_begins(struct text text, size_t at, uint32_t before, uint32_t c)
{
    size_t bytes, next = at + sizeof "—" - 1;
    return c == 0x2014 && before != c && next < text.bytes && utf8_at(text, next, &bytes) == c;
}

static void mend_breaks(struct text text, char *breaks)
{
    uint32_t before = 0;
    for (size_t at = 0, bytes; at < text.bytes; at += bytes) {
        uint32_t c = utf8_at(text, at, &bytes);
        if (at > 0 && breaks[at] == UC_BREAK_PROHIBITED && parts_at_quote(before, c))
            breaks[at] = UC_BREAK_POSSIBLE;
        if (breaks[at] == UC_BREAK_POSSIBLE && connects(c) && !dash_begins(text, at, before, c))
            breaks[at] = UC_BREAK_PROHIBITED;
        before = c;
    }
}

/* Breaks behind the first character of text, whose own is known. */
static void find_breaks(struct text text, char *breaks)
{
    char first = breaks[0];
    /* The encoding makes ambiguous characters ideographic, which is right for Chinese text whatever they measure. */
    u8_possible_linebreaks((const uint8_t *)text.at, text.bytes, "GBK", breaks);
    mend_breaks(text, breaks);
    breaks[0] = first;
}

static bool is_comma_or_stop(uint32_t c)
{
    return c == 0x3001 || c == 0x3002 || c == 0xFF0C;
}

/*
 * Before a Han one may break whatever stands before it but what stands there says no, and what stands behind it asks for
 * nothing before it: so Han part the text.  Most of it is nothing but Han and the commas behind them, which the library
 * need not be asked about; a stretch with anything else goes to it with the Han at either end.
 */
static void find_all_breaks(struct text text, char *breaks)
{
    size_t from = 0;
    bool known = false; /* from `from`, a Han, on */
    memset(breaks, UC_BREAK_PROHIBITED, text.bytes);
    for (size_t at = 0, bytes; at < text.bytes; at += bytes) {
        uint32_t c = utf8_at(text, at, &bytes);
        if (c >= 0x4E00 && c <= 0x9FFF) {
            if (known)
                breaks[at] = UC_BREAK_POSSIBLE;
            else
                find_breaks(text_slice(text, from, at + bytes), breaks + from);
            from = at;
            known = true;
        } else {
            known = known && is_comma_or_stop(c);
        }
    }
    if (!known)
        find_breaks(text_slice(text, from, text.bytes), breaks + from);
}

static bool hangs(uint32_t c)
{
    return c == 0x3001 || c == 0x3002 || c == 0xFF0C || c == 0xFF1B || c == 0xFF1A;
}

void wrap_init(struct wrap *wrap, struct text text, int cols, int ambiguous_cols)
{
    *wrap = (struct wrap){ .text = text, .ambiguous_cols = ambiguous_cols };
    wrap_cols(wrap, cols);
    if (text.bytes == 0)
        return;
    wrap->breaks = mem_alloc(text.bytes);
    find_all_breaks(text, wrap->breaks);
}

void wrap_cols(struct wrap *wrap, int cols)
{
    wrap->cols = cols < 1 ? 1 : cols;
}

static struct text without_end_blanks(struct text line)
{
    while (line.bytes) {
        size_t bytes;
        uint32_t c = utf8_before(line, line.bytes, &bytes);
        if (c != ' ' && c != 0x3000 && c != '\n')
            break;
        line.bytes -= bytes;
    }
    return line;
}

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == 0x3000;
}

bool wrap_next(struct wrap *wrap, struct text *line)
{
    struct text text = wrap->text;
    size_t from = wrap->next_bytes;
    if (from >= text.bytes)
        return false;
    /* Behind a break blanks hang over the edge; here they would indent the next line. */
    size_t bytes, last_break = 0, at = from;
    int cols = 0;
    while (at < text.bytes) {
        char brk = wrap->breaks[at];
        if (at > from && brk == UC_BREAK_MANDATORY) {
            last_break = at;
            break;
        }
        if (at > from && brk == UC_BREAK_POSSIBLE)
            last_break = at;
        uint32_t c = utf8_at(text, at, &bytes);
        int width = width_char(c, wrap->ambiguous_cols);
        /* A mark on a blank over the edge, too: what ends with it keeps that blank. */
        bool over = width >= 0 && cols + width > wrap->cols && !is_blank(c);
        if (over && !(cols <= wrap->cols && hangs(c) && cols + width <= wrap->cols + wrap->hang_cols))
            break;
        cols += width > 0 ? width : 0;
        at += bytes;
    }
    size_t to;
    if (at >= text.bytes)
        to = text.bytes;
    else if (last_break > from)
        to = last_break;
    else {
        /* Nothing legal: between grapheme clusters, and at least one of them. */
        to = utf8_next_cluster(text, from);
        for (size_t next; to < at && (next = utf8_next_cluster(text, to)) <= at;)
            to = next;
    }
    *line = without_end_blanks(text_slice(text, from, to));
    wrap->next_bytes = to;
    return true;
}

void wrap_fini(struct wrap *wrap)
{
    free(wrap->breaks);
    *wrap = (struct wrap){ 0 };
}
