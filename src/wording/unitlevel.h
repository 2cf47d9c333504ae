/* SPDX-License-Identifier: MIT */
/*
 * The level that a department belongs to (省|财政厅, 浙江省|财政厅, 区党工委|政法工作部) and that a list says once: 省发展改革委、
 * 能源局 are two bodies of the province.  All stretches are of a key (wording/keyed.h).
 */
#ifndef WORDING_UNITLEVEL_H
#define WORDING_UNITLEVEL_H

#include "wording/keyed.h"

/* Has a name its level, does it lack one by its stem (能源局), or by its ending only (农发局)? */
enum unitlevel { UNITLEVEL_OWN, UNITLEVEL_LACKS, UNITLEVEL_MAY_LACK };

/*
 * Bytes of the level prefix of a department: 省|财政厅, 浙江省|财政厅, 市委|组织部 (*party set); 0 for 市场监管总局, 杭州海关,
 * 教育部.
 */
uint32_t unitlevel_prefix(const struct keyed *k, uint32_t from, uint32_t to, bool *party);

/* Would a name take a level?  party: of the party's body as well (宣传部); town: of a 镇 or 街道 (财政所, 综治中心). */
enum unitlevel unitlevel_of_bare(const struct keyed *k, uint32_t from, uint32_t to, bool party, bool town);

#endif
