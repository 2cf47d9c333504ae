/* SPDX-License-Identifier: MIT */
/* Counts by leader, by unit and by role, with the sums that show that they agree. */
#include <string.h>

#include "base/i18n.h"
#include "breakdown/tally.h"
#include "command/command.h"
#include "command/out.h"
#include "command/say.h"
#include "command/source.h"
#include "command/stats_named.h"
#include "sheet/json.h"
#include "sheet/table.h"
#include "text/width.h"

enum { NAME_COLS = 34, NUMBER_COLS = 6 };

/* 袁家军　省长, or the heading where there is no leader. */
static struct text section_name(struct job *job, const struct section *section)
{
    if (section->kind != SECTION_LEADER)
        return section->heading;
    struct buf name = { 0 };
    buf_text(&name, section->leader);
    if (!text_empty(section->title)) {
        buf_string(&name, "　");
        buf_text(&name, section->title);
    }
    struct text text = text_copy(&job->arena, text_composed(buf_view(&name)));
    buf_fini(&name);
    return text;
}

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

static void put_right(struct job *job, struct text text)
{
    int cols = width_cols(text, job->ambiguous_cols);
    buf_fill(&job->out, ' ', cols < NUMBER_COLS ? (size_t)(NUMBER_COLS - cols) : 1);
    buf_text(&job->out, text);
}

static void put_row(struct job *job, struct text name, const uint32_t *numbers, int count)
{
    struct buf number = { 0 };
    width_pad(&job->out, name, NAME_COLS, job->ambiguous_cols);
    for (int i = 0; i < count; i++) {
        buf_clear(&number);
        buf_number(&number, numbers[i]);
        put_right(job, text_composed(buf_view(&number)));
    }
    buf_char(&job->out, '\n');
    buf_fini(&number);
}

static void put_head(struct job *job, const char *name, const char *const *titles)
{
    struct buf cell = { 0 };
    buf_char(&job->out, '\n');
    width_pad(&cell, text_of(name), NAME_COLS, job->ambiguous_cols);
    out_style(job, STYLE_TITLE, text_composed(buf_view(&cell)));
    for (; *titles; titles++)
        put_right(job, text_of(_(*titles)));
    buf_char(&job->out, '\n');
    buf_fini(&cell);
}

static void put_sections(struct job *job)
{
    static const char *const titles[] = { N_("项"), N_("分项"), N_("牵头"), N_("参与"), NULL };
    const struct breakdown *b = job->breakdown;
    put_head(job, _("按领导"), titles);
    for (uint32_t i = 0; i < b->sections_count; i++) {
        const struct volume *volume = &b->volumes[b->sections[i].volume_idx];
        if (b->volumes_count > 1 && i == volume->sections.from)
            out_paragraph(job, STYLE_DIM, volume->title);
        struct tally tally = tally_section(b, &b->sections[i]);
        uint32_t numbers[] = { tally.tasks, tally.parts, tally.lead, tally.support };
        put_row(job, section_name(job, &b->sections[i]), numbers, 4);
    }
}

static void put_units(struct job *job)
{
    static const char *const titles[] = { N_("牵头"), N_("参与"), N_("经由"), N_("可能"), N_("民生"), NULL };
    const struct breakdown *b = job->breakdown;
    uint32_t sum[BONDS_COUNT + 1] = { 0 };
    put_head(job, _("按单位（民生：牵头加参与）"), titles);
    for (uint32_t i = 0; i < b->units_count; i++) {
        const struct counts *counts = &job->index->counts[i];
        uint32_t numbers[BONDS_COUNT + 1];
        memcpy(numbers, counts->tasks, sizeof counts->tasks);
        numbers[BONDS_COUNT] = counts->livelihood[BOND_LEAD] + counts->livelihood[BOND_SUPPORT];
        put_row(job, b->units[i].name, numbers, BONDS_COUNT + 1);
        for (int k = 0; k <= BONDS_COUNT; k++)
            sum[k] += numbers[k];
    }
    put_row(job, text_of(_("合计")), sum, BONDS_COUNT + 1);
}

static void put_named(struct job *job, const char *name, const struct named_count *counts, uint32_t count)
{
    static const char *const titles[] = { N_("项"), NULL };
    if (count)
        put_head(job, name, titles);
    for (uint32_t i = 0; i < count; i++)
        put_row(job, counts[i].name, &counts[i].tasks, 1);
}

void stats_say(struct job *job)
{
    const struct breakdown *b = job->breakdown;
    struct tally tasks = tally_all(b, false), livelihood = tally_all(b, true);
    for (uint32_t i = 0; i < b->volumes_count; i++) {
        out_paragraph(job, STYLE_TITLE, b->volumes[i].title);
        put_sum(job, &b->volumes[i]);
    }
    if (b->volumes_count > 1)
        buf_printf(&job->out, _("共 %u 份，重点工作 %u 项\n"), b->volumes_count, tasks.tasks);
    if (livelihood.tasks)
        buf_printf(&job->out, _("民生实事 %u 项，%u 个分项\n"), livelihood.tasks, livelihood.parts);
    put_tally(job, _("重点工作"), &tasks);
    if (livelihood.tasks)
        put_tally(job, _("民生实事"), &livelihood);
    put_sections(job);
    struct named_counts named = stats_named(job);
    put_named(job, _("按任务写明的领导"), named.leaders, named.leaders_count);
    put_named(job, _("按完成时限"), named.months, named.months_count);
    put_units(job);
}

static void json_tally(struct json *json, const struct tally *tally)
{
    json_number(json, "tasks", tally->tasks);
    json_number(json, "parts", tally->parts);
    json_number(json, "lead", tally->lead);
    json_number(json, "support", tally->support);
    json_number(json, "shared_lead", tally->lead - tally->led);
    json_number(json, "without_lead", tally->parts - tally->led);
}

static void put_json(struct job *job)
{
    struct tally tasks = tally_all(job->breakdown, false), livelihood = tally_all(job->breakdown, true);
    const struct breakdown *b = job->breakdown;
    struct json json = json_answer(&job->out);
    json_object(&json, "tasks");
    json_tally(&json, &tasks);
    json_close(&json);
    json_object(&json, "livelihood");
    json_tally(&json, &livelihood);
    json_close(&json);
    json_array(&json, "sections");
    for (uint32_t i = 0; i < b->sections_count; i++) {
        struct tally tally = tally_section(b, &b->sections[i]);
        json_object(&json, NULL);
        json_section_head(&json, b, &b->sections[i]);
        json_tally(&json, &tally);
        json_close(&json);
    }
    json_close(&json);
    json_array(&json, "units");
    for (uint32_t i = 0; i < b->units_count; i++) {
        json_object(&json, NULL);
        json_text(&json, "name", b->units[i].name);
        json_word(&json, "kind", unit_kind_word(b->units[i].kind));
        json_counts(&json, "counts", job->index->counts[i].tasks);
        json_counts(&json, "livelihood", job->index->counts[i].livelihood);
        json_close(&json);
    }
    json_close(&json);
    struct named_counts named = stats_named(job);
    stats_named_json(&named, &json);
    json_close(&json);
}

static void put_tsv_row(struct table *table, const char *kind, struct text name, const uint32_t *numbers)
{
    table_cell(table, text_of(kind));
    table_cell(table, name);
    for (int i = 0; i < BONDS_COUNT + 1; i++)
        table_number(table, (long)numbers[i]);
    table_end(table);
}

static void put_tsv(struct job *job)
{
    static const char *const head[] = { "类别", "名称", "项", "牵头", "参与", "经由", "可能", NULL };
    const struct breakdown *b = job->breakdown;
    struct table table = { .out = &job->out, .dialect = TABLE_TSV };
    table_head(&table, head);
    for (uint32_t i = 0; i < b->sections_count; i++) {
        struct tally tally = tally_section(b, &b->sections[i]);
        uint32_t numbers[] = { tally.tasks, tally.lead, tally.support, 0, 0 };
        bool leader = b->sections[i].kind == SECTION_LEADER;
        put_tsv_row(&table, leader ? "领导" : "部分", leader ? b->sections[i].leader : b->sections[i].heading, numbers);
    }
    struct named_counts named = stats_named(job);
    for (uint32_t i = 0; i < named.leaders_count; i++)
        put_tsv_row(&table, "任务领导", named.leaders[i].name, (uint32_t[BONDS_COUNT + 1]){ named.leaders[i].tasks });
    for (uint32_t i = 0; i < named.months_count; i++)
        put_tsv_row(&table, "时限", named.months[i].name, (uint32_t[BONDS_COUNT + 1]){ named.months[i].tasks });
    for (int livelihood = 0; livelihood < 2; livelihood++) {
        for (uint32_t i = 0; i < b->units_count; i++) {
            const struct counts *counts = &job->index->counts[i];
            const uint32_t *n = livelihood ? counts->livelihood : counts->tasks;
            uint32_t total = n[BOND_LEAD] + n[BOND_SUPPORT] + n[BOND_VIA] + n[BOND_MAYBE];
            uint32_t numbers[] = { total, n[BOND_LEAD], n[BOND_SUPPORT], n[BOND_VIA], n[BOND_MAYBE] };
            if (total || !livelihood)
                put_tsv_row(&table, livelihood ? "单位民生" : "单位", b->units[i].name, numbers);
        }
    }
}

int command_stats(struct job *job)
{
    int status = source_load(job);
    if (status)
        return status;
    if (job->format == FORMAT_JSON)
        put_json(job);
    else if (job->format == FORMAT_TSV)
        put_tsv(job);
    else
        stats_say(job);
    return STATUS_DONE;
}
