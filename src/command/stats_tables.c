/* SPDX-License-Identifier: MIT */
/* The tables that the statistics show to people: which there are, and what stands in them. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "command/stats.h"

static struct stats_row *add(struct stats_table *table, struct text name, uint32_t full, uint32_t hollow)
{
    MEM_GROW(table->rows, table->rows_count + 1, table->rows_cap);
    struct stats_row *row = &table->rows[table->rows_count++];
    *row = (struct stats_row){ .name = name, .full = full, .hollow = hollow };
    if (full + hollow > table->most)
        table->most = full + hollow;
    return row;
}

/* What the rows add up to. */
static void add_sum(struct stats_table *table)
{
    struct stats_row sum = { .kind = STATS_SUM, .name = text_of(_("合计")) };
    for (uint32_t i = 0; i < table->rows_count; i++)
        for (int k = 0; k < STATS_NUMBERS_MAX; k++)
            sum.numbers[k] += table->rows[i].numbers[k];
    *add(table, sum.name, 0, 0) = sum;
}

static void add_workload(struct stats_table *table, struct text name, const struct workload *workload)
{
    const struct tally *tally = &workload->tally;
    const uint32_t numbers[] = { tally->tasks,   tally->parts,    tally->lead,
                                 tally->support, workload->units, workload->leads };
    memcpy(add(table, name, tally->tasks, 0)->numbers, numbers, sizeof numbers);
}

static const char *const workload_heads[] = { N_("项"),   N_("分项"),     N_("牵头"), N_("参与"),
                                              N_("单位"), N_("其中牵头"), NULL };

static void fill_sections(struct job *job, const struct statistics *stats, struct stats_table *table)
{
    const struct breakdown *b = job->breakdown;
    *table = (struct stats_table){
        .id = "leaders", .title = text_of(_("按领导")), .name = N_("领导"), .heads = workload_heads
    };
    for (uint32_t i = 0; i < b->sections_count; i++) {
        const struct section *section = &b->sections[i];
        const struct volume *volume = &b->volumes[section->volume_idx];
        if (b->volumes_count > 1 && i == volume->sections.from)
            add(table, volume->title, 0, 0)->kind = STATS_VOLUME;
        add_workload(table,
                     section->kind == SECTION_LEADER ? stats_called(job, section->leader, section->title)
                                                     : section->heading,
                     &stats->sections[i]);
    }
}

static void fill_named(struct job *job, const struct statistics *stats, struct stats_table *table)
{
    const struct leaders *leaders = job->index->leaders;
    *table = (struct stats_table){
        .id = "named", .title = text_of(_("按任务写明的领导")), .name = N_("领导"), .heads = workload_heads
    };
    /* The same scale as above. */
    for (uint32_t i = 0; i < job->breakdown->sections_count; i++)
        if (stats->sections[i].tally.tasks > table->most)
            table->most = stats->sections[i].tally.tasks;
    for (uint32_t i = 0; i < leaders->count; i++)
        if (leaders->items[i].named_count)
            add_workload(table, stats_leader_name(job, &leaders->items[i]), &stats->leaders[i]);
}

static void fill_months(struct job *job, const struct statistics *stats, struct stats_table *table)
{
    static const char *const heads[] = { N_("项"), NULL };
    struct buf name = { 0 };
    *table = (struct stats_table){ .id = "due", .title = text_of(_("按完成时限")), .name = N_("月份"), .heads = heads };
    for (uint32_t at = 0, count; (count = stats_month(job, stats, &at, false, &name)) > 0;)
        add(table, text_take(&job->arena, &name), count, 0)->numbers[0] = count;
    buf_fini(&name);
}

static void fill_units(struct job *job, const struct statistics *stats, struct stats_table *table)
{
    static const char *const heads[] = { N_("牵头"), N_("参与"), N_("经由"), N_("可能"), N_("民生"), NULL };
    const struct breakdown *b = job->breakdown;
    (void)stats;
    *table = (struct stats_table){ .id = "units",
                                   .title = text_of(_("按单位（民生：牵头加参与）")),
                                   .chart_title = text_of(_("按单位（实的是牵头，空的是参与）")),
                                   .name = N_("单位"),
                                   .heads = heads };
    for (uint32_t i = 0; i < b->units_count; i++) {
        const struct counts *counts = &job->index->counts[i];
        struct stats_row *row = add(table, b->units[i].name, counts->tasks[BOND_LEAD], counts->tasks[BOND_SUPPORT]);
        memcpy(row->numbers, counts->tasks, sizeof counts->tasks);
        row->numbers[BONDS_COUNT] = counts->livelihood[BOND_LEAD] + counts->livelihood[BOND_SUPPORT];
    }
    add_sum(table);
}

static void fill_pairs(struct job *job, const struct statistics *stats, struct stats_table *table)
{
    static const char *const heads[] = { N_("一起"), N_("前者牵头"), N_("后者牵头"), N_("民生"), NULL };
    const struct unit *units = job->breakdown->units;
    const struct pairs *pairs = &stats->pairs;
    uint32_t unit_idx = stats->pairs_unit_idx;
    struct buf text = { 0 };
    if (unit_idx == NO_IDX)
        buf_printf(&text, _("谁同谁一起（%u 对）"), pairs->total);
    else
        buf_printf(&text, _("%.*s同谁一起（%u 家）"), TEXT_ARG(units[unit_idx].name), pairs->total);
    *table = (struct stats_table){
        .id = "pairs", .title = text_take(&job->arena, &text), .name = N_("单位"), .heads = heads, .wide = true
    };
    for (uint32_t i = 0; i < pairs->count; i++) {
        const struct pair *pair = &pairs->items[i];
        const uint32_t numbers[] = { pair->parts, pair->lead[0], pair->lead[1], pair->livelihood };
        if (unit_idx == NO_IDX)
            buf_printf(&text, _("%.*s 与 "), TEXT_ARG(units[pair->unit_idx[0]].name));
        buf_text(&text, units[pair->unit_idx[1]].name);
        memcpy(add(table, text_take(&job->arena, &text), pair->parts, 0)->numbers, numbers, sizeof numbers);
    }
    if (pairs->count < pairs->total)
        buf_printf(&table->note, _("另有 %u 对较少的，见 --as=tsv、--as=json\n"), pairs->total - pairs->count);
    if (pairs->long_lists) {
        buf_printf(&table->note, _("名单超过 %d 家的 %u 个分项不算"), PAIR_LIST_MAX, pairs->long_lists);
        buf_char(&table->note, '\n');
    }
}

static void fill_sizes(struct job *job, const struct statistics *stats, struct stats_table *table)
{
    static const char *const heads[] = { N_("分项"), N_("民生"), NULL };
    (void)job;
    *table = (struct stats_table){ .id = "sizes",
                                   .title = text_of(_("名单上有几家")),
                                   .chart_title = text_of(_("名单上有几家（实的是重点工作，空的是民生实事）")),
                                   .name = N_("单位数"),
                                   .heads = heads };
    for (enum listsize size = 0; size < LISTSIZES_COUNT; size++) {
        const uint32_t numbers[] = { stats->sizes.tasks[size], stats->sizes.livelihood[size] };
        memcpy(add(table, text_of(listsize_name(size)), numbers[0], numbers[1])->numbers, numbers, sizeof numbers);
    }
    add_sum(table);
}

/* What is no table of numbers: a hole in the list. */
static void fill_alone(struct job *job, const struct statistics *stats, struct stats_table *table)
{
    (void)job;
    (void)stats;
    *table = (struct stats_table){ .id = "alone" };
}

static void fill_never(struct job *job, const struct statistics *stats, struct stats_table *table)
{
    static const char *const heads[] = { N_("参与"), N_("经由"), N_("可能"), N_("民生"), NULL };
    const struct breakdown *b = job->breakdown;
    const uint32_t *standings = stats->standings;
    *table = (struct stats_table){
        .id = "never", .title = text_of(_("从不牵头的单位")), .name = N_("单位"), .heads = heads
    };
    for (uint32_t i = 0; i < b->units_count; i++) {
        const struct counts *counts = &job->index->counts[i];
        const uint32_t numbers[] = { counts->tasks[BOND_SUPPORT], counts->tasks[BOND_VIA], counts->tasks[BOND_MAYBE],
                                     counts->livelihood[BOND_SUPPORT] };
        if (listsize_standing(job->index, i) == STANDING_SUPPORTS)
            memcpy(add(table, b->units[i].name, 0, numbers[0])->numbers, numbers, sizeof numbers);
    }
    buf_printf(&table->note, _("单位 %u 个 = 有牵头的 %u + 只参与的 %u + 只经由集合单位的 %u"), b->units_count,
               standings[STANDING_LEADS], standings[STANDING_SUPPORTS], standings[STANDING_BOUND]);
    if (standings[STANDING_NONE])
        buf_printf(&table->note, _(" + 没有责任的 %u"), standings[STANDING_NONE]);
    buf_char(&table->note, '\n');
}

void stats_tables(struct job *job, const struct statistics *stats, stats_put *put)
{
    static void (*const fill[])(struct job * job, const struct statistics *stats, struct stats_table *table) = {
        fill_sections, fill_named, fill_months, fill_units, fill_pairs, fill_sizes, fill_alone, fill_never,
    };
    bool all = stats->pairs_unit_idx == NO_IDX;
    for (size_t i = 0; i < sizeof fill / sizeof *fill; i++) {
        struct stats_table table;
        if ((!all && fill[i] != fill_pairs) || (fill[i] == fill_named && !stats->named_count) ||
            (fill[i] == fill_months && !stats->due_count))
            continue;
        fill[i](job, stats, &table);
        put(job, stats, &table);
        free(table.rows);
        buf_fini(&table.note);
    }
}
