/* SPDX-License-Identifier: MIT */
/*
 * A terminal emulator for tests: the part of xterm that curses uses, with what no library offers: ambiguous characters
 * drawn one or two columns wide, and GB18030 as well as UTF-8.  Answers cursor and device reports.
 */
#ifndef PTY_EMULATOR_H
#define PTY_EMULATOR_H

#include <iconv.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

enum { EMULATOR_CHARS_MAX = 5, EMULATOR_PARAMETERS_MAX = 16 };

struct emulator_cell {
    uint32_t chars[EMULATOR_CHARS_MAX];
    uint32_t look; /* attributes and colours as SGR set them */
    uint32_t cols; /* 0: right half */
};

enum {
    SGR_BOLD = 1 << 16,
    SGR_DIM = 1 << 17,
    SGR_UNDERLINE = 1 << 18,
    SGR_REVERSE = 1 << 19,
    SGR_FOREGROUND = 0xff, /* colour + 1 in 256 */
    SGR_BACKGROUND = 0xff00
};

struct emulator {
    int rows, cols, ambiguous_cols;
    struct emulator_cell *cells;
    int row, col;
    bool wrap_pending;
    bool wraps_at_once; /* the last cell of a row is followed by the next row's first at once */
    int top, bottom;    /* scroll region, inclusive */
    uint32_t look;
    int saved_row, saved_col;
    bool cursor_visible, alternate, paste, mouse, answers, takes_utf8;
    iconv_t converter;  /* to UCS-4, when not UTF-8 */
    struct buf pending; /* bytes of an unfinished character or sequence */
    struct buf answer;  /* what the terminal wants to send back */
    struct buf strings; /* OSC and DCS received, one a line */
    uint32_t last_char;
    unsigned long long frames; /* synchronised updates ended */
    unsigned unknown;          /* sequences not understood: a test that sees one cannot trust the screen */
    char unknown_text[64];
};

/* charset: "UTF-8", or any that iconv knows. */
void emulator_init(struct emulator *emulator, int rows, int cols, int ambiguous_cols, const char *charset);
void emulator_fini(struct emulator *emulator);
/* As xterm: what still fits stays, at the top left. */
void emulator_resize(struct emulator *emulator, int rows, int cols);
void emulator_write(struct emulator *emulator, const char *bytes, size_t count);
const struct emulator_cell *emulator_cell(const struct emulator *emulator, int row, int col);
/* A row as UTF-8 without blanks at its end; NUL-terminated, the caller's to free. */
char *emulator_row(const struct emulator *emulator, int row);
/* All rows, each with its LF; the caller's to free. */
char *emulator_dump(const struct emulator *emulator);
/* The first row that holds text, or -1. */
int emulator_find(const struct emulator *emulator, const char *text);

#endif
