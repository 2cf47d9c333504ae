/* SPDX-License-Identifier: MIT */
#include "base/i18n.h"
#include "command/command.h"
#include "command/message.h"
#include "command/out.h"
#include "command/source.h"
#include "format/save.h"
#include "sheet/json.h"
#include "sheet/render.h"

/* One row a duty: the form that pivots.  NULL: what nobody has been told to do has a row, too. */
static void put_duty(const struct breakdown *b, const struct part *part, const struct duty *duty, struct table *table)
{
    const struct unit *unit = duty ? &b->units[duty->unit_idx] : NULL;
    sheet_csv_place(b, part, table);
    table_cell(table, unit ? unit->name : TEXT(""));
    table_cell(table, unit ? role_name(duty->role) : TEXT(""));
    table_cell(table, unit ? unit_kind_name(unit->kind) : TEXT(""));
    sheet_csv_named(&b->tasks[part->task_idx], table);
    table_end(table);
}

static void put_table(struct job *job, enum table_dialect dialect)
{
    static const char *const head[] = { "编号", "部分", "领导",     "职务",     "序号",     "任务",   "标签",
                                        "单位", "责任", "单位类别", "完成时限", "牵头领导", "联系人", NULL };
    const struct breakdown *b = job->breakdown;
    struct table table = out_table(job, dialect);
    table_head(&table, head);
    for (uint32_t i = 0; i < b->parts_count && buf_drain(&job->out); i++) {
        const struct part *part = &b->parts[i];
        for (uint32_t k = part->duties.from; k < slice_end(part->duties) && buf_drain(&job->out); k++)
            put_duty(b, part, &b->duties[k], &table);
        if (!part->duties.count)
            put_duty(b, part, NULL, &table);
    }
}

int command_export(struct job *job)
{
    int status = source_load(job);
    if (status)
        return status;
    const struct breakdown *b = job->breakdown;
    if (job->format == FORMAT_YAML && b->volumes_count != 1) {
        message(_("yaml 一次只能输出一份"));
        return STATUS_USAGE;
    }
    out_stream(job);
    if (job->format == FORMAT_YAML)
        breakdown_save(b, 0, &job->out);
    else if (job->format == FORMAT_JSON)
        json_breakdown(b, job->index, &job->out);
    else
        put_table(job, job->format == FORMAT_CSV ? TABLE_CSV : TABLE_TSV);
    return STATUS_DONE;
}
