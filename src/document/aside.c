/* SPDX-License-Identifier: MIT */
#include "document/aside.h"

#include <string.h>

#include "base/i18n.h"
#include "document/xml.h"

static const struct aside {
    const char *kind; /* of the relation */
    const char *what;
} asides[] = {
    { "header", N_("页眉未用") },          { "footer", N_("页脚未用") },
    { "footnotes", N_("脚注未用") },       { "endnotes", N_("尾注未用") },
    { "comments", N_("批注未用") },        { "diagramData", N_("图示里的文字未用") },
    { "chart", N_("图表里的文字未用") },   { "drawing", N_("图形里的文字未用") },
    { "threadedComment", N_("批注未用") },
};

struct collecting {
    struct buf text;
    int in_text;
};

static bool is_paragraph(const char *name)
{
    return strcmp(name, "p") == 0 || strcmp(name, "pt") == 0;
}

static bool is_text(const char *name)
{
    return strcmp(name, "t") == 0 || strcmp(name, "delText") == 0 || strcmp(name, "v") == 0 ||
           strcmp(name, "text") == 0;
}

static bool on_start(void *context, const struct xml_element *e)
{
    struct collecting *c = context;
    c->in_text += is_text(e->name);
    return true;
}

static void on_end(void *context, enum xml_space space, const char *name)
{
    struct collecting *c = context;
    (void)space;
    c->in_text -= c->in_text && is_text(name);
    bool open = c->text.bytes && c->text.at[c->text.bytes - 1] != ' ';
    if (open && (is_paragraph(name) || strcmp(name, "tab") == 0 || strcmp(name, "v") == 0))
        buf_char(&c->text, ' ');
}

static void on_text(void *context, struct span text)
{
    struct collecting *c = context;
    if (c->in_text && c->text.bytes < DOCUMENT_TEXT_BYTES)
        buf_span(&c->text, text);
}

static bool note_text(struct package *package, const char *part, const char *what, struct document *document,
                      struct buf *fault)
{
    static const struct xml_handler handler = { on_start, on_end, on_text };
    struct collecting c = { 0 };
    bool good = !package_has(package, part) || xml_read(package, part, &handler, &c, fault);
    if (good && span_trim(buf_view(&c.text)).bytes)
        document_note(document, what, buf_view(&c.text));
    buf_fini(&c.text);
    return good;
}

bool aside_note(struct package *package, const struct relations *relations, struct document *document,
                struct buf *fault)
{
    uint32_t images = 0;
    for (size_t i = 0; i < relations->count; i++) {
        const struct relation *relation = &relations->items[i];
        images += strcmp(relation->kind, "image") == 0;
        if (!relation->part)
            continue;
        for (size_t k = 0; k < sizeof asides / sizeof *asides; k++)
            if (strcmp(relation->kind, asides[k].kind) == 0 &&
                !note_text(package, relation->part, _(asides[k].what), document, fault))
                return false;
        if (strcmp(relation->kind, "oleObject") == 0 || strcmp(relation->kind, "package") == 0 ||
            strcmp(relation->kind, "aFChunk") == 0)
            document_note(document, _("嵌入的文件没有读"), span_of(relation->part));
    }
    if (images) {
        struct buf line = { 0 };
        buf_printf(&line, _("%u 张图片，其中若有文字没有读"), images);
        document_note(document, line.at, SPAN(""));
        buf_fini(&line);
    }
    return true;
}
