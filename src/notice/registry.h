/* SPDX-License-Identifier: MIT */
/* Units of a notice, which has no registry: those that its lists name, and what can be told from their names. */
#ifndef NOTICE_REGISTRY_H
#define NOTICE_REGISTRY_H

#include "breakdown/builder.h"
#include "notice/token.h"
#include "wording/unitlist.h"

/*
 * Gives the part last opened its label, units, wording and notes, and closes it; returns what is doubtful about it, to be
 * translated, or NULL: no unit, more than a list holds, one twice.
 */
const char *registry_list(struct builder *builder, struct text label, const struct unitlist *list);
/* Registers all units named so far: kinds, aliases, and members of collectives.  local: see units_guess.h. */
void registry_guess(struct builder *builder, bool local, const struct unit_alias *aliases, size_t aliases_count);

#endif
