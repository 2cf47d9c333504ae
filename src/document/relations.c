/* SPDX-License-Identifier: MIT */
#include "document/relations.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "document/xml.h"

struct relations_loading {
    struct relations *relations;
    struct span folder; /* of the part that refers, with its slash */
};

/* folder and target as one name: "word/" and "../media/a.png" are "media/a.png". */
static const char *resolve(struct arena *arena, struct span folder, struct span target)
{
    struct buf name = { 0 };
    if (!span_starts(target, SPAN("/")))
        buf_span(&name, folder);
    while (target.bytes) {
        const char *slash = memchr(target.at, '/', target.bytes);
        struct span step = { target.at, slash ? (size_t)(slash - target.at) + 1 : target.bytes };
        target.at += step.bytes;
        target.bytes -= step.bytes;
        if (span_equal(step, SPAN("../"))) {
            for (name.bytes -= name.bytes > 0; name.bytes && name.at[name.bytes - 1] != '/';)
                name.bytes--;
        } else if (!span_equal(step, SPAN("/")) && !span_equal(step, SPAN("./"))) {
            buf_span(&name, step);
        }
    }
    const char *result = arena_copy(arena, name.at ? name.at : "", name.bytes);
    buf_fini(&name);
    return result;
}

static bool on_start(void *context, const struct xml_element *element)
{
    struct relations_loading *l = context;
    struct relations *r = l->relations;
    if (element->space != XML_RELATION || strcmp(element->name, "Relationship") != 0)
        return true;
    struct span id = xml_attribute(element, "Id"), type = xml_attribute(element, "Type");
    struct span target = xml_attribute(element, "Target");
    bool outside = span_equal(xml_attribute(element, "TargetMode"), SPAN("External"));
    size_t word = type.bytes;
    while (word && type.at[word - 1] != '/')
        word--;
    MEM_GROW(r->items, r->count + 1, r->cap);
    r->items[r->count++] = (struct relation){
        arena_copy(&r->arena, id.at ? id.at : "", id.bytes),
        arena_copy(&r->arena, type.at ? type.at + word : "", type.bytes - word),
        outside ? NULL : resolve(&r->arena, l->folder, target),
    };
    return true;
}

bool relations_load(struct relations *relations, struct package *package, const char *part, struct buf *fault)
{
    static const struct xml_handler handler = { .start = on_start };
    const char *slash = strrchr(part, '/');
    size_t folder_bytes = slash ? (size_t)(slash - part) + 1 : 0;
    struct buf name = { 0 };
    *relations = (struct relations){ 0 };
    buf_printf(&name, "%.*s_rels/%s.rels", (int)folder_bytes, part, part + folder_bytes);
    struct relations_loading loading = { relations, { part, folder_bytes } };
    bool good = !package_has(package, name.at) || xml_read(package, name.at, &handler, &loading, fault);
    buf_fini(&name);
    return good;
}

void relations_fini(struct relations *relations)
{
    free(relations->items);
    arena_fini(&relations->arena);
}

const char *relations_by_kind(const struct relations *relations, const char *kind)
{
    for (size_t i = 0; i < relations->count; i++)
        if (relations->items[i].part && strcmp(relations->items[i].kind, kind) == 0)
            return relations->items[i].part;
    return NULL;
}

const char *relations_by_id(const struct relations *relations, struct span id)
{
    for (size_t i = 0; i < relations->count; i++)
        if (relations->items[i].part && span_equal(span_of(relations->items[i].id), id))
            return relations->items[i].part;
    return NULL;
}
