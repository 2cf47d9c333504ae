/* SPDX-License-Identifier: MIT */
/*
 * What reaches the interface from outside: keys, pasted text, sizes, the mouse, a changed file.  Key constants begin
 * with K_ because curses claims KEY_ for macros of its own.
 */
#ifndef UI_EVENT_H
#define UI_EVENT_H

#include <stdbool.h>
#include <stdint.h>

#include "text/text.h"

/* Keys that are no character.  Characters are their code point; control keys are K_CTRL('L'). */
enum key {
    K_NONE = 0,
    K_TAB = 9,
    K_ENTER = 13,
    K_ESCAPE = 27,
    K_BACKSPACE = 127,
    K_SPECIAL = 0x200000, /* above Unicode */
    K_UP,
    K_DOWN,
    K_LEFT,
    K_RIGHT,
    K_HOME,
    K_END,
    K_PAGE_UP,
    K_PAGE_DOWN,
    K_INSERT,
    K_DELETE,
    K_BACK_TAB,
    K_F1,
    K_F2,
    K_F3,
    K_F4,
    K_F5,
    K_F6,
    K_F7,
    K_F8,
    K_F9,
    K_F10,
    K_F11,
    K_F12,
};
#define K_CTRL(letter) ((uint32_t)(letter)&0x1f)

enum { K_WITH_ALT = 1 };

enum event_kind {
    EVENT_KEY,     /* key, mods */
    EVENT_PASTE,   /* text: pasted, or committed whole by an input method; goes into a field, never runs as commands */
    EVENT_RESIZE,  /* rows, cols */
    EVENT_MOUSE,   /* row, col, mouse */
    EVENT_RELOADED /* the file has changed and was read again: app_reload() or app_banner() was called */
};

enum mouse { MOUSE_CLICK, MOUSE_DOUBLE, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN };

struct event {
    enum event_kind kind;
    uint32_t key;
    unsigned mods;
    struct text text;
    int rows, cols;
    int row, col;
    enum mouse mouse;
};

/* The name of a key: "Down", "Enter", "C-l", "M-x", "/", "F1", "Space"; NUL-terminated, in the caller's 16 bytes. */
void key_name(uint32_t key, unsigned mods, char name[16]);
/* The key of a name.  False when there is none such. */
bool key_find(struct text name, uint32_t *key, unsigned *mods);

#endif
