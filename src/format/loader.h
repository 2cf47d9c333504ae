/* SPDX-License-Identifier: MIT */
/*
 * The inside of load.h, shared by the load*.c files only: how keys and values are taken from the stream of YAML nodes
 * and given to the builder, with every fault reported and none fatal.
 */
#ifndef FORMAT_LOADER_H
#define FORMAT_LOADER_H

#include "breakdown/builder.h"
#include "format/keys.h"
#include "format/yaml_reader.h"

/* A group of keys that is being read: which it may have, and where each stood. */
struct map {
    enum key_map map;
    bool begun;
    struct mark mark;
    struct mark seen[KEYS_MAX]; /* line_no 0: not there */
    int first;                  /* the key it began with, -1 before */
    bool torn;                  /* a key came again: perhaps a second map runs on where a "- " is missing */
    uint32_t strange;           /* unknown keys before any known one */
    uint32_t misspelt;          /* bits of the keys that an unknown one was taken for */
};

/* Where in the file the loader is: what its next step reads. */
enum load_at { LOAD_START, LOAD_ROOT, LOAD_UNITS, LOAD_SECTIONS, LOAD_SECTION, LOAD_TASKS, LOAD_DONE };

struct loader {
    struct builder builder;
    struct diags *diags;
    /* The file that is being read. */
    struct yaml_reader *reader;
    const char *file;
    struct text label; /* of the last list */
    enum load_at at;
    struct map root, section;
    uint32_t units_no, sections_no, tasks_no; /* items of the list so far */
    bool list_full;                           /* of the part at hand: said already */
    size_t errors_before_part;                /* diags->errors_count when the part began */
};

struct place load_place(const struct loader *loader, struct mark mark);

/*
 * load_map.c.  Steps through a map whose YAML_MAP node was read: returns the index of the next known key and its value's
 * first node in *value; -1 at its end.  Reports and steps over unknown keys (a warning; a misspelt one is an error) and
 * repeated ones (error).
 */
struct map map_begin(enum key_map keys, struct mark mark);
int map_next(struct loader *loader, struct map *map, struct yaml_node *value);
static inline bool map_has(const struct map *map, int key)
{
    return map->seen[key].line_no != 0;
}
static inline bool map_misspelt(const struct map *map, int key)
{
    return map->misspelt >> key & 1;
}
/* Neither there nor misspelt: then its lack is to be reported. */
static inline bool map_lacks(const struct map *map, int key)
{
    return !map_has(map, key) && !map_misspelt(map, key);
}

/*
 * Each takes the value whose first node is given and steps over it; what has the wrong shape is reported (and is then a
 * text with a NULL at, so that nobody calls it empty as well).
 */
struct text take_text(struct loader *loader, struct yaml_node node, const char *key);
/*
 * Was the next key, indented too far, taken for more of this value?  The parser fails behind it and says so.  Looks at
 * what comes next: the node's value is gone.
 */
static inline bool takes_next_key(const struct loader *loader, struct yaml_node node)
{
    return node.folded && yaml_broken(loader->reader);
}
/* The same for what need not be there, but says something where it is: empty is worth a warning. */
struct text take_said(struct loader *loader, struct yaml_node node, const char *key);
bool take_number(struct loader *loader, struct yaml_node node, const char *key, int *number); /* 1 … 999999 */
bool take_flag(struct loader *loader, struct yaml_node node, const char *key);
/* A list of texts, each of which goes to item() with its place. */
typedef void take_item(struct loader *loader, void *context, struct span raw, struct mark mark);
void take_list(struct loader *loader, struct yaml_node node, const char *key, take_item *item, void *context);
/* A list of texts → a slice of the breakdown's texts. */
struct slice take_texts(struct loader *loader, struct yaml_node node, const char *key);
/* Is the node a list (of what key holds)?  An empty value is an empty list: then false without a word. */
bool take_list_begin(struct loader *loader, struct yaml_node node, const char *key);

/* load_document.c: the keys of the document itself. */
void load_document_begin(struct loader *loader);
void load_document_step(struct loader *loader);
/* load_unit.c: one item of units:. */
void load_unit(struct loader *loader, struct yaml_node node, uint32_t item_no);
/* load_task.c: one item of tasks:, of the section last added. */
void load_task(struct loader *loader, struct yaml_node node, uint32_t item_no);
/* load_section.c: the keys of a section but tasks:; returns false when the section's map has ended. */
bool load_section_step(struct loader *loader);
void load_section_begin(struct loader *loader, struct yaml_node node, uint32_t item_no);

#endif
