/* SPDX-License-Identifier: MIT */
#include "term/copy.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "system/locale.h"
#include "term/kind.h"

/* screen takes strings of at most 768 bytes and joins nothing itself: the sequence goes through in pieces. */
enum { SCREEN_PIECE_BYTES = 76 };

static void add_base64(struct buf *out, struct span bytes)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < bytes.bytes; i += 3) {
        unsigned long group = 0;
        size_t count = bytes.bytes - i < 3 ? bytes.bytes - i : 3;
        for (size_t j = 0; j < 3; j++)
            group = group << 8 | (j < count ? (unsigned char)bytes.at[i + j] : 0);
        for (size_t j = 0; j < 4; j++)
            buf_char(out, j <= count ? digits[group >> (18 - 6 * j) & 63] : '=');
    }
}

static void add_through_screen(struct buf *out, struct span sequence)
{
    for (size_t i = 0; i < sequence.bytes; i += SCREEN_PIECE_BYTES) {
        size_t left = sequence.bytes - i;
        buf_string(out, "\033P");
        buf_add(out, sequence.at + i, left < SCREEN_PIECE_BYTES ? left : SCREEN_PIECE_BYTES);
        buf_string(out, "\033\\");
    }
}

/* Each ESC in it twice. */
static void add_through_tmux(struct buf *out, struct span sequence)
{
    buf_string(out, "\033Ptmux;");
    for (size_t i = 0; i < sequence.bytes; i++) {
        if (sequence.at[i] == '\033')
            buf_char(out, '\033');
        buf_char(out, sequence.at[i]);
    }
    buf_string(out, "\033\\");
}

static bool is_set(const char *variable)
{
    const char *value = getenv(variable);
    return value && *value;
}

/*
 * Which of tmux and screen is the inner one, TERM tells; screen shows what is meant for a tmux.  A tmux takes the plain
 * sequence itself (set-clipboard on), or hands on what is wrapped (allow-passthrough on): to a screen, if there is one.
 */
static void add_wrapped(struct span sequence, const char *kind, struct buf *out)
{
    struct buf pieces = { 0 };
    bool of_screen = strncmp(kind, "screen", 6) == 0, screen = is_set("STY"), tmux = is_set("TMUX");
    add_through_screen(&pieces, sequence);
    if (tmux && !(screen && of_screen)) {
        buf_span(out, sequence);
        add_through_tmux(out, screen ? buf_view(&pieces) : sequence);
    } else if (screen || of_screen) {
        buf_span(out, buf_view(&pieces));
        /* No screen on this side: it may be a tmux at home; or one with TERM as a screen has it. Both take the plain one. */
        if (!screen || tmux)
            buf_span(out, sequence);
    } else {
        buf_span(out, sequence);
    }
    buf_fini(&pieces);
}

bool copy_sequence(struct text text, const char *kind, struct buf *out)
{
    struct buf bytes = { 0 }, sequence = { 0 };
    locale_encode(text_span(text), &bytes);
    bool fits = bytes.bytes <= COPY_MAX_BYTES && kind_is_modern(kind);
    if (fits) {
        buf_string(&sequence, "\033]52;c;");
        add_base64(&sequence, buf_view(&bytes));
        buf_char(&sequence, '\a');
        add_wrapped(buf_view(&sequence), kind, out);
    }
    buf_fini(&bytes);
    buf_fini(&sequence);
    return fits;
}
