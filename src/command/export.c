/* SPDX-License-Identifier: MIT */
#include "base/i18n.h"
#include "command/command.h"
#include "command/message.h"
#include "command/out.h"
#include "command/source.h"
#include "format/save.h"
#include "sheet/json.h"
#include "sheet/render.h"

/* One row a duty: the form that pivots. */
static void put_duty(const struct breakdown *b, const struct duty *duty, struct table *table)
{
    const struct unit *unit = &b->units[duty->unit_idx];
    sheet_csv_place(b, &b->parts[duty->part_idx], table);
    table_cell(table, unit->name);
    table_cell(table, role_name(duty->role));
    table_cell(table, unit_kind_name(unit->kind));
    sheet_csv_named(&b->tasks[b->parts[duty->part_idx].task_idx], table);
    table_end(table);
}

static void put_table(struct job *job, enum table_dialect dialect)
{
    static const char *const head[] = { "编号", "部分", "领导",     "职务",     "序号",     "任务",   "标签",
                                        "单位", "责任", "单位类别", "完成时限", "牵头领导", "联系人", NULL };
    const struct breakdown *b = job->breakdown;
    struct table table = out_table(job, dialect);
    table_head(&table, head);
    for (uint32_t i = 0; i < b->duties_count && buf_drain(&job->out); i++)
        put_duty(b, &b->duties[i], &table);
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
