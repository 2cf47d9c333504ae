/* SPDX-License-Identifier: MIT */
/* The sheet as JSON: its rows in order, each task's part as in the whole breakdown's JSON. */
#include "sheet/json.h"
#include "sheet/render.h"

static void put_target(struct json *json, const struct breakdown *b, const struct target *target)
{
    const struct quantity *quantity = &target->quantity;
    json_object(json, "target");
    json_text_or_null(json, "verb", quantity->verb);
    json_text_or_null(json, "object", quantity->object);
    json_text(json, "number", quantity->number);
    json_text_or_null(json, "measure", quantity->unit);
    json_text(json, "figure", target_figure(b, target));
    if (quantity->value < 0)
        json_word(json, "value", NULL);
    else
        json_decimal(json, "value", quantity->value);
    json_close(json);
}

static void put_item(struct json *json, const struct sheet *sheet, const struct sheet_row *row)
{
    const struct breakdown *b = sheet->breakdown;
    const struct part *part = &b->parts[row->part_idx];
    const struct task *task = &b->tasks[part->task_idx];
    const struct {
        const char *key;
        struct text text;
    } optional[] = {
        { "section", sheet->subject.kind == SHEET_UNIT ? task_section(b, task)->heading : TEXT("") },
        { "bond", sheet_row_bond(row) },
        { "via", sheet_row_via(sheet, row) },
        { "note", sheet_row_note(sheet, row) },
        { "due", task->due },
        { "leader", task->leader },
        { "contact", task->contact },
    };
    json_word(json, "row", "item");
    json_number(json, "no", task->no);
    json_part(json, b, part);
    for (size_t i = 0; i < sizeof optional / sizeof *optional; i++)
        if (!text_empty(optional[i].text))
            json_text(json, optional[i].key, optional[i].text);
    if (sheet->targets)
        put_target(json, b, &sheet->targets->items[row->target_idx]);
}

static void put_row(struct json *json, const struct sheet *sheet, const struct sheet_row *row)
{
    json_object(json, NULL);
    if (row->kind == SHEET_ITEM) {
        put_item(json, sheet, row);
    } else {
        json_word(json, "row", row->kind == SHEET_HEADING ? "heading" : "remark");
        if (row->kind == SHEET_HEADING)
            json_number(json, "level", row->level);
        json_text(json, "text", sheet_row_text(sheet, row));
    }
    json_close(json);
}

void sheet_json(const struct sheet *sheet, struct sheet_options options, struct buf *out)
{
    (void)options;
    struct json json = json_answer(out);
    json_text(&json, "title", sheet->title);
    json_text_or_null(&json, "subtitle", sheet->subtitle);
    json_text_or_null(&json, "source", sheet->source);
    json_array(&json, "rows");
    for (uint32_t i = 0; i < sheet->rows_count && buf_drain(out); i++)
        put_row(&json, sheet, &sheet->rows[i]);
    json_close(&json);
    json_close(&json);
}
