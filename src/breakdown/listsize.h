/* SPDX-License-Identifier: MIT */
/* How many units the parts' lists name; which part is one unit's alone; and which units never lead. */
#ifndef BREAKDOWN_LISTSIZE_H
#define BREAKDOWN_LISTSIZE_H

#include "breakdown/index.h"

/* By how many units a list names. */
enum listsize { LISTSIZE_0, LISTSIZE_1, LISTSIZE_2, LISTSIZE_3_TO_5, LISTSIZE_6_TO_10, LISTSIZE_MORE, LISTSIZES_COUNT };

struct listsizes {
    uint32_t tasks[LISTSIZES_COUNT]; /* parts of leaders' (and general) tasks */
    uint32_t livelihood[LISTSIZES_COUNT];
    uint32_t alone;      /* parts of either that are one unit's alone */
    uint32_t collective; /* those that name one collective, which is many */
    uint32_t open;       /* and those whose one name is followed by 等 */
};

struct listsizes listsizes_count(const struct breakdown *b);
/* "2家", in the user's language. */
const char *listsize_name(enum listsize size);
/* The only unit of a part: named alone, plain, and the list is closed; else NO_IDX. */
uint32_t listsize_alone(const struct breakdown *b, const struct part *part);

/* How a unit stands in the notice: it leads something (a livelihood part counts, too), only supports, is only bound through
 * collectives, or is not named at all. */
enum standing { STANDING_LEADS, STANDING_SUPPORTS, STANDING_BOUND, STANDING_NONE, STANDINGS_COUNT };
enum standing listsize_standing(const struct index *index, uint32_t unit_idx);

#endif
