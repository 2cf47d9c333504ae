/* SPDX-License-Identifier: MIT */
/*
 * Chinese punctuation made full-width by GB/T 15834-2011: , : ; ? ! ( ) and straight quotes where they stand in
 * Chinese.  Numbers (1,000 8:30 2.5), Latin text and addresses are left alone, so is what is full-width already.
 */
#ifndef NOTICE_PUNCTUATION_H
#define NOTICE_PUNCTUATION_H

#include "text/text.h"

/* Appends one paragraph.  Idempotent. */
void punctuation_full(struct text paragraph, struct buf *out);

#endif
