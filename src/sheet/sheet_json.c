/* SPDX-License-Identifier: MIT */
/* The sheet as JSON: its rows in order, each task's part as in the whole breakdown's JSON. */
#include "sheet/json.h"
#include "sheet/render.h"

static json_t *row_json(const struct breakdown *b, const struct sheet_row *row)
{
    json_t *object;
    if (row->kind != SHEET_ITEM) {
        object = json_object();
        json_object_set_new(object, "row", json_string(row->kind == SHEET_HEADING ? "heading" : "remark"));
        if (row->kind == SHEET_HEADING)
            json_object_set_new(object, "level", json_integer(row->level));
        json_object_set_new(object, "text", json_text(row->text));
        return object;
    }
    const struct part *part = &b->parts[row->part_idx];
    const struct task *task = &b->tasks[part->task_idx];
    object = json_object();
    json_object_set_new(object, "row", json_string("item"));
    json_object_set_new(object, "no", json_integer(task->no));
    json_t *part_object = json_part(b, part);
    json_object_update(object, part_object);
    json_decref(part_object);
    const struct {
        const char *key;
        struct text text;
    } optional[] = { { "section", row->section }, { "bond", row->bond },      { "via", row->via },
                     { "due", task->due },        { "leader", task->leader }, { "contact", task->contact } };
    for (size_t i = 0; i < sizeof optional / sizeof *optional; i++)
        if (!text_empty(optional[i].text))
            json_object_set_new(object, optional[i].key, json_text(optional[i].text));
    return object;
}

void sheet_json(const struct sheet *sheet, struct sheet_options options, struct buf *out)
{
    (void)options;
    json_t *object = json_object(), *rows = json_array();
    json_object_set_new(object, "format", json_integer(JSON_FORMAT));
    json_object_set_new(object, "title", json_text(sheet->title));
    json_object_set_new(object, "subtitle", json_text_or_null(sheet->subtitle));
    for (uint32_t i = 0; i < sheet->rows_count; i++)
        json_array_append_new(rows, row_json(sheet->breakdown, &sheet->rows[i]));
    json_object_set_new(object, "source", json_text_or_null(sheet->source));
    json_object_set_new(object, "rows", rows);
    json_put(object, out);
}
