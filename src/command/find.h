/* SPDX-License-Identifier: MIT */
/* What a name on the command line means, for the commands that want exactly one thing (search/resolve.h). */
#ifndef COMMAND_FIND_H
#define COMMAND_FIND_H

#include "command/command.h"
#include "search/resolve.h"
#include "sheet/json.h"
#include "sheet/sheet.h"

/*
 * What query means, among `kinds`.  False when that is not sure: then a message was printed, in which `what` (单位) says
 * what was looked for, and candidates, if there are any, were listed on standard output (how many more there are: in a message).
 */
bool find_meaning(struct job *job, struct text query, unsigned kinds, const char *what, struct meaning *meaning);

/* Do the words of print mean the targets in figures: targets, 指标? */
bool find_targets(struct text query);
/* The sheet that query means: 全部, a leader's, a section's, a unit's, a task's.  False as find_meaning(). */
bool find_subject(struct job *job, struct text query, struct sheet_subject *subject);

/* Prepares job->search and job->search_leaders. */
void find_prepare(struct job *job);

/*
 * Appends what means a unit, a leader, a section or a task in job->format: text and tsv a line (a unit: name, lead,
 * support, via; a leader: name, title, tasks; else id and heading or text).
 */
void find_line(struct job *job, struct meaning meaning);
/* The same as members of a JSON object. */
void find_json(struct json *json, const struct job *job, struct meaning meaning);
/* Appends a task's or a part's id; in a table so that a spreadsheet keeps it. */
void find_put_id(struct job *job, struct text id);
/* Sets the tasks that the words of a filter leave (search/filter.h), room for every task; returns how many. */
uint32_t find_tasks(struct job *job, struct text words, bool *tasks);
/* How many tasks are a leader's. */
uint32_t find_leader_tasks(const struct job *job, uint32_t leader_idx);

#endif
