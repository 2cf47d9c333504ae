/* SPDX-License-Identifier: MIT */
/* For quantity.c alone: the clause round a figure, and what in it is the verb and what the object. */
#ifndef WORDING_QUANTITY_CLAUSE_H
#define WORDING_QUANTITY_CLAUSE_H

#include "wording/keyed.h"
#include "wording/quantity.h"

/* The quantity before: a list goes on with its verb. */
struct previous {
    uint32_t end; /* in the key */
    struct text verb;
};

/* Sets verb and object of the figure that stands from .. to in the key; one of percents is a share of something. */
void quantity_clause(const struct keyed *k, uint32_t from, uint32_t to, bool percent, const struct previous *previous,
                     struct quantity *out);
/* Does a verb stand right before a figure? */
bool quantity_after_verb(const struct keyed *k, uint32_t from);
/* Is something brought down to it (压缩到3天)? */
bool quantity_after_change(const struct keyed *k, uint32_t from);

#endif
