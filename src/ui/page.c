/* SPDX-License-Identifier: MIT */
#include "ui/page.h"

#include "ui/compare_lines.h"
#include "ui/pane_compare.h"

void page_lines_late(const struct app *app, struct link link, int cols, struct lines *lines)
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

void page_fill(const struct app *app, struct link link, int cols, struct lines *lines, size_t from, size_t to)
{
    struct page_late page = { app, link.idx, cols };
    if (link.kind == LINK_UNIT)
        lines_fill(lines, from, to, page_unit_put, &page);
    else if (link.kind == LINK_SECTION)
        lines_fill(lines, from, to, page_section_put, &page);
}

void page_lines(const struct app *app, struct link link, int cols, struct lines *lines)
{
    page_lines_late(app, link, cols, lines);
    page_fill(app, link, cols, lines, 0, lines->count);
}
