/* SPDX-License-Identifier: MIT */
#include "ui/hints.h"

#include <stdio.h>

#include "base/i18n.h"
#include "ui/app_state.h"

static void add(struct hints *hints, const enum action *actions, uint32_t actions_count, const char *word,
                enum hint_rank rank)
{
    const struct app *app = hints->app;
    struct buf keys = { 0 };
    for (uint32_t i = 0; i < actions_count; i++) {
        if (keys.bytes)
            buf_char(&keys, ' ');
        keymap_put(&app->keymap, actions[i], 1, app_is_plain(app), &keys);
    }
    /* What has no key needs no hint. */
    if (word && keys.bytes && hints->count < HINTS_MAX) {
        struct hint *hint = &hints->items[hints->count++];
        snprintf(hint->key, sizeof hint->key, "%s", keys.at);
        hint->word = word;
        hint->rank = rank;
    }
    buf_fini(&keys);
}

void hints_first(struct hints *hints, enum action action, const char *word)
{
    add(hints, &action, 1, word, HINT_FIRST);
}

void hints_pair(struct hints *hints, enum action one, enum action other, const char *word)
{
    add(hints, (enum action[]){ one, other }, 2, word, HINT_FIRST);
}

void hints_reword(struct hints *hints, enum action action, const char *word)
{
    hints->reworded = action;
    hints->reworded_as = word;
}

static enum hint_rank rank_of(enum action action, bool can_go_back)
{
    switch (action) {
    case ACTION_HELP:
    case ACTION_FIELD_CANCEL:
        return HINT_MUST;
    case ACTION_QUIT:
        return can_go_back ? HINT_OTHER : HINT_MUST; /* one way out must be seen, the nearer one */
    case ACTION_PRINT:
        return HINT_FIRST; /* what looking up is for, more often than not */
    default:
        return HINT_OTHER;
    }
}

/* What going back does here; NULL where it does nothing, or the action table says it. */
static const char *back_word(const struct app *app, const struct hints *hints)
{
    if (app->prompting.prompt)
        return NULL;
    if (app->progress.reading == READING_ON && app->over_count == 0)
        return _("停止读取");
    if (hints->back && app->over_count == 0 && app->main->focus == 0)
        return hints->back;
    if (app->back.count || app->over_count || app_stands_alone(app))
        return _("退回");
    return hints->back;
}

void hints_collect(const struct app *app, struct hints *hints)
{
    const struct pane *pane = app_pane(app);
    unsigned context = app_context(app);
    *hints = (struct hints){ .app = app };
    if (pane->ops->hints && !app->prompting.prompt)
        pane->ops->hints(app, pane, hints);
    if (marks_any(app) && context != CONTEXT_FIELD && app->over_count == 0)
        add(hints, (enum action[]){ ACTION_UNMARK_ALL }, 1, _("取消标记"), HINT_OTHER);
    const char *back = back_word(app, hints);
    for (uint32_t i = 0; i < action_table_count; i++) {
        const struct action_row *row = &action_table[i];
        if (!row->hint || !(row->contexts & context))
            continue;
        const char *word = row->action == hints->reworded ? hints->reworded_as : _(row->hint);
        add(hints, &row->action, 1, word, rank_of(row->action, back != NULL));
    }
    add(hints, (enum action[]){ ACTION_BACK }, 1, back, HINT_MUST);
}
