/* SPDX-License-Identifier: MIT */
/* What the parts of the HTML renderer have in common. */
#ifndef SHEET_SHEET_HTML_H
#define SHEET_SHEET_HTML_H

#include "sheet/columns.h"

/* Its style sheet, for the screen, the phone and paper; @page is the layout's. */
extern const char sheet_html_style[], sheet_html_page_list[], sheet_html_page_table[];

void sheet_html_element(struct buf *out, const char *name, const char *class, struct text text);

/* Has the sheet a list of its units at the end, to which their names are links? */
bool sheet_html_has_units(const struct sheet *sheet);
/* Text in which the names of a part's units of those roles are links to that list; from `from` on bold up to `to`. */
void sheet_html_names(struct buf *out, const struct sheet *sheet, uint32_t part_idx, struct text text);
/* That list: under each unit what it leads and supports here. */
void sheet_html_units(struct buf *out, const struct sheet *sheet);

#endif
