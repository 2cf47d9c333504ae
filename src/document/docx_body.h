/* SPDX-License-Identifier: MIT */
/* The body of a Word document while it is read: what docx.c does at the elements that mean something. */
#ifndef DOCUMENT_DOCX_BODY_H
#define DOCUMENT_DOCX_BODY_H

#include "document/document.h"
#include "document/docx_numbering.h"
#include "document/docx_styles.h"
#include "document/xml.h"

enum { DOCX_OPEN_MAX = DOCUMENT_DEPTH_MAX };

struct docx_paragraph {
    long num_id, level; /* STYLE_UNSAID */
    struct docx_style style;
    bool mark_deleted; /* it goes on in the next one */
};

struct docx_table {
    uint32_t cols_before, cell_cols;
    bool row_deleted, row_begun, cell_begun, cell_below;
};

/* Whose properties are being read. */
enum docx_properties { PROPERTIES_NONE, PROPERTIES_PARAGRAPH, PROPERTIES_RUN, PROPERTIES_ROW, PROPERTIES_CELL };

struct docx {
    struct document *document;
    const struct xml_element *element; /* that begins */
    struct numbering numbering;
    struct docx_styles styles;
    struct docx_style plain; /* of paragraphs that name no style */
    struct docx_paragraph paragraphs[DOCX_OPEN_MAX];
    struct docx_table tables[DOCX_OPEN_MAX];
    uint32_t paragraphs_count, tables_count;
    enum docx_properties properties;
    int skip;    /* depth inside something that is no text of this document */
    int text;    /* depth inside elements that hold text */
    int deleted; /* depth of deletions */
    int reading; /* depth inside the reading of a Han character (ruby) */
    bool run_hidden;
    uint32_t insertions;
    struct buf deletion, hidden, contents, readings; /* of the paragraph at hand, for the account */
};

/* NULL outside of any. */
struct docx_paragraph *docx_paragraph(struct docx *docx);
struct docx_table *docx_table(struct docx *docx);

/* When too many are open, the document's fault is set. */
void docx_begin_paragraph(struct docx *docx);
void docx_end_paragraph(struct docx *docx);
void docx_begin_table(struct docx *docx);
void docx_end_table(struct docx *docx);
void docx_begin_row(struct docx *docx);
void docx_end_row(struct docx *docx);
void docx_begin_cell(struct docx *docx);
/* The cell is opened when its properties are known: at their end, or at the first thing in it. */
void docx_open_cell(struct docx *docx);
void docx_end_cell(struct docx *docx);

/* Text goes to the body, or to what stands in the account instead. */
void docx_put_text(struct docx *docx, struct span text);
void docx_put_symbol(struct docx *docx);
void docx_put_break(struct docx *docx);

/* <w:del> and <w:moveFrom>: inside properties they say that the mark or the row is deleted, else they hold what is. */
void docx_begin_deletion(struct docx *docx);
void docx_end_deletion(struct docx *docx);

#endif
