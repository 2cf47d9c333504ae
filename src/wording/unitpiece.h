/* SPDX-License-Identifier: MIT */
/*
 * The steps between a unit list and its names (wording/unitlist.c): pieces of the list's key, then what 等, verbs and
 * brackets say about them, then whole names.  Used by nobody else.
 */
#ifndef WORDING_UNITPIECE_H
#define WORDING_UNITPIECE_H

#include "base/buf.h"
#include "wording/keyed.h"
#include "wording/label.h"

enum separator { SEPARATOR_NONE, SEPARATOR_DUN, SEPARATOR_COMMA, SEPARATOR_SEMICOLON, SEPARATOR_CONJUNCTION };

struct unitpiece {
    uint32_t from, to;             /* the name as it stands */
    uint32_t whole_from, whole_to; /* the piece of the list that it came from */
    enum separator before;
    enum hint own;       /* A（牵头）, ★A */
    enum hint label;     /* of the label in force */
    uint32_t segment_no; /* what one verb governs */
    bool with;           /* 会同 A */
    bool guessed;        /* head is a level that a reader may doubt (unitlevel.h) */
    struct text head;    /* said once before: 省, 各; or empty */
    struct text tail;    /* said once behind: 政府; or empty */
};

/* What a list says beside its names, as it has it. */
struct unitclauses {
    struct buf text;
    uint32_t end; /* of the last clause, in the list */
};

struct unitpieces {
    struct arena *arena;
    struct keyed k;
    struct unitpiece *items;
    uint32_t count, cap;
    enum hint *verbs; /* by segment */
    uint32_t segments_count;
    struct unitclauses when;    /* 年内持续推进: what a list says of when, not who */
    struct unitclauses remarks; /* 以下除注明者外均同: a clause that is no name */
    bool open_ended;
    bool unpaired; /* a bracket without its other half was taken for none */
};

/* Appends a piece, which the next call may move. */
struct unitpiece *unitpieces_add(struct unitpieces *p, uint32_t from, uint32_t to, enum separator before);
/* unitcut.c: cuts the list at its separators, labels and infix verbs (A牵头B配合). */
void unitpieces_cut(struct unitpieces *p);
/* Takes verbs, 等, role brackets and conjunctions of each piece; drops pieces that are nothing else. */
void unitpieces_strip(struct unitpieces *p);
/* Puts names together: collectives with separators of their own, shared endings, level prefixes. */
void unitpieces_join(struct unitpieces *p);
/* unitlevel.c: gives the names that lack a level the one that the list says; guessed where a reader may doubt it. */
void unitpieces_carry_level(struct unitpieces *p);

#endif
