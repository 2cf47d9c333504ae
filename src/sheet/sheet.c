/* SPDX-License-Identifier: MIT */
#include "sheet/sheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "sheet/build.h"
#include "text/width.h"

struct sheet *sheet_new(const struct breakdown *b, const struct index *index, struct sheet_subject subject)
{
    struct sheet *sheet = mem_array(1, sizeof *sheet);
    sheet->breakdown = b;
    sheet->index = index;
    sheet->subject = subject;
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
    case SHEET_LEADER:
        build_leader(sheet, subject.idx);
        break;
    }
    build_source(sheet);
    return sheet;
}

void sheet_free(struct sheet *sheet)
{
    if (!sheet)
        return;
    arena_fini(&sheet->arena);
    free(sheet->rows);
    free(sheet);
}

bool sheet_write(const struct sheet *sheet, enum format format, struct sheet_options options, struct buf *out)
{
    if (!format_table[format].render)
        return false;
    format_table[format].render(sheet, options, out);
    return true;
}

void sheet_file_name(const struct sheet *sheet, enum format format, struct buf *out)
{
    const struct breakdown *b = sheet->breakdown;
    struct text name = TEXT("全部任务");
    switch (sheet->subject.kind) {
    case SHEET_ALL:
        name = text_of(_("全部任务"));
        break;
    case SHEET_SECTION: {
        const struct section *section = &b->sections[sheet->subject.idx];
        name = section->kind == SECTION_LEADER ? section->leader : section->heading;
        break;
    }
    case SHEET_TASK:
        name = b->tasks[sheet->subject.idx].id;
        break;
    case SHEET_PART:
        name = b->parts[sheet->subject.idx].id;
        break;
    case SHEET_UNIT:
        name = b->units[sheet->subject.idx].name;
        break;
    case SHEET_LEADER:
        name = sheet->index->leaders->items[sheet->subject.idx].forms[LEADER_NAME];
        break;
    }
    enum { NAME_BYTES = 200 }; /* file systems end at 255 */
    if (name.bytes > NAME_BYTES)
        name = width_head(name, NAME_BYTES / 3, 1, NULL);
    for (size_t i = 0; i < name.bytes; i++)
        buf_char(out, strchr("/\\:*?\"<>|", name.at[i]) || (i == 0 && strchr(".-", name.at[i])) ? '_' : name.at[i]);
    buf_printf(out, ".%s", format_table[format].extension);
}
