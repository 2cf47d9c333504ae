/* SPDX-License-Identifier: MIT */
/* One who was found, and how. */
#ifndef SEARCH_HIT_H
#define SEARCH_HIT_H

#include <stdbool.h>
#include <stdint.h>

/* Which of its owner's names; a leader's are name, and alias for all other forms (enum leader_form). */
enum hit_field { HIT_NAME, HIT_FULL, HIT_ALIAS };

/* Which part of the name the word covers, best first. */
enum match_shape {
    MATCH_WHOLE,
    MATCH_CORE,   /* all but a head that people leave out: 省, 省委, 浙江省 */
    MATCH_PREFIX, /* from the beginning, or from behind such a head */
    MATCH_SUFFIX, /* up to the end */
    MATCH_INNER,
    MATCH_GAPPED_WHOLE, /* with gaps, from the beginning (or behind a head) to the last character */
    MATCH_GAPPED
};

/* How the name's characters were written, best first. */
enum match_mode { MATCH_LITERAL, MATCH_SYLLABLES, MATCH_LETTERS };

struct hit {
    uint32_t idx;         /* of the unit, or of the leader */
    uint32_t quality;     /* smaller is better; equal for equally good answers */
    enum hit_field field; /* which of the names matched */
    uint32_t alias_no;    /* HIT_ALIAS: which, from 0; a leader's enum leader_form */
};

#endif
