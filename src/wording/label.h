/* SPDX-License-Identifier: MIT */
/*
 * The labels of official notices: 责任单位： 牵头部门： 配合单位： 完成时限： 牵头领导： 联系人： and their kin, by what they are
 * made of, not by a list of whole words.  Brackets instead of a colon (【责任单位】) do as well.
 */
#ifndef WORDING_LABEL_H
#define WORDING_LABEL_H

#include "wording/keyed.h"

enum label_kind { LABEL_NONE, LABEL_UNITS, LABEL_DUE, LABEL_LEADER, LABEL_CONTACT, LABEL_NOTE };
/* Which role a label or a verb gives: none said, 牵头, 配合. */
enum hint { HINT_NONE, HINT_LEAD, HINT_SUPPORT };

/* Offsets are of the key: [from, word_to) is the word, what it labels starts at `to`. */
struct label {
    uint32_t from;
    uint32_t word_from;
    uint32_t word_to;
    uint32_t to;
    enum label_kind kind;
    enum hint hint;
};

/* What the word [from, to) would label, as a table's header has it too; LABEL_NONE when it is no label. */
enum label_kind label_word(const struct keyed *k, uint32_t from, uint32_t to, enum hint *hint);

/* The first label in [from, to).  False when there is none. */
bool label_next(const struct keyed *k, uint32_t from, uint32_t to, struct label *out);

#endif
