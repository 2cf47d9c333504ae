/* SPDX-License-Identifier: MIT */
#include "ui/print_offer.h"

#include "ui/again.h"
#include "ui/app_state.h"
#include "ui/pane_stats.h"
#include "ui/print_draw.h"

static void offer(struct print_dialog *print, enum sheet_kind kind, uint32_t idx)
{
    for (uint32_t i = 0; i < print->subjects_count; i++)
        if (print->subjects[i].kind == kind && print->subjects[i].idx == idx)
            return;
    if (print->subjects_count < PRINT_SUBJECTS_MAX)
        print->subjects[print->subjects_count++] = (struct sheet_subject){ kind, idx };
}

/* A thing and what belongs with it: with a task its leader's whole sheet first. */
static void offer_link(const struct app *app, struct print_dialog *print, struct link link)
{
    uint32_t section_idx = link_section(app->b, link);
    if (section_idx != NO_IDX)
        offer(print, SHEET_SECTION, section_idx);
    if (link.kind == LINK_UNIT)
        offer(print, SHEET_UNIT, link.idx);
}

static void offer_picked(const struct app *app, struct print_dialog *print, enum pick pick)
{
    if (picked_some(app, pick))
        offer(print, SHEET_TASKS, pick);
}

void print_offer(const struct app *app, struct print_dialog *print)
{
    const struct breakdown *b = app->b;
    struct link subject = app_subject(app);
    print->subjects_count = 0;
    offer_picked(app, print, PICK_MARKED);
    offer_picked(app, print, PICK_OF_UNITS);
    if (subject.kind == LINK_CHANGE)
        offer(print, SHEET_CHANGES, b->volumes_count - 1);
    if (pane_stats_has_targets(app))
        offer(print, SHEET_TARGETS, 0);
    offer_link(app, print, subject);
    offer_picked(app, print, PICK_FILTERED);
    /* What the cursor is on beside it, as far to the right as one has gone. */
    for (unsigned nth = 1; nth <= app->main->focus; nth++) {
        struct link link = pane_subject(app, app_pane_of(app, app->main, nth));
        if (link.kind == LINK_UNIT)
            offer(print, SHEET_UNIT, link.idx);
        if (link.kind == LINK_TASK)
            offer(print, SHEET_TASK, link.idx);
    }
    if (subject.kind == LINK_TASK)
        offer(print, SHEET_TASK, subject.idx);
    /* One livelihood part, of the volume at hand: every volume has one, of the same name. */
    uint32_t here = 0;
    for (uint32_t i = 0; i < print->subjects_count; i++)
        if (print->subjects[i].kind == SHEET_SECTION)
            here = b->sections[print->subjects[i].idx].volume_idx;
    for (uint32_t s = 0; s < b->sections_count; s++)
        if (b->sections[s].kind == SECTION_LIVELIHOOD && b->sections[s].volume_idx == here)
            offer(print, SHEET_SECTION, s);
    /* Of years open together the last two, in the order in which they were named. */
    if (b->volumes_count > 1)
        offer(print, SHEET_CHANGES, b->volumes_count - 1);
    offer(print, SHEET_ALL, 0);
}

bool print_offer_again(const struct app *app, struct print_dialog *print, const struct again *again)
{
    static const enum link_kind kinds[] = { [SHEET_SECTION] = LINK_SECTION,
                                            [SHEET_UNIT] = LINK_UNIT,
                                            [SHEET_TASK] = LINK_TASK,
                                            [SHEET_CHANGES] = LINK_VOLUME };
    bool gone = false;
    for (uint32_t i = 0; i < print->subjects_count; i++) {
        struct sheet_subject *subject = &print->subjects[i];
        if (subject->kind == SHEET_TASKS)
            gone = gone || !picked_some(app, (enum pick)subject->idx);
        if (subject->kind == SHEET_ALL || subject->kind == SHEET_TASKS || subject->kind == SHEET_TARGETS)
            continue;
        struct link link = again_link(again, link_to(kinds[subject->kind], subject->idx));
        gone = gone || link.kind != kinds[subject->kind];
        subject->idx = link.idx;
    }
    return !gone;
}
