/* SPDX-License-Identifier: MIT */
#include "wording/role.h"

#include "base/i18n.h"

struct text role_name(enum role role)
{
    return text_of(role == ROLE_LEAD ? _("牵头") : _("参与"));
}

bool role_all_lead(struct text label)
{
    return span_starts(text_span(label), SPAN("牵头"));
}
