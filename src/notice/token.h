/* SPDX-License-Identifier: MIT */
/*
 * Inside the importer: the notice as lines, the lines as tokens, the tokens as a tree of numbered items.  Each token is
 * a stretch of one line and ends as one piece of the report, so nothing can get lost between the steps.
 */
#ifndef NOTICE_TOKEN_H
#define NOTICE_TOKEN_H

#include "notice/import.h"
#include "wording/keyed.h"
#include "wording/label.h"
#include "wording/unitlist.h"

/* Kinds of numbers, most significant first. */
enum marker_kind {
    MARKER_NONE,
    MARKER_PLAIN,       /* a heading without a number */
    MARKER_CHAPTER,     /* 第一部分 */
    MARKER_HAN,         /* 一、 */
    MARKER_HAN_BRACKET, /* （一） */
    MARKER_DIGIT,       /* 1. 1、 1﹒ */
    MARKER_DECIMAL,     /* 1.1 */
    MARKER_BRACKET,     /* (1) 1） */
    MARKER_CIRCLE,      /* ① */
    MARKERS_COUNT
};

struct marker {
    enum marker_kind kind;
    int no;
    uint32_t no_from, no_to; /* the number alone, of the line's key */
    uint32_t to;             /* where the text behind it starts */
};

struct notice_line {
    uint32_t no, col;
    struct keyed k;
    struct line_bracket *brackets; /* each '(' */
    uint32_t brackets_count;
    uint32_t tabs_count;
    uint32_t *tabs;            /* where the line had a TAB, of the key; only tables look at it */
    struct line_break *breaks; /* where further lines of a hard-wrapped paragraph were joined on */
    uint32_t breaks_count;
};

/* Of the key; close is 0 when there is no ')' for it. */
struct line_bracket {
    uint32_t open, close;
};

struct line_break {
    uint32_t at;      /* of the key */
    uint32_t no, col; /* of the line that starts here */
    bool in_cell;     /* inside one cell of a table */
};

/* A page's number between the lines. */
struct page_place {
    uint32_t no, col;
    struct text text;
};

enum token_kind { TOKEN_MARK, TOKEN_TEXT, TOKEN_LIST, TOKEN_FIELD, TOKEN_REMARK };

struct token {
    enum token_kind kind : 8;
    enum import_what what : 8;
    enum hint hint : 8;
    enum label_kind field : 8; /* TOKEN_FIELD */
    bool bracketed;            /* in （） */
    bool starts_line;
    bool cell;  /* of a table */
    bool heads; /* a category of a table: the rows from here on are under it */
    bool row;   /* starts the task of a row in a table that has no number */
    bool doubtful;
    bool narrative; /* of a numbered paragraph that is neither task nor heading */
    uint32_t line_idx;
    uint32_t from, to;           /* of the line's key */
    uint32_t body_from, body_to; /* without number, label, brackets */
    uint32_t item_idx;
    struct marker marker;  /* TOKEN_MARK */
    struct text label;     /* TOKEN_LIST, TOKEN_FIELD: its word; may be empty */
    const char *reason;    /* to be translated; NULL when there is none */
    struct unitlist *list; /* token_list() */
};

struct item {
    struct marker marker;
    uint32_t parent_idx;
    uint32_t token_idx;                                  /* its TOKEN_MARK; of an item without number, its first text */
    uint32_t task_idx;                                   /* of the breakdown; NO_IDX before it is emitted */
    uint32_t lists_count, own_children, listed_children; /* children with a list below them */
    bool lists_below;
    bool is_task;
    bool is_heading;
    bool is_unit;    /* a heading that is the unit of the tasks below it */
    bool written;    /* a heading that stands in the breakdown */
    bool absorbed;   /* its text is part of the task above it */
    bool unnumbered; /* a task that the notice gives no number */
};

/* implied.h: what a clause leaves out of the lists behind its line. */
struct implied {
    uint32_t line_idx;
    struct text units, clause;
    struct unitlist list; /* of the units */
};

/* A bare name that stands for one written in full elsewhere. */
struct unit_alias {
    struct text bare, whole;
};

struct notice {
    struct arena *arena;
    const struct import_options *options;
    struct notice_line *lines;
    uint32_t lines_count;
    struct page_place *pages; /* in order */
    uint32_t pages_count;
    struct token *tokens;
    size_t tokens_count, tokens_cap;
    struct item *items;
    size_t items_count, items_cap;
    struct import_doubt *doubts;
    size_t doubts_count, doubts_cap;
    int last_no[MARKERS_COUNT];      /* while lines are split */
    struct notice_table *table;      /* the columns in force, or NULL */
    struct notice_table *table_room; /* for those of one table after the other */
    struct levels *levels;           /* levels.h */
    struct implied *implied;
    const struct unitlist **part_lists; /* by part of the breakdown: the list it was given, or NULL */
    uint32_t part_lists_count;
    size_t part_lists_cap;
    uint32_t implied_count;
    uint32_t by_place_no; /* the line of the first list whose first unit leads by nothing but its place; 0: none */
    bool with_said;       /* that those before 会同 all lead was said to be doubtful, once */
    struct unit_alias *aliases;
    size_t aliases_count, aliases_cap;
};

/* lines.c: the cleaned lines of decoded text. */
void notice_lines(struct notice *notice, struct span utf8);
/* Where the '(' at `open` of the line's key is closed; 0 when it is not. */
uint32_t notice_close(const struct notice_line *line, uint32_t open);
struct token *notice_token(struct notice *notice, enum token_kind kind, uint32_t line_idx, uint32_t from, uint32_t to);
void notice_doubt(struct notice *notice, uint32_t line_no, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* marker.c: a number at offset i that may start an item; rules of place are the caller's. */
bool marker_read(const struct keyed *k, uint32_t i, struct marker *out);
/* 十, 二十一, 一百零三 at i; -1 when there is no number.  *end is behind it. */
int marker_han_number(const struct keyed *k, uint32_t i, uint32_t to, uint32_t *end);
/* May this number stand here: at the start of a line, or inside it behind what ends at i? */
bool marker_starts_line(struct notice *notice, const struct notice_line *line, const struct marker *marker);
bool marker_inside(struct notice *notice, const struct notice_line *line, uint32_t i, uint32_t text_from, bool in_list,
                   const struct marker *marker);
/* 1.1 that belongs under 1. or 一、, where marker_read() saw 1. before a digit. */
bool marker_decimal(const struct notice *notice, const struct keyed *k, const struct marker *marker,
                    struct marker *out);
void marker_seen(struct notice *notice, const struct marker *marker);

/* split.c: line → tokens. */
void notice_split(struct notice *notice, uint32_t line_idx);

/* duty_list.c: is the stretch inside brackets a unit list, a field or a note? */
enum duty_list { DUTY_NONE, DUTY_LIST, DUTY_FIELD, DUTY_NOTE };
enum duty_list duty_list_bracketed(const struct notice_line *line, uint32_t open, uint32_t close);
/* Where the last sentence of a text starts when it says nothing but who does it (由甲局牵头，乙局配合。); else to. */
uint32_t duty_list_sentence(const struct keyed *k, uint32_t from, uint32_t to);
/* Are all names of the stretch units? */
bool duty_list_bare(const struct keyed *k, uint32_t from, uint32_t to);

/*
 * table.c: a table that became text.  Reads a header, or a row of the table whose header came before, and returns the
 * line behind it; line_idx when there is neither.
 */
uint32_t notice_table(struct notice *notice, uint32_t line_idx);
/* table_head.c: ',' or ';' when the text is CSV with a table's header in one of its first lines; else 0. */
char notice_csv_separator(struct notice *notice, struct span utf8);

/* tree.c, classify.c */
void notice_tree(struct notice *notice);
void notice_classify(struct notice *notice);

/* head.c: title, issuer, year, the rule of who leads, reasons for what is left out. */
struct notice_head {
    struct text title, issuer, lead_rule;
    int year;
};
void notice_head(struct notice *notice, struct notice_head *head);

/* account.c: what became of each piece of the input. */
void notice_account(struct notice *notice, struct import_result *result);

/* The names of a token's body, read as a list when first asked and kept. */
struct unitlist *token_list(const struct notice *notice, struct token *token);
/* The text of a token's body. */
struct text token_body(const struct notice *notice, const struct token *token);

#endif
