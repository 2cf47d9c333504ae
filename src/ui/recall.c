/* SPDX-License-Identifier: MIT */
#include "ui/recall.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void recall_fini(struct recall *recall)
{
    for (int i = 0; i < RECALL_PROMPTS_MAX; i++)
        for (int k = 0; k < RECALL_WORDS_MAX; k++)
            free(recall->of[i].words[k]);
    *recall = (struct recall){ 0 };
}

static struct recalled *recalled_of(struct recall *recall, const struct prompt *prompt)
{
    for (int i = 0; i < RECALL_PROMPTS_MAX; i++) {
        if (!recall->of[i].prompt)
            recall->of[i].prompt = prompt;
        if (recall->of[i].prompt == prompt)
            return &recall->of[i];
    }
    return NULL;
}

void recall_keep(struct recall *recall, const struct prompt *prompt, struct text text)
{
    struct recalled *recalled = recalled_of(recall, prompt);
    struct span word = span_trim(text_span(text));
    int at = 0;
    if (!recalled || !word.bytes)
        return;
    while (at + 1 < RECALL_WORDS_MAX && recalled->words[at] && !span_equal(span_of(recalled->words[at]), word))
        at++;
    free(recalled->words[at]);
    memmove(recalled->words + 1, recalled->words, (size_t)at * sizeof *recalled->words);
    char *copy = mem_alloc(word.bytes + 1);
    memcpy(copy, word.at, word.bytes);
    copy[word.bytes] = '\0';
    recalled->words[0] = copy;
}

const char *recall_get(const struct recall *recall, const struct prompt *prompt, uint32_t nth)
{
    for (int i = 0; i < RECALL_PROMPTS_MAX; i++)
        if (recall->of[i].prompt == prompt)
            return nth < RECALL_WORDS_MAX ? recall->of[i].words[nth] : NULL;
    return NULL;
}
