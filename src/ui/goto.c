/* SPDX-License-Identifier: MIT */
#include "ui/goto.h"

#include "base/i18n.h"
#include "ui/app.h"
#include "ui/find.h"

/* What people type who have come from elsewhere: :q. */
static bool is_quit(struct text where)
{
    static const char *const words[] = { "q", "q!", "qa", "quit", "wq", "x" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_equal(where, text_of(words[i])))
            return true;
    return false;
}

/* An ID, a number of the section at hand, or a name: goes there, or says what it may be and lets it be typed anew. */
static bool done(struct app *app, struct text where, struct reaction *reaction)
{
    /* A bare number is a task's, never a section's. */
    bool number = where.bytes && where.at[0] >= '0' && where.at[0] <= '9';
    if (is_quit(where)) {
        reaction->what = REACT_QUIT;
        return true;
    }
    return find_id(app, where) ||
           find_name(app, where, number ? MEAN_LEADERS | MEAN_UNITS : MEAN_ALL, _("领导、部分、任务或单位"));
}

const struct prompt goto_prompt = { .label = N_("转到: "), .leads_away = true, .done = done };
