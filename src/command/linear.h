/* SPDX-License-Identifier: MIT */
/*
 * The interface without a screen (--linear), for braille displays, screen readers and terminals that can nothing: lines
 * that come one below the other, numbered choices, and one line from the user at a time, which the terminal lets them
 * edit.  No escape sequence, no carriage return.  What is said is what the commands say; what a typed name means is
 * search/resolve.h's business.
 *
 * Where one is is a station (a leader's tasks, a unit's page); the stations that one came through lie below it, to go back
 * to.  Each station says itself, short answer first, and leaves numbered choices.
 */
#ifndef COMMAND_LINEAR_H
#define COMMAND_LINEAR_H

#include <time.h>

#include "command/command.h"
#include "search/resolve.h"
#include "sheet/sheet.h"

enum station_kind {
    STATION_HOME,
    STATION_HELP,
    STATION_LEADERS,
    STATION_UNITS,
    STATION_LEADER,  /* idx among index->leaders */
    STATION_SECTION, /* idx, as in the next three */
    STATION_UNIT,
    STATION_TASK,
    STATION_PART,
    STATION_TASK_UNITS, /* idx of the task */
    STATION_FILTER,     /* words */
    STATION_FOUND,      /* words */
    STATION_STATS,
    STATION_CHANGES,
    STATION_PRINT, /* what is printed is in linear->print, as in the next four */
    STATION_PRINT_WHAT,
    STATION_PRINT_FORMAT,
    STATION_PRINT_LAYOUT,
    STATION_PRINT_PRINTER,
    STATIONS_COUNT
};

struct station {
    enum station_kind kind;
    uint32_t idx;
    struct text words;
};

struct linear;

/* What a number that the user types does: goes to a station, or acts. */
struct choice {
    void (*act)(struct linear *linear, uint32_t idx); /* NULL: goes */
    enum station_kind kind;
    uint32_t idx;
};

/* What is going to be printed, and how. */
struct linear_print {
    struct sheet_subject subject;
    enum print_each each; /* not one sheet but one for each of these */
    struct text words;    /* SHEET_TASKS: what they are filtered by */
    enum format format;
    enum sheet_layout layout;
    struct printer *printers; /* as they were listed: what is chosen is among these */
    uint32_t printers_count;
    time_t told;            /* when it was last said how far the files are */
    struct buf path, taken; /* a file's name as typed; and the one that was there already */
};

struct linear {
    struct job *job;          /* its breakdown and index are loaded; job->out is what is being said */
    struct station *stations; /* the last is where one is */
    size_t stations_count, stations_cap;
    struct choice *choices;
    size_t choices_count, choices_cap;
    const char *question; /* a text is asked for, with these words; NULL: none */
    void (*answered)(struct linear *linear, struct text text);
    struct linear_print print;
    struct buf pending; /* said, but not shown yet, from this byte on */
    size_t pending_bytes;
    bool is_terminal; /* standard input and output are one */
    bool has_paper;
    int status; /* -1: goes on */
};

/*
 * Shows job's files (which it loads) until the user leaves or their lines end.  why: a line to begin with, or NULL.
 * Returns the exit status.
 */
int linear_run(struct job *job, const char *why);

/* For the files of the linear interface. */

/* Appends printf's text and a line end to what is being said. */
void linear_line(struct linear *linear, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Begins a line with the next number, which will do that; or go there. */
void linear_choice(struct linear *linear, void (*act)(struct linear *linear, uint32_t idx), uint32_t idx);
void linear_way(struct linear *linear, enum station_kind kind, uint32_t idx);
/* Goes to a station, and says it. */
void linear_go(struct linear *linear, enum station_kind kind, uint32_t idx, struct text words);
/* Says where one is, again. */
void linear_again(struct linear *linear);
void linear_back(struct linear *linear);
/* Asks for a text; the answer goes to answered. */
void linear_ask(struct linear *linear, const char *question, void (*answered)(struct linear *linear, struct text text));

/* linear_typed.c: does what a line of the user's says; what can be said. */
void linear_obey(struct linear *linear, struct text typed);
void linear_help(struct linear *linear);
/* Keeps to the tasks that have these words, or looks for them; asks for them when there are none. */
void linear_filter(struct linear *linear, struct text words);
void linear_look_for(struct linear *linear, struct text words);
/* Goes to what a name means; looks for it where that is not sure. */
void linear_look_up(struct linear *linear, struct text typed);
/* The files as they are now; back to the beginning. */
void linear_reload(struct linear *linear);

/* linear_say.c: what a station says, and going to what a name means. */
void linear_say(struct linear *linear, const struct station *station);
void linear_open(struct linear *linear, struct meaning meaning);

/* linear_print.c: printing where one is, what its stations say, a sheet as lines. */
void linear_print_here(struct linear *linear);
void linear_print_say(struct linear *linear, const struct station *station);
void linear_sheet(struct linear *linear, const struct sheet *sheet);

#endif
