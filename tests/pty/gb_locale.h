/* SPDX-License-Identifier: MIT */
/* A GB18030 locale of the tests' own, made with localedef for as long as they run. */
#ifndef PTY_GB_LOCALE_H
#define PTY_GB_LOCALE_H

/* For cmocka_run_group_tests(); return 0. */
int gb_locale_make(void **state);
int gb_locale_drop(void **state);

/* "LOCPATH=…", for LC_ALL=zh_CN.GB18030; empty where the system has no localedef or no sources for it. */
const char *gb_locale(void);

#endif
