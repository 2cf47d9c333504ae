/* SPDX-License-Identifier: MIT */
#include "format/load.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/fault.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "format/loading.h"

enum { TRIES = 3, STEPS = 200 };

/* The next item of the list that the loader is in; at its end the loader is back at `outer`. */
static bool next_item(struct loader *loader, enum load_at outer, struct yaml_node *node)
{
    *node = yaml_next(loader->reader);
    if (node->kind != YAML_END && node->kind != YAML_STOP)
        return true;
    loader->at = outer;
    return false;
}

static void step_units(struct loader *loader)
{
    struct yaml_node node;
    if (!next_item(loader, LOAD_ROOT, &node))
        return;
    if (loader->builder.b->units_count == UNITS_MAX) {
        diag_error(loader->diags, load_place(loader, node.mark), _("单位超过%d家：请分成几个文件"), (int)UNITS_MAX);
        loader->at = LOAD_DONE;
        return;
    }
    load_unit(loader, node, ++loader->units_no);
}

/*
 * One step: a key, a unit, a task.  Small enough for a caller with a budget of milliseconds; the rest of the file does
 * not matter to it.  Returns false at the end.
 */
static bool step(struct loader *loader)
{
    struct yaml_node node;
    switch (loader->at) {
    case LOAD_START:
        load_document_begin(loader);
        break;
    case LOAD_ROOT:
        load_document_step(loader);
        break;
    case LOAD_UNITS:
        step_units(loader);
        break;
    case LOAD_SECTIONS:
        if (next_item(loader, LOAD_ROOT, &node))
            load_section_begin(loader, node, ++loader->sections_no);
        break;
    case LOAD_SECTION:
        if (!load_section_step(loader))
            loader->at = LOAD_SECTIONS;
        break;
    case LOAD_TASKS:
        if (next_item(loader, LOAD_SECTION, &node))
            load_task(loader, node, ++loader->tasks_no);
        break;
    case LOAD_DONE:
        return false;
    }
    return true;
}

/* A step, and in which lists there were errors. */
static bool step_watched(struct load *load)
{
    struct loader *loader = &load->loader;
    enum load_at at = loader->at;
    size_t errors_before = loader->diags->errors_count;
    bool more = step(loader);
    if (loader->diags->errors_count > errors_before) {
        bool units = at == LOAD_UNITS, tasks = at == LOAD_TASKS || at == LOAD_SECTION || at == LOAD_SECTIONS;
        load->outer_faulty = load->outer_faulty || !(units || tasks);
        loader->builder.b->units_faulty = loader->builder.b->units_faulty || units;
        loader->builder.b->tasks_faulty = loader->builder.b->tasks_faulty || tasks;
    }
    return more;
}

static void begin_source(struct load *load)
{
    struct loader *loader = &load->loader;
    struct source *source = &load->sources[load->now];
    builder_volume(&loader->builder, source->path)->stamp = source->stamp;
    loader->file = source->path;
    loader->reader = yaml_reader_new(source, loader->diags);
    loader->at = LOAD_START;
    loader->root = (struct map){ 0 };
    loader->units_no = loader->sections_no = loader->tasks_no = 0;
}

static void end_source(struct load *load)
{
    struct loader *loader = &load->loader;
    /* A second document or a fault behind the root's end is still to be found. */
    while (yaml_next(loader->reader).kind != YAML_STOP && loader->root.begun && !yaml_broken(loader->reader))
        ;
    loader->diags->unread = loader->diags->unread || yaml_broken(loader->reader);
    yaml_reader_free(loader->reader);
    loader->reader = NULL;
    load->changed = load->changed || source_fault(&load->sources[load->now]) == EBUSY;
    source_fini(&load->sources[load->now++]);
}

/* The sources are the load's from here on, as is the array. */
static struct load *load_new(struct source *sources, uint32_t count, bool for_check, struct diags *diags)
{
    struct load *load = mem_array(1, sizeof *load);
    load->loader.diags = diags;
    load->sources = sources;
    load->count = count;
    load->for_check = for_check;
    load->bytes = mem_array(count, sizeof *load->bytes);
    load->stamps = mem_array(count, sizeof *load->stamps);
    for (uint32_t i = 0; i < count; i++) {
        load->bytes[i] = source_bytes(&sources[i]);
        load->stamps[i] = sources[i].stamp;
    }
    load->errors_before = diags->errors_count;
    load->sound_tasks = NO_IDX;
    builder_init(&load->loader.builder, diags);
    return load;
}

static void report_unread(const char *path, int fault, size_t limit_bytes, struct diags *diags)
{
    struct place place = { path, 0, 0 };
    if (fault == EFBIG)
        diag_error(diags, place, _("文件太大：最多%zu兆字节，可用 --limit 改"), limit_bytes / 1024 / 1024);
    else
        diag_error(diags, place, "%s", fault_reading(fault));
    diags->unread = true;
}

struct load *load_begin(const char *const *paths, uint32_t count, const struct load_options *options,
                        struct diags *diags)
{
    struct source *sources = mem_array(count, sizeof *sources);
    size_t limit_bytes = options->limit_bytes ? options->limit_bytes : LOAD_LIMIT_BYTES;
    bool all_read = true;
    for (uint32_t i = 0; i < count; i++) {
        if (source_open(&sources[i], paths[i], limit_bytes) < 0) {
            report_unread(paths[i], errno, limit_bytes, diags);
            all_read = false;
        }
    }
    if (all_read)
        return load_new(sources, count, options->for_check, diags);
    for (uint32_t i = 0; i < count; i++)
        source_fini(&sources[i]);
    free(sources);
    return NULL;
}

bool load_step(struct load *load, unsigned steps)
{
    for (; steps && load->now < load->count && !load->changed; steps--) {
        uint32_t tasks = load->loader.builder.b->tasks_count;
        if (!load->loader.reader)
            begin_source(load);
        else if (!step_watched(load))
            end_source(load);
        if (load->sound_tasks == NO_IDX && load_faulty(load))
            load->sound_tasks = tasks;
    }
    load_view_follow(load);
    return load->now < load->count && !load->changed;
}

bool load_ready(const struct load *load)
{
    return !load->loader.reader || yaml_ready(load->loader.reader);
}

struct load_progress load_progress(const struct load *load)
{
    struct load_progress progress = { .tasks = load->loader.builder.b ? load->loader.builder.b->tasks_count : 0 };
    for (uint32_t i = 0; i < load->count; i++) {
        size_t bytes = load->bytes[i];
        progress.all_bytes += bytes;
        progress.bytes += i < load->now ? bytes : 0;
    }
    if (load->loader.reader)
        progress.bytes += yaml_passed_bytes(load->loader.reader);
    return progress;
}

const struct file_stamp *load_stamp(const struct load *load, uint32_t path_idx)
{
    return &load->stamps[path_idx];
}

bool load_faulty(const struct load *load)
{
    return load->loader.diags->errors_count > load->errors_before;
}

bool load_changed(const struct load *load)
{
    return load->changed;
}

/* Errors but in the lists of units and tasks leave nothing that is worth proof-reading. */
static bool worth_checking(const struct load *load)
{
    const struct breakdown *b = load->loader.builder.b;
    return (b->units_faulty || b->tasks_faulty) && !load->outer_faulty && !load->loader.diags->unread;
}

struct breakdown *load_take(struct load *load)
{
    bool whole = load->now == load->count && !load->changed;
    if (!whole || (load_faulty(load) && !(load->for_check && worth_checking(load))))
        return NULL;
    return builder_finish(&load->loader.builder);
}

void load_free(struct load *load)
{
    if (!load)
        return;
    if (load->loader.reader)
        yaml_reader_free(load->loader.reader);
    for (uint32_t i = load->now; i < load->count; i++)
        source_fini(&load->sources[i]);
    load_views_fini(load);
    if (load->loader.builder.b)
        builder_drop(&load->loader.builder);
    free(load->sources);
    free(load->bytes);
    free(load->stamps);
    free(load);
}

static struct breakdown *load_all(struct load *load, const struct load_options *options)
{
    while (load_step(load, STEPS))
        if (options->tell)
            options->tell(options->context, load_progress(load));
    return load_take(load);
}

struct breakdown *breakdown_load(const struct source *sources, uint32_t count, struct diags *diags)
{
    struct source *copies = mem_array(count, sizeof *copies);
    for (uint32_t i = 0; i < count; i++)
        copies[i] =
            (struct source){ .path = sources[i].path, .content = sources[i].content, .stamp = sources[i].stamp };
    struct load *load = load_new(copies, count, false, diags);
    struct breakdown *b = load_all(load, &(struct load_options){ 0 });
    load_free(load);
    return b;
}

struct breakdown *load_files(const char *const *paths, uint32_t count, const struct load_options *options,
                             struct diags *diags)
{
    struct breakdown *b = NULL;
    bool changed = true;
    uint32_t path_idx = 0;
    for (int tries = 0; changed && tries < TRIES; tries++) {
        struct diags of_this = { 0 };
        struct load *load = load_begin(paths, count, options, &of_this);
        b = load ? load_all(load, options) : NULL;
        changed = load && load_changed(load);
        path_idx = changed ? load->now - 1 : 0;
        load_free(load);
        if (!changed)
            diag_move(&of_this, diags);
        diag_fini(&of_this);
    }
    if (changed)
        report_unread(paths[path_idx], EBUSY, 0, diags);
    return b;
}
