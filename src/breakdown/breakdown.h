/* SPDX-License-Identifier: MIT */
/*
 * The breakdown (责任分解): who answers for which task of a government's work report.  Flat arrays and indices into
 * them; every text is clean and lives in the breakdown's arena.  Immutable after load: a reload makes a new one.
 *
 * One breakdown holds one or more volumes (one notice each: a year, a place) over one shared registry of units, so
 * that a unit's page runs over all of them.
 *
 * Order is official everywhere: sections, tasks, parts, and the units inside a list stand as the notice has them.
 */
#ifndef BREAKDOWN_BREAKDOWN_H
#define BREAKDOWN_BREAKDOWN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "breakdown/names.h"
#include "text/text.h"
#include "wording/role.h"

#define NO_IDX UINT32_MAX

/* Line and column of a thing in its volume's file, from 1; 0 when it came from no file. */
struct mark {
    uint32_t line_no;
    uint32_t col_no;
};

/* A place a little behind a mark, in half the room; the mark itself when it is too far to say. */
struct near {
    uint16_t lines;
    uint16_t col_no;
};

/* A slice of one of the breakdown's arrays. */
struct slice {
    uint32_t from;
    uint32_t count;
};

/* The index behind its last. */
static inline uint32_t slice_end(struct slice slice)
{
    return slice.from + slice.count;
}

/* One notice. */
struct volume {
    const char *path; /* as named by the user, NUL-terminated, raw: clean it before showing */
    struct text name; /* short and unique among the volumes: the year, or year and place */
    struct text title;
    struct mark title_mark;
    struct text issuer;    /* may be empty */
    struct text lead_rule; /* the notice's own words; may be empty */
    int year;              /* 0: not said */
    struct slice sections;
    struct file_stamp stamp;
};

enum section_kind { SECTION_LEADER, SECTION_LIVELIHOOD, SECTION_GENERAL };

/* A leader's part (部分), the livelihood part, or a heading of a notice without leaders. */
struct section {
    enum section_kind kind;
    uint32_t volume_idx;
    struct text id; /* "1" … ordinal among the volume's leader and general sections; "m" livelihood ("m2" a second) */
    struct text no; /* as printed, 一; may be empty */
    struct text heading; /* 一、袁家军省长主抓重点工作 */
    struct slice under;  /* texts[]: headings above, outermost first */
    struct text leader;  /* empty unless SECTION_LEADER */
    struct text title;   /* 省长 */
    struct text role;    /* 主抓, 牵头 */
    struct slice tasks;
    struct mark mark;
};

struct task {
    uint32_t section_idx;
    int no;            /* as printed */
    struct text id;    /* 2.7, m.4; with several volumes 2020:2.7; unique ("2.7#2" for a number that occurs twice) */
    bool inline_lists; /* the unit lists stand in the text, in （） behind each part */
    struct slice parts;
    struct text due;     /* 完成时限; may be empty, as the next two */
    struct text leader;  /* 牵头领导 */
    struct text contact; /* 联系人 */
    struct mark mark;
};

/* A part (分项) of a task: its own text and units.  Most tasks have one. */
struct part {
    uint32_t task_idx;
    uint32_t lead_bytes; /* of a given wording: ask part_lead_bytes() */
    struct text id;      /* the task's id when it is the only part, else m.4.2 */
    struct text text;
    struct text label; /* 牵头单位, 责任单位; may be empty */
    struct text
        wording; /* the unit list as the notice has it, with its 等, without notes; empty when it is the names */
                 /* joined with 、: ask part_wording() */
    struct slice notes;  /* texts[] */
    struct slice duties; /* duties[], official order */
    struct mark mark;    /* where it begins; text, label and wording a little behind, see mark_near() */
    struct near text_at, label_at, wording_at;
    bool wording_given : 1; /* the file says it */
    bool roles_given : 1;   /* the file says lead: and support:; otherwise the label's rule made the roles */
    bool open_ended : 1;    /* the list ends with 等 */
    bool faulty : 1;        /* only when loaded for_check: its list may lack what the file has */
    bool livelihood : 1;    /* as its section is, which is far away: ask part_is_livelihood() */
};

/* A unit named in a part's list.  There are many of them in a large file: their order and widths save a third of it. */
struct duty {
    uint32_t part_idx;
    uint32_t unit_idx : 31; /* UNITS_MAX and what lists of a file can name at most stay below */
    uint32_t role : 1;      /* enum role */
    struct near at;         /* behind the part's mark */
};

enum unit_kind {
    UNIT_DEPARTMENT,
    UNIT_PARTY,
    UNIT_JUDICIAL,
    UNIT_CENTRAL,
    UNIT_CITY,
    UNIT_COUNTY,
    UNIT_ENTERPRISE,
    UNIT_INSTITUTE,
    UNIT_MASS,
    UNIT_COLLECTIVE,
    UNIT_OTHER,
    UNIT_KINDS_COUNT
};

/* Whom a collective (集合单位) binds: nothing (a plain unit), every member, or some members, unsaid which. */
enum coverage { COVERAGE_NONE, COVERAGE_ALL, COVERAGE_SOME };

struct unit {
    struct text name;     /* short, as the notice lists it */
    struct text full;     /* may be empty */
    struct slice aliases; /* texts[] */
    enum unit_kind kind;
    enum coverage coverage;
    bool others;                /* a collective with (further) members that the notice does not list */
    bool undefined;             /* used in a list but not in the registry; check reports it */
    uint32_t member_kinds;      /* bits 1 << enum unit_kind, as the file has them */
    struct slice members_given; /* members[]: as the file lists them */
    struct slice members;       /* members[]: those and all units of member_kinds */
    uint32_t volume_idx;        /* whose registry */
    struct mark mark;
};

struct breakdown {
    struct arena arena;
    struct volume *volumes;
    struct section *sections;
    struct task *tasks;
    struct part *parts;
    struct duty *duties;
    struct unit *units;
    struct text *texts;
    uint32_t *members;  /* unit indices */
    struct names names; /* every name of every unit */
    uint32_t volumes_count, sections_count, tasks_count, parts_count, duties_count, units_count, texts_count,
        members_count;
    bool units_faulty, tasks_faulty; /* only when loaded for_check: there were errors in these lists */
};

void breakdown_free(struct breakdown *breakdown);

/* The mark of a place near another, and back. */
static inline struct near near_of(struct mark base, struct mark mark)
{
    bool fits = mark.line_no >= base.line_no && mark.line_no - base.line_no <= UINT16_MAX && mark.col_no <= UINT16_MAX;
    return fits ? (struct near){ (uint16_t)(mark.line_no - base.line_no), (uint16_t)mark.col_no } : (struct near){ 0 };
}
static inline struct mark mark_near(struct mark base, struct near near)
{
    return near.col_no ? (struct mark){ base.line_no + near.lines, near.col_no } : base;
}

/* The YAML word of a kind ("department"), and its Chinese name (政府部门). */
const char *unit_kind_word(enum unit_kind kind);
struct text unit_kind_name(enum unit_kind kind);
/* The kind of a word; UNIT_KINDS_COUNT when there is none such. */
enum unit_kind unit_kind_find(struct text word);
const char *section_kind_word(enum section_kind kind);
const char *coverage_word(enum coverage coverage); /* "all", "some", NULL */

/* The volume a task stands in. */
const struct volume *task_volume(const struct breakdown *b, const struct task *task);
const struct section *task_section(const struct breakdown *b, const struct task *task);
/* Is the part one of 民生实事, which are counted apart everywhere? */
bool part_is_livelihood(const struct breakdown *b, uint32_t part_idx);

/*
 * Appends the whole text of a task: its parts one after the other, without the number; unit lists （责任单位：…） only
 * where the notice has them inline.
 */
void task_text(const struct breakdown *b, const struct task *task, struct buf *out);

/* Appends the unit list as the notice has it: as given, or the names joined with 、. */
void part_wording(const struct breakdown *b, const struct part *part, struct buf *out);
/* How many bytes at the wording's head name the first unit, when it leads by its place; 0 when it stands elsewhere. */
uint32_t part_lead_bytes(const struct breakdown *b, const struct part *part);
/* Appends the names of a part's units of one role joined with 、. */
void part_names(const struct breakdown *b, const struct part *part, enum role role, struct buf *out);
uint32_t part_role_count(const struct breakdown *b, const struct part *part, enum role role);

/* Appends texts of a slice of texts[] with a separator between them. */
void texts_join(const struct breakdown *b, struct slice slice, const char *between, struct buf *out);
/* Appends the names of all of a collective's members joined with 、. */
void unit_member_names(const struct breakdown *b, const struct unit *unit, struct buf *out);

/* A short title: the first clause of the text (up to 。 or ， when that is short enough to stand alone). */
struct text part_title(const struct part *part);
struct text task_title(const struct breakdown *b, const struct task *task);

/*
 * Tasks by id: 2.7, 二.7, 二、7, 2-7, m.4, 民生.4, m.4.2 (a part), full-width digits; with several volumes also
 * 2020:2.7, and without the volume every volume's task of that number.  Fills at most max of them, the part's index NO_IDX
 * for a whole task, and returns how many: no section has more than one.
 */
struct task_ref {
    uint32_t task_idx;
    uint32_t part_idx;
};
uint32_t task_find(const struct breakdown *b, struct text id, struct task_ref *refs, uint32_t max);

/* Sections by leader's name, ordinal (2, 二), id (m, 民生, livelihood) or heading; fills as task_find does. */
uint32_t section_find(const struct breakdown *b, struct text what, uint32_t *section_idxs, uint32_t max);

/* The unit whose short name, full name or alias is exactly name; NO_IDX when there is none. */
uint32_t unit_find(const struct breakdown *b, struct text name);

#endif
