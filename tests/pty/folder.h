/* SPDX-License-Identifier: MIT */
/* The one folder that a test program has for its files.  folder_make() and folder_drop() are its group's set-up and tear-down. */
#ifndef PTY_FOLDER_H
#define PTY_FOLDER_H

#include <sys/types.h>

int folder_make(void **state);
int folder_drop(void **state);
const char *folder_path(void);
/* "the folder/name", good for the next three calls. */
const char *folder_file(const char *name);
/* Anew, when it is there. */
void folder_write(const char *name, const char *content, mode_t mode);

#endif
