/* SPDX-License-Identifier: MIT */
/*
 * The program on a pseudo-terminal before the emulator.  Nothing here sleeps: it waits for a state, which is found by
 * looking (the program sleeps, and nothing is on the way in either direction), within a limit of time.
 */
#ifndef PTY_SESSION_H
#define PTY_SESSION_H

#include <sys/types.h>
#include <termios.h>

#include "pty/emulator.h"

enum { SESSION_LIMIT_MS = 60000 };

struct session {
    struct emulator screen;
    const char *charset; /* of the terminal */
    int fd;              /* ours */
    int slave_fd;        /* the program's side, kept open to see what it has not read */
    pid_t pid;
    size_t output_bytes;    /* written by the program in all */
    struct termios before;  /* the terminal's modes before the program started */
    bool ended;
    int status;       /* of waitpid() once it has ended */
    long long cpu_ms; /* that it took in all; -1 until then */
};

/* How the program is started; zero-initialised is the usual. */
struct session_setup {
    int rows, cols;               /* 0: 24x80 */
    int ambiguous_cols;           /* of the terminal; 0: 1 */
    const char *charset;          /* of the terminal; NULL: UTF-8 */
    const char *const *arguments; /* behind the program's name, NULL-terminated; NULL: none */
    const char *const *variables; /* NAME=value, NULL-terminated, over TERM=xterm-256color LC_ALL=C.UTF-8 */
    const char *program;          /* NULL: the one under test */
    const char *input;            /* a file for standard input; NULL: the terminal */
    bool mute;                    /* the terminal answers no question */
    bool on_pipe;                 /* standard output is a pipe, no terminal */
};

/* Starts FENGONG (environment; build/fengong without it). */
void session_start(struct session *session, const struct session_setup *setup);
/* Sends keys as typed; UTF-8, which goes out in the terminal's encoding. */
void session_send(struct session *session, const char *keys);
/* Until the program has answered everything and sleeps, or has ended. False when that takes too long. */
bool session_settle(struct session *session);
/* Takes in what the program writes within this time. */
void session_watch(struct session *session, int for_ms);
/* session_send() and session_settle(). */
void session_keys(struct session *session, const char *keys);
/* Until text is on the screen. False after SESSION_LIMIT_MS. */
bool session_await(struct session *session, const char *text);
/* Lets the connection break down: as when the network or the terminal's window goes. */
void session_hang_up(struct session *session);
/* Until the program has ended: its exit status, or 128 + signal; -1 when it does not. */
int session_end(struct session *session);
void session_resize(struct session *session, int rows, int cols);
/* Kills what still runs, frees everything. */
void session_fini(struct session *session);
/* Was fengong-paper built?  If not, an empty file stands beside the program, which looks no further. */
bool session_has_paper(void);
/* Milliseconds of the monotonic clock. */
long long session_now_ms(void);

#endif
