/* SPDX-License-Identifier: MIT */
/* Any bytes as what somebody looks for: units, leaders, tasks, names to resolve; one session, one letter more or less. */
#include "fuzz/fuzz.h"
#include "search/filter.h"
#include "search/resolve.h"

static struct {
    struct breakdown *b;
    struct index *index;
    struct search *of_units, *of_leaders;
    struct filter *filter;
    bool *tasks, *units;
} all;

static void prepare(void)
{
    if (all.b)
        return;
    all.b = fuzz_load(SPAN(FUZZ_BREAKDOWN));
    LAW(all.b);
    all.index = index_new(all.b);
    all.of_units = search_new(all.index);
    all.of_leaders = search_new_leaders(all.index->leaders);
    all.filter = filter_new(all.index, all.of_units, all.of_leaders);
    all.tasks = calloc(all.b->tasks_count + 1, sizeof *all.tasks);
    all.units = calloc(all.b->units_count + 1, sizeof *all.units);
    LAW(all.tasks && all.units);
}

static void check_stretches(const struct stretch *stretches, uint32_t count, struct text text)
{
    uint32_t end = 0;
    for (uint32_t i = 0; i < count; i++) {
        LAW(stretches[i].from_bytes >= end && stretches[i].to_bytes <= text.bytes);
        end = stretches[i].to_bytes;
    }
}

static void ask(struct search *search, struct text query)
{
    const struct hit *hits;
    struct stretch stretches[16];
    uint32_t count = search_query(search, query, &hits), best = 0;
    for (uint32_t i = 0; i < count; i++) {
        /* What is near stands before letters that are scattered. */
        LAW(search_near(&hits[i]) || best <= hits[i].quality);
        best = search_near(&hits[i]) ? best : hits[i].quality;
        for (uint32_t k = 0; k < i; k++)
            LAW(hits[k].idx != hits[i].idx);
        check_stretches(stretches, search_stretches(search, &hits[i], stretches, 16),
                        search_hit_text(search, &hits[i]));
    }
    search_aside(search, query, true, &hits);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
    struct arena arena = { 0 };
    struct stretch stretches[16];
    prepare();
    struct text query = text_clean(&arena, (struct span){ (const char *)data, bytes });
    struct resolver resolver = { all.b, all.index->leaders, all.of_units, all.of_leaders };
    ask(all.of_units, query);
    ask(all.of_leaders, query);
    search_units(all.of_units, query, all.units);
    uint32_t count = filter_query(all.filter, query, all.tasks), set = 0;
    for (uint32_t i = 0; i < all.b->tasks_count; i++)
        set += all.tasks[i];
    LAW(set == count);
    for (uint32_t i = 0; i < all.b->parts_count; i++)
        check_stretches(stretches, filter_stretches(all.filter, all.b->parts[i].text, stretches, 16),
                        all.b->parts[i].text);
    struct resolution resolution = resolve(&resolver, query, MEAN_ALL);
    LAW(resolution.count <= MEANINGS_MAX && resolution.count <= resolution.total + MEANINGS_MAX);
    LAW(!resolution.sure || resolution.count >= 1);
    arena_fini(&arena);
    return 0;
}
