/* SPDX-License-Identifier: MIT */
/*
 * Which task of the new breakdown is which of the old one, where no text is the same (diff_same.c): by how many pairs of
 * neighbouring characters two texts share (Dice's coefficient), the most similar first.
 */
#include <stdlib.h>
#include <string.h>

#include "base/hurry.h"
#include "base/mem.h"
#include "breakdown/differ.h"
#include "text/fold.h"

/*
 * Two texts are one task when at least half of their character pairs are the same.  Candidates are the tasks that share
 * the most pairs; pairs that stand in very many tasks find nobody (but count in the coefficient).
 */
static const double SIMILAR = 0.5;
enum { CANDIDATES_MAX = 16, COMMON_MIN = 64 };
/* Of a large file the rarest pairs suffice to find a task's like; all of them would take tasks times tasks. */
enum { POSTINGS_MAX = 5000 };

/* A text as the sorted hashes of its pairs of neighbouring characters. */
struct grams {
    uint32_t *items;
    uint32_t count;
};

static int by_value(const void *left, const void *right)
{
    const uint32_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

static struct grams grams_of(struct arena *arena, struct text text)
{
    struct arena scratch = { 0 };
    struct fold fold = fold_text(&scratch, text);
    struct grams grams = { .items = arena_array(arena, (size_t)fold.count + 1, sizeof *grams.items) };
    for (uint32_t i = 0; i + 1 < fold.count; i++)
        grams.items[grams.count++] = fold.chars[i] * 0x9E3779B1u ^ fold.chars[i + 1] * 0x85EBCA6Bu;
    if (grams.count)
        qsort(grams.items, grams.count, sizeof *grams.items, by_value);
    arena_fini(&scratch);
    return grams;
}

static double similarity(struct grams a, struct grams b)
{
    uint32_t shared = 0;
    if (!a.count || !b.count)
        return 0;
    for (uint32_t i = 0, j = 0; i < a.count && j < b.count;) {
        if (a.items[i] == b.items[j]) {
            shared++;
            i++;
            j++;
        } else if (a.items[i] < b.items[j]) {
            i++;
        } else {
            j++;
        }
    }
    return 2.0 * shared / ((double)a.count + b.count);
}

/* How well two tasks' places agree, to choose among like texts: the leader's part before the number. */
static int place_rank(const struct differ *differ, uint32_t old_idx, uint32_t new_idx)
{
    const struct task *a = &differ->old->tasks[old_idx], *b = &differ->new->tasks[new_idx];
    return 2 * (differ->section_to_new[a->section_idx] == b->section_idx) + (a->no == b->no);
}

/* Which old tasks, of those left, have a pair of characters. */
struct posting {
    uint32_t gram;
    uint32_t task_idx;
};

/* By gram, those of a gram as they stood: byte by byte, since there are tens of millions of them in a large file. */
static void sort_postings(struct posting *postings, size_t count)
{
    struct posting *from = postings, *to = mem_resize(NULL, count, sizeof *to), *const spare = to;
    for (unsigned shift = 0; shift < 32 && !hurry(); shift += 8) {
        size_t at[256] = { 0 }, sum = 0;
        for (size_t i = 0; i < count; i++)
            at[from[i].gram >> shift & 255]++;
        for (size_t i = 0; i < 256; i++) {
            size_t of_byte = at[i];
            at[i] = sum;
            sum += of_byte;
        }
        for (size_t i = 0; i < count; i++)
            to[at[from[i].gram >> shift & 255]++] = from[i];
        struct posting *sorted = to;
        to = from;
        from = sorted;
    }
    free(spare);
}

struct similar {
    double score;
    int rank;
    uint32_t old_idx, new_idx;
};

static int by_score(const void *left, const void *right)
{
    const struct similar *a = left, *b = right;
    int order = (a->score < b->score) - (a->score > b->score);
    if (!order)
        order = b->rank - a->rank;
    if (!order)
        order = (a->new_idx > b->new_idx) - (a->new_idx < b->new_idx);
    return order ? order : (a->old_idx > b->old_idx) - (a->old_idx < b->old_idx);
}

/* The old tasks that have a pair of characters. */
struct posted {
    const struct posting *items;
    size_t count;
};

struct matcher {
    struct differ *differ;
    struct arena arena;
    struct grams *old_grams;
    struct posting *postings;
    size_t postings_count;
    uint32_t left_count;   /* old tasks left */
    uint32_t *shared;      /* by old task: how many pairs the new task at hand shares with it */
    uint32_t *touched;     /* old tasks with shared > 0 */
    struct posted *posted; /* of the new task at hand */
    struct similar *found;
    size_t found_count, found_cap;
};

static void index_left(struct matcher *m)
{
    struct slice old = m->differ->old_tasks;
    size_t cap = 0;
    for (uint32_t i = old.from; i < slice_end(old) && !hurry_at(i); i++) {
        if (m->differ->task_to_new[i] != NO_IDX)
            continue;
        m->left_count++;
        struct grams grams = m->old_grams[i] = grams_of(&m->arena, m->differ->old_texts[i]);
        for (uint32_t k = 0; k < grams.count; k++) {
            if (k && grams.items[k] == grams.items[k - 1])
                continue;
            MEM_GROW(m->postings, m->postings_count + 1, cap);
            m->postings[m->postings_count++] = (struct posting){ grams.items[k], i };
        }
    }
    sort_postings(m->postings, m->postings_count);
}

static int rarest_first(const void *left, const void *right)
{
    const struct posted *a = left, *b = right;
    int order = (a->count > b->count) - (a->count < b->count);
    return order ? order : (a->items > b->items) - (a->items < b->items);
}

/* The first posting, from a place on, of that pair or one behind it. */
static size_t place_of(const struct matcher *m, size_t from, uint64_t gram)
{
    for (size_t to = m->postings_count; from < to;) {
        size_t middle = from + (to - from) / 2;
        if (m->postings[middle].gram < gram)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

/* Of all pairs of a text what is posted, the rarest first; returns how many. */
static uint32_t look_up(struct matcher *m, struct grams grams)
{
    uint32_t count = 0;
    m->posted = mem_resize(m->posted, (size_t)grams.count + 1, sizeof *m->posted);
    for (uint32_t k = 0; k < grams.count; k++) {
        if (k && grams.items[k] == grams.items[k - 1])
            continue;
        size_t from = place_of(m, 0, grams.items[k]), to = place_of(m, from, (uint64_t)grams.items[k] + 1);
        if (to > from)
            m->posted[count++] = (struct posted){ m->postings + from, to - from };
    }
    if (count)
        qsort(m->posted, count, sizeof *m->posted, rarest_first);
    return count;
}

/* Counts how many pairs each old task shares, as far as it is worth while; returns how many share any. */
static uint32_t count_shared(struct matcher *m, struct grams grams)
{
    size_t common = m->left_count / 8 > COMMON_MIN ? m->left_count / 8 : COMMON_MIN, seen = 0;
    uint32_t touched_count = 0, posted_count = look_up(m, grams);
    for (uint32_t k = 0; k < posted_count; k++) {
        struct posted posted = m->posted[k];
        seen += posted.count;
        if (posted.count > common || seen > POSTINGS_MAX)
            break;
        for (size_t i = 0; i < posted.count; i++)
            if (m->shared[posted.items[i].task_idx]++ == 0)
                m->touched[touched_count++] = posted.items[i].task_idx;
    }
    return touched_count;
}

/* Does one old task share more than another?  Of equals the first. */
static bool shares_more(const struct matcher *m, uint32_t a, uint32_t b)
{
    return m->shared[a] != m->shared[b] ? m->shared[a] > m->shared[b] : a < b;
}

/* Those of the old tasks touched that share the most, in order; returns how many. */
static uint32_t best_of(const struct matcher *m, uint32_t touched_count, uint32_t best[CANDIDATES_MAX])
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < touched_count; i++) {
        uint32_t task_idx = m->touched[i], at = count;
        if (count == CANDIDATES_MAX && !shares_more(m, task_idx, best[count - 1]))
            continue;
        count += count < CANDIDATES_MAX;
        for (at = count - 1; at && shares_more(m, task_idx, best[at - 1]); at--)
            best[at] = best[at - 1];
        best[at] = task_idx;
    }
    return count;
}

static void find_similar(struct matcher *m, uint32_t new_idx)
{
    struct arena arena = { 0 };
    uint32_t best[CANDIDATES_MAX];
    struct grams grams = grams_of(&arena, m->differ->new_texts[new_idx]);
    uint32_t touched_count = count_shared(m, grams), best_count = best_of(m, touched_count, best);
    for (uint32_t i = 0; i < best_count; i++) {
        double score = similarity(m->old_grams[best[i]], grams);
        if (score < SIMILAR)
            continue;
        MEM_GROW(m->found, m->found_count + 1, m->found_cap);
        m->found[m->found_count++] =
            (struct similar){ score, place_rank(m->differ, best[i], new_idx), best[i], new_idx };
    }
    for (uint32_t i = 0; i < touched_count; i++)
        m->shared[m->touched[i]] = 0;
    arena_fini(&arena);
}

static void pair_similar_texts(struct differ *differ)
{
    uint32_t old_count = differ->old->tasks_count;
    struct matcher m = { .differ = differ };
    m.old_grams = mem_array(old_count, sizeof *m.old_grams);
    m.shared = mem_array(old_count, sizeof *m.shared);
    m.touched = mem_array(old_count, sizeof *m.touched);
    index_left(&m);
    for (uint32_t i = differ->new_tasks.from; i < slice_end(differ->new_tasks) && m.left_count && !hurry(); i++)
        if (differ->task_to_old[i] == NO_IDX)
            find_similar(&m, i);
    if (m.found_count)
        qsort(m.found, m.found_count, sizeof *m.found, by_score);
    for (size_t i = 0; i < m.found_count; i++)
        if (differ->task_to_new[m.found[i].old_idx] == NO_IDX && differ->task_to_old[m.found[i].new_idx] == NO_IDX)
            diff_pair(differ, m.found[i].old_idx, m.found[i].new_idx);
    free(m.old_grams);
    free(m.shared);
    free(m.touched);
    free(m.postings);
    free(m.posted);
    free(m.found);
    arena_fini(&m.arena);
}

void diff_match_tasks(struct differ *differ)
{
    diff_match_same(differ);
    pair_similar_texts(differ);
}
