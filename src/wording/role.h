/* SPDX-License-Identifier: MIT */
/* Who leads and who supports, and what a list's label says about it. */
#ifndef WORDING_ROLE_H
#define WORDING_ROLE_H

#include <stdbool.h>

#include "text/text.h"

enum role { ROLE_LEAD, ROLE_SUPPORT };

struct text role_name(enum role role); /* 牵头, 参与 */

/* Does the label say that all listed units lead (牵头单位), rather than the first (责任单位)?  The notice's own rule. */
bool role_all_lead(struct text label);

#endif
