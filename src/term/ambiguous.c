/* SPDX-License-Identifier: MIT */
#include "term/ambiguous.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"

/* UTF-8 whatever the locale: the bytes are the question. */
#define QUESTION "\r中中\033[6n\r“\033[6n\033[c\r\033[K"

int ambiguous_probe_ms(void)
{
    const char *value = getenv("FENGONG_PROBE_MS");
    if (!value || !*value)
        return AMBIGUOUS_PROBE_MS;
    char *end;
    errno = 0;
    long ms = strtol(value, &end, 10);
    if (errno || *end || ms < 0)
        return AMBIGUOUS_PROBE_MS;
    return ms > AMBIGUOUS_PROBE_MAX_MS ? AMBIGUOUS_PROBE_MAX_MS : (int)ms;
}

/*
 * Length of the reply (ESC [ [?] digits and semicolons, R or c) at the head of bytes, 0 when there is none.  *final is
 * its last byte, *col_no the second number.
 */
static size_t reply_at(struct span bytes, char *final, int *col_no)
{
    if (!span_starts(bytes, SPAN("\033[")))
        return 0;
    size_t i = 2;
    bool question_mark = i < bytes.bytes && bytes.at[i] == '?';
    if (question_mark)
        i++;
    int numbers[2] = { 0, 0 }, idx = 0;
    for (; i < bytes.bytes; i++) {
        char c = bytes.at[i];
        if (c >= '0' && c <= '9' && numbers[idx] < 100000)
            numbers[idx] = numbers[idx] * 10 + (c - '0');
        else if (c == ';')
            idx = 1;
        else
            break;
    }
    if (i == bytes.bytes || (bytes.at[i] != 'R' && bytes.at[i] != 'c') || (bytes.at[i] == 'c') != question_mark ||
        (bytes.at[i] == 'R' && (idx == 0 || numbers[1] == 0)))
        return 0;
    *final = bytes.at[i];
    *col_no = numbers[1];
    return i + 1;
}

bool ambiguous_replies(struct span bytes, struct ambiguous_answer *answer)
{
    bool fence = false;
    int reports = 0;
    answer->han_cols = answer->quote_cols = -1;
    for (size_t i = 0; i < bytes.bytes;) {
        char final = 0;
        int col_no = 0;
        size_t length = reply_at((struct span){ bytes.at + i, bytes.bytes - i }, &final, &col_no);
        if (length == 0) {
            buf_char(&answer->typed, bytes.at[i++]);
            continue;
        }
        i += length;
        fence = fence || final == 'c';
        if (final == 'R' && reports++ == 0)
            answer->han_cols = col_no - 1;
        else if (final == 'R' && reports == 2 && answer->han_cols == 4 && (col_no == 2 || col_no == 3))
            answer->quote_cols = col_no - 1;
    }
    return fence;
}

bool ambiguous_ask(int in_fd, int out_fd)
{
    struct termios raw;
    if (tcgetattr(in_fd, &raw) < 0)
        return false;
    raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    return tcsetattr(in_fd, TCSANOW, &raw) == 0 && file_write_fd(out_fd, SPAN(QUESTION)) == 0;
}

void ambiguous_await(int in_fd, int timeout_ms, struct ambiguous_answer *answer)
{
    struct buf got = { 0 };
    for (long long end = clock_ms() + timeout_ms, left = timeout_ms; left > 0; left = end - clock_ms()) {
        struct pollfd wait = { .fd = in_fd, .events = POLLIN };
        int ready = poll(&wait, 1, (int)left);
        if (ready < 0 && errno == EINTR)
            continue;
        char chunk[512];
        ssize_t count = ready > 0 ? read(in_fd, chunk, sizeof chunk) : 0;
        if (count <= 0)
            break;
        buf_add(&got, chunk, (size_t)count);
        buf_clear(&answer->typed);
        if (ambiguous_replies(buf_view(&got), answer))
            break;
    }
    buf_fini(&got);
}
