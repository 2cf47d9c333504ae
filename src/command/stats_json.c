/* SPDX-License-Identifier: MIT */
/* The statistics for programs: JSON, and TSV with one kind of thing a row. */
#include "base/i18n.h"
#include "command/out.h"
#include "command/stats.h"
#include "sheet/json.h"

static void add_tally(struct json *json, const struct tally *tally)
{
    json_number(json, "tasks", tally->tasks);
    json_number(json, "parts", tally->parts);
    json_number(json, "lead", tally->lead);
    json_number(json, "support", tally->support);
    json_number(json, "shared_lead", tally->lead - tally->led);
    json_number(json, "without_lead", tally->parts - tally->led);
}

static void add_workload(struct json *json, const struct workload *workload)
{
    add_tally(json, &workload->tally);
    json_number(json, "units", workload->units);
    json_number(json, "lead_units", workload->leads);
    json_close(json);
}

static void put_tallies(const struct job *job, const struct statistics *stats, struct json *json)
{
    const struct breakdown *b = job->breakdown;
    json_object(json, "tasks");
    add_tally(json, &stats->tasks);
    json_close(json);
    json_object(json, "livelihood");
    add_tally(json, &stats->livelihood);
    json_close(json);
    json_array(json, "sections");
    for (uint32_t i = 0; i < b->sections_count; i++) {
        json_object(json, NULL);
        json_section_head(json, b, &b->sections[i]);
        add_workload(json, &stats->sections[i]);
    }
    json_close(json);
}

static void put_units_json(const struct job *job, struct json *json)
{
    static const char *const words[STANDINGS_COUNT] = { "leads", "supports", "bound", "none" };
    const struct breakdown *b = job->breakdown;
    json_array(json, "units");
    for (uint32_t i = 0; i < b->units_count; i++) {
        json_object(json, NULL);
        json_text(json, "name", b->units[i].name);
        json_word(json, "kind", unit_kind_word(b->units[i].kind));
        json_counts(json, "counts", job->index->counts[i].tasks);
        json_counts(json, "livelihood", job->index->counts[i].livelihood);
        json_word(json, "standing", words[listsize_standing(job->index, i)]);
        json_close(json);
    }
    json_close(json);
}

/* What tasks say of themselves: their leaders, their deadlines by month. */
static void put_named(struct job *job, const struct statistics *stats, struct json *json)
{
    const struct leaders *leaders = job->index->leaders;
    struct buf name = { 0 };
    json_array(json, "leaders");
    for (uint32_t i = 0; i < leaders->count; i++) {
        if (!leaders->items[i].named_count)
            continue;
        json_object(json, NULL);
        json_text(json, "name", stats_leader_name(job, &leaders->items[i]));
        add_workload(json, &stats->leaders[i]);
    }
    json_close(json);
    json_array(json, "due");
    for (uint32_t at = 0, count; (count = stats_month(job, stats, &at, true, &name)) > 0;) {
        json_object(json, NULL);
        json_text(json, "name", text_composed(buf_view(&name)));
        json_number(json, "tasks", count);
        json_close(json);
    }
    json_close(json);
    buf_fini(&name);
}

static void put_lists_json(const struct breakdown *b, const struct listsizes *sizes, struct json *json)
{
    static const char *const words[LISTSIZES_COUNT] = { "0", "1", "2", "3-5", "6-10", "11-" };
    json_array(json, "list_sizes");
    for (enum listsize size = 0; size < LISTSIZES_COUNT; size++) {
        json_object(json, NULL);
        json_word(json, "units", words[size]);
        json_number(json, "parts", sizes->tasks[size]);
        json_number(json, "livelihood", sizes->livelihood[size]);
        json_close(json);
    }
    json_close(json);
    json_array(json, "alone");
    for (uint32_t i = 0; i < b->parts_count; i++) {
        uint32_t unit_idx = listsize_alone(b, &b->parts[i]);
        if (unit_idx == NO_IDX)
            continue;
        json_object(json, NULL);
        json_text(json, "id", b->parts[i].id);
        json_text(json, "unit", b->units[unit_idx].name);
        json_close(json);
    }
    json_close(json);
}

static void put_pairs_json(const struct breakdown *b, const struct statistics *stats, struct json *json)
{
    json_object(json, "pairs");
    json_number(json, "total", stats->pairs.total);
    json_number(json, "shared", (long long)stats->pairs.shared);
    json_number(json, "left_out", stats->pairs.long_lists);
    json_array(json, "strongest");
    for (uint32_t i = 0; i < stats->pairs.count; i++) {
        const struct pair *pair = &stats->pairs.items[i];
        json_object(json, NULL);
        json_array(json, "units");
        for (int k = 0; k < 2; k++)
            json_text(json, NULL, b->units[pair->unit_idx[k]].name);
        json_close(json);
        json_number(json, "parts", pair->parts);
        json_array(json, "lead");
        for (int k = 0; k < 2; k++)
            json_number(json, NULL, pair->lead[k]);
        json_close(json);
        json_number(json, "livelihood", pair->livelihood);
        json_close(json);
    }
    json_close(json);
    json_close(json);
}

void stats_json(struct job *job, const struct statistics *stats)
{
    struct json json = json_answer(&job->out);
    if (stats->pairs_unit_idx == NO_IDX) {
        put_tallies(job, stats, &json);
        put_units_json(job, &json);
        put_named(job, stats, &json);
        put_lists_json(job->breakdown, &stats->sizes, &json);
    }
    put_pairs_json(job->breakdown, stats, &json);
    json_close(&json);
}

/* What a row says; columns that a kind has not got are empty or 0. */
struct tsv_row {
    const char *kind;
    struct text name;
    uint32_t numbers[BONDS_COUNT + 1]; /* how many, lead, support, via, maybe */
    uint32_t units, lead_units;
    struct text other; /* the other unit of a pair, a task's id */
};

static void put_row(struct table *table, const struct tsv_row *row)
{
    table_cell(table, text_of(row->kind));
    table_cell(table, row->name);
    for (int i = 0; i < BONDS_COUNT + 1; i++)
        table_number(table, (long)row->numbers[i]);
    table_number(table, (long)row->units);
    table_number(table, (long)row->lead_units);
    table_id(table, row->other);
    table_end(table);
}

static void put_workload(struct table *table, const char *kind, struct text name, const struct workload *workload)
{
    const struct tally *tally = &workload->tally;
    put_row(table, &(struct tsv_row){ .kind = kind,
                                      .name = name,
                                      .numbers = { tally->tasks, tally->lead, tally->support },
                                      .units = workload->units,
                                      .lead_units = workload->leads });
}

static void put_leaders(struct job *job, const struct statistics *stats, struct table *table)
{
    const struct breakdown *b = job->breakdown;
    const struct leaders *leaders = job->index->leaders;
    for (uint32_t i = 0; i < b->sections_count; i++) {
        bool leader = b->sections[i].kind == SECTION_LEADER;
        put_workload(table, leader ? "领导" : "部分", leader ? b->sections[i].leader : b->sections[i].heading,
                     &stats->sections[i]);
    }
    for (uint32_t i = 0; i < leaders->count; i++)
        if (leaders->items[i].named_count)
            put_workload(table, "任务领导", stats_leader_name(job, &leaders->items[i]), &stats->leaders[i]);
    struct buf name = { 0 };
    for (uint32_t at = 0, count; (count = stats_month(job, stats, &at, true, &name)) > 0;)
        put_row(table,
                &(struct tsv_row){ .kind = "时限", .name = text_composed(buf_view(&name)), .numbers = { count } });
    buf_fini(&name);
}

static void put_units(const struct job *job, struct table *table)
{
    const struct breakdown *b = job->breakdown;
    for (int livelihood = 0; livelihood < 2; livelihood++) {
        for (uint32_t i = 0; i < b->units_count; i++) {
            const struct counts *counts = &job->index->counts[i];
            const uint32_t *n = livelihood ? counts->livelihood : counts->tasks;
            uint32_t total = n[BOND_LEAD] + n[BOND_SUPPORT] + n[BOND_VIA] + n[BOND_MAYBE];
            if (total || !livelihood)
                put_row(table, &(struct tsv_row){
                                   .kind = livelihood ? "单位民生" : "单位",
                                   .name = b->units[i].name,
                                   .numbers = { total, n[BOND_LEAD], n[BOND_SUPPORT], n[BOND_VIA], n[BOND_MAYBE] } });
        }
    }
}

static void put_pairs(const struct breakdown *b, const struct statistics *stats, struct table *table)
{
    for (uint32_t i = 0; i < stats->pairs.count; i++) {
        const struct pair *pair = &stats->pairs.items[i];
        struct tsv_row row = { .name = b->units[pair->unit_idx[0]].name, .other = b->units[pair->unit_idx[1]].name };
        row.kind = "一起";
        row.numbers[0] = pair->parts;
        row.numbers[1] = pair->lead[0];
        row.numbers[2] = pair->parts - pair->lead[0];
        if (pair->parts)
            put_row(table, &row);
        row.kind = "一起民生";
        row.numbers[0] = pair->livelihood;
        row.numbers[1] = row.numbers[2] = 0;
        if (pair->livelihood)
            put_row(table, &row);
    }
}

static void put_lists(const struct job *job, const struct statistics *stats, struct table *table)
{
    const struct breakdown *b = job->breakdown;
    for (enum listsize size = 0; size < LISTSIZES_COUNT; size++)
        for (int livelihood = 0; livelihood < 2; livelihood++)
            put_row(table, &(struct tsv_row){
                               .kind = livelihood ? "名单民生" : "名单",
                               .name = text_of(listsize_name(size)),
                               .numbers = { livelihood ? stats->sizes.livelihood[size] : stats->sizes.tasks[size] } });
    for (uint32_t i = 0; i < b->parts_count; i++) {
        uint32_t unit_idx = listsize_alone(b, &b->parts[i]);
        if (unit_idx != NO_IDX)
            put_row(table, &(struct tsv_row){ .kind = "独自承担",
                                              .name = b->units[unit_idx].name,
                                              .numbers = { 1 },
                                              .other = b->parts[i].id });
    }
    for (uint32_t i = 0; i < b->units_count; i++)
        if (listsize_standing(job->index, i) == STANDING_SUPPORTS)
            put_row(table, &(struct tsv_row){ .kind = "从不牵头", .name = b->units[i].name });
}

void stats_tsv(struct job *job, const struct statistics *stats)
{
    static const char *const head[] = { "类别", "名称",   "项",         "牵头",       "参与", "经由",
                                        "可能", "单位数", "牵头单位数", "对方或编号", NULL };
    struct table table = out_table(job, TABLE_TSV);
    table_head(&table, head);
    if (stats->pairs_unit_idx == NO_IDX) {
        put_leaders(job, stats, &table);
        put_units(job, &table);
    }
    put_pairs(job->breakdown, stats, &table);
    if (stats->pairs_unit_idx == NO_IDX)
        put_lists(job, stats, &table);
}
