/* SPDX-License-Identifier: MIT */
#include "ui/progress.h"

#include "base/i18n.h"

enum { MIB_BYTES = 1024 * 1024, TELLS_FROM_MS = 300 };

/* Whole seconds that the rest takes, as far as can be told; 0: it cannot, or it is nothing. */
static long long rest_s(const struct progress *progress)
{
    if (progress->spent_ms < TELLS_FROM_MS || !progress->bytes)
        return 0;
    double rest_ms =
        (double)progress->spent_ms * (double)(progress->all_bytes - progress->bytes) / (double)progress->bytes;
    return (long long)((rest_ms + 999) / 1000);
}

void progress_put(const struct progress *progress, const char *go_on_key, struct buf *out)
{
    double part = progress->all_bytes ? (double)progress->bytes / (double)progress->all_bytes : 0;
    long long seconds = progress->reading == READING_ON ? rest_s(progress) : 0;
    buf_printf(out, progress->reading == READING_STOPPED ? _("只读到 %d%%") : _("读取 %d%%"), (int)(part * 100));
    if (progress->reading == READING_STOPPED && go_on_key)
        buf_printf(out, _(" · %s 接着读"), go_on_key);
    buf_printf(out, _(" · %zu/%zu兆 · %u项"), progress->bytes / MIB_BYTES, progress->all_bytes / MIB_BYTES,
               progress->tasks);
    if (seconds)
        buf_printf(out, _(" · 还要%lld秒"), seconds);
}
