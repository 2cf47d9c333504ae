/* SPDX-License-Identifier: MIT */
#include "notice/token.h"

uint32_t notice_table(struct notice *notice, uint32_t line_idx)
{
    (void)notice;
    return line_idx;
}
