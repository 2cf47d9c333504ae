/* SPDX-License-Identifier: MIT */
#include "command/behind.h"

#include <limits.h>
#include <poll.h>

#include "base/clock.h"
#include "base/i18n.h"

enum {
    SMALL_BYTES = 1024 * 1024, /* read whole before anything is shown: it takes no longer than the first slice */
    FIRST_MS = 15,
    SLICE_MS = 4,
    STEPS = 25,
    VIEW_MS = 150, /* between two views, at least */
    VIEW_PART = 8, /* of the time that views take, at most one in so many */
    PROGRESS_MS = 200,
    WAIT_MS = 2, /* for the disk or the parser */
    AGAIN_MS = 500
};

static bool is_small(const struct load *load)
{
    return load_progress(load).all_bytes < SMALL_BYTES;
}

static bool open_files(struct behind *behind)
{
    diag_fini(&behind->diags);
    behind->stopped = behind->unsteady = false;
    behind->begun_ms = clock_ms();
    behind->next_ms = behind->view_ms = 0;
    behind->load = load_begin(behind->paths, behind->paths_count, &behind->options, &behind->diags);
    return behind->load != NULL;
}

/* Steps for so long, of a small file to its end, or as far as there is something read.  False when there are no more. */
static bool slice(struct behind *behind, int ms, bool wait)
{
    struct load *load = behind->load;
    long long end_ms = clock_ms() + ms;
    bool more = true, small = is_small(load);
    while (more && (small || clock_ms() < end_ms)) {
        if (small || load_ready(load))
            more = load_step(load, STEPS);
        else if (wait)
            poll(NULL, 0, 1);
        else
            break;
    }
    return more;
}

static void drop(struct behind *behind)
{
    if (behind->load != behind->shown)
        load_free(behind->load);
    behind->load = NULL;
}

/* All faults at once, as a command says them; or the file, when it had only changed. */
static bool load_plainly(struct behind *behind)
{
    drop(behind);
    diag_fini(&behind->diags);
    *behind->whole = load_files(behind->paths, behind->paths_count, &behind->options, &behind->diags);
    return *behind->whole != NULL;
}

/* A step makes a volume, and with that something to show. */
static bool begin_with_view(struct behind *behind)
{
    load_step(behind->load, 1);
    behind->view = load_view(behind->load);
    behind->shown = behind->view ? behind->load : NULL;
    return behind->view || load_plainly(behind);
}

bool behind_begin(struct behind *behind, enum behind_first first)
{
    if (!open_files(behind))
        return false;
    behind->untimed = first == BEHIND_NEXT_TO_NOTHING;
    if (behind->untimed)
        return begin_with_view(behind);
    bool more = slice(behind, first == BEHIND_ALL ? INT_MAX : FIRST_MS, true);
    if (load_changed(behind->load) || (more && load_faulty(behind->load)))
        return load_plainly(behind);
    if (more)
        return begin_with_view(behind);
    *behind->whole = load_take(behind->load);
    drop(behind);
    return *behind->whole != NULL;
}

const struct breakdown *behind_shown(const struct behind *behind)
{
    return behind->shown ? behind->view : *behind->whole;
}

const struct file_stamp *behind_stamp(const struct behind *behind, uint32_t path_idx)
{
    return behind->load ? load_stamp(behind->load, path_idx) : &(*behind->whole)->volumes[path_idx].stamp;
}

void behind_tell(struct behind *behind, struct app *app)
{
    struct progress progress = { .reading = READING_NOT };
    if (behind->load) {
        struct load_progress read = load_progress(behind->load);
        long long until_ms = behind->stopped ? behind->stopped_ms : clock_ms();
        progress = (struct progress){ behind->stopped ? READING_STOPPED : READING_ON, read.bytes, read.all_bytes,
                                      read.tasks, behind->untimed ? 0 : until_ms - behind->begun_ms };
    }
    app_progress(app, &progress);
    behind->told_ms = clock_ms();
}

static void notice_doubts(struct behind *behind, struct app *app)
{
    struct buf line = { 0 };
    behind->put_doubts(*behind->whole, &behind->diags, &line);
    if (line.bytes)
        app_notice(app, text_composed(buf_view(&line)), true);
    buf_fini(&line);
}

/* More of what is shown. */
static void show_view(struct behind *behind, struct app *app)
{
    long long begin_ms = clock_ms();
    const struct breakdown *view = load_view(behind->load);
    if (!view)
        return;
    app_grow(app, view, false);
    behind->view = view;
    behind->view_ms = begin_ms;
}

/* What a view costs is known when reading goes on: its frame has been drawn then, and what it shows been counted. */
static void rest_from_view(struct behind *behind)
{
    long long took_ms = clock_ms() - behind->view_ms;
    if (behind->view_ms)
        behind->next_ms = clock_ms() + (took_ms * VIEW_PART > VIEW_MS ? took_ms * VIEW_PART : VIEW_MS);
    behind->view_ms = 0;
}

/* All has been read: it takes the place of what is shown. */
static void show_whole(struct behind *behind, struct app *app, struct breakdown *b)
{
    struct breakdown *before = *behind->whole;
    if (behind->shown == behind->load)
        app_grow(app, b, true);
    else
        app_reload(app, b);
    *behind->whole = b;
    load_free(behind->load);
    if (behind->shown != behind->load)
        load_free(behind->shown);
    behind->load = behind->shown = NULL;
    behind->view = NULL;
    breakdown_free(before);
    notice_doubts(behind, app);
}

/* What stands before the fault is shown, unless there is something whole. */
static void show_fault(struct behind *behind, struct app *app)
{
    struct buf line = { 0 };
    if (behind->load && behind->load == behind->shown)
        show_view(behind, app);
    drop(behind);
    struct place where = behind->put_error(&behind->diags, &line);
    app_banner(app, text_composed(buf_view(&line)), where);
    buf_fini(&line);
}

static void end(struct behind *behind, struct app *app)
{
    struct breakdown *b = load_take(behind->load);
    if (load_changed(behind->load)) {
        drop(behind);
        behind->unsteady = true;
        behind->next_ms = clock_ms() + AGAIN_MS;
        app_banner(app, text_of(_("文件正在被写入")), (struct place){ 0 });
    } else if (b) {
        show_whole(behind, app, b);
    } else {
        show_fault(behind, app);
    }
    behind_tell(behind, app);
}

/* A file was written while it was read: as soon as nobody writes it any more. */
static int try_again(struct behind *behind, struct app *app, bool *drawn)
{
    if (clock_ms() < behind->next_ms)
        return (int)(behind->next_ms - clock_ms());
    for (uint32_t i = 0; i < behind->paths_count; i++)
        if (file_is_written(behind->paths[i])) {
            behind->next_ms = clock_ms() + AGAIN_MS;
            return AGAIN_MS;
        }
    *drawn = true;
    behind_again(behind, app, true);
    return 0;
}

int behind_work(struct behind *behind, struct app *app, bool *drawn)
{
    *drawn = false;
    if (!behind->load && behind->unsteady)
        return try_again(behind, app, drawn);
    if (!behind->load || behind->stopped)
        return -1;
    rest_from_view(behind);
    bool waits = !load_ready(behind->load);
    bool more = slice(behind, SLICE_MS, false) && !load_faulty(behind->load);
    bool show = more && behind->shown == behind->load && clock_ms() >= behind->next_ms;
    if (!more)
        end(behind, app);
    if (show)
        show_view(behind, app);
    *drawn = !more || show || clock_ms() - behind->told_ms >= PROGRESS_MS;
    if (*drawn)
        behind_tell(behind, app);
    return waits ? WAIT_MS : 0;
}

void behind_work_tasks(struct behind *behind, struct app *app, uint32_t tasks)
{
    bool more = behind->load != NULL;
    uint32_t before = more ? load_progress(behind->load).tasks : 0;
    while (more && !load_faulty(behind->load) && (!tasks || load_progress(behind->load).tasks - before < tasks))
        more = load_step(behind->load, 1);
    if (!behind->load)
        return;
    if (!more || load_faulty(behind->load))
        end(behind, app);
    else if (behind->shown == behind->load)
        show_view(behind, app);
    behind_tell(behind, app);
}

void behind_stop(struct behind *behind, struct app *app)
{
    if (!behind->load || behind->stopped)
        return;
    behind->stopped = true;
    behind->stopped_ms = clock_ms();
    if (behind->shown == behind->load)
        show_view(behind, app);
    behind_tell(behind, app);
}

/* Is what is being read what the files are now?  Then who tells of a change comes late. */
static bool reads_what_is_there(const struct behind *behind)
{
    struct file_stamp now;
    for (uint32_t i = 0; behind->load && i < behind->paths_count; i++)
        if (file_stamp(behind->paths[i], &now) < 0 || !file_stamp_equal(&now, load_stamp(behind->load, i)))
            return false;
    return behind->load != NULL;
}

void behind_again(struct behind *behind, struct app *app, bool changed)
{
    if (changed && reads_what_is_there(behind))
        return;
    if (behind->load && !changed) {
        if (behind->stopped)
            behind->begun_ms += clock_ms() - behind->stopped_ms;
        behind->stopped = false;
        behind_tell(behind, app);
        return;
    }
    drop(behind);
    if (!open_files(behind))
        show_fault(behind, app);
    else if (is_small(behind->load) && !slice(behind, 0, true))
        end(behind, app);
    behind_tell(behind, app);
}

void behind_fini(struct behind *behind)
{
    drop(behind);
    load_free(behind->shown);
    behind->shown = NULL;
    diag_fini(&behind->diags);
}
