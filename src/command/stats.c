/* SPDX-License-Identifier: MIT */
/* Counts by leader, unit and role, and who works with whom, with the sums that show that they agree. */
#include "command/stats.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "breakdown/deadlines.h"
#include "command/find.h"
#include "command/say.h"
#include "command/source.h"

/* Of the strongest pairs: text shows a page of them, programs are given all that matter. */
enum { PAIRS_TEXT_MAX = 30, PAIRS_MAX = 10000 };

void stats_sum(const struct breakdown *b, const struct volume *volume, struct buf *out)
{
    uint32_t count = 0;
    for (uint32_t s = volume->sections.from; s < slice_end(volume->sections); s++)
        count += b->sections[s].kind == SECTION_LIVELIHOOD ? 0 : b->sections[s].tasks.count;
    buf_printf(out, _("重点工作 %u 项"), count);
    buf_string(out, " = ");
    tally_terms(b, volume, out);
}

struct text stats_called(struct job *job, struct text name, struct text title)
{
    struct buf called = { 0 };
    buf_text(&called, name);
    if (!text_empty(title))
        buf_printf(&called, "　%.*s", TEXT_ARG(title));
    return text_take(&job->arena, &called);
}

struct text stats_leader_name(struct job *job, const struct leader *leader)
{
    return stats_called(job, leader->forms[LEADER_NAME], leader->forms[LEADER_TITLE]);
}

uint32_t stats_month(const struct job *job, const struct statistics *stats, uint32_t *at, bool for_programs,
                     struct buf *name)
{
    uint32_t from = *at;
    if (from == stats->due_count)
        return 0;
    uint32_t day = deadlines_of(job->breakdown, stats->due[from]);
    buf_clear(name);
    if (for_programs && day < DUE_UNCLEAR)
        buf_printf(name, "%04u-%02u", day / 10000, day / 100 % 100);
    else
        deadlines_month(day, name);
    while (*at < stats->due_count && deadlines_same_month(deadlines_of(job->breakdown, stats->due[*at]), day))
        ++*at;
    return *at - from;
}

static void gather(const struct job *job, struct statistics *stats)
{
    const struct breakdown *b = job->breakdown;
    const struct leaders *leaders = job->index->leaders;
    uint32_t max = job->format == FORMAT_TEXT || job->format == FORMAT_HTML ? PAIRS_TEXT_MAX : PAIRS_MAX;
    stats->tasks = tally_all(b, false);
    stats->livelihood = tally_all(b, true);
    stats->sections = mem_array(b->sections_count, sizeof *stats->sections);
    stats->leaders = mem_array(leaders->count, sizeof *stats->leaders);
    workload_sections(b, stats->sections);
    workload_leaders(leaders, stats->leaders);
    for (uint32_t i = 0; i < leaders->count; i++)
        stats->named_count += leaders->items[i].named_count > 0;
    stats->pairs = stats->pairs_unit_idx == NO_IDX ? pairs_strongest(job->index, max)
                                                   : pairs_of(job->index, stats->pairs_unit_idx, UINT32_MAX);
    stats->sizes = listsizes_count(b);
    for (uint32_t i = 0; i < b->units_count; i++)
        stats->standings[listsize_standing(job->index, i)]++;
    stats->due = mem_array(b->tasks_count, sizeof *stats->due);
    stats->due_count = deadlines_list(b, NULL, stats->due);
}

static void forget(struct statistics *stats)
{
    pairs_fini(&stats->pairs);
    free(stats->sections);
    free(stats->leaders);
    free(stats->due);
}

void stats_say(struct job *job)
{
    struct statistics stats = { .pairs_unit_idx = NO_IDX };
    gather(job, &stats);
    stats_text(job, &stats);
    forget(&stats);
}

int command_stats(struct job *job)
{
    struct statistics stats = { .pairs_unit_idx = NO_IDX };
    int status = source_load(job);
    if (status)
        return status;
    if (job->options->unit) {
        struct meaning meaning;
        struct text name = job_decode(&job->arena, job->options->unit);
        if (!find_meaning(job, name, MEAN_UNITS, _("单位"), &meaning))
            return STATUS_NOTHING;
        stats.pairs_unit_idx = meaning.idx;
    }
    gather(job, &stats);
    if (job->format == FORMAT_JSON)
        stats_json(job, &stats);
    else if (job->format == FORMAT_TSV)
        stats_tsv(job, &stats);
    else if (job->format == FORMAT_HTML)
        stats_html(job, &stats);
    else
        stats_text(job, &stats);
    forget(&stats);
    return STATUS_DONE;
}
