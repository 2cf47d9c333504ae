/* SPDX-License-Identifier: MIT */
#include "breakdown/differ.h"

#include <stdlib.h>
#include <string.h>

#include "base/hurry.h"
#include "base/mem.h"

/* How a unit stands in a task: by new unit index, for the old and the new task. */
enum stand { STAND_NONE, STAND_SUPPORT, STAND_LEAD };

static uint32_t *no_indices(uint32_t count)
{
    uint32_t *indices = mem_array(count, sizeof *indices);
    for (uint32_t i = 0; i < count; i++)
        indices[i] = NO_IDX;
    return indices;
}

static struct text *texts_of(const struct breakdown *b, struct arena *arena)
{
    struct text *texts = mem_array(b->tasks_count, sizeof *texts);
    struct buf made = { 0 };
    for (uint32_t i = 0; i < b->tasks_count && !hurry_at(i); i++) {
        struct slice parts = b->tasks[i].parts;
        buf_clear(&made);
        for (uint32_t k = 0; parts.count > 1 && k < parts.count; k++)
            buf_text(&made, b->parts[parts.from + k].text);
        texts[i] = parts.count == 1 ? b->parts[parts.from].text : text_copy(arena, text_composed(buf_view(&made)));
    }
    buf_fini(&made);
    return texts;
}

/* The duties of a task as one slice: its parts follow each other. */
static struct slice duties_of(const struct breakdown *b, const struct task *task)
{
    struct slice duties = { 0, 0 };
    for (uint32_t i = 0; i < task->parts.count; i++) {
        struct slice more = b->parts[task->parts.from + i].duties;
        if (!duties.count)
            duties.from = more.from;
        duties.count += more.count;
    }
    return duties;
}

/* The strongest role of a unit in a task. */
static enum stand stand_of(const struct breakdown *b, struct slice duties, uint32_t unit_idx)
{
    enum stand stand = STAND_NONE;
    for (uint32_t i = 0; i < duties.count; i++) {
        const struct duty *duty = &b->duties[duties.from + i];
        enum stand now = duty->role == ROLE_LEAD ? STAND_LEAD : STAND_SUPPORT;
        if (duty->unit_idx == unit_idx && now > stand)
            stand = now;
    }
    return stand;
}

static bool first_naming(const struct breakdown *b, struct slice duties, uint32_t i)
{
    for (uint32_t k = 0; k < i; k++)
        if (b->duties[duties.from + k].unit_idx == b->duties[duties.from + i].unit_idx)
            return false;
    return true;
}

static bool same_duties(const struct differ *differ, const struct task *a, const struct task *b)
{
    struct slice old = duties_of(differ->old, a), new = duties_of(differ->new, b);
    if (old.count != new.count)
        return false;
    for (uint32_t i = 0; i < old.count; i++) {
        const struct duty *x = &differ->old->duties[old.from + i], *y = &differ->new->duties[new.from + i];
        if (differ->unit_to_new[x->unit_idx] != y->unit_idx || x->role != y->role ||
            x->part_idx - a->parts.from != y->part_idx - b->parts.from)
            return false;
    }
    return true;
}

static void add_unit(struct diff_task *out, struct diff_unit *units, enum diff_unit_kind kind, struct text name,
                     enum stand stand)
{
    units[out->units_count++] = (struct diff_unit){ kind, name, stand == STAND_LEAD ? ROLE_LEAD : ROLE_SUPPORT };
}

static void compare_units(struct differ *differ, const struct task *a, const struct task *b, struct diff_task *out)
{
    const struct breakdown *old = differ->old, *new = differ->new;
    if (same_duties(differ, a, b))
        return;
    struct slice before = duties_of(old, a), now = duties_of(new, b);
    struct diff_unit *units = arena_array(&differ->diff->arena, (size_t)before.count + now.count, sizeof *units);
    out->changes |= DIFF_UNITS;
    out->units = units;
    for (uint32_t i = 0; i < before.count; i++) {
        uint32_t unit_idx = old->duties[before.from + i].unit_idx, new_idx = differ->unit_to_new[unit_idx];
        if (first_naming(old, before, i) && (new_idx == NO_IDX || stand_of(new, now, new_idx) == STAND_NONE))
            add_unit(out, units, DIFF_UNIT_REMOVED, old->units[unit_idx].name, stand_of(old, before, unit_idx));
    }
    for (uint32_t i = 0; i < now.count; i++) {
        uint32_t unit_idx = new->duties[now.from + i].unit_idx, old_idx = differ->unit_to_old[unit_idx];
        if (!first_naming(new, now, i))
            continue;
        enum stand was = old_idx == NO_IDX ? STAND_NONE : stand_of(old, before, old_idx);
        enum stand is = stand_of(new, now, unit_idx);
        if (was == STAND_NONE)
            add_unit(out, units, DIFF_UNIT_ADDED, new->units[unit_idx].name, is);
        else if (was != is)
            add_unit(out, units, is == STAND_LEAD ? DIFF_UNIT_LEADS : DIFF_UNIT_SUPPORTS, new->units[unit_idx].name,
                     is);
    }
}

/* All labels (or notes, or wordings) of a task, to be compared at once. */
static void gather(const struct breakdown *b, const struct task *task, enum diff_change what, struct buf *out)
{
    buf_clear(out);
    for (uint32_t i = 0; i < task->parts.count; i++) {
        const struct part *part = &b->parts[task->parts.from + i];
        if (what == DIFF_LABEL)
            buf_text(out, part->label);
        if (what == DIFF_WORDING && part->wording_given)
            buf_text(out, part->wording);
        if (what == DIFF_WORDING && part->open_ended)
            buf_string(out, "\t");
        for (uint32_t k = 0; what == DIFF_NOTES && k < part->notes.count; k++) {
            buf_text(out, b->texts[part->notes.from + k]);
            buf_char(out, '\t');
        }
        buf_char(out, '\n');
    }
}

/* Renames units of the task in a text of its old form: a list that only names them anew has not changed. */
static void rename_units(const struct differ *differ, const struct task *task, struct buf *text)
{
    struct slice duties = duties_of(differ->old, task);
    struct buf renamed = { 0 };
    for (uint32_t i = 0; i < duties.count; i++) {
        uint32_t old_idx = differ->old->duties[duties.from + i].unit_idx, new_idx = differ->unit_to_new[old_idx];
        if (new_idx == NO_IDX || text_equal(differ->old->units[old_idx].name, differ->new->units[new_idx].name))
            continue;
        struct text was = differ->old->units[old_idx].name;
        struct span rest = buf_view(text);
        const char *found;
        buf_clear(&renamed);
        while ((found = memmem(rest.at, rest.bytes, was.at, was.bytes)) != NULL) {
            buf_add(&renamed, rest.at, (size_t)(found - rest.at));
            buf_text(&renamed, differ->new->units[new_idx].name);
            rest.bytes -= (size_t)(found - rest.at) + was.bytes;
            rest.at = found + was.bytes;
        }
        buf_span(&renamed, rest);
        buf_clear(text);
        buf_span(text, buf_view(&renamed));
    }
    buf_fini(&renamed);
}

static void compare_lists(struct differ *differ, const struct task *a, const struct task *b, struct diff_task *out)
{
    static const enum diff_change whats[] = { DIFF_LABEL, DIFF_NOTES, DIFF_WORDING };
    struct buf old = { 0 }, new = { 0 };
    for (size_t i = 0; i < sizeof whats / sizeof *whats; i++) {
        gather(differ->old, a, whats[i], &old);
        gather(differ->new, b, whats[i], &new);
        if (whats[i] == DIFF_WORDING)
            rename_units(differ, a, &old);
        /* Other units are other words: that is said already. */
        if (!span_equal(buf_view(&old), buf_view(&new)) && !(whats[i] == DIFF_WORDING && out->changes & DIFF_UNITS))
            out->changes |= whats[i];
    }
    buf_fini(&old);
    buf_fini(&new);
}

static struct diff_task compare_tasks(struct differ *differ, uint32_t old_idx, uint32_t new_idx)
{
    const struct task *a = &differ->old->tasks[old_idx], *b = &differ->new->tasks[new_idx];
    struct diff_task out = { .old_task_idx = old_idx, .new_task_idx = new_idx };
    if (differ->section_to_new[a->section_idx] != b->section_idx || a->no != b->no)
        out.changes |= DIFF_MOVED;
    if (!text_equal(differ->old_texts[old_idx], differ->new_texts[new_idx])) {
        out.changes |= DIFF_REWORDED;
        out.words_count =
            diff_words(&differ->diff->arena, differ->old_texts[old_idx], differ->new_texts[new_idx], &out.words);
    }
    compare_units(differ, a, b, &out);
    compare_lists(differ, a, b, &out);
    if (!text_equal(a->due, b->due) || !text_equal(a->leader, b->leader) || !text_equal(a->contact, b->contact))
        out.changes |= DIFF_FIELDS;
    out.kind = out.changes ? DIFF_CHANGED : DIFF_SAME;
    return out;
}

/* Puts the removed tasks that stood behind old task `after` (NO_IDX: before all) behind its counterpart. */
static void add_removed(struct differ *differ, uint32_t after)
{
    struct diff *diff = differ->diff;
    uint32_t i = after == NO_IDX ? differ->old_tasks.from : after + 1, end = slice_end(differ->old_tasks);
    for (; i < end && differ->task_to_new[i] == NO_IDX; i++) {
        diff->tasks[diff->tasks_count++] =
            (struct diff_task){ .kind = DIFF_REMOVED, .old_task_idx = i, .new_task_idx = NO_IDX };
        diff->removed_count++;
    }
}

static void compare_all(struct differ *differ)
{
    struct diff *diff = differ->diff;
    diff->tasks = mem_array((size_t)differ->old_tasks.count + differ->new_tasks.count, sizeof *diff->tasks);
    add_removed(differ, NO_IDX);
    for (uint32_t i = differ->new_tasks.from; i < slice_end(differ->new_tasks) && !hurry_at(i); i++) {
        uint32_t old_idx = differ->task_to_old[i];
        if (old_idx == NO_IDX) {
            diff->tasks[diff->tasks_count++] =
                (struct diff_task){ .kind = DIFF_ADDED, .old_task_idx = NO_IDX, .new_task_idx = i };
            diff->added_count++;
            continue;
        }
        struct diff_task task = compare_tasks(differ, old_idx, i);
        if (task.kind == DIFF_CHANGED)
            diff->tasks[diff->tasks_count++] = task;
        diff->changed_count += task.kind == DIFF_CHANGED;
        diff->same_count += task.kind == DIFF_SAME;
        add_removed(differ, old_idx);
    }
}

/* The sections of volumes, and the tasks of sections: each stands behind the one before. */
static struct slice sections_of(const struct breakdown *b, struct slice volumes)
{
    struct slice sections = { 0, 0 };
    for (uint32_t i = volumes.from; i < slice_end(volumes); i++) {
        if (!sections.count)
            sections.from = b->volumes[i].sections.from;
        sections.count += b->volumes[i].sections.count;
    }
    return sections;
}

static struct slice tasks_of(const struct breakdown *b, struct slice sections)
{
    struct slice tasks = { 0, 0 };
    for (uint32_t i = sections.from; i < slice_end(sections); i++) {
        if (!tasks.count)
            tasks.from = b->sections[i].tasks.from;
        tasks.count += b->sections[i].tasks.count;
    }
    return tasks;
}

static struct diff *compare(const struct breakdown *old, struct slice old_volumes, const struct breakdown *new,
                            struct slice new_volumes)
{
    struct diff *diff = mem_array(1, sizeof *diff);
    diff->old_volumes = old_volumes;
    diff->new_volumes = new_volumes;
    struct differ differ = { .old = old,
                             .new = new,
                             .diff = diff,
                             .unit_to_new = no_indices(old->units_count),
                             .unit_to_old = no_indices(new->units_count),
                             .section_to_new = no_indices(old->sections_count),
                             .section_to_old = no_indices(new->sections_count),
                             .task_to_new = no_indices(old->tasks_count),
                             .task_to_old = no_indices(new->tasks_count),
                             .old_texts = texts_of(old, &diff->arena),
                             .new_texts = texts_of(new, &diff->arena) };
    differ.old_sections = sections_of(old, old_volumes);
    differ.new_sections = sections_of(new, new_volumes);
    differ.old_tasks = tasks_of(old, differ.old_sections);
    differ.new_tasks = tasks_of(new, differ.new_sections);
    diff_match_units(&differ);
    diff_match_sections(&differ);
    diff_match_tasks(&differ);
    compare_all(&differ);
    free(differ.unit_to_new);
    free(differ.unit_to_old);
    free(differ.section_to_new);
    free(differ.section_to_old);
    free(differ.task_to_new);
    free(differ.task_to_old);
    free(differ.old_texts);
    free(differ.new_texts);
    return diff;
}

struct diff *diff_new(const struct breakdown *old, const struct breakdown *new)
{
    return compare(old, (struct slice){ 0, old->volumes_count }, new, (struct slice){ 0, new->volumes_count });
}

struct diff *diff_new_volumes(const struct breakdown *b, uint32_t old_volume_idx, uint32_t new_volume_idx)
{
    return compare(b, (struct slice){ old_volume_idx, 1 }, b, (struct slice){ new_volume_idx, 1 });
}

void diff_free(struct diff *diff)
{
    if (!diff)
        return;
    free(diff->tasks);
    free(diff->registry);
    free(diff->sections);
    arena_fini(&diff->arena);
    free(diff);
}

bool diff_empty(const struct diff *diff)
{
    return !diff->document && !diff->tasks_count && !diff->registry_count && !diff->sections_count;
}
