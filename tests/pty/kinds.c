/* SPDX-License-Identifier: MIT */
#include "pty/kinds.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char folder[] = "/tmp/fengong-kinds-XXXXXX";

int kinds_make(void **state)
{
    (void)state;
    char command[256];
    if (!mkdtemp(folder))
        return -1;
    snprintf(command, sizeof command, "tic -o '%s' tests/pty/kinds.ti", folder);
    setenv("TERMINFO", folder, 1);
    return system(command);
}

int kinds_drop(void **state)
{
    (void)state;
    char command[256];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

bool kinds_wraps_at_once(const char *kind)
{
    return strcmp(kind, "ansi") == 0;
}
