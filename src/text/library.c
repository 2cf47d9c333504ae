/* SPDX-License-Identifier: MIT */
#include "text/library.h"

#include <unistring/version.h>

void text_library(struct buf *out)
{
    buf_printf(out, "libunistring %d.%d", _libunistring_version >> 16, _libunistring_version >> 8 & 0xff);
}
