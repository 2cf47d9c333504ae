/* SPDX-License-Identifier: MIT */
#include "base/i18n.h"
#include "command/out.h"
#include "command/stats.h"
#include "text/width.h"

enum { NAME_COLS = 34, PAIR_COLS = 44, NUMBER_COLS = 6, ALONE_MAX = 50 };

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

static void put_table(struct job *job, const struct statistics *stats, const struct stats_table *table)
{
    int name_cols = table->wide ? PAIR_COLS : NAME_COLS;
    struct buf cell = { 0 };
    if (!table->heads) {
        put_alone(job, stats);
        return;
    }
    buf_string(&job->out, job->out.bytes ? "\n" : "");
    width_pad(&cell, table->title, name_cols, job->ambiguous_cols);
    out_style(job, STYLE_TITLE, text_composed(buf_view(&cell)));
    for (int k = 0; table->heads[k]; k++)
        put_right(job, text_of(_(table->heads[k])), title_cols(job, table->heads[k]));
    buf_char(&job->out, '\n');
    for (uint32_t i = 0; i < table->rows_count; i++) {
        const struct stats_row *row = &table->rows[i];
        if (row->kind == STATS_VOLUME) {
            out_paragraph(job, STYLE_DIM, row->name);
            continue;
        }
        width_pad(&job->out, row->name, name_cols, job->ambiguous_cols);
        for (int k = 0; table->heads[k]; k++) {
            buf_clear(&cell);
            buf_number(&cell, row->numbers[k]);
            put_right(job, text_composed(buf_view(&cell)), title_cols(job, table->heads[k]));
        }
        buf_char(&job->out, '\n');
    }
    buf_span(&job->out, buf_view(&table->note));
    buf_fini(&cell);
}

void stats_text(struct job *job, const struct statistics *stats)
{
    const struct breakdown *b = job->breakdown;
    if (stats->pairs_unit_idx != NO_IDX) {
        stats_tables(job, stats, put_table);
        return;
    }
    for (uint32_t i = 0; i < b->volumes_count; i++) {
        out_paragraph(job, STYLE_TITLE, b->volumes[i].title);
        stats_sum(b, &b->volumes[i], &job->out);
        buf_char(&job->out, '\n');
    }
    if (b->volumes_count > 1)
        buf_printf(&job->out, _("共 %u 份，重点工作 %u 项\n"), b->volumes_count, stats->tasks.tasks);
    if (stats->livelihood.tasks)
        buf_printf(&job->out, _("民生实事 %u 项，%u 个分项\n"), stats->livelihood.tasks, stats->livelihood.parts);
    put_tally(job, _("重点工作"), &stats->tasks);
    if (stats->livelihood.tasks)
        put_tally(job, _("民生实事"), &stats->livelihood);
    stats_tables(job, stats, put_table);
}
