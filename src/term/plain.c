/* SPDX-License-Identifier: MIT */
#include "term/plain.h"

#include <errno.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include "base/i18n.h"
#include "system/locale.h"
#include "term/signals.h"
#include "term/term.h"

/* One key, with all the bytes of its sequence. */
static void await_key(void)
{
    struct pollfd wait[2] = { { .fd = term_in_fd(), .events = POLLIN }, { .fd = signals_fd(), .events = POLLIN } };
    while (poll(wait, 2, -1) < 0 && errno == EINTR)
        continue;
    char bytes[256];
    while ((wait[0].revents & (POLLIN | POLLHUP | POLLERR)) == POLLIN) {
        if (read(wait[0].fd, bytes, sizeof bytes) <= 0)
            return;
        if (poll(wait, 1, INPUT_ESCAPE_MS) <= 0)
            return;
    }
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
        tcsetattr(term_in_fd(), TCSADRAIN, &keys);
    }
    if (term_send(buf_view(&shown)))
        await_key();
    if (known)
        tcsetattr(term_in_fd(), TCSADRAIN, &shell);
    term_send(SPAN("\r\n"));
    buf_fini(&shown);
    term_resume();
}
