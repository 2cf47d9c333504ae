/* SPDX-License-Identifier: MIT */
#include "base/foreign.h"

#include <stddef.h>
#include <strings.h>

#include "base/i18n.h"

static bool starts_anyhow(struct span content, struct span head)
{
    return content.bytes >= head.bytes && strncasecmp(content.at, head.at, head.bytes) == 0;
}

static struct span skip_to(struct span content, struct span end)
{
    while (content.bytes && !span_starts(content, end)) {
        content.at++;
        content.bytes--;
    }
    content.at += content.bytes ? end.bytes : 0;
    content.bytes -= content.bytes ? end.bytes : 0;
    return span_trim(content);
}

/* Pieces of pages count, too: what a browser's clipboard or an exporting program writes begins anywhere. */
static enum foreign kind_of_markup(struct span content)
{
    static const char *const tags[] = { "<!doctype html", "<html", "<head", "<meta",  "<body",  "<table",
                                        "<div",           "<p>",   "<p ",   "<style", "<title", "<script",
                                        "<center",        "<span", "<ol",   "<ul",    "<h1",    "<h2" };
    enum { PROLOGUE_MAX = 20 };
    for (int i = 0; i < PROLOGUE_MAX; i++) {
        if (span_starts(content, SPAN("<!--")))
            content = skip_to(content, SPAN("-->"));
        else if (span_starts(content, SPAN("<?mso-application")))
            return FOREIGN_OFFICE_XML;
        else if (span_starts(content, SPAN("<?")))
            content = skip_to(content, SPAN(">"));
        else
            break;
    }
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (starts_anyhow(content, span_of(tags[i])))
            return FOREIGN_HTML;
    return FOREIGN_NONE;
}

enum foreign foreign_kind(struct span content)
{
    if (span_starts(content, SPAN("PK\x03\x04")))
        return FOREIGN_ZIP;
    if (span_starts(content, SPAN("\xD0\xCF\x11\xE0")))
        return FOREIGN_OLE;
    if (span_starts(content, SPAN("%PDF")))
        return FOREIGN_PDF;
    if (span_starts(content, SPAN("{\\rtf")))
        return FOREIGN_RTF;
    if (span_starts(content, SPAN("\xEF\xBB\xBF")))
        content = (struct span){ content.at + 3, content.bytes - 3 };
    content = span_trim(content);
    if (starts_anyhow(content, SPAN("MIME-Version:")) || starts_anyhow(content, SPAN("From: <Saved by")))
        return FOREIGN_MHTML;
    return span_starts(content, SPAN("<")) ? kind_of_markup(content) : FOREIGN_NONE;
}

const char *foreign_name(enum foreign kind)
{
    switch (kind) {
    case FOREIGN_NONE:
        break;
    case FOREIGN_ZIP:
    case FOREIGN_OLE:
    case FOREIGN_OFFICE_XML:
        return _("Word、Excel 一类的文件");
    case FOREIGN_RTF:
        return _("RTF 文件");
    case FOREIGN_PDF:
        return _("PDF 文件");
    case FOREIGN_HTML:
    case FOREIGN_MHTML:
        return _("网页文件（HTML）");
    }
    return _("纯文本");
}
