/* SPDX-License-Identifier: MIT */
#include "base/diag.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"

__attribute__((format(printf, 4, 0))) static void add(struct diags *diags, enum severity severity, struct place place,
                                                      const char *format, va_list args)
{
    size_t *count = severity == SEVERITY_ERROR ? &diags->errors_count : &diags->warnings_count;
    if (++*count > DIAGS_MAX)
        return;
    struct buf text = { 0 };
    buf_vprintf(&text, format, args);
    MEM_GROW(diags->items, diags->count + 1, diags->cap);
    diags->items[diags->count++] = (struct diag){ severity, place, text.at };
}

void diag_error(struct diags *diags, struct place place, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add(diags, SEVERITY_ERROR, place, format, args);
    va_end(args);
}

void diag_warning(struct diags *diags, struct place place, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add(diags, SEVERITY_WARNING, place, format, args);
    va_end(args);
}

void diag_move(struct diags *from, struct diags *to)
{
    size_t errors_room = to->errors_count < DIAGS_MAX ? DIAGS_MAX - to->errors_count : 0;
    size_t warnings_room = to->warnings_count < DIAGS_MAX ? DIAGS_MAX - to->warnings_count : 0;
    to->errors_count += from->errors_count;
    to->warnings_count += from->warnings_count;
    to->unread = to->unread || from->unread;
    for (size_t i = 0; i < from->count; i++) {
        size_t *room = from->items[i].severity == SEVERITY_ERROR ? &errors_room : &warnings_room;
        if (!*room)
            continue;
        --*room;
        MEM_GROW(to->items, to->count + 1, to->cap);
        to->items[to->count++] = from->items[i];
        from->items[i].text = NULL;
    }
    diag_fini(from);
}

static int by_place(const struct diag *a, const struct diag *b)
{
    const char *file_a = a->place.file ? a->place.file : "";
    const char *file_b = b->place.file ? b->place.file : "";
    int order = strcmp(file_a, file_b);
    if (order == 0)
        order = (a->place.line_no > b->place.line_no) - (a->place.line_no < b->place.line_no);
    if (order == 0)
        order = (a->place.col_no > b->place.col_no) - (a->place.col_no < b->place.col_no);
    return order;
}

/* Merge sort: qsort() is not stable, and two faults of one place keep the order in which they were found. */
static void sort(struct diag *items, struct diag *spare, size_t count)
{
    if (count < 2)
        return;
    size_t half = count / 2;
    sort(items, spare, half);
    sort(items + half, spare, count - half);
    memcpy(spare, items, half * sizeof *items);
    size_t left = 0, right = half, out = 0;
    while (left < half)
        items[out++] = right < count && by_place(&items[right], &spare[left]) < 0 ? items[right++] : spare[left++];
}

void diag_sort(struct diags *diags)
{
    struct diag *spare = mem_array(diags->count / 2 + 1, sizeof *spare);
    sort(diags->items, spare, diags->count);
    free(spare);
}

void diag_fini(struct diags *diags)
{
    for (size_t i = 0; i < diags->count; i++)
        free(diags->items[i].text);
    free(diags->items);
    *diags = (struct diags){ 0 };
}
