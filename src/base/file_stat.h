/* SPDX-License-Identifier: MIT */
/* The stamp of what stat() has told; for base/file_*.c. */
#ifndef BASE_FILE_STAT_H
#define BASE_FILE_STAT_H

#include <sys/stat.h>

#include "base/file.h"

void file_stamp_of(const struct stat *st, struct file_stamp *stamp);

#endif
