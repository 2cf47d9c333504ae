/* SPDX-License-Identifier: MIT */
#include "ui/anchor.h"

struct anchor anchor_at(const struct lines *lines, uint32_t line)
{
    struct anchor anchor = { 0 };
    if (line >= lines->count || !lines->lines[line].link_starts)
        return anchor;
    anchor.link = lines->lines[line].link;
    for (uint32_t i = 0; i < line; i++)
        anchor.nth += lines->lines[i].link_starts && link_equal(lines->lines[i].link, anchor.link);
    return anchor;
}

uint32_t anchor_find(const struct lines *lines, struct anchor anchor, uint32_t otherwise)
{
    uint32_t found = otherwise, nth = 0;
    for (uint32_t i = 0; anchor.link.kind && nth <= anchor.nth && i < lines->count; i++)
        if (lines->lines[i].link_starts && link_equal(lines->lines[i].link, anchor.link)) {
            found = i;
            nth++;
        }
    return found;
}
