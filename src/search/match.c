/* SPDX-License-Identifier: MIT */
/*
 * The word's characters consumed so far are bits: bit j of a front says that the name's characters up to here can have
 * consumed the first j.  One glyph moves all of them on by a few shifts, whatever the readings, so that no strings are
 * enumerated.
 */
#include "search/match.h"

#include "base/mem.h"

/*
 * Adjacent characters from `from` on.  True when they can consume the word; *to is then behind the last of them,
 * where there is a choice the farthest.
 */
static bool run(const struct match_word *word, const uint16_t *ids, uint32_t count, uint32_t from, enum match_mode mode,
                uint32_t *to)
{
    uint64_t goal = UINT64_C(1) << word->count, front = 1;
    bool found = false;
    for (uint32_t i = from; i < count && front; i++) {
        uint16_t slot = word->slots[ids[i]];
        if (!slot)
            break;
        front = match_advance(&word->steps[slot], front, mode, word->count);
        if (front & goal) {
            *to = i + 1;
            found = true;
            front &= ~goal;
        }
    }
    return found;
}

/* Characters in order, with gaps. */
static bool reach(const struct match_word *word, const struct match_name *name, enum match_mode mode)
{
    uint64_t goal = UINT64_C(1) << word->count, front = 1;
    for (uint32_t i = 0; i < name->count; i++) {
        uint16_t slot = word->slots[name->ids[i]];
        if (!slot)
            continue;
        front |= match_advance(&word->steps[slot], front, mode, word->count);
        if (front & goal)
            return true;
    }
    return false;
}

/* The same beginning exactly at `from` and ending exactly with the last character. */
static bool reach_whole(const struct match_word *word, const struct match_name *name, uint32_t from,
                        enum match_mode mode)
{
    uint64_t goal = UINT64_C(1) << word->count, front = 1;
    uint32_t last = name->count - 1;
    if (from >= last || !word->slots[name->ids[last]] || !word->slots[name->ids[from]])
        return false;
    front = match_advance(&word->steps[word->slots[name->ids[from]]], front, mode, word->count) & ~goal;
    for (uint32_t i = from + 1; i < last && front; i++) {
        uint16_t slot = word->slots[name->ids[i]];
        if (slot)
            front |= match_advance(&word->steps[slot], front, mode, word->count) & ~goal;
    }
    return (match_advance(&word->steps[word->slots[name->ids[last]]], front, mode, word->count) & goal) != 0;
}

/* Tries an adjacent match from `from` on, in the shapes for one that ends the name or not; keeps it if better. */
static void try_adjacent(const struct match_word *word, const struct match_name *name, uint32_t from,
                         enum match_shape ending, enum match_shape other, struct match *best, bool *found)
{
    uint32_t to;
    if (!run(word, name->ids, name->count, from, word->mode_max, &to))
        return;
    enum match_shape shape = to == name->count ? ending : other;
    if (*found && shape > best->shape)
        return;
    enum match_mode mode = word->mode_min;
    uint32_t mode_to = to;
    while (mode < word->mode_max && !(run(word, name->ids, name->count, from, mode, &mode_to) &&
                                      (mode_to == name->count) == (to == name->count)))
        mode++;
    if (mode == word->mode_max)
        mode_to = to;
    if (*found && shape == best->shape && mode >= best->mode)
        return;
    *best = (struct match){ shape, mode, from, mode_to, mode_to - from };
    *found = true;
}

bool match_anchored(const struct match_word *word, const struct match_name *name, struct match *match)
{
    bool found = false;
    if (!word->steps || !name->count)
        return false;
    try_adjacent(word, name, 0, MATCH_WHOLE, MATCH_PREFIX, match, &found);
    for (uint8_t i = 0; i < name->heads_count; i++)
        try_adjacent(word, name, name->heads[i], MATCH_CORE, MATCH_PREFIX, match, &found);
    return found;
}

static bool find_adjacent(const struct match_word *word, const struct match_name *name, struct match *best)
{
    bool found = match_anchored(word, name, best);
    for (uint32_t from = 1; from < name->count && !(found && best->shape < MATCH_INNER); from++)
        if (word->slots[name->ids[from]])
            try_adjacent(word, name, from, MATCH_SUFFIX, MATCH_INNER, best, &found);
    return found;
}

static void find_gapped(const struct match_word *word, const struct match_name *name, struct match *best)
{
    enum match_mode mode = word->mode_min;
    while (mode < word->mode_max && !reach(word, name, mode))
        mode++;
    /* How many characters take part is not worth finding out here: a syllable has about three letters. */
    uint32_t about = mode == MATCH_LITERAL || mode == MATCH_LETTERS ? word->count : word->count / 3 + 1;
    *best = (struct match){ MATCH_GAPPED, mode, 0, name->count, about < name->count ? about : name->count };
    for (int i = -1; i < name->heads_count; i++) {
        uint32_t from = i < 0 ? 0 : name->heads[i];
        if (reach_whole(word, name, from, mode)) {
            best->shape = MATCH_GAPPED_WHOLE;
            best->from = from;
            return;
        }
    }
}

static bool find_long(const struct match_word *word, const struct match_name *name, struct match *match)
{
    for (uint32_t from = 0; word->long_ids && from + word->count <= name->count; from++)
        if (memcmp(word->long_ids, name->ids + from, word->count * sizeof *name->ids) == 0) {
            bool ends = from + word->count == name->count;
            enum match_shape shape = from == 0 ? (ends ? MATCH_WHOLE : MATCH_PREFIX)
                                     : ends    ? MATCH_SUFFIX
                                               : MATCH_INNER;
            *match = (struct match){ shape, MATCH_LITERAL, from, from + word->count, word->count };
            return true;
        }
    return false;
}

bool match_find(const struct match_word *word, const struct match_name *name, struct match *match)
{
    if (!word->steps)
        return find_long(word, name, match);
    if (name->count == 0 || (word->count > 1 && !reach(word, name, word->mode_max)))
        return false;
    if (find_adjacent(word, name, match))
        return true;
    if (word->count == 1)
        return false;
    find_gapped(word, name, match);
    return true;
}

bool match_adjacent(const struct match_word *word, const uint16_t *ids, uint32_t count, uint32_t from,
                    struct match *match)
{
    if (!word->steps) {
        struct match_name rest = { .ids = ids + from, .count = count - from };
        if (from > count || !find_long(word, &rest, match))
            return false;
        match->from += from;
        match->to += from;
        return true;
    }
    for (; from < count; from++)
        if (word->begins[ids[from] / 64] >> ids[from] % 64 & 1 &&
            run(word, ids, count, from, word->mode_max, &match->to)) {
            match->from = from;
            match->matched_count = match->to - from;
            return true;
        }
    return false;
}

/* Whether id is among eight: the compiler makes one comparison of it. */
static inline bool among_eight(uint16_t id, const uint16_t *ids)
{
    uint16_t found = 0;
    for (int i = 0; i < 8; i++)
        found |= (uint16_t)(ids[i] == id);
    return found;
}

/* The first place from `from` on where id stands, or count. */
static uint32_t place_of(uint16_t id, const uint16_t *ids, uint32_t count, uint32_t from)
{
    while (count - from >= 8 && !among_eight(id, ids + from))
        from += 8;
    while (from < count && ids[from] != id)
        from++;
    return from;
}

bool match_is_in(const struct match_word *word, const uint16_t *ids, uint32_t count)
{
    struct match match;
    uint32_t to;
    if (!word->first)
        return match_adjacent(word, ids, count, 0, &match);
    for (uint32_t at = 0; (at = place_of(word->first, ids, count, at)) < count; at++)
        if (word->count == 1 || run(word, ids, count, at, word->mode_max, &to))
            return true;
    return false;
}

/* From how many consumed characters of `before` the glyph can have gone on to `now`; -1: from none. */
static int step_back(const struct match_word *word, uint16_t id, uint64_t before, int now, enum match_mode mode)
{
    uint16_t slot = word->slots[id];
    for (int then = now > 6 ? now - 6 : 0; slot && then < now; then++)
        if (before >> then & 1 && match_advance(&word->steps[slot], UINT64_C(1) << then, mode, word->count) >> now & 1)
            return then;
    return -1;
}

void match_marks(const struct match_word *word, const struct match_name *name, const struct match *match, bool *marks)
{
    if (!word->steps) {
        memset(marks + match->from, true, match->to - match->from);
        return;
    }
    bool gaps = match->shape >= MATCH_GAPPED_WHOLE, anchored = match->shape == MATCH_GAPPED_WHOLE;
    uint64_t *fronts = mem_array((size_t)name->count + 1, sizeof *fronts); /* what was consumed before each character */
    fronts[match->from] = 1;
    for (uint32_t i = match->from; i < match->to; i++) {
        uint16_t slot = word->slots[name->ids[i]];
        uint64_t next = slot ? match_advance(&word->steps[slot], fronts[i], match->mode, word->count) : 0;
        fronts[i + 1] = gaps && !(anchored && i == match->from) ? fronts[i] | next : next;
    }
    uint32_t i = match->to;
    int now = (int)word->count;
    while (!anchored && gaps && i > match->from + 1 && fronts[i - 1] >> now & 1)
        i--; /* the earliest end, from which going back finds the latest, closest characters */
    for (; i > match->from && now > 0; i--) {
        int then = step_back(word, name->ids[i - 1], fronts[i - 1], now, match->mode);
        if (then >= 0) {
            marks[i - 1] = true;
            now = then;
        }
    }
    free(fronts);
}

/*
 * 省发展改革委 is called 发展改革委, 省委组织部 组织部, 浙江省林业局 林业局: what stands before is the level, and people leave
 * it out.  Heads are 省 within the first six characters, or 市, 县, 区, 州 as the very first; and 委 directly behind.
 */
void match_heads(struct match_name *name, const struct glyphs *glyphs)
{
    name->heads_count = 0;
    for (uint32_t i = 0; i < 6 && i + 2 < name->count; i++) { /* one character alone is no name: 团省委 */
        uint32_t c = glyphs->items[name->ids[i]].codepoint;
        bool level = c == 0x7701 || (i == 0 && (c == 0x5E02 || c == 0x53BF || c == 0x533A || c == 0x5DDE));
        if (!level)
            continue;
        name->heads[name->heads_count++] = (uint8_t)(i + 1);
        if (i + 3 < name->count && glyphs->items[name->ids[i + 1]].codepoint == 0x59D4)
            name->heads[name->heads_count++] = (uint8_t)(i + 2);
        return;
    }
}
