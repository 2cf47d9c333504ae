/* SPDX-License-Identifier: MIT */
/* Inside the importer: the part of a task that is being put together, its text, its unit lists, its notes. */
#ifndef NOTICE_PART_H
#define NOTICE_PART_H

#include "breakdown/builder.h"
#include "notice/token.h"

struct part_text {
    struct notice *n;
    struct builder *builder;
    const uint32_t *next; /* the task's next token, by token; NO_IDX ends */
    struct buf text;
    struct buf *due;    /* of the task */
    struct text *notes; /* 适用范围：…; in the arena */
    uint32_t notes_count;
    uint32_t lists_from, lists_to; /* first list token and the last one; NO_IDX when there is none */
    uint32_t lists_count;          /* of all parts so far */
    bool list_first;               /* 1.（甲局负责）修桥: the text stands behind its list */
};

/* Adds to the text; apart: with a blank between, unless a mark ends what is there. */
void part_append(struct part_text *part, struct text text, bool starts_line, bool apart);
/* Adds a field that is a note: 适用范围：甲开发区. */
void part_note(struct part_text *part, const struct token *token);
/* Keeps the list that a part of the breakdown was given, with the places of its names in its wording (lead_rule.h). */
void part_keep_list(struct notice *notice, uint32_t part_idx, const struct unitlist *list);
/* Gives the part to the builder, and starts the next one. */
void part_end(struct part_text *part);

bool part_ends_in_mark(struct text text);

#endif
