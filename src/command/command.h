/* SPDX-License-Identifier: MIT */
/*
 * Commands: one file each, one table (command.c), and what they share: arguments, the loaded breakdown, and the
 * output, which leaves when it is complete, or by out_stream() on the way.
 */
#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H

#include "breakdown/breakdown.h"
#include "breakdown/index.h"
#include "command/options.h"
#include "command/paper.h"
#include "search/search.h"
#include "sheet/format.h"
#include "system/deliver.h"
#include "text/theme.h"

/* Exit status. */
enum { STATUS_DONE = 0, STATUS_NOTHING = 1, STATUS_USAGE = 2, STATUS_FAILED = 3, STATUS_SIGNAL = 128 };

struct job {
    const struct options *options;
    const struct paper *paper; /* NULL in fengong itself */
    const struct command *command;
    enum format format;
    struct text *args; /* clean UTF-8 */
    char **raw_args;   /* the same as given: names of files */
    uint32_t args_count;
    struct arena arena;
    const char *const *paths; /* the files of the breakdown: source_find() */
    uint32_t paths_count;
    struct breakdown *breakdown; /* source_load(), with its index */
    struct index *index;
    struct search *search, *search_leaders;
    struct buf out;           /* what the command prints, UTF-8 */
    struct outlet outlet;     /* out_stream(): on which it is on its way already */
    struct delivery delivery; /* of the outlet */
    bool color;               /* styles are wanted in text */
    enum depth depth;         /* in as many colours */
    int width_cols;           /* of running text; 0: do not break */
    int ambiguous_cols;       /* 1 or 2 */
    struct buf title;         /* of a print job */
    bool delivered;           /* the command has written what there was to write */
    bool to_stdout;           /* a list of candidates: not what -o or the printer waits for */
};

struct command {
    const char *name;
    const char *args; /* as the help shows them */
    const char *help;
    unsigned use; /* which formats it takes: FORMAT_FOR_… */
    enum format default_format;
    uint32_t args_min, args_max;
    int (*act)(struct job *job); /* exit status */
};

extern const struct command command_table[];
extern const uint32_t command_table_count;

/* Runs the command that the arguments name: everything behind the options.  Returns the exit status. */
int command_main(const struct options *options, const struct paper *paper, int argc, char **argv);
/* The command of a name; NULL after a message. */
const struct command *command_find(const char *name);

/* Today, as the user counts days; by $SOURCE_DATE_EPOCH where that is set, so that output can be made again. */
struct sheet_date job_date(void);
/* The layout that the options or the settings ask for. */
enum sheet_layout job_layout(const struct job *job);
/* All arguments as one, joined by blanks, without blanks round it: `search fazhan gg`. */
struct text job_words(struct job *job);
/* Text of the user's (an argument, in the locale's encoding) clean and as UTF-8. */
struct text job_decode(struct arena *arena, const char *argument);

int command_browse(struct job *job);
int command_show(struct job *job);
int command_unit(struct job *job);
int command_search(struct job *job);
int command_print(struct job *job);
int command_stats(struct job *job);
int command_export(struct job *job);
int command_check(struct job *job);
int command_import(struct job *job);
int command_diff(struct job *job);
int command_help(struct job *job);

#endif
