/* SPDX-License-Identifier: MIT */
/* The screen: loads, starts the shell, and gives it what it cannot do itself: read the files again, make a sheet. */
#include <string.h>
#include <unistd.h>

#include "base/capability.h"
#include "base/file.h"
#include "base/i18n.h"
#include "command/behind.h"
#include "command/browse.h"
#include "command/command.h"
#include "command/configure.h"
#include "command/extracts.h"
#include "command/linear.h"
#include "command/message.h"
#include "command/paper.h"
#include "command/print.h"
#include "command/source.h"
#include "sheet/sheet.h"
#include "term/kind.h"
#include "term/shell.h"
#include "ui/script.h"

enum { SCRIPT_ROWS = 24, SCRIPT_COLS = 80 };

struct browse {
    struct job *job;
    struct behind behind;
    const struct import_result *review; /* what is shown was imported, and stands in no file; NULL: it was loaded */
};

static bool load(struct browse *browse, enum behind_first first)
{
    return browse->review || behind_begin(&browse->behind, first);
}

static const struct breakdown *shown(const struct browse *browse)
{
    return browse->review ? browse->job->breakdown : behind_shown(&browse->behind);
}

/* Nothing was loaded: says why. */
static int load_failed(const struct browse *browse)
{
    message_diags(&browse->behind.diags);
    return STATUS_FAILED;
}

static struct place put_first_error(const struct diags *diags, struct buf *out)
{
    struct place place = message_first(diags, SEVERITY_ERROR, _("文件有误："), out);
    if (diags->errors_count > 1)
        buf_printf(out, _("（共 %zu 个错误）"), diags->errors_count);
    return place;
}

/* What loads may still be wrong: that is said, so that nobody takes what is shown for proof-read. */
static void put_doubts(const struct breakdown *b, const struct diags *diags, struct buf *out)
{
    uint32_t unregistered = source_unregistered(b);
    if (unregistered)
        buf_printf(out, _("有%u个单位没有登记，"), unregistered);
    if (diags->warnings_count)
        buf_printf(out, _("文件有%zu处可疑，"), diags->warnings_count);
    if (out->bytes)
        buf_string(out, _("详见 fengong check"));
}

static void reload(void *context, struct app *app, bool changed)
{
    struct browse *browse = context;
    if (browse->review)
        app_notice(app, text_of(_("这是刚转成的，没有文件可重新读取")), false);
    else
        behind_again(&browse->behind, app, changed);
}

static int work(void *context, struct app *app, bool *drawn)
{
    struct browse *browse = context;
    return browse->review ? -1 : behind_work(&browse->behind, app, drawn);
}

static void stop(void *context, struct app *app)
{
    struct browse *browse = context;
    behind_stop(&browse->behind, app);
}

/* Steps of the script, which waits for all that it has asked for. */
static void script_reload(void *context, struct app *app)
{
    struct browse *browse = context;
    reload(context, app, false);
    if (!browse->review)
        behind_work_tasks(&browse->behind, app, 0);
}

static void script_load(void *context, struct app *app, uint32_t tasks)
{
    struct browse *browse = context;
    if (!browse->review)
        behind_work_tasks(&browse->behind, app, tasks);
}

/* fengong-paper reads the file itself. */
static bool has_file(const struct browse *browse, enum format format, struct buf *fault)
{
    bool good = !browse->review || !format_by_paper(format);
    if (!good)
        buf_string(fault, _("刚转成的还没有存成文件：先用 import -o 写成 YAML，再打印成 PDF、Excel、Word"));
    return good;
}

static bool render(void *context, const struct reaction *print, struct buf *title, struct buf *out, struct buf *fault)
{
    const struct browse *browse = context;
    const struct breakdown *b = browse->job->breakdown;
    if (!has_file(browse, print->format, fault))
        return false;
    struct index *index = index_new(b);
    struct sheet *sheet = sheet_new_for(b, index, print->subject, print->tasks, print->text);
    buf_text(title, sheet->title);
    bool made = print_render(browse->job, sheet, print->format, print->layout, out, fault);
    sheet_free(sheet);
    index_free(index);
    return made;
}

static bool render_each(void *context, const struct reaction *print,
                        bool (*tell)(void *tell_context, struct text words), void *tell_context, struct buf *said)
{
    const struct browse *browse = context;
    struct job *job = browse->job;
    if (!has_file(browse, print->format, said))
        return false;
    struct extracts extracts = { .job = job,
                                 .each = EACH_UNIT,
                                 .format = print->format,
                                 .layout = print->layout,
                                 .folder = print->path,
                                 .typed = true,
                                 .tell = tell,
                                 .context = tell_context };
    job->index = index_new(job->breakdown);
    bool good = extracts_write(&extracts, said) == STATUS_DONE;
    index_free(job->index);
    job->index = NULL;
    return good;
}

static struct text start_at(struct job *job, const char *argument)
{
    return argument ? job_decode(&job->arena, argument) : TEXT("");
}

static struct app_options app_options(struct job *job)
{
    static const enum action starts[] = { ACTION_LEADERS, ACTION_UNITS, ACTION_STATS };
    const struct options *options = job->options;
    const struct settings *settings = &options->settings;
    int ambiguous_cols = settings_number(settings, SETTING_AMBIGUOUS);
    return (struct app_options){
        .go_to = start_at(job, options->go_to),
        .unit = start_at(job, options->unit),
        .leader = start_at(job, options->leader),
        .search = start_at(job, options->search),
        .printed = job_date(),
        .start = starts[settings_number(settings, SETTING_START)],
        .keymap = &settings->keymap,
        .layout = job_layout(job),
        .ambiguous_cols = ambiguous_cols ? ambiguous_cols : 1,
        .printer = settings_text(settings, SETTING_PRINTER),
        .ascii = settings_number(settings, SETTING_ASCII),
        .mouse = settings_number(settings, SETTING_MOUSE),
        .restricted = options->restricted,
        .has_paper = paper_there(),
        .copy = capability_allowed(CAPABILITY_CLIPBOARD) && settings_number(settings, SETTING_CLIPBOARD),
    };
}

static struct app *start_app(struct browse *browse, struct app_options options)
{
    struct job *job = browse->job;
    struct buf doubts = { 0 };
    options.partial = !job->breakdown;
    message_first(&job->options->faults, SEVERITY_WARNING, _("设置有误："), &doubts);
    if (job->options->faults.warnings_count > 1)
        buf_printf(&doubts, _("（共 %zu 处）"), job->options->faults.warnings_count);
    if (!doubts.bytes && job->breakdown)
        put_doubts(job->breakdown, &browse->behind.diags, &doubts);
    options.review = browse->review;
    options.doubts = text_take(&job->arena, &doubts);
    struct app *app = app_new(shown(browse), &options);
    if (options.partial)
        behind_tell(&browse->behind, app);
    return app;
}

static bool play(struct browse *browse, struct span content)
{
    struct job *job = browse->job;
    struct app_options options = app_options(job);
    /* The script carries nothing out: what it shows does not depend on what is installed. */
    options.has_paper = !options.restricted;
    struct script_options script = {
        .rows = job->options->rows ? job->options->rows : SCRIPT_ROWS,
        .cols = job->options->cols ? job->options->cols : SCRIPT_COLS,
        .ambiguous_cols = options.ambiguous_cols,
        .reload = script_reload,
        .load = script_load,
        .stop = stop,
        .context = browse,
    };
    struct diags diags = { 0 };
    struct app *app = start_app(browse, options);
    bool good = script_run(app, job->options->script, content, &script, &job->out, &diags);
    app_free(app);
    message_diags(&diags);
    diag_fini(&diags);
    return good;
}

/* The screen without a terminal: what the script dumps is the output. */
static int run_script(struct browse *browse)
{
    const char *path = browse->job->options->script;
    struct buf content = { 0 };
    int status = source_read(path, &content);
    if (!status && !load(browse, script_loads(buf_view(&content)) ? BEHIND_NEXT_TO_NOTHING : BEHIND_ALL))
        status = load_failed(browse);
    else if (!status && !play(browse, buf_view(&content)))
        status = STATUS_USAGE;
    buf_fini(&content);
    return status;
}

/* The path as named lives longer than a breakdown, which a reload replaces. */
static uint32_t files_to_watch(const struct browse *browse, struct watched_file files[WATCHES_MAX])
{
    const struct job *job = browse->job;
    uint32_t count = 0;
    for (uint32_t i = 0; i < job->paths_count && count < WATCHES_MAX; i++)
        if (strcmp(job->paths[i], "-") != 0)
            files[count++] = (struct watched_file){ job->paths[i], *behind_stamp(&browse->behind, i) };
    return count;
}

static int run_screen(struct browse *browse)
{
    struct job *job = browse->job;
    const struct options *options = job->options;
    struct app_options start = app_options(job);
    struct shell_options shell_options = {
        .ambiguous_cols = settings_number(&options->settings, SETTING_AMBIGUOUS),
        .theme = &options->settings.theme,
        .color = options->color,
        .byte_order = settings_number(&options->settings, SETTING_BOM),
        .reload = reload,
        .work = work,
        .stop = stop,
        .render = render,
        .render_each = render_each,
        .context = browse,
    };
    struct shell shell;
    struct buf fault = { 0 };
    /* The terminal answers while the breakdown is loaded. */
    bool asked = shell_ask(&shell, &shell_options, &fault);
    bool loaded = load(browse, BEHIND_SLICE);
    bool started = asked && loaded && shell_start(&shell, &start.ambiguous_cols, &fault);
    if (asked && !loaded)
        shell_cancel(&shell);
    if (loaded && !started)
        message("%.*s", (int)fault.bytes, fault.at);
    buf_fini(&fault);
    if (!started)
        return loaded ? STATUS_USAGE : load_failed(browse);
    struct app *app = start_app(browse, start);
    struct watched_file files[WATCHES_MAX];
    uint32_t files_count = files_to_watch(browse, files);
    file_close_pipes();
    int status = shell_run(&shell, app, files, files_count);
    app_free(app);
    return status;
}

static int run(struct browse *browse)
{
    return browse->job->options->script ? run_script(browse) : run_screen(browse);
}

int command_browse(struct job *job)
{
    struct browse browse = { .job = job };
    if (job->options->output && !job->options->script) {
        message(_("browse 的 --output 与 --script 同用"));
        return STATUS_USAGE;
    }
    if (!source_find(job))
        return STATUS_FAILED;
    if (settings_number(&job->options->settings, SETTING_LINEAR) && !job->options->script)
        return linear_run(job, NULL);
    /* A terminal that can nothing can still read and write lines. */
    if (!job->options->script && !kind_wanted() && isatty(STDIN_FILENO) && isatty(STDOUT_FILENO))
        return linear_run(job, _("这个终端（TERM）打不开界面，改用逐行的方式（--linear）。"));
    browse.behind = (struct behind){ .paths = job->paths,
                                     .paths_count = job->paths_count,
                                     .options = { .limit_bytes = settings_limit_bytes(&job->options->settings) },
                                     .whole = &job->breakdown,
                                     .put_doubts = put_doubts,
                                     .put_error = put_first_error };
    int status = run(&browse);
    behind_fini(&browse.behind);
    return status;
}

int browse_review(struct job *job, const struct import_result *result)
{
    struct browse browse = { .job = job, .review = result };
    job->breakdown = result->breakdown;
    int status = run(&browse);
    job->breakdown = NULL; /* it is the result's */
    return status;
}
