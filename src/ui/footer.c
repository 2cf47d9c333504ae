/* SPDX-License-Identifier: MIT */
#include "ui/footer.h"

#include "base/i18n.h"
#include "text/width.h"
#include "ui/app_state.h"
#include "ui/greeting.h"
#include "ui/hints.h"
#include "ui/say.h"

/*
 * The last two cells of the screen stay blank: terminals that cannot write the last one without scrolling draw it by
 * shifting the one before (term/paint.c), which must not be half of a wide character.
 */
enum { FIELD_COLS = 12, NOTICE_GAP_COLS = 2, END_COLS = 2 };

/* As many hints as fit in `room` columns, in their order, chosen by their rank. Returns their first column. */
static int draw_hints(const struct app *app, struct grid *grid, int row, int room)
{
    struct hints hints;
    bool shown[HINTS_MAX] = { false };
    int cols[HINTS_MAX], used = 1;
    struct buf buf = { 0 };
    hints_collect(app, &hints);
    for (uint32_t i = 0; i < hints.count; i++)
        cols[i] = width_cols(say(&buf, "%s %s  ", hints.items[i].key, hints.items[i].word), grid->ambiguous_cols);
    for (int rank = 0; rank < HINT_RANKS_COUNT; rank++)
        for (uint32_t i = 0; i < hints.count; i++)
            if ((int)hints.items[i].rank == rank && used + cols[i] <= room) {
                shown[i] = true;
                used += cols[i];
            }
    int at = grid->cols - used + 1, first = at;
    for (uint32_t i = 0; i < hints.count; i++) {
        if (!shown[i])
            continue;
        at += grid_text(grid, row, at, grid->cols, text_of(hints.items[i].key), STYLE_KEY);
        at += grid_text(grid, row, at, grid->cols, say(&buf, " %s  ", hints.items[i].word), STYLE_FOOTER);
    }
    buf_fini(&buf);
    return first;
}

/* What is typed here, and behind it a notice, as far as there is room (how far reading has come only whole), else hints. */
static void draw_prompt(const struct app *app, struct grid *grid, int row, struct text notice, enum style style)
{
    int at = 1 + grid_text(grid, row, 1, grid->cols, text_of(_(app->prompting.prompt->label)), STYLE_TITLE);
    int end = grid->cols - END_COLS, room = end - at - FIELD_COLS < FIELD_COLS ? end - at : FIELD_COLS;
    int cols = width_cols(notice, grid->ambiguous_cols), behind = at + room + NOTICE_GAP_COLS;
    if (cols && (behind + cols <= end || (app->notice.bytes && end - behind >= FIELD_COLS)))
        grid_clip(grid, row, behind, end - behind, notice, style);
    else
        draw_hints(app, grid, row, grid->cols - behind);
    field_draw(&app->prompting.field, grid, row, at, room);
}

/* How far reading has come, before where we are. */
static void put_progress(const struct app *app, struct buf *out)
{
    if (app->progress.reading == READING_NOT)
        return;
    progress_put(&app->progress, app->over_count ? NULL : app_key(app, ACTION_RELOAD), out);
    buf_string(out, "  ");
}

/* First, so that it is seen where the trail is cut. */
static void put_marks(const struct app *app, struct buf *out)
{
    if (!marks_any(app))
        return;
    buf_string(out, _("已标记 "));
    marks_put(app, out);
    buf_string(out, "  ");
}

void footer_draw(const struct app *app, struct grid *grid, int row, bool greets)
{
    const struct pane *view = app_view(app);
    struct text notice = text_composed(buf_view(&app->notice));
    enum style style = app->notice_is_error ? STYLE_ERROR : STYLE_TITLE;
    grid_fill(grid, row, 0, grid->cols, STYLE_FOOTER);
    struct buf trail = { 0 };
    if (app->prompting.prompt && app->prompting.prompt->label) {
        if (text_empty(notice))
            put_progress(app, &trail);
        draw_prompt(app, grid, row, trail.bytes ? text_composed(buf_view(&trail)) : notice, style);
        buf_fini(&trail);
        return;
    }
    struct text left = notice;
    if (text_empty(notice)) {
        put_progress(app, &trail);
        put_marks(app, &trail);
        size_t before_bytes = trail.bytes;
        if (greets && !before_bytes)
            greeting_word(app, &trail);
        if (trail.bytes == before_bytes)
            view->ops->trail(app, view, &trail);
        left = text_composed(buf_view(&trail));
        style = STYLE_FOOTER;
    }
    int wanted = width_cols(left, grid->ambiguous_cols) + 2;
    int least = text_empty(notice) ? grid->cols / 2 : wanted;
    int first = draw_hints(app, grid, row, grid->cols - (wanted < least ? wanted : least));
    int room = grid->cols - END_COLS - 1;
    grid_clip(grid, row, 1, first - 2 < room ? first - 2 : room, left, style);
    buf_fini(&trail);
}
