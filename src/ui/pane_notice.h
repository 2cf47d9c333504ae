/* SPDX-License-Identifier: MIT */
/* Beside the doubts: the notice's lines round the selected one, with the stretch marked, and the task that came of it. */
#ifndef UI_PANE_NOTICE_H
#define UI_PANE_NOTICE_H

#include "ui/pane.h"

extern const struct pane_ops pane_notice;

#endif
