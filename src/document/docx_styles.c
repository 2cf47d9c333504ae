/* SPDX-License-Identifier: MIT */
#include "document/docx_styles.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "document/xml.h"

enum { BASES_MAX = 20 }; /* a circle of styles ends there */

struct styles_loading {
    struct docx_styles *styles;
    struct docx_style *style;
};

static const char *keep(struct styles_loading *l, struct span value)
{
    return arena_copy(&l->styles->arena, value.at ? value.at : "", value.bytes);
}

static void begin_style(struct styles_loading *l, const struct xml_element *e)
{
    struct docx_styles *s = l->styles;
    MEM_GROW(s->items, s->count + 1, s->cap);
    l->style = &s->items[s->count++];
    *l->style = (struct docx_style){
        .id = keep(l, xml_attribute(e, "styleId")),
        .num_id = STYLE_UNSAID,
        .level = STYLE_UNSAID,
        .hidden = STYLE_UNSAID,
        .is_default = span_equal(xml_attribute(e, "type"), SPAN("paragraph")) && xml_flag(e, "default"),
    };
}

static bool on_start(void *context, const struct xml_element *e)
{
    struct styles_loading *l = context;
    if (e->space != XML_WORD)
        return true;
    if (strcmp(e->name, "style") == 0) {
        begin_style(l, e);
    } else if (!l->style) {
        return true;
    } else if (strcmp(e->name, "basedOn") == 0) {
        l->style->based_on = keep(l, xml_attribute(e, "val"));
    } else if (strcmp(e->name, "numId") == 0) {
        l->style->num_id = xml_number(e, "val", STYLE_UNSAID);
    } else if (strcmp(e->name, "ilvl") == 0) {
        l->style->level = xml_number(e, "val", STYLE_UNSAID);
    } else if (strcmp(e->name, "vanish") == 0) {
        l->style->hidden = xml_is_on(e);
    } else if (strcmp(e->name, "name") == 0) {
        struct span name = xml_attribute(e, "val");
        l->style->contents =
            name.bytes > 4 && strncasecmp(name.at, "toc ", 4) == 0 && name.at[4] >= '1' && name.at[4] <= '9';
    }
    return true;
}

static void on_end(void *context, enum xml_space space, const char *name)
{
    struct styles_loading *l = context;
    if (space == XML_WORD && strcmp(name, "style") == 0)
        l->style = NULL;
}

static int by_id(const void *a, const void *b)
{
    return strcmp(((const struct docx_style *)a)->id, ((const struct docx_style *)b)->id);
}

static int by_span(const void *id, const void *style)
{
    const struct span *span = id;
    const char *other = ((const struct docx_style *)style)->id;
    int order = strncmp(span->at, other, span->bytes);
    return order ? order : -(other[span->bytes] != 0);
}

bool docx_styles_load(struct docx_styles *styles, struct package *package, const char *part, struct buf *fault)
{
    static const struct xml_handler handler = { .start = on_start, .end = on_end };
    *styles = (struct docx_styles){ 0 };
    struct styles_loading loading = { .styles = styles };
    if (part && !xml_read(package, part, &handler, &loading, fault))
        return false;
    if (styles->count)
        qsort(styles->items, styles->count, sizeof *styles->items, by_id);
    return true;
}

void docx_styles_fini(struct docx_styles *styles)
{
    free(styles->items);
    arena_fini(&styles->arena);
}

const struct docx_style *docx_styles_find(const struct docx_styles *styles, struct span id)
{
    if (!id.at) {
        for (size_t i = 0; i < styles->count; i++)
            if (styles->items[i].is_default)
                return &styles->items[i];
        return NULL;
    }
    return styles->count ? bsearch(&id, styles->items, styles->count, sizeof *styles->items, by_span) : NULL;
}

struct docx_style docx_styles_resolve(const struct docx_styles *styles, const struct docx_style *style)
{
    struct docx_style all = { .num_id = STYLE_UNSAID, .level = STYLE_UNSAID, .hidden = STYLE_UNSAID };
    for (int i = 0; style && i < BASES_MAX; i++) {
        all.id = all.id ? all.id : style->id;
        all.num_id = all.num_id == STYLE_UNSAID ? style->num_id : all.num_id;
        all.level = all.level == STYLE_UNSAID ? style->level : all.level;
        all.hidden = all.hidden == STYLE_UNSAID ? style->hidden : all.hidden;
        all.contents |= style->contents;
        style = style->based_on ? docx_styles_find(styles, span_of(style->based_on)) : NULL;
    }
    return all;
}
