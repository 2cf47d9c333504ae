/* SPDX-License-Identifier: MIT */
#include "sheet/face.h"

bool face_next(struct span *list, unsigned *seen, enum face *face, struct span *name)
{
    static const char *const words[FACES_COUNT] = { [FACE_TITLE] = "title",
                                                    [FACE_HEADING] = "heading",
                                                    [FACE_TEXT] = "text",
                                                    [FACE_UNITS] = "units",
                                                    [FACE_NUMBER] = "number" };
    const char *comma = memchr(list->at, ',', list->bytes);
    struct span first = { list->at, comma ? (size_t)(comma - list->at) : list->bytes };
    const char *equals = memchr(first.at, '=', first.bytes);
    if (!equals)
        return false;
    struct span word = span_trim((struct span){ first.at, (size_t)(equals - first.at) });
    struct span rest = span_trim((struct span){ equals + 1, first.bytes - (size_t)(equals + 1 - first.at) });
    for (int i = 0; i < FACES_COUNT; i++) {
        if (!span_equal(word, span_of(words[i])) || !rest.bytes || *seen >> i & 1)
            continue;
        *seen |= 1u << i;
        *face = (enum face)i;
        *name = rest;
        list->at += first.bytes + (comma != NULL);
        list->bytes -= first.bytes + (comma != NULL);
        return true;
    }
    return false;
}

bool face_list_good(struct span list)
{
    enum face face;
    struct span name;
    unsigned seen = 0;
    while (list.bytes && face_next(&list, &seen, &face, &name))
        ;
    return list.bytes == 0;
}
