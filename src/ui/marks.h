/* SPDX-License-Identifier: MIT */
/*
 * What the user has marked: tasks and units, wherever they were met.  Printing, copying, exporting and comparing then go
 * by the marks.  They stay through filters and views; after a reload they are found again by a task's key and a unit's name.
 */
#ifndef UI_MARKS_H
#define UI_MARKS_H

#include "base/buf.h"
#include "ui/area.h"
#include "ui/grid.h"
#include "ui/link.h"

struct again;
struct app;

struct marks {
    bool *tasks;           /* by task; NULL while none was ever marked, as the next two */
    uint32_t *in_sections; /* by section: how many of its tasks are */
    bool *units;           /* by unit */
    uint32_t tasks_count, units_count;
    uint32_t changes; /* goes up when they change */
};

/* Also takes all marks away. */
void marks_fini(struct marks *marks);

bool marks_any(const struct app *app);
/* Of a section: some of its tasks; of a change: its task in either year. */
bool marks_has(const struct app *app, struct link link);
void marks_set(struct app *app, struct link link, bool marked);
/* The other way; a heading's tasks, as far as the filter lets them through, are all marked unless all are already. */
void marks_toggle(struct app *app, struct link link);
/* All tasks that the filter lets through. */
void marks_filtered(struct app *app);
/* Whatever the lines are links to. */
void marks_lines(struct app *app, const struct lines *lines);
/*
 * app has the new breakdown: finds them again there.  Appends what has become of some: gone, or reworded, which may be
 * another task under the same number.
 */
void marks_reload(struct app *app, const struct again *again, struct buf *said);

/* The tasks that bind a marked unit in whatever way, by task; heap, the caller's. */
bool *marks_units_tasks(const struct app *app, uint32_t *count);

/* 5 件、3 个单位; nothing when there are none. */
void marks_put(const struct app *app, struct buf *out);
/* The sign left of a row that shows a marked thing, in the place of the selection's. */
void marks_draw(const struct app *app, struct grid *grid, int row, int col, struct link link, enum style style);
/* The same for lines drawn by blit_lines() with these arguments. */
void marks_draw_lines(const struct app *app, const struct lines *lines, struct grid *grid, struct area area,
                      uint32_t top, uint32_t selected, enum style style);

#endif
