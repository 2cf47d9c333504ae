/* SPDX-License-Identifier: MIT */
/* The right pane: lines of whatever is selected on the left, and a cursor that steps from link to link. */
#include "ui/state.h"

void lines_draw(const struct lines *lines, struct grid *grid, int row, int rows, int col, int cols, uint32_t top,
                uint32_t selected, enum style style)
{
    struct link link = selected < lines->count ? lines->lines[selected].link : (struct link){ 0 };
    bool in_link = false;
    for (uint32_t i = 0; i < lines->count; i++) {
        const struct line *line = &lines->lines[i];
        if (i == selected)
            in_link = link.kind != LINK_NONE;
        else if (in_link && (line->link_starts || !link_equal(line->link, link)))
            in_link = false;
        if (i < top || i >= top + (uint32_t)(rows > 0 ? rows : 0))
            continue;
        int at = col, y = row + (int)(i - top);
        for (uint32_t r = 0; r < line->runs_count; r++) {
            const struct run *run = &lines->runs[line->run_from + r];
            at += grid_text(grid, y, at, col + cols - at, run->text, run->style);
        }
        if (in_link) {
            grid_restyle(grid, y, col, cols, style);
            grid_text(grid, y, col, 1, glyph_text(grid, GLYPH_FOCUS), style);
        }
    }
}

void detail_forget(struct app *app)
{
    app->detail.cols = 0;
}

void detail_make(struct app *app, int cols)
{
    struct detail *detail = &app->detail;
    struct link subject = app_subject(app);
    bool same = link_equal(subject, detail->subject), beside = pane_section_beside(app, subject);
    if (same && detail->cols == cols && detail->beside == beside && detail->lines.ambiguous_cols == app->ambiguous_cols)
        return;
    /* Made anew at another width, or unfolded: the same link stays selected. */
    struct anchor selected = same ? anchor_at(&detail->lines, detail->line) : (struct anchor){ 0 };
    lines_fini(&detail->lines);
    lines_init(&detail->lines, app->ambiguous_cols);
    detail->subject = subject;
    detail->cols = cols;
    detail->beside = beside;
    if (subject.kind == LINK_TASK)
        pane_task_lines(app, subject.idx, cols, &detail->lines);
    else if (subject.kind == LINK_UNIT)
        pane_unit_lines(app, subject.idx, cols, &detail->lines);
    else if (subject.kind != LINK_NONE)
        pane_section_lines(app, subject, cols, &detail->lines);
    if (!same)
        detail->line = detail->top = 0;
    detail->line = anchor_find(&detail->lines, selected, detail->line);
    if (selected.link.kind && app->focus == FOCUS_RIGHT)
        detail_show(app);
}

void pane_detail_settle(struct app *app, int rows, int cols)
{
    struct detail *detail = &app->detail;
    detail_make(app, cols);
    uint32_t count = (uint32_t)detail->lines.count;
    uint32_t last = count > (uint32_t)rows ? count - (uint32_t)rows : 0;
    if (detail->top > last)
        detail->top = last;
}

void pane_detail_draw(const struct app *app, struct grid *grid, int row, int rows, int col, int cols)
{
    const struct detail *detail = &app->detail;
    uint32_t count = (uint32_t)detail->lines.count;
    bool focused = app->focus == FOCUS_RIGHT;
    lines_draw(&detail->lines, grid, row, rows, col, cols, detail->top, focused ? detail->line : NO_IDX, STYLE_FOCUS);
    scroll_thumb(grid, row, rows, col + cols - 1, detail->top, count, glyph_text(grid, GLYPH_THUMB));
}
