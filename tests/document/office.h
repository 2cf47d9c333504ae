/* SPDX-License-Identifier: MIT */
/* Office files made of parts that a test writes out, and what the readers make of them. */
#ifndef TESTS_DOCUMENT_OFFICE_H
#define TESTS_DOCUMENT_OFFICE_H

#include "base/buf.h"

/* Bodies between the root's tags; NULL: the part is not there. */
struct word_file {
    const char *body, *styles, *numbering, *footnotes, *header, *comments;
};

struct excel_file {
    const char *sheets[3]; /* all between <worksheet> tags */
    const char *names[3];  /* NULL: Sheet1 … */
    const char *states[3]; /* hidden; NULL */
    const char *strings, *styles, *workbook;
};

/* parts: name and content of each, by turns; NULL behind the last. */
void office_zip(struct buf *out, const char *const *parts);
void office_word(struct buf *out, const struct word_file *file);
void office_excel(struct buf *out, const struct excel_file *file);

/* The reader's text; said gets the account, or why it failed: then the text is "". */
void office_read(struct span content, struct buf *text, struct buf *said);
/* The same, compared. */
void assert_reads(struct span content, const char *text, const char *said);
void assert_word(struct word_file file, const char *text, const char *said);
void assert_excel(struct excel_file file, const char *text, const char *said);
void assert_html(const char *html, const char *text, const char *said);

#endif
