/* SPDX-License-Identifier: MIT */
/*
 * Which keys do what, as data: made from the action table's defaults, asked for every key that comes and by everything
 * that names a key, so that footer, help and messages say what holds.
 */
#ifndef UI_KEYMAP_H
#define UI_KEYMAP_H

#include "ui/action.h"

enum { KEYMAP_NAME_BYTES = 16 };

struct binding {
    uint32_t key;
    uint32_t then; /* K_NONE, or the character that must follow: ZZ */
    unsigned mods;
    char name[KEYMAP_NAME_BYTES]; /* as of key_name() */
};

struct keymap {
    struct binding keys[ACTIONS_COUNT][ACTION_KEYS_MAX]; /* the first is the one that is named; K_NONE ends them */
};

/* The defaults of the action table. */
void keymap_init(struct keymap *keymap);
/* The key of a name, under an input method's too, or two ASCII characters one after the other; false when it is none. */
bool keymap_binding(struct text name, struct binding *binding);
/* Whether a key can do anything for an action: where text is typed, letters are text. */
bool keymap_can(enum action action, const struct binding *binding);
/* The action that a key does already where it would do this one, too: ACTION_NONE when there is none. */
enum action keymap_clash(const struct keymap *keymap, enum action action, const struct binding *binding);
/* One key more (false when it has as many as it may have), and one less. */
bool keymap_add(struct keymap *keymap, enum action action, const struct binding *binding);
void keymap_take(struct keymap *keymap, enum action action, const struct binding *binding);
/*
 * Gives an action these keys alone, NULL at the end: names as of keymap_binding().
 * False, and nothing changed, when one has no such name.
 */
bool keymap_bind(struct keymap *keymap, enum action action, const char *const *names);

/* The action of a key in a context (one bit); ACTION_NONE when it has none there. */
enum action keymap_action(const struct keymap *keymap, uint32_t key, unsigned mods, unsigned context);
/* The action of two keys one after the other; and whether a key may be the first of two. */
enum action keymap_action_of_two(const struct keymap *keymap, uint32_t key, uint32_t then, unsigned context);
bool keymap_begins(const struct keymap *keymap, uint32_t key, unsigned context);
/* The first key of an action, for a sentence: "Esc"; NULL when it has none. */
const char *keymap_key(const struct keymap *keymap, enum action action);
/* Appends the keys of an action as shown, at most so many: "j ↓"; plain keeps to ASCII. */
void keymap_put(const struct keymap *keymap, enum action action, uint32_t most, bool plain, struct buf *out);
/* All actions as text: name, keys, contexts, help; tab-separated. */
void keymap_list(const struct keymap *keymap, struct buf *out);

#endif
