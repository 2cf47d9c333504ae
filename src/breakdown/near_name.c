/* SPDX-License-Identifier: MIT */
#include "breakdown/near_name.h"

#include <string.h>

#include "text/fold.h"

enum { CHAR_PROVINCE = 0x7701 /* 省 */, LEVEL_MAX_CHARS = 4, CORE_MIN_CHARS = 2 };

struct near_name near_name_of(struct arena *arena, struct text name)
{
    struct fold fold = fold_text(arena, name);
    struct near_name near = { .chars = fold.chars, .count = fold.count };
    for (uint32_t i = 1; i < fold.count && i < LEVEL_MAX_CHARS; i++) {
        if (fold.chars[i] == CHAR_PROVINCE && fold.count - i > CORE_MIN_CHARS) {
            near.chars += i;
            near.count -= i;
            break;
        }
    }
    for (uint32_t i = 0; i < near.count; i++)
        near.set |= 1ull << (near.chars[i] * 0x9E3779B1u >> 26);
    return near;
}

/* 市县区州旗镇乡: a longer name with one more of them is another, smaller place. */
static uint32_t places_count(struct near_name name)
{
    static const uint32_t places[] = { 0x5E02, 0x53BF, 0x533A, 0x5DDE, 0x65D7, 0x9547, 0x4E61 };
    uint32_t count = 0;
    for (uint32_t i = 0; i < name.count; i++)
        for (size_t k = 0; k < sizeof places / sizeof *places; k++)
            count += name.chars[i] == places[k];
    return count;
}

/* 委厅局办署: bodies whose short names are made by leaving characters out. */
static bool abbreviates_by_rule(uint32_t last)
{
    return last == 0x59D4 || last == 0x5385 || last == 0x5C40 || last == 0x529E || last == 0x7F72;
}

static bool is_subsequence(const uint32_t *few, uint32_t few_count, const uint32_t *many, uint32_t many_count)
{
    uint32_t found = 0;
    for (uint32_t i = 0; i < many_count && found < few_count; i++)
        found += few[found] == many[i];
    return found == few_count;
}

static bool stands_whole(const uint32_t *few, uint32_t few_count, const uint32_t *many, uint32_t many_count)
{
    for (uint32_t i = 0; i + few_count <= many_count; i++)
        if (memcmp(few, many + i, few_count * sizeof *few) == 0)
            return true;
    return false;
}

bool near_name_abbreviates(struct near_name a, struct near_name b)
{
    if (a.count > b.count) {
        struct near_name longer = a;
        a = b;
        b = longer;
    }
    if (a.count < CORE_MIN_CHARS + 2 || a.count == b.count || a.set & ~b.set)
        return false;
    uint32_t last = a.chars[a.count - 1];
    if (a.chars[0] != b.chars[0] || last != b.chars[b.count - 1] || !abbreviates_by_rule(last))
        return false;
    const uint32_t *few = a.chars + 1, *many = b.chars + 1;
    uint32_t few_count = a.count - 2, many_count = b.count - 2;
    /* The first character of an abbreviation is that of its first word. */
    return few[0] == many[0] && is_subsequence(few, few_count, many, many_count) &&
           !stands_whole(few, few_count, many, many_count) && places_count(a) == places_count(b);
}

bool near_name_equal(struct near_name a, struct near_name b)
{
    return a.count == b.count && memcmp(a.chars, b.chars, a.count * sizeof *a.chars) == 0;
}

bool near_name_one_off(struct near_name a, struct near_name b)
{
    if (a.count > b.count) {
        struct near_name longer = a;
        a = b;
        b = longer;
    }
    if (a.count < 4 || b.count - a.count > 1)
        return false;
    uint32_t head = 0, tail = 0;
    while (head < a.count && a.chars[head] == b.chars[head])
        head++;
    while (tail < a.count - head && a.chars[a.count - 1 - tail] == b.chars[b.count - 1 - tail])
        tail++;
    uint32_t rest = a.count - head - tail;
    bool swapped =
        rest == 2 && a.count == b.count && a.chars[head] == b.chars[head + 1] && a.chars[head + 1] == b.chars[head];
    return rest == 0 || (rest == 1 && a.count == b.count) || swapped;
}
