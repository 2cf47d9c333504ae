/* SPDX-License-Identifier: MIT */
/* A unit's page.  What it says is its sheet; here it stands one task a line, for reading and for grep. */
#include "base/i18n.h"

#include "command/command.h"
#include "command/find.h"
#include "command/out.h"
#include "command/print.h"
#include "command/say.h"
#include "command/source.h"
#include "sheet/json.h"
#include "sheet/sheet.h"
#include "text/width.h"
#include <stdlib.h>

enum { ID_BYTES = 8, NAME_COLS = 6 }; /* most leaders have three characters */

/* 1.3　袁家军　全面构建…, with the collective before the text where one binds. */
static void put_item(struct job *job, const struct sheet *sheet, const struct sheet_row *row)
{
    const struct breakdown *b = job->breakdown;
    const struct part *part = &b->parts[row->part_idx];
    const struct task *task = &b->tasks[part->task_idx];
    const struct section *section = task_section(b, task);
    struct buf head = { 0 }, line = { 0 };
    buf_printf(&head, "  %.*s", TEXT_ARG(part->id));
    buf_fill(&head, ' ', head.bytes < ID_BYTES ? ID_BYTES - head.bytes : 2);
    struct text who = text_empty(section->leader) ? section->heading : section->leader;
    if (section->kind == SECTION_LIVELIHOOD)
        who = sheet_row_bond(row);
    if (width_cols(who, 1) < NAME_COLS)
        width_pad(&head, who, NAME_COLS, 1);
    else
        buf_text(&head, who);
    buf_string(&head, "　");
    struct text via = sheet_row_via(sheet, row), text = part->text;
    if (!text_empty(via))
        buf_printf(&head, _("〔经由 %.*s〕"), TEXT_ARG(via));
    if (job->width_cols) {
        buf_span(&line, buf_view(&head));
        buf_text(&line, text);
        buf_clear(&head);
        width_clip(&head, text_composed(buf_view(&line)), job->width_cols, job->ambiguous_cols);
        text = TEXT("");
    }
    enum style style = row->bond == BOND_MAYBE ? STYLE_MAYBE : STYLE_VIA;
    out_style(job, text_empty(via) ? STYLE_NORMAL : style, text_composed(buf_view(&head)));
    buf_text(&job->out, text);
    buf_char(&job->out, '\n');
    buf_fini(&head);
    buf_fini(&line);
}

void unit_say(struct job *job, uint32_t unit_idx)
{
    struct sheet *sheet = sheet_new(job->breakdown, job->index, (struct sheet_subject){ SHEET_UNIT, unit_idx });
    out_paragraph(job, STYLE_TITLE, job->breakdown->units[unit_idx].name);
    for (uint32_t i = 0; i < sheet->rows_count; i++) {
        const struct sheet_row *row = &sheet->rows[i];
        if (row->kind == SHEET_ITEM) {
            put_item(job, sheet, row);
        } else if (row->kind == SHEET_REMARK && i + 1 < sheet->rows_count) {
            out_paragraph(job, STYLE_NORMAL, sheet_row_text(sheet, row));
        } else if (row->kind == SHEET_REMARK && !sheet->lead_marked) {
            out_paragraph(job, STYLE_DIM, sheet_row_text(sheet, row));
        } else if (row->kind == SHEET_HEADING && row->level == 1) {
            buf_char(&job->out, '\n');
            out_paragraph(job, STYLE_TITLE, sheet_row_text(sheet, row));
        }
    }
    sheet_free(sheet);
}

static void put_owed(struct json *json, const struct breakdown *b, const struct owed *owed)
{
    const struct part *part = &b->parts[owed->part_idx];
    const struct section *section = task_section(b, &b->tasks[part->task_idx]);
    json_object(json, NULL);
    json_text(json, "id", part->id);
    json_text(json, "text", part->text);
    json_text(json, "section", section->id);
    json_text_or_null(json, "leader", section->leader);
    json_word(json, "role", owed->role == ROLE_LEAD ? "lead" : "support");
    json_text_or_null(json, "via", owed->via_idx == NO_IDX ? TEXT("") : b->units[owed->via_idx].name);
    json_close(json);
}

static void put_lists(struct json *json, const struct breakdown *b, const struct owed *owed, uint32_t count,
                      bool livelihood)
{
    static const char *const keys[BONDS_COUNT] = { "lead", "support", "via", "maybe" };
    for (enum bond bond = 0; bond < BONDS_COUNT; bond++) {
        json_array(json, keys[bond]);
        for (uint32_t i = 0; i < count; i++)
            if (part_is_livelihood(b, owed[i].part_idx) == livelihood && owed[i].bond == bond)
                put_owed(json, b, &owed[i]);
        json_close(json);
    }
}

static void put_json(struct job *job, uint32_t unit_idx)
{
    uint32_t count;
    struct owed *owed = index_owed(job->index, unit_idx, &count);
    struct json json = json_answer(&job->out);
    json_object(&json, "unit");
    json_unit(&json, job->breakdown, job->index, unit_idx);
    json_close(&json);
    put_lists(&json, job->breakdown, owed, count, false);
    json_object(&json, "livelihood");
    put_lists(&json, job->breakdown, owed, count, true);
    json_close(&json);
    json_close(&json);
    free(owed);
}

int command_unit(struct job *job)
{
    int status = source_load(job);
    if (status)
        return status;
    struct meaning meaning;
    if (!find_meaning(job, job_words(job), MEAN_UNITS, _("单位"), &meaning))
        return STATUS_NOTHING;
    uint32_t unit_idx = meaning.idx;
    if (job->format == FORMAT_JSON) {
        put_json(job, unit_idx);
        return STATUS_DONE;
    }
    if (job->format == FORMAT_TEXT) {
        unit_say(job, unit_idx);
        return STATUS_DONE;
    }
    struct sheet *sheet = sheet_new(job->breakdown, job->index, (struct sheet_subject){ SHEET_UNIT, unit_idx });
    print_render(job, sheet, FORMAT_TSV, SHEET_LIST, &job->out, NULL);
    sheet_free(sheet);
    return STATUS_DONE;
}
