/* SPDX-License-Identifier: MIT */
/* Changes as a table: a line a change, with what it is in either year. */
#include "command/diff.h"
#include "command/out.h"

/* One side of a change. */
struct tsv_side {
    struct text name; /* a task's id, a heading, a unit; empty where there is none */
    struct buf value;
};

static void put_row(struct table *table, const char *what, const char *change, struct tsv_side *old,
                    struct tsv_side *new)
{
    table_cell(table, text_of(what));
    table_cell(table, text_of(change));
    table_id(table, old->name);
    table_id(table, new->name);
    table_cell(table, text_composed(buf_view(&old->value)));
    table_cell(table, text_composed(buf_view(&new->value)));
    table_end(table);
    buf_clear(&old->value);
    buf_clear(&new->value);
}

static void put_roles(const struct breakdown *b, const struct part *part, struct buf *out)
{
    size_t before = out->bytes;
    for (enum role role = ROLE_LEAD; role <= ROLE_SUPPORT; role++) {
        struct text name = role_name(role);
        if (!part_role_count(b, part, role))
            continue;
        buf_printf(out, "%s%.*s：", out->bytes > before ? "；" : "", TEXT_ARG(name));
        part_names(b, part, role, out);
    }
}

/* What a task says of what changed; its parts one after the other. */
static void put_part(const struct breakdown *b, const struct part *part, unsigned change, struct buf *out)
{
    switch (change) {
    case DIFF_UNITS:
        put_roles(b, part, out);
        break;
    case DIFF_LABEL:
        buf_text(out, part->label);
        break;
    case DIFF_NOTES:
        texts_join(b, part->notes, "；", out);
        break;
    case DIFF_WORDING:
        part_wording(b, part, out);
        break;
    default:
        buf_text(out, part->text);
    }
}

static void put_task(const struct breakdown *b, const struct task *task, unsigned change, struct buf *out)
{
    const struct text fields[] = { task->due, task->leader, task->contact };
    if (change == DIFF_MOVED) {
        buf_text(out, task_section(b, task)->heading);
    } else if (change == DIFF_FIELDS) {
        for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
            buf_string(out, i ? "；" : "");
            buf_text(out, fields[i]);
        }
    } else {
        for (uint32_t i = 0; i < task->parts.count; i++) {
            buf_string(out, i && change && change != DIFF_REWORDED ? " / " : "");
            put_part(b, &b->parts[task->parts.from + i], change, out);
        }
    }
}

static void put_tasks(struct table *table, const struct comparison *c)
{
    struct tsv_side old = { 0 }, new = { 0 };
    for (uint32_t i = 0; i < c->diff->tasks_count; i++) {
        const struct diff_task *change = &c->diff->tasks[i];
        const struct task *before = change->old_task_idx == NO_IDX ? NULL : &c->old->tasks[change->old_task_idx];
        const struct task *now = change->new_task_idx == NO_IDX ? NULL : &c->new->tasks[change->new_task_idx];
        old.name = before ? before->id : TEXT("");
        new.name = now ? now->id : TEXT("");
        if (change->kind != DIFF_CHANGED) {
            if (before)
                put_task(c->old, before, 0, &old.value);
            if (now)
                put_task(c->new, now, 0, &new.value);
            put_row(table, "task", diff_kind_words[change->kind], &old, &new);
        }
        for (unsigned bit = 0; bit < DIFF_CHANGES_COUNT; bit++) {
            if (!(change->changes >> bit & 1) || !before || !now)
                continue;
            put_task(c->old, before, 1u << bit, &old.value);
            put_task(c->new, now, 1u << bit, &new.value);
            put_row(table, "task", diff_change_words[bit], &old, &new);
        }
    }
    buf_fini(&old.value);
    buf_fini(&new.value);
}

static void put_volume(const struct breakdown *b, unsigned change, struct buf *out)
{
    const struct volume *volume = b->volumes_count ? &b->volumes[0] : NULL;
    if (change == DIFF_VOLUMES)
        buf_number(out, b->volumes_count);
    else if (volume && change == DIFF_YEAR)
        buf_number(out, (uint64_t)volume->year);
    else if (volume)
        buf_text(out, change == DIFF_TITLE    ? volume->title
                      : change == DIFF_ISSUER ? volume->issuer
                                              : volume->lead_rule);
}

static void put_unit(const struct breakdown *b, const struct unit *unit, enum diff_registry_kind kind, struct buf *out)
{
    switch (kind) {
    case DIFF_REGISTRY_FULL:
        buf_text(out, unit->full);
        break;
    case DIFF_REGISTRY_ALIASES:
        texts_join(b, unit->aliases, "、", out);
        break;
    case DIFF_REGISTRY_KIND:
        buf_string(out, unit_kind_word(unit->kind));
        if (unit->coverage != COVERAGE_NONE)
            buf_printf(out, " %s%s", coverage_word(unit->coverage), unit->others ? " others" : "");
        break;
    case DIFF_REGISTRY_MEMBERS:
        unit_member_names(b, unit, out);
        break;
    default:
        buf_text(out, unit->name);
    }
}

static void put_registry(struct table *table, const struct comparison *c)
{
    struct tsv_side old = { 0 }, new = { 0 };
    for (uint32_t i = 0; i < c->diff->registry_count; i++) {
        const struct diff_registry *change = &c->diff->registry[i];
        const struct unit *before = change->old_unit_idx == NO_IDX ? NULL : &c->old->units[change->old_unit_idx];
        const struct unit *now = change->new_unit_idx == NO_IDX ? NULL : &c->new->units[change->new_unit_idx];
        old.name = before ? before->name : TEXT("");
        new.name = now ? now->name : TEXT("");
        if (before)
            put_unit(c->old, before, change->kind, &old.value);
        if (now)
            put_unit(c->new, now, change->kind, &new.value);
        put_row(table, "unit", diff_registry_words[change->kind], &old, &new);
    }
    buf_fini(&old.value);
    buf_fini(&new.value);
}

void diff_tsv(struct job *job, const struct comparison *c)
{
    static const char *const head[] = { "what", "change", "old", "new", "old_value", "new_value", NULL };
    const struct diff *diff = c->diff;
    struct table table = out_table(job, TABLE_TSV);
    struct tsv_side old = { 0 }, new = { 0 };
    if (diff_empty(diff))
        return;
    table_head(&table, head);
    for (unsigned bit = 0; bit < DIFF_DOCUMENTS_COUNT; bit++) {
        if (!(diff->document >> bit & 1))
            continue;
        put_volume(c->old, 1u << bit, &old.value);
        put_volume(c->new, 1u << bit, &new.value);
        put_row(&table, "document", diff_document_words[bit], &old, &new);
    }
    for (uint32_t i = 0; i < diff->sections_count; i++) {
        const struct diff_section *change = &diff->sections[i];
        const bool before = change->old_section_idx != NO_IDX, now = change->new_section_idx != NO_IDX;
        old.name = before ? c->old->sections[change->old_section_idx].id : TEXT("");
        new.name = now ? c->new->sections[change->new_section_idx].id : TEXT("");
        if (before)
            buf_text(&old.value, c->old->sections[change->old_section_idx].heading);
        if (now)
            buf_text(&new.value, c->new->sections[change->new_section_idx].heading);
        put_row(&table, "section", diff_kind_words[change->kind], &old, &new);
    }
    put_tasks(&table, c);
    put_registry(&table, c);
    buf_fini(&old.value);
    buf_fini(&new.value);
}
