/* SPDX-License-Identifier: MIT */
/*
 * What has been read so far.  Tasks, parts, duties and texts only become more, so a view shares them with the builder
 * and has a count of its own; what is changed while it grows (the sections' counts, the registry) it has a copy of.
 * That is a small part, and a view is made seldom.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "format/loading.h"

static void *copy_of(const void *at, size_t count, size_t size)
{
    void *copy = mem_array(count, size);
    if (count)
        memcpy(copy, at, count * size);
    return copy;
}

static void view_fini(struct breakdown *view)
{
    free(view->volumes);
    free(view->sections);
    free(view->units);
    free(view->members);
    names_fini(&view->names);
    *view = (struct breakdown){ 0 };
}

static void view_init(struct breakdown *view, const struct breakdown *b)
{
    *view = *b;
    view->volumes = copy_of(b->volumes, b->volumes_count, sizeof *b->volumes);
    view->sections = copy_of(b->sections, b->sections_count, sizeof *b->sections);
    view->units = copy_of(b->units, b->units_count, sizeof *b->units);
    view->members = copy_of(b->members, b->members_count, sizeof *b->members);
    view->names.items = copy_of(b->names.items, b->names.count, sizeof *b->names.items);
    view->names.slots = copy_of(b->names.slots, b->names.slots_count, sizeof *b->names.slots);
    view->names.cap = b->names.count;
}

/* Leaves so many tasks, and the sections up to the last of them. */
static void cut(struct breakdown *view, uint32_t tasks_count)
{
    if (tasks_count >= view->tasks_count)
        return;
    struct slice parts = view->tasks[tasks_count].parts;
    if (parts.count)
        view->duties_count = view->parts[parts.from].duties.from;
    view->parts_count = parts.from;
    view->tasks_count = tasks_count;
    for (uint32_t i = view->sections_count; i-- > 0;) {
        struct section *section = &view->sections[i];
        if (section->tasks.from <= tasks_count) {
            section->tasks.count = tasks_count - section->tasks.from;
            break;
        }
        view->volumes[section->volume_idx].sections.count--;
        view->sections_count--;
    }
}

const struct breakdown *load_view(struct load *load)
{
    struct builder *builder = &load->loader.builder;
    if (!builder->b || !builder->b->volumes_count || !builder_settle(builder))
        return NULL;
    struct breakdown *view = &load->views[load->views_made++ % 2];
    view_fini(view);
    view_init(view, builder->b);
    cut(view, load->sound_tasks);
    load_view_follow(load);
    return view;
}

void load_view_follow(struct load *load)
{
    const struct breakdown *b = load->loader.builder.b;
    for (int i = 0; b && i < 2; i++) {
        load->views[i].tasks = b->tasks;
        load->views[i].parts = b->parts;
        load->views[i].duties = b->duties;
        load->views[i].texts = b->texts;
    }
}

void load_views_fini(struct load *load)
{
    view_fini(&load->views[0]);
    view_fini(&load->views[1]);
}
