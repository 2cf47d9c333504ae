/* SPDX-License-Identifier: MIT */
/* Between the emulator's two files: what its cells can do, and the control characters and sequences that ask for it. */
#ifndef PTY_EMULATOR_CONTROL_H
#define PTY_EMULATOR_CONTROL_H

#include "pty/emulator.h"

struct emulator_cell *cells_at(const struct emulator *e, int row, int col);
/* Blanks in the background in use; erase also frees the other halves of wide characters at the edges. */
void cells_blank(struct emulator *e, int row, int from, int to);
void cells_erase(struct emulator *e, int row, int from, int to);
int cells_clamp(int value, int low, int high);
/* Lines top..bottom move up (lines > 0) or down. */
void cells_scroll(struct emulator *e, int top, int bottom, int lines);
void cells_line_feed(struct emulator *e);
void cells_put(struct emulator *e, uint32_t c);
void cells_move_to(struct emulator *e, int row, int col);
/* Behind the cursor, in its row: blanks inserted, or cells deleted. */
void cells_shift_cells(struct emulator *e, int count, bool insert);

/* A sequence at the head of bytes, which begin with ESC: its length, 0 when more must come. */
size_t control_escape(struct emulator *e, const char *bytes, size_t count);
/* False for what is no control character. */
bool control_char(struct emulator *e, char c);

#endif
