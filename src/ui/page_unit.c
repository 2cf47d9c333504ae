/* SPDX-License-Identifier: MIT */
/*
 * A unit's page: what it leads and supports, what it owes through collectives that surely bind it, and what it may owe
 * through those that say not whom they mean.  Four lists that are never mixed; livelihood items apart in each.
 */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "breakdown/index.h"
#include "breakdown/pairs.h"
#include "text/width.h"
#include "ui/app_state.h"
#include "ui/bond.h"
#include "ui/measure.h"
#include "ui/page.h"
#include "ui/partners.h"

enum { MARGIN = 1, ID_COLS = 7, WHO_COLS = 8, WHO_MIN_COLS = 44 };
enum { WIDE_COLS = 76, WIDE_PARTNERS_COLS = 36, NARROW_COLS = 54, SCREEN_MIN_COLS = 140 };

/*
 * With whom stands in a column of its own in a wide pane, and on a wide screen in a narrower one, which has no room for
 * the leaders then; else below each duty. Returns its columns, or 0.
 */
static int partners_cols(const struct app *app, int cols)
{
    if (cols >= MEASURE_NONE / 2)
        return 0;
    if (cols >= WIDE_COLS)
        return WIDE_PARTNERS_COLS;
    return cols >= NARROW_COLS && app->cols >= SCREEN_MIN_COLS ? cols / 3 : 0;
}

static void names_line(const struct app *app, const struct unit *unit, int cols, struct lines *lines)
{
    struct buf buf = { 0 };
    buf_text(&buf, unit_kind_name(unit->kind));
    if (!text_empty(unit->full))
        buf_printf(&buf, _("，%.*s"), TEXT_ARG(unit->full));
    lines_say(lines, text_composed(buf_view(&buf)), STYLE_DIM, cols, MARGIN);
    buf_clear(&buf);
    for (uint32_t i = 0; i < unit->aliases.count; i++)
        buf_printf(&buf, "%s%.*s", i ? "、" : _("又名 "), TEXT_ARG(app->b->texts[unit->aliases.from + i]));
    lines_say(lines, text_composed(buf_view(&buf)), STYLE_DIM, cols, MARGIN);
    buf_fini(&buf);
}

static void counts_line(const struct app *app, uint32_t unit_idx, int cols, struct lines *lines)
{
    const struct counts *counts = &app->index->counts[unit_idx];
    struct buf buf = { 0 };
    buf_printf(&buf, _("牵头 %u，参与 %u"), counts->tasks[BOND_LEAD], counts->tasks[BOND_SUPPORT]);
    if (counts->tasks[BOND_VIA])
        buf_printf(&buf, _("，经由 %u"), counts->tasks[BOND_VIA]);
    if (counts->tasks[BOND_MAYBE])
        buf_printf(&buf, _("，可能 %u"), counts->tasks[BOND_MAYBE]);
    uint32_t livelihood = 0;
    for (int i = 0; i < BONDS_COUNT; i++)
        livelihood += counts->livelihood[i];
    if (livelihood)
        buf_printf(&buf, _("，民生实事 %u"), livelihood);
    lines_say(lines, text_composed(buf_view(&buf)), STYLE_NORMAL, cols, MARGIN);
    buf_fini(&buf);
}

/* With whom it has most to do: 一起 省经信厅 35、省科技厅 25 …（共 65 家）. */
static void company_line(const struct app *app, uint32_t unit_idx, int cols, struct lines *lines)
{
    enum { NAMED_MAX = 3 };
    struct pairs pairs = pairs_of(app->index, unit_idx, NAMED_MAX);
    struct buf buf = { 0 };
    for (uint32_t named = pairs.count; named > 0; named--) { /* fewer, until they fit in a line */
        buf_clear(&buf);
        for (uint32_t i = 0; i < named && pairs.items[i].parts; i++)
            buf_printf(&buf, "%s%.*s %u", i ? "、" : _("常一起："),
                       TEXT_ARG(app->b->units[pairs.items[i].unit_idx[1]].name), pairs.items[i].parts);
        if (buf.bytes && pairs.total > named)
            buf_printf(&buf, _("（共%u家）"), pairs.total);
        if (width_cols(text_composed(buf_view(&buf)), lines->ambiguous_cols) < cols - MARGIN)
            break;
    }
    lines_say(lines, text_composed(buf_view(&buf)), STYLE_DIM, cols, MARGIN);
    buf_fini(&buf);
    pairs_fini(&pairs);
}

/* Neither a column of their own nor all on one line. */
static bool partners_below(int cols, int column)
{
    return !column && cols < MEASURE_NONE / 2;
}

/* Who else has the duty: in its column, below the title that begins in title_col, or where nothing is cut behind it. */
static void add_partners(const struct app *app, uint32_t unit_idx, const struct owed *owed, int title_col, int cols,
                         struct lines *lines)
{
    struct buf buf = { 0 };
    int column = partners_cols(app, cols);
    bool below = partners_below(cols, column);
    int at = column ? cols - column : below ? title_col : lines_col(lines) + 2;
    if (!partners_any(app->b, owed, unit_idx))
        return;
    partners_put(app->b, owed, unit_idx, cols - at, lines->ambiguous_cols, &buf);
    if (below)
        lines_start(lines, lines->lines[lines->count - 1].link);
    lines_tab(lines, at);
    lines_run(lines, text_composed(buf_view(&buf)), STYLE_DIM);
    buf_fini(&buf);
}

/* The columns that text has. */
static int text_cols(int cols)
{
    return measure_cols(cols - MARGIN, MEASURE_COLS + 20);
}

void page_unit_put(const void *page_late, const void *late, struct lines *lines)
{
    const struct page_late *page = page_late;
    const struct owed *owed = late;
    const struct app *app = page->app;
    const struct breakdown *b = app->b;
    int cols = text_cols(page->cols);
    const struct part *part = &b->parts[owed->part_idx];
    const struct task *task = &b->tasks[part->task_idx];
    const struct section *section = task_section(b, task);
    int at = MARGIN + ID_COLS + (b->volumes_count > 1 ? 5 : 0);
    lines_row(lines, link_to(LINK_TASK, part->task_idx), MARGIN);
    lines_run(lines, part->id, owed->bond == BOND_SUPPORT ? STYLE_DIM : bond_style(owed->bond));
    if (lines_col(lines) >= at)
        at = lines_col(lines) + 1;
    int column = partners_cols(app, cols);
    if (cols >= WHO_MIN_COLS && (!column || cols >= WIDE_COLS)) {
        lines_tab(lines, at);
        struct text who = section->kind == SECTION_LEADER       ? section->leader
                          : section->kind == SECTION_LIVELIHOOD ? text_of(_("民生"))
                                                                : section->no;
        lines_clip(lines, who, WHO_COLS - 1, STYLE_DIM);
        at += WHO_COLS;
    }
    lines_tab(lines, at);
    int end = column ? cols - column - 2 : cols;
    lines_clip(lines, part_title(part), end - lines_col(lines), STYLE_NORMAL);
    add_partners(app, page->idx, owed, at, cols, lines);
}

static void head_line(struct text text, int cols, struct lines *lines)
{
    lines_blank(lines);
    lines_say(lines, text, STYLE_TITLE, cols, MARGIN);
}

/* A duty of one bond as it is ordered: by the first through the same collective, then as it stood. */
struct page_duty {
    uint32_t group_nth, nth;
};

static int by_group(const void *a, const void *b)
{
    const struct page_duty *x = a, *y = b;
    int order = (x->group_nth > y->group_nth) - (x->group_nth < y->group_nth);
    return order ? order : (x->nth > y->nth) - (x->nth < y->nth);
}

/* Puts those of one collective together, the collectives as they come first. */
static void group_by_collective(const struct breakdown *b, struct owed *owed, uint32_t count)
{
    uint32_t same = 1;
    while (same < count && owed[same].via_idx == owed[0].via_idx)
        same++;
    if (same >= count)
        return;
    struct page_duty *duties = mem_array(count, sizeof *duties);
    struct owed *before = mem_array(count, sizeof *before);
    uint32_t *firsts = mem_array(b->units_count, sizeof *firsts); /* by collective, from 1; 0: none so far */
    memcpy(before, owed, count * sizeof *before);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t *first = &firsts[owed[i].via_idx];
        *first = *first ? *first : i + 1;
        duties[i] = (struct page_duty){ *first, i };
    }
    qsort(duties, count, sizeof *duties, by_group);
    for (uint32_t i = 0; i < count; i++)
        owed[i] = before[duties[i].nth];
    free(firsts);
    free(before);
    free(duties);
}

/* What a unit owes as the page has it: livelihood items behind, by bond, by collective. */
struct grouped {
    struct owed *owed;                  /* in the lines' arena */
    uint32_t from[2 * BONDS_COUNT + 1]; /* of each bond, then of each of the livelihood items */
};

/* What a part is costs several looks all over memory: one for each. */
static uint8_t *groups_of(const struct app *app, const struct owed *owed, uint32_t count)
{
    uint8_t *groups = mem_array(count, sizeof *groups);
    for (uint32_t i = 0; i < count; i++)
        groups[i] = (uint8_t)((part_is_livelihood(app->b, owed[i].part_idx) ? BONDS_COUNT : 0) + owed[i].bond);
    return groups;
}

static struct grouped group_duties(const struct app *app, uint32_t unit_idx, struct lines *lines)
{
    uint32_t count, at[2 * BONDS_COUNT];
    struct owed *owed = index_owed(app->index, unit_idx, &count);
    struct grouped grouped = { .owed = arena_array(&lines->arena, count, sizeof *owed) };
    uint8_t *groups = groups_of(app, owed, count);
    for (uint32_t i = 0; i < count; i++)
        grouped.from[groups[i] + 1]++;
    for (int group = 0; group < 2 * BONDS_COUNT; group++) {
        grouped.from[group + 1] += grouped.from[group];
        at[group] = grouped.from[group];
    }
    for (uint32_t i = 0; i < count; i++)
        grouped.owed[at[groups[i]]++] = owed[i];
    for (int group = 0; group < 2 * BONDS_COUNT; group++)
        if (grouped.from[group + 1] > grouped.from[group])
            group_by_collective(app->b, grouped.owed + grouped.from[group],
                                grouped.from[group + 1] - grouped.from[group]);
    free(groups);
    free(owed);
    return grouped;
}

static void group_head(const struct app *app, const struct owed *first, bool livelihood, uint32_t count, int cols,
                       struct lines *lines)
{
    const char *where = livelihood ? _("民生实事 ") : "";
    struct text head =
        first->via_idx == NO_IDX
            ? lines_printf(lines, _("%s%.*s（%u）"), where, TEXT_ARG(bond_name(first->bond)), count)
            : lines_printf(lines, first->bond == BOND_VIA ? _("%s经由 %.*s（%u）") : _("%s经由 %.*s，可能涉及（%u）"),
                           where, TEXT_ARG(app->b->units[first->via_idx].name), count);
    head_line(head, cols, lines);
}

/* Those of one group, which say how many they are. */
static void group_lines(const struct app *app, uint32_t unit_idx, const struct owed *owed, uint32_t count, int cols,
                        struct lines *lines)
{
    bool below = partners_below(cols, partners_cols(app, cols));
    for (uint32_t i = 0; i < count; i++) {
        struct link link = link_to(LINK_TASK, app->b->parts[owed[i].part_idx].task_idx);
        lines_late(lines, link, &owed[i]);
        if (below && partners_any(app->b, &owed[i], unit_idx))
            lines_late(lines, link, &owed[i]);
    }
}

static void duties_lines(const struct app *app, uint32_t unit_idx, int cols, struct lines *lines)
{
    int column = partners_cols(app, cols);
    struct grouped grouped = group_duties(app, unit_idx, lines);
    for (int group = 0; group < 2 * BONDS_COUNT; group++)
        for (uint32_t from = grouped.from[group], to, end = grouped.from[group + 1]; from < end; from = to) {
            for (to = from + 1; to < end && grouped.owed[to].via_idx == grouped.owed[from].via_idx;)
                to++;
            group_head(app, &grouped.owed[from], group >= BONDS_COUNT, to - from, cols, lines);
            if (from == 0 && column && lines_col(lines) < cols - column) {
                lines_tab(lines, cols - column);
                lines_run(lines, text_of(_("同谁一起")), STYLE_DIM);
            }
            group_lines(app, unit_idx, grouped.owed + from, to - from, cols, lines);
        }
}

static void member_lines(const struct app *app, const struct unit *unit, int cols, struct lines *lines)
{
    bool some = unit->coverage == COVERAGE_SOME;
    head_line(text_of(some ? _("成员中的一部分，通知没有说是哪些") : _("全体成员")), cols, lines);
    for (uint32_t i = 0; i < unit->members.count; i++) {
        uint32_t member = app->b->members[unit->members.from + i];
        lines_row(lines, link_to(LINK_UNIT, member), MARGIN + 2);
        lines_clip(lines, app->b->units[member].name, cols - MARGIN - 2, STYLE_NORMAL);
    }
    if (unit->others || unit->members.count == 0) {
        lines_row(lines, (struct link){ 0 }, MARGIN + 2);
        lines_clip(lines,
                   text_of(unit->members.count ? _("其余成员，通知没有列出") : _("成员未列出：通知没有写明是哪些单位")),
                   cols - MARGIN - 2, STYLE_DIM);
    }
}

/* The other way round: collectives that have this unit as a member. */
static void memberships_lines(const struct app *app, uint32_t unit_idx, int cols, struct lines *lines)
{
    const struct breakdown *b = app->b;
    bool any = false;
    for (uint32_t u = 0; u < b->units_count; u++)
        for (uint32_t i = 0; i < b->units[u].members.count; i++) {
            if (b->members[b->units[u].members.from + i] != unit_idx)
                continue;
            if (!any)
                head_line(text_of(_("所属集合单位")), cols, lines);
            any = true;
            lines_row(lines, link_to(LINK_UNIT, u), MARGIN + 2);
            lines_clip(lines, b->units[u].name, cols - MARGIN - 2, STYLE_NORMAL);
            if (b->units[u].coverage == COVERAGE_SOME && lines_col(lines) + 8 < cols)
                lines_run(lines, text_of(_("  其中部分")), STYLE_DIM);
        }
}

void page_unit_lines(const struct app *app, uint32_t unit_idx, int cols, struct lines *lines)
{
    const struct unit *unit = &app->b->units[unit_idx];
    cols = text_cols(cols);
    lines_say(lines, unit->name, STYLE_TITLE, cols, MARGIN);
    names_line(app, unit, cols, lines);
    counts_line(app, unit_idx, cols, lines);
    company_line(app, unit_idx, cols, lines);
    if (unit->undefined)
        head_line(text_of(_("单位名录里没有登记这个单位")), cols, lines);
    if (unit->coverage != COVERAGE_NONE)
        member_lines(app, unit, cols, lines);
    duties_lines(app, unit_idx, cols, lines);
    memberships_lines(app, unit_idx, cols, lines);
}
