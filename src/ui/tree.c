/* SPDX-License-Identifier: MIT */
#include "ui/tree.h"

#include <stdlib.h>

#include "base/mem.h"

void tree_init(struct tree *tree, const struct breakdown *b)
{
    *tree = (struct tree){ 0 };
    tree->folded_sections = mem_array(b->sections_count, sizeof *tree->folded_sections);
    tree->folded_volumes = mem_array(b->volumes_count, sizeof *tree->folded_volumes);
    for (uint32_t i = 1; i < b->sections_count; i++)
        tree->folded_sections[i] = true;
    tree_rebuild(tree, b, NULL);
}

void tree_fini(struct tree *tree)
{
    free(tree->rows);
    free(tree->folded_sections);
    free(tree->folded_volumes);
    *tree = (struct tree){ 0 };
}

static void add_row(struct tree *tree, struct link link, int depth)
{
    MEM_GROW(tree->rows, tree->count + 1, tree->rows_cap);
    tree->rows[tree->count++] = (struct tree_row){ link, depth };
}

static void add_section(struct tree *tree, const struct breakdown *b, const bool *matches, uint32_t section_idx,
                        int depth)
{
    struct slice tasks = b->sections[section_idx].tasks;
    uint32_t row = tree->count;
    add_row(tree, link_to(LINK_SECTION, section_idx), depth);
    if (!matches && tree->folded_sections[section_idx])
        return;
    for (uint32_t t = tasks.from; t < tasks.from + tasks.count; t++)
        if (!matches || matches[t])
            add_row(tree, link_to(LINK_TASK, t), depth + 1);
    if (matches && tree->count == row + 1)
        tree->count = row;
}

static void build_rows(struct tree *tree, const struct breakdown *b, const bool *matches)
{
    tree->count = 0;
    bool several = b->volumes_count > 1;
    for (uint32_t v = 0; v < b->volumes_count; v++) {
        struct slice sections = b->volumes[v].sections;
        uint32_t row = tree->count;
        if (several)
            add_row(tree, link_to(LINK_VOLUME, v), 0);
        if (several && !matches && tree->folded_volumes[v])
            continue;
        for (uint32_t s = sections.from; s < sections.from + sections.count; s++)
            add_section(tree, b, matches, s, several ? 1 : 0);
        if (several && matches && tree->count == row + 1)
            tree->count = row;
    }
}

/* Where a thing stands in document order, so that the nearest row above a hidden one can be found. */
static uint64_t order_of(const struct breakdown *b, struct link link)
{
    uint32_t section_idx = link_section(b, link);
    uint64_t volume = section_idx == NO_IDX ? link.idx : b->sections[section_idx].volume_idx;
    uint64_t section = section_idx == NO_IDX ? 0 : (uint64_t)section_idx + 1;
    uint64_t task = link.kind == LINK_TASK ? (uint64_t)link.idx + 1 : 0;
    return (volume << 52) | (section << 32) | task;
}

static void select_nearest(struct tree *tree, const struct breakdown *b, struct link link)
{
    uint64_t order = order_of(b, link);
    uint32_t low = 0, high = tree->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (order_of(b, tree->rows[middle].link) <= order)
            low = middle + 1;
        else
            high = middle;
    }
    tree->scroll.cursor = low ? low - 1 : 0;
}

void tree_near(struct tree *tree, const struct breakdown *b, struct link link)
{
    select_nearest(tree, b, link);
    /* A heading that is open stands for what is below it; a filter is typed to find tasks. */
    while (link.kind == LINK_TASK && tree->scroll.cursor + 1 < tree->count &&
           tree->rows[tree->scroll.cursor].link.kind != LINK_TASK && !link_equal(tree_selected(tree), link) &&
           tree->rows[tree->scroll.cursor + 1].depth > tree->rows[tree->scroll.cursor].depth)
        tree->scroll.cursor++;
}

void tree_rebuild(struct tree *tree, const struct breakdown *b, const bool *matches)
{
    struct link selected = tree_selected(tree);
    build_rows(tree, b, matches);
    if (selected.kind)
        tree_near(tree, b, selected);
}

struct link tree_selected(const struct tree *tree)
{
    return tree->scroll.cursor < tree->count ? tree->rows[tree->scroll.cursor].link : (struct link){ 0 };
}

bool tree_select(struct tree *tree, const struct breakdown *b, const bool *matches, struct link link)
{
    uint32_t section_idx = link_section(b, link);
    if (section_idx != NO_IDX)
        tree->folded_volumes[b->sections[section_idx].volume_idx] = false;
    if (link.kind == LINK_TASK)
        tree->folded_sections[section_idx] = false;
    build_rows(tree, b, matches);
    select_nearest(tree, b, link);
    return link_equal(tree_selected(tree), link);
}

bool tree_is_folded(const struct tree *tree, struct link link)
{
    return (link.kind == LINK_SECTION && tree->folded_sections[link.idx]) ||
           (link.kind == LINK_VOLUME && tree->folded_volumes[link.idx]);
}

void tree_fold(struct tree *tree, struct link link, bool fold)
{
    if (link.kind == LINK_SECTION)
        tree->folded_sections[link.idx] = fold;
    else if (link.kind == LINK_VOLUME)
        tree->folded_volumes[link.idx] = fold;
}

void tree_fold_all(struct tree *tree, const struct breakdown *b, bool fold)
{
    for (uint32_t i = 0; i < b->sections_count; i++)
        tree->folded_sections[i] = fold;
    for (uint32_t i = 0; i < b->volumes_count; i++)
        tree->folded_volumes[i] = false;
}
