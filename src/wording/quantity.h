/* SPDX-License-Identifier: MIT */
/*
 * Targets in figures (量化指标) in a task's text: 新增义务教育学校200个, 下降3%以上, 500家企业, 十大名山公园.  Not figures that
 * are no targets: days and years (2020年, 6月底), ordinals (第三), names in quotes (“四大建设”), what has no unit of measure.
 */
#ifndef WORDING_QUANTITY_H
#define WORDING_QUANTITY_H

#include "text/text.h"

struct quantity {
    size_t from_bytes, to_bytes; /* the figure with its unit, and with 以上, 左右 behind it */
    struct text verb;            /* 新增, 建成, 下降; empty when none is said */
    struct text object;          /* 义务教育学校; empty when none is said */
    struct text number;          /* 200, 10—15, 1.5万, 十 */
    struct text unit;            /* 个, 亿元, %, 平方公里 */
};

/* Fills up to max quantities of text, in order, and returns how many; texts are borrowed from text. */
uint32_t quantity_find(struct text text, struct quantity *quantities, uint32_t max);

#endif
