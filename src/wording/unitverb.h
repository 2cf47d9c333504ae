/* SPDX-License-Identifier: MIT */
/* Verbs behind the names of a list: 牵头, 配合, 按职责分工负责, 结合实际抓好落实. */
#ifndef WORDING_UNITVERB_H
#define WORDING_UNITVERB_H

#include "wording/label.h"

/* Takes the verbs off the end of a stretch; true when there was one that governs what stands before, *hint its role. */
bool unitverb_strip(const struct keyed *k, uint32_t from, uint32_t *to, enum hint *hint);

#endif
