/* SPDX-License-Identifier: MIT */
/*
 * The names of those who can be found (units, leaders), prepared for matching.  Owners stand at places, the weightiest
 * first; the names of each are neighbours.
 */
#ifndef SEARCH_ROSTER_H
#define SEARCH_ROSTER_H

#include "breakdown/index.h"
#include "breakdown/leaders.h"
#include "search/match.h"

struct roster_name {
    struct match_name match;
    uint32_t ids_from; /* until all are there, for ids[] moves */
    uint32_t alias_no;
    enum hit_field field;
};

/* Zero-initialised is not yet filled. */
struct roster {
    struct glyphs glyphs;
    struct glyph_ids ids;
    struct roster_name *names; /* by place */
    uint64_t *signs;           /* of names */
    size_t names_count, names_cap, signs_cap;
    uint32_t *owners;     /* by place: index of the unit or leader */
    uint32_t *names_from; /* by place, and one more */
    uint32_t places_count;
    bool heads; /* names have heads that people leave out (match_heads()) */
};

/* Units by weight, heaviest first, then as the registry has them. */
void roster_fill_units(struct roster *roster, const struct index *index);
void roster_fill_leaders(struct roster *roster, const struct leaders *leaders);
void roster_fini(struct roster *roster);

/* The hit is through this name where that is worth more than what it was through. */
static inline void roster_better(struct hit *hit, const struct roster_name *name, uint32_t quality)
{
    if (quality < hit->quality)
        *hit = (struct hit){ hit->idx, quality, name->field, name->alias_no };
}

/* A name outside the roster; ids get its characters.  Returns its sign. */
uint64_t roster_name_of(struct roster *roster, struct text text, enum hit_field field, struct glyph_ids *ids,
                        struct roster_name *name);

#endif
