/* SPDX-License-Identifier: MIT */
/* What the print dialog offers to print: what is marked, then what is selected and what belongs with it. */
#ifndef UI_PRINT_OFFER_H
#define UI_PRINT_OFFER_H

#include <stdbool.h>

struct again;
struct app;
struct print_dialog;

void print_offer(const struct app *app, struct print_dialog *print);
/* After a reload: the same things. False when one of them is gone. */
bool print_offer_again(const struct app *app, struct print_dialog *print, const struct again *again);

#endif
