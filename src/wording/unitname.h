/* SPDX-License-Identifier: MIT */
/*
 * What names of units are made of: endings (厅 局 委 …政府), words of administrative levels
 * (市、县（市、区）), phrases that stand for many (各, 有关, 其他…).  All stretches are of a key (wording/keyed.h).
 */
#ifndef WORDING_UNITNAME_H
#define WORDING_UNITNAME_H

#include "wording/keyed.h"

/* A complete name by its ending: 省发展改革委, 杭州市政府, 国务院相关部门.  社会, 全部, 承办 are none. */
bool unitname_complete(const struct keyed *k, uint32_t from, uint32_t to);

/* A place without its government: 温州市, 苍南县, 滨海新区. */
bool unitname_place(const struct keyed *k, uint32_t from, uint32_t to);

/* Bytes of the government's ending that a place carries (苍南县|政府, 越城区|人民政府); 0 when it carries none. */
uint32_t unitname_government(const struct keyed *k, uint32_t from, uint32_t to);

/* Starts as a phrase for many does: 各, 有关, 相关, 其他, 全省, 沿线 …; the bytes of it, 0 when it does not. */
uint32_t unitname_many(const struct keyed *k, uint32_t from, uint32_t to);

/* One word of an administrative level with what it may carry in brackets: 市, 县（市、区）, 自治州; its bytes or 0. */
uint32_t unitname_level(const struct keyed *k, uint32_t from, uint32_t to);

/* A word that shares a 各 before it: 街道, 开发区管委会, 部门. */
bool unitname_generic(const struct keyed *k, uint32_t from, uint32_t to);

/* Where the 等 (等部门, 等有关单位) starts that a stretch ends in, behind a name; to when it ends in none. */
uint32_t unitname_before_deng(const struct keyed *k, uint32_t from, uint32_t to);

/* Does 各乡镇政府 behind a 等 add a collective, not only say "and others" (等各有关部门)? */
bool unitname_behind_deng(const struct keyed *k, uint32_t from, uint32_t to);

/* Where 及 和 与 以及 part two complete names: the offset of the conjunction, its bytes in *bytes; to when nowhere. */
uint32_t unitname_conjunction(const struct keyed *k, uint32_t from, uint32_t to, uint32_t *bytes);

#endif
