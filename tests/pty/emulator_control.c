/* SPDX-License-Identifier: MIT */
#include "pty/emulator_control.h"

#include <stdio.h>
#include <string.h>

static void set_look(struct emulator *e, const int *p, int count)
{
    static const uint32_t on[] = { [1] = SGR_BOLD, [2] = SGR_DIM, [4] = SGR_UNDERLINE, [7] = SGR_REVERSE };
    for (int i = 0; i < count; i++) {
        int v = p[i];
        if (v == 0)
            e->look = 0;
        else if (v < 8 && v != 5 && v != 6)
            e->look |= v == 3 ? 0 : on[v];
        else if (v == 22)
            e->look &= ~(uint32_t)(SGR_BOLD | SGR_DIM);
        else if (v == 24 || v == 27)
            e->look &= ~on[v - 20];
        else if ((v >= 30 && v <= 37) || (v >= 90 && v <= 97))
            e->look = (e->look & ~(uint32_t)SGR_FOREGROUND) | (uint32_t)(v < 40 ? v - 29 : v - 81);
        else if (v == 39)
            e->look &= ~(uint32_t)SGR_FOREGROUND;
        else if (v >= 40 && v <= 47)
            e->look = (e->look & ~(uint32_t)SGR_BACKGROUND) | (uint32_t)(v - 39) << 8;
        else if (v == 49)
            e->look &= ~(uint32_t)SGR_BACKGROUND;
        else if ((v == 38 || v == 48) && i + 2 < count && p[i + 1] == 5) {
            uint32_t color = (uint32_t)(p[i + 2] + 1) & 0xff;
            e->look = v == 38 ? (e->look & ~(uint32_t)SGR_FOREGROUND) | color
                              : (e->look & ~(uint32_t)SGR_BACKGROUND) | color << 8;
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
            cells_blank(e, row, 0, e->cols);
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
            cells_blank(e, row, 0, e->cols);
    if (how == 0)
        cells_erase(e, e->row, e->col, e->cols);
    else if (how == 1)
        cells_erase(e, e->row, 0, e->col + 1);
}

static bool control(struct emulator *e, char final, const int *p, int count, int n)
{
    switch (final) {
    case 'A':
        cells_move_to(e, e->row - n, e->col);
        break;
    case 'B':
        cells_move_to(e, e->row + n, e->col);
        break;
    case 'C':
        cells_move_to(e, e->row, e->col + n);
        break;
    case 'D':
        cells_move_to(e, e->row, e->col - n);
        break;
    case 'G':
        cells_move_to(e, e->row, n - 1);
        break;
    case 'd':
        cells_move_to(e, n - 1, e->col);
        break;
    case 'H':
    case 'f':
        cells_move_to(e, n - 1, (p[1] ? p[1] : 1) - 1);
        break;
    case 'J':
        erase_display(e, p[0]);
        break;
    case 'K':
        cells_erase(e, e->row, p[0] == 0 ? e->col : 0, p[0] == 1 ? e->col + 1 : e->cols);
        break;
    case 'X':
        cells_erase(e, e->row, e->col, cells_clamp(e->col + n, 0, e->cols));
        break;
    case 'L':
    case 'M':
        if (e->row >= e->top && e->row <= e->bottom)
            cells_scroll(e, e->row, e->bottom, final == 'L' ? -n : n);
        break;
    case '@':
    case 'P':
        cells_shift_cells(e, n, final == '@');
        break;
    case 'S':
        cells_scroll(e, e->top, e->bottom, n);
        break;
    case 'T':
        cells_scroll(e, e->top, e->bottom, -n);
        break;
    case 'b':
        for (int i = 0; i < n && e->last_char; i++)
            cells_put(e, e->last_char);
        break;
    case 'r':
        e->top = p[0] ? cells_clamp(p[0] - 1, 0, e->rows - 1) : 0;
        e->bottom = p[1] ? cells_clamp(p[1] - 1, 0, e->rows - 1) : e->rows - 1;
        cells_move_to(e, 0, 0);
        break;
    case 'm':
        set_look(e, p, count);
        break;
    case 'n':
        if (p[0] == 6 && e->answers)
            buf_printf(&e->answer, "\033[%d;%dR", e->row + 1, e->col + 1);
        else if (p[0] == 5 && e->answers)
            buf_string(&e->answer, "\033[0n");
        break;
    case 'c':
        if (e->answers)
            buf_string(&e->answer, "\033[?64;1;2;6;22c");
        break;
    case 'l':
    case 'h':
    case 't':
        break;
    default:
        return false;
    }
    return true;
}

enum { CANCEL = 24 };

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
        else if (bytes[i] == CANCEL)
            return i + 1;
        else if (bytes[i] >= 0x40)
            break;
    }
    if (i == count)
        return 0;
    if (mark == '?' && (bytes[i] == 'h' || bytes[i] == 'l'))
        for (int j = 0; j <= idx; j++)
            set_mode(e, p[j], bytes[i] == 'h');
    else if (mark == '?' && bytes[i] == 'c')
        e->last_char = 0; /* the linux console's shape of the cursor */
    else if (mark || !control(e, bytes[i], p, idx + 1, p[0] ? p[0] : 1))
        not_known(e, bytes, i + 1);
    return i + 1;
}

size_t control_escape(struct emulator *e, const char *bytes, size_t count)
{
    if (count < 2)
        return 0;
    switch (bytes[1]) {
    case CANCEL:
        return 2;
    case '[':
        return read_control(e, bytes, count);
    case '(':
    case ')':
        return count < 3 ? 0 : 3;
    case ']':
    case 'P':
        for (size_t i = 2; i < count; i++)
            if (bytes[i] == CANCEL)
                return i + 1;
            else if (bytes[i] == 7 || (bytes[i] == '\\' && bytes[i - 1] == 27 && i > 2)) {
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
        cells_move_to(e, e->saved_row, e->saved_col);
        return 2;
    case 'D':
        cells_line_feed(e);
        return 2;
    case 'M':
        if (e->row == e->top)
            cells_scroll(e, e->top, e->bottom, -1);
        else
            cells_move_to(e, e->row - 1, e->col);
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

bool control_char(struct emulator *e, char c)
{
    switch (c) {
    case '\r':
        cells_move_to(e, e->row, 0);
        return true;
    case '\n':
        cells_line_feed(e);
        return true;
    case '\b':
        cells_move_to(e, e->row, e->col - 1);
        return true;
    case '\t':
        cells_move_to(e, e->row, (e->col / 8 + 1) * 8);
        return true;
    case 7:
    case 14:
    case 15:
        return true;
    default:
        return (unsigned char)c < 0x20;
    }
}
