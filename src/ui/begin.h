/* SPDX-License-Identifier: MIT */
/* Where the screen begins: --goto, --leader, --unit, --search, and what may be wrong in the file. */
#ifndef UI_BEGIN_H
#define UI_BEGIN_H

struct app;

/* Makes the panes, and shows the first. */
void begin_panes(struct app *app);
/* Goes where the screen is to begin, once that is there: while the file is being read it may be still to come. */
void begin(struct app *app);
/* There is more to be seen now, and the user has done nothing yet: as if it had been there from the start. */
void begin_over(struct app *app);

#endif
