/* SPDX-License-Identifier: MIT */
#include "sheet/json.h"

#include "breakdown/key.h"

struct json json_answer(struct buf *out)
{
    struct json json = { .out = out };
    json_object(&json, NULL);
    json_number(&json, "format", JSON_FORMAT);
    return json;
}

/* A list of texts of the breakdown. */
static void put_texts(struct json *json, const char *key, const struct breakdown *b, struct slice slice)
{
    json_array(json, key);
    for (uint32_t i = 0; i < slice.count; i++)
        json_text(json, NULL, b->texts[slice.from + i]);
    json_close(json);
}

static void put_role(struct json *json, const char *key, const struct breakdown *b, const struct part *part,
                     enum role role)
{
    json_array(json, key);
    for (uint32_t i = 0; i < part->duties.count; i++) {
        const struct duty *duty = &b->duties[part->duties.from + i];
        if (duty->role == role)
            json_text(json, NULL, b->units[duty->unit_idx].name);
    }
    json_close(json);
}

/* With the key of a task that has no other part, which is the part's. */
static void put_part(struct json *json, const struct breakdown *b, const struct part *part, struct task_key key)
{
    struct buf wording = { 0 };
    json_text(json, "id", part->id);
    json_word(json, "key", key.text);
    json_text(json, "text", part->text);
    json_text_or_null(json, "label", part->label);
    part_wording(b, part, &wording);
    json_text(json, "wording", text_composed(buf_view(&wording)));
    buf_fini(&wording);
    put_texts(json, "notes", b, part->notes);
    json_flag(json, "open_ended", part->open_ended);
    put_role(json, "lead", b, part, ROLE_LEAD);
    put_role(json, "support", b, part, ROLE_SUPPORT);
}

void json_part(struct json *json, const struct breakdown *b, const struct part *part)
{
    put_part(json, b, part, part_key(b, (uint32_t)(part - b->parts)));
}

void json_task(struct json *json, const struct breakdown *b, const struct task *task, uint32_t part_idx)
{
    struct task_key key = task_key(b, (uint32_t)(task - b->tasks));
    struct buf text = { 0 };
    task_text(b, task, &text);
    json_text(json, "id", task->id);
    json_word(json, "key", key.text);
    json_number(json, "no", task->no);
    json_text(json, "text", text_composed(buf_view(&text)));
    buf_fini(&text);
    json_array(json, "parts");
    for (uint32_t i = 0; i < task->parts.count; i++) {
        uint32_t idx = task->parts.from + i;
        if (part_idx != NO_IDX && part_idx != idx)
            continue;
        json_object(json, NULL);
        put_part(json, b, &b->parts[idx], task->parts.count == 1 ? key : part_key(b, idx));
        json_close(json);
    }
    json_close(json);
    if (!text_empty(task->due))
        json_text(json, "due", task->due);
    if (!text_empty(task->leader))
        json_text(json, "leader", task->leader);
    if (!text_empty(task->contact))
        json_text(json, "contact", task->contact);
}

void json_section_head(struct json *json, const struct breakdown *b, const struct section *section)
{
    json_text(json, "id", section->id);
    json_text_or_null(json, "no", section->no);
    json_word(json, "kind", section_kind_word(section->kind));
    json_text(json, "heading", section->heading);
    json_text_or_null(json, "leader", section->leader);
    json_text_or_null(json, "title", section->title);
    json_text_or_null(json, "role", section->role);
    if (section->under.count)
        put_texts(json, "under", b, section->under);
    if (b->volumes_count > 1)
        json_text(json, "volume", b->volumes[section->volume_idx].name);
}

static void put_section(struct json *json, const struct breakdown *b, const struct section *section)
{
    json_object(json, NULL);
    json_section_head(json, b, section);
    json_array(json, "tasks");
    for (uint32_t i = 0; i < section->tasks.count && buf_drain(json->out); i++) {
        json_object(json, NULL);
        json_task(json, b, &b->tasks[section->tasks.from + i], NO_IDX);
        json_close(json);
    }
    json_close(json);
    json_close(json);
}

void json_counts(struct json *json, const char *key, const uint32_t counts[BONDS_COUNT])
{
    json_object(json, key);
    json_number(json, "lead", counts[BOND_LEAD]);
    json_number(json, "support", counts[BOND_SUPPORT]);
    json_number(json, "via", counts[BOND_VIA]);
    json_number(json, "maybe", counts[BOND_MAYBE]);
    json_close(json);
}

void json_unit(struct json *json, const struct breakdown *b, const struct index *index, uint32_t unit_idx)
{
    const struct unit *unit = &b->units[unit_idx];
    json_text(json, "name", unit->name);
    json_text_or_null(json, "full", unit->full);
    put_texts(json, "aliases", b, unit->aliases);
    json_word(json, "kind", unit_kind_word(unit->kind));
    json_array(json, "members");
    for (uint32_t i = 0; i < unit->members.count; i++)
        json_text(json, NULL, b->units[b->members[unit->members.from + i]].name);
    json_close(json);
    json_word(json, "coverage", coverage_word(unit->coverage));
    json_flag(json, "others", unit->others);
    json_counts(json, "counts", index->counts[unit_idx].tasks);
    json_counts(json, "livelihood", index->counts[unit_idx].livelihood);
}

static void put_volume(struct json *json, const struct volume *volume)
{
    json_text(json, "title", volume->title);
    json_text_or_null(json, "issuer", volume->issuer);
    if (volume->year)
        json_number(json, "year", volume->year);
    else
        json_word(json, "year", NULL);
    json_text_or_null(json, "lead_rule", volume->lead_rule);
}

void json_breakdown(const struct breakdown *b, const struct index *index, struct buf *out)
{
    struct json json = json_answer(out);
    if (b->volumes_count)
        put_volume(&json, &b->volumes[0]);
    if (b->volumes_count > 1) {
        json_array(&json, "volumes");
        for (uint32_t i = 0; i < b->volumes_count; i++) {
            json_object(&json, NULL);
            put_volume(&json, &b->volumes[i]);
            json_text(&json, "name", b->volumes[i].name);
            json_close(&json);
        }
        json_close(&json);
    }
    json_array(&json, "sections");
    for (uint32_t i = 0; i < b->sections_count && buf_drain(out); i++)
        put_section(&json, b, &b->sections[i]);
    json_close(&json);
    json_array(&json, "units");
    for (uint32_t i = 0; i < b->units_count && buf_drain(out); i++) {
        json_object(&json, NULL);
        json_unit(&json, b, index, i);
        json_close(&json);
    }
    json_close(&json);
    json_close(&json);
}
