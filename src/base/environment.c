/* SPDX-License-Identifier: MIT */
#include "base/environment.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

bool environment_refuses(const char *variable)
{
    const char *value = getenv(variable);
    return value && (strcasecmp(value, "no") == 0 || strcasecmp(value, "off") == 0 || strcmp(value, "0") == 0);
}

enum { VALUE_BYTES_MAX = 64 };

#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

/* No value may be a path, nor start with a dot: terminal kinds and locales are looked up as names of files. */
static const struct allowed {
    const char *name, *chars;
    const char *instead; /* only whether it is set counts */
} allowed[] = {
    { "TERM", LETTERS "+._-", NULL },
    { "COLORTERM", LETTERS, NULL },
    { "LANG", LETTERS "_.@-", NULL },
    { "LC_ALL", LETTERS "_.@-", NULL },
    { "LC_CTYPE", LETTERS "_.@-", NULL },
    { "LC_MESSAGES", LETTERS "_.@-", NULL },
    { "NO_COLOR", NULL, "1" },
    { "TMUX", NULL, "1" },
    { "STY", NULL, "1" },
};
enum { ALLOWED_COUNT = sizeof allowed / sizeof *allowed };

static bool is_harmless(const struct allowed *row, const char *value)
{
    size_t bytes = strlen(value);
    return bytes <= VALUE_BYTES_MAX && *value != '.' && strspn(value, row->chars) == bytes;
}

bool environment_rebuild(void)
{
    char kept[ALLOWED_COUNT][VALUE_BYTES_MAX + 1] = { { 0 } };
    bool is_set[ALLOWED_COUNT] = { false };
    for (int i = 0; i < ALLOWED_COUNT; i++) {
        const char *value = getenv(allowed[i].name);
        is_set[i] = value && *value && (allowed[i].instead || is_harmless(&allowed[i], value));
        if (is_set[i])
            snprintf(kept[i], sizeof kept[i], "%s", allowed[i].instead ? allowed[i].instead : value);
    }
    bool good = clearenv() == 0 && setenv("PATH", "/usr/bin:/bin", 1) == 0;
    for (int i = 0; i < ALLOWED_COUNT; i++)
        if (is_set[i])
            good = setenv(allowed[i].name, kept[i], 1) == 0 && good;
    return good;
}
