/* SPDX-License-Identifier: MIT */
/*
 * The names of leaders in a task's own field (责任领导, 牵头领导): 张三; 副县长李四、王　五; 艾力·买买提（副州长）.  The loader
 * keeps the field as it is written; here it is read for finding, counting and sorting.
 */
#ifndef WORDING_LEADERNAME_H
#define WORDING_LEADERNAME_H

#include "wording/keyed.h"

/* title is empty where none is said.  The name has no blank between its characters. */
struct leader_name {
    struct text name, title;
};

/* Fills up to max names, in the order of the field, and returns how many; texts in arena or borrowed from field. */
uint32_t leadername_split(struct arena *arena, struct text field, struct leader_name *names, uint32_t max);

/* Is the stretch a person's name: two or three characters, four with 欧阳 and the like, blanks not counted; 努尔·白克力 by its dot? */
bool leadername_is(const struct keyed *k, uint32_t from, uint32_t to);

/* The bytes of an office with its ranks at `at`: 市委常委, 常务副市长; 0 when there is none. */
uint32_t leadername_office(const struct keyed *k, uint32_t at, uint32_t to);

/* The surname: 冯, 欧阳; empty for a name with a middle dot, and for one character. */
struct text leadername_surname(struct text name);

#endif
