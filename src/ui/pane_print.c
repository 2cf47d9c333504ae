/* SPDX-License-Identifier: MIT */
/*
 * Printing: two short lists to choose from, what and how, and one of ways to go on, where to.  The cursor walks over
 * all of them and chooses nothing: Enter or the space bar does.
 */
#include <string.h>

#include "base/i18n.h"
#include "ui/state.h"

/* The nth format that sheets can have; FORMATS_COUNT behind the last. */
static enum format offered(uint32_t nth)
{
    enum format format = 0;
    for (; format < FORMATS_COUNT; format++)
        if ((format_table[format].uses & FORMAT_FOR_SHEET) && nth-- == 0)
            break;
    return format;
}

static uint32_t offered_count(void)
{
    uint32_t count = 0;
    while (offered(count) != FORMATS_COUNT)
        count++;
    return count;
}

static void offer(struct print_dialog *print, enum sheet_kind kind, uint32_t idx)
{
    for (uint32_t i = 0; i < print->subjects_count; i++)
        if (print->subjects[i].kind == kind && print->subjects[i].idx == idx)
            return;
    if (print->subjects_count < PRINT_SUBJECTS_MAX)
        print->subjects[print->subjects_count++] = (struct sheet_subject){ kind, idx };
}

void print_open(struct app *app)
{
    struct print_dialog *print = &app->print;
    const struct breakdown *b = app->b;
    struct link subject = app_subject(app);
    print->subjects_count = 0;
    print->preview = false;
    print->list = print->at = 0;
    memset(print->chosen, 0, sizeof print->chosen);
    if (subject.kind == LINK_TASK)
        offer(print, SHEET_SECTION, b->tasks[subject.idx].section_idx);
    if (subject.kind == LINK_SECTION)
        offer(print, SHEET_SECTION, subject.idx);
    if (subject.kind == LINK_UNIT)
        offer(print, SHEET_UNIT, subject.idx);
    if (app->view == VIEW_LEADERS && app->focus == FOCUS_RIGHT && app->detail.line < app->detail.lines.count) {
        struct link link = app->detail.lines.lines[app->detail.line].link;
        if (link.kind == LINK_UNIT)
            offer(print, SHEET_UNIT, link.idx);
    }
    if (app->view == VIEW_UNITS && app->focus == FOCUS_RIGHT && app->detail.line < app->detail.lines.count) {
        struct link link = app->detail.lines.lines[app->detail.line].link;
        if (link.kind == LINK_TASK)
            offer(print, SHEET_TASK, link.idx);
    }
    if (subject.kind == LINK_TASK)
        offer(print, SHEET_TASK, subject.idx);
    /* One livelihood part, of the volume at hand: every volume has one, of the same name. */
    uint32_t here = print->subjects_count && print->subjects[0].kind == SHEET_SECTION
                        ? b->sections[print->subjects[0].idx].volume_idx
                        : 0;
    for (uint32_t s = 0; s < b->sections_count; s++)
        if (b->sections[s].kind == SECTION_LIVELIHOOD && b->sections[s].volume_idx == here)
            offer(print, SHEET_SECTION, s);
    offer(print, SHEET_ALL, 0);
    app_show(app, VIEW_PRINT);
}

static void subject_name(const struct app *app, struct sheet_subject subject, struct buf *out)
{
    const struct breakdown *b = app->b;
    if (subject.kind == SHEET_SECTION) {
        const struct section *section = &b->sections[subject.idx];
        if (section->kind == SECTION_LEADER)
            buf_printf(out, _("%.*s%.*s的任务单（%u项）"), TEXT_ARG(section->leader), TEXT_ARG(section->title),
                       section->tasks.count);
        else
            buf_printf(out, _("%.*s（%u项）"), TEXT_ARG(section->heading), section->tasks.count);
    } else if (subject.kind == SHEET_UNIT) {
        buf_printf(out, _("%.*s的任务单"), TEXT_ARG(b->units[subject.idx].name));
    } else if (subject.kind == SHEET_TASK) {
        buf_printf(out, _("任务 %.*s"), TEXT_ARG(b->tasks[subject.idx].id));
    } else {
        buf_string(out, _("全部"));
    }
}

static const char *where_name(enum print_where where)
{
    static const char *const names[] = { N_("预览"), N_("存为文件"), N_("打印机") };
    return _(names[where]);
}

static uint32_t rows_of(const struct app *app, uint32_t list)
{
    if (list == PRINT_WHAT)
        return app->print.subjects_count;
    if (list == PRINT_HOW)
        return offered_count();
    return app->options.restricted ? 1 : PRINT_WHERES_COUNT;
}

/* The first line of the dialog to show, so that the row at hand and its list are seen. */
static int dialog_top(const struct app *app, int rows, int gap)
{
    int line = 0, at = 0;
    for (uint32_t list = 0; list <= app->print.list; list++) {
        at = line + 1 + (int)app->print.at;
        line += 1 + (int)rows_of(app, list) + gap;
    }
    int last = line - gap;
    int top = last > rows ? last - rows : 0;
    return top > at ? at : top;
}

static void draw_row(const struct app *app, struct grid *grid, int y, uint32_t list, uint32_t nth)
{
    const struct print_dialog *print = &app->print;
    struct buf buf = { 0 };
    if (list != PRINT_WHERE)
        buf_printf(&buf, "%s ", print->chosen[list] == nth ? "(*)" : "( )");
    if (list == PRINT_WHAT)
        subject_name(app, print->subjects[nth], &buf);
    else
        buf_string(&buf, list == PRINT_HOW ? _(format_table[offered(nth)].name) : where_name((enum print_where)nth));
    grid_clip(grid, y, 4, grid->cols - 5, text_composed(buf_view(&buf)), STYLE_NORMAL);
    if (list == print->list && nth == print->at) {
        grid_restyle(grid, y, 2, grid->cols - 4, STYLE_FOCUS);
        grid_text(grid, y, 2, 1, glyph_text(grid, GLYPH_FOCUS), STYLE_FOCUS);
    }
    buf_fini(&buf);
}

static void draw_dialog(const struct app *app, struct grid *grid, int row, int rows)
{
    static const char *const heads[] = { N_("打印什么"), N_("什么样式"), N_("送到哪里") };
    int total = PRINT_LISTS_COUNT;
    for (uint32_t list = 0; list < PRINT_LISTS_COUNT; list++)
        total += (int)rows_of(app, list);
    int gap = total + PRINT_LISTS_COUNT - 1 <= rows; /* an empty line between the lists, where there is room */
    int top = dialog_top(app, rows, gap), y = row - top;
    for (uint32_t list = 0; list < PRINT_LISTS_COUNT; list++) {
        bool here = list == app->print.list;
        if (y >= row && y < row + rows)
            grid_clip(grid, y, 2, grid->cols - 3, text_of(_(heads[list])), here ? STYLE_TITLE : STYLE_DIM);
        y++;
        for (uint32_t i = 0; i < rows_of(app, list); i++, y++)
            if (y >= row && y < row + rows)
                draw_row(app, grid, y, list, i);
        y += gap;
    }
    if (!gap)
        scroll_thumb(grid, row, rows, grid->cols - 1, (uint32_t)top, (uint32_t)total, glyph_text(grid, GLYPH_THUMB));
    if (app->field_use == FIELD_PATH && rows > 0) {
        struct text label = text_of(_("文件名: "));
        y = y < row + rows ? y : row + rows - 1;
        grid_fill(grid, y, 0, grid->cols, STYLE_NORMAL);
        int at = 2 + grid_text(grid, y, 2, grid->cols - 2, label, STYLE_TITLE);
        field_draw(&app->field, grid, y, at, grid->cols - at - 2);
    }
}

void pane_print_draw(const struct app *app, struct grid *grid, int row, int rows)
{
    if (app->print.preview)
        preview_draw(app, grid, row, rows);
    else
        draw_dialog(app, grid, row, rows);
}

struct sheet_subject print_subject(const struct app *app)
{
    return app->print.subjects[app->print.chosen[PRINT_WHAT]];
}

enum format print_format(const struct app *app)
{
    return offered(app->print.chosen[PRINT_HOW]);
}

static struct reaction job(struct app *app, unsigned what, const char *path)
{
    return (struct reaction){
        .what = what | REACT_DRAW, .subject = print_subject(app), .format = print_format(app), .path = path
    };
}

static void propose_path(struct app *app)
{
    struct sheet *sheet = sheet_new(app->b, app->index, print_subject(app));
    struct buf name = { 0 };
    buf_clear(&app->print.taken);
    sheet_file_name(sheet, print_format(app), &name);
    app_field_open(app, FIELD_PATH, text_composed(buf_view(&name)));
    buf_fini(&name);
    sheet_free(sheet);
}

struct reaction print_path_done(struct app *app)
{
    /* A pasted name brings the line's end with it. */
    struct span path = span_trim(text_span(field_text(&app->field)));
    if (!path.bytes)
        return (struct reaction){ .what = REACT_DRAW };
    buf_clear(&app->print.path);
    buf_span(&app->print.path, path);
    struct reaction reaction = job(app, REACT_WRITE, app->print.path.at);
    reaction.replace = span_equal(buf_view(&app->print.taken), buf_view(&app->print.path));
    buf_clear(&app->print.taken);
    return reaction;
}

void app_path_again(struct app *app)
{
    app_field_open(app, FIELD_PATH, text_composed(buf_view(&app->print.path)));
}

void app_path_taken(struct app *app)
{
    struct buf buf = { 0 };
    struct text path = text_composed(buf_view(&app->print.path));
    buf_clear(&app->print.taken);
    buf_text(&app->print.taken, path);
    app_path_again(app);
    app_notice(app, say(&buf, _("已有 %.*s：再按 Enter 覆盖，或者改名"), TEXT_ARG(path)), true);
    buf_fini(&buf);
}

static bool is_chosen(const struct print_dialog *print)
{
    return print->list == PRINT_WHERE || print->chosen[print->list] == print->at;
}

/* What there is nothing to choose about is shown. */
static enum print_where where(const struct print_dialog *print)
{
    return print->list == PRINT_WHERE ? (enum print_where)print->at : PRINT_PREVIEW;
}

const char *print_enter_hint(const struct app *app)
{
    static const char *const hints[] = { N_("预览"), N_("存为文件"), N_("送打印机") };
    return is_chosen(&app->print) ? _(hints[where(&app->print)]) : _("选定");
}

static void choose(struct print_dialog *print)
{
    if (print->list != PRINT_WHERE)
        print->chosen[print->list] = print->at;
}

static struct reaction enter(struct app *app)
{
    if (!is_chosen(&app->print))
        choose(&app->print);
    else if (where(&app->print) == PRINT_PREVIEW)
        preview_open(app);
    else if (where(&app->print) == PRINT_FILE)
        propose_path(app);
    else
        return job(app, REACT_PRINTER, "");
    return (struct reaction){ .what = REACT_DRAW };
}

static void to_list(struct print_dialog *print, uint32_t list)
{
    print->list = list;
    print->at = list == PRINT_WHERE ? 0 : print->chosen[list];
}

static void walk(struct app *app, int direction)
{
    struct print_dialog *print = &app->print;
    if (direction > 0 && print->at + 1 < rows_of(app, print->list)) {
        print->at++;
    } else if (direction > 0 && print->list + 1 < PRINT_LISTS_COUNT) {
        print->list++;
        print->at = 0;
    } else if (direction < 0 && print->at > 0) {
        print->at--;
    } else if (direction < 0 && print->list > 0) {
        print->list--;
        print->at = rows_of(app, print->list) - 1;
    }
}

struct reaction print_act(struct app *app, enum action action)
{
    struct print_dialog *print = &app->print;
    if (print->preview)
        return preview_act(app, action);
    switch (action) {
    case ACTION_UP:
    case ACTION_DOWN:
        walk(app, action == ACTION_UP ? -1 : 1);
        break;
    case ACTION_HOME:
        print->list = print->at = 0;
        break;
    case ACTION_END:
        print->list = PRINT_LISTS_COUNT - 1;
        print->at = rows_of(app, print->list) - 1;
        break;
    case ACTION_PAGE_UP:
        to_list(print, print->list ? print->list - 1 : 0);
        break;
    case ACTION_PAGE_DOWN:
        to_list(print, print->list + 1 < PRINT_LISTS_COUNT ? print->list + 1 : print->list);
        break;
    case ACTION_LEFT:
        to_list(print, (print->list + PRINT_LISTS_COUNT - 1) % PRINT_LISTS_COUNT);
        break;
    case ACTION_RIGHT:
    case ACTION_NEXT_PANE:
        to_list(print, (print->list + 1) % PRINT_LISTS_COUNT);
        break;
    case ACTION_SPACE:
        choose(print);
        break;
    case ACTION_ENTER:
        return enter(app);
    case ACTION_BACK:
        app->view = app->under;
        break;
    default:
        break;
    }
    return (struct reaction){ .what = REACT_DRAW };
}
