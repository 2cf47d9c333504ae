/* SPDX-License-Identifier: MIT */
#include "format/save.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "format/keys.h"

/* Words that YAML reads as something else than text, whatever their case; ours reads all as text, others' do not. */
static bool is_special_word(struct text text)
{
    static const char *const words[] = { "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i]) == text.bytes && strncasecmp(words[i], text.at, text.bytes) == 0)
            return true;
    return false;
}

/* Digits with signs, points, separators, as YAML 1.1 reads numbers, dates and times. */
static bool looks_number(struct text text)
{
    bool digit = false;
    for (size_t i = 0; i < text.bytes; i++) {
        char c = text.at[i];
        if (c >= '0' && c <= '9')
            digit = true;
        else if (!strchr("+-.,_:eExXoabcdfABCDF", c) || (i == 0 && !strchr("+-.", c)))
            return false;
    }
    return digit || text_equal(text, TEXT("."));
}

/* YAML 1.2, 7.3.3: what a plain scalar may not start with, hold, or end with; stricter where readers differ. */
static bool fits_plain(struct text text)
{
    if (text_empty(text) || is_special_word(text) || looks_number(text))
        return false;
    if (strchr("-?:,[]{}#&*!|>'\"%@` =<", text.at[0]) || span_starts(text_span(text), SPAN("...")))
        return false;
    char last = text.at[text.bytes - 1];
    if (last == ' ' || last == ':')
        return false;
    for (size_t i = 0; i + 1 < text.bytes; i++)
        if ((text.at[i] == ':' && text.at[i + 1] == ' ') || (text.at[i] == ' ' && text.at[i + 1] == '#'))
            return false;
    return true;
}

static void put_scalar(struct buf *out, struct text text)
{
    if (fits_plain(text)) {
        buf_text(out, text);
        return;
    }
    buf_char(out, '"');
    for (size_t i = 0; i < text.bytes; i++) {
        if (text.at[i] == '"' || text.at[i] == '\\')
            buf_char(out, '\\');
        buf_char(out, text.at[i]);
    }
    buf_char(out, '"');
}

/*
 * Writes keys and lists at one depth.  The first key of a list's item stands behind "- ", its others below it.
 */
struct writer {
    const struct breakdown *b;
    struct buf *out;
    unsigned indent; /* of the keys, in blanks */
    bool item_opens; /* the next key is the first of an item */
};

static void indent(struct writer *w)
{
    if (w->item_opens) {
        buf_fill(w->out, ' ', w->indent - 2);
        buf_string(w->out, "- ");
    } else {
        buf_fill(w->out, ' ', w->indent);
    }
    w->item_opens = false;
}

static void put_key(struct writer *w, enum key_map map, int key)
{
    indent(w);
    buf_string(w->out, keys_word(map, key));
    buf_char(w->out, ':');
}

static void put_text(struct writer *w, enum key_map map, int key, struct text text)
{
    if (text_empty(text))
        return;
    put_key(w, map, key);
    buf_char(w->out, ' ');
    put_scalar(w->out, text);
    buf_char(w->out, '\n');
}

static void put_word(struct writer *w, enum key_map map, int key, const char *word)
{
    put_key(w, map, key);
    buf_printf(w->out, " %s\n", word);
}

static void put_flag(struct writer *w, enum key_map map, int key, bool flag)
{
    if (flag)
        put_word(w, map, key, "true");
}

static void put_item(struct writer *w, struct text text)
{
    buf_fill(w->out, ' ', w->indent + 2);
    buf_string(w->out, "- ");
    put_scalar(w->out, text);
    buf_char(w->out, '\n');
}

static void open_list(struct writer *w, enum key_map map, int key)
{
    put_key(w, map, key);
    buf_char(w->out, '\n');
}

static void put_texts(struct writer *w, enum key_map map, int key, struct slice texts)
{
    if (texts.count)
        open_list(w, map, key);
    for (uint32_t i = 0; i < texts.count; i++)
        put_item(w, w->b->texts[texts.from + i]);
}

static void put_unit(struct writer *w, const struct unit *unit)
{
    w->item_opens = true;
    put_text(w, MAP_UNIT, UNIT_NAME, unit->name);
    put_text(w, MAP_UNIT, UNIT_FULL, unit->full);
    put_texts(w, MAP_UNIT, UNIT_ALIASES, unit->aliases);
    if (unit->kind != UNIT_OTHER)
        put_word(w, MAP_UNIT, UNIT_KIND, unit_kind_word(unit->kind));
    if (unit->coverage != COVERAGE_NONE)
        put_word(w, MAP_UNIT, UNIT_COVERAGE, coverage_word(unit->coverage));
    if (unit->members_given.count)
        open_list(w, MAP_UNIT, UNIT_MEMBERS);
    for (uint32_t i = 0; i < unit->members_given.count; i++)
        put_item(w, w->b->units[w->b->members[unit->members_given.from + i]].name);
    if (unit->member_kinds)
        open_list(w, MAP_UNIT, UNIT_MEMBER_KINDS);
    for (enum unit_kind kind = 0; kind < UNIT_KINDS_COUNT; kind++)
        if (unit->member_kinds & (1u << kind))
            put_item(w, text_of(unit_kind_word(kind)));
    put_flag(w, MAP_UNIT, UNIT_OTHERS, unit->others);
}

static void put_duties(struct writer *w, enum key_map map, int key, const struct part *part, bool all, enum role role)
{
    bool open = false;
    for (uint32_t i = 0; i < part->duties.count; i++) {
        const struct duty *duty = &w->b->duties[part->duties.from + i];
        if (!all && duty->role != role)
            continue;
        if (!open)
            open_list(w, map, key);
        open = true;
        put_item(w, w->b->units[duty->unit_idx].name);
    }
}

static void put_part(struct writer *w, const struct part *part)
{
    put_text(w, MAP_PART, PART_TEXT, part->text);
    put_text(w, MAP_PART, PART_LABEL, part->label);
    if (part->roles_given) {
        put_duties(w, MAP_PART, PART_LEAD, part, false, ROLE_LEAD);
        put_duties(w, MAP_PART, PART_SUPPORT, part, false, ROLE_SUPPORT);
        if (!part->duties.count)
            put_word(w, MAP_PART, PART_LEAD, "[]");
    } else {
        put_duties(w, MAP_PART, PART_UNITS, part, true, ROLE_LEAD);
    }
    if (part->wording_given)
        put_text(w, MAP_PART, PART_WORDING, part->wording);
    put_texts(w, MAP_PART, PART_NOTES, part->notes);
    put_flag(w, MAP_PART, PART_OPEN, part->open_ended);
}

static void put_number(struct writer *w, enum key_map map, int key, int number)
{
    put_key(w, map, key);
    buf_printf(w->out, " %d\n", number);
}

static void put_task(struct writer *w, const struct task *task)
{
    w->item_opens = true;
    put_number(w, MAP_TASK, TASK_NO, task->no);
    put_flag(w, MAP_TASK, TASK_INLINE, task->inline_lists);
    if (task->parts.count == 1) {
        put_part(w, &w->b->parts[task->parts.from]);
    } else {
        open_list(w, MAP_TASK, TASK_PARTS);
        w->indent += 4;
        for (uint32_t i = 0; i < task->parts.count; i++) {
            w->item_opens = true;
            put_part(w, &w->b->parts[task->parts.from + i]);
        }
        w->indent -= 4;
    }
    put_text(w, MAP_TASK, TASK_DUE, task->due);
    put_text(w, MAP_TASK, TASK_LEADER, task->leader);
    put_text(w, MAP_TASK, TASK_CONTACT, task->contact);
}

static void put_section(struct writer *w, const struct section *section)
{
    w->item_opens = true;
    put_text(w, MAP_SECTION, SECTION_NO, section->no);
    put_word(w, MAP_SECTION, SECTION_KIND, section_kind_word(section->kind));
    put_text(w, MAP_SECTION, SECTION_HEADING, section->heading);
    put_texts(w, MAP_SECTION, SECTION_UNDER, section->under);
    put_text(w, MAP_SECTION, SECTION_LEADER_NAME, section->leader);
    put_text(w, MAP_SECTION, SECTION_TITLE, section->title);
    put_text(w, MAP_SECTION, SECTION_ROLE, section->role);
    if (!section->tasks.count)
        return;
    open_list(w, MAP_SECTION, SECTION_TASKS);
    w->indent += 4;
    for (uint32_t i = 0; i < section->tasks.count && buf_drain(w->out); i++) {
        put_task(w, &w->b->tasks[section->tasks.from + i]);
        buf_char(w->out, '\n');
    }
    w->indent -= 4;
}

/* A list of the document itself, behind an empty line. */
static void open_top(struct writer *w, int key)
{
    buf_char(w->out, '\n');
    w->indent = 0;
    open_list(w, MAP_DOCUMENT, key);
    w->indent = 4;
}

/* Which units the volume's lists name, and the members of those. */
static bool *units_used(const struct breakdown *b, uint32_t volume_idx)
{
    bool *used = mem_array(b->units_count, sizeof *used);
    for (uint32_t i = 0; i < b->duties_count; i++) {
        const struct task *task = &b->tasks[b->parts[b->duties[i].part_idx].task_idx];
        if (b->sections[task->section_idx].volume_idx == volume_idx)
            used[b->duties[i].unit_idx] = true;
    }
    for (uint32_t i = 0; i < b->units_count; i++)
        for (uint32_t k = 0; used[i] && k < b->units[i].members.count; k++)
            used[b->members[b->units[i].members.from + k]] = true;
    return used;
}

static void put_units(struct writer *w, uint32_t volume_idx)
{
    const struct breakdown *b = w->b;
    bool *used = b->volumes_count > 1 ? units_used(b, volume_idx) : NULL;
    bool open = false;
    for (uint32_t i = 0; i < b->units_count; i++) {
        /* What the registry lacks is not to be invented here. */
        if (b->units[i].undefined || (used && !used[i]))
            continue;
        if (!open)
            open_top(w, DOCUMENT_UNITS);
        open = true;
        buf_drain(w->out);
        put_unit(w, &b->units[i]);
    }
    free(used);
}

void breakdown_save(const struct breakdown *b, uint32_t volume_idx, struct buf *out)
{
    const struct volume *volume = &b->volumes[volume_idx];
    struct writer w = { .b = b, .out = out };
    put_word(&w, MAP_DOCUMENT, DOCUMENT_FORMAT, "1");
    put_text(&w, MAP_DOCUMENT, DOCUMENT_TITLE, volume->title);
    put_text(&w, MAP_DOCUMENT, DOCUMENT_ISSUER, volume->issuer);
    if (volume->year)
        put_number(&w, MAP_DOCUMENT, DOCUMENT_YEAR, volume->year);
    put_text(&w, MAP_DOCUMENT, DOCUMENT_LEAD_RULE, volume->lead_rule);
    put_units(&w, volume_idx);
    if (volume->sections.count) {
        open_top(&w, DOCUMENT_SECTIONS);
    } else {
        buf_char(out, '\n');
        w.indent = 0;
        put_word(&w, MAP_DOCUMENT, DOCUMENT_SECTIONS, "[]");
    }
    for (uint32_t i = 0; i < volume->sections.count; i++)
        put_section(&w, &b->sections[volume->sections.from + i]);
    /* One empty line between tasks, none at the end of the file. */
    while (out->bytes > 1 && out->at[out->bytes - 1] == '\n' && out->at[out->bytes - 2] == '\n')
        out->at[--out->bytes] = '\0';
}
