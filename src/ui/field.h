/* SPDX-License-Identifier: MIT */
/* One line of text being typed; edits go by grapheme cluster. */
#ifndef UI_FIELD_H
#define UI_FIELD_H

#include "ui/action.h"
#include "ui/grid.h"

struct field {
    struct buf text; /* clean */
    size_t cursor_bytes;
};

void field_fini(struct field *field);
void field_set(struct field *field, struct text text);
struct text field_text(const struct field *field);
/* Inserts at the cursor. Line breaks and tabs are blanks already (clean text). */
void field_insert(struct field *field, struct text text);
void field_insert_char(struct field *field, uint32_t codepoint);
/* An editing action of CONTEXT_FIELD. Returns whether the text or the cursor changed. */
bool field_edit(struct field *field, enum action action);
/* Draws it in cols columns, scrolled so that the cursor is visible, and puts the grid's cursor there. */
void field_draw(const struct field *field, struct grid *grid, int row, int col, int cols);

#endif
