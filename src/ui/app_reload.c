/* SPDX-License-Identifier: MIT */
/* Another breakdown in place of the old one: everything the user had selected is found again. */
#include "base/i18n.h"
#include "breakdown/index.h"
#include "search/filter.h"
#include "ui/again.h"
#include "ui/app_state.h"
#include "ui/begin.h"
#include "ui/panes.h"

/* Everything anew on `now`; again finds the things of the old one in it. Appends what became of marks. */
static void take(struct app *app, const struct breakdown *now, struct again *again, bool grown, struct buf *said)
{
    search_free(app->search);
    search_free(app->search_leaders);
    index_free(app->index);
    app->b = now;
    app->index = index_new(now);
    app->search = search_new(app->index);
    app->search_leaders = search_new_leaders(app->index->leaders);
    if (grown) {
        filter_grow(app->filter, app->index, app->search, app->search_leaders);
    } else {
        filter_free(app->filter);
        app->filter = filter_new(app->index, app->search, app->search_leaders);
    }
    filtered_run(app);
    marks_reload(app, again, said);
    for (uint32_t i = 0; i < app->back.count; i++)
        history_again(&app->back.stops[i], again);
    for (uint32_t i = 0; i < app->forward.count; i++)
        history_again(&app->forward.stops[i], again);
    history_again(&app->prompting.before, again);
    for (uint32_t i = 0; i < panes_table_count; i++)
        if (panes_table[i]->reload)
            panes_table[i]->reload(app, &app->panes[i], again);
    again_free(again);
}

static void drop_banner(struct app *app)
{
    buf_clear(&app->banner);
    buf_clear(&app->fault_path);
}

void app_reload(struct app *app, const struct breakdown *now)
{
    struct buf said = { 0 };
    asking_finish(app);
    buf_string(&said, _("文件已重新读取"));
    app_notice(app, text_composed(buf_view(&said)), false); /* a pane may know something that matters more */
    size_t bytes = said.bytes;
    take(app, now, again_new(app->b, now), false, &said);
    app->partial = false;
    drop_banner(app);
    if (said.bytes > bytes)
        app_notice(app, text_composed(buf_view(&said)), true);
    buf_fini(&said);
    app_settle(app);
}

void app_grow(struct app *app, const struct breakdown *now, bool is_whole)
{
    struct buf said = { 0 };
    asking_finish(app);
    take(app, now, again_new_grown(app->b, now), true, &said);
    buf_fini(&said);
    app->partial = !is_whole;
    if (is_whole)
        drop_banner(app);
    if (!app->touched)
        begin_over(app);
    app_settle(app);
}

void app_progress(struct app *app, const struct progress *progress)
{
    app->progress = *progress;
    app_settle(app);
}
