/* SPDX-License-Identifier: MIT */
#include "text/near_word.h"

#include "text/text.h"
#include "text/utf8.h"

/* Edit distance of two short ASCII words, at most 3. */
static unsigned distance(struct span a, const char *b)
{
    size_t b_bytes = strlen(b);
    unsigned row[32];
    if (b_bytes >= 32 || a.bytes >= 32)
        return 3;
    for (unsigned j = 0; j <= b_bytes; j++)
        row[j] = j;
    for (size_t i = 1; i <= a.bytes; i++) {
        unsigned diagonal = row[0];
        row[0] = (unsigned)i;
        for (size_t j = 1; j <= b_bytes; j++) {
            unsigned replaced = diagonal + (a.at[i - 1] != b[j - 1]);
            diagonal = row[j];
            unsigned least = row[j] < row[j - 1] ? row[j] + 1 : row[j - 1] + 1;
            row[j] = replaced < least ? replaced : least;
        }
    }
    return row[b_bytes] < 3 ? row[b_bytes] : 3;
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
    if (apart < (near->best ? near->least : near->typed.bytes > 3 ? 3u : 2u)) {
        near->least = apart;
        near->best = word;
    }
}
