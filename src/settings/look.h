/* SPDX-License-Identifier: MIT */
/* A look in words: "bold 163", "underline black on cyan", "none"; a colour is a name, a number to 255, or default. */
#ifndef SETTINGS_LOOK_H
#define SETTINGS_LOOK_H

#include "base/buf.h"
#include "text/theme.h"

/* False when it is none: then *wrong is the word that is not understood, empty where a colour is missing behind on. */
bool look_read(struct span words, struct look *look, struct span *wrong);
/* Appends the words that look_read() reads as this look. */
void look_put(struct look look, struct buf *out);

struct near_word;
/* Tries all words of looks. */
void look_near(struct near_word *near);

#endif
