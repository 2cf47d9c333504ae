/* SPDX-License-Identifier: MIT */
#include "ui/asking.h"

#include "search/filter.h"
#include "ui/app_state.h"

enum { PIECE = 4000000 }; /* of work (search/filter.h): takes a few milliseconds */

/* True when that was all. */
static bool piece(struct app *app)
{
    bool more =
        filter_go_on(app->filter, app->options.piece ? app->options.piece : PIECE, app->prompting.asking.matches);
    *app->prompting.asking.count = filter_count(app->filter);
    if (!more)
        asking_drop(app);
    return !more;
}

void asking_begin(struct app *app, struct text query, bool *matches, uint32_t *count)
{
    app->prompting.asking = (struct asking){ matches, count };
    filter_begin(app->filter, query);
    piece(app);
}

static void tell(struct app *app)
{
    if (app->prompting.prompt && app->prompting.prompt->answered)
        app->prompting.prompt->answered(app);
}

void asking_go_on(struct app *app)
{
    if (piece(app))
        tell(app);
}

void asking_finish(struct app *app)
{
    if (!app->prompting.asking.matches)
        return;
    while (!piece(app))
        ;
    tell(app);
    buf_clear(&app->notice); /* of the key before */
}

void asking_drop(struct app *app)
{
    app->prompting.asking = (struct asking){ 0 };
}
