/* SPDX-License-Identifier: MIT */
#include "base/capability.h"

static const bool restricted_table[CAPABILITIES_COUNT] = {
    [CAPABILITY_WRITE_FILE] = false,   [CAPABILITY_START_PROGRAM] = false, [CAPABILITY_ENVIRONMENT] = false,
    [CAPABILITY_OWN_SETTINGS] = false, [CAPABILITY_NAME_FILE] = false,     [CAPABILITY_SUSPEND] = false,
    [CAPABILITY_CLIPBOARD] = true,
};

bool capability_allowed(bool restricted, enum capability capability)
{
    return !restricted || restricted_table[capability];
}
