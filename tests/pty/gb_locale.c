/* SPDX-License-Identifier: MIT */
#include "pty/gb_locale.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

const char *gb_locale(void)
{
    static char variable[512];
    const char *folder = getenv("GB_LOCALE") ? getenv("GB_LOCALE") : "build/gb-locale";
    char types[512];
    int types_bytes = snprintf(types, sizeof types, "%s/zh_CN.GB18030/LC_CTYPE", folder);
    if (types_bytes >= (int)sizeof types || access(types, F_OK) != 0)
        return "";
    snprintf(variable, sizeof variable, "LOCPATH=%s", folder);
    return variable;
}
