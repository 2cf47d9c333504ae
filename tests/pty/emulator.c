/* SPDX-License-Identifier: MIT */
#include "pty/emulator.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/utf8.h"
#include "text/width.h"

static struct emulator_cell *at(const struct emulator *e, int row, int col)
{
    return &e->cells[row * e->cols + col];
}

const struct emulator_cell *emulator_cell(const struct emulator *e, int row, int col)
{
    return at(e, row, col);
}

static void blank(struct emulator *e, int row, int from, int to)
{
    for (int col = from < 0 ? 0 : from; col < to && col < e->cols; col++)
        *at(e, row, col) = (struct emulator_cell){ .chars = { ' ' }, .cols = 1, .look = e->look & LOOK_BACKGROUND };
}

void emulator_init(struct emulator *e, int rows, int cols, int ambiguous_cols, const char *charset)
{
    *e = (struct emulator){ .rows = rows, .cols = cols, .ambiguous_cols = ambiguous_cols, .bottom = rows - 1,
                            .cursor_visible = true, .answers = true, .converter = (iconv_t)-1 };
    e->takes_utf8 = strcmp(charset, "UTF-8") == 0;
    if (!e->takes_utf8)
        e->converter = iconv_open("UTF-32LE", charset);
    e->cells = mem_array((size_t)rows * (size_t)cols, sizeof *e->cells);
    for (int row = 0; row < rows; row++)
        blank(e, row, 0, cols);
}

void emulator_fini(struct emulator *e)
{
    if (e->converter != (iconv_t)-1)
        iconv_close(e->converter);
    free(e->cells);
    buf_fini(&e->pending);
    buf_fini(&e->answer);
    buf_fini(&e->strings);
}

static int clamp(int value, int low, int high)
{
    return value < low ? low : value > high ? high : value;
}

/* Whoever overwrites one half of a wide character leaves a blank in the other. */
static void free_halves(struct emulator *e, int row, int from, int to)
{
    if (from > 0 && from < e->cols && at(e, row, from)->cols == 0)
        blank(e, row, from - 1, from);
    if (to > 0 && to < e->cols && at(e, row, to)->cols == 0)
        blank(e, row, to, to + 1);
}

void emulator_resize(struct emulator *e, int rows, int cols)
{
    struct emulator_cell *old = e->cells;
    int old_rows = e->rows, old_cols = e->cols;
    e->cells = mem_array((size_t)rows * (size_t)cols, sizeof *e->cells);
    e->rows = rows;
    e->cols = cols;
    for (int row = 0; row < rows; row++) {
        blank(e, row, 0, cols);
        for (int col = 0; row < old_rows && col < cols && col < old_cols; col++)
            *at(e, row, col) = old[row * old_cols + col];
        if (at(e, row, cols - 1)->cols == 2)
            blank(e, row, cols - 1, cols);
    }
    free(old);
    e->top = 0;
    e->bottom = rows - 1;
    e->row = clamp(e->row, 0, rows - 1);
    e->col = clamp(e->col, 0, cols - 1);
    e->wrap_pending = false;
}

static void scroll(struct emulator *e, int top, int bottom, int lines)
{
    int count = lines < 0 ? -lines : lines;
    if (count > bottom - top + 1)
        count = bottom - top + 1;
    size_t kept = (size_t)(bottom - top + 1 - count) * (size_t)e->cols * sizeof *e->cells;
    if (lines > 0)
        memmove(at(e, top, 0), at(e, top + count, 0), kept);
    else
        memmove(at(e, top + count, 0), at(e, top, 0), kept);
    for (int i = 0; i < count; i++)
        blank(e, lines > 0 ? bottom - i : top + i, 0, e->cols);
}

static void line_feed(struct emulator *e)
{
    e->wrap_pending = false;
    if (e->row == e->bottom)
        scroll(e, e->top, e->bottom, 1);
    else if (e->row < e->rows - 1)
        e->row++;
}

static void put(struct emulator *e, uint32_t c)
{
    int cols = width_char(c, e->ambiguous_cols);
    if (cols < 0)
        return;
    if (cols == 0) {
        int col = e->wrap_pending ? e->col : e->col - 1;
        while (col > 0 && at(e, e->row, col)->cols == 0)
            col--;
        for (int i = 1; col >= 0 && i < EMULATOR_CHARS_MAX; i++)
            if (!at(e, e->row, col)->chars[i]) {
                at(e, e->row, col)->chars[i] = c;
                break;
            }
        return;
    }
    if (e->wrap_pending || e->col + cols > e->cols) {
        e->col = 0;
        line_feed(e);
    }
    if (cols > e->cols)
        return;
    free_halves(e, e->row, e->col, e->col + cols);
    *at(e, e->row, e->col) = (struct emulator_cell){ .chars = { c }, .look = e->look, .cols = (uint32_t)cols };
    if (cols == 2)
        *at(e, e->row, e->col + 1) = (struct emulator_cell){ .look = e->look };
    e->last_char = c;
    e->wrap_pending = e->col + cols == e->cols;
    e->col = e->wrap_pending ? e->cols - 1 : e->col + cols;
}

static void move_to(struct emulator *e, int row, int col)
{
    e->row = clamp(row, 0, e->rows - 1);
    e->col = clamp(col, 0, e->cols - 1);
    e->wrap_pending = false;
}

static void erase(struct emulator *e, int row, int from, int to)
{
    free_halves(e, row, from, to);
    blank(e, row, from, to);
}

static void shift_cells(struct emulator *e, int count, bool insert)
{
    count = clamp(count, 0, e->cols - e->col);
    size_t kept = (size_t)(e->cols - e->col - count) * sizeof *e->cells;
    free_halves(e, e->row, e->col, insert ? e->col : e->col + count);
    if (insert && e->col + count < e->cols)
        memmove(at(e, e->row, e->col + count), at(e, e->row, e->col), kept);
    else if (!insert)
        memmove(at(e, e->row, e->col), at(e, e->row, e->col) + count, kept);
    blank(e, e->row, insert ? e->col : e->cols - count, insert ? e->col + count : e->cols);
    if (at(e, e->row, e->cols - 1)->cols == 2)
        blank(e, e->row, e->cols - 1, e->cols);
}

static void set_look(struct emulator *e, const int *p, int count)
{
    static const uint32_t on[] = { [1] = LOOK_BOLD, [2] = LOOK_DIM, [4] = LOOK_UNDERLINE, [7] = LOOK_REVERSE };
    for (int i = 0; i < count; i++) {
        int v = p[i];
        if (v == 0)
            e->look = 0;
        else if (v < 8 && v != 5 && v != 6)
            e->look |= v == 3 ? 0 : on[v];
        else if (v == 22)
            e->look &= ~(uint32_t)(LOOK_BOLD | LOOK_DIM);
        else if (v == 24 || v == 27)
            e->look &= ~on[v - 20];
        else if ((v >= 30 && v <= 37) || (v >= 90 && v <= 97))
            e->look = (e->look & ~(uint32_t)LOOK_FOREGROUND) | (uint32_t)(v < 40 ? v - 29 : v - 81);
        else if (v == 39)
            e->look &= ~(uint32_t)LOOK_FOREGROUND;
        else if (v >= 40 && v <= 47)
            e->look = (e->look & ~(uint32_t)LOOK_BACKGROUND) | (uint32_t)(v - 39) << 8;
        else if (v == 49)
            e->look &= ~(uint32_t)LOOK_BACKGROUND;
        else if ((v == 38 || v == 48) && i + 2 < count && p[i + 1] == 5) {
            uint32_t color = (uint32_t)(p[i + 2] + 1) & 0xff;
            e->look = v == 38 ? (e->look & ~(uint32_t)LOOK_FOREGROUND) | color
                              : (e->look & ~(uint32_t)LOOK_BACKGROUND) | color << 8;
            i += 2;
        }
    }
}

static void set_mode(struct emulator *e, int mode, bool on)
{
    switch (mode) {
    case 25:
        e->cursor_visible = on;
        break;
    case 47:
    case 1047:
    case 1049:
        e->alternate = on;
        for (int row = 0; row < e->rows; row++)
            blank(e, row, 0, e->cols);
        break;
    case 1000:
        e->mouse = on;
        break;
    case 2004:
        e->paste = on;
        break;
    case 2026:
        e->frames += !on;
        break;
    default:
        break;
    }
}

static void not_known(struct emulator *e, const char *bytes, size_t count)
{
    if (e->unknown++ == 0)
        snprintf(e->unknown_text, sizeof e->unknown_text, "%.*s", (int)(count < 60 ? count : 60), bytes);
}

static void erase_display(struct emulator *e, int how)
{
    for (int row = 0; row < e->rows; row++)
        if (how >= 2 || (how == 0 && row > e->row) || (how == 1 && row < e->row))
            blank(e, row, 0, e->cols);
    if (how == 0)
        erase(e, e->row, e->col, e->cols);
    else if (how == 1)
        erase(e, e->row, 0, e->col + 1);
}

static bool control(struct emulator *e, char final, const int *p, int count, int n)
{
    switch (final) {
    case 'A': move_to(e, e->row - n, e->col); break;
    case 'B': move_to(e, e->row + n, e->col); break;
    case 'C': move_to(e, e->row, e->col + n); break;
    case 'D': move_to(e, e->row, e->col - n); break;
    case 'G': move_to(e, e->row, n - 1); break;
    case 'd': move_to(e, n - 1, e->col); break;
    case 'H':
    case 'f': move_to(e, n - 1, (p[1] ? p[1] : 1) - 1); break;
    case 'J': erase_display(e, p[0]); break;
    case 'K': erase(e, e->row, p[0] == 0 ? e->col : 0, p[0] == 1 ? e->col + 1 : e->cols); break;
    case 'X': erase(e, e->row, e->col, clamp(e->col + n, 0, e->cols)); break;
    case 'L':
    case 'M':
        if (e->row >= e->top && e->row <= e->bottom)
            scroll(e, e->row, e->bottom, final == 'L' ? -n : n);
        break;
    case '@':
    case 'P': shift_cells(e, n, final == '@'); break;
    case 'S': scroll(e, e->top, e->bottom, n); break;
    case 'T': scroll(e, e->top, e->bottom, -n); break;
    case 'b':
        for (int i = 0; i < n && e->last_char; i++)
            put(e, e->last_char);
        break;
    case 'r':
        e->top = p[0] ? clamp(p[0] - 1, 0, e->rows - 1) : 0;
        e->bottom = p[1] ? clamp(p[1] - 1, 0, e->rows - 1) : e->rows - 1;
        move_to(e, 0, 0);
        break;
    case 'm': set_look(e, p, count); break;
    case 'n':
        if (p[0] == 6 && e->answers)
            buf_printf(&e->answer, "\033[%d;%dR", e->row + 1, e->col + 1);
        break;
    case 'c':
        if (e->answers)
            buf_string(&e->answer, "\033[?64;1;2;6;22c");
        break;
    case 'l':
    case 'h':
    case 't': break;
    default: return false;
    }
    return true;
}

/* ESC [ … ; returns its length, 0 when more must come. */
static size_t read_control(struct emulator *e, const char *bytes, size_t count)
{
    int p[EMULATOR_PARAMETERS_MAX] = { 0 }, idx = 0;
    char mark = 0;
    size_t i = 2;
    if (i < count && bytes[i] >= '<' && bytes[i] <= '?')
        mark = bytes[i++];
    for (; i < count; i++) {
        if (bytes[i] >= '0' && bytes[i] <= '9')
            p[idx] = p[idx] * 10 + (bytes[i] - '0');
        else if (bytes[i] == ';' && idx + 1 < EMULATOR_PARAMETERS_MAX)
            idx++;
        else if (bytes[i] >= 0x40)
            break;
    }
    if (i == count)
        return 0;
    if (mark == '?' && (bytes[i] == 'h' || bytes[i] == 'l'))
        for (int j = 0; j <= idx; j++)
            set_mode(e, p[j], bytes[i] == 'h');
    else if (mark || !control(e, bytes[i], p, idx + 1, p[0] ? p[0] : 1))
        not_known(e, bytes, i + 1);
    return i + 1;
}

static size_t read_escape(struct emulator *e, const char *bytes, size_t count)
{
    if (count < 2)
        return 0;
    switch (bytes[1]) {
    case '[':
        return read_control(e, bytes, count);
    case '(':
    case ')':
        return count < 3 ? 0 : 3;
    case ']':
    case 'P':
        for (size_t i = 2; i < count; i++)
            if (bytes[i] == 7 || (bytes[i] == '\\' && bytes[i - 1] == 27 && i > 2)) {
                buf_add(&e->strings, bytes + 1, i - 1);
                buf_char(&e->strings, '\n');
                return i + 1;
            }
        return 0;
    case '7':
        e->saved_row = e->row;
        e->saved_col = e->col;
        return 2;
    case '8':
        move_to(e, e->saved_row, e->saved_col);
        return 2;
    case 'M':
        if (e->row == e->top)
            scroll(e, e->top, e->bottom, -1);
        else
            move_to(e, e->row - 1, e->col);
        return 2;
    case '=':
    case '>':
    case '\\':
        return 2;
    default:
        not_known(e, bytes, 2);
        return 2;
    }
}

static bool read_plain_control(struct emulator *e, char c)
{
    switch (c) {
    case '\r': move_to(e, e->row, 0); return true;
    case '\n': line_feed(e); return true;
    case '\b': move_to(e, e->row, e->col - 1); return true;
    case '\t': move_to(e, e->row, (e->col / 8 + 1) * 8); return true;
    case 7:
    case 14:
    case 15: return true;
    default: return (unsigned char)c < 0x20;
    }
}

/* One character; returns its length, 0 when more must come. */
static size_t read_char(struct emulator *e, const char *bytes, size_t count)
{
    uint32_t c = 0xfffd;
    if (e->takes_utf8) {
        unsigned char lead = (unsigned char)bytes[0];
        size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        if (count < length)
            return 0;
        struct text one = text_composed((struct span){ bytes, length });
        size_t used;
        bool good = utf8_valid_bytes(text_span(one)) == length;
        put(e, good ? utf8_at(one, 0, &used) : c);
        return good ? length : 1;
    }
    for (size_t length = 1; length <= 4 && length <= count; length++) {
        char *in = (char *)(uintptr_t)bytes, *out = (char *)&c;
        size_t in_bytes = length, out_bytes = sizeof c;
        if (iconv(e->converter, &in, &in_bytes, &out, &out_bytes) != (size_t)-1) {
            put(e, c);
            return length;
        }
        iconv(e->converter, NULL, NULL, NULL, NULL);
        if (errno == EILSEQ) {
            put(e, 0xfffd);
            return 1;
        }
    }
    return 0;
}

void emulator_write(struct emulator *e, const char *bytes, size_t count)
{
    buf_add(&e->pending, bytes, count);
    size_t i = 0;
    while (i < e->pending.bytes) {
        const char *here = e->pending.at + i;
        size_t left = e->pending.bytes - i, used = 1;
        if (*here == 27)
            used = read_escape(e, here, left);
        else if (!read_plain_control(e, *here))
            used = read_char(e, here, left);
        if (!used)
            break;
        i += used;
    }
    struct buf rest = { 0 };
    buf_add(&rest, e->pending.at + i, e->pending.bytes - i);
    buf_fini(&e->pending);
    e->pending = rest;
}

static void add_row(const struct emulator *e, int row, struct buf *out)
{
    size_t kept = out->bytes;
    for (int col = 0; col < e->cols; col++) {
        const struct emulator_cell *cell = at(e, row, col);
        for (int i = 0; i < EMULATOR_CHARS_MAX && cell->chars[i]; i++)
            utf8_put(out, cell->chars[i]);
        if (cell->cols && cell->chars[0] != ' ')
            kept = out->bytes;
    }
    out->bytes = kept;
    buf_char(out, 0);
    out->bytes = kept;
}

char *emulator_row(const struct emulator *e, int row)
{
    struct buf out = { 0 };
    add_row(e, row, &out);
    return out.at;
}

char *emulator_dump(const struct emulator *e)
{
    struct buf out = { 0 };
    for (int row = 0; row < e->rows; row++) {
        add_row(e, row, &out);
        buf_char(&out, '\n');
    }
    return out.at;
}

int emulator_find(const struct emulator *e, const char *text)
{
    for (int row = 0; row < e->rows; row++) {
        char *line = emulator_row(e, row);
        bool found = strstr(line, text) != NULL;
        free(line);
        if (found)
            return row;
    }
    return -1;
}
