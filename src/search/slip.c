/* SPDX-License-Identifier: MIT */
/*
 * One slip of the pen.  Two fronts instead of one (search/match.c): what can have been consumed without a slip, and with
 * one.  A character that is missing needs no care here: a gap is no slip.
 */
#include "search/match.h"

/* What two characters swapped need to know of the glyph before. */
struct slip {
    uint64_t exact, slipped, swapped;
};

static struct slip step_on(const struct match_word *word, uint16_t slot, struct slip now)
{
    const struct match_step *step = &word->steps[slot];
    enum match_mode mode = word->mode_max;
    struct slip next = {
        .exact = match_advance(step, now.exact, mode, word->count),
        .slipped = match_advance(step, now.slipped, mode, word->count),
        .swapped = now.exact & step->literal >> 1 & word->others,
    };
    /* A character that is another's; in an abbreviation a letter that is. */
    next.slipped |= (now.exact & (word->others | word->letters)) << 1;
    next.slipped |= (now.swapped & step->literal & word->others) << 2;
    for (int chars = 2; slot && chars < 8; chars++)
        next.slipped |= (now.exact & word->slips[slot].slipped[chars]) << chars;
    next.slipped |= (next.exact & word->others) << 1; /* one too many */
    return next;
}

/* From `from` on: the end of the characters that consume the word, as far as possible; 0 when none do. */
static uint32_t run_slipped(const struct match_word *word, const struct match_name *name, uint32_t from)
{
    uint64_t goal = UINT64_C(1) << word->count;
    struct slip now = { .exact = 1, .slipped = (1 & word->others) << 1 };
    uint32_t to = 0;
    for (uint32_t i = from; i < name->count && (now.exact | now.slipped); i++) {
        now = step_on(word, word->slots[name->ids[i]], now);
        if (now.slipped & goal)
            to = i + 1;
        now.exact &= ~goal;
        now.slipped &= ~goal;
    }
    return to;
}

bool match_slipped(const struct match_word *word, const struct match_name *name, struct match *match)
{
    bool found = false;
    if (!word->slips || name->count == 0)
        return false;
    for (int i = -1; i < name->heads_count; i++) {
        uint32_t from = i < 0 ? 0 : name->heads[i], to = run_slipped(word, name, from);
        enum match_shape shape = to == name->count ? (i < 0 ? MATCH_WHOLE : MATCH_CORE) : MATCH_PREFIX;
        if (to <= from || (found && shape >= match->shape))
            continue;
        *match = (struct match){ shape, word->mode_max, from, to, to - from };
        found = true;
    }
    return found;
}
