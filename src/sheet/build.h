/* SPDX-License-Identifier: MIT */
/* What a sheet says: fills title, subtitle and rows of a new sheet.  Called by sheet_new(). */
#ifndef SHEET_BUILD_H
#define SHEET_BUILD_H

#include "sheet/sheet.h"

void build_all(struct sheet *sheet);
void build_section(struct sheet *sheet, uint32_t section_idx);
void build_task(struct sheet *sheet, uint32_t task_idx);
void build_part(struct sheet *sheet, uint32_t part_idx);
void build_unit(struct sheet *sheet, uint32_t unit_idx);
void build_leader(struct sheet *sheet, uint32_t leader_idx);

/* A new row of a kind at the end; borrowed until the next one. */
struct sheet_row *build_row(struct sheet *sheet, enum sheet_row_kind kind);
void build_heading(struct sheet *sheet, int level, struct text text);
void build_remark(struct sheet *sheet, struct text text);
/* A part's row. */
struct sheet_row *build_item(struct sheet *sheet, uint32_t part_idx);
/* Keeps a text that no part has, for a row's said_idx. */
uint32_t build_said(struct sheet *sheet, struct text text);
/* The remark that says what （牵头） means, when there was one. */
void build_lead_remark(struct sheet *sheet);
void build_tasks(struct sheet *sheet, const bool *tasks, struct text what);
void build_targets(struct sheet *sheet, const bool *tasks, struct text what, enum targets_order order);
void build_changes(struct sheet *sheet, const struct breakdown *old, const struct diff *diff);
/* Where it all comes from: the notice, and the file that was read. */
void build_source(struct sheet *sheet);
/* A section's heading without its ordinal: 袁家军省长主抓重点工作. */
struct text build_bare_heading(const struct section *section);
/* Text composed in the sheet's arena: printf of our own strings and clean texts. */
#define build_printf(sheet, ...) text_printf(&(sheet)->arena, __VA_ARGS__)

#endif
