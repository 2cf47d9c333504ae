/* SPDX-License-Identifier: MIT */
#include "ui/goto.h"

#include "base/i18n.h"
#include "ui/find.h"

/* An ID, a number of the section at hand, or a name: goes there, or says what it may be and lets it be typed anew. */
static bool done(struct app *app, struct text where, struct reaction *reaction)
{
    /* A bare number is a task's, never a section's. */
    bool number = where.bytes && where.at[0] >= '0' && where.at[0] <= '9';
    (void)reaction;
    return find_id(app, where) ||
           find_name(app, where, number ? MEAN_LEADERS | MEAN_UNITS : MEAN_ALL, _("领导、部分、任务或单位"));
}

const struct prompt goto_prompt = { .label = N_("转到: "), .leads_away = true, .done = done };
