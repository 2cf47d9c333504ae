/* SPDX-License-Identifier: MIT */
#include "term/frame.h"

#include <fcntl.h>
#include <unistd.h>

static FILE *file;

FILE *frame_open(int out_fd)
{
    int fd = fcntl(out_fd, F_DUPFD_CLOEXEC, 0);
    file = fd < 0 ? NULL : fdopen(fd, "w");
    if (!file && fd >= 0)
        close(fd);
    return file;
}

void frame_close(void)
{
    if (file)
        fclose(file);
    file = NULL;
}
