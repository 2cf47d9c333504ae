/* SPDX-License-Identifier: MIT */
/*
 * What the system says went wrong, in the user's language: the C library's own words are English wherever its
 * translations are not installed, and that is nearly everywhere.
 */
#ifndef BASE_FAULT_H
#define BASE_FAULT_H

/* Words for an errno; strerror()'s for one that is rare. */
const char *fault_words(int error);

#endif
