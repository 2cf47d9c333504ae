/* SPDX-License-Identifier: MIT */
#include "base/fault.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>

#include "base/i18n.h"

const char *fault_words(int error)
{
    static const struct {
        int error;
        const char *words;
    } known[] = {
        { ENOENT, N_("没有这个文件或文件夹") },
        { EACCES, N_("没有权限") },
        { EPERM, N_("没有权限") },
        { EISDIR, N_("这是文件夹，不是文件") },
        { ENOTDIR, N_("路径中有一段不是文件夹") },
        { ENOSPC, N_("磁盘已满") },
        { EDQUOT, N_("超出磁盘配额") },
        { EROFS, N_("磁盘是只读的") },
        { ENAMETOOLONG, N_("名称太长") },
        { EPIPE, N_("对方已不再接收") },
        { EIO, N_("读写出错") },
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i].error == error)
            return _(known[i].words);
    return strerror(error);
}
