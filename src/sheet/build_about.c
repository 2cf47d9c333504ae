/* SPDX-License-Identifier: MIT */
/* What a sheet says of itself: who issued it, how many tasks it has, when it was printed and from what. */
#include <string.h>

#include "base/i18n.h"
#include "sheet/build.h"

static const char blank[] = "　";

static void put(struct buf *out, struct text text)
{
    if (text_empty(text))
        return;
    buf_string(out, out->bytes ? blank : "");
    buf_text(out, text);
}

void sheet_count_tasks(const struct sheet *sheet, uint32_t counts[2])
{
    const struct breakdown *b = sheet->breakdown;
    uint32_t before = NO_IDX;
    for (uint32_t i = 0; i < sheet->rows_count; i++) {
        if (sheet->rows[i].kind != SHEET_ITEM)
            continue;
        uint32_t part_idx = sheet->rows[i].part_idx, task_idx = b->parts[part_idx].task_idx;
        counts[part_is_livelihood(b, part_idx)] += task_idx != before;
        before = task_idx;
    }
}

/* What is said of a sheet: of a unit's all that it owes, of one of changes nothing, for its headings say it. */
static void count(const struct sheet *sheet, uint32_t counts[2])
{
    if (sheet->subject.kind == SHEET_UNIT) {
        const struct counts *of_unit = &sheet->index->counts[sheet->subject.idx];
        for (enum bond bond = 0; bond < BONDS_COUNT; bond++) {
            counts[0] += of_unit->tasks[bond];
            counts[1] += of_unit->livelihood[bond];
        }
    } else if (sheet->subject.kind != SHEET_CHANGES) {
        sheet_count_tasks(sheet, counts);
    }
}

static struct text issuer_of(const struct sheet *sheet)
{
    const struct breakdown *b = sheet->breakdown;
    switch (sheet->subject.kind) {
    case SHEET_SECTION:
        return b->volumes[b->sections[sheet->subject.idx].volume_idx].issuer;
    case SHEET_TASK:
        return task_volume(b, &b->tasks[sheet->subject.idx])->issuer;
    case SHEET_PART:
        return task_volume(b, &b->tasks[b->parts[sheet->subject.idx].task_idx])->issuer;
    case SHEET_LEADER:
        return b->volumes[sheet->index->leaders->items[sheet->subject.idx].volume_idx].issuer;
    default:
        return b->volumes_count == 1 ? b->volumes[0].issuer : TEXT("");
    }
}

void sheet_about(const struct sheet *sheet, struct sheet_options options, struct buf *out)
{
    uint32_t counts[2] = { 0 };
    struct text issuer = issuer_of(sheet);
    if (!text_equal(issuer, sheet->subtitle))
        put(out, issuer);
    count(sheet, counts);
    if (sheet->targets) {
        buf_string(out, out->bytes ? blank : "");
        buf_printf(out, _("量化指标%u条"), sheet->targets->count);
    }
    if (counts[0] + counts[1])
        buf_string(out, out->bytes ? blank : "");
    if (counts[0] && counts[1])
        buf_printf(out, _("重点工作%u项，民生实事%u项"), counts[0], counts[1]);
    else if (counts[0] + counts[1])
        buf_printf(out, counts[0] ? _("重点工作%u项") : _("民生实事%u项"), counts[0] + counts[1]);
    if (options.printed.year) {
        buf_string(out, out->bytes ? blank : "");
        buf_printf(out, _("%d年%d月%d日打印"), options.printed.year, options.printed.month, options.printed.day);
    }
}

void build_source(struct sheet *sheet)
{
    const struct breakdown *b = sheet->breakdown;
    struct buf said = { 0 };
    for (uint32_t i = 0; i < b->volumes_count; i++) {
        const struct volume *volume = &b->volumes[i];
        const char *slash = strrchr(volume->path, '/'), *name = slash ? slash + 1 : volume->path;
        buf_string(&said, i ? "；" : "");
        buf_printf(&said, "%.*s《%.*s》", TEXT_ARG(volume->issuer), TEXT_ARG(volume->title));
        if (strcmp(name, "-") != 0) {
            buf_string(&said, "（");
            text_clean_to(&said, span_of(name));
            buf_string(&said, "）");
        }
    }
    if (said.bytes)
        sheet->source = build_printf(sheet, _("来源：%.*s。"), (int)said.bytes, said.at);
    buf_fini(&said);
}
