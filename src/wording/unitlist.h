/* SPDX-License-Identifier: MIT */
/*
 * Official unit lists: "省发展改革委，温州市、苍南县政府等" → names.  The one place that knows separators (、 ， ； 及 和),
 * shared endings, collectives with separators of their own, 等, notes and verbs.  check.h proves with it that a
 * wording expands to the units beside it; notice/ imports with it.
 */
#ifndef WORDING_UNITLIST_H
#define WORDING_UNITLIST_H

#include "wording/keyed.h"
#include "wording/role.h"

/* One name of a list. */
struct unitlist_item {
    struct text name; /* as the registry has it: 温州市政府, 省委组织部 (without the （省委人才办） behind it) */
    struct text wording; /* the piece of the list it came from: 温州市 */
    enum role role;      /* only meaningful when roles_given */
    bool level_guessed;  /* 区 of 区农发局 is not in the wording, and a reader may doubt it */
};

struct unitlist {
    struct unitlist_item *items; /* in arena */
    uint32_t count;
    bool open_ended;     /* 等 */
    bool unpaired;       /* a bracket without its other half stands in it */
    bool leads_by_with;  /* A、B会同C: that B leads as well is what 会同 says, and no label */
    bool only_support;   /* all of them support: who leads is not said */
    bool roles_given;    /* the list itself says who leads (A牵头，B参与; 牵头单位：A；配合单位：B) */
    struct text wording; /* the list without notes */
    struct text *notes;  /* 列第一位者为牵头或汇总单位，下同 */
    uint32_t notes_count;
    struct text when;    /* 年内持续推进: when, not who; empty */
    struct text remarks; /* a clause that names nobody: 以下除注明者外均同; empty */
};

/* Takes the list as printed, without label or outer parentheses; half-width punctuation does as well. */
void unitlist_parse(struct arena *arena, struct text list, struct unitlist *out);
/* The same in the arena. */
struct unitlist *unitlist_new(struct arena *arena, struct text list);

/* Is a stretch of a key a note to a list: says who leads by place (列第一位者为牵头单位), or 下同? */
bool unitlist_is_note(const struct keyed *k, uint32_t from, uint32_t to);

#endif
