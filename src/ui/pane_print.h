/* SPDX-License-Identifier: MIT */
/*
 * Printing: short lists to choose from, what, in which layout and which format, and one of ways to go on, where to.  The
 * cursor walks over all of them and chooses nothing: Enter or the space bar does.
 */
#ifndef UI_PANE_PRINT_H
#define UI_PANE_PRINT_H

#include "ui/pane.h"
#include "ui/prompt.h"

/* Typing a file's name. */
extern const struct prompt pane_print_path;

/* What is chosen; the sheet is the caller's, made anew. */
struct sheet_subject pane_print_subject(const struct app *app);
enum format pane_print_format(const struct app *app);
enum sheet_layout pane_print_layout(const struct app *app);
struct sheet *pane_print_sheet(const struct app *app);
/* Asks for the file's name again, with what was typed; or says first that the file is there. */
void pane_print_ask_again(struct app *app);
void pane_print_ask_replace(struct app *app);

/* The printers there are, copied: rows to go on to, the default one at hand. */
void pane_print_queues(struct app *app, const struct app_queue *queues, uint32_t queues_count);

#endif
