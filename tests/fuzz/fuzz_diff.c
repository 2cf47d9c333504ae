/* SPDX-License-Identifier: MIT */
/* Two files, parted by a byte of 0, against each other; one alone against a good one: the changes and the sheet of them. */
#include "breakdown/diff.h"
#include "fuzz/fuzz.h"
#include "sheet/sheet.h"

/* Words that were and are, one behind the other, are the texts. */
static void check_words(const struct breakdown *old, const struct breakdown *b, const struct diff_task *task)
{
    size_t was = 0, is = 0, old_bytes = 0, new_bytes = 0;
    if (task->kind != DIFF_CHANGED || !(task->changes & DIFF_REWORDED))
        return;
    for (uint32_t i = 0; i < task->words_count; i++) {
        was += task->words[i].side != DIFF_NEW ? task->words[i].text.bytes : 0;
        is += task->words[i].side != DIFF_OLD ? task->words[i].text.bytes : 0;
    }
    const struct slice old_parts = old->tasks[task->old_task_idx].parts, parts = b->tasks[task->new_task_idx].parts;
    for (uint32_t i = old_parts.from; i < slice_end(old_parts); i++)
        old_bytes += old->parts[i].text.bytes;
    for (uint32_t i = parts.from; i < slice_end(parts); i++)
        new_bytes += b->parts[i].text.bytes;
    LAW(was >= old_bytes && is >= new_bytes);
}

static void compare(const struct breakdown *old, const struct breakdown *b)
{
    struct diff *diff = diff_new(old, b);
    struct index *index = index_new(b);
    struct sheet *sheet = sheet_new_of_changes(old, b, index, diff);
    struct buf out = { 0 };
    LAW(diff->removed_count + diff->changed_count + diff->same_count == old->tasks_count);
    LAW(diff->added_count + diff->changed_count + diff->same_count == b->tasks_count);
    for (uint32_t i = 0; i < diff->tasks_count; i++)
        check_words(old, b, &diff->tasks[i]);
    sheet_write(sheet, FORMAT_TEXT, (struct sheet_options){ 0 }, &out);
    LAW(foreign_at(buf_view(&out), "\n\f") == out.bytes);
    buf_fini(&out);
    sheet_free(sheet);
    index_free(index);
    diff_free(diff);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
    struct span rest = { (const char *)data, bytes };
    struct span first = fuzz_next(&rest);
    struct breakdown *a = fuzz_load(first);
    struct breakdown *b = a ? fuzz_load(rest.bytes ? rest : SPAN(FUZZ_BREAKDOWN)) : NULL;
    if (b) {
        struct diff *none = diff_new(a, a);
        LAW(diff_empty(none));
        diff_free(none);
        compare(a, b);
        compare(b, a);
    }
    breakdown_free(a);
    breakdown_free(b);
    return 0;
}
