/* SPDX-License-Identifier: MIT */
/*
 * The temporary files of writing: their names tell whose they are, and one that nobody holds a lock on is what a killed
 * program left behind.
 */
#ifndef BASE_FILE_LEFTOVER_H
#define BASE_FILE_LEFTOVER_H

#include <limits.h>

/* A temporary file's name for the target of that name; another for each number. */
void file_leftover_name(const char *target, unsigned long number, char name[NAME_MAX + 1]);
/* Removes the caller's own leftovers for that target. */
void file_leftover_remove(int folder_fd, const char *target);

#endif
