/* SPDX-License-Identifier: MIT */
#include "text/pinyin.h"

#include <string.h>

#include "text/pinyin_table.h"

int pinyin_readings(uint32_t codepoint, const uint16_t **readings)
{
    if (codepoint == 0x3007) /* 〇 lies outside the table and reads as 零 */
        codepoint = 0x96F6;
    if (codepoint < PINYIN_FIRST || codepoint > PINYIN_LAST)
        return 0;
    const uint16_t *set = pinyin_pool + pinyin_places[codepoint - PINYIN_FIRST];
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
