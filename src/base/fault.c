/* SPDX-License-Identifier: MIT */
#include "base/fault.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"

_Static_assert(FILE_LIMIT_BYTES == 64 * 1024 * 1024, "a message says so");

static const struct words {
    int error;
    const char *reading, *writing; /* NULL: nothing better than strerror() */
} known[] = {
    { ENOENT, N_("没有这个文件"), N_("没有这个文件夹") },
    { ENOTDIR, N_("没有这个文件"), N_("没有这个文件夹") },
    { EISDIR, N_("这是文件夹，不是文件"), N_("这是文件夹，不是文件") },
    { EFBIG, N_("文件太大：最多64兆字节"), N_("文件太大") },
    { EINVAL, N_("不是普通文件"), NULL },
    { EACCES, N_("没有读这个文件的权限"), N_("没有写的权限") },
    { EPERM, N_("没有读这个文件的权限"), N_("没有写的权限") },
    { ENOSPC, NULL, N_("磁盘空间不够") },
    { EDQUOT, NULL, N_("超出磁盘配额") },
    { EROFS, NULL, N_("磁盘只能读") },
    { ENAMETOOLONG, N_("名称太长"), N_("名称太长") },
    { EPIPE, NULL, N_("对方已不再接收") },
    { EBUSY, N_("正在被写入"), NULL },
    { EINTR, NULL, N_("被中断") },
    { EIO, N_("读写出错"), N_("读写出错") },
};

static const struct words *words_of(int error)
{
    static const struct words none;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i].error == error)
            return &known[i];
    return &none;
}

const char *fault_reading(int error)
{
    const char *words = words_of(error)->reading;
    return words ? _(words) : strerror(error);
}

const char *fault_writing(int error)
{
    const char *words = words_of(error)->writing;
    return words ? _(words) : strerror(error);
}
