/* SPDX-License-Identifier: MIT */
#include "ui/panes.h"

#include <stdlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "ui/app_state.h"

const struct pane_ops *const panes_table[] = {
    &pane_tree, &pane_units, &pane_stats,   &pane_compare, &pane_help,   &pane_task,   &pane_unit,
    &pane_find, &pane_print, &pane_preview, &pane_ruler,   &pane_review, &pane_notice, &pane_change,
};
const uint32_t panes_table_count = sizeof panes_table / sizeof *panes_table;

void panes_init(struct app *app)
{
    app->panes = mem_array(panes_table_count, sizeof *app->panes);
    for (uint32_t i = 0; i < panes_table_count; i++) {
        app->panes[i].ops = panes_table[i];
        app->panes[i].state = mem_array(1, panes_table[i]->state_bytes ? panes_table[i]->state_bytes : 1);
    }
    for (uint32_t i = 0; i < panes_table_count; i++)
        if (panes_table[i]->init)
            panes_table[i]->init(app, &app->panes[i]);
}

void panes_fini(struct app *app)
{
    for (uint32_t i = 0; i < panes_table_count; i++) {
        if (panes_table[i]->fini)
            panes_table[i]->fini(&app->panes[i]);
        free(app->panes[i].state);
    }
    free(app->panes);
}

struct pane *panes_get(const struct app *app, const struct pane_ops *ops)
{
    for (uint32_t i = 0; i < panes_table_count; i++)
        if (panes_table[i] == ops)
            return &app->panes[i];
    die("no pane %s", ops->name);
}

struct pane *panes_shown_by(const struct app *app, enum action action)
{
    for (uint32_t i = 0; action != ACTION_NONE && i < panes_table_count; i++)
        if (panes_table[i]->shown_by == action)
            return &app->panes[i];
    return NULL;
}
