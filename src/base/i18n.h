/* SPDX-License-Identifier: MIT */
/*
 * The user's language: Chinese stands in the source, catalogues (po/) translate it.  N_() marks a string in a table,
 * which is translated where it is shown.
 */
#ifndef BASE_I18N_H
#define BASE_I18N_H

#include <stdbool.h>

#define _(string)  i18n_text(string)
#define N_(string) string

/*
 * Chooses the catalogue of the locale, which setlocale() has set before: from the folder "locale" beside the program
 * (the build's), else from `installed` (absolute, of bindtextdomain()'s shape).
 */
void i18n_start(const char *installed);

/*
 * The translation of own; own itself when there is none, and when what the translation would print is not what own
 * prints: a catalogue is a file, and a "%s" too much in it reads foreign memory.
 */
const char *i18n_text(const char *own) __attribute__((format_arg(1)));

/* Do both, as formats of printf(), take the same arguments? */
bool i18n_formats_agree(const char *own, const char *translation);

#endif
