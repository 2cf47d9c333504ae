/* SPDX-License-Identifier: MIT */
#include "system/watch.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __linux__
#include <limits.h>
#include <sys/inotify.h>
#endif

#ifdef __linux__
static int open_folder(const char *path, const char *name)
{
    struct buf folder = { 0 };
    if (name == path)
        buf_string(&folder, ".");
    else
        buf_add(&folder, path, name - 1 == path ? 1 : (size_t)(name - 1 - path));
    int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (fd >= 0 && inotify_add_watch(fd, folder.at,
                                     IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_MODIFY | IN_ATTRIB | IN_DELETE |
                                         IN_MOVED_FROM) < 0) {
        close(fd);
        fd = -1;
    }
    buf_fini(&folder);
    return fd;
}

/* Takes what the kernel has to say; true when it was about our file, or more than could be kept. */
static bool told(const struct watch *watch)
{
    _Alignas(struct inotify_event) char bytes[sizeof(struct inotify_event) + NAME_MAX + 1];
    bool ours = false;
    for (ssize_t got; (got = read(watch->fd, bytes, sizeof bytes)) > 0;) {
        for (size_t at = 0; at + sizeof(struct inotify_event) <= (size_t)got;) {
            struct inotify_event event;
            memcpy(&event, bytes + at, sizeof event);
            const char *name = bytes + at + sizeof event;
            if ((event.mask & IN_Q_OVERFLOW) || (event.len && strcmp(name, watch->name) == 0))
                ours = true;
            at += sizeof event + event.len;
        }
    }
    return ours;
}
#else
static int open_folder(const char *path, const char *name)
{
    (void)path;
    (void)name;
    return -1;
}

static bool told(const struct watch *watch)
{
    (void)watch;
    return false;
}
#endif

/* What was read is a pipe, or the like: it is read once. */
static bool is_once(const char *path, const struct file_stamp *stamp)
{
    struct stat st;
    return stat(path, &st) == 0 && !S_ISREG(st.st_mode) && st.st_dev == stamp->device && st.st_ino == stamp->inode;
}

void watch_init(struct watch *watch, const char *path, const struct file_stamp *stamp, long long now_ms)
{
    *watch = (struct watch){ .fd = -1, .changed_ms = -1, .busy_ms = -1, .looked_ms = now_ms };
    if (!path || is_once(path, stamp))
        return;
    const char *slash = strrchr(path, '/');
    watch->path = path;
    watch->name = slash ? slash + 1 : path;
    watch->stamp = *stamp;
    watch->fd = open_folder(path, watch->name);
    /* It may have changed between the reading and the watching. */
    watch->looked_ms -= WATCH_LOOK_MS;
}

int watch_fd(const struct watch *watch)
{
    return watch->fd;
}

/* A file that is replaced may be away for a moment. */
static int settle_ms(const struct watch *watch)
{
    return watch->busy_ms >= 0 ? WATCH_BUSY_MS : watch->is_gone ? WATCH_GONE_MS : WATCH_SETTLE_MS;
}

int watch_wait_ms(const struct watch *watch, long long now_ms)
{
    if (!watch->path)
        return -1;
    long long at = watch->looked_ms + WATCH_LOOK_MS;
    if (watch->changed_ms >= 0 && watch->changed_ms + settle_ms(watch) < at)
        at = watch->changed_ms + settle_ms(watch);
    return at <= now_ms ? 0 : (int)(at - now_ms);
}

/*
 * There is another file than was read, or none, which is told once.  What comes back is another, even when it is the
 * same: while it was away, somebody may have looked for it in vain.
 */
static bool is_another(struct watch *watch)
{
    struct file_stamp stamp;
    watch->is_gone = file_stamp(watch->path, &stamp) != 0;
    if (watch->is_gone) {
        watch->stamp = (struct file_stamp){ 0 };
        return !watch->told_gone;
    }
    return !file_stamp_equal(&stamp, &watch->stamp);
}

/* What has settled may be a writer's pause: as long as one has it open, it is looked at again soon. */
static enum watched wait_for_writer(struct watch *watch, long long now_ms)
{
    if (watch->busy_ms < 0)
        watch->busy_ms = now_ms;
    watch->changed_ms = now_ms;
    if (watch->busy_told || now_ms - watch->busy_ms < FILE_PATIENCE_MS)
        return WATCH_SAME;
    watch->busy_told = true;
    return WATCH_BUSY;
}

enum watched watch_look(struct watch *watch, long long now_ms)
{
    if (!watch->path)
        return WATCH_SAME;
    if (watch->fd >= 0 && told(watch))
        watch->changed_ms = now_ms;
    if (now_ms - watch->looked_ms >= WATCH_LOOK_MS) {
        watch->looked_ms = now_ms;
        if (watch->changed_ms < 0 && is_another(watch))
            watch->changed_ms = now_ms;
    }
    if (watch->changed_ms < 0 || now_ms - watch->changed_ms < (watch->busy_ms < 0 ? WATCH_SETTLE_MS : WATCH_BUSY_MS))
        return WATCH_SAME;
    bool another = is_another(watch);
    if (another && now_ms - watch->changed_ms < settle_ms(watch))
        return WATCH_SAME;
    if (another && !watch->is_gone && file_is_written(watch->path))
        return wait_for_writer(watch, now_ms);
    bool was_told = watch->busy_told;
    watch->changed_ms = watch->busy_ms = -1;
    watch->busy_told = false;
    watch->told_gone = watch->is_gone;
    /* Whoever was told that it is being written is told that it no longer is, by reading it. */
    if (!another && !was_told)
        return WATCH_SAME;
    if (!watch->is_gone)
        (void)file_stamp(watch->path, &watch->stamp);
    return WATCH_CHANGED;
}

bool watch_take(struct watch *watch)
{
    if (!watch->path || !is_another(watch) || watch->is_gone)
        return false;
    (void)file_stamp(watch->path, &watch->stamp);
    watch->told_gone = watch->busy_told = false;
    watch->busy_ms = -1;
    return true;
}

void watch_fini(struct watch *watch)
{
    if (watch->fd >= 0)
        close(watch->fd);
    watch->fd = -1;
    watch->path = NULL;
}
