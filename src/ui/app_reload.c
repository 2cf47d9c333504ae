/* SPDX-License-Identifier: MIT */
/* Another breakdown in place of the old one: everything the user had selected is found again by id and name. */
#include <stdlib.h>

#include "base/i18n.h"
#include "ui/state.h"

/* The same section by its volume's place and its id; what is gone has no successor. */
static struct link section_again(const struct breakdown *old, const struct breakdown *now, uint32_t section_idx)
{
    const struct section *section = &old->sections[section_idx];
    if (section->volume_idx < now->volumes_count) {
        struct slice sections = now->volumes[section->volume_idx].sections;
        for (uint32_t s = sections.from; s < sections.from + sections.count; s++)
            if (text_equal(now->sections[s].id, section->id))
                return link_to(LINK_SECTION, s);
    }
    return (struct link){ 0 };
}

static struct link link_again(const struct breakdown *old, const struct breakdown *now, struct link link)
{
    if (link.kind == LINK_VOLUME)
        return link.idx < now->volumes_count ? link : (struct link){ 0 };
    if (link.kind == LINK_SECTION)
        return section_again(old, now, link.idx);
    if (link.kind == LINK_TASK) {
        struct task_ref ref;
        if (task_find(now, old->tasks[link.idx].id, &ref, 1) >= 1)
            return link_to(LINK_TASK, ref.task_idx);
        return section_again(old, now, old->tasks[link.idx].section_idx);
    }
    if (link.kind == LINK_UNIT) {
        uint32_t unit = unit_find(now, old->units[link.idx].name);
        return unit == NO_IDX ? (struct link){ 0 } : link_to(LINK_UNIT, unit);
    }
    return (struct link){ 0 };
}

static void history_again(const struct breakdown *old, const struct breakdown *now, struct history *history)
{
    for (uint32_t i = 0; i < history->count; i++) {
        struct spot *spot = &history->spots[i];
        spot->subject = link_again(old, now, spot->subject);
        spot->unfolded = link_again(old, now, spot->unfolded);
        spot->anchor.link = link_again(old, now, spot->anchor.link);
    }
}

static void tree_again(struct app *app, const struct breakdown *old, const struct breakdown *now)
{
    struct tree before = app->tree;
    struct link selected = tree_selected(&before);
    /* The selected row stays where it is on the screen, so that nothing seems to move. */
    uint32_t below_top = before.scroll.cursor - before.scroll.top;
    tree_init(&app->tree, now);
    for (uint32_t s = 0; s < now->sections_count; s++)
        app->tree.folded_sections[s] = true;
    for (uint32_t s = 0; s < old->sections_count; s++) {
        struct link again = section_again(old, now, s);
        if (again.kind)
            app->tree.folded_sections[again.idx] = before.folded_sections[s];
    }
    for (uint32_t v = 0; v < old->volumes_count && v < now->volumes_count; v++)
        app->tree.folded_volumes[v] = before.folded_volumes[v];
    tree_rebuild(&app->tree, now, app->matches);
    struct link again = link_again(old, now, selected);
    if (again.kind)
        tree_select(&app->tree, now, app->matches, again);
    app->tree.scroll.top = app->tree.scroll.cursor > below_top ? app->tree.scroll.cursor - below_top : 0;
    tree_fini(&before);
}

/* The dialog stays while all it offers is still there, and its preview shows the new text; else it closes. */
static void print_again(struct app *app, const struct breakdown *old, const struct breakdown *now)
{
    static const enum link_kind kinds[] = {
        [SHEET_SECTION] = LINK_SECTION, [SHEET_UNIT] = LINK_UNIT, [SHEET_TASK] = LINK_TASK
    };
    struct print_dialog *print = &app->print;
    bool covered = (app->view == VIEW_HELP || app->view == VIEW_RULER) && app->beneath == VIEW_PRINT;
    bool open = app->view == VIEW_PRINT || covered, gone = false;
    for (uint32_t i = 0; open && i < print->subjects_count; i++) {
        struct sheet_subject *subject = &print->subjects[i];
        if (subject->kind == SHEET_ALL)
            continue;
        struct link again = link_again(old, now, link_to(kinds[subject->kind], subject->idx));
        gone = gone || again.kind != kinds[subject->kind];
        subject->idx = again.idx;
    }
    if (open && gone) {
        app->beneath = app->under;
        app->view = covered ? app->view : app->under;
        app->field_use = app->field_use == FIELD_PATH ? FIELD_NONE : app->field_use;
        app_notice(app, text_of(_("文件变了，要打印的已不在其中")), true);
    } else if (open && print->preview) {
        print_preview(app);
    }
}

void app_reload(struct app *app, const struct breakdown *now)
{
    const struct breakdown *old = app->b;
    uint32_t unit = units_selected(app);
    struct link unit_link = unit == NO_IDX ? (struct link){ 0 } : link_again(old, now, link_to(LINK_UNIT, unit));
    struct link shown = link_again(old, now, app->detail.subject);
    struct anchor marked = anchor_at(&app->detail.lines, app->detail.line);
    struct anchor counted = app->stats_cols ? anchor_at(&app->stats, app->stats_scroll.cursor) : app->stats_anchor;
    marked.link = link_again(old, now, marked.link);
    counted.link = link_again(old, now, counted.link);
    uint32_t top = app->detail.top;
    filter_free(app->filter);
    search_free(app->search);
    search_free(app->search_leaders);
    index_free(app->index);
    free(app->matches);
    app->matches = NULL;
    app->b = now;
    app->index = index_new(now);
    app->search = search_new(now, app->index);
    app->search_leaders = search_new_leaders(app->index->leaders);
    app->filter = filter_new(now, app->index, app->search);
    filter_run(app);
    tree_again(app, old, now);
    app->units.count = 0;
    units_rebuild(app);
    if (unit_link.kind)
        units_select(app, unit_link.idx);
    history_again(old, now, &app->back);
    history_again(old, now, &app->forward);
    app->before_field.subject = link_again(old, now, app->before_field.subject);
    app->tree_before = link_again(old, now, app->tree_before);
    app->before_field.anchor.link = link_again(old, now, app->before_field.anchor.link);
    stats_forget(app, counted); /* its links are the old breakdown's */
    buf_clear(&app->banner);
    app_notice(app, text_of(_("文件已重新读取")), false);
    print_again(app, old, now);
    detail_forget(app);
    app->detail.subject = (struct link){ 0 };
    detail_make(app, app_layout(app).right_cols);
    if (link_equal(shown, app->detail.subject)) {
        app->detail.top = top;
        app->detail.line = anchor_find(&app->detail.lines, marked, app->detail.line);
        if (app->focus == FOCUS_RIGHT)
            detail_show(app);
    }
    app_settle(app);
}
