/* SPDX-License-Identifier: MIT */
#include "term/wcwidth.h"

#include "term/screen.h"
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

/* “ is ambiguous, and in every encoding that a session here may have. */
static int believed_cols(WINDOW *pad, int cols)
{
    wcwidth_set_ambiguous(cols);
    werase(pad);
    mvwaddwstr(pad, 0, 0, L"“");
    return getcurx(pad);
}

bool wcwidth_holds(void)
{
    int before = ambiguous_cols;
    WINDOW *pad = newpad(1, 8);
    if (!pad)
        return false;
    bool holds = believed_cols(pad, 1) == 1 && believed_cols(pad, 2) == 2;
    delwin(pad);
    wcwidth_set_ambiguous(before);
    return holds;
}
