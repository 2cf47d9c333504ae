/* SPDX-License-Identifier: MIT */
#include "format/yaml_version.h"

#include <yaml.h>

void yaml_version(struct buf *out)
{
    buf_printf(out, "libyaml %s", yaml_get_version_string());
}
