/* SPDX-License-Identifier: MIT */
/*
 * The lines below a part's text: 责任单位：省发展改革委（牵头）、省商务厅.  They are made for a row when it is set, and forgotten
 * after it: a sheet of 100,000 tasks keeps none of them.
 */
#ifndef SHEET_FACTS_H
#define SHEET_FACTS_H

#include "sheet/sheet.h"

/*
 * The unit list is the notice's own wording; where the notice's rule (lead-rule) makes the first one lead, （牵头） is put
 * behind that name.
 */
struct sheet_fact {
    struct text label; /* 责任单位, 经由, 完成时限; empty: the text stands alone, in （） */
    struct text text;
    /* Who leads, as bytes of text; equal when nobody in particular. */
    uint32_t lead_from_bytes;
    uint32_t lead_to_bytes;
};

enum { FACTS_MAX = 8 };

/* The unit lists and other facts of a row that is an item; texts in arena.  Returns how many. */
uint32_t facts_of_row(const struct sheet *sheet, const struct sheet_row *row, struct arena *arena,
                      struct sheet_fact items[FACTS_MAX]);
/* Is there a （牵头） among them that a remark must explain? */
bool facts_mark_lead(const struct breakdown *b, uint32_t part_idx);

#endif
