/* SPDX-License-Identifier: MIT */
#include "text/lines.h"

#include <stdlib.h>

#include "base/mem.h"
#include "text/width.h"
#include "text/wrap.h"

void lines_init(struct lines *lines, int ambiguous_cols)
{
    *lines = (struct lines){ .ambiguous_cols = ambiguous_cols };
}

void lines_fini(struct lines *lines)
{
    arena_fini(&lines->arena);
    free(lines->runs);
    free(lines->lines);
    *lines = (struct lines){ 0 };
}

void lines_start(struct lines *lines, struct link link)
{
    MEM_GROW(lines->lines, lines->count + 1, lines->cap);
    bool same = link.kind && lines->count && lines->lines[lines->count - 1].link.kind == link.kind &&
                lines->lines[lines->count - 1].link.idx == link.idx;
    lines->lines[lines->count++] = (struct line){ (uint32_t)lines->runs_count, 0, link, link.kind && !same, NULL };
}

void lines_row(struct lines *lines, struct link link, int col)
{
    lines_start(lines, link);
    lines->lines[lines->count - 1].link_starts = link.kind != 0;
    lines_tab(lines, col);
}

void lines_late(struct lines *lines, struct link link, const void *late)
{
    bool goes_on = lines->count && lines->lines[lines->count - 1].late == late;
    lines_start(lines, link);
    lines->lines[lines->count - 1].link_starts = link.kind && !goes_on;
    lines->lines[lines->count - 1].late = late;
}

/* The nth line that is made of one thing. */
static size_t late_nth(const struct lines *lines, size_t line)
{
    size_t nth = 0;
    while (nth < line && lines->lines[line - nth - 1].late == lines->lines[line].late)
        nth++;
    return nth;
}

void lines_fill(struct lines *lines, size_t from, size_t to, lines_put *put, const void *context)
{
    for (size_t i = from; i < to && i < lines->count; i++) {
        if (!lines->lines[i].late || lines->lines[i].runs_count)
            continue;
        struct lines made;
        size_t nth = late_nth(lines, i);
        lines_init(&made, lines->ambiguous_cols);
        put(context, lines->lines[i].late, &made);
        const struct line *line = &made.lines[nth];
        MEM_GROW(lines->runs, lines->runs_count + line->runs_count, lines->runs_cap);
        lines->lines[i].run_from = (uint32_t)lines->runs_count;
        lines->lines[i].runs_count = line->runs_count;
        for (uint32_t r = 0; r < line->runs_count; r++) {
            struct run run = made.runs[line->run_from + r];
            run.text = text_copy(&lines->arena, run.text);
            lines->runs[lines->runs_count++] = run;
        }
        lines_fini(&made);
    }
}

void lines_run(struct lines *lines, struct text text, enum style style)
{
    if (text_empty(text))
        return;
    MEM_GROW(lines->runs, lines->runs_count + 1, lines->runs_cap);
    lines->runs[lines->runs_count++] =
        (struct run){ text_copy(&lines->arena, text), style, width_cols(text, lines->ambiguous_cols) };
    lines->lines[lines->count - 1].runs_count++;
}

void lines_run_marked(struct lines *lines, struct text text, enum style style, const struct stretch *stretches,
                      uint32_t count)
{
    size_t at = 0;
    for (uint32_t i = 0; i < count; i++) {
        size_t from = stretches[i].from_bytes, to = stretches[i].to_bytes;
        if (from < at)
            from = at;
        if (to > text.bytes)
            to = text.bytes;
        if (from >= to)
            continue;
        lines_run(lines, text_slice(text, at, from), style);
        lines_run(lines, text_slice(text, from, to), stretches[i].style ? stretches[i].style : STYLE_MATCH);
        at = to;
    }
    lines_run(lines, text_slice(text, at, text.bytes), style);
}

void lines_clip_marked(struct lines *lines, struct text text, int max_cols, enum style style,
                       const struct stretch *stretches, uint32_t count)
{
    struct buf clipped = { 0 };
    width_clip(&clipped, text, max_cols, lines->ambiguous_cols);
    struct text shown = text_composed(buf_view(&clipped));
    if (text_equal(shown, text)) {
        lines_run_marked(lines, text, style, stretches, count);
    } else if (shown.bytes) {
        /* What is left of the text before the … keeps its stretches. */
        size_t head = shown.bytes - (sizeof "…" - 1);
        lines_run_marked(lines, text_slice(text, 0, head), style, stretches, count);
        lines_run(lines, TEXT("…"), style);
    }
    buf_fini(&clipped);
}

void lines_clip(struct lines *lines, struct text text, int max_cols, enum style style)
{
    lines_clip_marked(lines, text, max_cols, style, NULL, 0);
}

void lines_run_to(struct lines *lines, int end_col, struct text text, enum style style)
{
    lines_tab(lines, end_col - width_cols(text, lines->ambiguous_cols));
    lines_run(lines, text, style);
}

int lines_col(const struct lines *lines)
{
    const struct line *line = &lines->lines[lines->count - 1];
    int cols = 0;
    for (uint32_t i = 0; i < line->runs_count; i++)
        cols += lines->runs[line->run_from + i].cols;
    return cols;
}

void lines_tab(struct lines *lines, int col)
{
    struct buf blanks = { 0 };
    int missing = col - lines_col(lines);
    if (missing > 0) {
        buf_fill(&blanks, ' ', (size_t)missing);
        lines_run(lines, text_composed(buf_view(&blanks)), STYLE_NORMAL);
    }
    buf_fini(&blanks);
}

void lines_blank(struct lines *lines)
{
    lines_start(lines, (struct link){ 0 });
}

void lines_paragraph(struct lines *lines, const struct paragraph *p)
{
    struct wrap wrap;
    struct text line;
    int indent = p->first_indent;
    wrap_init(&wrap, p->text, p->cols - indent, lines->ambiguous_cols);
    while (wrap_next(&wrap, &line)) {
        lines_start(lines, p->link);
        lines_tab(lines, indent);
        uint32_t offset = (uint32_t)(line.at - p->text.at);
        struct stretch inside[16];
        uint32_t count = 0;
        for (uint32_t i = 0; i < p->stretches_count && count < 16; i++) {
            struct stretch s = p->stretches[i];
            if (s.to_bytes > offset && s.from_bytes < offset + line.bytes)
                inside[count++] =
                    (struct stretch){ s.from_bytes > offset ? s.from_bytes - offset : 0, s.to_bytes - offset, s.style };
        }
        lines_run_marked(lines, line, p->style, inside, count);
        indent = p->indent;
        wrap_cols(&wrap, p->cols - indent);
    }
    wrap_fini(&wrap);
}

void lines_say(struct lines *lines, struct text text, enum style style, int cols, int indent)
{
    lines_paragraph(lines, &(struct paragraph){
                               .text = text, .style = style, .cols = cols, .first_indent = indent, .indent = indent });
}

void lines_text(const struct lines *lines, struct buf *out)
{
    for (size_t i = 0; i < lines->count; i++) {
        for (uint32_t r = 0; r < lines->lines[i].runs_count; r++)
            buf_text(out, lines->runs[lines->lines[i].run_from + r].text);
        buf_char(out, '\n');
    }
}
