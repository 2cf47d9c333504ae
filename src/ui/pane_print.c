/* SPDX-License-Identifier: MIT */
#include "ui/pane_print.h"

#include <string.h>

#include "base/i18n.h"
#include "ui/app_state.h"
#include "ui/hints.h"
#include "ui/pane_preview.h"
#include "ui/panes.h"
#include "ui/print_draw.h"
#include "ui/print_offer.h"

/* The preview stands beside the dialog from where a page of text has room. */
enum { DIALOG_COLS = 39, PAPER_MIN_COLS = 60 };

static struct print_dialog *dialog_of(const struct app *app)
{
    return panes_get(app, &pane_print)->state;
}

static void fini(struct pane *pane)
{
    struct print_dialog *print = pane->state;
    buf_fini(&print->path);
    buf_fini(&print->taken);
    picked_fini(&print->picked);
    arena_fini(&print->arena);
}

static void init(struct app *app, struct pane *pane)
{
    struct print_dialog *print = pane->state;
    print->chosen[PRINT_LAYOUT] = app->options.layout;
    while (!print_format_there(app, print_format_offered(app, print->chosen[PRINT_HOW])))
        print->chosen[PRINT_HOW]++;
}

/* They come and go: each opening asks anew. */
static void forget_queues(struct print_dialog *print)
{
    arena_fini(&print->arena);
    print->queues = NULL;
    print->queues_count = 0;
}

static void open(struct app *app, struct pane *pane)
{
    struct print_dialog *print = pane->state;
    print->list = print->at = 0;
    print->chosen[PRINT_WHAT] = 0; /* layout and format stay as they were */
    forget_queues(print);
    print_offer(app, print);
}

static bool is_open(const struct app *app, const struct pane *pane)
{
    for (uint32_t i = 0; i < app->over_count; i++)
        if (app->over[i] == pane)
            return true;
    return false;
}

static void close_dialog(struct app *app, const struct pane *pane)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < app->over_count; i++)
        if (app->over[i] != pane)
            app->over[kept++] = app->over[i];
    app->over_count = kept;
    if (prompt_is(app, &pane_print_path))
        prompt_close(app);
}

/* The dialog stays while all it offers is still there; else it closes. */
static void reload(struct app *app, struct pane *pane, const struct again *again)
{
    if (!is_open(app, pane) || print_offer_again(app, pane->state, again))
        return;
    close_dialog(app, pane);
    app_say(app, true, _("文件变了，要打印的已不在其中"));
}

static void draw(const struct app *app, const struct pane *pane, struct grid *grid)
{
    print_draw(app, pane->state, grid, pane->area, prompt_is(app, &pane_print_path));
}

static struct reaction job(struct app *app, unsigned what, const char *path)
{
    struct sheet_subject subject = pane_print_subject(app);
    struct picked *picked = &dialog_of(app)->picked;
    picked_fini(picked);
    picked_make(app, subject.kind == SHEET_TASKS ? (enum pick)subject.idx : PICK_FILTERED, picked);
    return (struct reaction){
        .what = what | REACT_DRAW,
        .subject = subject,
        .tasks = picked->tasks,
        .text = text_composed(buf_view(&picked->words)),
        .layout = pane_print_layout(app),
        .format = what & REACT_WRITE ? pane_print_format(app) : FORMAT_PDF,
        .path = path,
        .each_unit = print_each_unit(dialog_of(app)),
    };
}

static void propose_path(struct app *app)
{
    buf_clear(&dialog_of(app)->taken);
    if (print_each_unit(dialog_of(app))) {
        prompt_open(app, &pane_print_path, text_of(_("各单位任务单")));
        return;
    }
    struct sheet *sheet = pane_print_sheet(app);
    struct buf name = { 0 };
    sheet_file_name(sheet, pane_print_format(app), &name);
    prompt_open(app, &pane_print_path, text_composed(buf_view(&name)));
    buf_fini(&name);
    sheet_free(sheet);
}

static bool path_done(struct app *app, struct text text, struct reaction *reaction)
{
    /* A pasted name brings the line's end with it. */
    struct span path = span_trim(text_span(text));
    struct print_dialog *print = dialog_of(app);
    if (!path.bytes)
        return true;
    buf_clear(&print->path);
    buf_span(&print->path, path);
    *reaction = job(app, REACT_WRITE, print->path.at);
    reaction->replace = span_equal(buf_view(&print->taken), buf_view(&print->path));
    buf_clear(&print->taken);
    return true;
}

const struct prompt pane_print_path = { .done = path_done };

/* Chooses the row at hand, or says why it cannot be had. */
static void choose(struct app *app, struct print_dialog *print)
{
    if (print->list == PRINT_HOW && !print_format_there(app, print_format_offered(app, print->at)))
        app_say(app, true, _("没有 fengong-paper，PDF、Excel、Word 由它读写：请安装软件包 fengong-paper"));
    else if (print->list != PRINT_WHERE)
        print->chosen[print->list] = print->at;
}

static struct reaction to_printer(struct app *app, struct print_dialog *print)
{
    const struct app_queue *queue = print_queue(print);
    buf_clear(&print->path);
    if (queue)
        buf_text(&print->path, queue->name);
    if (app->options.has_paper)
        return job(app, queue ? REACT_PRINTER : REACT_QUEUES, queue ? print->path.at : app->options.printer);
    app_say(app, true, _("没有 fengong-paper，打印要由它做成 PDF：请安装软件包 fengong-paper"));
    return (struct reaction){ .what = REACT_DRAW };
}

static void enter(struct app *app, struct print_dialog *print, struct reaction *reaction)
{
    if (print->list == PRINT_WHERE)
        print->where = print_where(print);
    if (!print_is_chosen(print))
        choose(app, print);
    else if (print_where(print) == PRINT_PREVIEW)
        pane_preview_open(app);
    else if (print_where(print) == PRINT_FILE)
        propose_path(app);
    else if (print_each_unit(print))
        app_say(app, true, _("每个单位一份只能存进文件夹；要打印，先选一个单位"));
    else
        *reaction = to_printer(app, print);
}

static void to_list(struct print_dialog *print, uint32_t list)
{
    print->list = list;
    print->at = list == PRINT_WHERE ? print->where : print->chosen[list];
}

static void walk(const struct app *app, struct print_dialog *print, int direction)
{
    if (direction > 0 && print->at + 1 < print_rows_of(app, print, print->list)) {
        print->at++;
    } else if (direction > 0 && print->list + 1 < PRINT_LISTS_COUNT) {
        print->list++;
        print->at = 0;
    } else if (direction < 0 && print->at > 0) {
        print->at--;
    } else if (direction < 0 && print->list > 0) {
        print->list--;
        print->at = print_rows_of(app, print, print->list) - 1;
    }
}

static void go_to_end(const struct app *app, struct print_dialog *print)
{
    print->list = PRINT_LISTS_COUNT - 1;
    print->at = print_rows_of(app, print, print->list) - 1;
}

static bool act(struct app *app, struct pane *pane, enum action action, struct reaction *reaction)
{
    struct print_dialog *print = pane->state;
    switch (action) {
    case ACTION_UP:
    case ACTION_DOWN:
        walk(app, print, action == ACTION_UP ? -1 : 1);
        return true;
    case ACTION_HOME:
        print->list = print->at = 0;
        return true;
    case ACTION_END:
        go_to_end(app, print);
        return true;
    case ACTION_PAGE_UP:
        to_list(print, print->list ? print->list - 1 : 0);
        return true;
    case ACTION_PAGE_DOWN:
        to_list(print, print->list + 1 < PRINT_LISTS_COUNT ? print->list + 1 : print->list);
        return true;
    case ACTION_LEFT:
    case ACTION_PREV_PANE:
        to_list(print, (print->list + PRINT_LISTS_COUNT - 1) % PRINT_LISTS_COUNT);
        return true;
    case ACTION_RIGHT:
    case ACTION_NEXT_PANE:
        to_list(print, (print->list + 1) % PRINT_LISTS_COUNT);
        return true;
    case ACTION_SPACE:
        choose(app, print);
        return true;
    case ACTION_ENTER:
        enter(app, print, reaction);
        return true;
    default:
        return false;
    }
}

static void trail(const struct app *app, const struct pane *pane, struct buf *out)
{
    if (app_has_keys(app, pane))
        buf_string(out, _("打印"));
    else
        pane_preview_trail(app, out);
}

/* What Enter does now, in a word. */
static void hints(const struct app *app, const struct pane *pane, struct hints *hints)
{
    static const char *const words[] = { N_("预览"), N_("存为文件"), N_("送打印机") };
    const struct print_dialog *print = pane->state;
    const char *word = print_is_chosen(print) ? _(words[print_where(print)]) : _("选定");
    (void)app;
    if (print_where(print) == PRINT_PRINTER && !print_queue(print))
        word = _("看有哪些打印机");
    hints_first(hints, ACTION_ENTER, word);
    hints_first(hints, ACTION_NEXT_PANE, _("下一组"));
}

const struct pane_ops pane_print = {
    .name = "print",
    .shown_by = ACTION_PRINT,
    .lies_over = true,
    .context = CONTEXT_PRINT,
    .state_bytes = sizeof(struct print_dialog),
    .beside = { &pane_preview },
    .first_cols = DIALOG_COLS,
    .beside_cols = DIALOG_COLS + 1 + PAPER_MIN_COLS,
    .init = init,
    .fini = fini,
    .reload = reload,
    .open = open,
    .draw = draw,
    .act = act,
    .trail = trail,
    .hints = hints,
};

/* What one sees of one for each unit: that of the unit at hand, or of the first that has something to do. */
static struct sheet_subject unit_to_see(const struct app *app)
{
    const struct print_dialog *print = dialog_of(app);
    for (uint32_t i = 0; i < print->subjects_count; i++)
        if (print->subjects[i].kind == SHEET_UNIT)
            return print->subjects[i];
    for (uint32_t i = 0; i < app->b->units_count; i++)
        if (app->index->counts[i].tasks[BOND_LEAD] + app->index->counts[i].tasks[BOND_SUPPORT] > 0)
            return (struct sheet_subject){ SHEET_UNIT, i };
    return (struct sheet_subject){ SHEET_ALL, 0 };
}

struct sheet_subject pane_print_subject(const struct app *app)
{
    const struct print_dialog *print = dialog_of(app);
    return print_each_unit(print) ? unit_to_see(app) : print->subjects[print->chosen[PRINT_WHAT]];
}

enum format pane_print_format(const struct app *app)
{
    return print_format_offered(app, dialog_of(app)->chosen[PRINT_HOW]);
}

enum sheet_layout pane_print_layout(const struct app *app)
{
    return (enum sheet_layout)dialog_of(app)->chosen[PRINT_LAYOUT];
}

struct sheet *pane_print_sheet(const struct app *app)
{
    struct sheet_subject subject = pane_print_subject(app);
    if (subject.kind == SHEET_TASKS)
        return picked_sheet(app, (enum pick)subject.idx);
    return sheet_new_for(app->b, app->index, subject, app->filtered.matches, filtered_text(app));
}

void pane_print_queues(struct app *app, const struct app_queue *queues, uint32_t queues_count)
{
    struct print_dialog *print = dialog_of(app);
    forget_queues(print);
    print->queues = arena_array(&print->arena, queues_count, sizeof *print->queues);
    print->queues_count = queues_count;
    print->list = PRINT_WHERE;
    print->at = PRINT_PRINTER;
    for (uint32_t i = 0; i < queues_count; i++) {
        struct text set = text_of(app->options.printer);
        bool is_default = text_empty(set) ? queues[i].is_default : text_equal(queues[i].name, set);
        print->queues[i] = (struct app_queue){ text_copy(&print->arena, queues[i].name),
                                               text_copy(&print->arena, queues[i].state), is_default };
        if (is_default)
            print->at = PRINT_PRINTER + i;
    }
    app_say(app, false, _("请选打印机"));
}

void pane_print_ask_again(struct app *app)
{
    prompt_open(app, &pane_print_path, text_composed(buf_view(&dialog_of(app)->path)));
}

void pane_print_ask_replace(struct app *app)
{
    struct print_dialog *print = dialog_of(app);
    struct text path = text_composed(buf_view(&print->path));
    buf_clear(&print->taken);
    buf_text(&print->taken, path);
    pane_print_ask_again(app);
    app_say(app, true, _("已有 %.*s：再按 %s 覆盖，或者改名"), TEXT_ARG(path), app_key(app, ACTION_FIELD_DONE));
}
