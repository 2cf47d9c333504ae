/* SPDX-License-Identifier: MIT */
#ifndef BASE_QUEUE_NAME_H
#define BASE_QUEUE_NAME_H

#include <stdbool.h>

/*
 * A print queue's name as CUPS takes them, Han too: up to 127 bytes, no blank, no control character, no / or #, and no -
 * at its start.
 */
bool queue_name_good(const char *name);

#endif
