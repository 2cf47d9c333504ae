/* SPDX-License-Identifier: MIT */
/* The whole screen: header, body, banner, footer. */
#include <string.h>

#include "base/i18n.h"
#include "text/width.h"
#include "ui/state.h"

struct layout app_layout(const struct app *app)
{
    struct layout layout = layout_make(app->rows, app->cols);
    if (app->banner.bytes && layout.body_rows > 1)
        layout.body_rows--;
    if (!layout.two_panes)
        layout.right_cols = app->cols;
    return layout;
}

static const struct {
    const char *name, *key;
    enum view view;
    enum action action;
} tabs[] = { { N_("领导"), "F1", VIEW_LEADERS, ACTION_LEADERS },
             { N_("单位"), "F2", VIEW_UNITS, ACTION_UNITS },
             { N_("统计"), "F3", VIEW_STATS, ACTION_STATS },
             { N_("帮助"), "?", VIEW_HELP, ACTION_HELP } };
enum { TABS_COUNT = sizeof tabs / sizeof *tabs, TITLE_MIN_COLS = 16 };

/*
 * The column that each tab begins in, and where the last one ends.  What does not fit is at the end: first of all the
 * help, which the footer names too.
 */
static void lay_tabs(const struct app *app, int from[TABS_COUNT + 1])
{
    struct buf buf = { 0 };
    for (int shown = TABS_COUNT; shown > 0; shown = shown == TABS_COUNT ? shown - 1 : 0) {
        for (int i = shown; i <= TABS_COUNT; i++)
            from[i] = app->cols;
        for (int i = shown - 1; i >= 0; i--)
            from[i] = from[i + 1] - width_cols(say(&buf, " %s %s ", _(tabs[i].name), tabs[i].key), app->ambiguous_cols);
        if (from[0] >= TITLE_MIN_COLS)
            break;
        for (int i = 0; i < shown; i++)
            from[i] = app->cols;
    }
    buf_fini(&buf);
}

enum action app_tab_at(const struct app *app, int col)
{
    int from[TABS_COUNT + 1];
    lay_tabs(app, from);
    for (int i = 0; i < TABS_COUNT; i++)
        if (col >= from[i] && col < from[i + 1])
            return tabs[i].action;
    return ACTION_NONE;
}

static void draw_header(const struct app *app, struct grid *grid)
{
    struct buf buf = { 0 };
    int from[TABS_COUNT + 1];
    lay_tabs(app, from);
    grid_fill(grid, 0, 0, grid->cols, STYLE_HEADER);
    struct text title =
        app->b->volumes_count == 1 ? app->b->volumes[0].title : say(&buf, _("责任分解 %u份"), app->b->volumes_count);
    grid_clip(grid, 0, 1, from[0] - 2, title, STYLE_HEADER);
    for (int i = 0; i < TABS_COUNT && from[i] < grid->cols; i++) {
        bool here = app->view == tabs[i].view;
        grid_text(grid, 0, from[i], from[i + 1] - from[i],
                  say(&buf, here ? "[%s %s]" : " %s %s ", _(tabs[i].name), tabs[i].key),
                  here ? STYLE_KEY : STYLE_HEADER);
    }
    buf_fini(&buf);
}

/* The number without the volume, which the trail names already. */
static struct text number_alone(struct text id)
{
    const char *colon = memrchr(id.at, ':', id.bytes);
    return colon ? text_slice(id, (size_t)(colon - id.at) + 1, id.bytes) : id;
}

static void put_link(const struct app *app, struct link link, struct text arrow, struct buf *trail)
{
    const struct breakdown *b = app->b;
    const struct section *section = link.kind == LINK_TASK      ? task_section(b, &b->tasks[link.idx])
                                    : link.kind == LINK_SECTION ? &b->sections[link.idx]
                                                                : NULL;
    if (section) {
        if (b->volumes_count > 1)
            buf_printf(trail, "%.*s %.*s ", TEXT_ARG(b->volumes[section->volume_idx].name), TEXT_ARG(arrow));
        buf_text(trail, section->kind == SECTION_LEADER ? section->leader : section->heading);
    }
    if (link.kind == LINK_TASK)
        buf_printf(trail, " %.*s %.*s", TEXT_ARG(arrow), TEXT_ARG(number_alone(b->tasks[link.idx].id)));
    if (link.kind == LINK_VOLUME)
        buf_text(trail, b->volumes[link.idx].title);
    if (link.kind == LINK_UNIT)
        buf_printf(trail, "%s %.*s %.*s", _("单位"), TEXT_ARG(arrow), TEXT_ARG(b->units[link.idx].name));
}

/* The right pane has the screen for itself, so that Esc is the way out of it. */
static bool detail_stands_alone(const struct app *app)
{
    return app->view <= VIEW_UNITS && app->focus == FOCUS_RIGHT && !app_layout(app).two_panes;
}

static void put_trail(const struct app *app, const struct grid *grid, struct buf *trail)
{
    struct text arrow = glyph_text(grid, GLYPH_TRAIL);
    /* The place in a list that is not in sight says nothing. */
    bool is_alone = detail_stands_alone(app);
    uint32_t count, nth;
    switch (app->view) {
    case VIEW_LEADERS:
        put_link(app, app_subject(app), arrow, trail);
        /* A task's pane says which of the leader's tasks it is. */
        if (app->tree.count && !is_alone && app_subject(app).kind != LINK_TASK)
            buf_printf(trail, "  %u/%u", app->tree.scroll.cursor + 1, app->tree.count);
        break;
    case VIEW_UNITS:
        put_link(app, app_subject(app), arrow, trail);
        if (app->units.count && app->focus == FOCUS_LEFT)
            buf_printf(trail, "  %u/%u", app->units.scroll.cursor + 1, app->units.count);
        break;
    case VIEW_STATS:
        nth = stats_place(app, &count);
        buf_printf(trail, "%s  %u/%u", _("统计"), nth, count);
        break;
    case VIEW_HELP:
        buf_string(trail, _("帮助"));
        break;
    case VIEW_PRINT:
        buf_string(trail, app->print.preview ? _("预览") : _("打印"));
        if (app->print.preview)
            buf_printf(trail, "  %u/%u", app->print.page + 1, app->print.pages_count);
        break;
    case VIEW_RULER:
        buf_string(trail, _("标尺"));
        break;
    }
}

/* What Enter does with a link, in a word; NULL where there is none. */
static const char *link_hint(struct link link)
{
    return link.kind == LINK_UNIT ? _("看单位页") : link.kind == LINK_NONE ? NULL : _("看任务");
}

/* What Enter does here, in a word. */
static const char *enter_hint(const struct app *app, unsigned context)
{
    struct link link = app_subject(app);
    const struct detail *detail = &app->detail;
    switch (context) {
    case CONTEXT_TREE:
        if (link.kind == LINK_TASK)
            return _("看单位");
        if (app->matches)
            return _("打开");
        return tree_is_folded(&app->tree, link) ? _("展开") : _("折叠");
    case CONTEXT_UNITS:
        return _("看责任");
    case CONTEXT_TASK:
    case CONTEXT_PAGE:
        return detail->line < detail->lines.count ? link_hint(detail->lines.lines[detail->line].link) : NULL;
    case CONTEXT_STATS:
        return link_hint(link);
    case CONTEXT_PRINT:
        if (app->print.preview)
            return preview_goes_on(app) ? _("下一页") : NULL;
        return print_enter_hint(app);
    default:
        return NULL;
    }
}

/* What Esc does here, in a word; NULL where it does nothing, or the action table says it. */
static const char *escape_hint(const struct app *app, unsigned context)
{
    if (context == CONTEXT_FIELD)
        return NULL;
    if (app->back.count || app->view > VIEW_STATS || detail_stands_alone(app))
        return _("退回");
    return context == CONTEXT_TREE && app->matches ? _("取消筛选") : NULL;
}

/* Where there is no room for all, those of a lower rank are shown before the others. */
enum rank { RANK_MUST, RANK_FIRST, RANK_OTHER, RANKS_COUNT };

struct hint {
    const char *key, *word;
    enum rank rank;
};

enum { HINTS_MAX = 24 };

static enum rank rank_of(enum action action, bool can_go_back)
{
    switch (action) {
    case ACTION_HELP:
    case ACTION_FIELD_CANCEL:
        return RANK_MUST;
    case ACTION_QUIT:
        return can_go_back ? RANK_OTHER : RANK_MUST; /* one way out must be seen, the nearer one */
    case ACTION_PRINT:
        return RANK_FIRST; /* what looking up is for, more often than not */
    default:
        return RANK_OTHER;
    }
}

static const char *hint_word(const struct action_row *row, unsigned context)
{
    return context == CONTEXT_HELP && row->action == ACTION_SEARCH ? _("找键") : _(row->hint);
}

static int collect_hints(const struct app *app, unsigned context, struct hint *hints)
{
    int count = 0;
    const char *enter = enter_hint(app, context), *escape = escape_hint(app, context);
    bool plain = app->ascii || app->ambiguous_cols == 2;
    if (context == CONTEXT_PRINT && app->print.preview && preview_is_wide(app))
        hints[count++] = (struct hint){ plain ? "Left Right" : "← →", _("左右移"), RANK_FIRST };
    if (enter)
        hints[count++] = (struct hint){ "Enter", enter, RANK_FIRST };
    if (context == CONTEXT_STATS)
        hints[count++] = (struct hint){ "Tab", _("换表"), RANK_FIRST };
    for (uint32_t i = 0; i < action_table_count && count + 1 < HINTS_MAX; i++) {
        const struct action_row *row = &action_table[i];
        if (row->hint && (row->contexts & context))
            hints[count++] =
                (struct hint){ row->keys[0], hint_word(row, context), rank_of(row->action, escape != NULL) };
    }
    if (escape)
        hints[count++] = (struct hint){ "Esc", escape, RANK_MUST };
    return count;
}

/* As many hints as fit in `room` columns, in their order, chosen by their rank. Returns their first column. */
static int draw_hints(const struct app *app, struct grid *grid, int row, int room)
{
    struct hint hints[HINTS_MAX];
    bool shown[HINTS_MAX] = { false };
    int cols[HINTS_MAX], count = collect_hints(app, app_context(app), hints), used = 1;
    struct buf buf = { 0 };
    for (int i = 0; i < count; i++)
        cols[i] = width_cols(say(&buf, "%s %s  ", hints[i].key, hints[i].word), grid->ambiguous_cols);
    for (int rank = RANK_MUST; rank < RANKS_COUNT; rank++)
        for (int i = 0; i < count; i++)
            if ((int)hints[i].rank == rank && used + cols[i] <= room) {
                shown[i] = true;
                used += cols[i];
            }
    int at = grid->cols - used + 1, first = at;
    for (int i = 0; i < count; i++) {
        if (!shown[i])
            continue;
        at += grid_text(grid, row, at, grid->cols, text_of(hints[i].key), STYLE_KEY);
        at += grid_text(grid, row, at, grid->cols, say(&buf, " %s  ", hints[i].word), STYLE_FOOTER);
    }
    buf_fini(&buf);
    return first;
}

static void draw_footer(const struct app *app, struct grid *grid, int row)
{
    grid_fill(grid, row, 0, grid->cols, STYLE_FOOTER);
    struct buf trail = { 0 };
    put_trail(app, grid, &trail);
    struct text left = text_composed(buf_view(&trail));
    enum style style = STYLE_FOOTER;
    if (app->notice.bytes) {
        left = text_composed(buf_view(&app->notice));
        style = app->notice_is_error ? STYLE_ERROR : STYLE_TITLE;
    }
    if (app->field_use == FIELD_GOTO) {
        struct text label = text_of(_("转到: "));
        int at = 1 + grid_text(grid, row, 1, grid->cols, label, STYLE_TITLE);
        int room = grid->cols - at - 12 < 12 ? grid->cols - at : 12;
        int left_cols = width_cols(left, grid->ambiguous_cols);
        if (app->notice.bytes && at + room + 2 + left_cols < grid->cols)
            grid_clip(grid, row, at + room + 2, left_cols, left, style);
        else
            draw_hints(app, grid, row, grid->cols - at - room - 2);
        field_draw(&app->field, grid, row, at, room);
        buf_fini(&trail);
        return;
    }
    int wanted = width_cols(left, grid->ambiguous_cols) + 2;
    int least = app->notice.bytes ? wanted : grid->cols / 2;
    int first = draw_hints(app, grid, row, grid->cols - (wanted < least ? wanted : least));
    grid_clip(grid, row, 1, first - 2, left, style);
    buf_fini(&trail);
}

static void draw_panes(const struct app *app, struct grid *grid, const struct layout *layout)
{
    bool units = app->view == VIEW_UNITS;
    void (*draw_left)(const struct app *, struct grid *, int, int, int, int) = units ? pane_units_draw : pane_tree_draw;
    if (!layout->two_panes) {
        if (app->focus == FOCUS_LEFT)
            draw_left(app, grid, layout->body_row, layout->body_rows, 0, grid->cols);
        else
            pane_detail_draw(app, grid, layout->body_row, layout->body_rows, 0, grid->cols);
        return;
    }
    for (int i = 0; i < layout->body_rows; i++)
        grid_text(grid, layout->body_row + i, layout->divider_col, 1, glyph_text(grid, GLYPH_DIVIDER), STYLE_RULE);
    draw_left(app, grid, layout->body_row, layout->body_rows, layout->left_col, layout->left_cols);
    pane_detail_draw(app, grid, layout->body_row, layout->body_rows, layout->right_col, layout->right_cols);
}

static void draw_body(const struct app *app, struct grid *grid, const struct layout *layout)
{
    switch (app->view) {
    case VIEW_LEADERS:
    case VIEW_UNITS:
        draw_panes(app, grid, layout);
        break;
    case VIEW_STATS:
        pane_stats_draw(app, grid, layout->body_row, layout->body_rows);
        break;
    case VIEW_HELP:
        pane_help_draw(app, grid, layout->body_row, layout->body_rows);
        break;
    case VIEW_PRINT:
        pane_print_draw(app, grid, layout->body_row, layout->body_rows);
        break;
    case VIEW_RULER:
        pane_ruler_draw(app, grid, layout->body_row, layout->body_rows);
        break;
    }
}

void app_draw(const struct app *app, struct grid *grid)
{
    grid->ascii = app->ascii;
    grid_clear(grid);
    struct layout layout = app_layout(app);
    if (layout.too_small) {
        struct buf buf = { 0 };
        grid_clip(grid, grid->rows / 2, 0, grid->cols,
                  say(&buf, _("窗口太小，至少%d列%d行"), LAYOUT_COLS_MIN, LAYOUT_ROWS_MIN), STYLE_WARNING);
        buf_fini(&buf);
        return;
    }
    draw_body(app, grid, &layout);
    draw_header(app, grid);
    if (app->banner.bytes) {
        grid_fill(grid, layout.footer_row - 1, 0, grid->cols, STYLE_ERROR);
        grid_clip(grid, layout.footer_row - 1, 1, grid->cols - 2, text_composed(buf_view(&app->banner)), STYLE_ERROR);
    }
    draw_footer(app, grid, layout.footer_row);
}
