/* SPDX-License-Identifier: MIT */
#include "search/filter_field.h"

#include <stdlib.h>
#include <string.h>

#include "text/fold.h"
#include "wording/quantity.h"

enum { DUES_MAX = 8 };

bool filter_due(const struct breakdown *b, struct due_period wanted, struct text word, const struct task *task)
{
    struct due_period periods[DUES_MAX];
    struct buf folded = { 0 };
    if (text_empty(task->due))
        return false;
    uint32_t count = duedate_read(task->due, task_volume(b, task)->year, periods, DUES_MAX);
    for (uint32_t i = 0; i < count && wanted.to; i++)
        if (periods[i].to >= wanted.from && periods[i].to <= wanted.to)
            return true;
    fold_to(&folded, task->due);
    bool found = !wanted.to && memmem(folded.at, folded.bytes, word.at, word.bytes);
    buf_fini(&folded);
    return found;
}

bool filter_figures(const struct breakdown *b, struct text word, const struct task *task)
{
    struct quantities quantities = { 0 };
    struct buf folded = { 0 };
    bool found = false;
    for (uint32_t i = 0; i < task->parts.count && !found; i++) {
        struct text text = b->parts[task->parts.from + i].text;
        quantity_find(text, &quantities);
        for (uint32_t k = 0; k < quantities.count && !found; k++) {
            const struct quantity *quantity = &quantities.items[k];
            buf_clear(&folded);
            fold_to(&folded, quantity->verb);
            fold_to(&folded, text_slice(text, quantity->from_bytes, quantity->to_bytes));
            fold_to(&folded, quantity->object);
            found = text_empty(word) || memmem(folded.at, folded.bytes, word.at, word.bytes);
        }
    }
    free(quantities.items);
    buf_fini(&folded);
    return found;
}

bool filter_may_be_number(struct text word)
{
    for (size_t i = 0; i < word.bytes; i++)
        if (word.at[i] >= '0' && word.at[i] <= '9')
            return true;
    return word.at[word.bytes - 1] == '.';
}

bool filter_is_number_of(struct text word, const struct task *task)
{
    int no = 0;
    if (text_equal(word, task->id))
        return true;
    if (span_starts(text_span(task->id), text_span(word)) && word.at[word.bytes - 1] == '.')
        return true;
    for (size_t i = 0; i < word.bytes; i++) {
        if (word.at[i] < '0' || word.at[i] > '9' || i > 6)
            return false;
        no = no * 10 + (word.at[i] - '0');
    }
    return no == task->no;
}
