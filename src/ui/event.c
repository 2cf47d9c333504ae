/* SPDX-License-Identifier: MIT */
#include "ui/event.h"

#include <stdio.h>
#include <string.h>

#include "text/utf8.h"

static const struct named {
    const char *name;
    uint32_t key;
} named_keys[] = {
    { "Tab", K_TAB },
    { "Enter", K_ENTER },
    { "Esc", K_ESCAPE },
    { "Escape", K_ESCAPE },
    { "BSpace", K_BACKSPACE },
    { "Backspace", K_BACKSPACE },
    { "Space", ' ' },
    { "Up", K_UP },
    { "Down", K_DOWN },
    { "Left", K_LEFT },
    { "Right", K_RIGHT },
    { "Home", K_HOME },
    { "End", K_END },
    { "PgUp", K_PAGE_UP },
    { "PageUp", K_PAGE_UP },
    { "PgDn", K_PAGE_DOWN },
    { "PageDown", K_PAGE_DOWN },
    { "Insert", K_INSERT },
    { "Delete", K_DELETE },
    { "S-Tab", K_BACK_TAB },
    { "F1", K_F1 },
    { "F2", K_F2 },
    { "F3", K_F3 },
    { "F4", K_F4 },
    { "F5", K_F5 },
    { "F6", K_F6 },
    { "F7", K_F7 },
    { "F8", K_F8 },
    { "F9", K_F9 },
    { "F10", K_F10 },
    { "F11", K_F11 },
    { "F12", K_F12 },
};

void key_name(uint32_t key, unsigned mods, char name[16])
{
    char *at = name;
    if (mods & K_WITH_ALT) {
        memcpy(at, "M-", 2);
        at += 2;
    }
    for (size_t i = 0; i < sizeof named_keys / sizeof *named_keys; i++)
        if (named_keys[i].key == key) {
            snprintf(at, 12, "%s", named_keys[i].name);
            return;
        }
    if (key < 0x20) {
        snprintf(at, 12, "C-%c", (char)(key + (key >= 1 && key <= 26 ? 0x60 : 0x40)));
        return;
    }
    struct buf one = { 0 };
    utf8_put(&one, key);
    snprintf(at, 12, "%s", one.at ? one.at : "?");
    buf_fini(&one);
}

bool key_find(struct text name, uint32_t *key, unsigned *mods)
{
    *mods = 0;
    if (name.bytes > 2 && memcmp(name.at, "M-", 2) == 0) {
        *mods = K_WITH_ALT;
        name = text_slice(name, 2, name.bytes);
    }
    for (size_t i = 0; i < sizeof named_keys / sizeof *named_keys; i++)
        if (text_equal(text_of(named_keys[i].name), name)) {
            *key = named_keys[i].key;
            return true;
        }
    if (name.bytes == 3 && memcmp(name.at, "C-", 2) == 0) {
        *key = K_CTRL(name.at[2]);
        return name.at[2] >= '@' && name.at[2] <= 'z' && name.at[2] != '`';
    }
    if (name.bytes == 0)
        return false;
    size_t bytes;
    *key = utf8_at(name, 0, &bytes);
    return bytes == name.bytes;
}
