/* SPDX-License-Identifier: MIT */
/*
 * Printing: two short lists to choose from, what and how, and one of ways to go on, where to.  The cursor walks over
 * all of them and chooses nothing: Enter or the space bar does.
 */
#ifndef UI_PANE_PRINT_H
#define UI_PANE_PRINT_H

#include "ui/pane.h"
#include "ui/prompt.h"

extern const struct pane_ops pane_print;
/* Typing a file's name. */
extern const struct prompt pane_print_path;

/* What is chosen. */
struct sheet_subject pane_print_subject(const struct app *app);
enum format pane_print_format(const struct app *app);
/* Asks for the file's name again, with what was typed; or says first that the file is there. */
void pane_print_ask_again(struct app *app);
void pane_print_ask_replace(struct app *app);

#endif
