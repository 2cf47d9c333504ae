/* SPDX-License-Identifier: MIT */
/*
 * Levels over the whole notice: a list may say 农发局 where another says 区农发局.  One body must not become two, and where
 * the level is a guess somebody should look.
 */
#ifndef NOTICE_LEVELS_H
#define NOTICE_LEVELS_H

#include "notice/token.h"
#include "wording/unitlist.h"

/* Reads the names of all unit lists. */
void levels_read(struct notice *notice);

/* Names the bare units of a list by what the notice writes in full, and reports what is uncertain, each name once. */
void levels_settle(struct notice *notice, struct unitlist *list, uint32_t line_no);

#endif
