/* SPDX-License-Identifier: MIT */
/* The doubts of an imported notice: a list, and beside it the notice's lines and the task that came of them. */
#ifndef UI_PANE_REVIEW_H
#define UI_PANE_REVIEW_H

#include "ui/pane.h"
#include "ui/review.h"

const struct review *pane_review_of(const struct app *app);
/* The doubt that is selected; NULL when there is none. */
const struct review_doubt *pane_review_selected(const struct app *app);

#endif
