/* SPDX-License-Identifier: MIT */
/* Numbers as automatic numbering writes them: ISO/IEC 29500-1, 17.18.59 (ST_NumberFormat), as Word shows them. */
#ifndef DOCUMENT_ORDINAL_H
#define DOCUMENT_ORDINAL_H

#include <stdint.h>

#include "base/buf.h"
#include "base/span.h"

enum ordinal {
    ORDINAL_DECIMAL,
    ORDINAL_DECIMAL_ZERO, /* 01 */
    ORDINAL_FULL_WIDTH,   /* １ */
    ORDINAL_UPPER_LETTER, /* A … Z, AA, BB */
    ORDINAL_LOWER_LETTER,
    ORDINAL_UPPER_ROMAN,
    ORDINAL_LOWER_ROMAN,
    ORDINAL_HAN,        /* 一 … 十一 … 一百零五 */
    ORDINAL_HAN_DIGITS, /* 一〇五 */
    ORDINAL_HAN_LEGAL,  /* 壹佰零伍 */
    ORDINAL_STEM,       /* 甲 … 癸 */
    ORDINAL_BRANCH,     /* 子 … 亥 */
    ORDINAL_CIRCLE,     /* ① */
    ORDINAL_BRACKET,    /* ⑴ */
    ORDINAL_FULL_STOP,  /* ⒈ */
    ORDINAL_HAN_CIRCLE, /* ㊀ */
    ORDINAL_NONE,
    ORDINAL_BULLET
};

/* By the name of ST_NumberFormat; a format that Chinese documents do not use counts as decimal. */
enum ordinal ordinal_of(struct span name);

/* Appends number; where the form ends (① at 50, 甲 at 10) it goes on in decimal, as Word does. */
void ordinal_put(struct buf *out, enum ordinal ordinal, uint32_t number);

#endif
