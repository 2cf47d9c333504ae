/* SPDX-License-Identifier: MIT */
#include "base/file_leftover.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* FNV-1a: the name must be the same on every machine that shares the folder. */
static unsigned hash_of_name(const char *name)
{
    unsigned hash = 2166136261u;
    for (; *name; name++)
        hash = (hash ^ (unsigned char)*name) * 16777619u;
    return hash;
}

void file_leftover_name(const char *target, unsigned long number, char name[NAME_MAX + 1])
{
    snprintf(name, NAME_MAX + 1, ".fengong-%08x-%08lx", hash_of_name(target), number & 0xffffffffUL);
}

static void remove_if_left(int folder_fd, const char *name)
{
    struct stat st;
    int fd = openat(folder_fd, name, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY | O_CLOEXEC);
    if (fd < 0)
        return;
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_uid == geteuid() && flock(fd, LOCK_EX | LOCK_NB) == 0)
        unlinkat(folder_fd, name, 0);
    close(fd);
}

void file_leftover_remove(int folder_fd, const char *target)
{
    char prefix[NAME_MAX + 1];
    file_leftover_name(target, 0, prefix);
    size_t prefix_bytes = strlen(prefix) - 8;
    int fd = openat(folder_fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *folder = fd < 0 ? NULL : fdopendir(fd);
    if (!folder) {
        if (fd >= 0)
            close(fd);
        return;
    }
    for (struct dirent *entry; (entry = readdir(folder));)
        if (strncmp(entry->d_name, prefix, prefix_bytes) == 0)
            remove_if_left(folder_fd, entry->d_name);
    closedir(folder);
}
