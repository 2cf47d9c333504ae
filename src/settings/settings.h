/* SPDX-License-Identifier: MIT */
/*
 * What is set, and by whom.  One order for all: the option on the command line, the environment, the user's file, the
 * administrator's, the default; a value of a lower rank never takes the place of a higher one's, whenever it comes.
 */
#ifndef SETTINGS_SETTINGS_H
#define SETTINGS_SETTINGS_H

#include "base/arena.h"
#include "settings/setting.h"
#include "text/theme.h"
#include "ui/keymap.h"

enum setting_from { FROM_DEFAULT, FROM_ADMINISTRATOR, FROM_USER, FROM_ENVIRONMENT, FROM_OPTION };

struct setting_value {
    const char *text; /* never NULL; "" for none */
    int number;       /* of a word: its place among the choices */
    enum setting_from from;
};

struct settings {
    struct setting_value values[SETTINGS_PLAIN_COUNT];
    const char **files; /* SETTING_FILE, in order */
    uint32_t files_count;
    struct theme theme;
    struct keymap keymap;
    enum setting_from color_from[STYLES_COUNT], keys_from[ACTIONS_COUNT];
    const char *home; /* what ~ stands for: an absolute path, borrowed; NULL: nothing */
    struct arena arena;
};

/* All at their defaults. */
void settings_init(struct settings *settings);
void settings_fini(struct settings *settings);

/*
 * Reads a value (UTF-8 without control characters) and takes it, unless a higher rank has spoken.  Files of one rank come
 * one after the other.  False when it is none, with what it should be in fault (one line, UTF-8, not clean).
 */
bool settings_put(struct settings *settings, enum setting setting, struct span value, enum setting_from from,
                  struct buf *fault);

/* By words: one that is not among the choices is a bug. */
void settings_set(struct settings *settings, enum setting setting, const char *value, enum setting_from from);

static inline int settings_number(const struct settings *settings, enum setting setting)
{
    return settings->values[setting].number;
}

/* NULL when it is not set. */
static inline const char *settings_text(const struct settings *settings, enum setting setting)
{
    const char *text = settings->values[setting].text;
    return *text ? text : NULL;
}

/* Of a breakdown's file. */
static inline size_t settings_limit_bytes(const struct settings *settings)
{
    return (size_t)settings->values[SETTING_LIMIT].number * 1024 * 1024;
}

#endif
