/* SPDX-License-Identifier: MIT */
#include "ui/keymap.h"

#include <string.h>

#include "base/i18n.h"

static bool is_letter(char c)
{
    return c > ' ' && c < 0x7F;
}

static bool name_binding(const char *name, struct binding *binding)
{
    bool two = is_letter(name[0]) && is_letter(name[1]) && !name[2];
    if (key_find(text_of(name), &binding->key, &binding->mods)) {
        key_name(binding->key, binding->mods, binding->name);
        return true;
    }
    if (two) {
        *binding =
            (struct binding){ .key = (uint32_t)name[0], .then = (uint32_t)name[1], .name = { name[0], name[1] } };
        return true;
    }
    return false;
}

bool keymap_bind(struct keymap *keymap, enum action action, const char *const *names)
{
    struct binding keys[ACTION_KEYS_MAX] = { 0 };
    for (int i = 0; i < ACTION_KEYS_MAX && names[i]; i++) {
        if (!name_binding(names[i], &keys[i]))
            return false;
    }
    memcpy(keymap->keys[action], keys, sizeof keys);
    return true;
}

void keymap_init(struct keymap *keymap)
{
    memset(keymap, 0, sizeof *keymap);
    for (uint32_t i = 0; i < action_table_count; i++)
        keymap_bind(keymap, action_table[i].action, action_table[i].keys);
}

/* A letter or a digit is text while a field has the keys. */
static bool is_typing(uint32_t key, unsigned mods)
{
    return mods == 0 && key >= 0x20 && key != K_BACKSPACE && key < K_SPECIAL;
}

static enum action find(const struct keymap *keymap, struct binding wanted, unsigned context)
{
    for (uint32_t i = 0; i < action_table_count; i++) {
        const struct binding *keys = keymap->keys[action_table[i].action];
        for (int k = 0; k < ACTION_KEYS_MAX && keys[k].key && (action_table[i].contexts & context); k++)
            if (keys[k].key == wanted.key && keys[k].mods == wanted.mods && keys[k].then == wanted.then)
                return action_table[i].action;
    }
    return ACTION_NONE;
}

enum action keymap_action(const struct keymap *keymap, uint32_t key, unsigned mods, unsigned context)
{
    if (key == K_NONE || (context == CONTEXT_FIELD && is_typing(key, mods)))
        return ACTION_NONE;
    return find(keymap, (struct binding){ .key = key, .mods = mods }, context);
}

enum action keymap_action_of_two(const struct keymap *keymap, uint32_t key, uint32_t then, unsigned context)
{
    if (key == K_NONE || then == K_NONE || context == CONTEXT_FIELD)
        return ACTION_NONE;
    return find(keymap, (struct binding){ .key = key, .then = then }, context);
}

bool keymap_begins(const struct keymap *keymap, uint32_t key, unsigned context)
{
    for (uint32_t i = 0; i < action_table_count; i++) {
        const struct binding *keys = keymap->keys[action_table[i].action];
        for (int k = 0; k < ACTION_KEYS_MAX && keys[k].key && (action_table[i].contexts & context); k++)
            if (keys[k].key == key && keys[k].then)
                return context != CONTEXT_FIELD;
    }
    return false;
}

const char *keymap_key(const struct keymap *keymap, enum action action)
{
    const struct binding *first = &keymap->keys[action][0];
    return first->key ? first->name : NULL;
}

void keymap_put(const struct keymap *keymap, enum action action, uint32_t most, bool plain, struct buf *out)
{
    static const struct {
        uint32_t key;
        const char *shown;
    } pictures[] = { { K_UP, "↑" }, { K_DOWN, "↓" }, { K_LEFT, "←" }, { K_RIGHT, "→" } };
    const struct binding *keys = keymap->keys[action];
    for (uint32_t k = 0; k < ACTION_KEYS_MAX && k < most && keys[k].key; k++) {
        const char *shown = keys[k].name;
        for (size_t i = 0; !plain && i < sizeof pictures / sizeof *pictures; i++)
            if (pictures[i].key == keys[k].key && keys[k].mods == 0)
                shown = pictures[i].shown;
        buf_printf(out, "%s%s", k ? " " : "", shown);
    }
}

void keymap_list(const struct keymap *keymap, struct buf *out)
{
    for (uint32_t i = 0; i < action_table_count; i++) {
        const struct action_row *row = &action_table[i];
        buf_printf(out, "%s\t", row->name);
        keymap_put(keymap, row->action, ACTION_KEYS_MAX, true, out);
        buf_char(out, '\t');
        bool first = true;
        for (unsigned context = 1; context <= CONTEXT_FIELD; context *= 2)
            if (row->contexts & context) {
                buf_printf(out, "%s%s", first ? "" : "、", _(context_name(context)));
                first = false;
            }
        buf_printf(out, "\t%s\n", _(row->help));
    }
}
