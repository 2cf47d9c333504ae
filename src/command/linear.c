/* SPDX-License-Identifier: MIT */
#include "command/linear.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/capability.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "command/loading.h"
#include "command/message.h"
#include "command/out.h"
#include "command/source.h"
#include "text/wrap.h"

enum { TYPED_MAX_BYTES = 4096, STATIONS_MAX = 64 };

void linear_line(struct linear *linear, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    buf_vprintf(&linear->job->out, format, args);
    va_end(args);
    buf_char(&linear->job->out, '\n');
}

void linear_choice(struct linear *linear, void (*act)(struct linear *linear, uint32_t idx), uint32_t idx)
{
    MEM_GROW(linear->choices, linear->choices_count + 1, linear->choices_cap);
    linear->choices[linear->choices_count++] = (struct choice){ .act = act, .idx = idx };
    buf_printf(&linear->job->out, "%zu. ", linear->choices_count);
}

void linear_way(struct linear *linear, enum station_kind kind, uint32_t idx)
{
    linear_choice(linear, NULL, idx);
    linear->choices[linear->choices_count - 1].kind = kind;
}

void linear_again(struct linear *linear)
{
    struct station station = linear->stations[linear->stations_count - 1];
    linear->choices_count = 0;
    linear->question = NULL;
    linear_say(linear, &station);
}

void linear_go(struct linear *linear, enum station_kind kind, uint32_t idx, struct text words)
{
    const struct station *here = linear->stations_count ? &linear->stations[linear->stations_count - 1] : NULL;
    struct station station = { kind, idx, text_copy(&linear->job->arena, words) };
    if (!here || here->kind != kind || here->idx != idx || !text_equal(here->words, words)) {
        if (linear->stations_count == STATIONS_MAX) { /* the way home stays, the oldest behind it goes */
            memmove(linear->stations + 1, linear->stations + 2,
                    (linear->stations_count - 2) * sizeof *linear->stations);
            linear->stations_count--;
        }
        MEM_GROW(linear->stations, linear->stations_count + 1, linear->stations_cap);
        linear->stations[linear->stations_count++] = station;
    }
    linear_again(linear);
}

void linear_back(struct linear *linear)
{
    if (!linear->question && linear->stations_count > 1)
        linear->stations_count--;
    linear_again(linear);
}

void linear_ask(struct linear *linear, const char *question, void (*answered)(struct linear *linear, struct text text))
{
    linear->question = question;
    linear->answered = answered;
}

/* How many lines may be shown before one waits; 0: all. */
static int portion_rows(const struct linear *linear)
{
    struct winsize size;
    if (!linear->is_terminal || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) < 0 || size.ws_row == 0)
        return 0;
    return size.ws_row > 2 ? size.ws_row - 1 : 1;
}

/* What is being said goes behind what waits, broken into lines that the terminal need not break. */
static void take_over(struct linear *linear)
{
    struct job *job = linear->job;
    for (struct span rest = buf_view(&job->out); rest.bytes;) {
        struct text paragraph = text_composed(span_line(&rest)), line;
        struct wrap wrap;
        wrap_init(&wrap, paragraph, job->width_cols ? job->width_cols : INT16_MAX, job->ambiguous_cols);
        while (job->width_cols && wrap_next(&wrap, &line)) {
            buf_text(&linear->pending, line);
            buf_char(&linear->pending, '\n');
        }
        wrap_fini(&wrap);
        if (!job->width_cols || text_empty(paragraph)) {
            buf_text(&linear->pending, paragraph);
            buf_char(&linear->pending, '\n');
        }
    }
    buf_clear(&job->out);
}

static size_t lines_left(const struct linear *linear)
{
    size_t count = 0;
    for (size_t i = linear->pending_bytes; i < linear->pending.bytes; i++)
        count += linear->pending.at[i] == '\n';
    return count;
}

static void prompt(const struct linear *linear, struct buf *out)
{
    if (linear->pending_bytes < linear->pending.bytes)
        buf_printf(out, _("还有 %zu 行，回车接着看，也可以写别的："), lines_left(linear));
    else if (linear->question)
        buf_string(out, linear->question);
    else if (linear->stations_count > 1)
        buf_string(out, _("写编号、任务号或名称；p 打印，b 返回，? 帮助："));
    else
        buf_string(out, _("写编号，或直接写单位、领导、任务号；? 帮助，q 退出："));
    /* Without a terminal nobody's typing ends the line. */
    buf_string(out, linear->is_terminal ? " " : "\n");
}

/* The next portion, and what may be typed. */
static void show(struct linear *linear)
{
    struct buf out = { 0 };
    int rows = portion_rows(linear);
    take_over(linear);
    struct span pending = buf_view(&linear->pending),
                rest = { pending.at + linear->pending_bytes, pending.bytes - linear->pending_bytes };
    const char *from = rest.at;
    for (int row = 0; rest.bytes && (!rows || row < rows); row++)
        span_line(&rest);
    buf_add(&out, from, (size_t)(rest.at - from));
    linear->pending_bytes = pending.bytes - rest.bytes;
    prompt(linear, &out);
    if (out_plain(NULL, buf_view(&out)) != STATUS_DONE)
        linear->status = STATUS_FAILED;
    buf_fini(&out);
}

void linear_reload(struct linear *linear)
{
    struct job *job = linear->job;
    struct diags diags = { 0 };
    struct breakdown *fresh = loading_files(job->options, job->paths, job->paths_count, false, &diags);
    message_diags(&diags);
    diag_fini(&diags);
    if (!fresh) {
        linear_line(linear, _("文件有误，还用原来的"));
        return;
    }
    search_free(job->search);
    search_free(job->search_leaders);
    index_free(job->index);
    breakdown_free(job->breakdown);
    job->search = job->search_leaders = NULL;
    job->breakdown = fresh;
    job->index = index_new(fresh);
    /* What the stations speak of may be gone, or somebody else's. */
    linear->stations_count = 1;
    linear->pending_bytes = linear->pending.bytes = 0;
    linear_line(linear, _("文件变了，已重新读取，从头开始"));
    linear_again(linear);
}

static bool files_changed(const struct linear *linear)
{
    const struct job *job = linear->job;
    bool changed = false;
    for (uint32_t i = 0; i < job->paths_count; i++) {
        struct file_stamp now;
        struct volume *volume = &job->breakdown->volumes[i];
        if (strcmp(job->paths[i], "-") == 0 || file_stamp(job->paths[i], &now) < 0 ||
            file_stamp_equal(&now, &volume->stamp))
            continue;
        changed = true;
        volume->stamp = now; /* a file that cannot be used is told of once */
    }
    return changed;
}

/* One line of the user's.  False: there are no more. */
static bool read_typed(struct linear *linear, struct buf *input, struct buf *typed)
{
    buf_clear(typed);
    for (bool more = true;;) {
        const char *end = input->bytes ? memchr(input->at, '\n', input->bytes) : NULL;
        size_t bytes = end ? (size_t)(end - input->at) : input->bytes;
        if (typed->bytes < TYPED_MAX_BYTES) /* what is longer is nothing that anybody typed */
            buf_add(typed, input->at, bytes < TYPED_MAX_BYTES - typed->bytes ? bytes : TYPED_MAX_BYTES - typed->bytes);
        bool whole = end || (!more && typed->bytes);
        input->bytes -= bytes + (end != NULL);
        memmove(input->at, input->at + bytes + (end != NULL), input->bytes);
        if (whole || !more)
            return whole;
        ssize_t got = read(STDIN_FILENO, input->at, TYPED_MAX_BYTES);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            linear->status = STATUS_SIGNAL + SIGHUP; /* the terminal is gone */
            return false;
        }
        input->bytes = (size_t)got;
        more = got > 0;
    }
}

static void answer(struct linear *linear, const char *line)
{
    struct arena arena = { 0 };
    struct text typed = text_composed(span_trim(text_span(job_decode(&arena, line))));
    bool more = text_empty(typed) && linear->pending_bytes < linear->pending.bytes;
    if (!more)
        linear->pending_bytes = linear->pending.bytes = 0;
    if (files_changed(linear))
        linear_reload(linear);
    else if (!more)
        linear_obey(linear, typed);
    arena_fini(&arena);
}

/* Where the command line wants to begin, as if it were typed. */
static void start(struct linear *linear)
{
    struct job *job = linear->job;
    const char *const names[] = { job->options->unit, job->options->leader, job->options->go_to };
    linear_go(linear, STATION_HOME, 0, TEXT(""));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i])
            linear_look_up(linear, job_decode(&job->arena, names[i]));
    if (job->options->search)
        linear_look_for(linear, job_decode(&job->arena, job->options->search));
}

int linear_run(struct job *job, const char *why)
{
    struct linear linear = { .job = job, .status = -1 };
    struct buf input = { 0 }, typed = { 0 };
    int status = source_load(job);
    if (status)
        return status;
    buf_reserve(&input, TYPED_MAX_BYTES);
    job->color = false;
    linear.is_terminal = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
    linear.has_paper = paper_there();
    linear.print.layout = job_layout(job);
    linear.print.format = linear.has_paper ? FORMAT_PDF : FORMAT_TEXT;
    if (!capability_allowed(CAPABILITY_SUSPEND))
        signal(SIGTSTP, SIG_IGN);
    if (why)
        linear_line(&linear, "%s", why);
    start(&linear);
    while (linear.status < 0) {
        show(&linear);
        if (linear.status >= 0)
            break;
        if (read_typed(&linear, &input, &typed))
            answer(&linear, typed.at ? typed.at : "");
        else if (linear.status < 0)
            linear.status = out_plain(NULL, linear.is_terminal ? SPAN("\n") : SPAN(""));
    }
    buf_clear(&job->out);
    buf_fini(&input);
    buf_fini(&typed);
    buf_fini(&linear.pending);
    buf_fini(&linear.print.path);
    buf_fini(&linear.print.taken);
    free(linear.stations);
    free(linear.choices);
    return linear.status;
}
