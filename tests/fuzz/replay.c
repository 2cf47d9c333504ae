/* SPDX-License-Identifier: MIT */
/* In a fuzzer's place, where there is none: its target is given each file of a folder, in the order of their names. */
#include <dirent.h>
#include <stdio.h>

#include "../effort.h"
#include "base/file.h"
#include "fuzz/fuzz.h"

static unsigned give(const char *path)
{
    struct buf content = { 0 };
    if (file_read(path, &content, NULL) != 0) {
        perror(path);
        exit(1);
    }
    /* Of its own size, so that a byte too far is seen. */
    uint8_t *data = malloc(content.bytes + !content.bytes);
    LAW(data);
    memcpy(data, content.at ? content.at : "", content.bytes);
    if (getenv("FENGONG_TIMES"))
        fprintf(stderr, "%s\n", path);
    LLVMFuzzerTestOneInput(data, content.bytes);
    free(data);
    buf_fini(&content);
    return 1;
}

int main(int argc, char **argv)
{
    struct dirent **entries;
    int count = argc > 1 ? scandir(argv[1], &entries, NULL, alphasort) : -1;
    if (count <= 2) {
        fprintf(stderr, "%s: nothing to replay\n", argv[0]);
        return 1;
    }
    unsigned given = 0;
    for (int i = 0; i < count; i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", argv[1], entries[i]->d_name);
        if (entries[i]->d_name[0] != '.' && (unsigned)i % effort_step(2, 4) == 0)
            given += give(path);
        free(entries[i]);
    }
    free(entries);
    printf("ok 1 - %u inputs\n", given);
    return 0;
}
