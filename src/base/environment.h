/* SPDX-License-Identifier: MIT */
#ifndef BASE_ENVIRONMENT_H
#define BASE_ENVIRONMENT_H

#include <stdbool.h>

/* Does the user switch something off by this variable: is it "no", "off" or "0"? */
bool environment_refuses(const char *variable);

/*
 * For restricted mode, before anything reads the environment: what is not on the list goes (GCONV_PATH, LOCPATH, LANGUAGE,
 * TERMINFO, HOME, XDG_…, FENGONG_…: libraries would read files of the user's choice, or run what they name), and what is
 * on it stays only in a harmless form.  PATH becomes the system's.  False when there is no memory for that.
 */
bool environment_rebuild(void);

#endif
