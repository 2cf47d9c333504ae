/* SPDX-License-Identifier: MIT */
#include "breakdown/breakdown.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "text/utf8.h"

void breakdown_free(struct breakdown *breakdown)
{
    if (!breakdown)
        return;
    names_fini(&breakdown->names);
    free(breakdown->volumes);
    free(breakdown->sections);
    free(breakdown->tasks);
    free(breakdown->parts);
    free(breakdown->duties);
    free(breakdown->units);
    free(breakdown->texts);
    free(breakdown->members);
    arena_fini(&breakdown->arena);
    free(breakdown);
}

static const struct {
    const char *word, *name;
} kinds[UNIT_KINDS_COUNT] = {
    [UNIT_DEPARTMENT] = { "department", N_("政府部门") },
    [UNIT_PARTY] = { "party", N_("党委机构") },
    [UNIT_JUDICIAL] = { "judicial", N_("法院、检察院") },
    [UNIT_CENTRAL] = { "central", N_("中央驻地方机构") },
    [UNIT_CITY] = { "city", N_("设区市政府") },
    [UNIT_COUNTY] = { "county", N_("县市区政府") },
    [UNIT_ENTERPRISE] = { "enterprise", N_("企业") },
    [UNIT_INSTITUTE] = { "institute", N_("高校院所") },
    [UNIT_MASS] = { "mass", N_("群团组织") },
    [UNIT_COLLECTIVE] = { "collective", N_("集合单位") },
    [UNIT_OTHER] = { "other", N_("未分类") },
};

const char *unit_kind_word(enum unit_kind kind)
{
    return kinds[kind].word;
}

struct text unit_kind_name(enum unit_kind kind)
{
    return text_of(_(kinds[kind].name));
}

enum unit_kind unit_kind_find(struct text word)
{
    enum unit_kind kind = 0;
    while (kind < UNIT_KINDS_COUNT && !text_equal(word, text_of(kinds[kind].word)))
        kind++;
    return kind;
}

const char *section_kind_word(enum section_kind kind)
{
    static const char *const words[] = { "leader", "livelihood", "general" };
    return words[kind];
}

const char *coverage_word(enum coverage coverage)
{
    static const char *const words[] = { NULL, "all", "some" };
    return words[coverage];
}

bool part_is_livelihood(const struct breakdown *b, uint32_t part_idx)
{
    return b->parts[part_idx].livelihood;
}

const struct section *task_section(const struct breakdown *b, const struct task *task)
{
    return &b->sections[task->section_idx];
}

const struct volume *task_volume(const struct breakdown *b, const struct task *task)
{
    return &b->volumes[task_section(b, task)->volume_idx];
}

void texts_join(const struct breakdown *b, struct slice slice, const char *between, struct buf *out)
{
    for (uint32_t i = 0; i < slice.count; i++) {
        buf_string(out, i ? between : "");
        buf_text(out, b->texts[slice.from + i]);
    }
}

void unit_member_names(const struct breakdown *b, const struct unit *unit, struct buf *out)
{
    for (uint32_t i = 0; i < unit->members.count; i++) {
        buf_string(out, i ? "、" : "");
        buf_text(out, b->units[b->members[unit->members.from + i]].name);
    }
}

void part_wording(const struct breakdown *b, const struct part *part, struct buf *out)
{
    buf_text(out, part->wording);
    if (part->wording_given)
        return;
    for (uint32_t i = 0; i < part->duties.count; i++) {
        buf_string(out, i ? "、" : "");
        buf_text(out, b->units[b->duties[part->duties.from + i].unit_idx].name);
    }
    if (part->open_ended && part->duties.count)
        buf_string(out, "等");
}

uint32_t part_lead_bytes(const struct breakdown *b, const struct part *part)
{
    if (part->wording_given || !part->duties.count)
        return part->lead_bytes;
    return (uint32_t)b->units[b->duties[part->duties.from].unit_idx].name.bytes;
}

/* Appends the parenthesised list of an inline part, as the notice has it. */
static void inline_list(const struct breakdown *b, const struct part *part, struct buf *out)
{
    if (!part->duties.count && text_empty(part->wording))
        return;
    buf_string(out, "（");
    if (!text_empty(part->label)) {
        buf_text(out, part->label);
        buf_string(out, "：");
    }
    part_wording(b, part, out);
    buf_string(out, part->notes.count ? "，" : "");
    texts_join(b, part->notes, "，", out);
    buf_string(out, "）");
}

void task_text(const struct breakdown *b, const struct task *task, struct buf *out)
{
    for (uint32_t i = 0; i < task->parts.count; i++) {
        const struct part *part = &b->parts[task->parts.from + i];
        buf_text(out, part->text);
        if (task->inline_lists)
            inline_list(b, part, out);
    }
}

void part_names(const struct breakdown *b, const struct part *part, enum role role, struct buf *out)
{
    bool first = true;
    for (uint32_t i = 0; i < part->duties.count; i++) {
        const struct duty *duty = &b->duties[part->duties.from + i];
        if (duty->role != role)
            continue;
        if (!first)
            buf_string(out, "、");
        buf_text(out, b->units[duty->unit_idx].name);
        first = false;
    }
}

uint32_t part_role_count(const struct breakdown *b, const struct part *part, enum role role)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < part->duties.count; i++)
        count += b->duties[part->duties.from + i].role == role;
    return count;
}

enum { CLAUSE_MIN_CHARS = 6, TITLE_MAX_CHARS = 36 };

static int nesting_of(uint32_t c)
{
    switch (c) {
    case 0x201C: /* “ */
    case 0x300A: /* 《 */
    case 0xFF08: /* （ */
    case '(':
        return 1;
    case 0x201D:
    case 0x300B:
    case 0xFF09:
    case ')':
        return -1;
    default:
        return 0;
    }
}

/* A text that is no title of its own ends as it goes on, or with a full stop that the others lack. */
static struct text without_stop(struct text text)
{
    static const char *const stops[] = { "。", "；", "，", "、" };
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++) {
        size_t bytes = strlen(stops[i]);
        if (text.bytes > bytes && memcmp(text.at + text.bytes - bytes, stops[i], bytes) == 0)
            return text_slice(text, 0, text.bytes - bytes);
    }
    return text;
}

struct text part_title(const struct part *part)
{
    struct text text = part->text;
    size_t bytes = 0, clause_bytes = 0;
    int chars = 0, depth = 0;
    for (size_t at = 0; at < text.bytes; at += bytes, chars++) {
        uint32_t c = utf8_at(text, at, &bytes);
        depth += nesting_of(c);
        if (depth < 0)
            depth = 0;
        if (depth)
            continue;
        bool sentence = c == 0x3002 || c == 0xFF1B || c == 0xFF1A; /* 。 ； ： */
        bool clause = c == 0xFF0C || c == ',';
        if (sentence && chars <= TITLE_MAX_CHARS)
            return text_slice(text, 0, at);
        if (clause && chars >= CLAUSE_MIN_CHARS && chars <= TITLE_MAX_CHARS && !clause_bytes)
            clause_bytes = at;
        if (chars > TITLE_MAX_CHARS)
            break;
    }
    return clause_bytes ? text_slice(text, 0, clause_bytes) : without_stop(text);
}

struct text task_title(const struct breakdown *b, const struct task *task)
{
    return task->parts.count ? part_title(&b->parts[task->parts.from]) : TEXT("");
}

uint32_t unit_find(const struct breakdown *b, struct text name)
{
    uint32_t found = names_find(&b->names, text_span(name));
    if (found == NO_IDX)
        return NO_IDX;
    const struct name *item = &b->names.items[found];
    return item->unit_idx != NO_IDX ? item->unit_idx : item->other_idx;
}
