/* SPDX-License-Identifier: MIT */
/*
 * Where a file is to be written: its folder, opened once, and its name in there.  Who may write to the folder can put a
 * symbolic link of his under that name: such a link is never followed, and between looking and writing nothing is looked
 * up by its path again.
 */
#ifndef BASE_FILE_PLACE_H
#define BASE_FILE_PLACE_H

#include <limits.h>
#include <stdbool.h>
#include <sys/stat.h>

#include "base/file.h"

struct file_place {
    int folder_fd;
    char name[NAME_MAX + 1];
    struct stat st; /* of what has that name, when something has */
    bool taken;
    int own_fd; /* path is one of our own open files (/dev/stdout): its number; else -1 */
};

/*
 * Follows the last part of path where it is a symbolic link of the caller's own, or one of root's in a folder that only
 * root may write to.  Returns WRITTEN (and a place to be closed), WRITE_FOREIGN_LINK, WRITE_DANGLING_LINK, or
 * WRITE_FAILED with errno set.
 */
enum written file_place_open(struct file_place *place, const char *path);
void file_place_close(struct file_place *place);

#endif
