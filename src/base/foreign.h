/* SPDX-License-Identifier: MIT */
/* Files that are no plain text though people take them for one, told by their first bytes, never by their name. */
#ifndef BASE_FOREIGN_H
#define BASE_FOREIGN_H

#include "base/span.h"

enum foreign {
    FOREIGN_NONE, /* may be plain text */
    FOREIGN_ZIP,  /* docx, xlsx, OpenDocument */
    FOREIGN_OLE,  /* doc, xls, wps, et; also docx with a password */
    FOREIGN_RTF,
    FOREIGN_PDF,
    FOREIGN_HTML,
    FOREIGN_MHTML,     /* a page saved whole */
    FOREIGN_OFFICE_XML /* Word or Excel 2003 */
};

enum foreign foreign_kind(struct span content);

/* What it is, for a message (网页文件（HTML）). */
const char *foreign_name(enum foreign kind);

#endif
