/* SPDX-License-Identifier: MIT */
/*
 * Targets in figures (量化指标) in a task's text: 新增义务教育学校200个, 下降3%以上, 500家企业, 十大名山公园, and the words that
 * stand for one: 全覆盖, 清零, 翻一番.  Not figures that are no targets: days and years (2020年, 6月底), ordinals (第三),
 * what is in quotes (“四大建设”, “最多20个工作日”), names that count what they list (领雁、领航四大计划), what has no unit of
 * measure (5G, 10+1), spans of time but where something is brought down to them (压缩到3个工作日).
 */
#ifndef WORDING_QUANTITY_H
#define WORDING_QUANTITY_H

#include "text/text.h"

struct quantity {
    size_t from_bytes, to_bytes; /* the figure with its unit, and with 以上, 左右 behind it */
    struct text verb;            /* 新增, 启动建设, 下降; empty when none is said */
    struct text object;          /* 义务教育学校; empty when none is said */
    struct text number;          /* 200, 10—15, 1.5万, 十, 三分之二; 全覆盖 */
    struct text unit;            /* 个, 亿元, %, 吨/年; empty: 208万农村居民, 三分之二, 全覆盖 */
    double value;                /* to sort by, finite: what the number is worth, of a range its lower end; -1: none */
};

/* Zero-initialised is empty; whoever has it frees items. */
struct quantities {
    struct quantity *items;
    size_t cap;
    uint32_t count;
};

/* Puts all quantities of text, in order, in the place of those that *found had; texts are borrowed from text. */
void quantity_find(struct text text, struct quantities *found);

#endif
