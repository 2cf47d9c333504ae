/* SPDX-License-Identifier: MIT */
/* The sheet as a table, one row a part, for Excel and the like: CSV and TSV. */
#include "sheet/render.h"

void sheet_csv_place(const struct breakdown *b, const struct part *part, struct table *table)
{
    const struct task *task = &b->tasks[part->task_idx];
    const struct section *section = task_section(b, task);
    table_id(table, part->id);
    table_cell(table, section->heading);
    table_cell(table, section->leader);
    table_cell(table, section->title);
    table_number(table, task->no);
    table_cell(table, part->text);
    table_cell(table, part->label);
}

void sheet_csv_named(const struct task *task, struct table *table)
{
    table_cell(table, task->due);
    table_cell(table, task->leader);
    table_cell(table, task->contact);
}

void sheet_csv_part(const struct breakdown *b, uint32_t part_idx, struct text bond, struct text via,
                    struct table *table)
{
    const struct part *part = &b->parts[part_idx];
    const struct task *task = &b->tasks[part->task_idx];
    struct buf text = { 0 };
    sheet_csv_place(b, part, table);
    part_wording(b, part, &text);
    table_cell(table, text_composed(buf_view(&text)));
    for (enum role role = ROLE_LEAD; role <= ROLE_SUPPORT; role++) {
        buf_clear(&text);
        part_names(b, part, role, &text);
        table_cell(table, text_composed(buf_view(&text)));
    }
    buf_clear(&text);
    texts_join(b, part->notes, "；", &text);
    table_cell(table, text_composed(buf_view(&text)));
    sheet_csv_named(task, table);
    table_cell(table, bond);
    table_cell(table, via);
    table_end(table);
    buf_fini(&text);
}

void sheet_csv_head(struct table *table)
{
    static const char *const head[] = { "编号",     "部分",     "领导",     "职务", "序号", "任务",
                                        "标签",     "责任单位", "牵头",     "参与", "备注", "完成时限",
                                        "牵头领导", "联系人",   "责任关系", "经由", NULL };
    table_head(table, head);
}

/* A target's row: what is to be done to how much of what, who answers for it, and its task. */
static void put_target(const struct sheet *sheet, const struct sheet_row *row, struct table *table)
{
    const struct breakdown *b = sheet->breakdown;
    const struct target *target = &sheet->targets->items[row->target_idx];
    const struct part *part = &b->parts[row->part_idx];
    const struct task *task = &b->tasks[part->task_idx];
    uint32_t leader_idx = target_leader(sheet->index->leaders, part->task_idx);
    struct buf buf = { 0 };
    table_id(table, part->id);
    table_cell(table, leader_idx == NO_IDX ? TEXT("") : sheet->index->leaders->items[leader_idx].forms[LEADER_NAME]);
    table_cell(table, target->quantity.verb);
    table_cell(table, target->quantity.object);
    table_cell(table, target->quantity.number);
    table_cell(table, target->quantity.unit);
    table_cell(table, target_figure(b, target));
    if (target->quantity.value >= 0)
        buf_printf(&buf, "%.15g", target->quantity.value);
    table_cell(table, text_composed(buf_view(&buf)));
    buf_clear(&buf);
    part_names(b, part, ROLE_LEAD, &buf);
    table_cell(table, text_composed(buf_view(&buf)));
    table_cell(table, task->due);
    table_cell(table, part->text);
    table_end(table);
    buf_fini(&buf);
}

/* A change's row, under which heading it stands: a task with what it was; one that went has its text alone. */
static void put_change(const struct sheet *sheet, const struct sheet_row *row, struct text heading, struct table *table)
{
    const struct breakdown *b = sheet->breakdown;
    bool is_item = row->kind == SHEET_ITEM;
    struct buf wording = { 0 };
    if (is_item)
        part_wording(b, &b->parts[row->part_idx], &wording);
    table_cell(table, heading);
    table_id(table, is_item ? b->parts[row->part_idx].id : TEXT(""));
    table_cell(table, sheet_row_text(sheet, row));
    table_cell(table, text_composed(buf_view(&wording)));
    table_cell(table, is_item ? sheet_row_note(sheet, row) : TEXT(""));
    table_end(table);
    buf_fini(&wording);
}

static void put_changes(const struct sheet *sheet, struct table *table)
{
    static const char *const head[] = { "变化", "编号", "任务", "责任单位", "原来", NULL };
    struct text heading = TEXT("");
    table_head(table, head);
    for (uint32_t i = 0; i < sheet->rows_count && buf_drain(table->out); i++) {
        const struct sheet_row *row = &sheet->rows[i];
        bool explains = sheet->lead_marked && i + 1 == sheet->rows_count; /* a mark that a table has not */
        if (row->kind == SHEET_HEADING)
            heading = sheet_row_text(sheet, row);
        else if (!explains)
            put_change(sheet, row, heading, table);
    }
}

static void put(const struct sheet *sheet, enum table_dialect dialect, bool for_spreadsheet, struct buf *out)
{
    struct table table = { .out = out, .dialect = dialect, .for_spreadsheet = for_spreadsheet };
    static const char *const targets_head[] = { "编号", "领导", "动作",     "对象", "数量", "计量单位",
                                                "指标", "数值", "牵头单位", "时限", "任务", NULL };
    if (sheet->subject.kind == SHEET_CHANGES) {
        put_changes(sheet, &table);
        return;
    }
    if (sheet->targets)
        table_head(&table, targets_head);
    else
        sheet_csv_head(&table);
    for (uint32_t i = 0; i < sheet->rows_count && buf_drain(out); i++) {
        const struct sheet_row *row = &sheet->rows[i];
        if (row->kind == SHEET_ITEM && sheet->targets)
            put_target(sheet, row, &table);
        else if (row->kind == SHEET_ITEM)
            sheet_csv_part(sheet->breakdown, row->part_idx, sheet_row_bond(row), sheet_row_via(sheet, row), &table);
    }
}

void sheet_csv(const struct sheet *sheet, struct sheet_options options, struct buf *out)
{
    put(sheet, TABLE_CSV, options.for_spreadsheet, out);
}

void sheet_tsv(const struct sheet *sheet, struct sheet_options options, struct buf *out)
{
    put(sheet, TABLE_TSV, options.for_spreadsheet, out);
}
