/* SPDX-License-Identifier: MIT */
/* The forms in which changes between two breakdowns are said; each appends to job->out. */
#ifndef COMMAND_DIFF_H
#define COMMAND_DIFF_H

#include "breakdown/diff.h"
#include "command/command.h"
#include "text/style.h"

/* Two breakdowns and what changed between them. */
struct comparison {
    const struct breakdown *old;
    const struct breakdown *new;
    const struct diff *diff;
};

void diff_text(struct job *job, const struct comparison *c);
/* diff_around.c: the parts of diff_text() before and behind the tasks, and what all of it writes its lines with. */
void diff_text_notice(struct job *job, const struct comparison *c);
void diff_text_registry(struct job *job, const struct comparison *c);
void diff_put_line(struct job *job, enum style style, const char *format, ...) __attribute__((format(printf, 3, 4)));
void diff_json(struct job *job, const struct comparison *c);
void diff_tsv(struct job *job, const struct comparison *c);

/* "added", "removed", "changed"; "lead-rule" …; "moved" …: the words of json and tsv. */
const char *diff_kind_word(enum diff_kind kind);
const char *diff_change_word(unsigned bit_no);
const char *diff_document_word(unsigned bit_no);
const char *diff_registry_word(enum diff_registry_kind kind);
const char *diff_unit_word(enum diff_unit_kind kind);
enum { DIFF_CHANGES_COUNT = 7, DIFF_DOCUMENTS_COUNT = 5 };

/* The unit a change of the registry speaks of: its new name, or its old one when it went. */
struct text diff_registry_name(const struct comparison *c, const struct diff_registry *change);

#endif
