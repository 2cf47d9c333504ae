/* SPDX-License-Identifier: MIT */
/*
 * What is printed (任务单): a leader's tasks, a unit's, one task or part, the livelihood items, all.  A sheet says once what
 * stands on the paper; one small file per output format (sheet_text.c, sheet_markdown.c, …) says how it looks.
 * It opens and starts nothing.
 */
#ifndef SHEET_SHEET_H
#define SHEET_SHEET_H

#include "breakdown/breakdown.h"
#include "breakdown/diff.h"
#include "breakdown/index.h"
#include "breakdown/targets.h"
#include "sheet/format.h"

enum sheet_kind {
    SHEET_ALL,
    SHEET_SECTION,
    SHEET_TASK,
    SHEET_PART,
    SHEET_UNIT,
    SHEET_LEADER,
    SHEET_TASKS,
    SHEET_CHANGES,
    SHEET_TARGETS
};

/*
 * What a sheet is of: a section (a leader's, livelihood), a task, a part, a unit, by index; a leader whom tasks name,
 * by index among index->leaders; tasks that were picked out (sheet_new_for()); what changed to a volume from the one
 * before it, by its index; targets in figures, idx being their order (enum targets_order); or everything.
 */
struct sheet_subject {
    enum sheet_kind kind;
    uint32_t idx;
};

enum sheet_row_kind {
    SHEET_HEADING, /* text */
    SHEET_ITEM,    /* a task's part: no, text, facts … */
    SHEET_REMARK   /* text said aside: "members are not listed in the notice" */
};

/* What stands before a text: nothing before a further part; "7."; where sections mix, the task's id or the part's. */
enum sheet_number { NUMBER_NONE, NUMBER_NO, NUMBER_TASK, NUMBER_PART };

/* There are as many as tasks: what a row says is not kept in it, but asked of the breakdown by the functions below. */
struct sheet_row {
    unsigned kind : 2;   /* enum sheet_row_kind */
    unsigned number : 2; /* enum sheet_number */
    unsigned bond : 3;   /* enum bond; BONDS_COUNT where it is not a unit's */
    unsigned role : 1;   /* enum role: of the collective via_idx */
    unsigned level : 24; /* of a heading: 1, 2 … */
    uint32_t part_idx;   /* SHEET_ITEM; else NO_IDX */
    uint32_t said_idx;   /* of sheet->said: what is no part's text, what a changed task was before; NO_IDX: nothing */
    union {
        uint32_t via_idx;    /* on a unit's sheet: the collective, or NO_IDX */
        uint32_t target_idx; /* SHEET_TARGETS: of sheet->targets */
    };
};

struct sheet {
    struct arena arena;
    const struct breakdown *breakdown;
    const struct index *index;
    struct sheet_subject subject;
    struct text picked_by;   /* what its tasks were filtered by; empty: they were picked by hand, or not at all */
    struct targets *targets; /* of a sheet of targets; else NULL */
    struct text title;       /* 袁家军省长主抓重点工作任务单 */
    struct text subtitle;    /* the breakdown's title; may be empty */
    struct text source;      /* 来源：…: the notice and the file; stands below the rows */
    struct sheet_row *rows;
    uint32_t rows_count;
    size_t rows_cap;
    struct text *said; /* what rows say that no part does */
    uint32_t said_count;
    size_t said_cap;
    bool lead_marked; /* some （牵头） was put in, so that a remark explains it */
};

/* How it is laid out on paper: running text as in the notice, or a table across the page. */
enum sheet_layout { SHEET_LIST, SHEET_TABLE };

struct sheet_date {
    int year, month, day; /* year 0: not said */
};

struct sheet_options {
    enum sheet_layout layout;
    int cols; /* of a page: 0 = what the layout's paper has (sheet/page.h) */
    int rows; /* lines a page: 0 = what its paper has; -1: one endless page without page numbers */
    struct sheet_date printed;
    bool for_spreadsheet; /* CSV and TSV: ids are text in every row (sheet/table.h) */
    const char *fonts;    /* of a PDF, chosen by hand: "text=FangSong,title=…"; NULL: by its own lists */
    bool fonts_must;      /* where one of them is not there, there is no PDF */
};

/* Borrows b and index. */
struct sheet *sheet_new(const struct breakdown *b, const struct index *index, struct sheet_subject subject);
/*
 * The same where a subject alone does not say it: SHEET_TASKS is of the tasks for which tasks[task_idx] is set, filtered by
 * what or, with another idx than 0, picked by hand under that title (empty: one by their number); SHEET_TARGETS of their
 * targets (NULL: of all), filtered by what.
 */
struct sheet *sheet_new_for(const struct breakdown *b, const struct index *index, struct sheet_subject subject,
                            const bool *tasks, struct text what);
/* Puts a sheet's tasks in the order of their deadlines, under a heading for each month; what has none comes last. */
void sheet_sort_by_due(struct sheet *sheet);
/* The sheet of what changed since old; b is the new one. */
struct sheet *sheet_new_of_changes(const struct breakdown *old, const struct breakdown *b, const struct index *index,
                                   const struct diff *diff);
/* Appends what a changed task was before, but its words: number, units, fields. */
void sheet_change_said(const struct breakdown *old, const struct breakdown *b, const struct diff_task *change,
                       struct buf *out);
/* Appends a section's heading and, of one that changed, what it was: 领导 张三 → 李四. */
void sheet_section_said(const struct breakdown *old, const struct breakdown *b, const struct diff_section *change,
                        struct buf *out);
/* The text, or 无 for one that is empty: nothing stands on a side of → unsaid. */
struct text sheet_or_none(struct text text);
void sheet_free(struct sheet *sheet);

/*
 * Appends the sheet.  Text is UTF-8, a page's lines, below them its number and whose it is, form feeds between pages.
 * False, with nothing appended, for a format that this build has not got.
 */
bool sheet_write(const struct sheet *sheet, enum format format, struct sheet_options options, struct buf *out);

/* Appends what is said below the title: who issued it, how many tasks, when it was printed. */
void sheet_about(const struct sheet *sheet, struct sheet_options options, struct buf *out);

/* Adds to counts its leaders' tasks and its livelihood items, each once, however many parts of it there are. */
void sheet_count_tasks(const struct sheet *sheet, uint32_t counts[2]);

/* What a row says: a heading, a remark, a part's text, a target. */
struct text sheet_row_text(const struct sheet *sheet, const struct sheet_row *row);
/* Appends what stands before an item's text. */
void sheet_row_number(const struct sheet *sheet, const struct sheet_row *row, struct buf *out);
/* An item's, on a unit's sheet (牵头, 参与, 经由集合单位, 可能涉及; the collective) or on one of changes; else empty. */
struct text sheet_row_bond(const struct sheet_row *row);
struct text sheet_row_via(const struct sheet *sheet, const struct sheet_row *row);
struct text sheet_row_note(const struct sheet *sheet, const struct sheet_row *row);

/* Appends whose the sheet is, in short: a leader, a unit, an id, 全部任务. */
void sheet_name(const struct sheet *sheet, struct buf *out);

/* A file name to propose: "冯飞常务副省长牵头重点工作任务单.pdf".  Without characters that a file name cannot have. */
void sheet_file_name(const struct sheet *sheet, enum format format, struct buf *out);

#endif
