/* SPDX-License-Identifier: MIT */
#include "document/docx_numbering.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "document/xml.h"
#include "text/utf8.h"

struct numbering_loading {
    struct numbering *numbering;
    struct numbering_abstract *abstract; /* at hand */
    struct numbering_num *num;
    struct numbering_level *level;
    int override_no;
};

static const struct numbering_level plain_level = { .start = 1, .restart = -1, .text = "" };

static void begin_abstract(struct numbering_loading *l, const struct xml_element *e)
{
    struct numbering *n = l->numbering;
    MEM_GROW(n->abstracts, n->abstracts_count + 1, n->abstracts_cap);
    l->abstract = &n->abstracts[n->abstracts_count++];
    *l->abstract = (struct numbering_abstract){ .id = xml_number(e, "abstractNumId", -1) };
    for (int i = 0; i < NUMBERING_LEVELS; i++)
        l->abstract->levels[i] = plain_level;
    l->num = NULL;
}

static void begin_num(struct numbering_loading *l, const struct xml_element *e)
{
    struct numbering *n = l->numbering;
    MEM_GROW(n->nums, n->nums_count + 1, n->nums_cap);
    l->num = &n->nums[n->nums_count++];
    *l->num = (struct numbering_num){ .id = xml_number(e, "numId", -1), .abstract_id = -1 };
    for (int i = 0; i < NUMBERING_LEVELS; i++)
        l->num->starts[i] = -1;
    l->abstract = NULL;
}

static int level_no(const struct xml_element *e)
{
    long no = xml_number(e, "ilvl", 0);
    return no < 0 || no >= NUMBERING_LEVELS ? 0 : (int)no;
}

static void begin_level(struct numbering_loading *l, const struct xml_element *e)
{
    int no = level_no(e);
    l->level = NULL;
    if (l->abstract) {
        l->level = &l->abstract->levels[no];
    } else if (l->num) {
        l->level = arena_alloc(&l->numbering->arena, sizeof *l->level);
        l->num->levels[l->override_no] = l->level;
    }
    if (l->level)
        *l->level = plain_level;
}

static const char *keep(struct numbering_loading *l, const struct xml_element *e)
{
    struct span value = xml_attribute(e, "val");
    return value.at ? arena_copy(&l->numbering->arena, value.at, value.bytes) : "";
}

static void read_level(struct numbering_loading *l, const struct xml_element *e)
{
    struct numbering_level *level = l->level;
    long number = xml_number(e, "val", -1);
    if (strcmp(e->name, "start") == 0)
        level->start = number < 0 ? 0 : (uint32_t)number;
    else if (strcmp(e->name, "numFmt") == 0)
        level->ordinal = ordinal_of(xml_attribute(e, "val"));
    else if (strcmp(e->name, "lvlText") == 0)
        level->text = keep(l, e);
    else if (strcmp(e->name, "lvlRestart") == 0)
        level->restart = number < 0 || number > NUMBERING_LEVELS ? -1 : (int)number;
    else if (strcmp(e->name, "isLgl") == 0)
        level->legal = xml_is_on(e);
    else if (strcmp(e->name, "suff") == 0)
        level->glued = span_equal(xml_attribute(e, "val"), SPAN("nothing"));
    else if (strcmp(e->name, "pStyle") == 0)
        level->style = keep(l, e);
}

static bool on_start(void *context, const struct xml_element *e)
{
    struct numbering_loading *l = context;
    if (e->space != XML_WORD)
        return true;
    if (strcmp(e->name, "abstractNum") == 0) {
        begin_abstract(l, e);
    } else if (strcmp(e->name, "num") == 0) {
        begin_num(l, e);
    } else if (strcmp(e->name, "lvl") == 0) {
        begin_level(l, e);
    } else if (strcmp(e->name, "lvlOverride") == 0) {
        l->override_no = level_no(e);
    } else if (strcmp(e->name, "startOverride") == 0 && l->num) {
        l->num->starts[l->override_no] = xml_number(e, "val", -1);
    } else if (strcmp(e->name, "abstractNumId") == 0 && l->num) {
        l->num->abstract_id = xml_number(e, "val", -1);
    } else if (strcmp(e->name, "numStyleLink") == 0 && l->abstract) {
        l->abstract->style_link = keep(l, e);
    } else if (l->level) {
        read_level(l, e);
    }
    return true;
}

static void on_end(void *context, enum xml_space space, const char *name)
{
    struct numbering_loading *l = context;
    if (space == XML_WORD && strcmp(name, "lvl") == 0)
        l->level = NULL;
}

static int num_by_id(const void *a, const void *b)
{
    long x = ((const struct numbering_num *)a)->id, y = ((const struct numbering_num *)b)->id;
    return x < y ? -1 : x > y;
}

static int abstract_by_id(const void *a, const void *b)
{
    long x = ((const struct numbering_abstract *)a)->id, y = ((const struct numbering_abstract *)b)->id;
    return x < y ? -1 : x > y;
}

bool numbering_load(struct numbering *numbering, struct package *package, const char *part, struct buf *fault)
{
    static const struct xml_handler handler = { .start = on_start, .end = on_end };
    *numbering = (struct numbering){ 0 };
    struct numbering_loading loading = { .numbering = numbering };
    if (part && !xml_read(package, part, &handler, &loading, fault))
        return false;
    if (numbering->nums_count)
        qsort(numbering->nums, numbering->nums_count, sizeof *numbering->nums, num_by_id);
    if (numbering->abstracts_count)
        qsort(numbering->abstracts, numbering->abstracts_count, sizeof *numbering->abstracts, abstract_by_id);
    return true;
}

void numbering_fini(struct numbering *numbering)
{
    free(numbering->abstracts);
    free(numbering->nums);
    arena_fini(&numbering->arena);
}

struct numbering_num *numbering_find(const struct numbering *numbering, long id)
{
    struct numbering_num key = { .id = id };
    return numbering->nums_count ? bsearch(&key, numbering->nums, numbering->nums_count, sizeof key, num_by_id) : NULL;
}

struct numbering_abstract *numbering_abstract_find(const struct numbering *numbering, long id)
{
    struct numbering_abstract key = { .id = id };
    return numbering->abstracts_count
               ? bsearch(&key, numbering->abstracts, numbering->abstracts_count, sizeof key, abstract_by_id)
               : NULL;
}

static const struct numbering_level *level_of(const struct numbering_abstract *abstract,
                                              const struct numbering_num *num, int level)
{
    return num->levels[level] ? num->levels[level] : &abstract->levels[level];
}

/* Levels below start anew with the next of theirs, as far as they are told to. */
static void restart_below(struct numbering_abstract *abstract, const struct numbering_num *num, int level)
{
    for (int i = level + 1; i < NUMBERING_LEVELS; i++) {
        int restart = level_of(abstract, num, i)->restart;
        if (restart < 0 || level < restart)
            abstract->used[i] = false;
    }
}

static void put_label(const struct numbering_abstract *abstract, const struct numbering_num *num, int level,
                      struct buf *label)
{
    const struct numbering_level *own = level_of(abstract, num, level);
    for (const char *at = own->text; *at; at++) {
        int no = at[0] == '%' && at[1] >= '1' && at[1] <= '9' ? at[1] - '1' : -1;
        if (no < 0) {
            buf_char(label, *at);
            continue;
        }
        const struct numbering_level *other = level_of(abstract, num, no);
        uint32_t number = abstract->used[no] ? abstract->counters[no] : other->start;
        ordinal_put(label, own->legal ? ORDINAL_DECIMAL : other->ordinal, number);
        at++;
    }
}

void numbering_count(struct numbering_abstract *abstract, struct numbering_num *num, int level, struct buf *label)
{
    if (num->starts[level] >= 0 && !num->begun[level])
        abstract->used[level] = false;
    const struct numbering_level *own = level_of(abstract, num, level);
    uint32_t start = num->starts[level] >= 0 ? (uint32_t)num->starts[level] : own->start;
    abstract->counters[level] = abstract->used[level] ? abstract->counters[level] + 1 : start;
    abstract->used[level] = num->begun[level] = true;
    restart_below(abstract, num, level);
    if (own->ordinal == ORDINAL_BULLET) /* a mark that says nothing */
        return;
    size_t before = label->bytes;
    put_label(abstract, num, level, label);
    /* "1." and "1.1" would run into digits behind them; 一、 would not. */
    if (!own->glued && label->bytes > before && (unsigned char)label->at[label->bytes - 1] < 0x80)
        buf_char(label, ' ');
}
