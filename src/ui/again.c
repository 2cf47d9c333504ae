/* SPDX-License-Identifier: MIT */
#include "ui/again.h"

static struct link find_section(const struct breakdown *old, const struct breakdown *now, uint32_t section_idx)
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

static struct link find_task(const struct breakdown *old, const struct breakdown *now, uint32_t task_idx)
{
    struct task_ref ref;
    if (task_find(now, old->tasks[task_idx].id, &ref, 1) >= 1)
        return link_to(LINK_TASK, ref.task_idx);
    return find_section(old, now, old->tasks[task_idx].section_idx);
}

static struct link find_unit(const struct breakdown *old, const struct breakdown *now, uint32_t unit_idx)
{
    uint32_t unit = unit_find(now, old->units[unit_idx].name);
    return unit == NO_IDX ? (struct link){ 0 } : link_to(LINK_UNIT, unit);
}

struct link again_link(const struct breakdown *old, const struct breakdown *now, struct link link)
{
    switch ((enum link_kind)link.kind) {
    case LINK_VOLUME:
        return link.idx < now->volumes_count ? link : (struct link){ 0 };
    case LINK_SECTION:
        return find_section(old, now, link.idx);
    case LINK_TASK:
        return find_task(old, now, link.idx);
    case LINK_UNIT:
        return find_unit(old, now, link.idx);
    case LINK_NONE:
        break;
    }
    return (struct link){ 0 };
}
