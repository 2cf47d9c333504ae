/* SPDX-License-Identifier: MIT */
#include "sheet/json.h"

#include "base/die.h"
#include "breakdown/key.h"

/* jansson answers NULL when memory is out (or for invalid UTF-8, which clean text is not). */
static json_t *there(json_t *value)
{
    if (!value)
        die_no_memory();
    return value;
}

static void set(json_t *object, const char *key, json_t *value)
{
    if (json_object_set_new(object, key, there(value)) != 0)
        die_no_memory();
}

static void append(json_t *array, json_t *value)
{
    if (json_array_append_new(array, there(value)) != 0)
        die_no_memory();
}

json_t *json_text(struct text text)
{
    return there(json_stringn(text.bytes ? text.at : "", text.bytes));
}

json_t *json_text_or_null(struct text text)
{
    return text_empty(text) ? json_null() : json_text(text);
}

static json_t *word_or_null(const char *word)
{
    return word ? there(json_string(word)) : json_null();
}

/* A list of texts of the breakdown. */
static json_t *texts_of(const struct breakdown *b, struct slice slice)
{
    json_t *array = there(json_array());
    for (uint32_t i = 0; i < slice.count; i++)
        append(array, json_text(b->texts[slice.from + i]));
    return array;
}

static json_t *role_names(const struct breakdown *b, const struct part *part, enum role role)
{
    json_t *array = there(json_array());
    for (uint32_t i = 0; i < part->duties.count; i++) {
        const struct duty *duty = &b->duties[part->duties.from + i];
        if (duty->role == role)
            append(array, json_text(b->units[duty->unit_idx].name));
    }
    return array;
}

json_t *json_part(const struct breakdown *b, const struct part *part)
{
    json_t *object = there(json_object());
    struct buf wording = { 0 };
    set(object, "id", json_text(part->id));
    set(object, "key", json_string(part_key(b, (uint32_t)(part - b->parts)).text));
    set(object, "text", json_text(part->text));
    set(object, "label", json_text_or_null(part->label));
    part_wording(b, part, &wording);
    set(object, "wording", json_text(text_composed(buf_view(&wording))));
    buf_fini(&wording);
    set(object, "notes", texts_of(b, part->notes));
    set(object, "open_ended", json_boolean(part->open_ended));
    set(object, "lead", role_names(b, part, ROLE_LEAD));
    set(object, "support", role_names(b, part, ROLE_SUPPORT));
    return object;
}

json_t *json_task(const struct breakdown *b, const struct task *task, uint32_t part_idx)
{
    json_t *object = there(json_object());
    struct buf text = { 0 };
    task_text(b, task, &text);
    set(object, "id", json_text(task->id));
    set(object, "key", json_string(task_key(b, (uint32_t)(task - b->tasks)).text));
    set(object, "no", json_integer(task->no));
    set(object, "text", json_text(text_composed(buf_view(&text))));
    buf_fini(&text);
    json_t *parts = there(json_array());
    for (uint32_t i = 0; i < task->parts.count; i++)
        if (part_idx == NO_IDX || part_idx == task->parts.from + i)
            append(parts, json_part(b, &b->parts[task->parts.from + i]));
    set(object, "parts", parts);
    if (!text_empty(task->due))
        set(object, "due", json_text(task->due));
    if (!text_empty(task->leader))
        set(object, "leader", json_text(task->leader));
    if (!text_empty(task->contact))
        set(object, "contact", json_text(task->contact));
    return object;
}

json_t *json_section_head(const struct breakdown *b, const struct section *section)
{
    json_t *object = there(json_object());
    set(object, "id", json_text(section->id));
    set(object, "no", json_text_or_null(section->no));
    set(object, "kind", json_string(section_kind_word(section->kind)));
    set(object, "heading", json_text(section->heading));
    set(object, "leader", json_text_or_null(section->leader));
    set(object, "title", json_text_or_null(section->title));
    set(object, "role", json_text_or_null(section->role));
    if (section->under.count)
        set(object, "under", texts_of(b, section->under));
    if (b->volumes_count > 1)
        set(object, "volume", json_text(b->volumes[section->volume_idx].name));
    return object;
}

static json_t *section_of(const struct breakdown *b, const struct section *section)
{
    json_t *object = json_section_head(b, section);
    json_t *tasks = there(json_array());
    for (uint32_t i = 0; i < section->tasks.count; i++)
        append(tasks, json_task(b, &b->tasks[section->tasks.from + i], NO_IDX));
    set(object, "tasks", tasks);
    return object;
}

json_t *json_counts(const uint32_t counts[BONDS_COUNT])
{
    json_t *object = there(json_object());
    set(object, "lead", json_integer(counts[BOND_LEAD]));
    set(object, "support", json_integer(counts[BOND_SUPPORT]));
    set(object, "via", json_integer(counts[BOND_VIA]));
    set(object, "maybe", json_integer(counts[BOND_MAYBE]));
    return object;
}

json_t *json_unit(const struct breakdown *b, const struct index *index, uint32_t unit_idx)
{
    const struct unit *unit = &b->units[unit_idx];
    json_t *object = there(json_object()), *members = there(json_array());
    for (uint32_t i = 0; i < unit->members.count; i++)
        append(members, json_text(b->units[b->members[unit->members.from + i]].name));
    set(object, "name", json_text(unit->name));
    set(object, "full", json_text_or_null(unit->full));
    set(object, "aliases", texts_of(b, unit->aliases));
    set(object, "kind", json_string(unit_kind_word(unit->kind)));
    set(object, "members", members);
    set(object, "coverage", word_or_null(coverage_word(unit->coverage)));
    set(object, "others", json_boolean(unit->others));
    set(object, "counts", json_counts(index->counts[unit_idx].tasks));
    set(object, "livelihood", json_counts(index->counts[unit_idx].livelihood));
    return object;
}

static json_t *volume_head(const struct volume *volume)
{
    json_t *object = there(json_object());
    set(object, "title", json_text(volume->title));
    set(object, "issuer", json_text_or_null(volume->issuer));
    set(object, "year", volume->year ? json_integer(volume->year) : json_null());
    set(object, "lead_rule", json_text_or_null(volume->lead_rule));
    return object;
}

json_t *json_breakdown(const struct breakdown *b, const struct index *index)
{
    json_t *object = there(json_object()), *sections = there(json_array()), *units = there(json_array());
    set(object, "format", json_integer(JSON_FORMAT));
    if (b->volumes_count) {
        json_t *head = volume_head(&b->volumes[0]);
        if (json_object_update(object, head) != 0)
            die_no_memory();
        json_decref(head);
    }
    if (b->volumes_count > 1) {
        json_t *volumes = there(json_array());
        for (uint32_t i = 0; i < b->volumes_count; i++) {
            json_t *head = volume_head(&b->volumes[i]);
            set(head, "name", json_text(b->volumes[i].name));
            append(volumes, head);
        }
        set(object, "volumes", volumes);
    }
    for (uint32_t i = 0; i < b->sections_count; i++)
        append(sections, section_of(b, &b->sections[i]));
    for (uint32_t i = 0; i < b->units_count; i++)
        append(units, json_unit(b, index, i));
    set(object, "sections", sections);
    set(object, "units", units);
    return object;
}

static int put(const char *at, size_t bytes, void *out)
{
    buf_add(out, at, bytes);
    return 0;
}

void json_put(json_t *value, struct buf *out)
{
    if (json_dump_callback(value, put, out, JSON_INDENT(1)) != 0)
        die_no_memory();
    buf_char(out, '\n');
    json_decref(value);
}
