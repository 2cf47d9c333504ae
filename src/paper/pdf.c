/* SPDX-License-Identifier: MIT */
/* The sheet as PDF, by cairo and pango: the document round the pages. */
#include "paper/pdf.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "paper/renderer.h"

#define MM (72 / 25.4)

/* GB/T 9704-2012, 5.2: A4, 37 mm above, 28 mm left, a type area of 156 by 225 mm, 22 lines of 28 characters. */
static struct pdf_geometry list_geometry(void)
{
    struct pdf_geometry g = { .width = 210 * MM, .height = 297 * MM, .left = 28 * MM, .top = 37 * MM };
    g.cell = 156 * MM / PAGE_LIST_COLS;
    g.em = 2 * g.cell;
    /* The last line's em ends where the type area does. */
    g.pitch = (225 * MM - g.em) / (PAGE_LIST_ROWS - 1);
    g.title_size = 22;
    g.foot = g.top + 225 * MM + 7 * MM + 0.36 * 14;
    return g;
}

/* The same area lying down, in the middle of the paper. */
static struct pdf_geometry table_geometry(void)
{
    struct pdf_geometry g = { .width = 297 * MM, .height = 210 * MM, .left = 36 * MM, .top = 27 * MM };
    g.cell = 225 * MM / PAGE_TABLE_COLS;
    g.em = 12;
    g.pitch = 17;
    g.title_size = 18;
    g.foot = g.top + 156 * MM + 7 * MM + 0.36 * 14;
    return g;
}

static cairo_status_t put_bytes(void *out, const unsigned char *bytes, unsigned int count)
{
    buf_add(out, (const char *)bytes, count);
    return CAIRO_STATUS_SUCCESS;
}

static void put_metadata(struct pdf *pdf, const struct sheet *sheet, struct sheet_options options)
{
    struct buf text = { 0 };
    buf_text(&text, sheet->title);
    cairo_pdf_surface_set_metadata(pdf->surface, CAIRO_PDF_METADATA_TITLE, text.at);
    buf_clear(&text);
    buf_text(&text, sheet->subtitle);
    if (text.bytes)
        cairo_pdf_surface_set_metadata(pdf->surface, CAIRO_PDF_METADATA_SUBJECT, text.at);
    cairo_pdf_surface_set_metadata(pdf->surface, CAIRO_PDF_METADATA_CREATOR, "fengong");
    /* The day alone, so that what is printed twice is the same. */
    buf_clear(&text);
    struct sheet_date day = options.printed.year ? options.printed : (struct sheet_date){ 1970, 1, 1 };
    buf_printf(&text, "%04d-%02d-%02dT00:00:00Z", day.year, day.month, day.day);
    cairo_pdf_surface_set_metadata(pdf->surface, CAIRO_PDF_METADATA_CREATE_DATE, text.at);
    buf_fini(&text);
}

static void put_missing(const struct pdf *pdf, struct buf *said)
{
    for (uint32_t i = 0; i < pdf->missing_count; i++) {
        const struct pdf_missing *missing = &pdf->missing[i];
        char utf8[8] = { 0 };
        g_unichar_to_utf8(missing->c, utf8);
        buf_printf(said, _("%s（%s）缺字：%s（U+%04X），"), fonts_face_name(missing->face),
                   pdf->fonts->names[missing->face], utf8, missing->c);
        if (*missing->stand_in)
            buf_printf(said, _("用了 %s\n"), missing->stand_in);
        else
            buf_string(said, _("哪种字体里都没有，印成了方框\n"));
    }
}

static void set_up(struct pdf *pdf, struct buf *out)
{
    pdf->surface = cairo_pdf_surface_create_for_stream(put_bytes, out, pdf->geometry.width, pdf->geometry.height);
    cairo_pdf_surface_restrict_to_version(pdf->surface, CAIRO_PDF_VERSION_1_5);
    pdf->cairo = cairo_create(pdf->surface);
    PangoContext *context = pango_font_map_create_context(pdf->fonts->map);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string("zh-cn"));
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    pango_cairo_context_set_resolution(context, 72);
    cairo_font_options_destroy(options);
    pdf->layout = pango_layout_new(context);
    g_object_unref(context);
}

bool pdf_render(const struct sheet *sheet, struct sheet_options options, struct buf *out, struct buf *said)
{
    struct pdf pdf = { .geometry = options.layout == SHEET_TABLE ? table_geometry() : list_geometry() };
    options.cols = options.rows = 0; /* paper has its own measure */
    pdf.fonts = fonts_get(options.fonts, options.fonts_must, said);
    if (!pdf.fonts)
        return false;
    set_up(&pdf, out);
    put_metadata(&pdf, sheet, options);
    cairo_tag_begin(pdf.cairo, "Document", NULL);
    page_each(sheet, options, pdf_page, &pdf);
    cairo_tag_end(pdf.cairo, "Document");
    cairo_destroy(pdf.cairo);
    g_object_unref(pdf.layout);
    /* Finishing a surface that is in error crashes cairo 1.16. */
    cairo_status_t status = cairo_surface_status(pdf.surface);
    if (status == CAIRO_STATUS_SUCCESS) {
        cairo_surface_finish(pdf.surface);
        status = cairo_surface_status(pdf.surface);
    }
    if (status == CAIRO_STATUS_SUCCESS) {
        cairo_surface_destroy(pdf.surface);
        pdf_add_language(out);
        fonts_report(pdf.fonts, said);
        put_missing(&pdf, said);
    } else {
        buf_printf(said, _("PDF 没有做成：%s"), cairo_status_to_string(status));
    }
    return status == CAIRO_STATUS_SUCCESS;
}
