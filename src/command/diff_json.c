/* SPDX-License-Identifier: MIT */
/* Changes for programs: JSON with every word. */
#include "command/diff.h"
#include "sheet/json.h"

static void put_bits(struct json *json, const char *key, unsigned bits, unsigned count, const char *const *words)
{
    json_array(json, key);
    for (unsigned i = 0; i < count; i++)
        if (bits >> i & 1)
            json_word(json, NULL, words[i]);
    json_close(json);
}

static void put_words(struct json *json, const struct diff_task *change)
{
    static const char *const keys[] = { [DIFF_BOTH] = "both", [DIFF_OLD] = "old", [DIFF_NEW] = "new" };
    json_array(json, "words");
    for (uint32_t i = 0; i < change->words_count; i++) {
        json_object(json, NULL);
        json_text(json, keys[change->words[i].side], change->words[i].text);
        json_close(json);
    }
    json_close(json);
}

static void put_units(struct json *json, const struct diff_task *change)
{
    json_array(json, "units");
    for (uint32_t i = 0; i < change->units_count; i++) {
        const struct diff_unit *unit = &change->units[i];
        json_object(json, NULL);
        json_word(json, "change", diff_unit_words[unit->kind]);
        json_text(json, "name", unit->name);
        json_word(json, "role", unit->role == ROLE_LEAD ? "lead" : "support");
        json_close(json);
    }
    json_close(json);
}

static void put_side_task(struct json *json, const char *key, const struct breakdown *b, uint32_t task_idx)
{
    if (task_idx == NO_IDX) {
        json_word(json, key, NULL);
        return;
    }
    json_object(json, key);
    json_task(json, b, &b->tasks[task_idx], NO_IDX);
    json_close(json);
}

static void put_side_section(struct json *json, const char *key, const struct breakdown *b, uint32_t section_idx)
{
    if (section_idx == NO_IDX) {
        json_word(json, key, NULL);
        return;
    }
    json_object(json, key);
    json_section_head(json, b, &b->sections[section_idx]);
    json_close(json);
}

static void put_task(struct json *json, const struct comparison *c, const struct diff_task *change)
{
    json_object(json, NULL);
    json_word(json, "kind", diff_kind_words[change->kind]);
    put_bits(json, "changes", change->changes, DIFF_CHANGES_COUNT, diff_change_words);
    put_side_task(json, "old", c->old, change->old_task_idx);
    put_side_task(json, "new", c->new, change->new_task_idx);
    put_words(json, change);
    put_units(json, change);
    json_close(json);
}

static void put_section(struct json *json, const struct comparison *c, const struct diff_section *change)
{
    json_object(json, NULL);
    json_word(json, "kind", diff_kind_words[change->kind]);
    put_side_section(json, "old", c->old, change->old_section_idx);
    put_side_section(json, "new", c->new, change->new_section_idx);
    json_close(json);
}

static void put_registry(struct json *json, const struct comparison *c, const struct diff_registry *change)
{
    json_object(json, NULL);
    json_word(json, "change", diff_registry_words[change->kind]);
    json_text(json, "name", diff_registry_name(c, change));
    if (change->old_unit_idx != NO_IDX)
        json_text(json, "old_name", c->old->units[change->old_unit_idx].name);
    json_close(json);
}

void diff_json(struct job *job, const struct comparison *c)
{
    const struct diff *diff = c->diff;
    struct json json = json_answer(&job->out);
    put_bits(&json, "document", diff->document, DIFF_DOCUMENTS_COUNT, diff_document_words);
    json_array(&json, "sections");
    for (uint32_t i = 0; i < diff->sections_count; i++)
        put_section(&json, c, &diff->sections[i]);
    json_close(&json);
    json_array(&json, "tasks");
    for (uint32_t i = 0; i < diff->tasks_count; i++)
        put_task(&json, c, &diff->tasks[i]);
    json_close(&json);
    json_array(&json, "units");
    for (uint32_t i = 0; i < diff->registry_count; i++)
        put_registry(&json, c, &diff->registry[i]);
    json_close(&json);
    json_number(&json, "added", diff->added_count);
    json_number(&json, "removed", diff->removed_count);
    json_number(&json, "changed", diff->changed_count);
    json_number(&json, "same", diff->same_count);
    json_close(&json);
}
