/* SPDX-License-Identifier: MIT */
/*
 * What the system says went wrong, in the user's language: the C library's own words are English wherever its
 * translations are not installed, and that is nearly everywhere.
 */
#ifndef BASE_FAULT_H
#define BASE_FAULT_H

/* Words for the errno of file_read(), of file_write() or another writing; strerror()'s for one that is rare. */
const char *fault_reading(int error);
const char *fault_writing(int error);

#endif
