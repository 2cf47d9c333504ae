/* SPDX-License-Identifier: MIT */
/*
 * What changed between two breakdowns.  Tasks are matched by their text, never by their number: the same text first
 * (of the same leader where it occurs twice), then the most similar one.  Says nothing itself: command/ prints it.
 */
#ifndef BREAKDOWN_DIFF_H
#define BREAKDOWN_DIFF_H

#include "breakdown/breakdown.h"

/* A stretch of words: both texts have it, only the old one, only the new one. */
enum diff_side { DIFF_BOTH, DIFF_OLD, DIFF_NEW };
struct diff_word {
    enum diff_side side;
    struct text text; /* of the old text for DIFF_OLD, else of the new one */
};

/* A unit whose place in a task changed. */
enum diff_unit_kind {
    DIFF_UNIT_ADDED,
    DIFF_UNIT_REMOVED,
    DIFF_UNIT_LEADS,   /* supported before, leads now */
    DIFF_UNIT_SUPPORTS /* led before, supports now */
};
struct diff_unit {
    enum diff_unit_kind kind;
    struct text name;
    enum role role; /* the new one; of a removed unit the old one */
};

enum diff_kind { DIFF_SAME, DIFF_ADDED, DIFF_REMOVED, DIFF_CHANGED };

/* What changed in a task that both have; several at once. */
enum diff_change {
    DIFF_MOVED = 1 << 0,    /* another section or number */
    DIFF_REWORDED = 1 << 1, /* words */
    DIFF_UNITS = 1 << 2,    /* units */
    DIFF_LABEL = 1 << 3,
    DIFF_NOTES = 1 << 4,
    DIFF_WORDING = 1 << 5, /* the list reads otherwise though the units are the same (or 等 came or went) */
    DIFF_FIELDS = 1 << 6   /* due, leader, contact */
};

struct diff_task {
    enum diff_kind kind;
    unsigned changes;      /* enum diff_change bits, for DIFF_CHANGED */
    uint32_t old_task_idx; /* NO_IDX for DIFF_ADDED */
    uint32_t new_task_idx; /* NO_IDX for DIFF_REMOVED */
    /* For DIFF_REWORDED the parts' texts, one after the other, in stretches; borrows from diff and breakdowns. */
    const struct diff_word *words;
    uint32_t words_count;
    const struct diff_unit *units; /* for DIFF_UNITS: the changes; none when only their order changed */
    uint32_t units_count;
};

/* A change of the registry. */
enum diff_registry_kind {
    DIFF_REGISTRY_ADDED,
    DIFF_REGISTRY_REMOVED,
    DIFF_REGISTRY_RENAMED, /* another short name; the same full name, or one's name is the other's alias */
    DIFF_REGISTRY_FULL,
    DIFF_REGISTRY_ALIASES,
    DIFF_REGISTRY_KIND,   /* kind, coverage, others */
    DIFF_REGISTRY_MEMBERS /* of a collective */
};
struct diff_registry {
    enum diff_registry_kind kind;
    uint32_t old_unit_idx; /* NO_IDX when added */
    uint32_t new_unit_idx; /* NO_IDX when removed */
};

/* A section that came, went, or has another heading, leader, title, role or printed number. */
struct diff_section {
    enum diff_kind kind;
    uint32_t old_section_idx; /* NO_IDX when added */
    uint32_t new_section_idx; /* NO_IDX when removed */
};

/* What changed in the notices themselves. */
enum diff_document {
    DIFF_TITLE = 1 << 0,
    DIFF_ISSUER = 1 << 1,
    DIFF_YEAR = 1 << 2,
    DIFF_LEAD_RULE = 1 << 3,
    DIFF_VOLUMES = 1 << 4 /* another count of volumes; the others then speak of the first one */
};

struct diff {
    struct arena arena;
    struct slice old_volumes, new_volumes; /* what was compared */
    unsigned document;                     /* enum diff_document bits */
    struct diff_section *sections;         /* the changes only; in the new order, removed ones last */
    uint32_t sections_count;
    struct diff_task *tasks; /* the changes only: in the new order, a removed task where it stood */
    uint32_t tasks_count;
    struct diff_registry *registry; /* in the new registry's order, removed units last */
    uint32_t registry_count;
    uint32_t added_count, removed_count, changed_count, same_count; /* tasks */
};

/* Compares all volumes of both; borrows the breakdowns while the diff lives. */
struct diff *diff_new(const struct breakdown *old, const struct breakdown *new);
/* Compares two volumes of one breakdown; both have its registry, so that of units nothing is said. */
struct diff *diff_new_volumes(const struct breakdown *b, uint32_t old_volume_idx, uint32_t new_volume_idx);
void diff_free(struct diff *diff);
/* Nothing changed at all. */
bool diff_empty(const struct diff *diff);

/*
 * The stretches that lead from one text to the other, in arena; returns how many.  Runs of Latin letters and of digits
 * stay whole, Chinese goes by the character.
 */
uint32_t diff_words(struct arena *arena, struct text old, struct text new, const struct diff_word **words);

#endif
