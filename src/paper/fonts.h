/* SPDX-License-Identifier: MIT */
/*
 * The faces of official paper: 小标宋, 黑体, 仿宋, 楷体, 宋体.  For each a list of names is tried, from those that offices
 * have down to what Linux has.  fontconfig always answers with something: what it answers is believed only when it bears
 * the name that was asked for and has the characters of the language.
 */
#ifndef PAPER_FONTS_H
#define PAPER_FONTS_H

#include <pango/pangocairo.h>

#include "base/buf.h"
#include "sheet/face.h"

struct fonts {
    PangoFontMap *map;
    PangoFontDescription *faces[FACES_COUNT]; /* without a size */
    char *names[FACES_COUNT];                 /* of the family that is used */
    bool standing_in[FACES_COUNT];            /* another kind of face than the standard asks for */
};

/*
 * Looks for the faces, once in a run.  wanted names some of them by hand, as of face_next(); NULL: none.  One that is not
 * there is said, a line each; then the lists are tried, unless it must be.  NULL when there is no Han font at all, or one
 * that must be there is not: why is in said.
 */
struct fonts *fonts_get(const char *wanted, bool must, struct buf *said);

/* Appends one line: which family does for which face, where it is not the standard's own kind. */
void fonts_report(const struct fonts *fonts, struct buf *out);
const char *fonts_face_name(enum face face);

#endif
