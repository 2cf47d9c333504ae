/* SPDX-License-Identifier: MIT */
/* Any bytes as a breakdown's file: loading, proof-reading, writing; what is written loads again. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "breakdown/check.h"
#include "breakdown/index.h"
#include "format/load.h"
#include "format/save.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static void check(const uint8_t *data, size_t bytes)
{
    char path[64];
    const char *paths[] = { path };
    struct diags diags = { 0 };
    int fd = memfd_create("breakdown", 0);
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    if (fd < 0 || write(fd, data, bytes) != (ssize_t)bytes)
        abort();
    /* Of an hour that is long past: it is not waited for a writer to be done with it. */
    futimens(fd, (struct timespec[]){ { .tv_sec = 1 }, { .tv_sec = 1 } });
    struct breakdown *b = load_files(paths, 1, &(struct load_options){ .for_check = true }, &diags);
    if (b)
        breakdown_check(b, &diags);
    breakdown_free(b);
    diag_fini(&diags);
    close(fd);
}

static void write_and_read(const struct breakdown *b)
{
    struct diags diags = { 0 };
    struct buf out = { 0 };
    breakdown_save(b, 0, &out);
    struct source source = { .path = "written", .content = buf_view(&out) };
    struct breakdown *again = breakdown_load(&source, 1, &diags);
    if (!again)
        abort();
    breakdown_free(again);
    diag_fini(&diags);
    buf_fini(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
    struct diags diags = { 0 };
    struct source source = { .path = "fuzz", .content = { (const char *)data, bytes } };
    check(data, bytes);
    struct breakdown *b = breakdown_load(&source, 1, &diags);
    if (b) {
        index_free(index_new(b));
        write_and_read(b);
    }
    breakdown_free(b);
    diag_fini(&diags);
    return 0;
}
