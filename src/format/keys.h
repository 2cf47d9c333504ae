/* SPDX-License-Identifier: MIT */
/*
 * The keys of the file format, each in one row of one table: its word, what its value is, whether it must be there, and
 * what it says.  Loading, saving, the hints for slips and the list in fengong-breakdown(5) come from here; a new key is a
 * row, a case in load_*.c and a line in save.c.
 */
#ifndef FORMAT_KEYS_H
#define FORMAT_KEYS_H

#include <stdbool.h>

#include "base/span.h"

/* The groups of keys. */
enum key_map { MAP_DOCUMENT, MAP_UNIT, MAP_SECTION, MAP_PART, MAP_TASK, MAPS_COUNT };

/* Keys by their place in their group. */
enum {
    DOCUMENT_FORMAT,
    DOCUMENT_TITLE,
    DOCUMENT_ISSUER,
    DOCUMENT_YEAR,
    DOCUMENT_LEAD_RULE,
    DOCUMENT_UNITS,
    DOCUMENT_SECTIONS
};
enum { UNIT_NAME, UNIT_FULL, UNIT_ALIASES, UNIT_KIND, UNIT_COVERAGE, UNIT_MEMBERS, UNIT_MEMBER_KINDS, UNIT_OTHERS };
enum {
    SECTION_NO,
    SECTION_KIND,
    SECTION_HEADING,
    SECTION_UNDER,
    SECTION_LEADER_NAME,
    SECTION_TITLE,
    SECTION_ROLE,
    SECTION_TASKS
};
/* A task has the keys of a part and its own: with one part it says all of it itself. */
enum {
    PART_TEXT,
    PART_LABEL,
    PART_UNITS,
    PART_LEAD,
    PART_SUPPORT,
    PART_WORDING,
    PART_NOTES,
    PART_OPEN,
    PART_KEYS_COUNT,
    TASK_NO = PART_KEYS_COUNT,
    TASK_PARTS,
    TASK_INLINE,
    TASK_DUE,
    TASK_LEADER,
    TASK_CONTACT
};
enum { KEYS_MAX = 16 }; /* in one group */

enum key_type {
    KEY_TEXT,  /* a text on one line */
    KEY_PROSE, /* the same, running text, in which signs of YAML may be meant as such */
    KEY_NUMBER,
    KEY_FLAG,  /* true, false */
    KEY_WORD,  /* one of a few */
    KEY_TEXTS, /* a list of texts */
    KEY_WORDS, /* a list of words */
    KEY_MAPS   /* a list of groups of keys */
};

struct key {
    const char *word;
    enum key_type type;
    bool required;
    const char *help; /* one line, to be translated */
};

/* The keys of a group, ended by one whose word is NULL. */
const struct key *keys_of(enum key_map map);
/* The word of one of them. */
const char *keys_word(enum key_map map, int key);
/* The place of a word in its group, or -1. */
int keys_find(enum key_map map, struct span word);
/* The first key of any group with that word, or NULL. */
const struct key *keys_any(struct span word);
/* 文字, 文字列表 …; 文件的键, 单位的键 …: to be translated. */
const char *keys_type_name(enum key_type type);
const char *keys_map_name(enum key_map map);

#endif
