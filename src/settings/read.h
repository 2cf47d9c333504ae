/* SPDX-License-Identifier: MIT */
/*
 * A settings file: "name = value" a line, blank lines, comments that begin with #.  What is wrong in it is a warning with
 * its place, and the rest counts: whatever stands in such a file, the program starts.
 */
#ifndef SETTINGS_READ_H
#define SETTINGS_READ_H

#include "base/diag.h"
#include "settings/settings.h"

enum { SETTINGS_FILE_BYTES = 256 * 1024, SETTINGS_LINE_BYTES = 4096, SETTINGS_FAULTS_MAX = 20 };

/* The content of the file `path`, whose name outlives diags, as that rank's word. */
void settings_read(struct settings *settings, const char *path, struct span content, enum setting_from from,
                   struct diags *diags);

#endif
