/* SPDX-License-Identifier: MIT */
#include "term/term.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "base/die.h"
#include "base/file.h"
#include "base/i18n.h"
#include "system/locale.h"
#include "term/ambiguous.h"
#include "term/kind.h"
#include "term/paint.h"
#include "term/restore.h"
#include "term/screen.h"
#include "term/signals.h"

#define PASTE_ON  "\033[?2004h"
#define PASTE_OFF "\033[?2004l"
#define MOUSE_ON  "\033[?1000h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1000l"

enum { CURSES_COLS = 1 };

static struct {
    bool entered;
    bool paused;
    bool mouse;
    bool asked; /* what it draws, and the answer has not been heard */
    int chosen_cols;
    struct ambiguous_answer answer;
    bool modern; /* knows ESC [ ? … h for what it has not got, at least enough to ignore it */
    int in_fd, out_fd;
    FILE *in_file, *out_file;
    SCREEN *screen;
    const char *kind;
    int rows, cols;
    struct termios before; /* as the shell had it */
} state = { .in_fd = -1, .out_fd = -1 };

/* Only what POSIX allows in a signal handler. */
static void restore_after_crash(void)
{
    if (state.in_fd < 0 || state.paused)
        return;
    if (state.entered)
        restore_send(state.out_fd);
    tcsetattr(state.in_fd, TCSANOW, &state.before);
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
    restore_prepare(state.modern ? SPAN(PASTE_OFF MOUSE_OFF) : SPAN(""), state.rows);
}

bool term_measure(void)
{
    int rows = state.rows, cols = state.cols;
    read_size();
    if (rows == state.rows && cols == state.cols)
        return false;
    resizeterm(state.rows, CURSES_COLS);
    prepare_restore();
    return true;
}

/* The terminal's screen is our output; keys come from standard input or, when data came that way, from /dev/tty. */
static bool open_terminal(void)
{
    state.out_fd = STDOUT_FILENO;
    if (!isatty(state.out_fd))
        return false;
    state.in_fd = STDIN_FILENO;
    if (!isatty(state.in_fd)) {
        state.in_fd = open("/dev/tty", O_RDWR | O_CLOEXEC);
        if (state.in_fd < 0)
            return false;
    }
    return tcgetattr(state.in_fd, &state.before) == 0;
}

static void close_terminal(void)
{
    if (state.out_file)
        fclose(state.out_file);
    state.out_file = NULL;
    if (state.in_file && state.in_file != stdin)
        fclose(state.in_file);
    else if (state.in_fd > STDERR_FILENO)
        close(state.in_fd);
    state.in_file = NULL;
    state.in_fd = state.out_fd = -1;
}

/* Ctrl-C, Ctrl-Z, Ctrl-S and the like reach us as keys; Ctrl-\ stays a signal, the way out if all else fails. */
static void set_modes(void)
{
    cbreak();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    typeahead(-1); /* curses has no business with the keys */
    struct termios now;
    if (tcgetattr(state.in_fd, &now) < 0)
        return;
    now.c_iflag &= ~(tcflag_t)(IXON | IXOFF);
    now.c_lflag &= ~(tcflag_t)IEXTEN;
    now.c_cc[VINTR] = now.c_cc[VSUSP] = _POSIX_VDISABLE;
    tcsetattr(state.in_fd, TCSADRAIN, &now);
    def_prog_mode();
}

/* With the next frame: it is the same piece of a line then. */
static void switch_on(void)
{
    if (state.modern)
        paint_before(SPAN(PASTE_ON));
    if (state.mouse)
        paint_before(SPAN(MOUSE_ON));
}

static void switch_off(void)
{
    if (state.mouse)
        term_send(SPAN(MOUSE_OFF));
    if (state.modern)
        term_send(SPAN(PASTE_OFF));
}

static void show_shell(void)
{
    struct piece last = restore_last_row(state.rows);
    switch_off();
    endwin();
    term_send((struct span){ last.at, last.bytes });
}

static void add_keys(struct input *input)
{
    static const struct {
        const char *name;
        uint32_t key;
    } keys[] = {
        { "kcuu1", K_UP },     { "kcud1", K_DOWN },   { "kcub1", K_LEFT },    { "kcuf1", K_RIGHT },
        { "khome", K_HOME },   { "kend", K_END },     { "kpp", K_PAGE_UP },   { "knp", K_PAGE_DOWN },
        { "kich1", K_INSERT }, { "kdch1", K_DELETE }, { "kcbt", K_BACK_TAB }, { "kent", K_ENTER },
        { "kf1", K_F1 },       { "kf2", K_F2 },       { "kf3", K_F3 },        { "kf4", K_F4 },
        { "kf5", K_F5 },       { "kf6", K_F6 },       { "kf7", K_F7 },        { "kf8", K_F8 },
        { "kf9", K_F9 },       { "kf10", K_F10 },     { "kf11", K_F11 },      { "kf12", K_F12 },
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const char *sequence = tigetstr(keys[i].name);
        if (sequence != (char *)-1)
            input_add_key(input, sequence, keys[i].key);
    }
}

/*
 * Curses draws nothing, so its windows are as narrow as can be: the memory of whole ones would cost a fifth of the time
 * to the first frame.  Of the real size it gets the rows, to leave the cursor in the last one.  LINES and COLUMNS of the
 * user's environment have no say.
 */
static SCREEN *start_curses(const char *kind)
{
    char number[16];
    snprintf(number, sizeof number, "%d", state.rows);
    setenv("LINES", number, 1);
    snprintf(number, sizeof number, "%d", (int)CURSES_COLS);
    setenv("COLUMNS", number, 1);
    use_env(TRUE);
    use_tioctl(FALSE);
    SCREEN *screen = newterm(kind, state.out_file, state.in_file);
    unsetenv("LINES");
    unsetenv("COLUMNS");
    return screen;
}

static bool start_screen(const char *wanted)
{
    state.in_file = state.in_fd == STDIN_FILENO ? stdin : fdopen(state.in_fd, "r");
    /* What curses says when it begins and ends; a duplicate, so that closing it leaves the terminal open. */
    int fd = fcntl(state.out_fd, F_DUPFD_CLOEXEC, 0);
    state.out_file = fd < 0 ? NULL : fdopen(fd, "w");
    if (fd >= 0 && !state.out_file)
        close(fd);
    if (!state.in_file || !state.out_file)
        return false;
    for (int i = 0; (state.kind = kind_try(wanted, i)) != NULL; i++) {
        state.screen = start_curses(state.kind);
        if (state.screen && tigetstr("cup") && tigetstr("cup") != (char *)-1)
            return true;
        if (state.screen) {
            endwin();
            delscreen(state.screen);
            state.screen = NULL;
        }
    }
    return false;
}

static void ask(int chosen_cols)
{
    state.chosen_cols = chosen_cols;
    state.answer = (struct ambiguous_answer){ .han_cols = -1, .quote_cols = -1 };
    state.asked = kind_ask_width(chosen_cols) && ambiguous_probe_ms() > 0 && ambiguous_ask(state.in_fd, state.out_fd);
}

static void hear(void)
{
    if (state.asked)
        ambiguous_await(state.in_fd, ambiguous_probe_ms(), &state.answer);
    state.asked = false;
}

/*
 * While the answer is under way, the breakdown is loaded and curses started.  Only where the locale does not say UTF-8
 * may the answer forbid the screen; then it is heard first.
 */
static bool start_meanwhile(const struct term_options *options, const char *wanted, struct buf *message)
{
    if (options->meanwhile && !options->meanwhile(options->context))
        return false;
    read_size();
    if (locale_kind() != LOCALE_UTF8) {
        hear();
        if (!kind_locale_fits(&state.answer, message))
            return false;
    }
    if (start_screen(wanted))
        return true;
    buf_printf(message, _("不认识终端类型 %s，打不开界面；请设 TERM=xterm-256color 再试"), wanted);
    return false;
}

int term_enter(const struct term_options *options, struct input *input, int *ambiguous_cols, struct buf *message)
{
    const char *wanted = kind_wanted();
    if (!open_terminal() || !wanted) {
        buf_string(message, _("没有可用的终端（TERM 未设置、不支持，或输入输出不是终端），打不开界面。可以用命令："
                              "fengong show 2.7、fengong unit 单位、fengong search 词、fengong print 领导；"
                              "详见 fengong --help"));
        close_terminal();
        return -1;
    }
    signals_start(restore_after_crash, !options->restricted);
    die_hook(restore_after_crash);
    ask(options->ambiguous_cols);
    if (!start_meanwhile(options, wanted, message)) {
        hear(); /* or the shell would get it */
        die_hook(NULL);
        tcsetattr(state.in_fd, TCSADRAIN, &state.before);
        signals_end();
        close_terminal();
        buf_fini(&state.answer.typed);
        return -1;
    }
    state.modern = kind_is_modern(state.kind);
    prepare_restore();
    state.entered = true;
    set_modes();
    term_style_start(options->color);
    add_keys(input);
    *ambiguous_cols = kind_ambiguous_cols(options->ambiguous_cols, &state.answer);
    switch_on();
    return 0;
}

int term_hear(struct buf *typed, struct buf *notice)
{
    hear();
    if (locale_kind() == LOCALE_UTF8)
        (void)kind_locale_fits(&state.answer, notice);
    buf_span(typed, buf_view(&state.answer.typed));
    buf_fini(&state.answer.typed);
    return kind_ambiguous_cols(state.chosen_cols, &state.answer);
}

void term_leave(void)
{
    if (!state.entered)
        return;
    if (!state.paused)
        show_shell();
    die_hook(NULL);
    state.entered = state.paused = state.mouse = false;
    paint_fini();
    delscreen(state.screen);
    state.screen = NULL;
    tcsetattr(state.in_fd, TCSADRAIN, &state.before);
    signals_end();
    close_terminal();
}

void term_pause(void)
{
    if (state.paused)
        return;
    show_shell();
    tcsetattr(state.in_fd, TCSADRAIN, &state.before);
    state.paused = true;
}

void term_resume(void)
{
    state.paused = false;
    reset_prog_mode();
    term_measure();
    paint_forget();
    switch_on();
}

void term_again(void)
{
    if (state.paused)
        return;
    reset_prog_mode();
    switch_on();
}

int term_in_fd(void)
{
    return state.in_fd;
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
        term_send(SPAN(MOUSE_ON));
    else
        term_send(SPAN(MOUSE_OFF));
}

bool term_send(struct span bytes)
{
    return file_write_fd(state.out_fd, bytes) == 0;
}
