/* SPDX-License-Identifier: MIT */
/* What every event ends with, so that drawing has nothing to decide. */
#include "ui/state.h"

static void settle_panes(struct app *app, const struct layout *layout)
{
    bool left = layout->two_panes || app->focus == FOCUS_LEFT, right = layout->two_panes || app->focus == FOCUS_RIGHT;
    if (left && app->view == VIEW_UNITS)
        pane_units_settle(app, layout->body_rows);
    else if (left)
        pane_tree_settle(app, layout->body_rows);
    if (right)
        pane_detail_settle(app, layout->body_rows, layout->right_cols);
}

void app_settle(struct app *app)
{
    struct layout layout = app_layout(app);
    if (layout.too_small)
        return;
    if (app->view <= VIEW_UNITS)
        settle_panes(app, &layout);
    else if (app->view == VIEW_STATS)
        pane_stats_settle(app, layout.body_rows);
    else if (app->view == VIEW_HELP)
        pane_help_settle(app, layout.body_rows);
    else if (app->view == VIEW_PRINT && app->print.preview)
        preview_settle(app, layout.body_rows);
}
