/* SPDX-License-Identifier: MIT */
/*
 * What is printed (任务单): a leader's tasks, a unit's, one task, the livelihood items, all.  A sheet says once what
 * stands on the paper; one small file per output format (sheet_text.c, sheet_markdown.c, …) says how it looks.
 */
#ifndef SHEET_SHEET_H
#define SHEET_SHEET_H

#include "breakdown/breakdown.h"
#include "breakdown/index.h"

enum sheet_kind { SHEET_ALL, SHEET_SECTION, SHEET_TASK, SHEET_UNIT };

/* What a sheet is of: a section (a leader's, livelihood), a task, a unit, by index; or everything. */
struct sheet_subject {
    enum sheet_kind kind;
    uint32_t idx;
};

enum sheet_format {
    SHEET_TEXT,
    SHEET_MARKDOWN,
    SHEET_HTML,
    SHEET_CSV,
    SHEET_TSV,
    SHEET_JSON,
    SHEET_PDF,
    SHEET_XLSX,
    SHEET_FORMATS_COUNT
};

enum sheet_row_kind {
    SHEET_HEADING, /* text */
    SHEET_ITEM,    /* a task's part: no, text, label, wording, notes … */
    SHEET_REMARK   /* text said aside: "members are not listed in the notice" */
};

struct sheet_row {
    enum sheet_row_kind kind;
    int level;         /* of a heading: 1, 2 */
    struct text text;  /* heading, remark; a part's text */
    uint32_t part_idx; /* SHEET_ITEM */
    int no;            /* the task's number as printed; 0 for a further part of the same task */
    struct text id;
    struct text section; /* leader or heading: where the task stands, on sheets that mix sections; else empty */
    struct text bond;    /* on a unit's sheet: 牵头, 参与, 经由 各设区市政府; else empty */
};

struct sheet {
    struct arena arena;
    const struct breakdown *breakdown;
    const struct index *index;
    struct sheet_subject subject;
    struct text title;    /* 袁家军省长主抓重点工作任务单 */
    struct text subtitle; /* the breakdown's title; may be empty */
    struct sheet_row *rows;
    uint32_t rows_count;
};

struct sheet_options {
    int cols; /* of a text page: 0 = 56, the 28 characters of GB/T 9704-2012 */
    int rows; /* lines a page: 0 = 22; -1: one endless page */
};

/* Borrows b and index. */
struct sheet *sheet_new(const struct breakdown *b, const struct index *index, struct sheet_subject subject);
void sheet_free(struct sheet *sheet);

/* The word of a format ("markdown"), and back (SHEET_FORMATS_COUNT when there is none such). */
const char *sheet_format_word(enum sheet_format format);
enum sheet_format sheet_format_find(struct text word);

/*
 * Appends the sheet.  Text is UTF-8, 56 columns by 22 lines a page, form feeds between pages.  False, with nothing
 * appended, for a format that this build has not got.
 */
bool sheet_write(const struct sheet *sheet, enum sheet_format format, struct sheet_options options, struct buf *out);

/* A file name to propose: "袁家军.txt". */
void sheet_file_name(const struct sheet *sheet, enum sheet_format format, struct buf *out);

#endif
