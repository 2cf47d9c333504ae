/* SPDX-License-Identifier: MIT */
/* Changes for programs: JSON with every word. */
#include "command/diff.h"
#include "sheet/json.h"

static json_t *bits_json(unsigned bits, unsigned count, const char *(*word)(unsigned bit_no))
{
    json_t *array = json_array();
    for (unsigned i = 0; i < count; i++)
        if (bits >> i & 1)
            json_array_append_new(array, json_string(word(i)));
    return array;
}

static json_t *words_json(const struct diff_task *change)
{
    static const char *const keys[] = { [DIFF_BOTH] = "both", [DIFF_OLD] = "old", [DIFF_NEW] = "new" };
    json_t *array = json_array();
    for (uint32_t i = 0; i < change->words_count; i++) {
        json_t *object = json_object();
        json_object_set_new(object, keys[change->words[i].side], json_text(change->words[i].text));
        json_array_append_new(array, object);
    }
    return array;
}

static json_t *units_json(const struct diff_task *change)
{
    json_t *array = json_array();
    for (uint32_t i = 0; i < change->units_count; i++) {
        const struct diff_unit *unit = &change->units[i];
        json_t *object = json_object();
        json_object_set_new(object, "change", json_string(diff_unit_word(unit->kind)));
        json_object_set_new(object, "name", json_text(unit->name));
        json_object_set_new(object, "role", json_string(unit->role == ROLE_LEAD ? "lead" : "support"));
        json_array_append_new(array, object);
    }
    return array;
}

static json_t *side_task(const struct breakdown *b, uint32_t task_idx)
{
    return task_idx == NO_IDX ? json_null() : json_task(b, &b->tasks[task_idx], NO_IDX);
}

static json_t *side_section(const struct breakdown *b, uint32_t section_idx)
{
    return section_idx == NO_IDX ? json_null() : json_section_head(b, &b->sections[section_idx]);
}

static json_t *task_json(const struct comparison *c, const struct diff_task *change)
{
    json_t *object = json_object();
    json_object_set_new(object, "kind", json_string(diff_kind_word(change->kind)));
    json_object_set_new(object, "changes", bits_json(change->changes, DIFF_CHANGES_COUNT, diff_change_word));
    json_object_set_new(object, "old", side_task(c->old, change->old_task_idx));
    json_object_set_new(object, "new", side_task(c->new, change->new_task_idx));
    json_object_set_new(object, "words", words_json(change));
    json_object_set_new(object, "units", units_json(change));
    return object;
}

void diff_json(struct job *job, const struct comparison *c)
{
    const struct diff *diff = c->diff;
    json_t *object = json_object(), *sections = json_array(), *tasks = json_array(), *registry = json_array();
    for (uint32_t i = 0; i < diff->sections_count; i++) {
        const struct diff_section *change = &diff->sections[i];
        json_t *section = json_object();
        json_object_set_new(section, "kind", json_string(diff_kind_word(change->kind)));
        json_object_set_new(section, "old", side_section(c->old, change->old_section_idx));
        json_object_set_new(section, "new", side_section(c->new, change->new_section_idx));
        json_array_append_new(sections, section);
    }
    for (uint32_t i = 0; i < diff->tasks_count; i++)
        json_array_append_new(tasks, task_json(c, &diff->tasks[i]));
    for (uint32_t i = 0; i < diff->registry_count; i++) {
        const struct diff_registry *change = &diff->registry[i];
        json_t *unit = json_object();
        json_object_set_new(unit, "change", json_string(diff_registry_word(change->kind)));
        json_object_set_new(unit, "name", json_text(diff_registry_name(c, change)));
        if (change->old_unit_idx != NO_IDX)
            json_object_set_new(unit, "old_name", json_text(c->old->units[change->old_unit_idx].name));
        json_array_append_new(registry, unit);
    }
    json_object_set_new(object, "format", json_integer(JSON_FORMAT));
    json_object_set_new(object, "document", bits_json(diff->document, DIFF_DOCUMENTS_COUNT, diff_document_word));
    json_object_set_new(object, "sections", sections);
    json_object_set_new(object, "tasks", tasks);
    json_object_set_new(object, "units", registry);
    json_object_set_new(object, "added", json_integer(diff->added_count));
    json_object_set_new(object, "removed", json_integer(diff->removed_count));
    json_object_set_new(object, "changed", json_integer(diff->changed_count));
    json_object_set_new(object, "same", json_integer(diff->same_count));
    json_put(object, &job->out);
}
