/* SPDX-License-Identifier: MIT */
/* Inside the importer: classified items → sections, tasks, parts of a breakdown. */
#ifndef NOTICE_EMIT_H
#define NOTICE_EMIT_H

#include "breakdown/builder.h"
#include "notice/token.h"

/* Fills the builder; tokens that turn out to be no part of a task are marked skipped.  Returns the unit lists read. */
uint32_t notice_emit(struct notice *notice, struct builder *builder);

#endif
