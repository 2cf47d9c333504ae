/* SPDX-License-Identifier: MIT */
#include "base/environment.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

bool environment_refuses(const char *variable)
{
    const char *value = getenv(variable);
    return value && (strcasecmp(value, "no") == 0 || strcasecmp(value, "off") == 0 || strcmp(value, "0") == 0);
}
