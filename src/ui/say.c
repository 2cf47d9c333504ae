/* SPDX-License-Identifier: MIT */
#include <stdarg.h>

#include "ui/say.h"

struct text say(struct buf *buf, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    buf_clear(buf);
    buf_vprintf(buf, format, args);
    va_end(args);
    return text_composed(buf_view(buf));
}
