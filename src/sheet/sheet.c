/* SPDX-License-Identifier: MIT */
#include "sheet/sheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "sheet/build.h"
#include "text/width.h"

/* What changed since the volume before; the first has none. */
static void changes_to(struct sheet *sheet, uint32_t volume_idx)
{
    struct diff *diff = diff_new_volumes(sheet->breakdown, volume_idx ? volume_idx - 1 : 0, volume_idx);
    build_changes(sheet, sheet->breakdown, diff);
    diff_free(diff);
}

static struct sheet *begin(const struct breakdown *b, const struct index *index, struct sheet_subject subject)
{
    struct sheet *sheet = mem_array(1, sizeof *sheet);
    sheet->breakdown = b;
    sheet->index = index;
    sheet->subject = subject;
    return sheet;
}

struct sheet *sheet_new_for(const struct breakdown *b, const struct index *index, struct sheet_subject subject,
                            const bool *tasks, struct text what)
{
    struct sheet *sheet = begin(b, index, subject);
    switch (subject.kind) {
    case SHEET_ALL:
        build_all(sheet);
        break;
    case SHEET_SECTION:
        build_section(sheet, subject.idx);
        break;
    case SHEET_TASK:
        build_task(sheet, subject.idx);
        break;
    case SHEET_PART:
        build_part(sheet, subject.idx);
        break;
    case SHEET_UNIT:
        build_unit(sheet, subject.idx);
        break;
    case SHEET_CHANGES:
        changes_to(sheet, subject.idx);
        break;
    case SHEET_TASKS:
        build_tasks(sheet, tasks, what);
        break;
    case SHEET_TARGETS:
        build_targets(sheet, tasks, what, (enum targets_order)subject.idx);
        break;
    case SHEET_LEADER:
        build_leader(sheet, subject.idx);
        break;
    }
    build_source(sheet);
    return sheet;
}

struct sheet *sheet_new(const struct breakdown *b, const struct index *index, struct sheet_subject subject)
{
    return sheet_new_for(b, index, subject, NULL, TEXT(""));
}

struct sheet *sheet_new_of_changes(const struct breakdown *old, const struct breakdown *b, const struct index *index,
                                   const struct diff *diff)
{
    struct sheet *sheet = begin(b, index, (struct sheet_subject){ SHEET_CHANGES, 0 });
    build_changes(sheet, old, diff);
    build_source(sheet);
    return sheet;
}

void sheet_free(struct sheet *sheet)
{
    if (!sheet)
        return;
    arena_fini(&sheet->arena);
    targets_free(sheet->targets);
    free(sheet->rows);
    free(sheet->said);
    free(sheet);
}

struct text sheet_row_text(const struct sheet *sheet, const struct sheet_row *row)
{
    bool of_part = row->kind == SHEET_ITEM && !sheet->targets;
    return of_part ? sheet->breakdown->parts[row->part_idx].text : sheet->said[row->said_idx];
}

void sheet_row_number(const struct sheet *sheet, const struct sheet_row *row, struct buf *out)
{
    const struct part *part = &sheet->breakdown->parts[row->part_idx];
    const struct task *task = &sheet->breakdown->tasks[part->task_idx];
    switch (row->number) {
    case NUMBER_NO:
        buf_printf(out, "%d.", task->no);
        break;
    case NUMBER_TASK:
        buf_text(out, task->id);
        break;
    case NUMBER_PART:
        buf_text(out, part->id);
        break;
    default:
        break;
    }
}

struct text sheet_row_bond(const struct sheet_row *row)
{
    return row->bond == BONDS_COUNT ? TEXT("") : bond_name((enum bond)row->bond);
}

struct text sheet_row_via(const struct sheet *sheet, const struct sheet_row *row)
{
    bool via = sheet->subject.kind == SHEET_UNIT && row->via_idx != NO_IDX;
    return via ? sheet->breakdown->units[row->via_idx].name : TEXT("");
}

struct text sheet_row_note(const struct sheet *sheet, const struct sheet_row *row)
{
    bool noted = sheet->subject.kind == SHEET_CHANGES && row->said_idx != NO_IDX;
    return noted ? sheet->said[row->said_idx] : TEXT("");
}

bool sheet_write(const struct sheet *sheet, enum format format, struct sheet_options options, struct buf *out)
{
    if (!format_table[format].render)
        return false;
    format_table[format].render(sheet, options, out);
    return true;
}

void sheet_name(const struct sheet *sheet, struct buf *out)
{
    const struct breakdown *b = sheet->breakdown;
    uint32_t idx = sheet->subject.idx;
    switch (sheet->subject.kind) {
    case SHEET_ALL:
        buf_string(out, _("全部任务"));
        break;
    case SHEET_SECTION:
        buf_text(out, b->sections[idx].kind == SECTION_LEADER ? b->sections[idx].leader : b->sections[idx].heading);
        break;
    case SHEET_TASK:
        buf_text(out, b->tasks[idx].id);
        break;
    case SHEET_PART:
        buf_text(out, b->parts[idx].id);
        break;
    case SHEET_UNIT:
        buf_text(out, b->units[idx].name);
        break;
    case SHEET_TASKS:
    case SHEET_CHANGES:
    case SHEET_TARGETS:
        buf_text(out, sheet->title);
        break;
    case SHEET_LEADER:
        buf_text(out, sheet->index->leaders->items[idx].forms[LEADER_NAME]);
        break;
    }
}

void sheet_file_name(const struct sheet *sheet, enum format format, struct buf *out)
{
    enum { NAME_BYTES = 200 }; /* file systems end at 255 */
    struct text name = sheet->title;
    if (name.bytes > NAME_BYTES)
        name = width_head(name, NAME_BYTES / 3, 1, NULL);
    for (size_t i = 0; i < name.bytes; i++)
        buf_char(out, strchr("/\\:*?\"<>|", name.at[i]) || (i == 0 && strchr(".-", name.at[i])) ? '_' : name.at[i]);
    buf_printf(out, ".%s", format_table[format].extension);
}
