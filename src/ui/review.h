/* SPDX-License-Identifier: MIT */
/* What is to be looked at in an imported notice: its doubts in the order of its lines, each with its task and place. */
#ifndef UI_REVIEW_H
#define UI_REVIEW_H

#include "notice/import.h"

struct review_doubt {
    uint32_t line_no;   /* of the notice; 0: of no line */
    uint32_t piece_idx; /* the stretch of the line that it is about; NO_IDX: the line, or the whole notice */
    uint32_t task_idx;  /* that came of it; NO_IDX: none */
    struct text text;   /* the choice, and what else it could be */
};

struct review {
    const struct import_result *result;
    struct review_doubt *doubts;
    uint32_t doubts_count;
    uint32_t *yaml_line_nos; /* by task: where it begins in what import writes */
    struct arena arena;
};

/* Borrows the result. */
void review_init(struct review *review, const struct import_result *result);
void review_fini(struct review *review);

/* The first piece of a line, or the first behind it where it has none; pieces_count when there is none. */
uint32_t review_line_find(const struct review *review, uint32_t line_no);

#endif
