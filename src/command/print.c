/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "command/command.h"
#include "command/find.h"
#include "command/message.h"
#include "command/source.h"
#include "sheet/sheet.h"

static int render_by_paper(struct job *job, const struct sheet *sheet, struct sheet_options options)
{
    struct buf said = { 0 };
    bool good = job->paper->render(sheet, job->format, options, &job->out, &said);
    for (struct span rest = buf_view(&said); rest.bytes;) {
        const char *end = memchr(rest.at, '\n', rest.bytes);
        size_t bytes = end ? (size_t)(end - rest.at) : rest.bytes;
        message("%.*s", (int)bytes, rest.at);
        rest = (struct span){ rest.at + bytes + (end != NULL), rest.bytes - bytes - (end != NULL) };
    }
    if (!good)
        buf_clear(&job->out);
    buf_fini(&said);
    return good ? STATUS_DONE : STATUS_FAILED;
}

int command_print(struct job *job)
{
    int status = source_load(job);
    if (status)
        return status;
    struct sheet_subject subject;
    if (!find_subject(job, job_words(job), &subject))
        return STATUS_NOTHING;
    struct sheet *sheet = sheet_new(job->breakdown, job->index, subject);
    /* The paper has its own measure, not the terminal's. */
    struct sheet_options paper = { .layout = job->options->layout,
                                   .cols = job->options->width_cols,
                                   .printed = job_date(),
                                   .fonts = job->options->fonts };
    if (format_by_paper(job->format))
        status = render_by_paper(job, sheet, paper);
    else
        sheet_write(sheet, job->format, paper, &job->out);
    buf_text(&job->title, sheet->title);
    sheet_free(sheet);
    return status;
}
