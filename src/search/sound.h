/* SPDX-License-Identifier: MIT */
/*
 * What a syllable of pinyin can do for a word, whatever character is read so: computed once a word and syllable.  A
 * syllable is typed as the table has it, with v, u, ü or yu for ü, and in a word that sounds alike also as those write
 * it who do not tell z from zh, c from ch, s from sh, n from l, or -n from -ng.
 */
#ifndef SEARCH_SOUND_H
#define SEARCH_SOUND_H

#include "search/match.h"

struct sound {
    struct match_step step; /* without literal and silent */
    struct match_slip slip; /* of a word that sounds alike */
    bool known, useful;
};

struct sounds;

/* Borrows chars until sounds_free(). */
struct sounds *sounds_new(const uint32_t *chars, uint32_t count, bool alike);
void sounds_free(struct sounds *sounds);
/* Of a syllable by its index (text/pinyin.h); borrowed until sounds_free(). */
const struct sound *sounds_get(struct sounds *sounds, uint16_t syllable);

/* Blanks and middle dots, which may be left out of a name: folded. */
static inline bool sound_silent(uint32_t folded)
{
    switch (folded) {
    case ' ':
    case 0x00B7: /* · */
    case 0x2022: /* • */
    case 0x2027: /* ‧ */
    case 0x2219:
    case 0x22C5:
    case 0x30FB: /* ・ and half-width ･ */
        return true;
    default:
        return false;
    }
}

#endif
