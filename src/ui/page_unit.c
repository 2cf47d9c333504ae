/* SPDX-License-Identifier: MIT */
/*
 * A unit's page: what it leads and supports, what it owes through collectives that surely bind it, and what it may owe
 * through those that say not whom they mean.  Four lists that are never mixed; livelihood items apart in each.
 */
#include <stdlib.h>

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
#include "ui/say.h"

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
    struct paragraph p = { .text = text_composed(buf_view(&buf)),
                           .style = STYLE_DIM,
                           .cols = cols,
                           .first_indent = MARGIN,
                           .indent = MARGIN };
    lines_paragraph(lines, &p);
    buf_clear(&buf);
    for (uint32_t i = 0; i < unit->aliases.count; i++)
        buf_printf(&buf, "%s%.*s", i ? "、" : _("又名 "), TEXT_ARG(app->b->texts[unit->aliases.from + i]));
    p.text = text_composed(buf_view(&buf));
    lines_paragraph(lines, &p);
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
    lines_paragraph(lines, &(struct paragraph){ .text = text_composed(buf_view(&buf)),
                                                .style = STYLE_NORMAL,
                                                .cols = cols,
                                                .first_indent = MARGIN,
                                                .indent = MARGIN });
    buf_fini(&buf);
}

/* With whom it has most to do: 一起 省经信厅 35、省科技厅 25 …（共 65 家）. */
static void company_line(const struct app *app, uint32_t unit_idx, int cols, struct lines *lines)
{
    enum { NAMED_MAX = 3 };
    struct pairs pairs = pairs_of(app->index, unit_idx, NAMED_MAX);
    struct buf buf = { 0 };
    for (uint32_t i = 0; i < pairs.count && pairs.items[i].parts; i++)
        buf_printf(&buf, "%s%.*s %u", i ? "、" : _("常一起："),
                   TEXT_ARG(app->b->units[pairs.items[i].unit_idx[1]].name), pairs.items[i].parts);
    if (buf.bytes && pairs.total > pairs.count)
        buf_printf(&buf, _("（共 %u 家）"), pairs.total);
    lines_paragraph(lines, &(struct paragraph){ .text = text_composed(buf_view(&buf)),
                                                .style = STYLE_DIM,
                                                .cols = cols,
                                                .first_indent = MARGIN,
                                                .indent = MARGIN });
    buf_fini(&buf);
    pairs_fini(&pairs);
}

/* Who else has the duty: in its column, below the title that begins in title_col, or where nothing is cut behind it. */
static void add_partners(const struct app *app, uint32_t unit_idx, const struct owed *owed, int title_col, int cols,
                         struct lines *lines)
{
    struct buf buf = { 0 };
    int column = partners_cols(app, cols);
    bool below = !column && cols < MEASURE_NONE / 2;
    int at = column ? cols - column : below ? title_col : lines_col(lines) + 2;
    partners_put(app->b, owed, unit_idx, cols - at, lines->ambiguous_cols, &buf);
    if (buf.bytes && below)
        lines_start(lines, lines->lines[lines->count - 1].link);
    if (buf.bytes) {
        lines_tab(lines, at);
        lines_run(lines, text_composed(buf_view(&buf)), STYLE_DIM);
    }
    buf_fini(&buf);
}

static void owed_lines(const struct app *app, uint32_t unit_idx, const struct owed *owed, int cols, struct lines *lines)
{
    const struct breakdown *b = app->b;
    const struct part *part = &b->parts[owed->part_idx];
    const struct task *task = &b->tasks[part->task_idx];
    const struct section *section = task_section(b, task);
    int at = MARGIN + ID_COLS + (b->volumes_count > 1 ? 5 : 0);
    lines_start(lines, link_to(LINK_TASK, part->task_idx));
    lines->lines[lines->count - 1].link_starts = true;
    lines_tab(lines, MARGIN);
    lines_run(lines, part->id, owed->bond == BOND_SUPPORT ? STYLE_DIM : bond_style(owed->bond));
    if (lines_col(lines) >= at)
        at = lines_col(lines) + 1;
    int column = partners_cols(app, cols);
    if (cols >= WHO_MIN_COLS && (!column || cols >= WIDE_COLS)) {
        lines_tab(lines, at);
        struct text who = section->kind == SECTION_LEADER       ? section->leader
                          : section->kind == SECTION_LIVELIHOOD ? text_of(_("民生"))
                                                                : section->no;
        lines_run_clipped(lines, who, WHO_COLS - 1, STYLE_DIM, NULL, 0);
        at += WHO_COLS;
    }
    lines_tab(lines, at);
    int end = column ? cols - column - 2 : cols;
    lines_run_clipped(lines, part_title(part), end - lines_col(lines), STYLE_NORMAL, NULL, 0);
    add_partners(app, unit_idx, owed, at, cols, lines);
}

static void head_line(struct text text, int cols, struct lines *lines)
{
    lines_blank(lines);
    lines_paragraph(lines,
                    &(struct paragraph){
                        .text = text, .style = STYLE_TITLE, .cols = cols, .first_indent = MARGIN, .indent = MARGIN });
}

/* A duty on the page, and the group that it stands in: livelihood apart, by bond, by collective as they come first. */
struct page_duty {
    bool livelihood;
    enum bond bond;
    uint32_t via_idx;
    uint32_t group_nth; /* of the group's first duty */
    uint32_t nth;       /* among all that the unit owes: document order */
};

#define ORDER(x, y) (((x) > (y)) - ((x) < (y)))

static int by_collective(const void *a, const void *b)
{
    const struct page_duty *x = a, *y = b;
    int order = ORDER(x->livelihood, y->livelihood);
    order = order ? order : ORDER(x->bond, y->bond);
    order = order ? order : ORDER(x->via_idx, y->via_idx);
    return order ? order : ORDER(x->nth, y->nth);
}

static int by_group(const void *a, const void *b)
{
    const struct page_duty *x = a, *y = b;
    int order = ORDER(x->livelihood, y->livelihood);
    order = order ? order : ORDER(x->bond, y->bond);
    order = order ? order : ORDER(x->group_nth, y->group_nth);
    return order ? order : ORDER(x->nth, y->nth);
}

static bool same_group(const struct page_duty *x, const struct page_duty *y)
{
    return x->livelihood == y->livelihood && x->bond == y->bond && x->via_idx == y->via_idx;
}

/* Sorted twice, so that a page of many duties takes no longer than it must: heap, the caller's. */
static struct page_duty *group_duties(const struct app *app, const struct owed *owed, uint32_t count)
{
    struct page_duty *duties = mem_array(count, sizeof *duties);
    for (uint32_t i = 0; i < count; i++)
        duties[i] =
            (struct page_duty){ part_is_livelihood(app->b, owed[i].part_idx), owed[i].bond, owed[i].via_idx, i, i };
    if (count)
        qsort(duties, count, sizeof *duties, by_collective);
    for (uint32_t i = 1; i < count; i++)
        if (same_group(&duties[i], &duties[i - 1]))
            duties[i].group_nth = duties[i - 1].group_nth;
    if (count)
        qsort(duties, count, sizeof *duties, by_group);
    return duties;
}

static void group_head(const struct app *app, const struct page_duty *first, uint32_t count, int cols,
                       struct lines *lines)
{
    const char *where = first->livelihood ? _("民生实事 ") : "";
    struct buf buf = { 0 };
    struct text head =
        first->via_idx == NO_IDX
            ? say(&buf, _("%s%.*s（%u）"), where, TEXT_ARG(bond_name(first->bond)), count)
            : say(&buf, first->bond == BOND_VIA ? _("%s经由 %.*s（%u）") : _("%s经由 %.*s，可能涉及（%u）"), where,
                  TEXT_ARG(app->b->units[first->via_idx].name), count);
    head_line(head, cols, lines);
    buf_fini(&buf);
}

static void duties_lines(const struct app *app, uint32_t unit_idx, int cols, struct lines *lines)
{
    uint32_t count;
    struct owed *owed = index_owed(app->index, unit_idx, &count);
    int column = partners_cols(app, cols);
    struct page_duty *duties = group_duties(app, owed, count);
    for (uint32_t from = 0, to; from < count; from = to) {
        for (to = from + 1; to < count && same_group(&duties[to], &duties[from]);)
            to++;
        group_head(app, &duties[from], to - from, cols, lines);
        if (from == 0 && column && lines_col(lines) < cols - column) {
            lines_tab(lines, cols - column);
            lines_run(lines, text_of(_("同谁一起")), STYLE_DIM);
        }
        for (uint32_t i = from; i < to; i++)
            owed_lines(app, unit_idx, &owed[duties[i].nth], cols, lines);
    }
    free(duties);
    free(owed);
}

static void member_lines(const struct app *app, const struct unit *unit, int cols, struct lines *lines)
{
    struct buf buf = { 0 };
    if (unit->coverage == COVERAGE_SOME)
        head_line(text_of(_("成员中的一部分，通知没有说是哪些")), cols, lines);
    else
        head_line(text_of(_("全体成员")), cols, lines);
    for (uint32_t i = 0; i < unit->members.count; i++) {
        uint32_t member = app->b->members[unit->members.from + i];
        lines_start(lines, link_to(LINK_UNIT, member));
        lines_tab(lines, MARGIN + 2);
        lines_run_clipped(lines, app->b->units[member].name, cols - MARGIN - 2, STYLE_NORMAL, NULL, 0);
    }
    if (unit->others || unit->members.count == 0) {
        lines_start(lines, (struct link){ 0 });
        lines_tab(lines, MARGIN + 2);
        lines_run_clipped(
            lines, text_of(unit->members.count ? _("其余成员，通知没有列出") : _("成员未列出：通知没有写明是哪些单位")),
            cols - MARGIN - 2, STYLE_DIM, NULL, 0);
    }
    buf_fini(&buf);
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
            lines_start(lines, link_to(LINK_UNIT, u));
            lines_tab(lines, MARGIN + 2);
            lines_run_clipped(lines, b->units[u].name, cols - MARGIN - 2, STYLE_NORMAL, NULL, 0);
            if (b->units[u].coverage == COVERAGE_SOME && lines_col(lines) + 8 < cols)
                lines_run(lines, text_of(_("  其中部分")), STYLE_DIM);
        }
}

void page_unit_lines(const struct app *app, uint32_t unit_idx, int cols, struct lines *lines)
{
    const struct unit *unit = &app->b->units[unit_idx];
    cols -= MARGIN;
    int text_cols = measure_cols(cols, MEASURE_COLS + 20);
    lines_paragraph(
        lines,
        &(struct paragraph){
            .text = unit->name, .style = STYLE_TITLE, .cols = text_cols, .first_indent = MARGIN, .indent = MARGIN });
    names_line(app, unit, text_cols, lines);
    counts_line(app, unit_idx, text_cols, lines);
    company_line(app, unit_idx, text_cols, lines);
    if (unit->undefined)
        head_line(text_of(_("单位名录里没有登记这个单位")), text_cols, lines);
    if (unit->coverage != COVERAGE_NONE)
        member_lines(app, unit, text_cols, lines);
    duties_lines(app, unit_idx, text_cols, lines);
    memberships_lines(app, unit_idx, text_cols, lines);
}
