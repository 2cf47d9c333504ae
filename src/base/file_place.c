/* SPDX-License-Identifier: MIT */
#include "base/file_place.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LINKS_MAX = 8 };

/* A path as its folder and its last part. Returns 0, or -1 with errno set. */
static int split(const char *path, char folder[PATH_MAX], char name[NAME_MAX + 1])
{
    size_t bytes = strlen(path);
    const char *slash = strrchr(path, '/'), *last = slash ? slash + 1 : path;
    errno = ENOENT;
    if (!bytes)
        return -1;
    errno = EISDIR;
    if (!*last || strcmp(last, ".") == 0 || strcmp(last, "..") == 0)
        return -1;
    errno = ENAMETOOLONG;
    if (bytes >= PATH_MAX || strlen(last) > NAME_MAX)
        return -1;
    strncpy(name, last, NAME_MAX + 1);
    strncpy(folder, slash ? path : ".", PATH_MAX);
    if (slash)
        folder[slash == path ? 1 : slash - path] = '\0';
    return 0;
}

static int open_folder(int from_fd, const char *path)
{
    int fd = openat(from_fd, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
#ifdef O_PATH
    /* Who may write to a folder need not be able to list it. */
    if (fd < 0 && errno == EACCES)
        fd = openat(from_fd, path, O_PATH | O_DIRECTORY | O_CLOEXEC);
#endif
    return fd;
}

static bool same_file(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* The folder holds what this process has open: its links lead to no path, but straight to open files. */
static bool holds_own_files(int folder_fd)
{
    struct stat here, own;
    return fstat(folder_fd, &here) == 0 && stat("/proc/self/fd", &own) == 0 && same_file(&here, &own);
}

static bool is_trusted(const struct stat *link, int folder_fd)
{
    struct stat folder;
    if (link->st_uid == geteuid())
        return true;
    return link->st_uid == 0 && fstat(folder_fd, &folder) == 0 && folder.st_uid == 0 && !(folder.st_mode & 022);
}

/* Where the link leads. Returns 0, or -1 with errno set, also when it is another by now. */
static int read_link(const struct file_place *place, char to[PATH_MAX])
{
    struct stat now;
    ssize_t bytes = readlinkat(place->folder_fd, place->name, to, PATH_MAX);
    if (bytes < 0 || fstatat(place->folder_fd, place->name, &now, AT_SYMLINK_NOFOLLOW) < 0)
        return -1;
    errno = bytes == PATH_MAX ? ENAMETOOLONG : ELOOP;
    if (bytes == PATH_MAX || !same_file(&now, &place->st) || now.st_uid != place->st.st_uid)
        return -1;
    to[bytes] = '\0';
    return 0;
}

static enum written look(struct file_place *place, bool by_link)
{
    place->taken = fstatat(place->folder_fd, place->name, &place->st, AT_SYMLINK_NOFOLLOW) == 0;
    if (!place->taken && errno != ENOENT)
        return WRITE_FAILED;
    if (!place->taken && by_link)
        return WRITE_DANGLING_LINK;
    if (!place->taken || !S_ISLNK(place->st.st_mode))
        return WRITTEN;
    if (holds_own_files(place->folder_fd))
        place->own_fd = atoi(place->name);
    else if (!is_trusted(&place->st, place->folder_fd))
        return WRITE_FOREIGN_LINK;
    return WRITTEN;
}

enum written file_place_open(struct file_place *place, const char *path)
{
    char to[PATH_MAX], folder[PATH_MAX];
    *place = (struct file_place){ .folder_fd = AT_FDCWD, .own_fd = -1 };
    for (int links = 0; links <= LINKS_MAX; links++) {
        int fd = split(links ? to : path, folder, place->name) < 0 ? -1 : open_folder(place->folder_fd, folder);
        file_place_close(place);
        place->folder_fd = fd;
        enum written found = fd < 0 ? WRITE_FAILED : look(place, links > 0);
        bool leads_on = found == WRITTEN && place->taken && S_ISLNK(place->st.st_mode) && place->own_fd < 0;
        if (leads_on && read_link(place, to) < 0)
            found = WRITE_FAILED;
        if (found != WRITTEN)
            file_place_close(place);
        if (found != WRITTEN || !leads_on)
            return found;
    }
    file_place_close(place);
    errno = ELOOP;
    return WRITE_FAILED;
}

void file_place_close(struct file_place *place)
{
    int fault = errno;
    if (place->folder_fd >= 0)
        close(place->folder_fd);
    place->folder_fd = -1;
    errno = fault;
}
