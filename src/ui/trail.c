/* SPDX-License-Identifier: MIT */
#include "ui/trail.h"

#include <string.h>

#include "base/i18n.h"
#include "ui/app_state.h"
#include "ui/glyph.h"

/* The number without the volume, which the trail names already. */
static struct text number_alone(struct text id)
{
    const char *colon = memrchr(id.at, ':', id.bytes);
    return colon ? text_slice(id, (size_t)(colon - id.at) + 1, id.bytes) : id;
}

void trail_put(const struct app *app, struct link link, struct buf *out)
{
    const struct breakdown *b = app->b;
    struct text arrow = glyph_of(GLYPH_TRAIL, app->ambiguous_cols, app->ascii);
    uint32_t section_idx = link_section(b, link);
    if (section_idx != NO_IDX) {
        const struct section *section = &b->sections[section_idx];
        if (b->volumes_count > 1)
            buf_printf(out, "%.*s %.*s ", TEXT_ARG(b->volumes[section->volume_idx].name), TEXT_ARG(arrow));
        buf_text(out, section->kind == SECTION_LEADER ? section->leader : section->heading);
    }
    if (link.kind == LINK_TASK)
        buf_printf(out, " %.*s %.*s", TEXT_ARG(arrow), TEXT_ARG(number_alone(b->tasks[link.idx].id)));
    if (link.kind == LINK_VOLUME)
        buf_text(out, b->volumes[link.idx].title);
    if (link.kind == LINK_UNIT)
        buf_printf(out, "%s %.*s %.*s", _("单位"), TEXT_ARG(arrow), TEXT_ARG(b->units[link.idx].name));
}

void trail_step(const struct app *app, struct link link, struct buf *out)
{
    struct text arrow = glyph_of(GLYPH_TRAIL, app->ambiguous_cols, app->ascii);
    struct text name = link.kind == LINK_UNIT   ? app->b->units[link.idx].name
                       : link.kind == LINK_TASK ? app->b->tasks[link.idx].id
                                                : TEXT("");
    if (!text_empty(name))
        buf_printf(out, " %.*s %.*s", TEXT_ARG(arrow), TEXT_ARG(name));
}
