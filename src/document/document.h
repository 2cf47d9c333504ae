/* SPDX-License-Identifier: MIT */
/*
 * What a reader of documents makes: plain text as it would be copied from a page, a paragraph a line, a table's row a
 * line with its cells between TABs, and an account of what is not in that text.  The readers (docx.c, xlsx.c, html.c) say
 * what they meet, in the document's order; here it becomes lines.
 *
 * Tables: a cell that goes on over rows is repeated in each; one that goes on over columns is repeated in the rows of the
 * head, where it names them all, and stands once elsewhere, so that nobody leads and supports by one cell; alone across
 * the whole table it is a title above the head, and a row with nothing else in it below.  A cell of several paragraphs is quoted, as Excel
 * copies it.  A table of one row or one column is layout, and so is a row that holds another table: its cells are
 * paragraphs.
 */
#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/span.h"

enum {
    DOCUMENT_TEXT_BYTES = 64 * 1024 * 1024,
    DOCUMENT_COLS_MAX = 512,
    DOCUMENT_DEPTH_MAX = 64, /* tables in tables, boxes in cells */
};

struct document {
    struct buf text;   /* the result, UTF-8 */
    struct buf notes;  /* the account: a line each, clean; what was left out and what is to be known */
    const char *fault; /* untranslated: why the document cannot be read (too large, too deep); NULL */
    struct flow *flows;
    uint32_t flows_count;
    size_t flows_cap;
    struct document_table *tables;
    uint32_t tables_count;
    size_t tables_cap;
};

void document_init(struct document *document);
/* Ends what is still open.  False when the document cannot be read: fault then says why, translated. */
bool document_finish(struct document *document, struct buf *fault);
void document_fini(struct document *document);

/* Text of the paragraph at hand: raw UTF-8; TAB and line breaks in it become blanks. */
void document_text(struct document *document, struct span raw);
/* Text that stands before all that the paragraph has: its automatic number. */
void document_label(struct document *document, struct span raw);
/* A line break inside the paragraph; the end of the paragraph, which is a line even when it is empty. */
void document_break(struct document *document);
void document_paragraph(struct document *document);
/* Ends a paragraph that has anything in it. */
void document_block(struct document *document);
/* Has the paragraph at hand nothing in it, or nothing behind its last break? */
bool document_at_start(const struct document *document);

/* A text box inside a paragraph: its paragraphs come behind that one. */
void document_box_begin(struct document *document);
void document_box_end(struct document *document);

void document_table_begin(struct document *document);
void document_row_begin(struct document *document);
/* cols and rows: over how many it goes, 1 for a plain cell.  Columns that cells above hold are passed over. */
void document_cell_begin(struct document *document, uint32_t cols, uint32_t rows);
/* A cell that is the one above it going on (vMerge): what is said in it belongs to nobody and is kept, too. */
void document_cell_below(struct document *document, uint32_t cols);
void document_cell_end(struct document *document);
void document_row_end(struct document *document);
void document_table_end(struct document *document);

/* Puts into the account: "what：text", once however often it is said.  what is translated; text is raw. */
void document_note(struct document *document, const char *what, struct span text);

#endif
