/* SPDX-License-Identifier: MIT */
/* A GB18030 locale of the tests' own: make has made it, which takes five seconds, in the folder that GB_LOCALE names. */
#ifndef PTY_GB_LOCALE_H
#define PTY_GB_LOCALE_H

/* "LOCPATH=…", for LC_ALL=zh_CN.GB18030; empty where the system has no localedef or no sources for it. */
const char *gb_locale(void);

#endif
