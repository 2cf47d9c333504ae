/* SPDX-License-Identifier: MIT */
#include "ui/compare_section.h"

#include "base/i18n.h"
#include "ui/page.h"

enum { MARGIN = 2 };

static const struct section *section_at(const struct breakdown *b, uint32_t section_idx)
{
    return section_idx == NO_IDX ? NULL : &b->sections[section_idx];
}

/* 新增, 删去, or what is other: 换领导 改职务. */
static void put_kinds(const struct section *old, const struct section *now, struct buf *out)
{
    if (!old || !now) {
        buf_string(out, now ? _("新增") : _("删去"));
        return;
    }
    const struct {
        const char *word;
        struct text old, now;
    } fields[] = { { _("换领导"), old->leader, now->leader },
                   { _("改职务"), old->title, now->title },
                   { _("改主抓或牵头"), old->role, now->role },
                   { _("改序号"), old->no, now->no } };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (!text_equal(fields[i].old, fields[i].now))
            buf_printf(out, "%s%s", out->bytes ? " " : "", fields[i].word);
    if (!out->bytes)
        buf_string(out, text_equal(old->heading, now->heading) ? _("上级标题有变") : _("改标题"));
}

void compare_section_line(const struct breakdown *b, const struct diff_section *change, struct link link, int cols,
                          struct lines *lines)
{
    const struct section *old = section_at(b, change->old_section_idx), *now = section_at(b, change->new_section_idx);
    struct buf buf = { 0 };
    lines_row(lines, link, MARGIN);
    lines_run(lines, text_of(!old ? "+ " : !now ? "- " : "~ "), STYLE_KEY);
    put_kinds(old, now, &buf);
    buf_string(&buf, "  ");
    lines_clip(lines, text_composed(buf_view(&buf)), cols - 1 - lines_col(lines), STYLE_LEAD);
    lines_clip(lines, (now ? now : old)->heading, cols - 1 - lines_col(lines), STYLE_NORMAL);
    buf_fini(&buf);
}

static void side_lines(const struct breakdown *b, uint32_t section_idx, int cols, struct lines *lines)
{
    const struct section *section = section_at(b, section_idx);
    struct paragraph p = {
        .cols = cols - 1, .first_indent = MARGIN, .indent = MARGIN, .link = link_to(LINK_SECTION, section_idx)
    };
    if (!section)
        return;
    lines_blank(lines);
    p.text =
        lines_printf(lines, "%.*s  %.*s", TEXT_ARG(b->volumes[section->volume_idx].name), TEXT_ARG(section->heading));
    lines_paragraph(lines, &p);
    lines_say(lines, page_section_sum(section, lines), STYLE_DIM, cols - 1, MARGIN);
    for (uint32_t i = 0; i < section->under.count; i++)
        lines_say(lines, b->texts[section->under.from + i], STYLE_DIM, cols - 1, MARGIN);
}

void compare_section_lines(const struct breakdown *b, const struct diff_section *change, int cols, struct lines *lines)
{
    struct buf buf = { 0 };
    put_kinds(section_at(b, change->old_section_idx), section_at(b, change->new_section_idx), &buf);
    lines_row(lines, (struct link){ 0 }, MARGIN);
    lines_clip(lines, text_composed(buf_view(&buf)), cols - 1 - MARGIN, STYLE_LEAD);
    side_lines(b, change->old_section_idx, cols, lines);
    side_lines(b, change->new_section_idx, cols, lines);
    buf_fini(&buf);
}
