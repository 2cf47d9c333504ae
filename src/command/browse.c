/* SPDX-License-Identifier: MIT */
/* The screen: loads, starts the shell, and gives it what it cannot do itself: read the files again, make a sheet. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/capability.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/i18n.h"
#include "command/browse.h"
#include "command/command.h"
#include "command/linear.h"
#include "command/message.h"
#include "command/paper.h"
#include "command/source.h"
#include "format/load.h"
#include "sheet/sheet.h"
#include "term/copy.h"
#include "term/kind.h"
#include "term/shell.h"
#include "ui/script.h"

enum { SCRIPT_ROWS = 24, SCRIPT_COLS = 80 };

struct browse {
    struct job *job;
    const char *const *paths;
    uint32_t paths_count;
    struct diags diags;                 /* of the first load */
    const struct import_result *review; /* what is shown was imported, and stands in no file; NULL: it was loaded */
};

static bool load(struct browse *browse)
{
    if (browse->review)
        return true;
    browse->job->breakdown = breakdown_load_files(browse->paths, browse->paths_count, &browse->diags);
    return browse->job->breakdown != NULL;
}

/* Nothing was loaded: says why. */
static int load_failed(const struct browse *browse)
{
    message_diags(&browse->diags);
    return STATUS_FAILED;
}

/* The screen has one line for what is wrong: the first error. */
static void put_first_error(const struct diags *diags, struct buf *out)
{
    for (size_t i = 0; i < diags->count; i++) {
        if (diags->items[i].severity != SEVERITY_ERROR)
            continue;
        buf_string(out, _("文件有误："));
        message_place(&diags->items[i].place, out);
        text_clean_to(out, span_of(diags->items[i].text));
        if (diags->errors_count > 1)
            buf_printf(out, _("（共 %zu 个错误）"), diags->errors_count);
        return;
    }
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

static const struct breakdown *read_again(struct app *app, void *context)
{
    struct browse *browse = context;
    struct diags diags = { 0 };
    struct buf line = { 0 };
    if (browse->review) {
        app_notice(app, text_of(_("这是刚转成的，没有文件可重新读取")), false);
        return NULL;
    }
    struct breakdown *fresh = breakdown_load_files(browse->paths, browse->paths_count, &diags);
    if (fresh) {
        app_reload(app, fresh);
        put_doubts(fresh, &diags, &line);
        if (line.bytes)
            app_notice(app, text_composed(buf_view(&line)), true);
        breakdown_free(browse->job->breakdown);
        browse->job->breakdown = fresh;
    } else {
        put_first_error(&diags, &line);
        app_banner(app, text_composed(buf_view(&line)));
    }
    buf_fini(&line);
    diag_fini(&diags);
    return fresh;
}

static void reload(void *context, struct app *app)
{
    (void)read_again(app, context);
}

static bool render(void *context, const struct reaction *print, struct buf *title, struct buf *out, struct buf *fault)
{
    const struct browse *browse = context;
    const struct breakdown *b = browse->job->breakdown;
    struct sheet_options options = { .layout = print->layout, .printed = job_date() };
    bool made;
    if (browse->review && format_by_paper(print->format)) {
        buf_string(fault, _("刚转成的还没有存成文件：先用 import -o 写成 YAML，再打印成 PDF、Excel、Word"));
        return false;
    }
    struct index *index = index_new(b);
    struct sheet *sheet = sheet_new_for(b, index, print->subject, print->tasks, print->text);
    buf_text(title, sheet->title);
    if (format_by_paper(print->format))
        made = paper_render(browse->paths, browse->paths_count, sheet, print->format, options, out, fault);
    else
        made = sheet_write(sheet, print->format, options, out);
    sheet_free(sheet);
    index_free(index);
    return made;
}

static struct text start_at(struct job *job, const char *argument)
{
    return argument ? job_decode(&job->arena, argument) : TEXT("");
}

static struct app_options app_options(struct job *job)
{
    const struct options *options = job->options;
    return (struct app_options){
        .go_to = start_at(job, options->go_to),
        .unit = start_at(job, options->unit),
        .leader = start_at(job, options->leader),
        .search = start_at(job, options->search),
        .printed = job_date(),
        .ambiguous_cols = options->ambiguous_cols ? options->ambiguous_cols : 1,
        .ascii = options->ascii,
        .restricted = options->restricted,
        .has_paper = paper_there(job->options),
        .copy = capability_allowed(options->restricted, CAPABILITY_CLIPBOARD) && copy_wanted(),
    };
}

static struct app *start_app(struct browse *browse, struct app_options options)
{
    struct job *job = browse->job;
    struct buf doubts = { 0 };
    put_doubts(job->breakdown, &browse->diags, &doubts);
    options.review = browse->review;
    options.doubts = text_copy(&job->arena, text_composed(buf_view(&doubts)));
    buf_fini(&doubts);
    return app_new(job->breakdown, &options);
}

/* The screen without a terminal: what the script dumps is the output. */
static int run_script(struct browse *browse)
{
    struct job *job = browse->job;
    const char *path = job->options->script;
    struct buf content = { 0 };
    if (!source_may_name(job->options, path))
        return STATUS_USAGE;
    if (file_read(path, &content, NULL) < 0) {
        message(_("无法读 %s：%s"), path, fault_reading(errno));
        buf_fini(&content);
        return STATUS_FAILED;
    }
    struct app_options options = app_options(job);
    /* The script carries nothing out: what it shows does not depend on what is installed. */
    options.has_paper = !options.restricted;
    struct script_options script = {
        .rows = job->options->rows ? job->options->rows : SCRIPT_ROWS,
        .cols = job->options->cols ? job->options->cols : SCRIPT_COLS,
        .ambiguous_cols = options.ambiguous_cols,
        .reload = read_again,
        .context = browse,
    };
    struct diags diags = { 0 };
    struct app *app = start_app(browse, options);
    bool good = script_run(app, path, buf_view(&content), &script, &job->out, &diags);
    app_free(app);
    message_diags(&diags);
    diag_fini(&diags);
    buf_fini(&content);
    return good ? STATUS_DONE : STATUS_USAGE;
}

static int run_screen(struct browse *browse)
{
    struct job *job = browse->job;
    const struct options *options = job->options;
    struct app_options start = app_options(job);
    struct shell_options shell_options = {
        .ambiguous_cols = options->ambiguous_cols,
        .color = (enum color_choice)options->color,
        .restricted = options->restricted,
        .reload = reload,
        .render = render,
        .context = browse,
    };
    struct shell shell;
    struct buf fault = { 0 };
    /* The terminal answers while the breakdown is loaded. */
    bool asked = shell_ask(&shell, &shell_options, &fault);
    bool loaded = load(browse);
    bool started = asked && loaded && shell_start(&shell, &start.ambiguous_cols, &fault);
    if (asked && !loaded)
        shell_cancel(&shell);
    if (loaded && !started)
        message("%.*s", (int)fault.bytes, fault.at);
    buf_fini(&fault);
    if (!started)
        return loaded ? STATUS_USAGE : load_failed(browse);
    struct app *app = start_app(browse, start);
    struct shell_file files[SHELL_FILES_MAX];
    uint32_t files_count = 0;
    for (uint32_t i = 0; i < browse->paths_count && files_count < SHELL_FILES_MAX; i++)
        if (strcmp(job->breakdown->volumes[i].path, "-") != 0)
            /* The path as named lives longer than a breakdown, which a reload replaces. */
            files[files_count++] = (struct shell_file){ browse->paths[i], job->breakdown->volumes[i].stamp };
    file_close_pipes();
    int status = shell_run(&shell, app, files, files_count);
    app_free(app);
    return status;
}

static int run(struct browse *browse)
{
    if (!browse->job->options->script)
        return run_screen(browse);
    return load(browse) ? run_script(browse) : load_failed(browse);
}

int command_browse(struct job *job)
{
    struct browse browse = { .job = job };
    browse.paths_count = source_find(job->options, &job->arena, &browse.paths);
    if (!browse.paths_count)
        return STATUS_FAILED;
    if (job->options->linear)
        return linear_run(job, browse.paths, browse.paths_count, NULL);
    /* A terminal that can nothing can still read and write lines. */
    if (!job->options->script && !kind_wanted() && isatty(STDIN_FILENO) && isatty(STDOUT_FILENO))
        return linear_run(job, browse.paths, browse.paths_count,
                          _("这个终端（TERM）打不开界面，改用逐行的方式（--linear）。"));
    int status = run(&browse);
    diag_fini(&browse.diags);
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
