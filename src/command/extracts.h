/* SPDX-License-Identifier: MIT */
/*
 * Extracts for all: one file for each unit, leader or section, in a folder.  Each is complete when it is there; who
 * stops it keeps those that are.
 */
#ifndef COMMAND_EXTRACTS_H
#define COMMAND_EXTRACTS_H

#include "command/command.h"
#include "sheet/sheet.h"

struct extracts {
    struct job *job; /* its breakdown and index are loaded; its options say whether --bom */
    enum print_each each;
    enum format format;
    const char *folder; /* is made where it is not there */
    enum sheet_layout layout;
    bool typed; /* folder was typed into a screen: UTF-8, ~/ is the home directory */
    /* Told how far it is, or "" when there is nothing new, and asked whether to go on.  False: no more. */
    bool (*tell)(void *context, struct text words);
    void *context;
};

/* Writes them.  Appends clean lines to said: what was noted, the sums, or what went wrong.  Returns the exit status. */
int extracts_write(const struct extracts *extracts, struct buf *said);

#endif
