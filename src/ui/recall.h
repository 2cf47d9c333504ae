/* SPDX-License-Identifier: MIT */
/* The words typed before, prompt by prompt: Up in an empty field brings them back, the last first. */
#ifndef UI_RECALL_H
#define UI_RECALL_H

#include "text/text.h"

struct prompt;

enum { RECALL_PROMPTS_MAX = 6, RECALL_WORDS_MAX = 20 };

/* Zero-initialised is empty. */
struct recall {
    struct recalled {
        const struct prompt *prompt;
        char *words[RECALL_WORDS_MAX]; /* the last first; heap */
    } of[RECALL_PROMPTS_MAX];
};

void recall_fini(struct recall *recall);
/* Keeps what was typed for a prompt, once; blank words are nothing. */
void recall_keep(struct recall *recall, const struct prompt *prompt, struct text text);
/* The nth before now, from 0; NULL when there is none. */
const char *recall_get(const struct recall *recall, const struct prompt *prompt, uint32_t nth);

#endif
