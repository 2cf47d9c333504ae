/* SPDX-License-Identifier: MIT */
/* Whole numbers as notices write them. */
#ifndef WORDING_NUMBER_H
#define WORDING_NUMBER_H

#include "text/text.h"

/* The value of 12, 十二, 二十, 三百零五, up to six digits; 0 when text is no such number. */
unsigned number_of(struct text text);

#endif
