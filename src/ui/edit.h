/* SPDX-License-Identifier: MIT */
/* Where an editor shall be opened: the line of the file that what is selected comes from. */
#ifndef UI_EDIT_H
#define UI_EDIT_H

#include "ui/app.h"

/* While there is a banner with a place, that; else the selected thing's. */
struct reaction edit_selected(struct app *app);

#endif
