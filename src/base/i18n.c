/* SPDX-License-Identifier: MIT */
#include "base/i18n.h"

#include <ctype.h>
#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"

/* The catalogues beside the program, where make puts them; empty when there are none or nobody knows the place. */
static void find_beside_program(struct buf *folder)
{
    char path[4096];
    ssize_t bytes = readlink("/proc/self/exe", path, sizeof path);
    while (bytes > 0 && bytes < (ssize_t)sizeof path && path[bytes - 1] != '/')
        bytes--;
    if (bytes <= 0 || bytes == (ssize_t)sizeof path)
        return;
    buf_add(folder, path, (size_t)bytes);
    buf_string(folder, "locale/"); /* /usr/bin/locale is a program */
    if (access(folder->at, R_OK | X_OK) != 0)
        buf_clear(folder);
}

void i18n_start(const char *installed)
{
    struct buf folder = { 0 };
    find_beside_program(&folder);
    bindtextdomain("fengong", folder.bytes ? folder.at : installed);
    textdomain("fengong");
    /* Inside, all text is UTF-8; the system's own messages too. */
    bind_textdomain_codeset("fengong", "UTF-8");
    bind_textdomain_codeset("libc", "UTF-8");
    buf_fini(&folder);
}

/* What a format takes: one word an argument, "d", "zu", "s"; "*" is an int. */
struct arguments {
    char types[16][4];
    bool good;
};

enum { ARGUMENTS_MAX = 16 };

static void take(struct arguments *arguments, size_t *next, size_t place, const char *type, size_t bytes)
{
    size_t idx = place ? place - 1 : (*next)++;
    arguments->good = arguments->good && idx < ARGUMENTS_MAX && bytes < sizeof arguments->types[0];
    if (arguments->good)
        memcpy(arguments->types[idx], type, bytes);
}

/* "12$" at *at: 12, and *at behind it; else 0. */
static size_t place_at(const char **at)
{
    char *end;
    if (!isdigit((unsigned char)**at) || **at == '0')
        return 0;
    unsigned long place = strtoul(*at, &end, 10);
    if (*end != '$')
        return 0;
    *at = end + 1;
    return place > ARGUMENTS_MAX ? ARGUMENTS_MAX + 1 : place;
}

static void put_number(struct arguments *arguments, size_t *next, const char **at)
{
    if (**at == '*') {
        ++*at;
        take(arguments, next, place_at(at), "d", 1);
    }
    *at += strspn(*at, "0123456789");
}

static struct arguments arguments_of(const char *format)
{
    struct arguments arguments = { .good = true };
    size_t next = 0;
    for (const char *at = format; (at = strchr(at, '%')) && arguments.good;) {
        at++;
        if (*at == '%') {
            at++;
            continue;
        }
        size_t place = place_at(&at);
        at += strspn(at, "-+ #0'");
        put_number(&arguments, &next, &at);
        if (*at == '.') {
            at++;
            put_number(&arguments, &next, &at);
        }
        size_t length = strspn(at, "hlLzjt");
        arguments.good = at[length] && strchr("diouxXcsfeg", at[length]);
        if (arguments.good)
            take(&arguments, &next, place, at, length + 1);
        at += length;
    }
    return arguments;
}

bool i18n_formats_agree(const char *own, const char *translation)
{
    struct arguments a = arguments_of(own), b = arguments_of(translation);
    return a.good && b.good && memcmp(a.types, b.types, sizeof a.types) == 0;
}

const char *i18n_text(const char *own)
{
    const char *text = dcgettext(NULL, own, LC_MESSAGES);
    if (text == own || (!strchr(own, '%') && !strchr(text, '%')) || i18n_formats_agree(own, text))
        return text;
    return own;
}
