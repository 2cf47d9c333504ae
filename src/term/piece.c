/* SPDX-License-Identifier: MIT */
#include "term/piece.h"

#include <stdint.h>
#include <string.h>

#include "term/screen.h"

const char *piece_capability(const char *name)
{
    const char *string = tigetstr(name);
    return string == (char *)-1 || !string || !*string ? NULL : string;
}

static void add_bytes(struct piece *piece, const char *at, size_t bytes)
{
    if (piece->bytes + bytes >= sizeof piece->at) {
        piece->impossible = true;
        return;
    }
    memcpy(piece->at + piece->bytes, at, bytes);
    piece->bytes += bytes;
    piece->at[piece->bytes] = 0;
}

static void add_number(struct piece *piece, int number)
{
    char digits[12];
    size_t from = sizeof digits;
    unsigned left = number < 0 ? 0 : (unsigned)number;
    do
        digits[--from] = (char)('0' + left % 10);
    while (left /= 10);
    add_bytes(piece, digits + from, sizeof digits - from);
}

/* tparm() for what nearly every capability is made of. False: it is made of more. */
static bool add_simple(struct piece *piece, const char *capability, int a, int b)
{
    for (const char *at = capability; *at; at++) {
        const char *padding_end = at[0] == '$' && at[1] == '<' ? strchr(at, '>') : NULL;
        if (padding_end) {
            at = padding_end;
        } else if (at[0] != '%') {
            add_bytes(piece, at, 1);
        } else if (at[1] == 'i') {
            a++;
            b++;
            at++;
        } else if (at[1] == 'p' && (at[2] == '1' || at[2] == '2') && at[3] == '%' && at[4] == 'd') {
            add_number(piece, at[2] == '1' ? a : b);
            at += 4;
        } else {
            return false;
        }
    }
    return true;
}

void piece_add(struct piece *piece, const char *capability, int a, int b)
{
    size_t bytes = piece->bytes;
    if (!capability) {
        piece->impossible = true;
        return;
    }
    if (add_simple(piece, capability, a, b))
        return;
    piece->bytes = bytes;
    const char *made = tparm((char *)(uintptr_t)capability, a, b, 0, 0, 0, 0, 0, 0, 0);
    if (!made || !add_simple(piece, made, 0, 0))
        piece->impossible = true;
}

void piece_add_times(struct piece *piece, const char *capability, int times)
{
    piece->impossible = piece->impossible || times > PIECE_TIMES_MAX;
    for (int i = 0; i < times && !piece->impossible; i++)
        piece_add(piece, capability, 0, 0);
}

bool piece_is_sgr(const char *string)
{
    size_t bytes = strlen(string);
    return bytes >= 3 && strncmp(string, "\033[", 2) == 0 && string[bytes - 1] == 'm' &&
           strspn(string + 2, "0123456789;") == bytes - 3;
}

void piece_join(struct piece *piece, const char *capability, int number)
{
    struct piece more = { 0 };
    piece_add(&more, capability, number, 0);
    const char *string = more.at;
    if (more.impossible)
        return;
    if (piece_is_sgr(piece->at) && piece_is_sgr(string)) {
        piece->at[--piece->bytes] = 0;
        /* ESC [ m is ESC [ 0 m. */
        if (strcmp(piece->at, "\033[") == 0)
            add_bytes(piece, "0", 1);
        add_bytes(piece, ";", 1);
        string += 2;
    }
    add_bytes(piece, string, strlen(string));
}

void piece_keep_shorter(struct piece *best, const struct piece *other)
{
    if (!other->impossible && (best->impossible || other->bytes < best->bytes))
        *best = *other;
}
