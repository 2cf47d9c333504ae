/* SPDX-License-Identifier: MIT */
/*
 * The command line's options: one table makes getopt_long()'s, the help and the check that an option belongs to the
 * command.  Options and arguments may stand in any order; -- ends the options.
 */
#ifndef COMMAND_OPTIONS_H
#define COMMAND_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/diag.h"
#include "settings/settings.h"
#include "sheet/sheet.h"
#include "term/style.h"

/* Where search looks. */
enum search_in { IN_UNITS, IN_LEADERS, IN_TASKS };

/* One sheet for each of these, into a folder. */
enum print_each { EACH_NONE, EACH_UNIT, EACH_LEADER, EACH_SECTION };

/* Strings are argv's own. */
struct options {
    struct settings settings; /* what can be set in files, too: all that is said of it (command/configure.h) */
    char **argv;              /* the whole command line as getopt_long() leaves it: what it says has not changed */
    const char *output;       /* -o; NULL: standard output */
    const char *as;           /* --as; NULL: the command's own */
    const char *go_to, *unit, *leader, *search;
    const char *script;
    const char *filter;  /* print: the tasks that match; NULL: not given */
    const char *ids;     /* print: the file of the tasks' IDs; NULL: not given */
    const char *title;   /* of that sheet; NULL: by their number */
    const char *printer; /* "": the default one; NULL: no printer */
    int width_cols;      /* 0: not given */
    int rows, cols;      /* --size; 0: not given */
    enum color_choice color;
    enum search_in in;
    enum print_each each;
    enum targets_order sort;
    struct diags faults; /* what is wrong in the settings files; told at the end */
    bool restricted, self_test, full_punctuation, json, review;
    bool list_keys, dump_config, help, version;
    uint64_t given; /* bits: rows of the table that were given */
};

/*
 * Reads argv into options, zero-initialised; the arguments that are left begin at argv[*rest] (argv is reordered).  False when something is wrong:
 * then a message was printed.
 */
bool options_parse(struct options *options, int argc, char **argv, int *rest);
void options_fini(struct options *options);

/* The name of an option that was given but belongs to another command than this one; NULL when all is well. */
const char *options_misplaced(const struct options *options, const char *command);

/* The options' part of --help; of a command's help, when there is one: those that it has for itself. */
void options_help(const char *command, struct buf *out);

#endif
