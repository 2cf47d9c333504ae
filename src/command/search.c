/* SPDX-License-Identifier: MIT */
/* Finding units, leaders and tasks: one line each, best first; and where else there is something, when nothing is found. */
#include "search/search.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "command/find.h"
#include "command/message.h"
#include "command/out.h"
#include "command/source.h"
#include "search/filter.h"
#include "sheet/json.h"

enum { STRETCHES_MAX = 64 };

static void put_stretches(struct job *job, struct text text, const struct stretch *stretches, uint32_t count)
{
    size_t done = 0;
    for (uint32_t i = 0; i < count; i++) {
        out_style(job, STYLE_NORMAL, text_slice(text, done, stretches[i].from_bytes));
        out_style(job, STYLE_MATCH, text_slice(text, stretches[i].from_bytes, stretches[i].to_bytes));
        done = stretches[i].to_bytes;
    }
    out_style(job, STYLE_NORMAL, text_slice(text, done, text.bytes));
}

/* A unit's or a leader's line; where styled, with what matched, and which other name that was. */
static void put_hit(struct job *job, struct search *search, enum meaning_kind kind, const struct hit *hit)
{
    struct stretch stretches[STRETCHES_MAX];
    size_t from = job->out.bytes;
    find_line(job, (struct meaning){ kind, hit->idx });
    if (!job->color)
        return;
    struct buf line = { 0 };
    buf_add(&line, job->out.at + from, job->out.bytes - from);
    job->out.bytes = from;
    uint32_t count = search_stretches(search, hit, stretches, STRETCHES_MAX);
    struct text text = search_hit_text(search, hit), rest = text_composed(buf_view(&line));
    rest.bytes--; /* the line feed */
    if (hit->field == HIT_NAME && span_starts(text_span(rest), text_span(text))) {
        put_stretches(job, text, stretches, count);
        rest = text_slice(rest, text.bytes, rest.bytes);
    }
    buf_text(&job->out, rest);
    if (hit->field != HIT_NAME) { /* why it is an answer: the full name, the alias that matched */
        buf_char(&job->out, '\t');
        put_stretches(job, text, stretches, count);
    }
    buf_char(&job->out, '\n');
    buf_fini(&line);
}

static struct json json_hits(struct job *job, struct text query, const char *kinds)
{
    struct json json = json_answer(&job->out);
    json_text(&json, "query", query);
    json_array(&json, kinds);
    return json;
}

static void put_hits(struct job *job, struct text query, struct search *search, enum meaning_kind kind,
                     const struct hit *hits, uint32_t count)
{
    if (job->format != FORMAT_JSON) {
        for (uint32_t i = 0; i < count; i++)
            put_hit(job, search, kind, &hits[i]);
        return;
    }
    struct json json = json_hits(job, query, kind == MEANS_UNIT ? "units" : "leaders");
    for (uint32_t i = 0; i < count; i++) {
        json_object(&json, NULL);
        find_json(&json, job, (struct meaning){ kind, hits[i].idx });
        json_text(&json, "matched", search_hit_text(search, &hits[i]));
        json_flag(&json, "near", search_near(&hits[i]));
        json_close(&json);
    }
    json_close(&json);
    json_close(&json);
}

static void put_task(struct job *job, struct filter *filter, uint32_t task_idx)
{
    const struct breakdown *b = job->breakdown;
    const struct task *task = &b->tasks[task_idx];
    struct buf whole = { 0 };
    find_put_id(job, task->id);
    buf_printf(&job->out, "\t%.*s\t", TEXT_ARG(task_section(b, task)->leader));
    task_text(b, task, &whole);
    struct text text = text_composed(buf_view(&whole));
    struct stretch stretches[STRETCHES_MAX];
    put_stretches(job, text, stretches, job->color ? filter_stretches(filter, text, stretches, STRETCHES_MAX) : 0);
    buf_char(&job->out, '\n');
    buf_fini(&whole);
}

/* Tasks whose text has all words; without any there is nothing to be found.  Returns how many. */
static uint32_t put_tasks(struct job *job, struct text query)
{
    const struct breakdown *b = job->breakdown;
    struct filter *filter = filter_new(job->index, job->search, job->search_leaders);
    bool *matches = mem_array(b->tasks_count, sizeof *matches), is_json = job->format == FORMAT_JSON;
    uint32_t count = text_empty(query) ? 0 : filter_query(filter, query, matches);
    struct json json = { 0 };
    if (is_json)
        json = json_hits(job, query, "tasks");
    for (uint32_t i = 0; i < b->tasks_count; i++) {
        if (!matches[i])
            continue;
        if (!is_json) {
            put_task(job, filter, i);
            continue;
        }
        json_object(&json, NULL);
        find_json(&json, job, (struct meaning){ MEANS_TASK, i });
        json_close(&json);
    }
    if (is_json) {
        json_close(&json);
        json_close(&json);
    }
    free(matches);
    filter_free(filter);
    return count;
}

static uint32_t count_tasks(struct job *job, struct text query)
{
    bool *tasks = mem_array(job->breakdown->tasks_count, sizeof *tasks);
    uint32_t count = find_tasks(job, query, tasks);
    free(tasks);
    return count;
}

static uint32_t count_sure(struct search *search, struct text query)
{
    const struct hit *hits;
    uint32_t sure = 0, count = search_query(search, query, &hits);
    for (uint32_t i = 0; i < count; i++)
        sure += !search_near(&hits[i]);
    return sure;
}

/* Where there is something else: ；领导有 1 位（--in=leaders）. */
static void put_elsewhere(struct job *job, struct text query, struct buf *out)
{
    enum search_in in = job->options->in;
    uint32_t units = in == IN_UNITS ? 0 : count_sure(job->search, query);
    uint32_t leaders = in == IN_LEADERS ? 0 : count_sure(job->search_leaders, query);
    uint32_t tasks = in == IN_TASKS ? 0 : count_tasks(job, query);
    if (units)
        buf_printf(out, _("；单位有 %u 个（--in=units）"), units);
    if (leaders)
        buf_printf(out, _("；领导有 %u 位（--in=leaders）"), leaders);
    if (tasks)
        buf_printf(out, _("；任务有 %u 项（--in=tasks）"), tasks);
}

/* What was found is not what was typed, or has its letters somewhere inside. */
static bool is_doubtful(const struct hit *hit)
{
    return search_near(hit) || (search_shape(hit) >= MATCH_INNER && search_mode(hit) == MATCH_LETTERS);
}

/* Of what was looked for there is nothing, or nothing sure. */
static void say_doubts(struct job *job, struct text query, const struct hit *best)
{
    static const char *const whats[] = { N_("单位"), N_("领导"), N_("任务") };
    struct buf elsewhere = { 0 };
    put_elsewhere(job, query, &elsewhere);
    if (!best)
        message(_("没有找到%s“%.*s”%.*s"), _(whats[job->options->in]), TEXT_ARG(query), (int)elsewhere.bytes,
                elsewhere.at);
    else if (elsewhere.bytes)
        message("“%.*s”%.*s", TEXT_ARG(query), (int)elsewhere.bytes, elsewhere.at);
    buf_fini(&elsewhere);
}

int command_search(struct job *job)
{
    int status = source_load(job);
    if (status)
        return status;
    struct text query = job_words(job);
    const struct hit *hits = NULL, *best = NULL;
    uint32_t count;
    find_prepare(job);
    if (job->options->in == IN_TASKS) {
        count = put_tasks(job, query);
    } else {
        bool units = job->options->in == IN_UNITS;
        struct search *search = units ? job->search : job->search_leaders;
        count = search_query(search, query, &hits);
        put_hits(job, query, search, units ? MEANS_UNIT : MEANS_LEADER, hits, count);
        best = count ? &hits[0] : NULL;
        if (best && search_near(best))
            message(units ? _("没有单位正好叫“%.*s”，是不是：") : _("没有领导正好叫“%.*s”，是不是："), TEXT_ARG(query));
    }
    if (!count || (best && !text_empty(query) && is_doubtful(best)))
        say_doubts(job, query, best);
    return count ? STATUS_DONE : STATUS_NOTHING;
}
