/* SPDX-License-Identifier: MIT */
/* Generated data (tools/gen-gb18030.py): see text/gb18030.h. */
#ifndef TEXT_GB18030_TABLE_H
#define TEXT_GB18030_TABLE_H

#include <uchar.h>

enum { GB18030_TRAILS = 190, GB18030_TWO_BYTES = 126 * GB18030_TRAILS };

/* By (lead - 0x81) * GB18030_TRAILS + trail's index; all of them are there. */
extern const char16_t gb18030_two_bytes[GB18030_TWO_BYTES + 1];

#endif
