/* SPDX-License-Identifier: MIT */
/* cairo 1.16 cannot say in which language a PDF is: an incremental update (ISO 32000-1, 7.5.6) of its catalogue does. */
#include <stdlib.h>
#include <string.h>

#include "paper/pdf.h"

/* The last place of needle in the bytes; NULL when it is not there. */
static const char *find_last(const struct buf *bytes, const char *needle)
{
    size_t length = strlen(needle);
    for (size_t at = bytes->bytes; at-- > length;)
        if (memcmp(bytes->at + at - length, needle, length) == 0)
            return bytes->at + at - length;
    return NULL;
}

static unsigned long number_after(const char *at, const char *word)
{
    const char *found = at ? strstr(at, word) : NULL;
    return found ? strtoul(found + strlen(word), NULL, 10) : 0;
}

void pdf_add_language(struct buf *out)
{
    struct buf head = { 0 }, update = { 0 };
    const char *trailer = find_last(out, "trailer\n");
    unsigned long size = number_after(trailer, "/Size "), root = number_after(trailer, "/Root ");
    unsigned long info = number_after(trailer, "/Info "), before = number_after(trailer, "startxref\n");
    buf_printf(&head, "\n%lu 0 obj\n<< /Type /Catalog\n", root);
    const char *catalogue = trailer && root && before ? find_last(out, head.at) : NULL;
    const char *end = catalogue ? strstr(catalogue, "\n>>\nendobj") : NULL;
    if (end) {
        size_t object_at = out->bytes;
        buf_add(&update, catalogue + 1, (size_t)(end - catalogue - 1));
        buf_string(&update, "\n   /Lang (zh-CN)\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n");
        size_t xref_at = object_at + update.bytes;
        buf_printf(&update, "xref\n%lu 1\n%010zu 00000 n \ntrailer\n<< /Size %lu\n   /Root %lu 0 R\n", root, object_at,
                   size, root);
        if (info)
            buf_printf(&update, "   /Info %lu 0 R\n", info);
        buf_printf(&update, "   /Prev %lu\n>>\nstartxref\n%zu\n%%%%EOF\n", before, xref_at);
        buf_span(out, buf_view(&update));
    }
    buf_fini(&head);
    buf_fini(&update);
}
