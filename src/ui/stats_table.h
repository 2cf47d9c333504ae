/* SPDX-License-Identifier: MIT */
/* The table of the statistics: how often each unit stands in each leader's part. */
#ifndef UI_STATS_TABLE_H
#define UI_STATS_TABLE_H

#include "text/lines.h"
#include "ui/order.h"

struct app;

void stats_table_lines(const struct app *app, enum order order, int cols, struct lines *lines);

#endif
