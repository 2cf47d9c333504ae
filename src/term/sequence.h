/* SPDX-License-Identifier: MIT */
/*
 * The escape sequences that terminals send for keys, whatever terminfo says: xterm, PuTTY, linux, rxvt, vt100 in both
 * cursor modes.  One sequence at the head of some bytes → what it means.
 */
#ifndef TERM_SEQUENCE_H
#define TERM_SEQUENCE_H

#include "base/span.h"
#include "ui/event.h"

enum sequence_kind {
    SEQUENCE_NONE,    /* no sequence: an ESC before something else */
    SEQUENCE_PARTIAL, /* more must come */
    SEQUENCE_KEY,     /* key, mods */
    SEQUENCE_MOUSE,   /* mouse, row, col */
    SEQUENCE_PASTE,   /* the text that follows is pasted, up to SEQUENCE_PASTE_END */
    SEQUENCE_PASTE_END,
    SEQUENCE_REPORT,    /* the answer to a question for the cursor's place */
    SEQUENCE_SWALLOWED, /* another reply, a focus report, something unknown */
};

struct sequence {
    enum sequence_kind kind;
    size_t bytes;
    uint32_t key;
    unsigned mods;
    enum mouse mouse;
    int row, col;
};

/* bytes begins with ESC. */
struct sequence sequence_read(struct span bytes);

#endif
