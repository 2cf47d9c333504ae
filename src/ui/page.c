/* SPDX-License-Identifier: MIT */
#include "ui/page.h"

#include "ui/compare_lines.h"
#include "ui/pane_compare.h"

void page_lines(const struct app *app, struct link link, int cols, struct lines *lines)
{
    switch ((enum link_kind)link.kind) {
    case LINK_TASK:
        page_task_lines(app, link.idx, cols, lines);
        break;
    case LINK_UNIT:
        page_unit_lines(app, link.idx, cols, lines);
        break;
    case LINK_SECTION:
        page_section_lines(app, link.idx, cols, lines);
        break;
    case LINK_VOLUME:
        page_volume_lines(app, link.idx, cols, lines);
        break;
    case LINK_CHANGE:
        compare_change_lines(app, pane_compare_diff(app), link.idx, cols, lines);
        break;
    case LINK_NONE:
        break;
    }
}
