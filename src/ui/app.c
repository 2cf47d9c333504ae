/* SPDX-License-Identifier: MIT */
#include "ui/app.h"

#include <stdarg.h>
#include <stdlib.h>

#include "base/hurry.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "breakdown/index.h"
#include "search/filter.h"
#include "text/utf8.h"
#include "ui/app_state.h"
#include "ui/begin.h"
#include "ui/goto.h"
#include "ui/mouse.h"
#include "ui/pane_print.h"
#include "ui/pane_review.h"
#include "ui/panes.h"

struct app *app_new(const struct breakdown *breakdown, const struct app_options *options)
{
    struct app *app = mem_array(1, sizeof *app);
    app->b = breakdown;
    app->options = *options;
    app->options.printer = options->printer ? options->printer : "";
    app->rows = 24;
    app->cols = 80;
    app->ambiguous_cols = options->ambiguous_cols == 2 ? 2 : 1;
    app->ascii = options->ascii;
    app->mouse = options->mouse;
    app->index = index_new(breakdown);
    app->search = search_new(app->index);
    app->search_leaders = search_new_leaders(app->index->leaders);
    app->filter = filter_new(app->index, app->search, app->search_leaders);
    if (options->keymap)
        app->keymap = *options->keymap;
    else
        keymap_init(&app->keymap);
    begin_panes(app);
    app->partial = options->partial;
    app_settle(app);
    return app;
}

void app_free(struct app *app)
{
    if (!app)
        return;
    prompt_fini(app);
    history_fini(&app->back);
    history_fini(&app->forward);
    panes_fini(app);
    filtered_fini(&app->filtered);
    marks_fini(&app->marks);
    filter_free(app->filter);
    search_free(app->search);
    search_free(app->search_leaders);
    index_free(app->index);
    buf_fini(&app->notice);
    buf_fini(&app->banner);
    buf_fini(&app->fault_path);
    buf_fini(&app->answer);
    buf_fini(&app->about);
    free(app);
}

/* A key that does nothing says so, but not again and again. */
static struct reaction unbound(struct app *app, uint32_t key, unsigned mods)
{
    char name[KEYMAP_NAME_BYTES];
    if (key == K_NONE || app->key_unbound == key)
        return (struct reaction){ 0 };
    app->key_unbound = key;
    key_name(key, mods, name);
    app_say(app, false, _("%s 在这里没有用处；%s 看所有按键"), name, app_key(app, ACTION_HELP));
    return (struct reaction){ .what = REACT_DRAW };
}

/*
 * Outside text fields a key under a Chinese input method acts as its ASCII key; a Han character opens the search with
 * it (in help, the search of keys), a digit the field for ids.
 */
static struct reaction key(struct app *app, const struct event *event)
{
    uint32_t ascii = utf8_ime_ascii(event->key);
    uint32_t before = app->key_before;
    enum action action = keymap_action_of_two(&app->keymap, before, ascii, app_context(app));
    app->key_before = K_NONE;
    if (action == ACTION_NONE)
        action = keymap_action(&app->keymap, ascii, event->mods, app_context(app));
    if (action != ACTION_NONE) {
        app->key_unbound = K_NONE;
        return app_act(app, action);
    }
    if (event->mods)
        return unbound(app, ascii, event->mods);
    if (app->over_count == 0 && ascii >= '0' && ascii <= '9') {
        char digit[2] = { (char)ascii, 0 };
        prompt_open(app, &goto_prompt, text_of(digit));
    } else if (ascii < K_SPECIAL && utf8_is_han(ascii)) {
        struct buf buf = { 0 };
        utf8_put(&buf, ascii);
        prompt_search(app, text_composed(buf_view(&buf)));
        buf_fini(&buf);
    } else if (keymap_begins(&app->keymap, ascii, app_context(app))) {
        app->key_before = ascii;
    } else {
        return unbound(app, ascii, 0);
    }
    return (struct reaction){ .what = REACT_DRAW };
}

/* What was asked for is shown as soon as it is known how much room there is. */
static void resize(struct app *app, const struct event *event)
{
    app->rows = event->rows;
    app->cols = event->cols;
    if (!app->sized)
        begin(app);
    app->sized = true;
}

bool app_keeps_back(struct app *app)
{
    if (app->partial)
        app_say(app, true, _("文件没有读完，这里会缺任务：读完再打印、复制"));
    return app->partial;
}

struct reaction app_handle(struct app *app, const struct event *event)
{
    bool had_notice = app->notice.bytes > 0;
    app->greets = app->greets && (event->kind == EVENT_RESIZE || event->kind == EVENT_RELOADED);
    struct reaction reaction = { .what = REACT_DRAW };
    app->touched = app->touched || (event->kind != EVENT_RESIZE && event->kind != EVENT_RELOADED);
    if (event->kind == EVENT_KEY || event->kind == EVENT_PASTE)
        buf_clear(&app->notice);
    switch (event->kind) {
    case EVENT_RESIZE:
        resize(app, event);
        break;
    case EVENT_RELOADED:
        break;
    case EVENT_MOUSE:
        asking_finish(app);
        reaction = mouse_handle(app, event);
        break;
    case EVENT_PASTE:
        if (app->prompting.prompt)
            reaction = prompt_handle(app, event);
        else
            prompt_search(app, event->text);
        break;
    case EVENT_KEY:
        reaction = app->prompting.prompt ? prompt_handle(app, event) : key(app, event);
        break;
    }
    if (had_notice)
        reaction.what |= REACT_DRAW;
    if ((reaction.what & (REACT_WRITE | REACT_PRINTER | REACT_QUEUES)) && app_keeps_back(app))
        reaction = (struct reaction){ .what = REACT_DRAW };
    app_settle(app);
    return reaction;
}

bool app_works(const struct app *app)
{
    return app->prompting.asking.matches || app->counts;
}

void app_work(struct app *app)
{
    hurry_begin(-1);
    while (app->prompting.asking.matches && !hurry())
        asking_go_on(app);
    hurry_end();
    if (app->counts && !app->prompting.asking.matches) {
        app->counts = false;
        /* Out of sight it has no columns to count for; it asks again when it is back. */
        if (app->main->ops->count && app->main->area.rows > 0)
            app->main->ops->count(app, app->main);
    }
    app_settle(app);
}

void app_banner(struct app *app, struct text message, struct place where)
{
    buf_clear(&app->banner);
    buf_text(&app->banner, message);
    buf_clear(&app->fault_path);
    if (where.file)
        buf_string(&app->fault_path, where.file);
    app->fault_line_no = where.line_no;
    buf_clear(&app->notice); /* perhaps that an earlier change was read */
    app_settle(app);         /* the banner takes a row */
}

void app_notice(struct app *app, struct text message, bool is_error)
{
    buf_clear(&app->notice);
    buf_text(&app->notice, message);
    app->notice_is_error = is_error;
}

void app_say(struct app *app, bool is_error, const char *format, ...)
{
    struct buf message = { 0 }; /* what is said may be of the notice before */
    va_list args;
    va_start(args, format);
    buf_vprintf(&message, format, args);
    va_end(args);
    app_notice(app, text_composed(buf_view(&message)), is_error);
    buf_fini(&message);
}

bool app_mouse(const struct app *app)
{
    return app->mouse;
}

int app_ambiguous_cols(const struct app *app)
{
    return app->ambiguous_cols;
}

bool app_ascii(const struct app *app)
{
    return app->ascii;
}

const char *app_key(const struct app *app, enum action action)
{
    const char *key = keymap_key(&app->keymap, action);
    return key ? key : "-";
}

void app_path_again(struct app *app)
{
    pane_print_ask_again(app);
    app_settle(app);
}

void app_path_taken(struct app *app)
{
    pane_print_ask_replace(app);
    app_settle(app);
}

void app_queues(struct app *app, const struct app_queue *queues, uint32_t queues_count)
{
    pane_print_queues(app, queues, queues_count);
    app_settle(app);
}
