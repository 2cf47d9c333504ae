/* SPDX-License-Identifier: MIT */
/* Inside the importer: tokens → items (tree.c), and what a line is to those above it (tree_line.c). */
#ifndef NOTICE_TREE_H
#define NOTICE_TREE_H

#include "notice/token.h"

struct item_tree {
    struct notice *notice;
    uint32_t current;   /* item, or NO_IDX before the first number */
    uint32_t pending;   /* first token of the lines that belong to nothing yet; NO_IDX when there is none */
    uint32_t last_mark; /* the last number's token */
    bool done;          /* the current item has a unit list, and no text behind it */
    bool leader_heads;  /* a leader on a line by himself stands above his tasks, not below each */
};

struct item *tree_item(struct item_tree *tree, uint32_t item_idx);
const struct keyed *tree_key(struct item_tree *tree, const struct token *token);

/* Is the token the whole of its line, and text? */
bool tree_whole_line(struct item_tree *tree, uint32_t token_idx);
/* 某市人民政府 above its date, or above one more that signs, ends the text. */
bool tree_is_signature(struct item_tree *tree, uint32_t token_idx);
/*
 * 责任单位： and the units on the next line, or a list that runs over several lines: the line goes on with the list or
 * the field above it.
 */
bool tree_goes_on(struct item_tree *tree, uint32_t token_idx);
/* 主要措施：… behind a unit list goes on with the task. */
bool tree_is_content(struct item_tree *tree, const struct token *token);
/* 具体措施： above the first of points that are below the current item. */
bool tree_introduces(struct item_tree *tree, uint32_t token_idx);

#endif
