/* SPDX-License-Identifier: MIT */
/* Are two breakdowns the same, in everything that a user may see? */
#ifndef TESTS_EQUAL_UNIT_H
#define TESTS_EQUAL_UNIT_H

#include "breakdown_unit.h"

static inline void check_texts_equal(const struct breakdown *a, struct slice x, const struct breakdown *b,
                                     struct slice y)
{
    assert_int_equal(x.count, y.count);
    for (uint32_t i = 0; i < x.count; i++)
        assert_true(text_equal(a->texts[x.from + i], b->texts[y.from + i]));
}

static inline void check_units_equal(const struct breakdown *a, const struct breakdown *b)
{
    assert_int_equal(a->units_count, b->units_count);
    for (uint32_t i = 0; i < a->units_count; i++) {
        const struct unit *x = &a->units[i], *y = &b->units[i];
        assert_true(text_equal(x->name, y->name) && text_equal(x->full, y->full));
        assert_true(x->kind == y->kind && x->coverage == y->coverage && x->others == y->others);
        assert_true(x->undefined == y->undefined && x->member_kinds == y->member_kinds);
        check_texts_equal(a, x->aliases, b, y->aliases);
        assert_int_equal(x->members.count, y->members.count);
        for (uint32_t k = 0; k < x->members.count; k++)
            assert_int_equal(a->members[x->members.from + k], b->members[y->members.from + k]);
    }
}

static inline void check_parts_equal(const struct breakdown *a, const struct breakdown *b)
{
    assert_int_equal(a->parts_count, b->parts_count);
    assert_int_equal(a->duties_count, b->duties_count);
    for (uint32_t i = 0; i < a->parts_count; i++) {
        const struct part *x = &a->parts[i], *y = &b->parts[i];
        assert_true(text_equal(x->id, y->id) && text_equal(x->text, y->text) && text_equal(x->label, y->label));
        assert_true(text_equal(x->wording, y->wording) && x->wording_given == y->wording_given);
        assert_true(x->roles_given == y->roles_given && x->open_ended == y->open_ended);
        check_texts_equal(a, x->notes, b, y->notes);
        assert_true(x->duties.from == y->duties.from && x->duties.count == y->duties.count);
    }
    for (uint32_t i = 0; i < a->duties_count; i++)
        assert_true(a->duties[i].unit_idx == b->duties[i].unit_idx && a->duties[i].role == b->duties[i].role);
}

static inline void check_equal(const struct breakdown *a, const struct breakdown *b)
{
    const struct volume *v = a->volumes, *w = b->volumes;
    assert_true(text_equal(v->title, w->title) && text_equal(v->issuer, w->issuer) && v->year == w->year &&
                text_equal(v->lead_rule, w->lead_rule));
    assert_int_equal(a->sections_count, b->sections_count);
    for (uint32_t i = 0; i < a->sections_count; i++) {
        const struct section *x = &a->sections[i], *y = &b->sections[i];
        assert_true(x->kind == y->kind && text_equal(x->no, y->no) && text_equal(x->heading, y->heading) &&
                    text_equal(x->leader, y->leader) && text_equal(x->title, y->title) && text_equal(x->role, y->role));
        check_texts_equal(a, x->under, b, y->under);
    }
    assert_int_equal(a->tasks_count, b->tasks_count);
    for (uint32_t i = 0; i < a->tasks_count; i++) {
        const struct task *x = &a->tasks[i], *y = &b->tasks[i];
        assert_true(x->no == y->no && x->section_idx == y->section_idx && text_equal(x->id, y->id) &&
                    x->inline_lists == y->inline_lists && text_equal(x->due, y->due) &&
                    text_equal(x->leader, y->leader) && text_equal(x->contact, y->contact));
    }
    check_parts_equal(a, b);
    check_units_equal(a, b);
}

#endif
