/* SPDX-License-Identifier: MIT */
/*
 * The forms in which the program gives something out: one table, a row a format.  Options, help, the print dialog and
 * what encodes and delivers read it; the manual and the completions are compared with it by tests/house.
 */
#ifndef SHEET_FORMAT_H
#define SHEET_FORMAT_H

#include <stdbool.h>

#include "base/buf.h"
#include "text/text.h"

struct sheet;
struct sheet_options;

enum format {
    FORMAT_TEXT,
    FORMAT_MARKDOWN,
    FORMAT_HTML,
    FORMAT_CSV,
    FORMAT_TSV,
    FORMAT_JSON,
    FORMAT_YAML,
    FORMAT_PDF,
    FORMAT_XLSX,
    FORMAT_DOCX,
    FORMATS_COUNT
};

/* What a format is possible for: bits of format_row.uses. */
enum {
    FORMAT_FOR_WORDS = 1,    /* what only speaks: browse, check */
    FORMAT_FOR_ANSWER = 2,   /* show, unit, search, stats, diff */
    FORMAT_FOR_SHEET = 4,    /* print, and the screen's dialog */
    FORMAT_FOR_EXPORT = 8,   /* the whole breakdown */
    FORMAT_FOR_IMPORT = 16,  /* a breakdown made of a notice */
    FORMAT_FOR_STATS = 32,   /* what stats gives besides */
    FORMAT_HAS_LAYOUTS = 64, /* a sheet looks otherwise in another layout */
};

enum format_charset {
    CHARSET_LOCALE, /* text, in the encoding of the user's locale */
    CHARSET_TABLE,  /* the same, for a spreadsheet that may want a byte order mark */
    CHARSET_UTF8,   /* text that says itself that it is UTF-8 */
    CHARSET_BYTES,  /* no text */
};

struct format_row {
    const char *word;      /* behind --as= */
    const char *extension; /* of a file's name, without the dot */
    const char *name;      /* in the dialog; for _() */
    enum format_charset charset;
    unsigned uses;
    /* Appends a sheet.  NULL: it is none of sheets, or is made by fengong-paper (format_by_paper()). */
    void (*render)(const struct sheet *sheet, struct sheet_options options, struct buf *out);
};

extern const struct format_row format_table[FORMATS_COUNT];

/* Sheets of this format are made by fengong-paper, which has the libraries for it. */
bool format_by_paper(enum format format);

/* It is text in the encoding of the user's locale, a table or not. */
bool format_in_locale(enum format format);

/* The format of a word ("markdown"); FORMATS_COUNT when there is none such. */
enum format format_find(struct text word);

/* Appends the words of all formats that are possible for one of uses, with blanks between them. */
void format_words(unsigned uses, struct buf *out);

#endif
