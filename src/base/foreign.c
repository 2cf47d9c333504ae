/* SPDX-License-Identifier: MIT */
#include "base/foreign.h"

#include <strings.h>

#include "base/i18n.h"

static bool starts_anyhow(struct span content, struct span head)
{
    return content.bytes >= head.bytes && strncasecmp(content.at, head.at, head.bytes) == 0;
}

const char *foreign_kind(struct span content)
{
    if (span_starts(content, SPAN("PK\x03\x04")) || span_starts(content, SPAN("\xD0\xCF\x11\xE0")))
        return _("Word、Excel 一类的文件");
    if (span_starts(content, SPAN("%PDF")))
        return _("PDF 文件");
    if (span_starts(content, SPAN("\xEF\xBB\xBF")))
        content = (struct span){ content.at + 3, content.bytes - 3 };
    content = span_trim(content);
    if (starts_anyhow(content, SPAN("<!doctype html")) || starts_anyhow(content, SPAN("<html")))
        return _("网页文件（HTML）");
    return NULL;
}
