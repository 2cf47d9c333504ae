/* SPDX-License-Identifier: MIT */
/* What the parts of the PDF renderer have in common; pdf_render() alone is for others. */
#ifndef PAPER_PDF_H
#define PAPER_PDF_H

#include <cairo-pdf.h>

#include "paper/fonts.h"
#include "sheet/page.h"

/* Characters that a face lacked, each once, with the font that stood in for it ("": none, a box). */
enum { PDF_MISSING_MAX = 32 };
struct pdf_missing {
    uint32_t c;
    enum face face;
    char stand_in[64];
};

/* Points of PostScript: 72 to an inch. */
struct pdf_geometry {
    double width, height; /* of the paper */
    double left, top;     /* of the type area */
    double cell;          /* a half-em cell */
    double em, pitch;     /* of a line */
    double title_size;
    double foot; /* the baseline of the page's number */
};

struct pdf {
    cairo_surface_t *surface;
    cairo_t *cairo;
    PangoLayout *layout;
    struct fonts *fonts;
    struct pdf_geometry geometry;
    int outline_parents[8]; /* by heading's level */
    struct pdf_missing missing[PDF_MISSING_MAX];
    uint32_t missing_count;
    PangoFont *known; /* the last font seen to be the right one, and for which face */
    enum face known_face;
};

/* Sets text at x on a baseline; narrowed to `most` where it is wider (digits of some fonts are), unless that is 0. */
void pdf_text(struct pdf *pdf, struct text text, enum face face, double size, double x, double baseline, double most);
/* Its width as it is. */
double pdf_text_width(struct pdf *pdf, struct text text, enum face face, double size);

/* Several stretches of text in one line of faces of their own, one behind the other. */
struct pdf_stretch {
    size_t from_bytes, to_bytes;
    enum face face;
};
/* A full line is set out to width, another is set closer where it is wider than that. */
void pdf_line(struct pdf *pdf, struct text text, const struct pdf_stretch *stretches, uint32_t count, double size,
              double x, double baseline, double width, bool full);

/* A page of the sheet: a page_sink; context is a struct pdf. */
void pdf_page(void *context, const struct page *page);

/* Appends what cairo cannot say to a finished PDF: that it is Chinese, and that its title is to be shown. */
void pdf_add_language(struct buf *out);

bool pdf_render(const struct sheet *sheet, struct sheet_options options, struct buf *out, struct buf *said);

#endif
