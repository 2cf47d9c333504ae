/* SPDX-License-Identifier: MIT */
#include "text/near_word.h"

#include "text/text.h"
#include "text/utf8.h"

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Edit distance of two short ASCII words, at most 3: two letters in each other's place are one slip, capitals none. */
static unsigned distance(struct span a, const char *b)
{
    enum { WORD_BYTES = 32 };
    unsigned rows[3][WORD_BYTES], least;
    size_t b_bytes = strlen(b);
    if (b_bytes >= WORD_BYTES || a.bytes >= WORD_BYTES)
        return 3;
    for (size_t i = 0; i <= a.bytes; i++)
        for (size_t j = 0; j <= b_bytes; j++) {
            const unsigned *before = rows[(i + 2) % 3], *two_before = rows[(i + 1) % 3];
            if (!i || !j) {
                rows[i % 3][j] = (unsigned)(i + j);
                continue;
            }
            char x = lower(a.at[i - 1]), y = lower(b[j - 1]);
            least = before[j - 1] + (x != y);
            least = before[j] + 1 < least ? before[j] + 1 : least;
            least = rows[i % 3][j - 1] + 1 < least ? rows[i % 3][j - 1] + 1 : least;
            if (i > 1 && j > 1 && x == lower(b[j - 2]) && y == lower(a.at[i - 2]))
                least = two_before[j - 2] + 1 < least ? two_before[j - 2] + 1 : least;
            rows[i % 3][j] = least;
        }
    return rows[a.bytes % 3][b_bytes] < 3 ? rows[a.bytes % 3][b_bytes] : 3;
}

void near_word_plain(struct span typed, struct buf *out)
{
    struct text text = text_composed(typed);
    if (utf8_valid_bytes(typed) != typed.bytes)
        return;
    for (size_t at = 0, bytes; at < text.bytes; at += bytes) {
        uint32_t c = utf8_at(text, at, &bytes), ascii = utf8_ime_ascii(c);
        bool dash = (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE63 || c == 0x2043;
        bool unseen =
            (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || c == 0xAD || c == 0xA0 || c == 0x3000;
        if (!unseen)
            utf8_put(out, dash ? '-' : ascii);
    }
}

void near_word_try(struct near_word *near, const char *word)
{
    unsigned apart = distance(near->typed, word);
    if (apart < (near->best ? near->least : near->typed.bytes > 3 ? 3u : near->typed.bytes > 1 ? 2u : 1u)) {
        near->least = apart;
        near->best = word;
    }
}
