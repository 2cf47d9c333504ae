/* SPDX-License-Identifier: MIT */
/*
 * Only in the program that is one file ("make static"): the linker (--wrap) leads calls of NAME to __wrap_NAME, from our
 * code and from curses, and __real_NAME is the library's.  What needs files of a whole system is done without: locales
 * and their encodings, iconv's modules, catalogues, descriptions of terminals.  Even where those are there they may be
 * of another C library than the one in the file.
 */
#ifndef STATIC_WRAP_H
#define STATIC_WRAP_H

#include <iconv.h>
#include <langinfo.h>
#include <stdio.h>
#include <wchar.h>

/* locale.c: "C", and every name that ends in UTF-8, GB18030, GBK or GB2312. */
char *__wrap_setlocale(int category, const char *name);
char *__wrap_nl_langinfo(nl_item item);
size_t __wrap_mbrtowc(wchar_t *c, const char *at, size_t bytes, mbstate_t *shift);
size_t __wrap_wcrtomb(char *at, wchar_t c, mbstate_t *shift);
/* Knows none but what is our own (text/charset.h). */
iconv_t __wrap_iconv_open(const char *to, const char *from);

/* catalogue.c: those that are in the file. */
char *__wrap_dcgettext(const char *domain, const char *own, int category);

/* terminfo.c: the system's descriptions, then those that are in the file.  SCREEN without curses' header. */
int __wrap_setupterm(const char *kind, int fd, int *found);
int __real_setupterm(const char *kind, int fd, int *found);
void *__wrap_newterm(const char *kind, FILE *out, FILE *in);
void *__real_newterm(const char *kind, FILE *out, FILE *in);

#endif
