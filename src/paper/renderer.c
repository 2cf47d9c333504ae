/* SPDX-License-Identifier: MIT */
#include "paper/renderer.h"

#include <stddef.h>

#include "base/i18n.h"
#include "paper/docx.h"
#include "paper/pdf.h"
#include "paper/xlsx.h"

/* Ends with a row that renders nothing. */
static const struct renderer renderers[] = {
    { FORMAT_PDF, pdf_render },
    { FORMAT_XLSX, xlsx_render },
    { FORMAT_DOCX, docx_render },
    { FORMATS_COUNT, NULL },
};

bool renderer_render(const struct sheet *sheet, enum format format, struct sheet_options options, struct buf *out,
                     struct buf *said)
{
    for (const struct renderer *renderer = renderers; renderer->render; renderer++)
        if (renderer->format == format)
            return renderer->render(sheet, options, out, said);
    buf_printf(said, _("fengong-paper 不做格式 %s"), format_table[format].word);
    return false;
}
