/* SPDX-License-Identifier: MIT */
/* Headings: the leader in 一、袁家军省长主抓重点工作, the livelihood part, lines that are headings without a number. */
#ifndef NOTICE_HEADING_H
#define NOTICE_HEADING_H

#include "wording/keyed.h"

struct heading {
    struct text leader; /* 袁家军; without the blanks of 王 浩 */
    struct text title;  /* 常务副省长; 市委常委、副市长 */
    struct text role;   /* 主抓, 牵头, 分管; may be empty */
};

/* The leader in a heading's text [from, to) (without its number); false when there is none. */
bool heading_leader(struct arena *arena, const struct keyed *k, uint32_t from, uint32_t to, struct heading *out);

/* 十方面民生实事 … */
bool heading_livelihood(const struct keyed *k, uint32_t from, uint32_t to);

/* Short, without a sentence's marks: could be a heading without a number. */
bool heading_shape(const struct keyed *k, uint32_t from, uint32_t to);

/* Is it one by its words whatever stands round it (a leader, 民生实事, …重点工作)? */
bool heading_sure(struct arena *arena, const struct keyed *k, uint32_t from, uint32_t to);

/* A part of a notice that never holds tasks: 总体要求, 指导思想, 保障措施 … */
bool heading_frame(const struct keyed *k, uint32_t from, uint32_t to);

#endif
