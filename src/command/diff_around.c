/* SPDX-License-Identifier: MIT */
/* What changed around the tasks, for reading: the notice, its sections, the registry of units. */
#include "base/i18n.h"
#include "command/diff.h"
#include "command/out.h"
#include "sheet/sheet.h"

void diff_put_line(struct job *job, enum style style, const char *format, ...)
{
    struct buf line = { 0 };
    va_list args;
    va_start(args, format);
    buf_vprintf(&line, format, args);
    va_end(args);
    out_style(job, style, text_composed(buf_view(&line)));
    buf_char(&job->out, '\n');
    buf_fini(&line);
}

static void put_document(struct job *job, const struct comparison *c)
{
    const struct volume *old = &c->old->volumes[0], *new = &c->new->volumes[0];
    unsigned changes = c->diff->document;
    if (changes & DIFF_TITLE)
        diff_put_line(job, STYLE_NORMAL, _("~ 标题：%.*s → %.*s"), TEXT_ARG(old->title), TEXT_ARG(new->title));
    if (changes & DIFF_ISSUER)
        diff_put_line(job, STYLE_NORMAL, _("~ 印发机关：%.*s → %.*s"), TEXT_ARG(old->issuer), TEXT_ARG(new->issuer));
    if (changes & DIFF_YEAR)
        diff_put_line(job, STYLE_NORMAL, _("~ 年份：%d → %d"), old->year, new->year);
    if (changes & DIFF_LEAD_RULE)
        diff_put_line(job, STYLE_NORMAL, _("~ 牵头规则：%.*s → %.*s"), TEXT_ARG(sheet_or_none(old->lead_rule)),
                      TEXT_ARG(sheet_or_none(new->lead_rule)));
    if (changes & DIFF_VOLUMES)
        diff_put_line(job, STYLE_NORMAL, _("~ 份数：%u → %u"), c->old->volumes_count, c->new->volumes_count);
}

static void put_sections(struct job *job, const struct comparison *c)
{
    static const enum style styles[] = {
        [DIFF_ADDED] = STYLE_KEY, [DIFF_REMOVED] = STYLE_DIM, [DIFF_CHANGED] = STYLE_NORMAL
    };
    struct buf said = { 0 };
    for (uint32_t i = 0; i < c->diff->sections_count; i++) {
        const struct diff_section *change = &c->diff->sections[i];
        buf_clear(&said);
        sheet_section_said(c->old, c->new, change, &said);
        diff_put_line(job, styles[change->kind], _("%c 部分 %.*s"), " +-~"[change->kind], (int)said.bytes, said.at);
    }
    buf_fini(&said);
}

/* Appends " + 甲、乙" for the texts that only b has, with the sign. */
static void put_only(struct buf *line, const char *sign, const struct text *b, uint32_t b_count, const struct text *a,
                     uint32_t a_count)
{
    bool any = false;
    for (uint32_t i = 0; i < b_count; i++) {
        bool both = false;
        for (uint32_t k = 0; k < a_count; k++)
            both = both || text_equal(b[i], a[k]);
        if (both)
            continue;
        buf_printf(line, "%s%.*s", any ? "、" : sign, TEXT_ARG(b[i]));
        any = true;
    }
}

static void put_lists(struct job *job, struct text name, const char *what, const struct text *old, uint32_t old_count,
                      const struct text *new, uint32_t new_count)
{
    struct buf line = { 0 };
    put_only(&line, " + ", new, new_count, old, old_count);
    put_only(&line, " - ", old, old_count, new, new_count);
    if (line.bytes)
        diff_put_line(job, STYLE_NORMAL, _("~ 单位 %.*s：%s%.*s"), TEXT_ARG(name), what, (int)line.bytes, line.at);
    else
        diff_put_line(job, STYLE_NORMAL, _("~ 单位 %.*s：%s的次序有变"), TEXT_ARG(name), what);
    buf_fini(&line);
}

static void put_aliases(struct job *job, const struct comparison *c, const struct unit *old, const struct unit *new)
{
    put_lists(job, new->name, _("又名"), c->old->texts + old->aliases.from, old->aliases.count,
              c->new->texts + new->aliases.from, new->aliases.count);
}

/* Names of all members, those by kind among them; in arena. */
static const struct text *member_names(const struct breakdown *b, const struct unit *unit, struct arena *arena)
{
    struct text *names = arena_array(arena, (size_t)unit->members.count + 1, sizeof *names);
    for (uint32_t i = 0; i < unit->members.count; i++)
        names[i] = b->units[b->members[unit->members.from + i]].name;
    return names;
}

static void put_members(struct job *job, const struct comparison *c, const struct unit *old, const struct unit *new)
{
    struct arena arena = { 0 };
    put_lists(job, new->name, _("成员"), member_names(c->old, old, &arena), old->members.count,
              member_names(c->new, new, &arena), new->members.count);
    arena_fini(&arena);
}

static void put_kind(struct job *job, const struct unit *old, const struct unit *new)
{
    static const char *const covered[] = {
        [COVERAGE_NONE] = N_("无"), [COVERAGE_ALL] = N_("成员都有责任"), [COVERAGE_SOME] = N_("部分成员有责任")
    };
    if (old->kind != new->kind)
        diff_put_line(job, STYLE_NORMAL, _("~ 单位 %.*s：类别 %.*s → %.*s"), TEXT_ARG(new->name),
                      TEXT_ARG(unit_kind_name(old->kind)), TEXT_ARG(unit_kind_name(new->kind)));
    if (old->coverage != new->coverage)
        diff_put_line(job, STYLE_NORMAL, _("~ 单位 %.*s：%s → %s"), TEXT_ARG(new->name), _(covered[old->coverage]),
                      _(covered[new->coverage]));
    if (old->others != new->others)
        diff_put_line(job, STYLE_NORMAL,
                      new->others ? _("~ 单位 %.*s：还有没列出的成员") : _("~ 单位 %.*s：成员都已列出"),
                      TEXT_ARG(new->name));
}

void diff_text_notice(struct job *job, const struct comparison *c)
{
    put_document(job, c);
    put_sections(job, c);
}

void diff_text_registry(struct job *job, const struct comparison *c)
{
    for (uint32_t i = 0; i < c->diff->registry_count; i++) {
        const struct diff_registry *change = &c->diff->registry[i];
        struct text name = diff_registry_name(c, change);
        const struct unit *old = change->old_unit_idx == NO_IDX ? NULL : &c->old->units[change->old_unit_idx];
        const struct unit *new = change->new_unit_idx == NO_IDX ? NULL : &c->new->units[change->new_unit_idx];
        switch (change->kind) {
        case DIFF_REGISTRY_ADDED:
            diff_put_line(job, STYLE_KEY, _("+ 单位 %.*s"), TEXT_ARG(name));
            break;
        case DIFF_REGISTRY_REMOVED:
            diff_put_line(job, STYLE_DIM, _("- 单位 %.*s"), TEXT_ARG(name));
            break;
        case DIFF_REGISTRY_RENAMED:
            diff_put_line(job, STYLE_NORMAL, _("~ 单位 %.*s 改名 %.*s"), TEXT_ARG(old->name), TEXT_ARG(name));
            break;
        case DIFF_REGISTRY_FULL:
            diff_put_line(job, STYLE_NORMAL, _("~ 单位 %.*s：全称 %.*s → %.*s"), TEXT_ARG(name),
                          TEXT_ARG(sheet_or_none(old->full)), TEXT_ARG(sheet_or_none(new->full)));
            break;
        case DIFF_REGISTRY_ALIASES:
            put_aliases(job, c, old, new);
            break;
        case DIFF_REGISTRY_KIND:
            put_kind(job, old, new);
            break;
        case DIFF_REGISTRY_MEMBERS:
            put_members(job, c, old, new);
            break;
        }
    }
}
