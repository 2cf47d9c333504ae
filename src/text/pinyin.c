/* SPDX-License-Identifier: MIT */
#include "text/pinyin.h"

#include <stdbool.h>
#include <string.h>

#include "text/pinyin_table.h"
#include "text/utf8.h"

/* Where a character outside the table's range stands in the pool; 0: nowhere. */
static uint16_t more_place(uint32_t codepoint)
{
    uint32_t from = 0, to = pinyin_more_count;
    while (from < to) {
        uint32_t middle = (from + to) / 2;
        if (pinyin_more[middle] < codepoint)
            from = middle + 1;
        else
            to = middle;
    }
    return from < pinyin_more_count && pinyin_more[from] == codepoint ? pinyin_more_places[from] : 0;
}

int pinyin_readings(uint32_t codepoint, const uint16_t **readings)
{
    if (codepoint == 0x3007) /* 〇 lies outside the table and reads as 零 */
        codepoint = 0x96F6;
    bool inside = codepoint >= PINYIN_FIRST && codepoint <= PINYIN_LAST;
    if (codepoint < pinyin_more[0])
        return 0;
    const uint16_t *set = pinyin_pool + (inside ? pinyin_places[codepoint - PINYIN_FIRST] : more_place(codepoint));
    *readings = set + 1;
    return set[0];
}

const char *pinyin_syllable(uint16_t index, int *bytes)
{
    *bytes = (int)strlen(pinyin_syllables[index]);
    return pinyin_syllables[index];
}

int pinyin_syllables_count(void)
{
    return pinyin_syllables_total;
}

uint32_t pinyin_initials(uint32_t codepoint)
{
    const uint16_t *readings;
    uint32_t initials = 0;
    for (int i = pinyin_readings(codepoint, &readings); i > 0; i--)
        initials |= UINT32_C(1) << (pinyin_syllables[readings[i - 1]][0] - 'a');
    return initials;
}

uint32_t pinyin_toneless(uint32_t folded)
{
    static const struct {
        uint16_t with, without;
    } marks[] = { { 0xE0, 'a' },   { 0xE1, 'a' },   { 0xE8, 'e' },   { 0xE9, 'e' },  { 0xEA, 'e' },  { 0xEC, 'i' },
                  { 0xED, 'i' },   { 0xF2, 'o' },   { 0xF3, 'o' },   { 0xF9, 'u' },  { 0xFA, 'u' },  { 0x101, 'a' },
                  { 0x113, 'e' },  { 0x11B, 'e' },  { 0x12B, 'i' },  { 0x144, 'n' }, { 0x148, 'n' }, { 0x14D, 'o' },
                  { 0x16B, 'u' },  { 0x1CE, 'a' },  { 0x1D0, 'i' },  { 0x1D2, 'o' }, { 0x1D4, 'u' }, { 0x1D6, 0xFC },
                  { 0x1D8, 0xFC }, { 0x1DA, 0xFC }, { 0x1DC, 0xFC }, { 0x1F9, 'n' }, { 0x1E3F, 'm' } };
    for (size_t i = 0; folded >= 0xE0 && folded < 0x2000 && i < sizeof marks / sizeof *marks; i++)
        if (marks[i].with == folded)
            return marks[i].without;
    return folded;
}

uint64_t pinyin_order(struct text text, size_t *at)
{
    size_t bytes;
    const uint16_t *readings;
    if (*at >= text.bytes)
        return 0;
    int count = pinyin_readings(utf8_at(text, *at, &bytes), &readings);
    *at += bytes;
    return count > 0 ? readings[0] + UINT64_C(1) : 0xFFFF;
}

int pinyin_compare(struct text a, struct text b)
{
    uint64_t a_order, b_order;
    size_t a_at = 0, b_at = 0;
    do {
        a_order = pinyin_order(a, &a_at);
        b_order = pinyin_order(b, &b_at);
    } while (a_order == b_order && a_order);
    if (a_order != b_order)
        return a_order < b_order ? -1 : 1;
    return text_compare(a, b); /* the characters themselves part the homophones */
}
