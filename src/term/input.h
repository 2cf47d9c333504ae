/* SPDX-License-Identifier: MIT */
/*
 * Bytes of the terminal → events.  A decoder of our own instead of get_wch(): it waits for Esc no longer than told,
 * keeps a paste whole, and swallows what no person typed (replies that come late, unknown sequences).  Pure: it reads
 * no file and asks no clock; characters are decoded by the locale's encoding.
 */
#ifndef TERM_INPUT_H
#define TERM_INPUT_H

#include <stdbool.h>

#include "base/buf.h"
#include "ui/event.h"

enum {
    INPUT_ESCAPE_MS = 25,    /* an ESC that nothing follows is the Esc key after this time */
    INPUT_SEQUENCE_MS = 100, /* a sequence broken off is given up */
    INPUT_PASTE_MS = 1000,   /* a paste whose end never comes is taken as it is */
    INPUT_PASTE_MAX_BYTES = 64 * 1024,
    INPUT_DOUBLE_MS = 400, /* two clicks on one cell within this time are a double click */
};

struct input_key; /* one sequence of terminfo's */

struct input {
    struct buf bytes; /* read and not yet decoded, from `from_bytes` on */
    size_t from_bytes;
    struct buf paste; /* what a paste has brought so far */
    struct buf text;  /* of the last event */
    bool in_paste;
    bool answered;    /* the terminal has told where the cursor is: whoever asked for it takes this back */
    long long fed_ms; /* when bytes last came */
    long long click_ms;
    int click_row, click_col;
    struct input_key *keys;
    size_t keys_count, keys_cap;
};

/* A key as terminfo spells it for this terminal (kcuu1 …); NULL and empty sequences are ignored. */
void input_add_key(struct input *input, const char *sequence, uint32_t key);
/* Bytes that have come at now_ms (of a monotonic clock). */
void input_feed(struct input *input, struct span bytes, long long now_ms);
/*
 * The next event, true; false when more bytes must come, or, for an ESC in doubt, more time.  event->text is borrowed
 * until the next call.  Characters of an input method that stand together (at least two, a Han first) are one
 * EVENT_PASTE.
 */
bool input_next(struct input *input, struct event *event, long long now_ms);
/* When one of these keys (single bytes) is among what is pending, drops it all; answers of the terminal count. */
bool input_drop_at(struct input *input, const char *keys);
/* Milliseconds until input_next() can decide what is in doubt; -1 when nothing is. */
int input_wait_ms(const struct input *input, long long now_ms);
void input_fini(struct input *input);

#endif
