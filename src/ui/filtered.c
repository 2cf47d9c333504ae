/* SPDX-License-Identifier: MIT */
#include "ui/filtered.h"

#include <stdlib.h>

#include "base/mem.h"
#include "search/filter.h"
#include "ui/app_state.h"
#include "ui/pane_tree.h"

void filtered_fini(struct filtered *filtered)
{
    free(filtered->matches);
    buf_fini(&filtered->text);
}

struct text filtered_text(const struct app *app)
{
    return text_composed(buf_view(&app->filtered.text));
}

/* True when there is something to ask. */
static bool begin(struct app *app)
{
    struct filtered *filtered = &app->filtered;
    asking_drop(app);
    free(filtered->matches);
    filtered->matches = NULL;
    filtered->count = 0;
    app->changes++;
    if (!span_trim(text_span(filtered_text(app))).bytes)
        return false;
    filtered->matches = mem_array(app->b->tasks_count, sizeof *filtered->matches);
    return true;
}

void filtered_run(struct app *app)
{
    if (begin(app))
        app->filtered.count = filter_query(app->filter, filtered_text(app), app->filtered.matches);
}

static void keep_text(struct app *app, struct text text)
{
    struct buf copy = { 0 };
    buf_text(&copy, text); /* it may be the old one */
    buf_fini(&app->filtered.text);
    app->filtered.text = copy;
}

void filtered_set(struct app *app, struct text text)
{
    keep_text(app, text);
    filtered_run(app);
    pane_tree_rebuild(app);
}

void filtered_ask(struct app *app, struct text text)
{
    keep_text(app, text);
    if (begin(app))
        asking_begin(app, filtered_text(app), app->filtered.matches, &app->filtered.count);
    pane_tree_rebuild(app);
}
