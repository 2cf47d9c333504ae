/* SPDX-License-Identifier: MIT */
/* Tasks of the same text are the same task; where several have it, those whose places agree best. */
#include <stdlib.h>

#include "base/hash.h"
#include "base/hurry.h"
#include "base/mem.h"
#include "breakdown/differ.h"
#include "text/fold.h"

/* In no order that means anything: like texts stand together, those of the first task first. */
struct sorted_text {
    uint64_t hash;
    struct text key;
    uint32_t task_idx;
};

static int compare_keys(const struct sorted_text *a, const struct sorted_text *b)
{
    int order = (a->hash > b->hash) - (a->hash < b->hash);
    return order ? order : text_compare(a->key, b->key);
}

static int by_key(const void *left, const void *right)
{
    const struct sorted_text *a = left, *b = right;
    int order = compare_keys(a, b);
    return order ? order : (a->task_idx > b->task_idx) - (a->task_idx < b->task_idx);
}

/* The tasks sorted by folded text. */
static struct sorted_text *sort_by_text(const struct text *texts, struct slice tasks, struct arena *arena)
{
    uint32_t count = tasks.count;
    struct sorted_text *sorted = mem_array(count, sizeof *sorted);
    struct buf key = { 0 };
    for (uint32_t i = 0; i < count && !hurry_at(i); i++) {
        buf_clear(&key);
        fold_to(&key, texts[tasks.from + i]);
        sorted[i] = (struct sorted_text){ hash_of(buf_view(&key)), text_copy(arena, text_composed(buf_view(&key))),
                                          tasks.from + i };
    }
    if (count && !hurry())
        qsort(sorted, count, sizeof *sorted, by_key);
    buf_fini(&key);
    return sorted;
}

/* Where a task of a run stands, as far as it counts just now. */
struct stand {
    uint32_t section_idx; /* the new one, NO_IDX: gone */
    int no;
    uint32_t task_idx;
};

static int compare_stands(const struct stand *a, const struct stand *b)
{
    int order = (a->section_idx > b->section_idx) - (a->section_idx < b->section_idx);
    return order ? order : (a->no > b->no) - (a->no < b->no);
}

static int by_stand(const void *left, const void *right)
{
    const struct stand *a = left, *b = right;
    int order = compare_stands(a, b);
    return order ? order : (a->task_idx > b->task_idx) - (a->task_idx < b->task_idx);
}

/* The tasks of a run that have no other yet, sorted by what a rank (place_rank()) wants to agree; returns how many. */
static uint32_t stands_of(const struct differ *differ, bool old, const struct sorted_text *run, uint32_t count,
                          int rank, struct stand *stands)
{
    const struct breakdown *b = old ? differ->old : differ->new;
    const uint32_t *other = old ? differ->task_to_new : differ->task_to_old;
    uint32_t left = 0;
    for (uint32_t i = 0; i < count; i++) {
        const struct task *task = &b->tasks[run[i].task_idx];
        uint32_t section_idx = old ? differ->section_to_new[task->section_idx] : task->section_idx;
        if (other[run[i].task_idx] == NO_IDX)
            stands[left++] = (struct stand){ rank & 2 ? section_idx : 0, rank & 1 ? task->no : 0, run[i].task_idx };
    }
    if (left)
        qsort(stands, left, sizeof *stands, by_stand);
    return left;
}

/* Pairs two runs of the same text: best place first, then in order. */
static void pair_runs(struct differ *differ, const struct sorted_text *old, uint32_t old_count,
                      const struct sorted_text *new, uint32_t new_count)
{
    struct stand *olds = mem_array(old_count, sizeof *olds), *news = mem_array(new_count, sizeof *news);
    for (int rank = 3; rank >= 0; rank--) {
        uint32_t olds_count = stands_of(differ, true, old, old_count, rank, olds);
        uint32_t news_count = stands_of(differ, false, new, new_count, rank, news);
        for (uint32_t i = 0, k = 0; i < olds_count && k < news_count;) {
            int order = compare_stands(&olds[i], &news[k]);
            if (order == 0)
                diff_pair(differ, olds[i].task_idx, news[k].task_idx);
            i += order <= 0;
            k += order >= 0;
        }
    }
    free(olds);
    free(news);
}

void diff_match_same(struct differ *differ)
{
    struct arena arena = { 0 };
    uint32_t old_count = differ->old_tasks.count, new_count = differ->new_tasks.count;
    struct sorted_text *old = sort_by_text(differ->old_texts, differ->old_tasks, &arena);
    struct sorted_text *new = sort_by_text(differ->new_texts, differ->new_tasks, &arena);
    for (uint32_t i = 0, k = 0; i < old_count && k < new_count && !hurry_at(i + k);) {
        int order = compare_keys(&old[i], &new[k]);
        if (order < 0) {
            i++;
        } else if (order > 0) {
            k++;
        } else {
            uint32_t i_end = i + 1, k_end = k + 1;
            while (i_end < old_count && compare_keys(&old[i_end], &old[i]) == 0)
                i_end++;
            while (k_end < new_count && compare_keys(&new[k_end], &new[k]) == 0)
                k_end++;
            if (i_end - i == 1 && k_end - k == 1)
                diff_pair(differ, old[i].task_idx, new[k].task_idx);
            else
                pair_runs(differ, old + i, i_end - i, new + k, k_end - k);
            i = i_end;
            k = k_end;
        }
    }
    free(old);
    free(new);
    arena_fini(&arena);
}
