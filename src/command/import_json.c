/* SPDX-License-Identifier: MIT */
/* The account of an import for programs: each piece of the notice with its place and what became of it. */
#include <string.h>

#include "command/import.h"
#include "sheet/json.h"

static json_t *piece_json(const struct breakdown *b, const struct import_piece *piece)
{
    json_t *object = json_object();
    json_object_set_new(object, "line", json_integer(piece->line_no));
    json_object_set_new(object, "column", json_integer(piece->col_no));
    json_object_set_new(object, "what", json_string(import_what_word(piece->what)));
    json_object_set_new(object, "task",
                        piece->task_idx == NO_IDX ? json_null() : json_text(b->tasks[piece->task_idx].id));
    json_object_set_new(object, "doubtful", json_boolean(piece->doubtful));
    json_object_set_new(object, "reason", json_text_or_null(piece->reason));
    json_object_set_new(object, "text", json_text(piece->text));
    return object;
}

static json_t *doubt_json(const struct import_doubt *doubt)
{
    json_t *object = json_object();
    json_object_set_new(object, "line", doubt->line_no ? json_integer(doubt->line_no) : json_null());
    json_object_set_new(object, "text", json_text(doubt->text));
    return object;
}

static json_t *lines_json(struct span lines)
{
    json_t *array = json_array();
    while (lines.bytes) {
        const char *end = memchr(lines.at, '\n', lines.bytes);
        size_t bytes = end ? (size_t)(end - lines.at) : lines.bytes;
        json_array_append_new(array, json_text(text_composed((struct span){ lines.at, bytes })));
        bytes += end != NULL;
        lines.at += bytes;
        lines.bytes -= bytes;
    }
    return array;
}

void import_json(const char *path, const struct import_result *result, struct span notes, struct buf *out)
{
    const struct breakdown *b = result->breakdown;
    json_t *object = json_object(), *pieces = json_array(), *doubts = json_array(), *counts = json_object();
    for (uint32_t i = 0; i < result->pieces_count; i++)
        json_array_append_new(pieces, piece_json(b, &result->pieces[i]));
    for (uint32_t i = 0; i < result->doubts_count; i++)
        json_array_append_new(doubts, doubt_json(&result->doubts[i]));
    json_object_set_new(counts, "sections", json_integer(b->sections_count));
    json_object_set_new(counts, "tasks", json_integer(b->tasks_count));
    json_object_set_new(counts, "lists", json_integer(result->lists_count));
    json_object_set_new(counts, "units", json_integer(b->units_count));
    json_object_set_new(object, "format", json_integer(JSON_FORMAT));
    json_object_set_new(object, "notice", json_string(path));
    json_object_set_new(object, "encoding", json_string(result->encoding));
    json_object_set_new(object, "damaged", json_integer(result->damaged_count));
    json_object_set_new(object, "document", lines_json(notes));
    json_object_set_new(object, "pieces", pieces);
    json_object_set_new(object, "doubts", doubts);
    json_object_set_new(object, "counts", counts);
    json_put(object, out);
}
