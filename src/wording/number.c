/* SPDX-License-Identifier: MIT */
#include "wording/number.h"

#include <string.h>

static unsigned arabic(struct text text)
{
    unsigned value = 0;
    for (size_t i = 0; i < text.bytes; i++) {
        if (text.at[i] < '0' || text.at[i] > '9' || text.bytes > 6)
            return 0;
        value = value * 10 + (unsigned)(text.at[i] - '0');
    }
    return value;
}

/* Every character of these takes three bytes. */
enum { HAN_BYTES = 3 };

unsigned number_of(struct text text)
{
    static const char digits[] = "零一二三四五六七八九";
    static const char units[] = "十百千";
    if (text.bytes && (unsigned char)text.at[0] < 0x80)
        return arabic(text);
    if (!text.bytes || text.bytes % HAN_BYTES)
        return 0;
    unsigned value = 0, digit = 0, least_unit = 10000;
    bool has_digit = false;
    for (size_t at = 0; at < text.bytes; at += HAN_BYTES) {
        unsigned found = 0, unit = 10;
        while (found < 10 && memcmp(text.at + at, digits + found * HAN_BYTES, HAN_BYTES) != 0)
            found++;
        if (found < 10) {
            if (has_digit && digit)
                return 0;
            digit = found;
            has_digit = true;
            continue;
        }
        unsigned power = 0;
        for (; power < 3 && memcmp(text.at + at, units + power * HAN_BYTES, HAN_BYTES) != 0; power++)
            unit *= 10;
        if (power == 3 || unit >= least_unit || (!has_digit && at))
            return 0;
        value += (has_digit ? digit : 1) * unit;
        least_unit = unit;
        has_digit = false;
        digit = 0;
    }
    return value + digit;
}
