/* SPDX-License-Identifier: MIT */
/*
 * Automatic numbers of a Word document (ISO/IEC 29500-1, 17.9): what Word shows before a paragraph stands nowhere in it
 * and is counted here.  Counters belong to an abstract numbering: two lists that share one go on counting, unless the
 * second says where it starts.
 */
#ifndef DOCUMENT_DOCX_NUMBERING_H
#define DOCUMENT_DOCX_NUMBERING_H

#include "base/arena.h"
#include "document/ordinal.h"
#include "document/package.h"

enum { NUMBERING_LEVELS = 9 };

struct numbering_level {
    enum ordinal ordinal;
    uint32_t start;
    int restart;       /* the level (from 1) whose paragraphs start this one anew; 0: none; -1: any above */
    bool legal;        /* isLgl: all numbers in decimal */
    bool glued;        /* nothing between number and text */
    const char *text;  /* "%1、" */
    const char *style; /* the paragraph style that has this level; NULL */
};

struct numbering_abstract {
    long id;
    const char *style_link; /* the numbering style that says it instead; NULL */
    struct numbering_level levels[NUMBERING_LEVELS];
    uint32_t counters[NUMBERING_LEVELS];
    bool used[NUMBERING_LEVELS];
};

struct numbering_num {
    long id;
    long abstract_id;
    long starts[NUMBERING_LEVELS];                    /* startOverride; -1: none */
    struct numbering_level *levels[NUMBERING_LEVELS]; /* an override's own; NULL */
    bool begun[NUMBERING_LEVELS];
};

struct numbering {
    struct arena arena;
    struct numbering_abstract *abstracts; /* by id after loading, as the nums */
    size_t abstracts_count, abstracts_cap;
    struct numbering_num *nums;
    size_t nums_count, nums_cap;
};

/* part NULL: a document without numbering.  False: fault says why. */
bool numbering_load(struct numbering *numbering, struct package *package, const char *part, struct buf *fault);
void numbering_fini(struct numbering *numbering);

struct numbering_num *numbering_find(const struct numbering *numbering, long id);
struct numbering_abstract *numbering_abstract_find(const struct numbering *numbering, long id);

/* Counts a paragraph of abstract and num at this level (from 0), and appends what Word shows before it. */
void numbering_count(struct numbering_abstract *abstract, struct numbering_num *num, int level, struct buf *label);

#endif
