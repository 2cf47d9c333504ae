/* SPDX-License-Identifier: MIT */
#include "base/i18n.h"

#include <string.h>
#include <unistd.h>

#include "base/buf.h"

/* The catalogues beside the program, where make puts them; empty when there are none or nobody knows the place. */
static void find_beside_program(struct buf *folder)
{
    char path[4096];
    ssize_t bytes = readlink("/proc/self/exe", path, sizeof path);
    while (bytes > 0 && bytes < (ssize_t)sizeof path && path[bytes - 1] != '/')
        bytes--;
    if (bytes <= 0 || bytes == (ssize_t)sizeof path)
        return;
    buf_add(folder, path, (size_t)bytes);
    buf_string(folder, "locale");
    if (access(folder->at, R_OK | X_OK) != 0)
        buf_clear(folder);
}

void i18n_start(const char *installed)
{
    struct buf folder = { 0 };
    find_beside_program(&folder);
    bindtextdomain("fengong", folder.bytes ? folder.at : installed);
    textdomain("fengong");
    /* Inside, all text is UTF-8; the system's own messages too. */
    bind_textdomain_codeset("fengong", "UTF-8");
    bind_textdomain_codeset("libc", "UTF-8");
    buf_fini(&folder);
}
