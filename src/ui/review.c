/* SPDX-License-Identifier: MIT */
#include "ui/review.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "format/save.h"

uint32_t review_line_find(const struct review *review, uint32_t line_no)
{
    uint32_t from = 0, to = review->result->pieces_count;
    while (from < to) {
        uint32_t middle = from + (to - from) / 2;
        if (review->result->pieces[middle].line_no < line_no)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

/* The task of a line: the first that a piece of it became part of. */
static uint32_t task_of_line(const struct review *review, uint32_t line_no)
{
    const struct import_result *result = review->result;
    for (uint32_t i = review_line_find(review, line_no); i < result->pieces_count; i++) {
        if (result->pieces[i].line_no != line_no)
            break;
        if (result->pieces[i].task_idx != NO_IDX)
            return result->pieces[i].task_idx;
    }
    return NO_IDX;
}

static struct text piece_text(struct review *review, const struct import_piece *piece)
{
    struct buf text = { 0 };
    struct text what = import_what_name(piece->what);
    if (text_empty(piece->reason))
        buf_printf(&text, _("%.*s：“%.*s”"), TEXT_ARG(what), TEXT_ARG(piece->text));
    else
        buf_printf(&text, _("%.*s：%.*s，“%.*s”"), TEXT_ARG(what), TEXT_ARG(piece->reason), TEXT_ARG(piece->text));
    struct text kept = text_copy(&review->arena, text_composed(buf_view(&text)));
    buf_fini(&text);
    return kept;
}

/* By lines; of one line the stretches as they stand, then what is said of the whole line. */
static int by_line(const void *one, const void *other)
{
    const struct review_doubt *a = one, *b = other;
    if (a->line_no != b->line_no)
        return a->line_no < b->line_no ? -1 : 1;
    if (a->piece_idx != b->piece_idx)
        return a->piece_idx < b->piece_idx ? -1 : 1;
    return text_compare(a->text, b->text);
}

static void collect(struct review *review)
{
    const struct import_result *result = review->result;
    uint32_t count = result->doubts_count;
    for (uint32_t i = 0; i < result->pieces_count; i++)
        count += result->pieces[i].doubtful;
    review->doubts = mem_array(count ? count : 1, sizeof *review->doubts);
    for (uint32_t i = 0; i < result->pieces_count; i++) {
        const struct import_piece *piece = &result->pieces[i];
        if (piece->doubtful)
            review->doubts[review->doubts_count++] = (struct review_doubt){
                piece->line_no,
                i,
                piece->task_idx,
                piece_text(review, piece),
            };
    }
    for (uint32_t i = 0; i < result->doubts_count; i++) {
        const struct import_doubt *doubt = &result->doubts[i];
        review->doubts[review->doubts_count++] = (struct review_doubt){
            doubt->line_no,
            NO_IDX,
            doubt->line_no ? task_of_line(review, doubt->line_no) : NO_IDX,
            doubt->text,
        };
    }
    qsort(review->doubts, review->doubts_count, sizeof *review->doubts, by_line);
}

/* Tasks are written in their order, each begins a line of its own, and no text holds a line's end. */
static void find_yaml(struct review *review)
{
    const struct breakdown *b = review->result->breakdown;
    struct buf yaml = { 0 };
    uint32_t task = 0, line_no = 1;
    review->yaml_line_nos = mem_array(b->tasks_count ? b->tasks_count : 1, sizeof *review->yaml_line_nos);
    breakdown_save(b, 0, &yaml);
    for (struct span rest = buf_view(&yaml); rest.bytes && task < b->tasks_count; line_no++)
        if (span_starts(span_line(&rest), SPAN("      - no: ")))
            review->yaml_line_nos[task++] = line_no;
    buf_fini(&yaml);
}

void review_init(struct review *review, const struct import_result *result)
{
    *review = (struct review){ .result = result };
    collect(review);
    find_yaml(review);
}

void review_fini(struct review *review)
{
    free(review->doubts);
    free(review->yaml_line_nos);
    arena_fini(&review->arena);
}
