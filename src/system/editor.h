/* SPDX-License-Identifier: MIT */
/*
 * Which editor the user wants, and how it is told the line.  As git does: $VISUAL, $EDITOR or vi, a command line that
 * the shell reads; the file is an argument of its own and never part of what the shell reads.
 */
#ifndef SYSTEM_EDITOR_H
#define SYSTEM_EDITOR_H

#include <stdint.h>

#include "base/buf.h"

enum { EDITOR_ARGUMENTS_MAX = 8 };

struct editor {
    const char *program;                         /* the shell, by its absolute path */
    const char *arguments[EDITOR_ARGUMENTS_MAX]; /* with its own name first, NULL behind the last */
    const char *command;                         /* as the user has it */
    struct buf script, file, place;              /* behind the arguments */
};

/*
 * The editor for a file, at a line from 1 on; 0: no line.  An editor that is not known to take a line gets the file
 * alone.  Borrows path.
 */
void editor_find(struct editor *editor, const char *path, uint32_t line_no);
void editor_fini(struct editor *editor);

#endif
