/* SPDX-License-Identifier: MIT */
#include "format/load.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/fault.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "format/loader.h"
#include "format/yaml_slip.h"

enum { FORMAT = 1 };

static void begin_volume(struct loader *loader, const struct source *source)
{
    builder_volume(&loader->builder, source->path)->stamp = source->stamp;
    loader->file = source->path;
    loader->reader = yaml_reader_new(source->content, source->path, loader->diags);
    loader->at = LOAD_START;
    loader->units_no = loader->sections_no = loader->tasks_no = 0;
}

static const char no_breakdown[] =
    N_("不是责任分解文件：开头应当是“format: 1”“title: 标题”这样的键，格式见 fengong-breakdown(5)；"
       "通知的原文先用 fengong import 转换");

static void start(struct loader *loader)
{
    struct yaml_node node = yaml_next(loader->reader);
    loader->at = LOAD_DONE;
    if (node.kind == YAML_MAP) {
        loader->root = map_begin(MAP_DOCUMENT, node.mark);
        loader->at = LOAD_ROOT;
    } else if (node.kind == YAML_STOP && !yaml_broken(loader->reader)) {
        diag_error(loader->diags, (struct place){ loader->file, 1, 1 },
                   _("文件里只有注释：请写入责任分解，格式见 fengong-breakdown(5)"));
    } else if (node.kind != YAML_STOP && !node.refused) {
        struct buf hint = { 0 };
        if (node.kind != YAML_SCALAR || !node.plain || !yaml_slip_colon(node.value, true, &hint))
            buf_string(&hint, _(no_breakdown));
        diag_error(loader->diags, load_place(loader, node.mark), "%.*s", (int)hint.bytes, hint.at);
        buf_fini(&hint);
    }
}

/* What a file must have, once all its keys are read. */
static void end_root(struct loader *loader)
{
    const struct map *map = &loader->root;
    loader->at = LOAD_DONE;
    if (yaml_broken(loader->reader))
        return;
    struct place place = load_place(loader, map->mark);
    if (map->first < 0 && !map->misspelt) {
        diag_error(loader->diags, place, "%s", _(no_breakdown));
        return;
    }
    if (map_lacks(map, DOCUMENT_FORMAT))
        diag_warning(loader->diags, place, _("缺少 format：请在开头写一行“format: 1”"));
    if (map_lacks(map, DOCUMENT_TITLE))
        diag_error(loader->diags, place, _("缺少 title：请补上责任分解的标题"));
    if (map_lacks(map, DOCUMENT_SECTIONS))
        diag_error(loader->diags, place, _("缺少 sections：请补上各部分及其任务"));
}

static void step_root(struct loader *loader)
{
    struct volume *volume = &loader->builder.b->volumes[loader->builder.b->volumes_count - 1];
    struct yaml_node value;
    int key = map_next(loader, &loader->root, &value);
    const char *word = key < 0 ? NULL : keys_word(MAP_DOCUMENT, key);
    int number = 0;
    switch (key) {
    case DOCUMENT_FORMAT:
        if (take_number(loader, value, word, &number) && number != FORMAT)
            diag_error(loader->diags, load_place(loader, value.mark),
                       _("文件的格式是第%d版，本程序只认第%d版：请升级程序"), number, (int)FORMAT);
        break;
    case DOCUMENT_TITLE:
        volume->title = take_text(loader, value, word);
        volume->title_mark = value.mark;
        if (volume->title.at && text_empty(volume->title))
            diag_error(loader->diags, load_place(loader, value.mark), _("title 是空的：请补上责任分解的标题"));
        break;
    case DOCUMENT_ISSUER:
        volume->issuer = take_said(loader, value, word);
        break;
    case DOCUMENT_YEAR:
        take_number(loader, value, word, &volume->year);
        break;
    case DOCUMENT_LEAD_RULE:
        volume->lead_rule = take_said(loader, value, word);
        break;
    case DOCUMENT_UNITS:
        if (take_list_begin(loader, value, word))
            loader->at = LOAD_UNITS;
        break;
    case DOCUMENT_SECTIONS:
        if (take_list_begin(loader, value, word))
            loader->at = LOAD_SECTIONS;
        break;
    default:
        end_root(loader);
    }
}

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
        start(loader);
        break;
    case LOAD_ROOT:
        step_root(loader);
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

/* All steps of one file; returns false when there were errors elsewhere than in its units and sections. */
static bool load_steps(struct loader *loader)
{
    bool outer = true;
    for (;;) {
        enum load_at at = loader->at;
        size_t errors_before = loader->diags->errors_count;
        if (!step(loader))
            return outer;
        if (loader->diags->errors_count == errors_before)
            continue;
        bool units = at == LOAD_UNITS, tasks = at == LOAD_TASKS || at == LOAD_SECTION || at == LOAD_SECTIONS;
        outer = outer && (units || tasks);
        loader->builder.b->units_faulty = loader->builder.b->units_faulty || units;
        loader->builder.b->tasks_faulty = loader->builder.b->tasks_faulty || tasks;
    }
}

/* Errors but in the lists of units and tasks leave nothing that is worth proof-reading. */
static bool worth_checking(const struct loader *loader)
{
    bool lists = loader->builder.b->units_faulty || loader->builder.b->tasks_faulty;
    return lists && !loader->outer_faulty && !loader->diags->unread;
}

static struct breakdown *load(const struct source *sources, uint32_t count, struct diags *diags, bool for_check)
{
    size_t errors_before = diags->errors_count;
    struct loader loader = { .diags = diags };
    builder_init(&loader.builder, diags);
    for (uint32_t i = 0; i < count; i++) {
        begin_volume(&loader, &sources[i]);
        loader.outer_faulty = !load_steps(&loader) || loader.outer_faulty;
        /* A second document or a fault behind the root's end is still to be found. */
        while (yaml_next(loader.reader).kind != YAML_STOP && loader.root.begun && !yaml_broken(loader.reader))
            ;
        diags->unread = diags->unread || yaml_broken(loader.reader);
        yaml_reader_free(loader.reader);
    }
    bool faulty = diags->errors_count > errors_before;
    if (!faulty || (for_check && worth_checking(&loader)))
        return builder_finish(&loader.builder);
    builder_drop(&loader.builder);
    return NULL;
}

struct breakdown *breakdown_load(const struct source *sources, uint32_t count, struct diags *diags)
{
    return load(sources, count, diags, false);
}

static void report_unread(const char *path, int fault, struct diags *diags)
{
    diag_error(diags, (struct place){ path, 0, 0 }, "%s", fault_reading(fault));
}

static struct breakdown *load_files(const char *const *paths, uint32_t count, struct diags *diags, bool for_check)
{
    struct buf *contents = mem_array(count, sizeof *contents);
    struct source *sources = mem_array(count, sizeof *sources);
    bool all_read = true;
    for (uint32_t i = 0; i < count; i++) {
        sources[i].path = paths[i];
        if (file_read(paths[i], &contents[i], &sources[i].stamp) < 0) {
            report_unread(paths[i], errno, diags);
            diags->unread = true;
            all_read = false;
        }
        sources[i].content = buf_view(&contents[i]);
    }
    struct breakdown *b = NULL;
    if (all_read)
        b = load(sources, count, diags, for_check);
    for (uint32_t i = 0; i < count; i++)
        buf_fini(&contents[i]);
    free(contents);
    free(sources);
    return b;
}

struct breakdown *breakdown_load_files(const char *const *paths, uint32_t count, struct diags *diags)
{
    return load_files(paths, count, diags, false);
}

struct breakdown *breakdown_load_for_check(const char *const *paths, uint32_t count, struct diags *diags)
{
    return load_files(paths, count, diags, true);
}
