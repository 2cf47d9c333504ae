/* SPDX-License-Identifier: MIT */
/* Which library reads the files, for --version. */
#ifndef FORMAT_YAML_VERSION_H
#define FORMAT_YAML_VERSION_H

#include "base/buf.h"

/* Appends "libyaml 0.2.5". */
void yaml_version(struct buf *out);

#endif
