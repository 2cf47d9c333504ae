/* SPDX-License-Identifier: MIT */
/*
 * The renderers of sheet/: each appends one format.  Called through sheet_write().
 */
#ifndef SHEET_RENDER_H
#define SHEET_RENDER_H

#include "sheet/sheet.h"
#include "sheet/table.h"

void sheet_text(const struct sheet *sheet, struct sheet_options options, struct buf *out);
void sheet_markdown(const struct sheet *sheet, struct sheet_options options, struct buf *out);
void sheet_html(const struct sheet *sheet, struct sheet_options options, struct buf *out);
/* One row a part, with a head row. */
void sheet_csv(const struct sheet *sheet, struct sheet_options options, struct buf *out);
void sheet_tsv(const struct sheet *sheet, struct sheet_options options, struct buf *out);
/* The head row, and a part's; bond and via may be empty. */
void sheet_csv_head(struct table *table);
void sheet_csv_part(const struct breakdown *b, uint32_t part_idx, struct text bond, struct text via,
                    struct table *table);
/* The first cells of such a row: id, heading, leader, title, number, text, label. */
void sheet_csv_place(const struct breakdown *b, const struct part *part, struct table *table);
/* Cells of what a task itself names: deadline, leaders, contact. */
void sheet_csv_named(const struct task *task, struct table *table);
void sheet_json(const struct sheet *sheet, struct sheet_options options, struct buf *out);

#endif
