/* SPDX-License-Identifier: MIT */
/*
 * What can be set: THE table.  The parser of settings files, the options of the same name, --dump-config, completion and
 * fengong-config(5) are made from it.  A row's name is that of the option where there is one.
 */
#ifndef SETTINGS_SETTING_H
#define SETTINGS_SETTING_H

#include <stdint.h>

enum setting {
    SETTING_FILE,
    SETTING_START,
    SETTING_LANG,
    SETTING_THEME,
    SETTING_AMBIGUOUS,
    SETTING_ASCII,
    SETTING_LINEAR,
    SETTING_MOUSE,
    SETTING_CLIPBOARD,
    SETTING_LAYOUT,
    SETTING_FONTS,
    SETTING_PRINTER,
    SETTING_BOM,
    SETTING_LIMIT,
    SETTINGS_PLAIN_COUNT,                 /* up to here each is one name with one value */
    SETTING_COLOR = SETTINGS_PLAIN_COUNT, /* color.STYLE */
    SETTING_BIND,                         /* bind.ACTION */
    SETTINGS_COUNT
};

enum setting_type {
    SETTING_WORD,   /* one of the choices; the value's number is its place */
    SETTING_NUMBER, /* of MiB: 1 to SETTING_LIMIT_MAX */
    SETTING_PATHS,  /* a file a line, in order: from the root, or ~/ */
    SETTING_FACES,  /* as of sheet/face.h */
    SETTING_QUEUE,  /* as of base/queue_name.h */
    SETTING_LOOK,   /* as of settings/look.h */
    SETTING_KEYS    /* names of keys with blanks between them */
};

/* What a size_t holds in bytes. */
enum { SETTING_LIMIT_MAX = SIZE_MAX >> 20 < 64 * 1024 ? SIZE_MAX >> 20 : 64 * 1024 };

struct setting_row {
    const char *name;
    enum setting_type type;
    const char *choices;   /* words with | between them, or what a value looks like */
    const char *otherwise; /* the default; "": none */
    const char *help;      /* for gettext */
};

extern const struct setting_row setting_table[SETTINGS_COUNT];

#endif
