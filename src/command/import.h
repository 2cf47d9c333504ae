/* SPDX-License-Identifier: MIT */
/* What the files of the import command share. */
#ifndef COMMAND_IMPORT_H
#define COMMAND_IMPORT_H

#include "notice/import.h"

/* Appends the account of an import as JSON; path as the notice is named; notes: lines about the document that it was. */
void import_json(const char *path, const struct import_result *result, struct span notes, struct buf *out);

#endif
