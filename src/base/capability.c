/* SPDX-License-Identifier: MIT */
#include "base/capability.h"

static const bool restricted_table[CAPABILITIES_COUNT] = {
    [CAPABILITY_WRITE_FILE] = false,   [CAPABILITY_START_PROGRAM] = false, [CAPABILITY_ENVIRONMENT] = false,
    [CAPABILITY_OWN_SETTINGS] = false, [CAPABILITY_NAME_FILE] = false,     [CAPABILITY_SUSPEND] = false,
    [CAPABILITY_CLIPBOARD] = true,
};

static bool is_restricted;

void capability_restrict(void)
{
    is_restricted = true;
}

bool capability_allowed(enum capability capability)
{
    return !is_restricted || restricted_table[capability];
}
