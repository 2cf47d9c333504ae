/* SPDX-License-Identifier: MIT */
/* A breakdown put together step by step in its own flat arrays: sections, tasks, parts, duties in document order. */
#ifndef NOTICE_BUILDER_H
#define NOTICE_BUILDER_H

#include "breakdown/breakdown.h"
#include "wording/unitlist.h"

struct builder {
    struct breakdown *b;
    size_t sections_cap, tasks_cap, parts_cap, duties_cap, units_cap, texts_cap, members_cap;
    uint32_t livelihoods_count, plains_count; /* of sections so far: they number the ids */
};

/* A breakdown of one volume without sections; the caller frees it with breakdown_free(). */
void builder_init(struct builder *builder, const char *path);
/* Opens a section, a task in it, a part in that; all texts are copied. */
struct section *builder_section(struct builder *builder, enum section_kind kind, struct text heading);
void builder_under(struct builder *builder, struct text heading);
struct task *builder_task(struct builder *builder, int no);
struct part *builder_part(struct builder *builder, struct text text);
/* The part's units, wording, notes and roles; returns how many units stood in the list twice (and are kept once). */
uint32_t builder_units(struct builder *builder, struct text label, const struct unitlist *list);
/* Kinds, members of collectives, ids of parts: when everything is there.  local: see units_guess.h. */
void builder_finish(struct builder *builder, bool local);
struct text builder_keep(struct builder *builder, struct text text);

#endif
