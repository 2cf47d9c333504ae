/* SPDX-License-Identifier: MIT */
/* The faces of official paper by their words in --fonts: "text=FangSong,title=FZXiaoBiaoSong-B05S". */
#ifndef SHEET_FACE_H
#define SHEET_FACE_H

#include <stdbool.h>

#include "base/span.h"

enum face { FACE_TITLE, FACE_HEADING, FACE_TEXT, FACE_UNITS, FACE_NUMBER, FACES_COUNT };

/*
 * Takes the first "face=name" off a list.  False, with the list as it was, when it is none: no such face, no name, or
 * the face was named before (a bit in *seen for each).
 */
bool face_next(struct span *list, unsigned *seen, enum face *face, struct span *name);
/* Is this such a list, from its beginning to its end? */
bool face_list_good(struct span list);

#endif
