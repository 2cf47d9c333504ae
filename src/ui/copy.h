/* SPDX-License-Identifier: MIT */
/* What is copied or shown bare: a task as one official sentence, a unit's duties, the sheet, the pane. */
#ifndef UI_COPY_H
#define UI_COPY_H

#include "ui/app.h"

/* What is marked, else what is selected, as a sentence each, or the whole sheet, for the clipboard. */
struct reaction copy_selected(struct app *app, bool whole_sheet);
/* The pane that has the keys, for the bare screen. */
struct reaction copy_plain(struct app *app);

#endif
