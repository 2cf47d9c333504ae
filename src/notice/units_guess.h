/* SPDX-License-Identifier: MIT */
/* What a unit is, guessed from its name: its kind, and whom a collective binds. */
#ifndef NOTICE_UNITS_GUESS_H
#define NOTICE_UNITS_GUESS_H

#include "breakdown/breakdown.h"

struct unit_guess {
    enum unit_kind kind;
    enum coverage coverage; /* of a collective */
    bool cities, counties;  /* a collective whose members are the cities, the counties that the notice names */
};

/* local: the notice is a province's or lower, where 海关 and 税务局 are central bodies. */
struct unit_guess unit_guess(struct text name, bool local);

#endif
