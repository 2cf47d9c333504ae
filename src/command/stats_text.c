/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/i18n.h"
#include "command/out.h"
#include "command/stats.h"
#include "text/width.h"

enum { NAME_COLS = 34, PAIR_COLS = 44, NUMBER_COLS = 6, ALONE_MAX = 50 };

/* 193 项 = 9+51+… */
static void put_sum(struct job *job, const struct volume *volume)
{
    buf_printf(&job->out, _("重点工作 %u 项"), tally_volume(job->breakdown, volume, false).tasks);
    buf_string(&job->out, " = ");
    tally_terms(job->breakdown, volume, &job->out);
    buf_char(&job->out, '\n');
}

static void put_tally(struct job *job, const char *name, const struct tally *tally)
{
    buf_printf(&job->out, _("%s：责任 %u 条 = 牵头 %u + 参与 %u；牵头 %u 条 = 有牵头的 %u 项 + 共同牵头 %u 条"), name,
               tally->lead + tally->support, tally->lead, tally->support, tally->lead, tally->led,
               tally->lead - tally->led);
    if (tally->parts > tally->led)
        buf_printf(&job->out, _("；没有牵头的 %u 项"), tally->parts - tally->led);
    buf_char(&job->out, '\n');
}

/* Titles and numbers end in the same columns: a title wider than its column takes from the next. */
static void put_right(struct job *job, struct text text, int cols)
{
    int own = width_cols(text, job->ambiguous_cols);
    buf_fill(&job->out, ' ', own < cols ? (size_t)(cols - own) : 1);
    buf_text(&job->out, text);
}

static int title_cols(const struct job *job, const char *title)
{
    int cols = width_cols(text_of(_(title)), job->ambiguous_cols) + 2;
    return cols > NUMBER_COLS ? cols : NUMBER_COLS;
}

/* A table that is written row by row. */
struct stats_table {
    struct job *job;
    int name_cols;
    const char *const *titles; /* of its numbers */
};

static void put_row(const struct stats_table *table, struct text name, const uint32_t *numbers)
{
    struct job *job = table->job;
    struct buf number = { 0 };
    width_pad(&job->out, name, table->name_cols, job->ambiguous_cols);
    for (int i = 0; table->titles[i]; i++) {
        buf_clear(&number);
        buf_number(&number, numbers[i]);
        put_right(job, text_composed(buf_view(&number)), title_cols(job, table->titles[i]));
    }
    buf_char(&job->out, '\n');
    buf_fini(&number);
}

static struct stats_table put_head(struct job *job, struct text name, int name_cols, const char *const *titles)
{
    struct buf cell = { 0 };
    buf_string(&job->out, job->out.bytes ? "\n" : "");
    width_pad(&cell, name, name_cols, job->ambiguous_cols);
    out_style(job, STYLE_TITLE, text_composed(buf_view(&cell)));
    for (int i = 0; titles[i]; i++)
        put_right(job, text_of(_(titles[i])), title_cols(job, titles[i]));
    buf_char(&job->out, '\n');
    buf_fini(&cell);
    return (struct stats_table){ job, name_cols, titles };
}

static void put_workload(const struct stats_table *table, struct text name, const struct workload *workload)
{
    const struct tally *tally = &workload->tally;
    uint32_t numbers[] = { tally->tasks, tally->parts, tally->lead, tally->support, workload->units, workload->leads };
    put_row(table, name, numbers);
}

static void put_sections(struct job *job, const struct statistics *stats)
{
    const struct breakdown *b = job->breakdown;
    struct stats_table table = put_head(job, text_of(_("按领导")), NAME_COLS, stats_workload_heads);
    for (uint32_t i = 0; i < b->sections_count; i++) {
        const struct volume *volume = &b->volumes[b->sections[i].volume_idx];
        if (b->volumes_count > 1 && i == volume->sections.from)
            out_paragraph(job, STYLE_DIM, volume->title);
        put_workload(&table, stats_section_name(job, &b->sections[i]), &stats->sections[i]);
    }
    const struct leaders *leaders = job->index->leaders;
    if (stats->named_count)
        table = put_head(job, text_of(_("按任务写明的领导")), NAME_COLS, stats_workload_heads);
    for (uint32_t i = 0; i < leaders->count; i++)
        if (leaders->items[i].named_count)
            put_workload(&table, stats_leader_name(job, &leaders->items[i]), &stats->leaders[i]);
}

static void put_months(struct job *job, const struct statistics *stats)
{
    static const char *const titles[] = { N_("项"), NULL };
    struct buf name = { 0 };
    uint32_t at = 0, count;
    if (!stats->due_count)
        return;
    struct stats_table table = put_head(job, text_of(_("按完成时限")), NAME_COLS, titles);
    while ((count = stats_month(job, stats, &at, false, &name)) > 0)
        put_row(&table, text_composed(buf_view(&name)), &count);
    buf_fini(&name);
}

static void put_units(struct job *job)
{
    static const char *const titles[] = { N_("牵头"), N_("参与"), N_("经由"), N_("可能"), N_("民生"), NULL };
    const struct breakdown *b = job->breakdown;
    uint32_t sum[BONDS_COUNT + 1] = { 0 };
    struct stats_table table = put_head(job, text_of(_("按单位（民生：牵头加参与）")), NAME_COLS, titles);
    for (uint32_t i = 0; i < b->units_count; i++) {
        const struct counts *counts = &job->index->counts[i];
        uint32_t numbers[BONDS_COUNT + 1];
        memcpy(numbers, counts->tasks, sizeof counts->tasks);
        numbers[BONDS_COUNT] = counts->livelihood[BOND_LEAD] + counts->livelihood[BOND_SUPPORT];
        put_row(&table, b->units[i].name, numbers);
        for (int k = 0; k <= BONDS_COUNT; k++)
            sum[k] += numbers[k];
    }
    put_row(&table, text_of(_("合计")), sum);
}

static void put_pairs(struct job *job, const struct statistics *stats)
{
    const struct pairs *pairs = &stats->pairs;
    struct buf text = { 0 };
    stats_pairs_title(job, stats, &text);
    struct stats_table table = put_head(job, text_composed(buf_view(&text)), PAIR_COLS, stats_pair_heads);
    for (uint32_t i = 0; i < pairs->count; i++) {
        const struct pair *pair = &pairs->items[i];
        uint32_t numbers[] = { pair->parts, pair->lead[0], pair->lead[1], pair->livelihood };
        buf_clear(&text);
        stats_pair_name(job, stats, pair, &text);
        put_row(&table, text_composed(buf_view(&text)), numbers);
    }
    stats_pairs_rest(stats, &job->out);
    buf_fini(&text);
}

static void put_sizes(struct job *job, const struct statistics *stats)
{
    static const char *const titles[] = { N_("分项"), N_("民生"), NULL };
    uint32_t sum[2] = { 0 };
    struct stats_table table = put_head(job, text_of(_("名单上有几家")), NAME_COLS, titles);
    for (enum listsize size = 0; size < LISTSIZES_COUNT; size++) {
        uint32_t numbers[] = { stats->sizes.tasks[size], stats->sizes.livelihood[size] };
        put_row(&table, text_of(listsize_name(size)), numbers);
        sum[0] += numbers[0];
        sum[1] += numbers[1];
    }
    put_row(&table, text_of(_("合计")), sum);
}

static void put_alone(struct job *job, const struct statistics *stats)
{
    const struct breakdown *b = job->breakdown;
    uint32_t shown = 0;
    buf_char(&job->out, '\n');
    struct buf text = { 0 };
    buf_printf(&text, _("一家独自承担的 %u 项"), stats->sizes.alone);
    out_paragraph(job, STYLE_TITLE, text_composed(buf_view(&text)));
    for (uint32_t i = 0; i < b->parts_count && shown < ALONE_MAX; i++) {
        uint32_t unit_idx = listsize_alone(b, &b->parts[i]);
        if (unit_idx == NO_IDX)
            continue;
        shown++;
        width_pad(&job->out, b->parts[i].id, NUMBER_COLS + 1, job->ambiguous_cols);
        width_pad(&job->out, b->units[unit_idx].name, NAME_COLS - NUMBER_COLS - 1, job->ambiguous_cols);
        struct text title = part_title(&b->parts[i]);
        buf_text(&job->out, title);
        buf_char(&job->out, '\n');
    }
    if (shown < stats->sizes.alone)
        buf_printf(&job->out, _("另有 %u 项，见 --as=tsv、--as=json\n"), stats->sizes.alone - shown);
    buf_fini(&text);
}

static void put_never(struct job *job, const struct statistics *stats)
{
    static const char *const titles[] = { N_("参与"), N_("经由"), N_("可能"), N_("民生"), NULL };
    const struct breakdown *b = job->breakdown;
    struct stats_table table = put_head(job, text_of(_("从不牵头的单位")), NAME_COLS, titles);
    for (uint32_t i = 0; i < b->units_count; i++) {
        const struct counts *counts = &job->index->counts[i];
        if (listsize_standing(job->index, i) != STANDING_SUPPORTS)
            continue;
        put_row(&table, b->units[i].name,
                (uint32_t[]){ counts->tasks[BOND_SUPPORT], counts->tasks[BOND_VIA], counts->tasks[BOND_MAYBE],
                              counts->livelihood[BOND_SUPPORT] });
    }
    stats_standings(job, stats, &job->out);
    buf_char(&job->out, '\n');
}

void stats_text(struct job *job, const struct statistics *stats)
{
    const struct breakdown *b = job->breakdown;
    if (stats->pairs_unit_idx != NO_IDX) {
        put_pairs(job, stats);
        return;
    }
    for (uint32_t i = 0; i < b->volumes_count; i++) {
        out_paragraph(job, STYLE_TITLE, b->volumes[i].title);
        put_sum(job, &b->volumes[i]);
    }
    if (b->volumes_count > 1)
        buf_printf(&job->out, _("共 %u 份，重点工作 %u 项\n"), b->volumes_count, stats->tasks.tasks);
    if (stats->livelihood.tasks)
        buf_printf(&job->out, _("民生实事 %u 项，%u 个分项\n"), stats->livelihood.tasks, stats->livelihood.parts);
    put_tally(job, _("重点工作"), &stats->tasks);
    if (stats->livelihood.tasks)
        put_tally(job, _("民生实事"), &stats->livelihood);
    put_sections(job, stats);
    put_months(job, stats);
    put_units(job);
    put_pairs(job, stats);
    put_sizes(job, stats);
    put_alone(job, stats);
    put_never(job, stats);
}
