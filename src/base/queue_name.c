/* SPDX-License-Identifier: MIT */
#include "base/queue_name.h"

#include <stddef.h>
#include <string.h>

enum { NAME_MAX_BYTES = 127 };

bool queue_name_good(const char *name)
{
    size_t bytes = strlen(name);
    if (bytes == 0 || bytes > NAME_MAX_BYTES || name[0] == '-')
        return false;
    for (size_t i = 0; i < bytes; i++)
        if ((unsigned char)name[i] <= ' ' || name[i] == 0x7f || name[i] == '/' || name[i] == '#')
            return false;
    return true;
}
