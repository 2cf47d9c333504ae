/* SPDX-License-Identifier: MIT */
/* The sheet as a Word document (ECMA-376), in real styles, to be edited; docx_render() alone is for others. */
#ifndef PAPER_DOCX_H
#define PAPER_DOCX_H

#include "paper/parts.h"
#include "sheet/page.h"

/* A twentieth of a point, Word's measure. */
enum {
    DOCX_A4_SHORT = 11906,
    DOCX_A4_LONG = 16838,
    DOCX_TYPE_WIDTH = 8844,   /* 156 mm */
    DOCX_TABLE_WIDTH = 12756, /* 225 mm */
    DOCX_TABLE_CELL = 120,    /* half an em of 12 points */
};

bool docx_render(const struct sheet *sheet, struct sheet_options options, struct buf *out, struct buf *said);

/* The parts beside the text: what they all say is fixed, or little more than the title. */
void docx_put_styles(bool table, struct buf *out);
void docx_put_settings(struct buf *out);
void docx_put_fonts(struct buf *out);
/* An odd page has its number on the right, an even one on the left; in a table always right. */
void docx_put_footer(const struct sheet *sheet, bool even, bool table, struct buf *out);
void docx_put_core(const struct sheet *sheet, struct sheet_options options, struct buf *out);
extern const char docx_types[], docx_package[], docx_relations[];

#endif
