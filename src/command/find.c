/* SPDX-License-Identifier: MIT */
#include "command/find.h"

#include "base/i18n.h"
#include "command/message.h"
#include "command/out.h"
#include "sheet/json.h"

enum { STRETCHES_MAX = 64 };

static void put_highlighted(struct job *job, struct text text, const struct hit *hit)
{
    struct stretch stretches[STRETCHES_MAX];
    uint32_t count = search_stretches(job->search, hit, stretches, STRETCHES_MAX);
    size_t done = 0;
    for (uint32_t i = 0; i < count; i++) {
        out_style(job, STYLE_NORMAL, text_slice(text, done, stretches[i].from_bytes));
        out_style(job, STYLE_MATCH, text_slice(text, stretches[i].from_bytes, stretches[i].to_bytes));
        done = stretches[i].to_bytes;
    }
    out_style(job, STYLE_NORMAL, text_slice(text, done, text.bytes));
}

static void put_line(struct job *job, const struct hit *hit)
{
    struct text name = job->breakdown->units[hit->unit_idx].name;
    const uint32_t *counts = job->index->counts[hit->unit_idx].tasks;
    bool in_name = hit->field == HIT_NAME;
    if (job->color && in_name)
        put_highlighted(job, name, hit);
    else
        buf_text(&job->out, name);
    for (enum bond bond = BOND_LEAD; bond <= BOND_VIA; bond++) {
        buf_char(&job->out, '\t');
        buf_number(&job->out, counts[bond]);
    }
    if (job->color && !in_name) { /* why it is an answer: the full name or the alias that matched */
        buf_char(&job->out, '\t');
        put_highlighted(job, search_hit_text(job->search, hit), hit);
    }
    buf_char(&job->out, '\n');
}

void find_list(struct job *job, struct text query, const struct hit *hits, uint32_t count)
{
    if (job->format != FORMAT_JSON) {
        for (uint32_t i = 0; i < count; i++)
            put_line(job, &hits[i]);
        return;
    }
    json_t *object = json_object(), *units = json_array();
    for (uint32_t i = 0; i < count; i++) {
        json_t *unit = json_unit(job->breakdown, job->index, hits[i].unit_idx);
        json_object_set_new(unit, "matched", json_text(search_hit_text(job->search, &hits[i])));
        json_array_append_new(units, unit);
    }
    json_object_set_new(object, "format", json_integer(JSON_FORMAT));
    json_object_set_new(object, "query", json_text(query));
    json_object_set_new(object, "units", units);
    json_put(object, &job->out);
}

uint32_t find_unit(struct job *job, struct text query, const char *what)
{
    uint32_t unit_idx = unit_find(job->breakdown, query);
    if (unit_idx != NO_IDX)
        return unit_idx;
    const struct hit *hits;
    job->search = search_new(job->breakdown, job->index);
    uint32_t count = text_empty(query) ? 0 : search_query(job->search, query, &hits);
    if (!count) {
        message(_("没有找到%s“%.*s”"), what, TEXT_ARG(query));
        return NO_IDX;
    }
    uint32_t equal = 1;
    while (equal < count && hits[equal].quality == hits[0].quality)
        equal++;
    if (equal == 1)
        return hits[0].unit_idx;
    message(_("“%.*s”有 %u 个同样合适的单位，请写得再细些："), TEXT_ARG(query), equal);
    job->to_stdout = true;
    job->format = job->format == FORMAT_JSON ? FORMAT_JSON : FORMAT_TEXT;
    find_list(job, query, hits, equal);
    return NO_IDX;
}
