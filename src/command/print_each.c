/* SPDX-License-Identifier: MIT */
/* print --each: extracts for all, with how far it is, and an end when a signal asks for it. */
#include "command/print.h"

#include <signal.h>
#include <string.h>
#include <time.h>

#include "base/i18n.h"
#include "command/extracts.h"
#include "command/message.h"

enum { PROGRESS_SECONDS = 2 };

static volatile sig_atomic_t stopped_by;

static void stop(int signal_no)
{
    stopped_by = signal_no;
}

/* Whoever has started us hears it, too (command/paper.c). */
static bool tell(void *context, struct text words)
{
    time_t now = time(NULL), *told = context;
    if (now - *told >= PROGRESS_SECONDS) {
        message("%.*s", TEXT_ARG(words));
        *told = now;
    }
    return !stopped_by;
}

int print_each(struct job *job)
{
    const char *folder = job->options->output;
    time_t told = time(NULL);
    struct extracts extracts = { .job = job,
                                 .each = job->options->each,
                                 .format = job->format,
                                 .layout = job_layout(job),
                                 .folder = folder,
                                 .tell = tell,
                                 .context = &told };
    struct sigaction act = { .sa_handler = stop }, before[2];
    struct buf said = { 0 };
    job->delivered = true;
    if (!folder || strcmp(folder, "-") == 0 || job->options->printer) {
        message(_("--each 要用 -o 写明文件夹，不与 --printer 同用"));
        return STATUS_USAGE;
    }
    sigaction(SIGINT, &act, &before[0]);
    sigaction(SIGTERM, &act, &before[1]);
    int status = extracts_write(&extracts, &said);
    sigaction(SIGINT, &before[0], NULL);
    sigaction(SIGTERM, &before[1], NULL);
    message_lines(buf_view(&said));
    buf_fini(&said);
    return stopped_by ? STATUS_SIGNAL + stopped_by : status;
}
