/* SPDX-License-Identifier: MIT */
#include "pty/gb_locale.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char folder[] = "/tmp/fengong-locale-XXXXXX", locpath[128];

int gb_locale_make(void **state)
{
    (void)state;
    char command[512];
    if (!mkdtemp(folder))
        return 0;
    snprintf(command, sizeof command, "localedef -i zh_CN -f GB18030 %s/zh_CN.GB18030 >/dev/null 2>&1", folder);
    /* It warns and fails a little; what counts is what it made. */
    (void)!system(command);
    snprintf(command, sizeof command, "%s/zh_CN.GB18030/LC_CTYPE", folder);
    if (access(command, F_OK) == 0)
        snprintf(locpath, sizeof locpath, "LOCPATH=%s", folder);
    return 0;
}

int gb_locale_drop(void **state)
{
    (void)state;
    char command[512];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

const char *gb_locale(void)
{
    return locpath;
}
