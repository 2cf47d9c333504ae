/* SPDX-License-Identifier: MIT */
/* How a unit is bound, as it looks everywhere on the screen; the help's legend says so. */
#ifndef UI_BOND_H
#define UI_BOND_H

#include "breakdown/index.h"
#include "text/style.h"

static inline enum style bond_style(enum bond bond)
{
    static const enum style styles[BONDS_COUNT] = {
        [BOND_LEAD] = STYLE_LEAD, [BOND_SUPPORT] = STYLE_SUPPORT, [BOND_VIA] = STYLE_VIA, [BOND_MAYBE] = STYLE_MAYBE
    };
    return styles[bond];
}

#endif
