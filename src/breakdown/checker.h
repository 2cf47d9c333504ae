/* SPDX-License-Identifier: MIT */
/* The inside of check.h, shared by the check*.c files only: one file for each kind of fault. */
#ifndef BREAKDOWN_CHECKER_H
#define BREAKDOWN_CHECKER_H

#include "breakdown/check.h"

/* check_registry.c: undefined, unused and near-same units, collectives. */
void check_registry(const struct breakdown *b, struct diags *diags);
/* check_lists.c: who leads, who is named twice, wordings that say something else than the list. */
void check_lists(const struct breakdown *b, struct diags *diags);
/* check_text.c: punctuation, quotes, doubled words, stray blanks. */
void check_texts(const struct breakdown *b, struct diags *diags);
/* Says what nobody sees in a text; and of one that begins or ends with a blank of any kind, for which it returns true. */
bool check_stray(struct text text, struct place place, struct diags *diags);
/* check_keys.c: parts that their texts do not tell apart. */
void check_keys(const struct breakdown *b, struct diags *diags);
/* check_numbers.c: gaps, repeats, order, and the notice's own sums. */
void check_numbers(const struct breakdown *b, struct diags *diags);

/* A place in a volume's file. */
static inline struct place check_place(const struct breakdown *b, uint32_t volume_idx, struct mark mark)
{
    return (struct place){ b->volumes[volume_idx].path, mark.line_no, mark.col_no };
}

static inline uint32_t check_part_volume(const struct breakdown *b, const struct part *part)
{
    return b->sections[b->tasks[part->task_idx].section_idx].volume_idx;
}

#endif
