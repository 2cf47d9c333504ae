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

/*
 * Chooses the catalogue of the locale, which setlocale() has set before: from the folder "locale" beside the program
 * (the build's), else from `installed` (absolute, of bindtextdomain()'s shape).
 */
void i18n_start(const char *installed);

#endif
