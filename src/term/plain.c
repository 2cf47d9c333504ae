/* SPDX-License-Identifier: MIT */
#include "term/plain.h"

#include <errno.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include "base/i18n.h"
#include "system/locale.h"
#include "term/frame.h"
#include "term/signals.h"
#include "term/term.h"

/* While the text leaves, as fast as the terminal takes it. */
static bool await_something(void)
{
    struct pollfd wait[3] = { { .fd = term_in_fd(), .events = POLLIN }, { .fd = signals_fd(), .events = POLLIN } };
    for (;;) {
        if (!frame_send())
            return false;
        wait[2] = (struct pollfd){ .fd = term_out_fd(), .events = frame_waits() ? POLLOUT : 0 };
        if (poll(wait, 3, -1) < 0 && errno != EINTR)
            return false;
        if (wait[1].revents || (wait[0].revents & (POLLHUP | POLLERR)) || (wait[2].revents & (POLLHUP | POLLERR)))
            return false;
        if (wait[0].revents)
            return true;
    }
}

/* One key, with all the bytes of its sequence. */
static void await_key(void)
{
    struct pollfd wait = { .fd = term_in_fd(), .events = POLLIN };
    char bytes[256];
    if (!await_something())
        return;
    while (read(wait.fd, bytes, sizeof bytes) > 0)
        if (poll(&wait, 1, INPUT_ESCAPE_MS) <= 0)
            return;
}

void plain_show(struct span lines)
{
    struct buf shown = { 0 };
    locale_encode(lines, &shown);
    if (lines.bytes && lines.at[lines.bytes - 1] != '\n')
        buf_char(&shown, '\n');
    locale_encode(span_of(_("── 按任意键返回 ──")), &shown);
    term_pause();
    struct termios shell, keys;
    bool known = tcgetattr(term_in_fd(), &shell) == 0;
    if (known) {
        keys = shell;
        keys.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
        tcsetattr(term_in_fd(), TCSANOW, &keys);
    }
    frame_add(buf_view(&shown));
    buf_fini(&shown);
    await_key();
    if (!frame_waits())
        frame_add(SPAN("\r\n"));
    frame_send();
    term_resume();
}
