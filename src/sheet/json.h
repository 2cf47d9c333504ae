/* SPDX-License-Identifier: MIT */
/*
 * The breakdown's things as JSON values (jansson), in the one form that every command gives out (format 1).  The
 * caller owns what is returned.
 */
#ifndef SHEET_JSON_H
#define SHEET_JSON_H

#include <jansson.h>

#include "breakdown/breakdown.h"
#include "breakdown/index.h"

enum { JSON_FORMAT = 1 };

json_t *json_text(struct text text);
/* null for the empty text. */
json_t *json_text_or_null(struct text text);

json_t *json_part(const struct breakdown *b, const struct part *part);
/* The task with all its parts, or with one (part_idx; NO_IDX: all). */
json_t *json_task(const struct breakdown *b, const struct task *task, uint32_t part_idx);
/* The section without its tasks. */
json_t *json_section_head(const struct breakdown *b, const struct section *section);
json_t *json_counts(const uint32_t counts[BONDS_COUNT]);
json_t *json_unit(const struct breakdown *b, const struct index *index, uint32_t unit_idx);
json_t *json_breakdown(const struct breakdown *b, const struct index *index);

/* Appends value, indented, with a line feed behind it, and gives the value up. */
void json_put(json_t *value, struct buf *out);

#endif
