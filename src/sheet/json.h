/* SPDX-License-Identifier: MIT */
/*
 * The breakdown's things as JSON, in the one form that every command gives out (format 1).  Each appends the members of
 * an object that the caller opens and closes, so that he may add his own.
 */
#ifndef SHEET_JSON_H
#define SHEET_JSON_H

#include "breakdown/breakdown.h"
#include "breakdown/index.h"
#include "text/json.h"

enum { JSON_FORMAT = 1 };

/* Opens the outermost object, with its "format". */
struct json json_answer(struct buf *out);

void json_part(struct json *json, const struct breakdown *b, const struct part *part);
/* The task with all its parts, or with one (part_idx; NO_IDX: all). */
void json_task(struct json *json, const struct breakdown *b, const struct task *task, uint32_t part_idx);
/* The section without its tasks. */
void json_section_head(struct json *json, const struct breakdown *b, const struct section *section);
/* An object under key. */
void json_counts(struct json *json, const char *key, const uint32_t counts[BONDS_COUNT]);
void json_unit(struct json *json, const struct breakdown *b, const struct index *index, uint32_t unit_idx);
/* Appends all of it, letting it leave on the way (buf_drain()). */
void json_breakdown(const struct breakdown *b, const struct index *index, struct buf *out);

#endif
