/* SPDX-License-Identifier: MIT */
#include "base/file.h"

#include <sys/stat.h>

#include "base/file_stat.h"

void file_stamp_of(const struct stat *st, struct file_stamp *stamp)
{
    *stamp = (struct file_stamp){
        .device = (unsigned long long)st->st_dev,
        .inode = (unsigned long long)st->st_ino,
        .bytes = (unsigned long long)st->st_size,
        .seconds = (long long)st->st_mtim.tv_sec,
        .nanoseconds = (long long)st->st_mtim.tv_nsec,
        .changed_seconds = (long long)st->st_ctim.tv_sec,
        .changed_nanoseconds = (long long)st->st_ctim.tv_nsec,
    };
}

int file_stamp(const char *path, struct file_stamp *stamp)
{
    struct stat st;
    if (stat(path, &st) < 0)
        return -1;
    file_stamp_of(&st, stamp);
    return 0;
}

bool file_stamp_equal(const struct file_stamp *a, const struct file_stamp *b)
{
    return a->device == b->device && a->inode == b->inode && a->bytes == b->bytes && a->seconds == b->seconds &&
           a->nanoseconds == b->nanoseconds && a->changed_seconds == b->changed_seconds &&
           a->changed_nanoseconds == b->changed_nanoseconds;
}
