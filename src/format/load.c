/* SPDX-License-Identifier: MIT */
#include "format/load.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/fault.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "format/loader.h"

struct load {
    struct loader loader;
    struct source *sources;
    uint32_t count, now; /* of sources: how many, and which is read */
    size_t errors_before;
    size_t *bytes;     /* by source: how long it is */
    bool outer_faulty; /* errors elsewhere than in units and sections */
};

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
    source_fini(&load->sources[load->now++]);
}

/* The sources are the load's from here on, as is the array. */
static struct load *load_new(struct source *sources, uint32_t count, struct diags *diags)
{
    struct load *load = mem_array(1, sizeof *load);
    load->loader.diags = diags;
    load->sources = sources;
    load->count = count;
    load->bytes = mem_array(count, sizeof *load->bytes);
    for (uint32_t i = 0; i < count; i++)
        load->bytes[i] = sources[i].content.bytes;
    load->errors_before = diags->errors_count;
    builder_init(&load->loader.builder, diags);
    return load;
}

static void report_unread(const char *path, int fault, struct diags *diags)
{
    struct place place = { path, 0, 0 };
    if (fault == EFBIG)
        diag_error(diags, place, _("文件太大：最多%d兆字节"), (int)(SOURCE_LIMIT_BYTES / 1024 / 1024));
    else
        diag_error(diags, place, "%s", fault_reading(fault));
    diags->unread = true;
}

struct load *load_begin(const char *const *paths, uint32_t count, struct diags *diags)
{
    struct source *sources = mem_array(count, sizeof *sources);
    bool all_read = true;
    for (uint32_t i = 0; i < count; i++) {
        if (source_read(&sources[i], paths[i]) < 0) {
            report_unread(paths[i], errno, diags);
            all_read = false;
        }
    }
    if (all_read)
        return load_new(sources, count, diags);
    for (uint32_t i = 0; i < count; i++)
        source_fini(&sources[i]);
    free(sources);
    return NULL;
}

bool load_step(struct load *load, unsigned steps)
{
    for (; steps && load->now < load->count; steps--) {
        if (!load->loader.reader)
            begin_source(load);
        else if (!step_watched(load))
            end_source(load);
        else
            yaml_give_back(load->loader.reader);
    }
    return load->now < load->count;
}

const struct breakdown *load_view(struct load *load)
{
    struct builder *builder = &load->loader.builder;
    return builder->b->volumes_count && builder_settle(builder) ? builder->b : NULL;
}

struct load_progress load_progress(const struct load *load)
{
    struct load_progress progress = { .tasks = load->loader.builder.b->tasks_count };
    for (uint32_t i = 0; i < load->count; i++) {
        size_t bytes = load->bytes[i];
        progress.all_bytes += bytes;
        progress.bytes += i < load->now ? bytes : 0;
    }
    if (load->loader.reader)
        progress.bytes += yaml_passed_bytes(load->loader.reader);
    return progress;
}

/* Errors but in the lists of units and tasks leave nothing that is worth proof-reading. */
static bool worth_checking(const struct load *load)
{
    const struct breakdown *b = load->loader.builder.b;
    return (b->units_faulty || b->tasks_faulty) && !load->outer_faulty && !load->loader.diags->unread;
}

static struct breakdown *end(struct load *load, bool for_check)
{
    bool faulty = load->loader.diags->errors_count > load->errors_before;
    bool whole = load->now == load->count;
    struct breakdown *b = NULL;
    if (load->loader.reader)
        yaml_reader_free(load->loader.reader);
    for (uint32_t i = load->now; i < load->count; i++)
        source_fini(&load->sources[i]);
    if (whole && (!faulty || (for_check && worth_checking(load))))
        b = builder_finish(&load->loader.builder);
    else
        builder_drop(&load->loader.builder);
    free(load->sources);
    free(load->bytes);
    free(load);
    return b;
}

struct breakdown *load_end(struct load *load)
{
    return end(load, false);
}

static struct breakdown *load_all(struct load *load, bool for_check)
{
    while (load && load_step(load, 1000))
        ;
    return load ? end(load, for_check) : NULL;
}

struct breakdown *breakdown_load(const struct source *sources, uint32_t count, struct diags *diags)
{
    struct source *copies = mem_array(count, sizeof *copies);
    for (uint32_t i = 0; i < count; i++)
        copies[i] =
            (struct source){ .path = sources[i].path, .content = sources[i].content, .stamp = sources[i].stamp };
    return load_all(load_new(copies, count, diags), false);
}

struct breakdown *breakdown_load_files(const char *const *paths, uint32_t count, struct diags *diags)
{
    return load_all(load_begin(paths, count, diags), false);
}

struct breakdown *breakdown_load_for_check(const char *const *paths, uint32_t count, struct diags *diags)
{
    return load_all(load_begin(paths, count, diags), true);
}
