/* SPDX-License-Identifier: MIT */
/*
 * Long counting asks now and then whether something has come that is more urgent, and then leaves off: what it has made
 * is thrown away, and it begins anew later.
 */
#ifndef BASE_HURRY_H
#define BASE_HURRY_H

#include <stdbool.h>
#include <stdint.h>

/* Who knows whether something has come; NULL: nobody, and nothing is ever urgent. */
void hurry_ask(bool (*came)(void *context), void *context);
/* Counting begins that may be cut short, also after so many milliseconds; -1: only by what comes. */
void hurry_begin(int patience_ms);
/* Has something come?  From then on always, so that all that is being counted leaves off.  False outside begin and end. */
bool hurry(void);
/* The same for loops, whose turns are short: asks at one in 256. */
static inline bool hurry_at(uint32_t turn)
{
    return turn % 256 == 0 && hurry();
}
/* Counting has ended: was it cut short? */
bool hurry_end(void);

#endif
