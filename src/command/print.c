/* SPDX-License-Identifier: MIT */
#include "command/print.h"
#include "base/i18n.h"
#include "command/find.h"
#include "command/message.h"
#include "command/out.h"
#include "command/source.h"

bool print_render(const struct job *job, const struct sheet *sheet, enum format format, enum sheet_layout layout,
                  struct buf *out, struct buf *said)
{
    /* The paper has its own measure, not the terminal's. */
    const struct settings *settings = &job->options->settings;
    struct sheet_options options = { .layout = layout,
                                     .for_spreadsheet = settings_number(settings, SETTING_BOM),
                                     .cols = job->options->width_cols,
                                     .printed = job_date(),
                                     .fonts = settings_text(settings, SETTING_FONTS),
                                     .fonts_must = settings->values[SETTING_FONTS].from == FROM_OPTION };
    if (!format_by_paper(format))
        return sheet_write(sheet, format, options, out);
    return job->paper ? job->paper->render(sheet, format, options, out, said)
                      : paper_render(job, sheet, format, layout, out, said);
}

/* The tasks that --filter leaves; NULL when there are none, about which a message was printed. */
static const bool *filtered(struct job *job, struct text query)
{
    bool *tasks = arena_array(&job->arena, job->breakdown->tasks_count, sizeof *tasks);
    if (find_tasks(job, query, tasks))
        return tasks;
    message(_("没有任务符合“%.*s”"), TEXT_ARG(query));
    return NULL;
}

/* NULL after a message, with the exit status. */
static struct sheet *asked_for(struct job *job, int *status)
{
    const struct options *options = job->options;
    const char *said = options->ids ? options->title : options->filter;
    struct text words = job_words(job), what = said ? job_decode(&job->arena, said) : TEXT("");
    bool targets = find_targets(words);
    const bool *tasks = NULL;
    struct sheet_subject subject = { SHEET_TARGETS, options->sort };
    *status = STATUS_NOTHING;
    if (!targets && (options->ids || options->filter))
        subject = (struct sheet_subject){ SHEET_TASKS, options->ids != NULL };
    else if (!targets && !find_subject(job, words, &subject))
        return NULL;
    if (options->ids)
        tasks = print_ids(job, status);
    else if (options->filter)
        tasks = filtered(job, what);
    if (!tasks && (options->ids || options->filter))
        return NULL;
    struct sheet *sheet = sheet_new_for(job->breakdown, job->index, subject, tasks, what);
    if (!targets && options->sort == TARGETS_DUE)
        sheet_sort_by_due(sheet);
    return sheet;
}

/* What is to be printed must be said, once; targets may be those of filtered tasks. */
static bool says_what(struct job *job)
{
    const struct options *options = job->options;
    bool targets = find_targets(job_words(job));
    int ways =
        (job->args_count > 0) + (options->filter && !targets) + (options->each != EACH_NONE) + (options->ids != NULL);
    if (ways != 1)
        message(_("print 要么写打印什么（领导、部分、单位、任务号、targets、all），要么用 --filter、--ids 或 --each"));
    else if (options->title && !options->ids)
        message(_("--title 与 --ids 同用"));
    else if (options->sort > TARGETS_DUE && !targets)
        message(_("这样的次序只有指标才有：print targets --sort=…"));
    else if (options->sort && options->each)
        message(_("--sort 不能与 --each 同用"));
    else
        return true;
    return false;
}

int command_print(struct job *job)
{
    if (!says_what(job))
        return STATUS_USAGE;
    int status = source_load(job);
    if (status)
        return status;
    if (job->options->each)
        return print_each(job);
    struct sheet *sheet = asked_for(job, &status);
    if (!sheet)
        return status;
    struct buf said = { 0 };
    buf_text(&job->title, sheet->title);
    out_stream(job);
    bool good = print_render(job, sheet, job->format, job_layout(job), &job->out, &said);
    message_lines(buf_view(&said));
    if (!good) {
        deliver_drop(&job->outlet);
        buf_clear(&job->out);
    }
    buf_fini(&said);
    sheet_free(sheet);
    return good ? STATUS_DONE : STATUS_FAILED;
}
