/* SPDX-License-Identifier: MIT */
#include "term/term.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include "base/capability.h"
#include "base/die.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "system/locale.h"
#include "term/ambiguous.h"
#include "term/frame.h"
#include "term/kind.h"
#include "term/paint.h"
#include "term/restore.h"
#include "term/screen.h"
#include "term/signals.h"
#include "term/terminfo.h"
#include "term/wcwidth.h"

enum { CURSES_BYTES = 512 * 1024 };

#define PASTE_ON  "\033[?2004h"
#define PASTE_OFF "\033[?2004l"
#define MOUSE_ON  "\033[?1000h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1000l"

static struct {
    struct term_options options;
    bool entered; /* curses has begun */
    bool paused;
    bool mouse;
    volatile sig_atomic_t asked; /* a question, whose answer has not been heard: the character that ends it; or 0 */
    struct ambiguous_answer answer;
    bool modern; /* knows ESC [ ? … h for what it has not got, at least enough to ignore it */
    int in_fd, out_fd;
    FILE *in_file;
    SCREEN *screen;
    const char *wanted, *kind; /* TERM, and what is in use */
    int rows, cols;
    struct termios before, raw; /* as the shell had it, as the screen has it */
} state = { .in_fd = -1, .out_fd = -1 };

/* Or the shell would get it. Only what POSIX allows in a signal handler. */
static void swallow_answer(void)
{
    struct pollfd wait = { .fd = state.in_fd, .events = POLLIN };
    char bytes[256];
    ssize_t got = 0;
    while (state.asked && poll(&wait, 1, AMBIGUOUS_PROBE_MS) > 0 && (got = read(wait.fd, bytes, sizeof bytes)) > 0)
        if (bytes[got - 1] == (char)state.asked)
            state.asked = 0;
    state.asked = 0;
}

/* A job in the background leaves the modes alone: they are the shell's. */
static void set_modes(const struct termios *modes)
{
    pid_t foreground = tcgetpgrp(state.in_fd);
    if (foreground < 0 || foreground == getpgrp())
        tcsetattr(state.in_fd, TCSANOW, modes);
}

/* At any end: a signal, a crash, exit() out of a library. Only what POSIX allows in a signal handler. */
static void restore(void)
{
    if (state.in_fd < 0)
        return;
    signal(SIGTTOU, SIG_IGN); /* it would stop us here */
    if (state.entered && !state.paused)
        restore_send(state.out_fd, frame_is_cut());
    swallow_answer();
    set_modes(&state.before);
    state.in_fd = -1;
}

static int clamp(int value, int otherwise, int max)
{
    return value <= 0 ? otherwise : value > max ? max : value;
}

static void read_size(void)
{
    struct winsize size = { 0 };
    if (ioctl(state.out_fd, TIOCGWINSZ, &size) < 0)
        size = (struct winsize){ 0 };
    state.rows = clamp(size.ws_row, 24, TERM_MAX_ROWS);
    state.cols = clamp(size.ws_col, 80, TERM_MAX_COLS);
}

static void prepare_restore(void)
{
    struct buf bytes = { 0 };
    if (state.modern)
        buf_string(&bytes, PASTE_OFF MOUSE_OFF);
    terminfo_end(state.rows, &bytes);
    restore_prepare(buf_view(&bytes));
    buf_fini(&bytes);
}

bool term_measure(void)
{
    int rows = state.rows, cols = state.cols;
    read_size();
    if (rows == state.rows && cols == state.cols)
        return false;
    resize_term(state.rows, state.cols);
    prepare_restore();
    return true;
}

/*
 * The terminal anew, for writing without waiting: standard output is the shell's too, which would not expect that.
 * Where it cannot be opened, standard output itself.
 */
static int open_output(void)
{
    char name[PATH_MAX];
    struct stat ours, shells;
    if (ttyname_r(STDOUT_FILENO, name, sizeof name) != 0)
        return STDOUT_FILENO;
    int fd = open(name, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd >= 0 && fstat(fd, &ours) == 0 && fstat(STDOUT_FILENO, &shells) == 0 && ours.st_rdev == shells.st_rdev)
        return fd;
    if (fd >= 0)
        close(fd);
    return STDOUT_FILENO;
}

/* The terminal's screen is our output; keys come from standard input or, when data came that way, from /dev/tty. */
static bool open_terminal(void)
{
    if (!isatty(STDOUT_FILENO))
        return false;
    state.in_fd = isatty(STDIN_FILENO) ? STDIN_FILENO : open("/dev/tty", O_RDWR | O_CLOEXEC);
    state.out_fd = open_output();
    return tcgetattr(state.in_fd, &state.before) == 0; /* not of a terminal that there is none of */
}

static void close_terminal(void)
{
    int in_fd = state.in_fd;
    state.in_fd = -1; /* nothing to restore */
    frame_close();
    if (state.in_file && state.in_file != stdin)
        fclose(state.in_file);
    else if (in_fd > STDERR_FILENO)
        close(in_fd);
    if (state.out_fd > STDERR_FILENO)
        close(state.out_fd);
    state.in_file = NULL;
    state.out_fd = -1;
}

/*
 * Ctrl-C, Ctrl-Z, Ctrl-S and the like reach us as keys; Ctrl-\ stays a signal, the way out if all else fails.  What is
 * written reaches the terminal as it is.
 */
static void make_raw(void)
{
    state.raw = state.before;
    state.raw.c_iflag &= ~(tcflag_t)(IXON | IXOFF | ICRNL | INLCR | IGNCR);
    state.raw.c_oflag &= ~(tcflag_t)OPOST;
    state.raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL | IEXTEN);
    state.raw.c_cc[VINTR] = state.raw.c_cc[VSUSP] = _POSIX_VDISABLE;
    state.raw.c_cc[VMIN] = 1;
    state.raw.c_cc[VTIME] = 0;
    /* Not "when all is written": a terminal that takes nothing would keep us. */
    tcsetattr(state.in_fd, TCSANOW, &state.raw);
}

/* With the next frame: it is the same piece of a line then. */
static void switch_on(void)
{
    if (state.modern)
        frame_add(SPAN(PASTE_ON));
    if (state.mouse)
        frame_add(SPAN(MOUSE_ON));
}

/*
 * The shell's screen.  What is still to be drawn is of no use any more; and curses, which may believe more of it drawn
 * than is, only notes that it has ended.
 */
static void show_shell(void)
{
    endwin();
    frame_drop();
    frame_add(restore_bytes());
    if (!frame_await(RESTORE_WAIT_MS) && !frame_waits()) /* it could not be written: once more, or never */
        restore_send(state.out_fd, true);
    swallow_answer();
}

/*
 * newterm() wants a size, and not every description has one (the Linux console's has none); nor may a size that somebody
 * sets from outside decide how much memory it takes.
 */
static SCREEN *new_screen(FILE *out_file)
{
    char rows[16], cols[16];
    snprintf(rows, sizeof rows, "%d", state.rows);
    snprintf(cols, sizeof cols, "%d", state.cols);
    bool is_set = setenv("LINES", rows, 1) == 0 && setenv("COLUMNS", cols, 1) == 0;
    SCREEN *screen = is_set ? newterm(state.kind, out_file, state.in_file) : NULL;
    unsetenv("LINES");
    unsetenv("COLUMNS");
    return screen;
}

/* Curses reads no keys, sets no modes and asks for no size: its stream is no terminal (term/frame.h). */
static bool start_curses(void)
{
    state.in_file = state.in_fd == STDIN_FILENO ? stdin : fdopen(state.in_fd, "r");
    FILE *out_file = frame_open(state.out_fd);
    int attempt = 0;
    while ((state.kind = kind_try(state.wanted, attempt)) != NULL && !terminfo_knows(state.kind))
        attempt++;
    if (!state.in_file || !out_file || !state.kind)
        return false;
    free(mem_alloc(CURSES_BYTES)); /* curses does not look whether it gets memory: without it, better end here */
    read_size();
    state.screen = new_screen(out_file);
    if (!state.screen)
        return false;
    state.modern = kind_is_modern(state.kind);
    state.entered = true;
    resize_term(state.rows, state.cols);
    typeahead(-1);
    nonl();
    keypad(stdscr, TRUE);
    idlok(stdscr, TRUE);
    terminfo_trim();
    style_start(state.options.theme, state.options.color);
    return true;
}

static void ask(void)
{
    state.answer = (struct ambiguous_answer){ .han_cols = -1, .quote_cols = -1 };
    bool asked = kind_ask_width(state.options.ambiguous_cols) && ambiguous_probe_ms() > 0 &&
                 ambiguous_ask(state.in_fd, state.out_fd);
    state.asked = asked ? 'c' : 0;
}

/* False: it was asked and has not answered. */
static bool hear(void)
{
    if (!state.asked)
        return true;
    ambiguous_await(state.in_fd, ambiguous_probe_ms(), &state.answer);
    state.asked = 0;
    return state.answer.han_cols >= 0;
}

static struct die_hook giving_back = { .run = restore };

bool term_ask(const struct term_options *options, struct buf *message)
{
    state.options = *options;
    state.wanted = kind_wanted();
    if (!open_terminal() || !state.wanted) {
        buf_string(message, _("没有可用的终端（TERM 未设置、不支持，或输入输出不是终端），打不开界面。可以用命令："
                              "fengong show 2.7、fengong unit 单位、fengong search 词、fengong print 领导；"
                              "或逐行地用：fengong --linear；详见 fengong --help"));
        close_terminal();
        return false;
    }
    static bool registered;
    if (!registered)
        registered = atexit(restore) == 0;
    signals_start(restore, capability_allowed(CAPABILITY_SUSPEND));
    die_hook_add(&giving_back);
    ask();
    return true;
}

bool term_start(struct input *input, struct term_answer *answer, struct buf *message)
{
    bool answers = hear();
    bool fits = kind_locale_fits(&state.answer, message);
    if (fits && !start_curses()) {
        buf_clear(message);
        buf_printf(message, _("不认识终端类型 %s，打不开界面；请设 TERM=xterm-256color 再试"), state.wanted);
        fits = false;
    }
    if (!fits) {
        term_leave();
        return false;
    }
    make_raw();
    prepare_restore();
    terminfo_keys(input);
    if (!message->bytes && !wcwidth_holds())
        buf_string(message, _("字符宽度未能与终端库一致，画面可能错位"));
    answer->answers = answers && state.modern;
    answer->ambiguous_cols = kind_ambiguous_cols(state.options.ambiguous_cols, &state.answer);
    buf_span(&answer->typed, buf_view(&state.answer.typed));
    switch_on();
    return true;
}

void term_leave(void)
{
    if (state.in_fd < 0)
        return;
    if (state.entered && !state.paused)
        show_shell();
    swallow_answer();
    state.entered = state.paused = state.mouse = false;
    paint_fini();
    if (state.screen)
        delscreen(state.screen);
    state.screen = NULL;
    set_modes(&state.before);
    die_hook_remove(&giving_back); /* not before: curses takes memory to end, too */
    signals_end();
    close_terminal();
    buf_fini(&state.answer.typed);
}

void term_pause(void)
{
    if (state.paused)
        return;
    show_shell();
    tcsetattr(state.in_fd, TCSANOW, &state.before);
    state.paused = true;
}

void term_resume(void)
{
    state.paused = false;
    tcsetattr(state.in_fd, TCSANOW, &state.raw);
    term_measure();
    frame_drop();
    paint_forget();
    switch_on();
}

void term_again(void)
{
    if (state.paused)
        return;
    tcsetattr(state.in_fd, TCSANOW, &state.raw);
    switch_on();
}

int term_in_fd(void)
{
    return state.in_fd;
}

int term_out_fd(void)
{
    return state.out_fd;
}

int term_rows(void)
{
    return state.rows;
}

int term_cols(void)
{
    return state.cols;
}

const char *term_kind(void)
{
    return state.kind ? state.kind : "";
}

void term_mouse(bool on)
{
    if (on == state.mouse)
        return;
    state.mouse = on;
    if (on)
        frame_add(SPAN(MOUSE_ON));
    else
        frame_add(SPAN(MOUSE_OFF));
}

void term_expect(bool answer)
{
    state.asked = answer ? 'R' : 0;
}
