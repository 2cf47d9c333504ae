/* SPDX-License-Identifier: MIT */
/* Tasks picked out all over the notice for a sheet: what the filter lets through, what is marked, what marked units have to do. */
#ifndef UI_PICKED_H
#define UI_PICKED_H

#include "ui/app.h"

/* The index of a sheet's subject, SHEET_TASKS. */
enum pick { PICK_FILTERED, PICK_MARKED, PICK_OF_UNITS };

struct picked {
    const bool *tasks; /* by task, borrowed or below; NULL: there are none */
    bool *own;
    struct buf words; /* the filter's; of what is marked the sheet's title */
};

void picked_make(const struct app *app, enum pick pick, struct picked *picked);
void picked_fini(struct picked *picked);
/* A new sheet of them, the caller's. */
struct sheet *picked_sheet(const struct app *app, enum pick pick);
/* Whether there are any to pick. */
bool picked_some(const struct app *app, enum pick pick);
/* How the print dialog names them. */
void picked_name(const struct app *app, enum pick pick, struct buf *out);

#endif
