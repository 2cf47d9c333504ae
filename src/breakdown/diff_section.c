/* SPDX-License-Identifier: MIT */
#include "base/mem.h"
#include "breakdown/differ.h"

/* How surely two sections are the same one; 0: not. */
static int kinship(const struct section *a, const struct section *b)
{
    if (a->kind != b->kind)
        return 0;
    if (text_equal(a->heading, b->heading))
        return 3;
    if (a->kind == SECTION_LEADER && text_equal(a->leader, b->leader))
        return 2;
    /* Another leader in the same place: a successor. */
    return text_equal(a->id, b->id) ? 1 : 0;
}

static void pair_sections(struct differ *differ)
{
    const struct breakdown *old = differ->old, *new = differ->new;
    struct slice olds = differ->old_sections, news = differ->new_sections;
    for (int least = 3; least > 0; least--) {
        for (uint32_t i = olds.from, next = 0; i < slice_end(olds); i++) {
            if (differ->section_to_new[i] != NO_IDX)
                continue;
            /* From behind the last pair on, so that like headings of many sections pair in order and in no time. */
            for (uint32_t tried = 0; tried < news.count; tried++) {
                uint32_t k = news.from + (next + tried) % news.count;
                if (differ->section_to_old[k] != NO_IDX || kinship(&old->sections[i], &new->sections[k]) < least)
                    continue;
                differ->section_to_new[i] = k;
                differ->section_to_old[k] = i;
                next = k - news.from + 1;
                break;
            }
        }
    }
}

static bool same_under(const struct differ *differ, const struct section *a, const struct section *b)
{
    if (a->under.count != b->under.count)
        return false;
    for (uint32_t i = 0; i < a->under.count; i++)
        if (!text_equal(differ->old->texts[a->under.from + i], differ->new->texts[b->under.from + i]))
            return false;
    return true;
}

static bool same_section(const struct differ *differ, const struct section *a, const struct section *b)
{
    return text_equal(a->heading, b->heading) && text_equal(a->no, b->no) && text_equal(a->leader, b->leader) &&
           text_equal(a->title, b->title) && text_equal(a->role, b->role) && same_under(differ, a, b);
}

static void add(struct diff *diff, size_t *cap, enum diff_kind kind, uint32_t old_idx, uint32_t new_idx)
{
    MEM_GROW(diff->sections, (size_t)diff->sections_count + 1, *cap);
    diff->sections[diff->sections_count++] = (struct diff_section){ kind, old_idx, new_idx };
}

static void compare_documents(struct differ *differ)
{
    struct slice olds = differ->diff->old_volumes, news = differ->diff->new_volumes;
    const struct volume *a = differ->old->volumes + olds.from, *b = differ->new->volumes + news.from;
    unsigned *document = &differ->diff->document;
    if (olds.count != news.count)
        *document |= DIFF_VOLUMES;
    for (uint32_t i = 0; i < olds.count && i < news.count; i++, a++, b++) {
        if (*document & DIFF_VOLUMES && i)
            return;
        *document |= text_equal(a->title, b->title) ? 0 : DIFF_TITLE;
        *document |= text_equal(a->issuer, b->issuer) ? 0 : DIFF_ISSUER;
        *document |= a->year == b->year ? 0 : DIFF_YEAR;
        *document |= text_equal(a->lead_rule, b->lead_rule) ? 0 : DIFF_LEAD_RULE;
    }
}

void diff_match_sections(struct differ *differ)
{
    size_t cap = 0;
    compare_documents(differ);
    pair_sections(differ);
    for (uint32_t i = differ->new_sections.from; i < slice_end(differ->new_sections); i++) {
        uint32_t old_idx = differ->section_to_old[i];
        if (old_idx == NO_IDX)
            add(differ->diff, &cap, DIFF_ADDED, NO_IDX, i);
        else if (!same_section(differ, &differ->old->sections[old_idx], &differ->new->sections[i]))
            add(differ->diff, &cap, DIFF_CHANGED, old_idx, i);
    }
    for (uint32_t i = differ->old_sections.from; i < slice_end(differ->old_sections); i++)
        if (differ->section_to_new[i] == NO_IDX)
            add(differ->diff, &cap, DIFF_REMOVED, i, NO_IDX);
}
