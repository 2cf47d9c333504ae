/* SPDX-License-Identifier: MIT */
#include "term/wcwidth.h"

#include "text/width.h"

static int ambiguous_cols = 1;

/* Default visibility, whatever -fvisibility says: hidden, the symbol would silently not take libc's place. */
__attribute__((visibility("default"))) int wcwidth(wchar_t c)
{
    return c == 0 ? 0 : width_char((uint32_t)c, ambiguous_cols);
}

void wcwidth_set_ambiguous(int cols)
{
    ambiguous_cols = cols == 2 ? 2 : 1;
}
