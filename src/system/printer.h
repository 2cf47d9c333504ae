/* SPDX-License-Identifier: MIT */
/*
 * Printing by CUPS: lp with a fixed argument list, a PDF on its standard input.  No shell, no file name, no PATH, and
 * nothing of the data among the arguments but the title.  Text is never sent: CUPS makes a box of every Han of it.
 */
#ifndef SYSTEM_PRINTER_H
#define SYSTEM_PRINTER_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/span.h"
#include "text/text.h"

enum { PRINTER_WAIT_MS = 30000 };

struct print_job {
    const char *printer; /* the queue; "" or NULL: the default one */
    const char *title;   /* UTF-8 */
    const char *program; /* in lp's place, by its absolute path; NULL: lp where it usually is */
};

/*
 * Puts content, a PDF, into the job's queue.  Waits for lp, at most PRINTER_WAIT_MS.  True with the job's number
 * appended to said (二楼打印机-12; nothing where lp did not say it); false with the cause, in lp's own words where it has
 * some (clean, no line break).
 */
bool printer_send(const struct print_job *job, struct span content, struct buf *said);

enum printer_state { PRINTER_IDLE, PRINTER_PRINTING, PRINTER_PAUSED };

struct printer {
    struct text name;
    enum printer_state state;
    bool is_default;
};

struct printer_search {
    const char *program; /* in lpstat's place, by its absolute path; NULL: lpstat where it usually is */
    bool stopped;        /* nobody wanted to know any more */
};

/*
 * The queues there are, in arena.  Returns how many; 0 with the reason appended to said when there is none, nobody
 * answers, or it was stopped.
 */
uint32_t printer_list(struct printer_search *search, struct arena *arena, struct printer **printers, struct buf *said);
/* 就绪, 正在打印, 已暂停. */
const char *printer_state_name(enum printer_state state);

#endif
