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

/* The words of json and tsv, by kind or by the number of a bit: "added", "removed", "changed"; "lead_rule" …; "moved" …. */
enum { DIFF_CHANGES_COUNT = 7, DIFF_DOCUMENTS_COUNT = 5 };
extern const char *const diff_kind_words[], *const diff_registry_words[], *const diff_unit_words[];
extern const char *const diff_change_words[DIFF_CHANGES_COUNT], *const diff_document_words[DIFF_DOCUMENTS_COUNT];

/* The unit a change of the registry speaks of: its new name, or its old one when it went. */
struct text diff_registry_name(const struct comparison *c, const struct diff_registry *change);

#endif
