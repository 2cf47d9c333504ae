/* SPDX-License-Identifier: MIT */
#include "breakdown/check.h"
#include "base/i18n.h"
#include "command/command.h"
#include "command/loading.h"
#include "command/message.h"
#include "command/out.h"
#include "command/source.h"

/* The faults are what was asked for, so they go where output goes, without the program's name. */
int command_check(struct job *job)
{
    struct diags diags = { 0 };
    if (source_find(job))
        job->breakdown = loading_files(job->options, job->paths, job->paths_count, true, &diags);
    int status = job->breakdown ? STATUS_DONE : STATUS_FAILED;
    if (!status)
        breakdown_check(job->breakdown, &diags);
    diag_sort(&diags);
    struct buf line = { 0 };
    for (size_t i = 0; i < diags.count; i++) {
        buf_clear(&line);
        message_diag(&diags.items[i], &line);
        out_style(job, diags.items[i].severity == SEVERITY_ERROR ? STYLE_ERROR : STYLE_WARNING,
                  text_composed(buf_view(&line)));
        buf_char(&job->out, '\n');
    }
    size_t total = diags.errors_count + diags.warnings_count;
    if (total)
        message(_("%zu 个错误，%zu 个警告"), diags.errors_count, diags.warnings_count);
    /* A file that was read, and has errors, is what this command is for. */
    if (!status || (total && !diags.unread))
        status = total ? STATUS_NOTHING : STATUS_DONE;
    buf_fini(&line);
    diag_fini(&diags);
    return status;
}
