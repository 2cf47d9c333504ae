/* SPDX-License-Identifier: MIT */
/* The sheet of targets in figures; and any sheet in the order of its deadlines. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "breakdown/deadlines.h"
#include "sheet/build.h"

static void add_target(struct sheet *sheet, uint32_t target_idx)
{
    const struct target *target = &sheet->targets->items[target_idx];
    struct buf phrase = { 0 };
    target_phrase(sheet->breakdown, target, &phrase);
    struct sheet_row *row = build_row(sheet, SHEET_ITEM);
    row->part_idx = target->part_idx;
    row->target_idx = target_idx;
    row->number = NUMBER_PART;
    row->said_idx = build_said(sheet, text_take(&sheet->arena, &phrase));
}

void build_targets(struct sheet *sheet, const bool *tasks, struct text what, enum targets_order order)
{
    const struct breakdown *b = sheet->breakdown;
    sheet->picked_by = text_copy(&sheet->arena, what);
    sheet->targets = targets_new(sheet->index, tasks, order);
    sheet->title =
        text_empty(what) ? text_of(_("量化指标清单")) : build_printf(sheet, _("“%.*s”量化指标清单"), TEXT_ARG(what));
    if (b->volumes_count == 1)
        sheet->subtitle = b->volumes[0].title;
    uint32_t section_idx = NO_IDX;
    for (uint32_t i = 0; i < sheet->targets->count; i++) {
        uint32_t here = b->tasks[b->parts[sheet->targets->items[i].part_idx].task_idx].section_idx;
        if (order == TARGETS_NOTICE && here != section_idx)
            build_heading(sheet, 1, b->sections[here].heading);
        section_idx = here;
        add_target(sheet, i);
    }
}

/* A task's rows, which stay together. */
struct task_rows {
    uint32_t day, from, count;
};

static int earliest_first(const void *left, const void *right)
{
    const struct task_rows *a = left, *b = right;
    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    return (a->from > b->from) - (a->from < b->from);
}

static struct task_rows *take_runs(const struct sheet *sheet, uint32_t *count)
{
    const struct breakdown *b = sheet->breakdown;
    struct task_rows *runs = NULL;
    size_t cap = 0;
    uint32_t before = NO_IDX;
    *count = 0;
    for (uint32_t i = 0; i < sheet->rows_count; i++) {
        if (sheet->rows[i].kind != SHEET_ITEM)
            continue;
        uint32_t task_idx = b->parts[sheet->rows[i].part_idx].task_idx;
        if (task_idx == before && runs[*count - 1].from + runs[*count - 1].count == i) {
            runs[*count - 1].count++;
            continue;
        }
        before = task_idx;
        MEM_GROW(runs, *count + 1, cap);
        runs[(*count)++] = (struct task_rows){ deadlines_of(b, task_idx), i, 1 };
    }
    if (*count)
        qsort(runs, *count, sizeof *runs, earliest_first);
    return runs;
}

/* Month by month; out of several sections a number alone would not say which task it is. */
static void put_run(struct sheet *sheet, const struct sheet_row *rows, const struct task_rows *run,
                    const struct task_rows *before)
{
    struct buf month = { 0 };
    deadlines_month(run->day, &month);
    if (!before || !deadlines_same_month(run->day, before->day))
        build_heading(sheet, 1, text_take(&sheet->arena, &month));
    for (uint32_t i = 0; i < run->count; i++) {
        struct sheet_row *row = build_row(sheet, SHEET_ITEM);
        *row = rows[run->from + i];
        if (sheet->subject.kind != SHEET_SECTION)
            row->number = i ? NUMBER_NONE : NUMBER_TASK;
    }
    buf_fini(&month);
}

void sheet_sort_by_due(struct sheet *sheet)
{
    uint32_t runs_count, rows_count = sheet->rows_count;
    struct task_rows *runs = take_runs(sheet, &runs_count);
    struct sheet_row *rows = sheet->rows;
    sheet->rows = NULL;
    sheet->rows_count = 0;
    sheet->rows_cap = 0;
    sheet->title = build_printf(sheet, _("%.*s（按完成时限）"), TEXT_ARG(sheet->title));
    bool items = false;
    /* Remarks stay before and behind; its headings are no longer true. */
    for (uint32_t at = 0; at < rows_count; at++) {
        if (rows[at].kind == SHEET_REMARK)
            *build_row(sheet, SHEET_REMARK) = rows[at];
        for (uint32_t i = 0; i < runs_count && rows[at].kind == SHEET_ITEM && !items; i++)
            put_run(sheet, rows, &runs[i], i ? &runs[i - 1] : NULL);
        items = items || rows[at].kind == SHEET_ITEM;
    }
    free(rows);
    free(runs);
}
