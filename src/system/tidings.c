/* SPDX-License-Identifier: MIT */
#include "system/tidings.h"

#include <string.h>
#include <unistd.h>

#ifdef __linux__
#include <limits.h>
#include <sys/inotify.h>

#include "base/file.h"

enum {
    LINKS_MAX = 40, /* as the kernel follows */
    WRITTEN_MASK = IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB,
    NAMES_MASK = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB,
};

static void add_folder(struct tidings *tidings, const char *folder, struct span name)
{
    buf_span(&tidings->names, name);
    buf_char(&tidings->names, 0);
    bool added = inotify_add_watch(tidings->fd, folder, WRITTEN_MASK | NAMES_MASK | IN_ONLYDIR) >= 0;
    /* Of what machines share, the kernel tells only what this one does. */
    tidings->all = tidings->all && added && file_is_local(folder);
}

/* The first name of a path, without the slashes before it; what is behind it is left in *path. */
static struct span take_name(struct span *path)
{
    size_t from = 0, to;
    while (from < path->bytes && path->at[from] == '/')
        from++;
    for (to = from; to < path->bytes && path->at[to] != '/'; to++)
        ;
    struct span name = { path->at + from, to - from };
    *path = (struct span){ path->at + to, path->bytes - to };
    return name;
}

/* What the link says, with what is left of the path behind it; false when it is no link. */
static bool follow(const char *link, struct span rest, struct buf *path)
{
    char target[PATH_MAX];
    ssize_t bytes = readlink(link, target, sizeof target);
    if (bytes < 0)
        return false;
    struct buf followed = { 0 };
    buf_add(&followed, target, (size_t)bytes);
    buf_span(&followed, rest);
    buf_fini(path);
    *path = followed;
    return true;
}

static void begin_at_root(struct buf *folder, const struct buf *path)
{
    bool absolute = path->bytes && path->at[0] == '/';
    if (absolute || !folder->bytes) {
        buf_clear(folder);
        buf_string(folder, absolute ? "/" : ".");
    }
}

/* The folder of each name on the way, also where symbolic links lead: one that is switched leads to another file. */
static void add_way(struct tidings *tidings, const char *file)
{
    struct buf path = { 0 }, folder = { 0 }, next = { 0 };
    int links = 0;
    buf_string(&path, file);
    begin_at_root(&folder, &path);
    struct span rest = buf_view(&path);
    for (struct span name; (name = take_name(&rest)).bytes;) {
        bool up = span_equal(name, SPAN(".."));
        if (!up)
            add_folder(tidings, folder.at, name);
        buf_clear(&next);
        buf_printf(&next, "%s/%.*s", folder.at, (int)name.bytes, name.at);
        if (!up && follow(next.at, rest, &path)) {
            begin_at_root(&folder, &path);
            rest = buf_view(&path);
            if (++links > LINKS_MAX)
                break;
        } else {
            buf_clear(&folder);
            buf_span(&folder, buf_view(&next));
        }
    }
    tidings->all = tidings->all && links <= LINKS_MAX;
    buf_fini(&path);
    buf_fini(&folder);
    buf_fini(&next);
}

void tidings_open(struct tidings *tidings, const char *path)
{
    *tidings = (struct tidings){ .fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC) };
    tidings->all = tidings->fd >= 0;
    if (tidings->fd < 0)
        return;
    add_way(tidings, path);
    /* Written by another of its names, in whatever folder. */
    (void)inotify_add_watch(tidings->fd, path, WRITTEN_MASK);
}

static bool is_on_the_way(const struct tidings *tidings, const char *name)
{
    for (size_t at = 0; at < tidings->names.bytes; at += strlen(tidings->names.at + at) + 1)
        if (strcmp(tidings->names.at + at, name) == 0)
            return true;
    return false;
}

bool tidings_take(struct tidings *tidings)
{
    _Alignas(struct inotify_event) char bytes[sizeof(struct inotify_event) + NAME_MAX + 1];
    bool ours = false;
    for (ssize_t got; (got = read(tidings->fd, bytes, sizeof bytes)) > 0;) {
        for (size_t at = 0; at + sizeof(struct inotify_event) <= (size_t)got;) {
            struct inotify_event event;
            memcpy(&event, bytes + at, sizeof event);
            const char *name = bytes + at + sizeof event;
            ours = ours || (event.mask & IN_Q_OVERFLOW) || !event.len || is_on_the_way(tidings, name);
            at += sizeof event + event.len;
        }
    }
    return ours;
}
#else
void tidings_open(struct tidings *tidings, const char *path)
{
    (void)path;
    *tidings = (struct tidings){ .fd = -1 };
}

bool tidings_take(struct tidings *tidings)
{
    (void)tidings;
    return false;
}
#endif

void tidings_close(struct tidings *tidings)
{
    if (tidings->fd >= 0)
        close(tidings->fd);
    buf_fini(&tidings->names);
    *tidings = (struct tidings){ .fd = -1 };
}
