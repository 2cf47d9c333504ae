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

static struct text name_and_title(struct job *job, struct text name, struct text title)
{
    struct buf buf = { 0 };
    buf_text(&buf, name);
    if (!text_empty(title)) {
        buf_string(&buf, "　");
        buf_text(&buf, title);
    }
    struct text text = text_copy(&job->arena, text_composed(buf_view(&buf)));
    buf_fini(&buf);
    return text;
}

struct text stats_section_name(struct job *job, const struct section *section)
{
    return section->kind == SECTION_LEADER ? name_and_title(job, section->leader, section->title) : section->heading;
}

struct text stats_leader_name(struct job *job, const struct leader *leader)
{
    return name_and_title(job, leader->forms[LEADER_NAME], leader->forms[LEADER_TITLE]);
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

const char *const stats_workload_heads[] = { N_("项"),   N_("分项"),     N_("牵头"), N_("参与"),
                                             N_("单位"), N_("其中牵头"), NULL };
const char *const stats_pair_heads[] = { N_("一起"), N_("前者牵头"), N_("后者牵头"), N_("民生"), NULL };

void stats_pairs_title(const struct job *job, const struct statistics *stats, struct buf *out)
{
    uint32_t unit_idx = stats->pairs_unit_idx, total = stats->pairs.total;
    if (unit_idx == NO_IDX)
        buf_printf(out, _("谁同谁一起（%u 对）"), total);
    else
        buf_printf(out, _("%.*s同谁一起（%u 家）"), TEXT_ARG(job->breakdown->units[unit_idx].name), total);
}

void stats_pair_name(const struct job *job, const struct statistics *stats, const struct pair *pair, struct buf *out)
{
    const struct unit *units = job->breakdown->units;
    if (stats->pairs_unit_idx == NO_IDX)
        buf_printf(out, _("%.*s 与 "), TEXT_ARG(units[pair->unit_idx[0]].name));
    buf_text(out, units[pair->unit_idx[1]].name);
}

void stats_pairs_rest(const struct statistics *stats, struct buf *out)
{
    const struct pairs *pairs = &stats->pairs;
    if (pairs->count < pairs->total)
        buf_printf(out, _("另有 %u 对较少的，见 --as=tsv、--as=json\n"), pairs->total - pairs->count);
    if (pairs->long_lists) {
        buf_printf(out, _("名单超过 %d 家的 %u 个分项不算"), PAIR_LIST_MAX, pairs->long_lists);
        buf_char(out, '\n');
    }
}

void stats_standings(const struct job *job, const struct statistics *stats, struct buf *out)
{
    const uint32_t *standings = stats->standings;
    buf_printf(out, _("单位 %u 个 = 有牵头的 %u + 只参与的 %u + 只经由集合单位的 %u"), job->breakdown->units_count,
               standings[STANDING_LEADS], standings[STANDING_SUPPORTS], standings[STANDING_BOUND]);
    if (standings[STANDING_NONE])
        buf_printf(out, _(" + 没有责任的 %u"), standings[STANDING_NONE]);
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
