/* SPDX-License-Identifier: MIT */
#include "term/shell.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/capability.h"
#include "base/fault.h"
#include "base/i18n.h"
#include "system/locale.h"
#include "system/printer.h"
#include "term/copy.h"
#include "term/paint.h"
#include "term/plain.h"
#include "term/signals.h"

/* Keys that keep coming are still answered by a frame now and then. */
enum { FRAME_LATEST_MS = 50, STATUS_SIGNAL = 128 };

static long long now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int shell_start(struct shell *shell, const struct shell_options *options, int *ambiguous_cols, struct buf *message)
{
    *shell = (struct shell){ .options = *options, .status = -1 };
    struct term_options term = { .ambiguous_cols = options->ambiguous_cols,
                                 .color = options->color,
                                 .restricted = options->restricted,
                                 .meanwhile = options->load,
                                 .context = options->context };
    int result = term_enter(&term, &shell->input, ambiguous_cols, message);
    if (result < 0)
        input_fini(&shell->input);
    return result;
}

static void tell(struct shell *shell, bool is_error)
{
    app_notice(shell->app, text_composed(buf_view(&shell->notice)), is_error);
    shell->dirty = true;
}

static void do_copy(struct shell *shell, struct text text)
{
    struct buf bytes = { 0 };
    bool good = copy_sequence(text, term_kind(), &bytes) && term_send(buf_view(&bytes));
    buf_clear(&shell->notice);
    buf_string(&shell->notice, good ? _("已发送到终端（能否进入剪贴板由终端决定）")
                                    : _("内容过长或终端不支持复制，请按 v 用终端自带的选择复制"));
    tell(shell, !good);
    buf_fini(&bytes);
}

/* The file's name in the locale's encoding; ~/ is the home directory, as everywhere where names are typed. */
static void file_name(const char *path, struct buf *out)
{
    const char *home = path[0] == '~' && path[1] == '/' ? getenv("HOME") : NULL;
    if (home && *home) {
        buf_string(out, home);
        path++;
    }
    locale_encode(span_of(path), out);
}

/* As the commands write: in the locale's encoding, but for HTML and JSON, which say theirs themselves. */
static bool write_sheet(const char *name, enum sheet_format format, struct span content)
{
    struct buf encoded = { 0 };
    if (format == SHEET_HTML || format == SHEET_JSON)
        buf_span(&encoded, content);
    else
        locale_encode(content, &encoded);
    bool good = file_write(name, buf_view(&encoded)) == 0;
    int fault = errno;
    buf_fini(&encoded);
    errno = fault;
    return good;
}

/* Where a file is, for a message: one that is only named is in a folder that the user may not have in mind. */
static void put_place(const char *path, struct buf *out)
{
    char folder[PATH_MAX];
    bool readable = locale_kind() != LOCALE_GB && locale_kind() != LOCALE_OTHER; /* a folder's name is as it is */
    if (*path != '/' && *path != '~' && readable && getcwd(folder, sizeof folder)) {
        const char *home = getenv("HOME"), *rest = folder;
        size_t home_bytes = home ? strlen(home) : 0;
        if (home_bytes > 1 && strncmp(folder, home, home_bytes) == 0 && strchr("/", folder[home_bytes])) {
            buf_char(out, '~');
            rest += home_bytes;
        }
        text_clean_to(out, span_of(rest));
        buf_string(out, rest[0] == '/' && !rest[1] ? "" : "/");
    }
    text_clean_to(out, span_of(path));
}

enum outcome { OUTCOME_DONE, OUTCOME_FAILED, OUTCOME_ASKED };

static enum outcome do_write(struct shell *shell, const struct reaction *reaction, struct span content,
                             struct buf *fault)
{
    struct buf name = { 0 };
    enum outcome outcome = OUTCOME_DONE;
    file_name(reaction->path, &name);
    if (!reaction->replace && access(name.at, F_OK) == 0) {
        app_path_taken(shell->app);
        outcome = OUTCOME_ASKED;
    } else if (!write_sheet(name.at, reaction->format, content)) {
        buf_string(fault, fault_writing(errno));
        app_path_again(shell->app);
        outcome = OUTCOME_FAILED;
    }
    buf_fini(&name);
    return outcome;
}

static void do_print(struct shell *shell, const struct reaction *reaction, bool to_printer)
{
    struct buf content = { 0 }, fault = { 0 };
    enum outcome outcome = OUTCOME_FAILED;
    enum capability needed = to_printer ? CAPABILITY_START_PROGRAM : CAPABILITY_WRITE_FILE;
    if (!capability_allowed(shell->options.restricted, needed))
        buf_string(&fault, _("受限模式下不能写文件或打印"));
    else if (shell->options.render(shell->options.context, reaction->subject, reaction->format, &content, &fault)) {
        if (!to_printer)
            outcome = do_write(shell, reaction, buf_view(&content), &fault);
        else if (printer_send(buf_view(&content), reaction->path, "fengong", &fault))
            outcome = OUTCOME_DONE;
    }
    if (outcome != OUTCOME_ASKED) {
        bool good = outcome == OUTCOME_DONE;
        buf_clear(&shell->notice);
        buf_string(&shell->notice, good ? (to_printer ? _("已送打印机") : _("已写入")) : _("未完成"));
        if (*reaction->path) {
            buf_char(&shell->notice, ' ');
            if (to_printer)
                text_clean_to(&shell->notice, span_of(reaction->path));
            else
                put_place(reaction->path, &shell->notice);
        }
        if (!good) {
            buf_string(&shell->notice, _("："));
            buf_span(&shell->notice, buf_view(&fault));
        }
        tell(shell, !good);
    }
    shell->dirty = true;
    buf_fini(&content);
    buf_fini(&fault);
}

static void give(struct shell *shell, const struct event *event);

static void resize(struct shell *shell)
{
    struct event event = { .kind = EVENT_RESIZE, .rows = term_rows(), .cols = term_cols() };
    give(shell, &event);
    shell->dirty = true;
}

static void suspend(struct shell *shell)
{
    if (!capability_allowed(shell->options.restricted, CAPABILITY_SUSPEND))
        return;
    term_pause();
    signals_stop_here();
    term_resume();
    resize(shell);
}

static void reload(struct shell *shell)
{
    if (!shell->options.reload)
        return;
    shell->options.reload(shell->options.context, shell->app);
    struct event event = { .kind = EVENT_RELOADED };
    give(shell, &event);
    shell->dirty = true;
}

/* In the order of app.h. What borrows from the reaction comes before anything that gives the app an event. */
static void carry_out(struct shell *shell, const struct reaction *reaction)
{
    unsigned what = reaction->what;
    if (what & (REACT_DRAW | REACT_REPAINT))
        shell->dirty = true;
    if (what & REACT_REPAINT)
        paint_forget();
    if (what & REACT_MOUSE)
        term_mouse(app_mouse(shell->app));
    if (what & REACT_COPY)
        do_copy(shell, reaction->text);
    if (what & REACT_PLAIN) {
        plain_show(text_span(reaction->text));
        shell->dirty = true;
    }
    if (what & (REACT_WRITE | REACT_PRINTER))
        do_print(shell, reaction, (what & REACT_PRINTER) != 0);
    if (what & REACT_QUIT)
        shell->status = 0;
    else if (what & REACT_SUSPEND)
        suspend(shell);
    if (what & REACT_RELOAD)
        reload(shell);
}

static void give(struct shell *shell, const struct event *event)
{
    struct reaction reaction = app_handle(shell->app, event);
    carry_out(shell, &reaction);
}

static void give_input(struct shell *shell)
{
    struct event event;
    while (shell->status < 0 && input_next(&shell->input, &event, now_ms())) {
        if (event.kind == EVENT_MOUSE && (event.row >= term_rows() || event.col >= term_cols()))
            continue;
        give(shell, &event);
    }
}

/* What the terminal has for us; false when it is gone. */
static bool read_terminal(struct shell *shell)
{
    char bytes[4096];
    ssize_t got = read(term_in_fd(), bytes, sizeof bytes);
    if (got > 0)
        input_feed(&shell->input, (struct span){ bytes, (size_t)got }, now_ms());
    return got > 0 || (got < 0 && (errno == EINTR || errno == EAGAIN));
}

static void obey_signals(struct shell *shell)
{
    struct signals_seen seen = signals_take();
    if (seen.fatal) {
        shell->status = STATUS_SIGNAL + seen.fatal;
        return;
    }
    if (seen.stop)
        suspend(shell);
    if (seen.again) {
        term_again();
        paint_forget();
        shell->dirty = true;
    }
    if (seen.resized && term_measure())
        resize(shell);
}

static void compose(struct shell *shell)
{
    int rows = term_rows(), cols = term_cols();
    if (shell->grid.rows != rows || shell->grid.cols != cols) {
        grid_fini(&shell->grid);
        grid_init(&shell->grid, rows, cols, 1);
    }
    shell->grid.ambiguous_cols = app_ambiguous_cols(shell->app);
    shell->grid.ascii = app_ascii(shell->app);
    app_draw(shell->app, &shell->grid);
    paint_grid(&shell->grid);
    shell->dirty = false;
}

static void draw(struct shell *shell)
{
    compose(shell);
    paint_send();
}

static void first_notice(struct shell *shell)
{
    if (shell->notice.bytes)
        tell(shell, true);
}

/*
 * The first frame is made on what is most likely, and made anew where the terminal answers otherwise, or has got another
 * size meanwhile: never shown wrong.
 */
static void draw_first(struct shell *shell)
{
    struct buf typed = { 0 };
    compose(shell);
    int cols = term_hear(&typed, &shell->notice);
    input_feed(&shell->input, buf_view(&typed), now_ms());
    buf_fini(&typed);
    if (cols != app_ambiguous_cols(shell->app)) {
        app_set_ambiguous(shell->app, cols);
        shell->dirty = true;
    }
    if (term_measure())
        resize(shell);
    first_notice(shell);
    if (shell->dirty)
        compose(shell);
    paint_send();
}

static int sooner(int a_ms, int b_ms)
{
    return a_ms < 0 ? b_ms : b_ms < 0 ? a_ms : a_ms < b_ms ? a_ms : b_ms;
}

static int watches_wait_ms(const struct shell *shell, long long now)
{
    int wait_ms = -1;
    for (uint32_t i = 0; i < shell->watches_count; i++)
        wait_ms = sooner(wait_ms, watch_wait_ms(&shell->watches[i], now));
    return wait_ms;
}

/* Asks every watch, so that two files changed together are read once. */
static bool watches_changed(struct shell *shell)
{
    bool changed = false;
    for (uint32_t i = 0; i < shell->watches_count; i++)
        changed = watch_changed(&shell->watches[i], now_ms()) || changed;
    return changed;
}

/* Waits for something and takes it in. Does not wait while a frame is owed: more keys may be there already. */
static bool step(struct shell *shell)
{
    struct pollfd fds[2 + SHELL_FILES_MAX] = { { .fd = term_in_fd(), .events = POLLIN },
                                               { .fd = signals_fd(), .events = POLLIN } };
    for (uint32_t i = 0; i < shell->watches_count; i++)
        fds[2 + i] = (struct pollfd){ .fd = watch_fd(&shell->watches[i]), .events = POLLIN };
    long long now = now_ms();
    int wait_ms = shell->dirty ? 0 : sooner(input_wait_ms(&shell->input, now), watches_wait_ms(shell, now));
    int ready = poll(fds, 2 + shell->watches_count, wait_ms);
    if (ready < 0 && errno != EINTR)
        shell->status = STATUS_SIGNAL + SIGHUP;
    if (ready < 0)
        return true;
    if (fds[1].revents)
        obey_signals(shell);
    bool gone = (fds[0].revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
    if (shell->status < 0 && (gone || (fds[0].revents && !read_terminal(shell))))
        shell->status = STATUS_SIGNAL + SIGHUP;
    give_input(shell);
    if (shell->status < 0 && watches_changed(shell))
        reload(shell);
    return ready > 0;
}

static void watch_files(struct shell *shell, const struct shell_file *files, uint32_t files_count)
{
    shell->watches_count = files_count < SHELL_FILES_MAX ? files_count : SHELL_FILES_MAX;
    for (uint32_t i = 0; i < shell->watches_count; i++)
        watch_init(&shell->watches[i], files[i].path, &files[i].stamp, now_ms());
}

int shell_run(struct shell *shell, struct app *app, const struct shell_file *files, uint32_t files_count)
{
    shell->app = app;
    resize(shell);
    if (app_mouse(app))
        term_mouse(true);
    draw_first(shell);
    /* Not before there is something to see: in a folder of many files the system takes its time. */
    watch_files(shell, files, files_count);
    give_input(shell);
    long long owed_ms = now_ms();
    while (shell->status < 0) {
        if (!shell->dirty)
            owed_ms = now_ms();
        bool more = step(shell);
        if (shell->status < 0 && shell->dirty && (!more || now_ms() - owed_ms >= FRAME_LATEST_MS))
            draw(shell);
    }
    term_leave();
    for (uint32_t i = 0; i < shell->watches_count; i++)
        watch_fini(&shell->watches[i]);
    input_fini(&shell->input);
    grid_fini(&shell->grid);
    buf_fini(&shell->notice);
    return shell->status;
}
