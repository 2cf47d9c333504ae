/* SPDX-License-Identifier: MIT */
#include "ui/prompt.h"

#include "ui/app_state.h"
#include "ui/pane_find.h"
#include "ui/panes.h"

static const struct reaction draw = { .what = REACT_DRAW };

static void text_changed(struct app *app)
{
    const struct prompt *prompt = app->prompting.prompt;
    if (prompt->changed)
        prompt->changed(app, field_text(&app->prompting.field));
}

/* The words before those in the field; what was typed itself is not given up for them. */
static bool recall(struct app *app)
{
    struct prompting *prompting = &app->prompting;
    if (prompting->field.text.bytes && !prompting->recalled)
        return false;
    const char *words = recall_get(&prompting->recall, prompting->prompt, prompting->recalled);
    if (words) {
        prompting->recalled++;
        field_set(&prompting->field, text_of(words));
        text_changed(app);
    }
    return true;
}

void prompt_open(struct app *app, const struct prompt *prompt, struct text text)
{
    history_drop(&app->prompting.before);
    if (prompt->leads_away) {
        app->over_count = 0;
        app->prompting.before = history_here(app);
    }
    app->prompting.prompt = prompt;
    app->prompting.recalled = 0;
    if (prompt->open)
        prompt->open(app);
    field_set(&app->prompting.field, text);
    text_changed(app);
}

void prompt_search(struct app *app, struct text text)
{
    const struct prompt *prompt = app_pane(app)->ops->search;
    prompt_open(app, prompt ? prompt : &pane_find_prompt, text);
}

void prompt_close(struct app *app)
{
    app->prompting.prompt = NULL;
    history_drop(&app->prompting.before);
}

void prompt_fini(struct app *app)
{
    prompt_close(app);
    field_fini(&app->prompting.field);
    recall_fini(&app->prompting.recall);
}

bool prompt_is(const struct app *app, const struct prompt *prompt)
{
    return app->prompting.prompt == prompt;
}

static void cancel(struct app *app)
{
    const struct prompt *prompt = app->prompting.prompt;
    app->prompting.prompt = NULL;
    if (prompt->cancel)
        prompt->cancel(app);
    prompt_close(app);
}

static struct reaction done(struct app *app)
{
    const struct prompt *prompt = app->prompting.prompt;
    struct reaction reaction = draw;
    asking_finish(app);
    recall_keep(&app->prompting.recall, prompt, field_text(&app->prompting.field));
    if (!prompt->done || prompt->done(app, field_text(&app->prompting.field), &reaction))
        prompt_close(app);
    return reaction;
}

static struct reaction type(struct app *app, const struct event *event)
{
    if (event->mods == 0 && event->key >= ' ' && event->key < K_SPECIAL && event->key != K_BACKSPACE) {
        field_insert_char(&app->prompting.field, event->key);
        app->prompting.recalled = 0;
        text_changed(app);
    }
    return draw;
}

/* Actions that are not the field's: those that move a list, those that go elsewhere. */
static struct reaction act(struct app *app, enum action action)
{
    const struct prompt *prompt = app->prompting.prompt;
    if (panes_shown_by(app, action)) {
        cancel(app);
        return app_act(app, action);
    }
    if (action == ACTION_REDRAW || action == ACTION_SUSPEND)
        return app_act(app, action);
    if (action == ACTION_UP && recall(app))
        return draw;
    app->prompting.recalled = 0;
    asking_finish(app);
    if (prompt->move)
        prompt->move(app, action);
    return draw;
}

struct reaction prompt_handle(struct app *app, const struct event *event)
{
    struct field *field = &app->prompting.field;
    if (event->kind == EVENT_PASTE) {
        field_insert(field, event->text);
        text_changed(app);
        return draw;
    }
    enum action action = keymap_action(&app->keymap, event->key, event->mods, CONTEXT_FIELD);
    if (action == ACTION_NONE)
        return type(app, event);
    if (action == ACTION_FIELD_DONE)
        return done(app);
    if (action == ACTION_FIELD_CANCEL || (action == ACTION_FIELD_BACKSPACE && field->text.bytes == 0)) {
        cancel(app);
        return draw;
    }
    if (!field_edit(field, action))
        return act(app, action);
    app->prompting.recalled = 0;
    text_changed(app);
    return draw;
}
