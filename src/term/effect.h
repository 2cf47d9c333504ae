/* SPDX-License-Identifier: MIT */
/*
 * What the shell does to the world at a reaction's word: copying, printing, asking for printers, editing.  Each asks
 * whether it may where the act happens, and says on the screen what became of it.
 */
#ifndef TERM_EFFECT_H
#define TERM_EFFECT_H

#include "term/shell.h"

void effect_copy(struct shell *shell, const struct reaction *reaction);
/* The print job, to a file or to a printer. */
void effect_print(struct shell *shell, const struct reaction *reaction, bool to_printer);
/* Offers the printers there are. */
void effect_queues(struct shell *shell, const struct reaction *reaction);

/* An editor at a line of a file. Whether it ran: then the screen may have another size, and the file may be another. */
bool effect_edit(struct shell *shell, const struct reaction *reaction);

#endif
