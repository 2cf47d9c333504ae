/* SPDX-License-Identifier: MIT */
/* Beside the doubts: the notice's lines round the selected one, with the stretch marked, and the task that came of it. */
#include "base/i18n.h"
#include "text/utf8.h"
#include "ui/app_state.h"
#include "ui/blit.h"
#include "ui/go.h"
#include "ui/hints.h"
#include "ui/page.h"
#include "ui/pane_review.h"
#include "ui/panes.h"
#include "ui/scroll.h"

enum { AROUND_LINES = 3, LINE_NO_COLS = 5, INDENT_COLS = LINE_NO_COLS + 2 };

struct around {
    struct lines lines;
    const struct review_doubt *doubt; /* that the lines were made for */
    int cols;                         /* likewise; 0: they must be made */
    uint32_t changes;
    uint32_t top;
};

static void fini(struct pane *pane)
{
    struct around *around = pane->state;
    lines_fini(&around->lines);
}

/* Puts a line of the notice together of its pieces, which leave out blanks; returns the piece behind it. */
static uint32_t put_line(const struct app *app, const struct review_doubt *doubt, uint32_t from, int cols,
                         struct lines *lines)
{
    const struct import_result *result = pane_review_of(app)->result;
    uint32_t line_no = result->pieces[from].line_no, i = from, col_no = 0;
    struct buf text = { 0 };
    struct stretch mark = { 0 };
    for (; i < result->pieces_count && result->pieces[i].line_no == line_no; i++) {
        const struct import_piece *piece = &result->pieces[i];
        if (col_no && piece->col_no > col_no)
            buf_char(&text, ' ');
        if (i == doubt->piece_idx)
            mark = (struct stretch){ (uint32_t)text.bytes, (uint32_t)(text.bytes + piece->text.bytes), STYLE_NORMAL };
        buf_text(&text, piece->text);
        col_no = piece->col_no + (uint32_t)utf8_count(piece->text);
    }
    bool here = line_no == doubt->line_no;
    if (here && doubt->piece_idx == NO_IDX)
        mark = (struct stretch){ 0, (uint32_t)text.bytes, STYLE_NORMAL };
    struct text whole =
        lines_printf(lines, "%*u  %.*s", LINE_NO_COLS, line_no, (int)text.bytes, text.bytes ? text.at : "");
    uint32_t head = (uint32_t)(whole.bytes - text.bytes);
    mark.from_bytes += head;
    mark.to_bytes += head;
    lines_paragraph(lines, &(struct paragraph){ .text = whole,
                                                .style = here ? STYLE_NORMAL : STYLE_DIM,
                                                .cols = cols,
                                                .indent = INDENT_COLS,
                                                .stretches = &mark,
                                                .stretches_count = mark.to_bytes > head });
    buf_fini(&text);
    return i;
}

static void put_around(const struct app *app, const struct review_doubt *doubt, int cols, struct lines *lines)
{
    const struct review *review = pane_review_of(app);
    uint32_t from = doubt->line_no > AROUND_LINES ? doubt->line_no - AROUND_LINES : 1;
    for (uint32_t i = review_line_find(review, from);
         i < review->result->pieces_count && review->result->pieces[i].line_no <= doubt->line_no + AROUND_LINES;)
        i = put_line(app, doubt, i, cols, lines);
}

static void make_lines(const struct app *app, const struct review_doubt *doubt, int cols, struct lines *lines)
{
    const struct review *review = pane_review_of(app);
    lines_say(lines, doubt->text, STYLE_WARNING, cols, 1);
    lines_blank(lines);
    if (doubt->line_no) {
        lines_say(lines, lines_printf(lines, _("通知第%u行"), doubt->line_no), STYLE_TITLE, cols, 1);
        put_around(app, doubt, cols, lines);
        lines_blank(lines);
    }
    if (doubt->task_idx == NO_IDX) {
        lines_say(lines, text_of(_("不属于哪一项任务")), STYLE_DIM, cols, 1);
    } else {
        struct text id = app->b->tasks[doubt->task_idx].id;
        lines_say(
            lines,
            lines_printf(lines, _("任务 %.*s，YAML 第%u行"), TEXT_ARG(id), review->yaml_line_nos[doubt->task_idx]),
            STYLE_TITLE, cols, 1);
        page_lines(app, link_to(LINK_TASK, doubt->task_idx), cols, lines);
    }
}

static void settle(struct app *app, struct pane *pane)
{
    struct around *around = pane->state;
    const struct review_doubt *doubt = pane_review_selected(app);
    if (around->cols != pane->area.cols || around->doubt != doubt || around->changes != app->changes ||
        around->lines.ambiguous_cols != app->ambiguous_cols) {
        around->top = around->doubt == doubt ? around->top : 0;
        lines_fini(&around->lines);
        lines_init(&around->lines, app->ambiguous_cols);
        if (doubt)
            make_lines(app, doubt, pane->area.cols - 1, &around->lines);
        around->cols = pane->area.cols;
        around->doubt = doubt;
        around->changes = app->changes;
    }
    uint32_t count = (uint32_t)around->lines.count, rows = (uint32_t)(pane->area.rows > 0 ? pane->area.rows : 1);
    uint32_t last = count > rows ? count - rows : 0;
    around->top = around->top > last ? last : around->top;
}

static void draw(const struct app *app, const struct pane *pane, struct grid *grid)
{
    const struct around *around = pane->state;
    struct area area = pane->area;
    (void)app;
    blit_lines(&around->lines, grid, area, around->top, NO_IDX, STYLE_FOCUS);
    scroll_thumb(grid, area, area.col + area.cols - 1, around->top, (uint32_t)around->lines.count);
}

static struct link subject(const struct app *app, const struct pane *pane)
{
    (void)pane;
    return app_subject(app);
}

/* It has no cursor: what moves one scrolls. The rest is the list's. */
static bool act(struct app *app, struct pane *pane, enum action action, struct reaction *reaction)
{
    struct around *around = pane->state;
    struct scroll scroll = { .cursor = around->top };
    (void)reaction;
    if (action == ACTION_LEFT) {
        go_left(app);
        return true;
    }
    if (action == ACTION_RIGHT)
        return true;
    if (!scroll_act(&scroll, action, (uint32_t)around->lines.count, pane->area.rows))
        return false;
    around->top = scroll.cursor;
    return true;
}

static void hints(const struct app *app, const struct pane *pane, struct hints *hints)
{
    if (subject(app, pane).kind != LINK_NONE)
        hints_first(hints, ACTION_ENTER, _("看任务"));
    hints_pair(hints, ACTION_NEXT_MATCH, ACTION_PREV_MATCH, _("下一处、上一处"));
}

const struct pane_ops pane_notice = {
    .name = "notice",
    .context = CONTEXT_TASK,
    .state_bytes = sizeof(struct around),
    .fini = fini,
    .settle = settle,
    .draw = draw,
    .subject = subject,
    .act = act,
    .hints = hints,
};
