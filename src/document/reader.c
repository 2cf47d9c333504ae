/* SPDX-License-Identifier: MIT */
#include "document/reader.h"

#include <string.h>

#include "base/i18n.h"
#include "document/convert.h"
#include "document/document.h"
#include "document/docx.h"
#include "document/html.h"
#include "document/relations.h"
#include "document/xlsx.h"
#include "document/xml.h"

struct root {
    char name[32];
};

static bool on_root(void *context, const struct xml_element *element)
{
    struct root *root = context;
    size_t bytes = strlen(element->name);
    if (bytes < sizeof root->name)
        memcpy(root->name, element->name, bytes + 1);
    return false;
}

static bool read_main(struct package *package, const char *part, struct document *document, struct buf *form,
                      struct buf *fault)
{
    static const struct xml_handler handler = { .start = on_root };
    struct root root = { "" };
    (void)xml_read(package, part, &handler, &root, fault);
    if (fault->bytes)
        return false;
    if (strcmp(root.name, "document") == 0) {
        buf_string(form, "docx");
        return docx_read(package, part, document, fault);
    }
    if (strcmp(root.name, "workbook") == 0) {
        buf_string(form, "xlsx");
        return xlsx_read(package, part, document, fault);
    }
    buf_string(fault, _("这是 Office 文件，但既不是 Word 文档也不是 Excel 工作簿"));
    return false;
}

static bool read_package(struct span content, struct document *document, struct buf *form, struct buf *fault)
{
    struct package *package = package_open(content, fault);
    if (!package)
        return false;
    struct relations relations;
    bool good = relations_load(&relations, package, "", fault);
    const char *part = good ? relations_by_kind(&relations, "officeDocument") : NULL;
    if (part)
        good = read_main(package, part, document, form, fault);
    else if (good)
        buf_string(fault, _("这是压缩包，不是 Word、Excel 文件（docx、xlsx）"));
    relations_fini(&relations);
    package_close(package);
    return good && part;
}

/* LibreOffice's docx or xlsx is read as any other. */
static bool read_office(struct span content, enum foreign kind, struct document *document, struct buf *form,
                        struct buf *fault)
{
    struct buf converted = { 0 };
    bool good = convert_office(content, kind, &converted, fault);
    if (good) {
        buf_string(form, _("LibreOffice 转换的 "));
        good = read_package(buf_view(&converted), document, form, fault);
    }
    buf_fini(&converted);
    return good;
}

static bool read_kind(struct span content, enum foreign kind, bool may_start, struct document *document,
                      struct buf *form, struct buf *fault)
{
    bool starts = kind != FOREIGN_ZIP && kind != FOREIGN_HTML;
    if (starts && !may_start) {
        buf_string(fault, _("受限模式不启动转换程序"));
        return false;
    }
    switch (kind) {
    case FOREIGN_NONE:
        break;
    case FOREIGN_ZIP:
        return read_package(content, document, form, fault);
    case FOREIGN_HTML:
        return html_read(content, document, form, fault);
    case FOREIGN_PDF:
        buf_string(form, "PDF");
        return convert_pdf(content, &document->text, fault);
    case FOREIGN_OLE:
    case FOREIGN_RTF:
    case FOREIGN_OFFICE_XML:
        return read_office(content, kind, document, form, fault);
    case FOREIGN_MHTML:
        buf_string(fault, _("这是整页保存的网页（mht）：请另存为 html，或复制成纯文本再转换"));
        return false;
    }
    buf_span(&document->text, content);
    return true;
}

bool reader_read(struct span content, enum foreign kind, bool may_start, struct buf *text, struct buf *form,
                 struct buf *said)
{
    struct document document;
    struct buf fault = { 0 };
    document_init(&document);
    bool good = read_kind(content, kind, may_start, &document, form, &fault);
    if (document.fault) /* before what followed from it */
        buf_clear(&fault);
    if (good || document.fault)
        good = document_finish(&document, &fault);
    buf_span(said, buf_view(&document.notes));
    if (good)
        buf_span(text, buf_view(&document.text));
    else
        buf_span(said, buf_view(&fault));
    buf_fini(&fault);
    document_fini(&document);
    return good;
}
