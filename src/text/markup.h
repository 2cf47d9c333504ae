/* SPDX-License-Identifier: MIT */
/* Text inside HTML and XML. */
#ifndef TEXT_MARKUP_H
#define TEXT_MARKUP_H

#include "base/buf.h"
#include "text/text.h"

/* Appends text with the characters that mark up (& < > ") as entities; good for content and for quoted attributes. */
void markup_escape(struct text text, struct buf *out);

#endif
