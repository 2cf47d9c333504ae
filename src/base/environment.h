/* SPDX-License-Identifier: MIT */
#ifndef BASE_ENVIRONMENT_H
#define BASE_ENVIRONMENT_H

#include <stdbool.h>

/* Does the user switch something off by this variable: is it "no", "off" or "0"? */
bool environment_refuses(const char *variable);

#endif
