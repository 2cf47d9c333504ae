/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "base/mem.h"
#include "breakdown/differ.h"

/* What has to agree for two sections to be the same one, the surest first. */
enum likeness { SAME_HEADING, SAME_LEADER, SAME_PLACE, LIKENESSES_COUNT };

/* A section that has no other yet, by what has to agree. */
struct candidate {
    enum section_kind kind;
    struct text key;
    uint32_t section_idx;
    uint32_t behind; /* the taken ones from here on, where that is known; 0: it is not */
};

static struct candidate candidate_of(const struct breakdown *b, uint32_t section_idx, enum likeness likeness)
{
    const struct section *section = &b->sections[section_idx];
    /* Another leader in the same place: a successor. */
    const struct text keys[] = { section->heading, section->leader, section->id };
    return (struct candidate){ section->kind, keys[likeness], section_idx, 0 };
}

static int compare_candidates(const struct candidate *a, const struct candidate *b)
{
    int order = (a->kind > b->kind) - (a->kind < b->kind);
    return order ? order : text_compare(a->key, b->key);
}

static int by_key(const void *left, const void *right)
{
    const struct candidate *a = left, *b = right;
    int order = compare_candidates(a, b);
    return order ? order : (a->section_idx > b->section_idx) - (a->section_idx < b->section_idx);
}

/* The first of the sorted new sections that is like this one and stands at or behind its index, or count. */
static uint32_t first_from(const struct candidate *news, uint32_t count, struct candidate wanted)
{
    uint32_t from = 0;
    for (uint32_t to = count; from < to;) {
        uint32_t middle = from + (to - from) / 2;
        if (by_key(&news[middle], &wanted) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

/* The like section without another that comes first at or behind an index; NO_IDX: none. */
static uint32_t free_from(const struct differ *differ, struct candidate *news, uint32_t count, struct candidate wanted)
{
    uint32_t first = first_from(news, count, wanted), k = first;
    while (k < count && compare_candidates(&news[k], &wanted) == 0) {
        if (differ->section_to_old[news[k].section_idx] == NO_IDX) {
            news[first].behind = k > first ? k : 0;
            return news[k].section_idx;
        }
        k = news[k].behind ? news[k].behind : k + 1;
    }
    if (k > first)
        news[first].behind = k;
    return NO_IDX;
}

static void pair_sections(struct differ *differ)
{
    struct slice olds = differ->old_sections, news = differ->new_sections;
    struct candidate *candidates = mem_array(news.count, sizeof *candidates);
    for (enum likeness likeness = SAME_HEADING; likeness < LIKENESSES_COUNT; likeness++) {
        uint32_t count = 0;
        for (uint32_t k = news.from; k < slice_end(news); k++)
            if (differ->section_to_old[k] == NO_IDX)
                candidates[count++] = candidate_of(differ->new, k, likeness);
        if (count)
            qsort(candidates, count, sizeof *candidates, by_key);
        for (uint32_t i = olds.from, next = news.from; i < slice_end(olds) && count; i++) {
            struct candidate wanted = candidate_of(differ->old, i, likeness);
            if (differ->section_to_new[i] != NO_IDX || (likeness == SAME_LEADER && wanted.kind != SECTION_LEADER))
                continue;
            /* From behind the last pair on, so that like headings of many sections pair in order. */
            wanted.section_idx = next;
            uint32_t found = free_from(differ, candidates, count, wanted);
            wanted.section_idx = 0;
            found = found == NO_IDX ? free_from(differ, candidates, count, wanted) : found;
            if (found == NO_IDX)
                continue;
            differ->section_to_new[i] = found;
            differ->section_to_old[found] = i;
            next = found + 1;
        }
    }
    free(candidates);
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
