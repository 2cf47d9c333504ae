/* SPDX-License-Identifier: MIT */
#include "pty/folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

static char folder[] = "/tmp/fengong-pty-XXXXXX";

int folder_make(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

int folder_drop(void **state)
{
    (void)state;
    char command[64];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

const char *folder_path(void)
{
    return folder;
}

const char *folder_file(const char *name)
{
    static char files[4][128];
    static unsigned next;
    char *file = files[next++ % 4];
    snprintf(file, sizeof files[0], "%s/%s", folder, name);
    return file;
}

void folder_write(const char *name, const char *content, mode_t mode)
{
    const char *file = folder_file(name);
    unlink(file);
    assert_int_equal(file_write(file, span_of(content), WRITE_OVER), WRITTEN);
    assert_int_equal(chmod(file, mode), 0);
}
