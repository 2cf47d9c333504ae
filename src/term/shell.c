/* SPDX-License-Identifier: MIT */
#include "term/shell.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/capability.h"
#include "base/clock.h"
#include "base/hurry.h"
#include "base/i18n.h"
#include "system/child.h"
#include "term/effect.h"
#include "term/frame.h"
#include "term/paint.h"
#include "term/plain.h"
#include "term/signals.h"

/* Keys that keep coming are still answered by a frame now and then. */
enum { FRAME_LATEST_MS = 50, STATUS_SIGNAL = 128 };

bool shell_ask(struct shell *shell, const struct shell_options *options, struct buf *message)
{
    *shell = (struct shell){ .options = *options, .status = -1 };
    struct term_options term = { .ambiguous_cols = options->ambiguous_cols,
                                 .color = options->color,
                                 .theme = options->theme };
    return term_ask(&term, message);
}

bool shell_start(struct shell *shell, int *ambiguous_cols, struct buf *message)
{
    struct term_answer answer = { 0 };
    bool good = term_start(&shell->input, &answer, message);
    if (good) {
        *ambiguous_cols = answer.ambiguous_cols;
        pace_init(&shell->pace, answer.answers);
        input_feed(&shell->input, buf_view(&answer.typed), clock_ms());
        buf_span(&shell->notice, buf_view(message));
    } else {
        input_fini(&shell->input);
    }
    buf_fini(&answer.typed);
    return good;
}

void shell_cancel(struct shell *shell)
{
    term_leave();
    input_fini(&shell->input);
}

void shell_tell(struct shell *shell, bool is_error)
{
    app_notice(shell->app, text_composed(buf_view(&shell->notice)), is_error);
    shell->dirty = true;
}

/* What the terminal has for us; false when it is gone. */
static bool read_terminal(struct shell *shell)
{
    char bytes[4096];
    ssize_t got = read(term_in_fd(), bytes, sizeof bytes);
    if (got > 0)
        input_feed(&shell->input, (struct span){ bytes, (size_t)got }, clock_ms());
    return got > 0 || (got < 0 && (errno == EINTR || errno == EAGAIN));
}

/* No event is made of keys meanwhile: these stop it whatever keys are bound, and the first is named. */
#define STOP_KEYS "\033\003\007"

bool shell_is_stopped(void *context)
{
    struct shell *shell = context;
    struct pollfd fds[2] = { { .fd = term_in_fd(), .events = POLLIN }, { .fd = term_out_fd() } };
    if (poll(fds, 2, 0) <= 0)
        return false;
    return (fds[0].revents & POLLHUP) || fds[1].revents || !read_terminal(shell) ||
           input_drop_at(&shell->input, STOP_KEYS);
}

static void send_frame(struct shell *shell)
{
    if (!frame_send())
        shell->status = STATUS_SIGNAL + SIGHUP;
}

static void draw(struct shell *shell)
{
    int rows = term_rows(), cols = term_cols();
    if (shell->grid.rows != rows || shell->grid.cols != cols) {
        grid_fini(&shell->grid);
        grid_init(&shell->grid, rows, cols, 1);
    }
    shell->grid.ambiguous_cols = app_ambiguous_cols(shell->app);
    shell->grid.ascii = app_ascii(shell->app);
    app_draw(shell->app, &shell->grid);
    if (paint_grid(&shell->grid) && pace_frame(&shell->pace, clock_ms())) {
        frame_add(PACE_QUESTION);
        term_expect(true);
    }
    shell->dirty = false;
    send_frame(shell);
}

void shell_say_at_it(struct shell *shell, struct text words)
{
    struct buf line = { 0 };
    buf_printf(&line, _("%.*s（Esc 停下）"), TEXT_ARG(words));
    app_notice(shell->app, text_composed(buf_view(&line)), false);
    buf_fini(&line);
    if (!frame_waits())
        draw(shell);
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
    if (!capability_allowed(CAPABILITY_SUSPEND))
        return;
    term_pause();
    signals_stop_here();
    term_resume();
    resize(shell);
}

static void reload(struct shell *shell, bool changed)
{
    if (!shell->options.reload)
        return;
    shell->options.reload(shell->options.context, shell->app, changed);
    shell->work_ms = 0;
    struct event event = { .kind = EVENT_RELOADED };
    give(shell, &event);
    shell->dirty = true;
}

/* What was saved is read at once. */
static void edit(struct shell *shell, const struct reaction *reaction)
{
    if (!effect_edit(shell, reaction))
        return;
    resize(shell);
    if (watches_take(&shell->watches))
        reload(shell, true);
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
        effect_copy(shell, reaction);
    if (what & REACT_PLAIN) {
        plain_show(text_span(reaction->text));
        shell->dirty = true;
    }
    if (what & (REACT_WRITE | REACT_PRINTER))
        effect_print(shell, reaction, (what & REACT_PRINTER) != 0);
    if (what & REACT_QUEUES)
        effect_queues(shell, reaction);
    if (what & REACT_QUIT)
        shell->status = 0;
    else if (what & REACT_SUSPEND)
        suspend(shell);
    if ((what & REACT_STOP) && shell->options.stop)
        shell->options.stop(shell->options.context, shell->app);
    if (what & REACT_RELOAD)
        reload(shell, watches_take(&shell->watches));
    if (what & REACT_EDIT)
        edit(shell, reaction);
}

static void give(struct shell *shell, const struct event *event)
{
    struct reaction reaction = app_handle(shell->app, event);
    carry_out(shell, &reaction);
}

static void give_input(struct shell *shell)
{
    struct event event;
    while (shell->status < 0 && input_next(&shell->input, &event, clock_ms())) {
        if (event.kind == EVENT_MOUSE && (event.row >= term_rows() || event.col >= term_cols()))
            continue;
        give(shell, &event);
    }
}

static void obey_signals(struct shell *shell)
{
    struct signals_seen seen = signals_take();
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

static int sooner(int a_ms, int b_ms)
{
    return a_ms < 0 ? b_ms : b_ms < 0 ? a_ms : a_ms < b_ms ? a_ms : b_ms;
}

static void look_at_files(struct shell *shell)
{
    bool busy = false, changed = watches_look(&shell->watches, &busy, clock_ms());
    if (busy) {
        app_banner(shell->app, text_of(_("文件正在被写入")), (struct place){ 0 });
        shell->dirty = true;
    }
    if (changed)
        reload(shell, true);
}

/* Something is to be done before what is being counted: a key, a signal, the rest of a frame. */
static bool is_wanted(void *context)
{
    (void)context;
    struct pollfd fds[3] = { { .fd = term_in_fd(), .events = POLLIN },
                             { .fd = signals_fd(), .events = POLLIN },
                             { .fd = term_out_fd(), .events = frame_waits() ? POLLOUT : 0 } };
    return poll(fds, 3, 0) != 0;
}

/* The terminal has taken the last frame, as far as we can know. */
static bool may_draw(struct shell *shell)
{
    return !frame_waits() && pace_wait_ms(&shell->pace, clock_ms()) == 0;
}

/* What goes on behind the screen: the rest of what a key began, once the frame that answers it is on its way, then reading. */
static void work(struct shell *shell)
{
    bool drawn = false;
    if (app_works(shell->app)) {
        if (shell->dirty && may_draw(shell))
            return;
        app_work(shell->app);
        shell->dirty = true;
        return;
    }
    if (!shell->options.work || shell->work_ms < 0)
        return;
    shell->work_ms = shell->options.work(shell->options.context, shell->app, &drawn);
    shell->dirty = shell->dirty || drawn;
}

/* Milliseconds to wait for something; 0 while a frame can be drawn: more keys may be there already. */
static int step_wait_ms(struct shell *shell, long long now)
{
    int paced_ms = pace_wait_ms(&shell->pace, now);
    if (app_works(shell->app))
        return 0;
    int wait_ms = sooner(input_wait_ms(&shell->input, now), watches_wait_ms(&shell->watches, now));
    wait_ms = sooner(wait_ms, shell->options.work ? shell->work_ms : -1);
    if (!shell->dirty || frame_waits())
        return wait_ms;
    return paced_ms ? sooner(wait_ms, paced_ms) : 0;
}

/* What has come. False when the terminal is gone. */
static bool take_in(struct shell *shell, const struct pollfd *fds)
{
    enum { GONE = POLLHUP | POLLERR | POLLNVAL };
    if (fds[1].revents)
        obey_signals(shell);
    if ((fds[0].revents & GONE) || (fds[0].revents && !read_terminal(shell)) || (fds[2].revents & GONE))
        return false;
    give_input(shell);
    if (shell->input.answered) {
        shell->input.answered = false;
        pace_answer(&shell->pace, clock_ms());
        term_expect(false);
    }
    if (shell->status < 0)
        look_at_files(shell);
    return true;
}

/* Waits for something and takes it in. False when nothing has come. */
static bool step(struct shell *shell)
{
    struct pollfd fds[3 + WATCHES_MAX] = { { .fd = term_in_fd(), .events = POLLIN },
                                           { .fd = signals_fd(), .events = POLLIN },
                                           { .fd = term_out_fd(), .events = frame_waits() ? POLLOUT : 0 } };
    uint32_t count = 3 + watches_poll(&shell->watches, fds + 3);
    int ready = poll(fds, count, step_wait_ms(shell, clock_ms()));
    if (ready < 0 && errno == EINTR)
        return true;
    if (ready < 0 || !take_in(shell, fds))
        shell->status = STATUS_SIGNAL + SIGHUP;
    else if (frame_waits())
        send_frame(shell);
    return ready > 0;
}

int shell_run(struct shell *shell, struct app *app, const struct watched_file *files, uint32_t files_count)
{
    shell->app = app;
    child_ask(shell_is_stopped, shell);
    hurry_ask(is_wanted, NULL);
    resize(shell);
    if (app_mouse(app))
        term_mouse(true);
    if (shell->notice.bytes)
        shell_tell(shell, true);
    draw(shell);
    /* Not before there is something to see: in a folder of many files the system takes its time. */
    watches_init(&shell->watches, files, files_count, clock_ms());
    give_input(shell);
    long long owed_ms = clock_ms();
    while (shell->status < 0) {
        if (!shell->dirty)
            owed_ms = clock_ms();
        bool more = step(shell);
        if (shell->status < 0 && shell->dirty && may_draw(shell) && (!more || clock_ms() - owed_ms >= FRAME_LATEST_MS))
            draw(shell);
        if (shell->status < 0)
            work(shell);
    }
    child_ask(NULL, NULL);
    hurry_ask(NULL, NULL);
    term_leave();
    watches_fini(&shell->watches);
    input_fini(&shell->input);
    grid_fini(&shell->grid);
    buf_fini(&shell->notice);
    return shell->status;
}
