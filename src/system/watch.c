/* SPDX-License-Identifier: MIT */
#include "system/watch.h"

#include <sys/stat.h>

/* What was read is a pipe, or the like: it is read once. */
static bool is_once(const char *path, const struct file_stamp *stamp)
{
    struct stat st;
    return stat(path, &st) == 0 && !S_ISREG(st.st_mode) && st.st_dev == stamp->device && st.st_ino == stamp->inode;
}

void watch_init(struct watch *watch, const char *path, const struct file_stamp *stamp, long long now_ms)
{
    *watch = (struct watch){ .told = { .fd = -1 }, .changed_ms = -1, .busy_ms = -1, .looked_ms = now_ms };
    if (!path || is_once(path, stamp))
        return;
    watch->path = path;
    watch->stamp = *stamp;
    tidings_open(&watch->told, path);
    /* It may have changed between the reading and the watching. */
    watch->looked_ms -= WATCH_LOOK_MS;
}

int watch_fd(const struct watch *watch)
{
    return watch->told.fd;
}

/* A file that is replaced may be away for a moment. */
static int settle_ms(const struct watch *watch)
{
    return watch->busy_ms >= 0 ? WATCH_BUSY_MS : watch->is_gone ? WATCH_GONE_MS : WATCH_SETTLE_MS;
}

/* What is not told is looked at; and all once: it may have changed before anything was told. */
static bool must_look(const struct watch *watch)
{
    return !watch->told.all || !watch->looked;
}

int watch_wait_ms(const struct watch *watch, long long now_ms)
{
    long long look_ms = watch->looked_ms + WATCH_LOOK_MS, settled_ms = watch->changed_ms + settle_ms(watch);
    bool looks = must_look(watch), settles = watch->changed_ms >= 0;
    if (!watch->path || (!looks && !settles))
        return -1;
    long long at = looks && (!settles || look_ms < settled_ms) ? look_ms : settled_ms;
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
    if (watch->told.fd >= 0 && tidings_take(&watch->told)) {
        /* By the way that leads to it now. */
        tidings_close(&watch->told);
        tidings_open(&watch->told, watch->path);
        watch->changed_ms = now_ms;
    }
    if (must_look(watch) && now_ms - watch->looked_ms >= WATCH_LOOK_MS) {
        watch->looked_ms = now_ms;
        watch->looked = true;
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
    tidings_close(&watch->told);
    watch->path = NULL;
}
