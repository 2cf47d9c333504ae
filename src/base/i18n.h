/* SPDX-License-Identifier: MIT */
/*
 * The user's language: Chinese stands in the source, catalogues (po/) translate it.  N_() marks a string in a table,
 * which is translated where it is shown.
 */
#ifndef BASE_I18N_H
#define BASE_I18N_H

#include <libintl.h>

#define _(string)  gettext(string)
#define N_(string) string

#endif
