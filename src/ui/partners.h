/* SPDX-License-Identifier: MIT */
/* With whom a unit has a duty: who leads it, and who else supports. */
#ifndef UI_PARTNERS_H
#define UI_PARTNERS_H

#include "breakdown/index.h"

/* Has anybody else a part in the duty? */
bool partners_any(const struct breakdown *b, const struct owed *owed, uint32_t unit_idx);
/*
 * Appends the others of a duty's list, in its order, each role with its sign: "牵 省财政厅 参 省商务厅、省科技厅 +3".
 * As many whole names as fit in room columns, the first one clipped if it must be.  Nothing when there are none.
 */
void partners_put(const struct breakdown *b, const struct owed *owed, uint32_t unit_idx, int room, int ambiguous_cols,
                  struct buf *out);

#endif
