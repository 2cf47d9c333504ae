/* SPDX-License-Identifier: MIT */
/*
 * The only maker of breakdowns: whoever reads a document (YAML, a notice, a test) opens volumes, sections, tasks and
 * parts in the order of the document, and the builder grows the arrays, gives ids and roles, knows units by name and
 * expands collectives.  Reports what only it can see (an alias used as a name) to diags; prints nothing.
 *
 * The breakdown can be looked at while it grows: after builder_settle() it is one that ends early, whose texts and
 * ids stay where they are until the next call.  A unit that lists name before the registry does is undefined until then.
 * Indices of units may move when the builder finishes; names and ids do not change their meaning.
 */
#ifndef BREAKDOWN_BUILDER_H
#define BREAKDOWN_BUILDER_H

#include "breakdown/breakdown.h"

/* Above any notice, and above a whole country's file; beneath what 32-bit indices and memory bear. */
enum {
    TASKS_MAX = 1000000,
    UNITS_MAX = 1000000,
    PART_UNITS_MAX = 4096, /* in one list */
    ALIASES_MAX = 256,     /* of one unit */
    MEMBERS_MAX = 8000000, /* of all collectives */
    BONDS_MAX = 100000000  /* that have to be compared, where one list binds a unit in several ways */
};

/* The largest index of a unit that a duty holds. */
#define UNIT_IDX_MAX UINT32_C(0x7FFFFFFF)

struct builder {
    struct breakdown *b;
    struct diags *diags; /* may be NULL */
    size_t volumes_cap, sections_cap, tasks_cap, parts_cap, duties_cap, units_cap, texts_cap, members_cap;
    size_t registered_cap, member_marks_cap;
    uint32_t *registered; /* units in the registry's order */
    uint32_t registered_count;
    struct mark *member_marks;               /* by index of b->members: of those that documents list */
    uint32_t members_listed;                 /* of b->members; behind them stand the expanded ones */
    uint32_t volumes_settled, tasks_settled; /* have their names, their ids */
    struct buf scratch;
};

/* diags: where to report to, or NULL. */
void builder_init(struct builder *builder, struct diags *diags);
/*
 * The breakdown, which is the caller's from here on; NULL when collectives have too many members: then it is
 * reported, and builder_drop() is to come.
 */
struct breakdown *builder_finish(struct builder *builder);
/* Instead of builder_finish(): nothing is left. */
void builder_drop(struct builder *builder);
/* Makes b->… of what was added so far a breakdown to look at: ids, members, names of volumes.  False as above. */
bool builder_settle(struct builder *builder);

/*
 * Each opens one inside the one last opened, all of it empty, for the caller to fill in with texts from builder_keep();
 * valid until the next is opened.  path is copied.
 */
struct volume *builder_volume(struct builder *builder, const char *path);
struct section *builder_section(struct builder *builder, enum section_kind kind);
struct task *builder_task(struct builder *builder, int no);
struct part *builder_part(struct builder *builder);
/* Adds a unit to the list of the part last opened, by its name as typed; false when the list is full. */
bool builder_duty(struct builder *builder, struct span name, enum role role, struct mark mark);
/*
 * Closes the part last opened, once its label, wording, list and roles_given are there: gives the roles that its label
 * means (or puts those who lead first), and finds the first unit at the head of a wording.
 */
void builder_part_end(struct builder *builder);

/* A copy in the breakdown's arena. */
struct text builder_keep(struct builder *builder, struct text text);
/* Adds a kept text to the slice of texts that is filled just now; an empty slice begins here. */
void builder_text(struct builder *builder, struct text text, struct slice *slice);
/* Adds a member by its name as typed to the slice that is filled just now. */
void builder_member(struct builder *builder, struct span name, struct mark mark, struct slice *members);

/*
 * Registers a unit whose texts are kept and whose aliases and members stand in the slices filled just now.  The name
 * may be raw.  In a second volume the first definition rules, and aliases are united.  Returns the unit that had the name
 * in this volume before (then nothing is added), or NO_IDX.
 */
uint32_t builder_unit(struct builder *builder, struct span name, const struct unit *unit);

/* For the builder's own files: gives collectives their members; false when they are too many (then reported). */
bool builder_expand(struct builder *builder);
/* Finds the first unit at the head of the part's wording. */
void builder_lead(struct builder *builder, struct part *part);

#endif
