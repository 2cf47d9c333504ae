/* SPDX-License-Identifier: MIT */
#include "search/filter_number.h"

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
