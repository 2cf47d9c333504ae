/* SPDX-License-Identifier: MIT */
#include "command/paper.h"

#include <errno.h>

#include "base/capability.h"
#include "base/fault.h"
#include "base/i18n.h"
#include "command/command.h"
#include "command/message.h"
#include "system/helper.h"

int paper_become(const struct job *job, const struct buf *input)
{
    char path[HELPER_PATH_BYTES];
    if (!capability_allowed(job->options->restricted, CAPABILITY_START_PROGRAM)) {
        message(_("受限模式不启动 fengong-paper"));
        return STATUS_USAGE;
    }
    if (!helper_find(path)) {
        message(_("没有 fengong-paper，PDF、Excel、Word 由它读写：请安装软件包 fengong-paper"));
        return STATUS_FAILED;
    }
    if (!input || helper_give_input(buf_view(input)))
        helper_become(path, job->options->argv);
    message(_("无法启动 %s：%s"), path, fault_reading(errno));
    return STATUS_FAILED;
}
