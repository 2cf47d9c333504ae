/* SPDX-License-Identifier: MIT */
/* All settings as a settings file that says the same: what each is for, what it may be, what it is now and who says so. */
#ifndef SETTINGS_DUMP_H
#define SETTINGS_DUMP_H

#include "settings/settings.h"

void settings_dump(const struct settings *settings, struct buf *out);

#endif
