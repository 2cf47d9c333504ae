/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "breakdown/checker.h"
#include "breakdown/near_name.h"
#include "text/fold.h"

/* Pairs of names compared at most, so that a registry of a hundred thousand like names takes no minutes. */
enum { PAIRS_MAX = 4000000 };
/* Names and lines that one message lists, and duties looked at for the lines in all. */
enum { MEANT_MAX = 3, LINES_SAID_MAX = 8, DUTIES_MAX = 40000000 };

static struct place unit_place(const struct breakdown *b, const struct unit *unit)
{
    return check_place(b, unit->volume_idx, unit->mark);
}

/* The registered units that an undefined name was perhaps meant to be: the one that is nearest, or some equally near. */
struct meant {
    uint32_t units[MEANT_MAX];
    uint32_t count; /* of all, also those that found no room */
};

static struct meant meant_by(const struct breakdown *b, const struct near_name *names, uint32_t undefined,
                             uint32_t *pairs)
{
    struct meant meant = { .count = 0 };
    for (uint32_t i = 0; i < b->units_count && *pairs < PAIRS_MAX; i++, ++*pairs) {
        if (b->units[i].undefined)
            continue;
        if (near_name_equal(names[i], names[undefined]) || near_name_abbreviates(names[i], names[undefined]))
            return (struct meant){ { i }, 1 };
        if (near_name_one_off(names[i], names[undefined]) && meant.count++ < MEANT_MAX)
            meant.units[meant.count - 1] = i;
    }
    return meant;
}

static void say_meant(const struct breakdown *b, const struct meant *meant, bool *used, struct buf *hint)
{
    struct buf list = { 0 };
    for (uint32_t i = 0; i < meant->count && i < MEANT_MAX; i++) {
        used[meant->units[i]] = true;
        buf_printf(&list, _("%s“%.*s”"), i ? _("或") : "", TEXT_ARG(b->units[meant->units[i]].name));
    }
    buf_string(&list, meant->count > MEANT_MAX ? "…" : "");
    buf_printf(hint, _("是不是%.*s？不是就在 units 里补上"), (int)list.bytes, list.at);
    buf_fini(&list);
}

/* A list that is open ends with 等, which is no part of its last name: then the name without it. */
static struct text without_deng(const struct breakdown *b, struct text name)
{
    if (!span_ends(text_span(name), SPAN("等")))
        return TEXT("");
    struct text bare = text_slice(name, 0, name.bytes - strlen("等"));
    uint32_t unit_idx = unit_find(b, bare);
    return unit_idx != NO_IDX && !b->units[unit_idx].undefined ? bare : TEXT("");
}

/* The separator in a plain unit's name, which then is a list that was not taken apart; NULL where there is none. */
static const char *joined_by(const struct unit *unit)
{
    static const char *const separators[] = { "、", "，", "；", "。", "：" };
    for (size_t i = 0; unit->kind != UNIT_COLLECTIVE && i < sizeof separators / sizeof *separators; i++)
        if (memmem(unit->name.at, unit->name.bytes, separators[i], strlen(separators[i])))
            return separators[i];
    return NULL;
}

/* The lines, besides its first, on which lists name a unit: each is to be mended. */
static void say_other_lines(const struct breakdown *b, uint32_t unit_idx, struct buf *hint, uint32_t *duties)
{
    unsigned count = 0;
    struct buf lines = { 0 };
    for (uint32_t i = 0; i < b->duties_count && count <= LINES_SAID_MAX && *duties < DUTIES_MAX; i++, ++*duties) {
        const struct duty *duty = &b->duties[i];
        unsigned line_no = mark_near(b->parts[duty->part_idx].mark, duty->at).line_no;
        if (duty->unit_idx != unit_idx || line_no == b->units[unit_idx].mark.line_no)
            continue;
        if (++count > LINES_SAID_MAX)
            buf_string(&lines, "…");
        else
            buf_printf(&lines, "%s%u", count == 1 ? "" : "、", line_no);
    }
    if (count)
        buf_printf(hint, _("（还有第%.*s行）"), (int)lines.bytes, lines.at);
    buf_fini(&lines);
}

/* used: set for the units that undefined names were perhaps meant to be. */
static void check_undefined(const struct breakdown *b, const struct near_name *names, bool *used, struct diags *diags)
{
    uint32_t pairs = 0, duties = 0;
    for (uint32_t i = 0; i < b->units_count; i++) {
        const struct unit *unit = &b->units[i];
        if (!unit->undefined)
            continue;
        struct buf hint = { 0 };
        struct meant meant = meant_by(b, names, i, &pairs);
        struct text bare = without_deng(b, unit->name);
        if (!text_empty(bare))
            buf_printf(&hint, _("请写“%.*s”，名单末尾的“等”另写一行“open: true”"), TEXT_ARG(bare));
        else if (meant.count)
            say_meant(b, &meant, used, &hint);
        else if (joined_by(unit))
            buf_string(&hint, _("是不是几个单位连在一起？请一行写一个"));
        else if (memmem(unit->name.at, unit->name.bytes, "‹U+", strlen("‹U+")))
            buf_string(&hint, _("名称里有看不见的字符，请删去"));
        else
            buf_string(&hint, _("请在 units 里补上"));
        say_other_lines(b, i, &hint, &duties);
        diag_error(diags, unit_place(b, unit), _("单位“%.*s”没有登记：%.*s"), TEXT_ARG(unit->name), (int)hint.bytes,
                   hint.at);
        buf_fini(&hint);
    }
}

/* A unit is used when a list names it, or when it is given as a member by name. */
static void check_unused(const struct breakdown *b, bool *used, struct diags *diags)
{
    for (uint32_t i = 0; i < b->duties_count; i++)
        used[b->duties[i].unit_idx] = true;
    for (uint32_t i = 0; i < b->units_count; i++)
        for (uint32_t k = 0; k < b->units[i].members_given.count; k++)
            used[b->members[b->units[i].members_given.from + k]] = true;
    for (uint32_t i = 0; i < b->units_count; i++)
        if (!used[i])
            diag_warning(diags, unit_place(b, &b->units[i]),
                         _("单位“%.*s”登记了，没有一份名单用到：请核对名称，或删去"), TEXT_ARG(b->units[i].name));
}

/* A full name or an alias belongs to one unit alone. */
static void check_claim(const struct breakdown *b, uint32_t unit_idx, struct text claim, const char *what,
                        struct diags *diags)
{
    uint32_t found = names_find(&b->names, text_span(claim));
    if (found == NO_IDX)
        return;
    const struct name *name = &b->names.items[found];
    uint32_t owner = name->unit_idx != NO_IDX ? name->unit_idx : name->other_idx;
    if (owner != unit_idx)
        diag_error(diags, unit_place(b, &b->units[unit_idx]),
                   _("“%.*s”的%s“%.*s”也是“%.*s”的：一个名称只能属于一个单位"), TEXT_ARG(b->units[unit_idx].name), what,
                   TEXT_ARG(claim), TEXT_ARG(b->units[owner].name));
}

static void check_claims(const struct breakdown *b, struct diags *diags)
{
    for (uint32_t i = 0; i < b->units_count; i++) {
        const struct unit *unit = &b->units[i];
        check_stray(unit->name, unit_place(b, unit), diags);
        check_stray(unit->full, unit_place(b, unit), diags);
        if (!text_empty(unit->full))
            check_claim(b, i, unit->full, _("全称"), diags);
        for (uint32_t k = 0; k < unit->aliases.count; k++) {
            check_stray(b->texts[unit->aliases.from + k], unit_place(b, unit), diags);
            check_claim(b, i, b->texts[unit->aliases.from + k], _("别称"), diags);
        }
    }
}

/* The folded name without its blanks: they are hard to see, and in a name they say nothing. */
static void put_key(struct text name, struct buf *key)
{
    struct buf folded = { 0 };
    fold_to(&folded, name);
    for (size_t i = 0; i < folded.bytes; i++)
        if (folded.at[i] != ' ')
            buf_char(key, folded.at[i]);
    buf_fini(&folded);
}

/* Names that differ only in width, case, blanks, or traditional characters. */
static void check_folded(const struct breakdown *b, struct diags *diags)
{
    struct arena arena = { 0 };
    struct names folded = { 0 };
    struct buf key = { 0 };
    for (uint32_t i = 0; i < b->units_count; i++) {
        if (b->units[i].undefined) /* said already, with the name that was meant */
            continue;
        buf_clear(&key);
        put_key(b->units[i].name, &key);
        /* In two steps: names_put_raw() may move the items. */
        uint32_t name_idx = names_put_raw(&folded, buf_view(&key), &arena);
        struct name *name = &folded.items[name_idx];
        if (name->unit_idx == NO_IDX)
            name->unit_idx = i;
        else
            diag_error(diags, unit_place(b, &b->units[i]),
                       _("单位“%.*s”与“%.*s”只差写法（全半角、大小写、空格、繁简）：请统一"),
                       TEXT_ARG(b->units[i].name), TEXT_ARG(b->units[name->unit_idx].name));
    }
    buf_fini(&key);
    names_fini(&folded);
    arena_fini(&arena);
}

struct bucketed {
    uint64_t key; /* first and last character */
    uint32_t unit_idx;
};

static int by_bucket(const void *left, const void *right)
{
    const struct bucketed *a = left, *b = right;
    int order = (a->key > b->key) - (a->key < b->key);
    return order ? order : (a->unit_idx > b->unit_idx) - (a->unit_idx < b->unit_idx);
}

/* Two bodies whose full names are both known and differ are two bodies, however like their short names. */
static bool known_apart(const struct unit *a, const struct unit *b)
{
    return !text_empty(a->full) && !text_empty(b->full) && !text_equal(a->full, b->full);
}

static void check_near(const struct breakdown *b, const struct near_name *names, struct diags *diags)
{
    struct bucketed *sorted = mem_array(b->units_count, sizeof *sorted);
    uint32_t count = 0, pairs = 0;
    for (uint32_t i = 0; i < b->units_count; i++)
        if (names[i].count && !b->units[i].undefined && b->units[i].kind != UNIT_COLLECTIVE)
            sorted[count++] =
                (struct bucketed){ (uint64_t)names[i].chars[0] << 32 | names[i].chars[names[i].count - 1], i };
    if (count)
        qsort(sorted, count, sizeof *sorted, by_bucket);
    for (uint32_t i = 0; i < count; i++) {
        for (uint32_t k = i + 1; k < count && sorted[k].key == sorted[i].key && pairs < PAIRS_MAX; k++, pairs++) {
            const struct unit *first = &b->units[sorted[i].unit_idx], *second = &b->units[sorted[k].unit_idx];
            if (near_name_abbreviates(names[sorted[i].unit_idx], names[sorted[k].unit_idx]) &&
                !known_apart(first, second))
                diag_warning(diags, unit_place(b, second),
                             _("单位“%.*s”与“%.*s”像是同一个单位：是就合成一条，另一个写进 aliases"),
                             TEXT_ARG(second->name), TEXT_ARG(first->name));
        }
    }
    free(sorted);
}

/* stamps: by unit, the collective that had it as a member last + 1. */
static void check_collective(const struct breakdown *b, uint32_t unit_idx, uint32_t *stamps, struct diags *diags)
{
    const struct unit *unit = &b->units[unit_idx];
    struct place place = unit_place(b, unit);
    bool collective = unit->kind == UNIT_COLLECTIVE;
    bool bound = unit->coverage != COVERAGE_NONE || unit->members_given.count || unit->member_kinds || unit->others;
    if (collective && unit->coverage == COVERAGE_NONE)
        diag_error(diags, place, _("集合单位“%.*s”缺少 coverage：all（成员都有责任）或 some（部分成员有责任）"),
                   TEXT_ARG(unit->name));
    if (collective && !unit->members.count && !unit->others)
        diag_error(diags, place, _("集合单位“%.*s”没有成员：请补上 members，通知没有列出时写 others: true"),
                   TEXT_ARG(unit->name));
    if (!collective && bound)
        diag_error(diags, place, _("“%.*s”有集合单位的键，kind 却不是 collective：请改 kind"), TEXT_ARG(unit->name));
    for (uint32_t k = 0; k < unit->members_given.count; k++) {
        uint32_t member_idx = b->members[unit->members_given.from + k];
        struct text member = b->units[member_idx].name;
        if (b->units[member_idx].kind == UNIT_COLLECTIVE || member_idx == unit_idx)
            diag_error(diags, place, _("“%.*s”的成员“%.*s”是集合单位：成员要写具体单位"), TEXT_ARG(unit->name),
                       TEXT_ARG(member));
        if (stamps[member_idx] == unit_idx + 1)
            diag_error(diags, place, _("“%.*s”的成员“%.*s”列了两次：请删去一个"), TEXT_ARG(unit->name),
                       TEXT_ARG(member));
        stamps[member_idx] = unit_idx + 1;
    }
}

static void check_name(const struct breakdown *b, const struct unit *unit, struct diags *diags)
{
    if (!unit->undefined && joined_by(unit))
        diag_warning(diags, unit_place(b, unit), _("单位名称“%.*s”里有“%s”：是不是几个单位连在一起？"),
                     TEXT_ARG(unit->name), joined_by(unit));
}

void check_registry(const struct breakdown *b, struct diags *diags)
{
    struct arena arena = { 0 };
    struct near_name *names = mem_array(b->units_count, sizeof *names);
    uint32_t *stamps = mem_array(b->units_count, sizeof *stamps);
    bool *used = mem_array(b->units_count, sizeof *used);
    for (uint32_t i = 0; i < b->units_count; i++) {
        names[i] = near_name_of(&arena, b->units[i].name);
        if (!b->units_faulty)
            check_collective(b, i, stamps, diags);
        check_name(b, &b->units[i], diags);
    }
    if (!b->units_faulty)
        check_undefined(b, names, used, diags);
    if (!b->tasks_faulty && !b->units_faulty)
        check_unused(b, used, diags);
    check_claims(b, diags);
    check_folded(b, diags);
    check_near(b, names, diags);
    free(names);
    free(stamps);
    free(used);
    arena_fini(&arena);
}
