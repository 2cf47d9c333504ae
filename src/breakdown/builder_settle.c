/* SPDX-License-Identifier: MIT */
/* What needs more of the breakdown than the thing last added: names of volumes, ids, the registry's order, members. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/size.h"
#include "breakdown/builder.h"
#include "breakdown/repeats.h"
#include "wording/number.h"

static struct text keep_scratch(struct builder *builder)
{
    return builder_keep(builder, text_composed(buf_view(&builder->scratch)));
}

static bool volume_name_taken(const struct breakdown *b, uint32_t volume_idx, int attempt, struct text name)
{
    const struct volume *volume = &b->volumes[volume_idx];
    for (uint32_t k = 0; k < b->volumes_count; k++) {
        if (k != volume_idx && attempt == 0 && volume->year && volume->year == b->volumes[k].year)
            return true;
        if (k < volume_idx && text_equal(b->volumes[k].name, name))
            return true;
    }
    return false;
}

/* The year, or what else tells the volumes apart, shortest first. */
static void name_volume(struct builder *builder, uint32_t volume_idx)
{
    struct volume *volume = &builder->b->volumes[volume_idx];
    struct buf *made = &builder->scratch;
    for (int attempt = 0;; attempt++) {
        buf_clear(made);
        if (volume->year)
            buf_printf(made, "%d", volume->year);
        if (!volume->year || attempt >= 1) {
            buf_string(made, volume->year ? "·" : "");
            buf_text(made, text_empty(volume->issuer) ? volume->title : volume->issuer);
        }
        if (attempt >= 2)
            buf_printf(made, "#%d", attempt);
        struct text name = text_composed(buf_view(made));
        if (volume_name_taken(builder->b, volume_idx, attempt, name))
            continue;
        if (!text_equal(volume->name, name))
            volume->name = keep_scratch(builder);
        return;
    }
}

/* Do the printed numbers of a volume's sections (一, 二, 四) tell them apart?  Then they are the ids; else ordinals. */
static bool numbers_distinct(const struct breakdown *b, const struct volume *volume)
{
    unsigned before = 0;
    for (uint32_t i = 0; i < volume->sections.count; i++) {
        const struct section *section = &b->sections[volume->sections.from + i];
        unsigned number = number_of(section->no);
        if (section->kind == SECTION_LIVELIHOOD)
            continue;
        if (number <= before)
            return false;
        before = number;
    }
    return true;
}

/* The ids of a volume's sections; those that differ from what they were have tasks that need new ones, too. */
static void identify_sections(struct builder *builder, const struct volume *volume, uint32_t *tasks_from)
{
    unsigned ordinal = 0, livelihoods = 0;
    bool printed = numbers_distinct(builder->b, volume);
    for (uint32_t i = 0; i < volume->sections.count; i++) {
        struct section *section = &builder->b->sections[volume->sections.from + i];
        struct buf *made = &builder->scratch;
        buf_clear(made);
        if (section->kind != SECTION_LIVELIHOOD)
            buf_number(made, printed ? number_of(section->no) : ++ordinal);
        else if (++livelihoods == 1)
            buf_string(made, "m");
        else
            buf_printf(made, "m%u", livelihoods);
        if (text_equal(section->id, text_composed(buf_view(made))))
            continue;
        section->id = keep_scratch(builder);
        if (section->tasks.from < *tasks_from)
            *tasks_from = section->tasks.from;
    }
}

/* How often each number of the section came up to here: 1 for a first time.  NULL when each came once. */
static uint32_t *count_turns(const struct breakdown *b, const struct section *section)
{
    const struct task *tasks = b->tasks + section->tasks.from;
    uint32_t rising = section->tasks.count ? 1 : 0;
    while (rising < section->tasks.count && tasks[rising].no > tasks[rising - 1].no)
        rising++;
    if (rising == section->tasks.count)
        return NULL;
    uint32_t *turns = mem_array(section->tasks.count, sizeof *turns);
    repeats_find(b, section, turns);
    for (uint32_t i = 0; i < section->tasks.count; i++)
        turns[i] = turns[i] == NO_IDX ? 1 : turns[turns[i]] + 1;
    return turns;
}

static void identify_task(struct builder *builder, struct task *task, uint32_t turn)
{
    struct breakdown *b = builder->b;
    struct buf *made = &builder->scratch;
    const struct section *section = &b->sections[task->section_idx];
    buf_clear(made);
    if (b->volumes_count > 1) {
        buf_text(made, b->volumes[section->volume_idx].name);
        buf_char(made, ':');
    }
    buf_text(made, section->id);
    buf_char(made, '.');
    buf_number(made, (uint64_t)task->no);
    if (turn > 1)
        buf_printf(made, "#%u", (unsigned)turn);
    task->id = keep_scratch(builder);
    size_t task_id_bytes = made->bytes;
    for (uint32_t k = 0; k < task->parts.count; k++) {
        struct part *part = &b->parts[task->parts.from + k];
        part->id = task->id;
        part->livelihood = section->kind == SECTION_LIVELIHOOD;
        if (task->parts.count == 1)
            continue;
        made->bytes = task_id_bytes;
        buf_char(made, '.');
        buf_number(made, k + UINT64_C(1));
        part->id = keep_scratch(builder);
    }
}

static void identify_tasks(struct builder *builder, uint32_t tasks_from)
{
    struct breakdown *b = builder->b;
    for (uint32_t i = tasks_from; i < b->tasks_count;) {
        const struct section *section = &b->sections[b->tasks[i].section_idx];
        uint32_t *turns = count_turns(b, section);
        for (; i < section->tasks.from + section->tasks.count; i++)
            identify_task(builder, &b->tasks[i], turns ? turns[i - section->tasks.from] : 1);
        free(turns);
    }
}

/* Names of volumes stand in ids as soon as there are two, so a change of one renews them all. */
static void identify(struct builder *builder)
{
    struct breakdown *b = builder->b;
    uint32_t tasks_from = builder->tasks_settled;
    for (uint32_t i = 0; i < b->volumes_count; i++) {
        struct text before = b->volumes[i].name;
        name_volume(builder, i);
        if (b->volumes_count > 1 && (!text_equal(before, b->volumes[i].name) || builder->volumes_settled == 1))
            tasks_from = 0;
        identify_sections(builder, &b->volumes[i], &tasks_from);
    }
    identify_tasks(builder, tasks_from);
    builder->tasks_settled = b->tasks_count;
    builder->volumes_settled = b->volumes_count;
}

bool builder_settle(struct builder *builder)
{
    identify(builder);
    return builder_expand(builder);
}

/* ---- the registry's order ---- */

static void warn_alias(struct builder *builder, uint32_t volume_idx, struct mark mark, struct text used,
                       uint32_t unit_idx)
{
    const struct unit *meant = &builder->b->units[unit_idx];
    struct place place = { builder->b->volumes[volume_idx].path, mark.line_no, mark.col_no };
    if (mark.line_no && builder->diags)
        diag_warning(builder->diags, place, _("“%.*s”是“%.*s”的%s：名单里请写“%.*s”，原文可记在 wording"),
                     TEXT_ARG(used), TEXT_ARG(meant->name), text_equal(used, meant->full) ? _("全称") : _("别称"),
                     TEXT_ARG(meant->name));
}

/*
 * Lists that name a unit by an alias mean that unit, but they should say its name.  Done when all names are known: a
 * later registry may have a unit of that very name.
 */
static void redirect_aliases(struct builder *builder, uint32_t *meant)
{
    struct breakdown *b = builder->b;
    bool any = false;
    for (uint32_t i = 0; i < b->units_count; i++) {
        struct name *name = &b->names.items[names_find(&b->names, text_span(b->units[i].name))];
        bool alias = b->units[i].undefined && name->other_idx != NO_IDX;
        meant[i] = alias ? name->other_idx : i;
        if (alias)
            name->unit_idx = NO_IDX;
        any = any || alias;
    }
    for (uint32_t i = 0; any && i < b->parts_count; i++) {
        struct part *part = &b->parts[i];
        for (uint32_t k = 0; k < part->duties.count; k++) {
            struct duty *duty = &b->duties[part->duties.from + k];
            if (meant[duty->unit_idx] == duty->unit_idx)
                continue;
            warn_alias(builder, b->sections[b->tasks[part->task_idx].section_idx].volume_idx,
                       mark_near(part->mark, duty->at), b->units[duty->unit_idx].name, meant[duty->unit_idx]);
            duty->unit_idx = meant[duty->unit_idx] & UNIT_IDX_MAX;
        }
    }
}

/* Units in the registry's order, those that no registry has behind them; who is meant by an alias is gone. */
static void order_units(struct builder *builder, const struct unit *old, const uint32_t *meant, uint32_t *now)
{
    struct breakdown *b = builder->b;
    uint32_t count = 0;
    for (uint32_t i = 0; i < builder->registered_count; i++) {
        now[builder->registered[i]] = count;
        b->units[count++] = old[builder->registered[i]];
    }
    for (uint32_t i = 0; i < b->units_count; i++)
        if (old[i].undefined && meant[i] == i) {
            now[i] = count;
            b->units[count++] = old[i];
        }
    b->units_count = count;
}

static void redirect_members(struct builder *builder, const uint32_t *meant)
{
    struct breakdown *b = builder->b;
    for (uint32_t i = 0; i < b->units_count; i++)
        for (uint32_t k = 0; k < b->units[i].members_given.count; k++) {
            uint32_t at = b->units[i].members_given.from + k, named = b->members[at];
            if (meant[named] != named)
                warn_alias(builder, b->units[i].volume_idx, builder->member_marks[at], b->units[named].name,
                           meant[named]);
            b->members[at] = meant[named];
        }
}

static uint32_t moved(const uint32_t *now, uint32_t unit_idx)
{
    return unit_idx == NO_IDX ? NO_IDX : now[unit_idx];
}

static void settle_units(struct builder *builder)
{
    struct breakdown *b = builder->b;
    uint32_t *meant = mem_array(b->units_count, sizeof *meant), *now = mem_array(b->units_count, sizeof *now);
    struct unit *old = mem_array(b->units_count, sizeof *old);
    redirect_aliases(builder, meant);
    redirect_members(builder, meant);
    if (b->units_count)
        memcpy(old, b->units, b->units_count * sizeof *old);
    order_units(builder, old, meant, now);
    for (uint32_t i = 0; i < b->duties_count; i++)
        b->duties[i].unit_idx = now[b->duties[i].unit_idx] & UNIT_IDX_MAX;
    for (uint32_t i = 0; i < builder->members_listed; i++)
        b->members[i] = now[b->members[i]];
    for (uint32_t i = 0; i < b->names.count; i++) {
        b->names.items[i].unit_idx = moved(now, b->names.items[i].unit_idx);
        b->names.items[i].other_idx = moved(now, b->names.items[i].other_idx);
    }
    /* A wording may begin with an alias that was not known yet. */
    for (uint32_t i = 0; i < b->parts_count; i++)
        if (!b->parts[i].lead_bytes)
            builder_lead(builder, &b->parts[i]);
    free(meant);
    free(now);
    free(old);
}

/* Does the registry stand in its order, with nothing behind it that an alias may have meant? */
static bool units_settled(const struct builder *builder)
{
    if (builder->registered_count < builder->b->units_count)
        return false;
    for (uint32_t i = 0; i < builder->registered_count; i++)
        if (builder->registered[i] != i)
            return false;
    return true;
}

struct breakdown *builder_finish(struct builder *builder)
{
    if (!units_settled(builder))
        settle_units(builder);
    if (!builder_settle(builder))
        return NULL;
    struct breakdown *b = builder->b;
    builder->b = NULL;
    builder_drop(builder);
    return b;
}
