/* SPDX-License-Identifier: MIT */
/*
 * A sheet to the printer: lp with a fixed argument list, the sheet on its standard input.  No shell, no file name, no
 * PATH, and nothing of the data among the arguments but a title of harmless characters.
 */
#ifndef SYSTEM_PRINTER_H
#define SYSTEM_PRINTER_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/span.h"

enum { PRINTER_WAIT_MS = 30000 };

/* A queue's name: [A-Za-z0-9_.-]{1,127}, not beginning with - or a dot. */
bool printer_name_good(const char *name);

/*
 * Prints content on the queue `name` ("" or NULL: the default one) under title, of which only ASCII letters, digits,
 * - and _ are kept.  Waits for lp, at most PRINTER_WAIT_MS.  False with the cause appended to fault (clean, no line
 * break).
 */
bool printer_send(struct span content, const char *name, const char *title, struct buf *fault);
/* The same with another program in lp's place, by its absolute path. */
bool printer_send_by(const char *program, struct span content, const char *name, const char *title, struct buf *fault);

#endif
