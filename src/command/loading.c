/* SPDX-License-Identifier: MIT */
#include "command/loading.h"

#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "system/locale.h"
#include "term/kind.h"
#include "text/width.h"
#include "ui/progress.h"

enum { SILENT_MS = 1000, EVERY_MS = 200, EVERY_LINE_MS = 2000 };

struct teller {
    long long begun_ms, told_ms;
    bool in_lines; /* one below the other: nothing is written over */
    int cols;      /* that stand on the line */
};

/* A line of its own, or one that writes over itself, by blanks. */
static void write_line(struct teller *teller, struct text text)
{
    struct buf line = { 0 }, encoded = { 0 };
    int cols = teller->in_lines ? 0 : width_cols(text, 1);
    buf_string(&line, teller->in_lines ? "" : "\r");
    buf_text(&line, text);
    for (int i = cols; i < teller->cols; i++)
        buf_char(&line, ' ');
    buf_char(&line, teller->in_lines ? '\n' : '\r');
    locale_encode(buf_view(&line), &encoded);
    (void)file_write_fd(STDERR_FILENO, buf_view(&encoded));
    teller->cols = cols;
    buf_fini(&line);
    buf_fini(&encoded);
}

static void tell(void *context, struct load_progress read)
{
    struct teller *teller = context;
    long long now = clock_ms();
    struct buf line = { 0 };
    if (now - teller->begun_ms < SILENT_MS || now - teller->told_ms < (teller->in_lines ? EVERY_LINE_MS : EVERY_MS))
        return;
    teller->told_ms = now;
    progress_put(&(struct progress){ READING_ON, read.bytes, read.all_bytes, read.tasks, now - teller->begun_ms }, NULL,
                 &line);
    write_line(teller, text_composed(buf_view(&line)));
    buf_fini(&line);
}

struct breakdown *loading_files(const struct options *options, const char *const *paths, uint32_t count, bool for_check,
                                struct diags *diags)
{
    struct teller teller = { .begun_ms = clock_ms(),
                             .in_lines = settings_number(&options->settings, SETTING_LINEAR) || !kind_wanted() };
    struct load_options how = { .limit_bytes = settings_limit_bytes(&options->settings),
                                .for_check = for_check,
                                .tell = isatty(STDERR_FILENO) ? tell : NULL,
                                .context = &teller };
    struct breakdown *b = load_files(paths, count, &how, diags);
    if (teller.cols)
        write_line(&teller, TEXT(""));
    return b;
}
