/* SPDX-License-Identifier: MIT */
/* The account of an import for programs: each piece of the notice with its place and what became of it. */
#include "command/import.h"
#include "sheet/json.h"

static void put_piece(struct json *json, const struct breakdown *b, const struct import_piece *piece)
{
    json_object(json, NULL);
    json_number(json, "line", piece->line_no);
    json_number(json, "column", piece->col_no);
    json_word(json, "what", import_what_word(piece->what));
    json_text_or_null(json, "task", piece->task_idx == NO_IDX ? TEXT("") : b->tasks[piece->task_idx].id);
    json_flag(json, "doubtful", piece->doubtful);
    json_text_or_null(json, "reason", piece->reason);
    json_text(json, "text", piece->text);
    json_close(json);
}

static void put_doubt(struct json *json, const struct import_doubt *doubt)
{
    json_object(json, NULL);
    if (doubt->line_no)
        json_number(json, "line", doubt->line_no);
    else
        json_word(json, "line", NULL);
    json_text(json, "text", doubt->text);
    json_close(json);
}

static void put_lines(struct json *json, const char *key, struct span lines)
{
    json_array(json, key);
    while (lines.bytes)
        json_text(json, NULL, text_composed(span_line(&lines)));
    json_close(json);
}

void import_json(const char *path, const struct import_result *result, struct span notes, struct buf *out)
{
    const struct breakdown *b = result->breakdown;
    struct json json = json_answer(out);
    struct buf notice = { 0 };
    text_clean_to(&notice, span_of(path)); /* a file's name need not be UTF-8 */
    json_text(&json, "notice", text_composed(buf_view(&notice)));
    buf_fini(&notice);
    json_word(&json, "encoding", result->encoding);
    json_number(&json, "damaged", result->damaged_count);
    put_lines(&json, "document", notes);
    json_array(&json, "pieces");
    for (uint32_t i = 0; i < result->pieces_count; i++)
        put_piece(&json, b, &result->pieces[i]);
    json_close(&json);
    json_array(&json, "doubts");
    for (uint32_t i = 0; i < result->doubts_count; i++)
        put_doubt(&json, &result->doubts[i]);
    json_close(&json);
    json_object(&json, "counts");
    json_number(&json, "sections", b->sections_count);
    json_number(&json, "tasks", b->tasks_count);
    json_number(&json, "lists", result->lists_count);
    json_number(&json, "units", b->units_count);
    json_close(&json);
    json_close(&json);
}
