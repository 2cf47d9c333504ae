/* SPDX-License-Identifier: MIT */
/* A thing as the last step of the trail in the footer: 冯飞 › 2.7, 单位 › 省发展改革委. */
#ifndef UI_TRAIL_H
#define UI_TRAIL_H

#include "base/buf.h"
#include "ui/link.h"

struct app;

void trail_put(const struct app *app, struct link link, struct buf *out);
/* A step more: " › 省发展改革委". */
void trail_step(const struct app *app, struct link link, struct buf *out);

#endif
