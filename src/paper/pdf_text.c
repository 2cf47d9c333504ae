/* SPDX-License-Identifier: MIT */
/*
 * A line of text.  pango's own justifying puts all the room behind the first full stop of "2.": here it goes between the
 * characters, but not inside numbers, Latin words and ——.
 */
#include <stdio.h>
#include <string.h>

#include "paper/pdf.h"
#include "text/utf8.h"

static bool is_western(uint32_t c)
{
    return c > ' ' && c < 0x7f;
}

/* May there be room between two characters? */
static bool opens_up(uint32_t before, uint32_t after)
{
    if (is_western(before) && is_western(after))
        return false;
    return !(before == after && (after == 0x2014 || after == 0x2026));
}

static void note_missing(struct pdf *pdf, uint32_t c, enum face face, PangoFont *font)
{
    for (uint32_t i = 0; i < pdf->missing_count; i++)
        if (pdf->missing[i].c == c && pdf->missing[i].face == face)
            return;
    if (pdf->missing_count == PDF_MISSING_MAX)
        return;
    struct pdf_missing *missing = &pdf->missing[pdf->missing_count++];
    *missing = (struct pdf_missing){ .c = c, .face = face };
    if (!font)
        return;
    PangoFontDescription *description = pango_font_describe(font);
    snprintf(missing->stand_in, sizeof missing->stand_in, "%s", pango_font_description_get_family(description));
    pango_font_description_free(description);
}

static bool is_face(struct pdf *pdf, PangoFont *font, enum face face)
{
    if (font == pdf->known && face == pdf->known_face)
        return true;
    PangoFontDescription *description = pango_font_describe(font);
    const char *family = pango_font_description_get_family(description);
    bool same = family && g_ascii_strcasecmp(family, pdf->fonts->names[face]) == 0;
    pango_font_description_free(description);
    if (same) {
        pdf->known = font;
        pdf->known_face = face;
    }
    return same;
}

/* Every character that another font had to give, or none had. */
static void look_at_run(struct pdf *pdf, struct text text, const PangoGlyphItem *run, enum face face)
{
    size_t from = (size_t)run->item->offset;
    bool right = is_face(pdf, run->item->analysis.font, face);
    for (int i = 0; i < run->glyphs->num_glyphs; i++) {
        size_t bytes;
        bool unknown = run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG;
        if (right && !unknown)
            continue;
        uint32_t c = utf8_at(text, from + (size_t)run->glyphs->log_clusters[i], &bytes);
        if (c > ' ' && c != 0x3000)
            note_missing(pdf, c, face, unknown ? NULL : run->item->analysis.font);
    }
}

static enum face face_at(const struct pdf_stretch *stretches, uint32_t count, size_t at_bytes)
{
    for (uint32_t i = 0; i < count; i++)
        if (at_bytes >= stretches[i].from_bytes && at_bytes < stretches[i].to_bytes)
            return stretches[i].face;
    return stretches[0].face;
}

/* A boundary before each character but the first where there may be room: how many, or with `more` put to use. */
static int open_up(PangoLayoutLine *line, struct text text, int more)
{
    uint32_t before = 0;
    PangoGlyphInfo *last = NULL;
    int count = 0;
    for (GSList *at = line->runs; at; at = at->next) {
        PangoGlyphItem *run = at->data;
        for (int i = 0; i < run->glyphs->num_glyphs; i++) {
            PangoGlyphInfo *glyph = &run->glyphs->glyphs[i];
            size_t bytes;
            uint32_t c = utf8_at(text, (size_t)run->item->offset + (size_t)run->glyphs->log_clusters[i], &bytes);
            if (glyph->attr.is_cluster_start && last && opens_up(before, c)) {
                last->geometry.width += more;
                count++;
            }
            last = glyph;
            before = c;
        }
    }
    return count;
}

static void set_faces(struct pdf *pdf, const struct pdf_stretch *stretches, uint32_t count, double size)
{
    PangoAttrList *attributes = pango_attr_list_new();
    for (uint32_t i = 0; i < count; i++) {
        PangoFontDescription *description = pdf->fonts->faces[stretches[i].face];
        pango_font_description_set_absolute_size(description, size * PANGO_SCALE);
        PangoAttribute *attribute = pango_attr_font_desc_new(description);
        attribute->start_index = (guint)stretches[i].from_bytes;
        attribute->end_index = (guint)stretches[i].to_bytes;
        pango_attr_list_insert(attributes, attribute);
    }
    pango_layout_set_attributes(pdf->layout, attributes);
    pango_attr_list_unref(attributes);
}

static int line_width(PangoLayoutLine *line)
{
    PangoRectangle logical;
    pango_layout_line_get_extents(line, NULL, &logical);
    return logical.width;
}

/* The line laid out; NULL when there is nothing to be seen. */
static PangoLayoutLine *set_line(struct pdf *pdf, struct text text, const struct pdf_stretch *stretches, uint32_t count,
                                 double size)
{
    pango_layout_set_text(pdf->layout, text.at, (int)text.bytes);
    set_faces(pdf, stretches, count, size);
    return pango_layout_get_line(pdf->layout, 0);
}

static void look_at(struct pdf *pdf, struct text text, const PangoLayoutLine *line, const struct pdf_stretch *stretches,
                    uint32_t count)
{
    for (GSList *at = line->runs; at; at = at->next) {
        const PangoGlyphItem *run = at->data;
        look_at_run(pdf, text, run, face_at(stretches, count, (size_t)run->item->offset));
    }
}

void pdf_line(struct pdf *pdf, struct text text, const struct pdf_stretch *stretches, uint32_t count, double size,
              double x, double baseline, double width, bool full)
{
    PangoLayoutLine *line = set_line(pdf, text, stretches, count, size);
    if (!line)
        return;
    look_at(pdf, text, line, stretches, count);
    int room = (int)(width * PANGO_SCALE) - line_width(line), places = 0;
    if (full || room < 0)
        places = open_up(line, text, 0);
    if (places)
        open_up(line, text, room / places);
    cairo_move_to(pdf->cairo, x, baseline);
    pango_cairo_show_layout_line(pdf->cairo, line);
}

void pdf_text(struct pdf *pdf, struct text text, enum face face, double size, double x, double baseline, double most)
{
    struct pdf_stretch whole = { 0, text.bytes, face };
    PangoLayoutLine *line = set_line(pdf, text, &whole, 1, size);
    if (!line)
        return;
    look_at(pdf, text, line, &whole, 1);
    double width = (double)line_width(line) / PANGO_SCALE;
    cairo_move_to(pdf->cairo, x, baseline);
    if (most > 0 && width > most) {
        cairo_save(pdf->cairo);
        cairo_scale(pdf->cairo, most / width, 1);
        pango_cairo_show_layout_line(pdf->cairo, line);
        cairo_restore(pdf->cairo);
    } else {
        pango_cairo_show_layout_line(pdf->cairo, line);
    }
}

double pdf_text_width(struct pdf *pdf, struct text text, enum face face, double size)
{
    struct pdf_stretch whole = { 0, text.bytes, face };
    PangoLayoutLine *line = set_line(pdf, text, &whole, 1, size);
    return line ? (double)line_width(line) / PANGO_SCALE : 0;
}
