/* SPDX-License-Identifier: MIT */
/* A unit's page.  What it says is its sheet; here it stands one task a line, for reading and for grep. */
#include "base/i18n.h"

#include "command/command.h"
#include "command/find.h"
#include "command/out.h"
#include "command/source.h"
#include "sheet/json.h"
#include "sheet/sheet.h"
#include "text/width.h"
#include <stdlib.h>

enum { ID_BYTES = 8, NAME_COLS = 6 }; /* most leaders have three characters */

/* 1.3　袁家军　全面构建…, with the collective before the text where one binds. */
static void put_item(struct job *job, const struct sheet_row *row)
{
    const struct breakdown *b = job->breakdown;
    const struct task *task = &b->tasks[b->parts[row->part_idx].task_idx];
    const struct section *section = task_section(b, task);
    struct buf head = { 0 }, line = { 0 };
    buf_printf(&head, "  %.*s", TEXT_ARG(row->id));
    buf_fill(&head, ' ', head.bytes < ID_BYTES ? ID_BYTES - head.bytes : 2);
    struct text who = text_empty(section->leader) ? section->heading : section->leader;
    if (section->kind == SECTION_LIVELIHOOD)
        who = row->bond;
    if (width_cols(who, 1) < NAME_COLS)
        width_pad(&head, who, NAME_COLS, 1);
    else
        buf_text(&head, who);
    buf_string(&head, "　");
    if (!text_empty(row->via))
        buf_printf(&head, _("〔经由 %.*s〕"), TEXT_ARG(row->via));
    struct text text = row->text;
    if (job->width_cols) {
        buf_span(&line, buf_view(&head));
        buf_text(&line, text);
        buf_clear(&head);
        width_clip(&head, text_composed(buf_view(&line)), job->width_cols, job->ambiguous_cols);
        text = TEXT("");
    }
    enum style style = text_equal(row->bond, bond_name(BOND_MAYBE)) ? STYLE_MAYBE : STYLE_VIA;
    out_style(job, text_empty(row->via) ? STYLE_NORMAL : style, text_composed(buf_view(&head)));
    buf_text(&job->out, text);
    buf_char(&job->out, '\n');
    buf_fini(&head);
    buf_fini(&line);
}

static void put_text(struct job *job, const struct sheet *sheet)
{
    const struct unit *unit = &job->breakdown->units[sheet->subject.idx];
    out_paragraph(job, STYLE_TITLE, unit->name);
    for (uint32_t i = 0; i < sheet->rows_count; i++) {
        const struct sheet_row *row = &sheet->rows[i];
        if (row->kind == SHEET_ITEM) {
            put_item(job, row);
        } else if (row->kind == SHEET_REMARK && i + 1 < sheet->rows_count) {
            out_paragraph(job, STYLE_NORMAL, row->text);
        } else if (row->kind == SHEET_REMARK && !sheet->lead_marked) {
            out_paragraph(job, STYLE_DIM, row->text);
        } else if (row->kind == SHEET_HEADING && row->level == 1) {
            buf_char(&job->out, '\n');
            out_paragraph(job, STYLE_TITLE, row->text);
        }
    }
}

static json_t *owed_json(const struct breakdown *b, const struct owed *owed)
{
    const struct part *part = &b->parts[owed->part_idx];
    const struct section *section = task_section(b, &b->tasks[part->task_idx]);
    json_t *object = json_object();
    json_object_set_new(object, "id", json_text(part->id));
    json_object_set_new(object, "text", json_text(part->text));
    json_object_set_new(object, "section", json_text(section->id));
    json_object_set_new(object, "leader", json_text_or_null(section->leader));
    json_object_set_new(object, "role", json_string(owed->role == ROLE_LEAD ? "lead" : "support"));
    json_object_set_new(object, "via", owed->via_idx == NO_IDX ? json_null() : json_text(b->units[owed->via_idx].name));
    return object;
}

static json_t *owed_lists(const struct job *job, uint32_t unit_idx, bool livelihood)
{
    static const char *const keys[BONDS_COUNT] = { "lead", "support", "via", "maybe" };
    const struct breakdown *b = job->breakdown;
    uint32_t count;
    struct owed *owed = index_owed(job->index, unit_idx, &count);
    json_t *object = json_object();
    for (enum bond bond = 0; bond < BONDS_COUNT; bond++) {
        json_t *list = json_array();
        for (uint32_t i = 0; i < count; i++) {
            const struct task *task = &b->tasks[b->parts[owed[i].part_idx].task_idx];
            bool here = (task_section(b, task)->kind == SECTION_LIVELIHOOD) == livelihood;
            if (here && owed[i].bond == bond)
                json_array_append_new(list, owed_json(b, &owed[i]));
        }
        json_object_set_new(object, keys[bond], list);
    }
    free(owed);
    return object;
}

static void put_json(struct job *job, uint32_t unit_idx)
{
    json_t *object = json_object(), *lists = owed_lists(job, unit_idx, false);
    json_object_set_new(object, "format", json_integer(JSON_FORMAT));
    json_object_set_new(object, "unit", json_unit(job->breakdown, job->index, unit_idx));
    json_object_update(object, lists);
    json_decref(lists);
    json_object_set_new(object, "livelihood", owed_lists(job, unit_idx, true));
    json_put(object, &job->out);
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
    struct sheet_subject subject = { SHEET_UNIT, unit_idx };
    struct sheet *sheet = sheet_new(job->breakdown, job->index, subject);
    if (job->format == FORMAT_TSV)
        sheet_write(sheet, FORMAT_TSV, (struct sheet_options){ .for_spreadsheet = job->options->bom }, &job->out);
    else
        put_text(job, sheet);
    sheet_free(sheet);
    return STATUS_DONE;
}
