/* SPDX-License-Identifier: MIT */
#include "ui/begin.h"

#include "base/i18n.h"
#include "ui/app_state.h"
#include "ui/find.h"
#include "ui/pane_find.h"
#include "ui/pane_review.h"
#include "ui/panes.h"

/* May be left out, or is surely there. */
static bool is_there(const struct app *app, struct text name, unsigned kinds)
{
    return text_empty(name) || find_sure(app, name, kinds);
}

void begin_panes(struct app *app)
{
    panes_init(app);
    enum action start = app->options.start ? app->options.start : ACTION_LEADERS;
    app->main = app->options.review ? panes_get(app, &pane_review) : panes_shown_by(app, start);
}

void begin(struct app *app)
{
    const struct app_options *options = &app->options;
    if (app->partial && !(is_there(app, options->leader, MEAN_LEADERS) && is_there(app, options->go_to, MEAN_ALL) &&
                          is_there(app, options->unit, MEAN_UNITS)))
        return;
    if (!text_empty(options->doubts))
        app_notice(app, options->doubts, true);
    if (!text_empty(options->leader))
        find_name(app, options->leader, MEAN_LEADERS, _("领导"));
    if (!text_empty(options->go_to))
        find_name(app, options->go_to, MEAN_ALL, _("领导、部分、任务或单位"));
    bool at_unit = !text_empty(options->unit) && find_name(app, options->unit, MEAN_UNITS, _("单位"));
    history_fini(&app->back);
    app->greets = !app->touched && !options->review && text_empty(options->leader) && text_empty(options->go_to) &&
                  text_empty(options->unit) && text_empty(options->search);
    /* A unit that is not sure is looked for. */
    if (!text_empty(options->unit) && !at_unit)
        prompt_open(app, &pane_find_prompt, options->unit);
    if (!text_empty(options->search))
        prompt_open(app, &pane_find_prompt, options->search);
}

void begin_over(struct app *app)
{
    prompt_close(app);
    history_fini(&app->back);
    panes_fini(app);
    begin_panes(app);
    begin(app);
}
