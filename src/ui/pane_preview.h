/* SPDX-License-Identifier: MIT */
/* The preview: what is chosen in the print dialog as it will be written or printed, page by page. */
#ifndef UI_PANE_PREVIEW_H
#define UI_PANE_PREVIEW_H

#include "ui/pane.h"

/* Gives it the keys, on its first page. */
void pane_preview_open(struct app *app);
void pane_preview_trail(const struct app *app, struct buf *out);

#endif
