/* SPDX-License-Identifier: MIT */
/* Rules of who leads that go by a mark inside the list, not by its first place: 逗号前为牵头单位，下同. */
#ifndef NOTICE_LEAD_RULE_H
#define NOTICE_LEAD_RULE_H

#include "breakdown/builder.h"
#include "notice/token.h"

/*
 * Gives the roles that the rule (the notice's own words; may be empty) or a list's own note gives, to lists that have
 * no other word on who leads.  Doubts: lists without the mark (all of such a list leads), and a rule that goes by the
 * look of the letters, which no text keeps.
 */
void lead_rule_apply(struct notice *notice, struct builder *builder, struct text rule);

#endif
