/* SPDX-License-Identifier: MIT */
/* Another breakdown in place of the old one: everything the user had selected is found again. */
#include "base/i18n.h"
#include "breakdown/index.h"
#include "search/filter.h"
#include "ui/again.h"
#include "ui/app_state.h"
#include "ui/panes.h"

static void find_again(struct link *link, void *context)
{
    *link = again_link(context, *link);
}

static void history_again(struct history *history, struct again *again)
{
    for (uint32_t i = 0; i < history->count; i++)
        history_each_link(&history->stops[i], find_again, again);
}

void app_reload(struct app *app, const struct breakdown *now)
{
    struct again *again = again_new(app->b, now);
    filter_free(app->filter);
    search_free(app->search);
    search_free(app->search_leaders);
    index_free(app->index);
    app->b = now;
    app->index = index_new(now);
    app->search = search_new(now, app->index);
    app->search_leaders = search_new_leaders(app->index->leaders);
    app->filter = filter_new(now, app->index, app->search);
    filtered_run(app);
    buf_clear(&app->banner);
    app_notice(app, text_of(_("文件已重新读取")), false);
    history_again(&app->back, again);
    history_again(&app->forward, again);
    history_each_link(&app->prompting.before, find_again, again);
    for (uint32_t i = 0; i < panes_table_count; i++)
        if (panes_table[i]->reload)
            panes_table[i]->reload(app, &app->panes[i], again);
    again_free(again);
    app_settle(app);
}
