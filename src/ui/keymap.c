/* SPDX-License-Identifier: MIT */
#include "ui/keymap.h"

#include <string.h>

#include "base/i18n.h"
#include "text/utf8.h"

static bool is_letter(char c)
{
    return c > ' ' && c < 0x7F;
}

/* A name comes from a settings file and is shown in the footer. */
static bool is_shown(const char *name)
{
    struct buf clean = { 0 };
    text_clean_to(&clean, span_of(name));
    bool same = span_equal(buf_view(&clean), span_of(name));
    buf_fini(&clean);
    return same;
}

bool keymap_binding(struct text name, struct binding *binding)
{
    *binding = (struct binding){ 0 };
    if (key_find(name, &binding->key, &binding->mods)) {
        if (binding->key < K_SPECIAL)
            binding->key = utf8_ime_ascii(binding->key);
        key_name(binding->key, binding->mods, binding->name);
        return binding->key != K_NONE && is_shown(binding->name);
    }
    if (name.bytes != 2 || !is_letter(name.at[0]) || !is_letter(name.at[1]))
        return false;
    *binding = (struct binding){ .key = (uint32_t)name.at[0],
                                 .then = (uint32_t)name.at[1],
                                 .name = { name.at[0], name.at[1] } };
    return true;
}

bool keymap_bind(struct keymap *keymap, enum action action, const char *const *names)
{
    struct binding keys[ACTION_KEYS_MAX] = { 0 };
    for (int i = 0; i < ACTION_KEYS_MAX && names[i]; i++) {
        if (!keymap_binding(text_of(names[i]), &keys[i]))
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

/* Where the action's key works. */
static unsigned contexts_of(const struct action_row *row, const struct binding *binding)
{
    return row->contexts & ~(is_typing(binding->key, binding->mods) ? (unsigned)CONTEXT_FIELD : 0);
}

bool keymap_can(enum action action, const struct binding *binding)
{
    return contexts_of(action_row(action), binding) != 0;
}

/* The first of two keys acts as soon as it does something by itself. */
static bool hides(const struct binding *a, const struct binding *b)
{
    return a->key == b->key && a->mods == b->mods && (a->then == b->then || !a->then || !b->then);
}

enum action keymap_clash(const struct keymap *keymap, enum action action, const struct binding *binding)
{
    unsigned contexts = contexts_of(action_row(action), binding);
    for (uint32_t i = 0; i < action_table_count; i++) {
        const struct binding *keys = keymap->keys[action_table[i].action];
        if (action_table[i].action == action || !(contexts_of(&action_table[i], binding) & contexts))
            continue;
        for (int k = 0; k < ACTION_KEYS_MAX && keys[k].key; k++)
            if (hides(&keys[k], binding))
                return action_table[i].action;
    }
    return ACTION_NONE;
}

bool keymap_add(struct keymap *keymap, enum action action, const struct binding *binding)
{
    struct binding *keys = keymap->keys[action];
    int count = 0;
    for (; count < ACTION_KEYS_MAX && keys[count].key; count++)
        if (hides(&keys[count], binding))
            return true;
    if (count == ACTION_KEYS_MAX)
        return false;
    keys[count] = *binding;
    return true;
}

void keymap_take(struct keymap *keymap, enum action action, const struct binding *binding)
{
    struct binding *keys = keymap->keys[action];
    int kept = 0;
    for (int k = 0; k < ACTION_KEYS_MAX; k++)
        if (!keys[k].key || !hides(&keys[k], binding))
            keys[kept++] = keys[k];
    while (kept < ACTION_KEYS_MAX)
        keys[kept++] = (struct binding){ 0 };
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
        action_contexts(row, "、", out);
        buf_printf(out, "\t%s\n", _(row->help));
    }
}
