/* SPDX-License-Identifier: MIT */
/* The mouse, where it is switched on: the wheel, and clicks, which panes answer. */
#ifndef UI_MOUSE_H
#define UI_MOUSE_H

#include "ui/app.h"

struct reaction mouse_handle(struct app *app, const struct event *event);

#endif
