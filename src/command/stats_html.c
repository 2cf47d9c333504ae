/* SPDX-License-Identifier: MIT */
/*
 * The statistics as one page of HTML that needs nothing else: a table for each count, and in each row a bar as SVG, which
 * stretches with the page, is printed as it is, and says lead and support by full and hollow, not by colour.
 */
#include "base/i18n.h"
#include "breakdown/targets.h"
#include "command/stats.h"
#include "sheet/sheet_html.h"
#include "text/markup.h"

static const char style[] =
    "@page { size: A4; margin: 18mm 16mm; @bottom-center { content: counter(page); font: 10pt serif } }\n"
    "body { max-width: 210mm; font-size: 11pt; line-height: 17pt }\n"
    "h2 { font-size: 13pt; text-indent: 0; margin-top: 20pt } p { text-indent: 0 }\n"
    "nav { text-align: center; margin-bottom: 1em }\n"
    "nav a { margin: 0 .5em; white-space: nowrap }\n"
    "table { table-layout: auto } thead { display: table-header-group }\n"
    "th, td { border: 0; border-bottom: 1px solid #999; padding: 2pt 4pt; vertical-align: middle }\n"
    "thead th { border-bottom: 1.5px solid #000; white-space: nowrap }\n"
    ".n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }\n"
    "td.bar { width: 40% } svg { display: block; width: 100%; height: 11pt; overflow: visible }\n"
    "rect { fill: #333; stroke: #333; stroke-width: 1px; vector-effect: non-scaling-stroke } .hollow { fill: #fff }\n"
    "tfoot td { font-weight: bold }\n"
    "@media (max-width: 40em) {\n"
    "  tr, .phone tr { border: 0; border-bottom: 1px solid #999; padding: .3em 0; margin: 0 }\n"
    "  thead { display: none } td { display: inline; border: 0 } td.bar { display: block } .name { display: block; "
    "font-weight: bold }\n"
    "  .n::before { content: attr(data-head) \" \" } .n { margin-right: 1em }\n"
    "}\n"
    "@media print { h2 { break-after: avoid } nav { display: none } }\n";

/* A table with bars: its heads, and the largest sum that a bar shows. */
struct chart {
    struct buf *out;
    const char *const *heads; /* of the numbers, for _() */
    uint32_t most;
};

static void begin(struct job *job, struct chart *chart, const char *id, struct text title, const char *name,
                  const char *const *heads, uint32_t most)
{
    struct buf *out = &job->out;
    *chart = (struct chart){ out, heads, most };
    buf_printf(out, "<h2 id=\"%s\">", id);
    markup_escape(title, out);
    buf_printf(out, "</h2>\n<table>\n<thead><tr><th>%s</th>", _(name));
    for (; *heads; heads++)
        buf_printf(out, "<th class=\"n\">%s</th>", _(*heads));
    buf_printf(out, "%s</tr></thead>\n<tbody>\n", most ? "<th></th>" : "");
}

/* Full up to lead, hollow from there up to lead + support. */
static void put_bar(const struct chart *chart, uint32_t lead, uint32_t support)
{
    double scale = 100.0 / chart->most;
    buf_string(chart->out, "<td class=\"bar\"><svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" "
                           "aria-hidden=\"true\">");
    if (lead)
        buf_printf(chart->out, "<rect width=\"%.2f\" height=\"10\"/>", lead * scale);
    if (support)
        buf_printf(chart->out, "<rect class=\"hollow\" x=\"%.2f\" width=\"%.2f\" height=\"10\"/>", lead * scale,
                   support * scale);
    buf_string(chart->out, "</svg></td>");
}

/* A row; a bar where the table has them. */
static void put_row(const struct chart *chart, struct text name, const uint32_t *numbers, uint32_t lead,
                    uint32_t support)
{
    buf_string(chart->out, "<tr><td class=\"name\">");
    markup_escape(name, chart->out);
    buf_string(chart->out, "</td>");
    for (int i = 0; chart->heads[i]; i++)
        buf_printf(chart->out, "<td class=\"n\" data-head=\"%s\">%u</td>", _(chart->heads[i]), numbers[i]);
    if (chart->most)
        put_bar(chart, lead, support);
    buf_string(chart->out, "</tr>\n");
}

static void end(const struct chart *chart)
{
    buf_string(chart->out, "</tbody>\n</table>\n");
}

static void put_workload(const struct chart *chart, struct text name, const struct workload *workload)
{
    const struct tally *tally = &workload->tally;
    uint32_t numbers[] = { tally->tasks, tally->parts, tally->lead, tally->support, workload->units, workload->leads };
    put_row(chart, name, numbers, tally->tasks, 0);
}

static void put_leaders(struct job *job, const struct statistics *stats)
{
    const struct breakdown *b = job->breakdown;
    const struct leaders *leaders = job->index->leaders;
    struct chart chart;
    uint32_t most = 1;
    for (uint32_t i = 0; i < b->sections_count; i++)
        most = stats->sections[i].tally.tasks > most ? stats->sections[i].tally.tasks : most;
    begin(job, &chart, "leaders", text_of(_("按领导")), N_("领导"), stats_workload_heads, most);
    for (uint32_t i = 0; i < b->sections_count; i++)
        put_workload(&chart, stats_section_name(job, &b->sections[i]), &stats->sections[i]);
    end(&chart);
    if (!stats->named_count)
        return;
    for (uint32_t i = 0; i < leaders->count; i++)
        if (leaders->items[i].named_count && stats->leaders[i].tally.tasks > most)
            most = stats->leaders[i].tally.tasks;
    begin(job, &chart, "named", text_of(_("按任务写明的领导")), N_("领导"), stats_workload_heads, most);
    for (uint32_t i = 0; i < leaders->count; i++)
        if (leaders->items[i].named_count)
            put_workload(&chart, stats_leader_name(job, &leaders->items[i]), &stats->leaders[i]);
    end(&chart);
}

static void put_months(struct job *job, const struct statistics *stats)
{
    static const char *const heads[] = { N_("项"), NULL };
    struct buf name = { 0 };
    struct chart chart;
    uint32_t at = 0, count, most = 1;
    if (!stats->due_count)
        return;
    while ((count = stats_month(job, stats, &at, false, &name)) > 0)
        most = count > most ? count : most;
    begin(job, &chart, "due", text_of(_("按完成时限")), N_("月份"), heads, most);
    for (at = 0; (count = stats_month(job, stats, &at, false, &name)) > 0;)
        put_row(&chart, text_composed(buf_view(&name)), &count, count, 0);
    end(&chart);
    buf_fini(&name);
}

static void put_units(struct job *job)
{
    static const char *const heads[] = { N_("牵头"), N_("参与"), N_("经由"), N_("可能"), N_("民生"), NULL };
    const struct breakdown *b = job->breakdown;
    struct chart chart;
    uint32_t most = 1;
    for (uint32_t i = 0; i < b->units_count; i++) {
        const uint32_t *tasks = job->index->counts[i].tasks;
        if (tasks[BOND_LEAD] + tasks[BOND_SUPPORT] > most)
            most = tasks[BOND_LEAD] + tasks[BOND_SUPPORT];
    }
    begin(job, &chart, "units", text_of(_("按单位（实的是牵头，空的是参与）")), N_("单位"), heads, most);
    for (uint32_t i = 0; i < b->units_count; i++) {
        const struct counts *counts = &job->index->counts[i];
        uint32_t numbers[] = { counts->tasks[BOND_LEAD], counts->tasks[BOND_SUPPORT], counts->tasks[BOND_VIA],
                               counts->tasks[BOND_MAYBE],
                               counts->livelihood[BOND_LEAD] + counts->livelihood[BOND_SUPPORT] };
        put_row(&chart, b->units[i].name, numbers, numbers[0], numbers[1]);
    }
    end(&chart);
}

static void put_pairs(struct job *job, const struct statistics *stats)
{
    const struct pairs *pairs = &stats->pairs;
    struct chart chart;
    struct buf text = { 0 };
    stats_pairs_title(job, stats, &text);
    uint32_t most = pairs->count && pairs->items[0].parts ? pairs->items[0].parts : 1;
    begin(job, &chart, "pairs", text_composed(buf_view(&text)), N_("单位"), stats_pair_heads, most);
    for (uint32_t i = 0; i < pairs->count; i++) {
        const struct pair *pair = &pairs->items[i];
        buf_clear(&text);
        stats_pair_name(job, stats, pair, &text);
        put_row(&chart, text_composed(buf_view(&text)),
                (uint32_t[]){ pair->parts, pair->lead[0], pair->lead[1], pair->livelihood }, pair->parts, 0);
    }
    end(&chart);
    buf_clear(&text);
    stats_pairs_rest(stats, &text);
    if (text.bytes)
        buf_printf(&job->out, "<p>%s</p>\n", text.at);
    buf_fini(&text);
}

static void put_sizes(struct job *job, const struct statistics *stats)
{
    static const char *const heads[] = { N_("分项"), N_("民生"), NULL };
    const struct listsizes *sizes = &stats->sizes;
    struct chart chart;
    uint32_t most = 1;
    for (enum listsize size = 0; size < LISTSIZES_COUNT; size++)
        if (sizes->tasks[size] + sizes->livelihood[size] > most)
            most = sizes->tasks[size] + sizes->livelihood[size];
    begin(job, &chart, "sizes", text_of(_("名单上有几家（实的是重点工作，空的是民生实事）")), N_("单位数"), heads,
          most);
    for (enum listsize size = 0; size < LISTSIZES_COUNT; size++)
        put_row(&chart, text_of(listsize_name(size)), (uint32_t[]){ sizes->tasks[size], sizes->livelihood[size] },
                sizes->tasks[size], sizes->livelihood[size]);
    end(&chart);
}

static void put_cell(struct buf *out, const char *class, struct text text)
{
    buf_printf(out, "<td class=\"%s\">", class);
    markup_escape(text, out);
    buf_string(out, "</td>");
}

static void put_alone(struct job *job, const struct statistics *stats)
{
    const struct breakdown *b = job->breakdown;
    struct buf *out = &job->out;
    buf_string(out, "<h2 id=\"alone\">");
    buf_printf(out, _("一家独自承担的 %u 项"), stats->sizes.alone);
    buf_printf(out, "</h2>\n<table>\n<thead><tr><th>%s</th><th>%s</th><th>%s</th></tr></thead>\n<tbody>\n", _("编号"),
               _("单位"), _("任务"));
    for (uint32_t i = 0; i < b->parts_count; i++) {
        uint32_t unit_idx = listsize_alone(b, &b->parts[i]);
        if (unit_idx == NO_IDX)
            continue;
        buf_string(out, "<tr>");
        put_cell(out, "number", b->parts[i].id);
        put_cell(out, "unit", b->units[unit_idx].name);
        put_cell(out, "text", part_title(&b->parts[i]));
        buf_string(out, "</tr>\n");
    }
    buf_string(out, "</tbody>\n</table>\n");
}

static void put_never(struct job *job, const struct statistics *stats)
{
    static const char *const heads[] = { N_("参与"), N_("经由"), N_("可能"), N_("民生"), NULL };
    const struct breakdown *b = job->breakdown;
    struct chart chart;
    uint32_t most = 1;
    for (uint32_t i = 0; i < b->units_count; i++)
        if (listsize_standing(job->index, i) == STANDING_SUPPORTS && job->index->counts[i].tasks[BOND_SUPPORT] > most)
            most = job->index->counts[i].tasks[BOND_SUPPORT];
    begin(job, &chart, "never", text_of(_("从不牵头的单位")), N_("单位"), heads, most);
    for (uint32_t i = 0; i < b->units_count; i++) {
        const struct counts *counts = &job->index->counts[i];
        if (listsize_standing(job->index, i) == STANDING_SUPPORTS)
            put_row(&chart, b->units[i].name,
                    (uint32_t[]){ counts->tasks[BOND_SUPPORT], counts->tasks[BOND_VIA], counts->tasks[BOND_MAYBE],
                                  counts->livelihood[BOND_SUPPORT] },
                    0, counts->tasks[BOND_SUPPORT]);
    }
    end(&chart);
    buf_string(&job->out, "<p>");
    stats_standings(job, stats, &job->out);
    buf_string(&job->out, "</p>\n");
}

static void put_targets(struct job *job)
{
    const struct breakdown *b = job->breakdown;
    struct targets *targets = targets_new(job->index, NULL, TARGETS_NOTICE);
    struct buf *out = &job->out, phrase = { 0 };
    buf_string(out, "<h2 id=\"targets\">");
    buf_printf(out, _("量化指标%u条"), targets->count);
    buf_printf(out, "</h2>\n<table>\n<thead><tr><th>%s</th><th>%s</th><th>%s</th><th>%s</th></tr></thead>\n<tbody>\n",
               _("编号"), _("量化指标"), _("数量"), _("牵头单位"));
    for (uint32_t i = 0; i < targets->count; i++) {
        const struct target *target = &targets->items[i];
        buf_string(out, "<tr>");
        put_cell(out, "number", b->parts[target->part_idx].id);
        buf_clear(&phrase);
        target_phrase(b, target, &phrase);
        put_cell(out, "text", text_composed(buf_view(&phrase)));
        put_cell(out, "number", target_figure(b, target));
        buf_clear(&phrase);
        part_names(b, &b->parts[target->part_idx], ROLE_LEAD, &phrase);
        put_cell(out, "unit", text_composed(buf_view(&phrase)));
        buf_string(out, "</tr>\n");
    }
    buf_string(out, "</tbody>\n</table>\n");
    buf_fini(&phrase);
    targets_free(targets);
}

static void put_top(struct job *job, const struct statistics *stats)
{
    static const struct {
        const char *id, *name;
    } contents[] = { { "leaders", N_("按领导") },  { "units", N_("按单位") },   { "pairs", N_("谁同谁一起") },
                     { "sizes", N_("名单") },      { "alone", N_("独自承担") }, { "never", N_("从不牵头") },
                     { "targets", N_("量化指标") } };
    const struct breakdown *b = job->breakdown;
    struct buf *out = &job->out;
    buf_string(out, "<nav>");
    for (size_t i = 0; i < sizeof contents / sizeof *contents; i++)
        buf_printf(out, "<a href=\"#%s\">%s</a>", contents[i].id, _(contents[i].name));
    buf_string(out, "</nav>\n");
    for (uint32_t i = 0; i < b->volumes_count; i++) {
        buf_string(out, "<p>");
        if (b->volumes_count > 1)
            markup_escape(b->volumes[i].title, out);
        buf_printf(out, _("重点工作 %u 项"), tally_volume(b, &b->volumes[i], false).tasks);
        buf_string(out, " = ");
        tally_terms(b, &b->volumes[i], out);
        buf_string(out, "</p>\n");
    }
    buf_string(out, "<p>");
    buf_printf(out, _("牵头 %u，参与 %u"), stats->tasks.lead, stats->tasks.support);
    if (stats->livelihood.tasks) {
        buf_string(out, _("；"));
        buf_printf(out, _("民生实事 %u 项，%u 个分项"), stats->livelihood.tasks, stats->livelihood.parts);
    }
    buf_string(out, "</p>\n");
}

void stats_html(struct job *job, const struct statistics *stats)
{
    const struct breakdown *b = job->breakdown;
    struct buf *out = &job->out;
    struct sheet_date date = job_date();
    struct text title = b->volumes_count == 1 ? b->volumes[0].title : text_of(_("重点工作责任分解汇总"));
    buf_printf(out,
               "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
               "<meta name=\"viewport\" content=\"width=device-width\">\n<title>%s</title>\n<style>\n%s%s</style>\n"
               "</head>\n<body>\n<header>\n<h1>%s</h1>\n",
               _("责任分解统计"), sheet_html_style, style, _("责任分解统计"));
    sheet_html_element(out, "p", "subtitle", title);
    buf_string(out, "<p class=\"about\">");
    if (date.year)
        buf_printf(out, _("%d年%d月%d日"), date.year, date.month, date.day);
    buf_string(out, "</p>\n</header>\n");
    if (stats->pairs_unit_idx == NO_IDX) {
        put_top(job, stats);
        put_leaders(job, stats);
        put_months(job, stats);
        put_units(job);
    }
    put_pairs(job, stats);
    if (stats->pairs_unit_idx == NO_IDX) {
        put_sizes(job, stats);
        put_alone(job, stats);
        put_never(job, stats);
        put_targets(job);
    }
    buf_string(out, "</body>\n</html>\n");
}
