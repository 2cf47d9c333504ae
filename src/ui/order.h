/* SPDX-License-Identifier: MIT */
/* The orders that units can be listed in; the official one is the first, and what every other falls back on. */
#ifndef UI_ORDER_H
#define UI_ORDER_H

#include "breakdown/index.h"

enum order { ORDER_NOTICE, ORDER_LEAD, ORDER_SUPPORT, ORDER_TOTAL, ORDER_PINYIN, ORDERS_COUNT };

/* All unit indices in an order; rows has room for every unit. */
void order_units(const struct breakdown *b, const struct index *index, enum order order, uint32_t *rows);
/* "按牵头", in the user's language. */
const char *order_name(enum order order);

#endif
