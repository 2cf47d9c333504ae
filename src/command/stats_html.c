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

/* Full up to row->full, hollow from there on for row->hollow. */
static void put_bar(struct buf *out, const struct stats_row *row, uint32_t most)
{
    double scale = 100.0 / (most ? most : 1);
    buf_string(out, "<td class=\"bar\"><svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" "
                    "aria-hidden=\"true\">");
    if (row->full)
        buf_printf(out, "<rect width=\"%.2f\" height=\"10\"/>", row->full * scale);
    if (row->hollow)
        buf_printf(out, "<rect class=\"hollow\" x=\"%.2f\" width=\"%.2f\" height=\"10\"/>", row->full * scale,
                   row->hollow * scale);
    buf_string(out, "</svg></td>");
}

static void put_row(struct buf *out, const struct stats_table *table, const struct stats_row *row)
{
    if (row->kind == STATS_VOLUME) {
        buf_printf(out, "<tr><th class=\"name\" colspan=\"%d\">", STATS_NUMBERS_MAX + 2);
        markup_escape(row->name, out);
        buf_string(out, "</th></tr>\n");
        return;
    }
    buf_string(out, row->kind == STATS_SUM ? "</tbody>\n<tfoot>\n<tr>" : "<tr>");
    sheet_html_element(out, "td", "name", row->name);
    for (int k = 0; table->heads[k]; k++)
        buf_printf(out, "<td class=\"n\" data-head=\"%s\">%u</td>", _(table->heads[k]), row->numbers[k]);
    if (row->kind == STATS_ROW)
        put_bar(out, row, table->most);
    buf_string(out, "</tr>\n");
}

static void put_table(struct job *job, const struct statistics *stats, const struct stats_table *table)
{
    struct buf *out = &job->out;
    if (!table->heads) {
        put_alone(job, stats);
        return;
    }
    buf_printf(out, "<h2 id=\"%s\">", table->id);
    markup_escape(text_empty(table->chart_title) ? table->title : table->chart_title, out);
    buf_printf(out, "</h2>\n<table>\n<thead><tr><th>%s</th>", _(table->name));
    for (int k = 0; table->heads[k]; k++)
        buf_printf(out, "<th class=\"n\">%s</th>", _(table->heads[k]));
    buf_string(out, "<th></th></tr></thead>\n<tbody>\n");
    bool summed = false;
    for (uint32_t i = 0; i < table->rows_count; i++) {
        put_row(out, table, &table->rows[i]);
        summed = table->rows[i].kind == STATS_SUM;
    }
    buf_string(out, summed ? "</tfoot>\n</table>\n" : "</tbody>\n</table>\n");
    if (table->note.bytes)
        buf_printf(out, "<p>%s</p>\n", table->note.at);
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
        if (b->volumes_count > 1) {
            markup_escape(b->volumes[i].title, out);
            buf_string(out, _("："));
        }
        stats_sum(b, &b->volumes[i], out);
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
    if (stats->pairs_unit_idx == NO_IDX)
        put_top(job, stats);
    stats_tables(job, stats, put_table);
    if (stats->pairs_unit_idx == NO_IDX)
        put_targets(job);
    buf_string(out, "</body>\n</html>\n");
}
