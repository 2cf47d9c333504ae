/* SPDX-License-Identifier: MIT */
#include "format/source.h"

#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

/* Fewer are not worth the call. */
enum { GIVE_BACK_BYTES = 1024 * 1024 };

int source_read(struct source *source, const char *path)
{
    *source = (struct source){ .path = path };
    int result = file_read_up_to(path, SOURCE_LIMIT_BYTES, &source->held, &source->stamp);
    source->content = buf_view(&source->held);
    return result;
}

void source_give_back(struct source *source, size_t to_bytes)
{
    if (!source->held.at || to_bytes < source->given_back_bytes + GIVE_BACK_BYTES)
        return;
#ifdef MADV_DONTNEED
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE), at = (uintptr_t)source->held.at;
    uintptr_t from = (at + source->given_back_bytes + page - 1) / page * page, to = (at + to_bytes) / page * page;
    if (from < to && madvise((void *)from, to - from, MADV_DONTNEED) == 0)
        source->given_back_bytes = to_bytes;
#endif
}

bool source_read_again(struct source *source)
{
    struct buf again = { 0 };
    struct file_stamp stamp;
    if (!source->given_back_bytes)
        return true;
    if (file_read_up_to(source->path, SOURCE_LIMIT_BYTES, &again, &stamp) < 0 || again.bytes != source->held.bytes ||
        !file_stamp_equal(&stamp, &source->stamp)) {
        buf_fini(&again);
        return false;
    }
    buf_fini(&source->held);
    source->held = again;
    source->content = buf_view(&source->held);
    source->given_back_bytes = 0;
    return true;
}

void source_fini(struct source *source)
{
    buf_fini(&source->held);
    *source = (struct source){ 0 };
}
