/* SPDX-License-Identifier: MIT */
/* What a web page puts behind a notice (分享, 责任编辑, links), and what a notice ends with (a date, 此件公开发布). */
#ifndef NOTICE_PAGE_TAIL_H
#define NOTICE_PAGE_TAIL_H

#include "wording/keyed.h"

/* Words of a page's frame, parted by '|': where one stands, no text of a notice does. */
extern const char page_tail_words[];

/* Does a page's tail, or a notice's closing remark, start at i?  The bytes of its first word, or 0. */
uint32_t page_tail_at(const struct keyed *k, uint32_t i, uint32_t to);

/*
 * Where in a unit list [from, to) the page's tail, or the signature and its date, starts (…统计局 甲区管委会 2024年9月20日,
 * …统计局[打印]); to when it holds neither.
 */
uint32_t page_tail_of_list(const struct keyed *k, uint32_t from, uint32_t to);

/* What ends an item for good: the date below the text, a list of annexes, a page's tail. */
bool page_tail_closes(const struct keyed *k, uint32_t from, uint32_t to);

/* Could it be who signs: one body, and nothing else? */
bool page_tail_signs(const struct keyed *k, uint32_t from, uint32_t to);

#endif
