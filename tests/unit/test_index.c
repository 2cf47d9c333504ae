/* SPDX-License-Identifier: MIT */
/* What each unit owes, on the shipped breakdown and on small ones. */
#include "breakdown/index.h"

#include <stdlib.h>

#include "breakdown/builder.h"
#include "breakdown_unit.h"

struct fixture {
    struct breakdown *b;
    struct index *index;
};

static struct fixture shipped(void)
{
    struct breakdown *b = load_shipped();
    return (struct fixture){ b, index_new(b) };
}

static void done(struct fixture *f)
{
    index_free(f->index);
    breakdown_free(f->b);
}

static const struct counts *counts_of(const struct fixture *f, const char *name)
{
    return &f->index->counts[unit_of(f->b, name)];
}

/* How a unit is bound by the part of that id; via is the collective's name or NULL. */
static void check_bond(const struct fixture *f, const char *name, const char *id, enum bond bond, const char *via)
{
    struct task_ref ref;
    uint32_t count, found = 0;
    assert_int_equal(task_find(f->b, text_of(id), &ref, 1), 1);
    struct owed *owed = index_owed(f->index, unit_of(f->b, name), &count);
    for (uint32_t i = 0; i < count; i++) {
        if (f->b->parts[owed[i].part_idx].task_idx != ref.task_idx)
            continue;
        found++;
        assert_int_equal(owed[i].bond, bond);
        if (via)
            assert_text(f->b->units[owed[i].via_idx].name, via);
        else
            assert_int_equal(owed[i].via_idx, NO_IDX);
    }
    free(owed);
    assert_int_equal(found, 1);
}

static void leading_and_supporting_are_counted_as_the_notice_has_them(void **state)
{
    (void)state;
    struct fixture f = shipped();
    assert_int_equal(counts_of(&f, "省发展改革委")->tasks[BOND_LEAD], 40);
    assert_int_equal(counts_of(&f, "省发展改革委")->tasks[BOND_SUPPORT], 43);
    assert_int_equal(counts_of(&f, "省经信厅")->tasks[BOND_LEAD], 19);
    assert_int_equal(counts_of(&f, "省经信厅")->tasks[BOND_SUPPORT], 33);
    done(&f);
}

static void counts_add_up_to_the_duties(void **state)
{
    (void)state;
    struct fixture f = shipped();
    uint32_t direct = 0, all = 0, listed = 0, count;
    for (uint32_t i = 0; i < f.b->units_count; i++) {
        const struct counts *counts = &f.index->counts[i];
        direct += counts->tasks[BOND_LEAD] + counts->tasks[BOND_SUPPORT] + counts->livelihood[BOND_LEAD] +
                  counts->livelihood[BOND_SUPPORT];
        for (int bond = 0; bond < BONDS_COUNT; bond++)
            all += counts->tasks[bond] + counts->livelihood[bond];
        free(index_owed(f.index, i, &count));
        listed += count;
    }
    assert_int_equal(direct, f.b->duties_count);
    assert_int_equal(all, listed);
    done(&f);
}

static void cities_are_bound_through_their_collective(void **state)
{
    (void)state;
    struct fixture f = shipped();
    assert_true(counts_of(&f, "杭州市政府")->tasks[BOND_VIA] > 0);
    assert_true(counts_of(&f, "杭州市政府")->tasks[BOND_MAYBE] > 0);
    assert_true(counts_of(&f, "义乌市政府")->tasks[BOND_VIA] > 0);
    assert_true(counts_of(&f, "义乌市政府")->tasks[BOND_VIA] < counts_of(&f, "杭州市政府")->tasks[BOND_VIA]);
    uint32_t count, through_both = 0;
    struct owed *owed = index_owed(f.index, unit_of(f.b, "义乌市政府"), &count);
    for (uint32_t i = 0; i < count; i++)
        through_both += owed[i].bond == BOND_VIA && owed[i].via_idx == unit_of(f.b, "各设区市及义乌市政府");
    free(owed);
    assert_true(through_both > 0);
    done(&f);
}

#define REGISTRY                                                                                                         \
    "format: 1\ntitle: 分工\nunits:\n  - name: 甲市政府\n    kind: city\n  - name: 乙市政府\n    kind: city\n" \
    "  - name: 丙局\n    kind: department\n"                                                                           \
    "  - name: 各市政府\n    kind: collective\n    coverage: all\n    member-kinds:\n      - city\n"                 \
    "  - name: 相关市政府\n    kind: collective\n    coverage: some\n    members:\n      - 乙市政府\n      - "  \
    "甲市政府\n"                                                                                                     \
    "sections:\n  - kind: general\n    heading: 任务\n    tasks:\n"
#define ITEM(no) "      - no: " no "\n        text: 修路。\n        label: 责任单位\n        units:\n"

static void the_strongest_bond_of_a_part_counts_once(void **state)
{
    (void)state;
    struct fixture f = {
        load_yaml(REGISTRY ITEM("1") "          - 甲市政府\n          - 各市政府\n          - 相关市政府\n" ITEM(
            "2") "          - 丙局\n          - 相关市政府\n          - 各市政府\n"),
        NULL
    };
    f.index = index_new(f.b);
    check_bond(&f, "甲市政府", "1.1", BOND_LEAD, NULL);
    check_bond(&f, "乙市政府", "1.1", BOND_VIA, "各市政府");
    check_bond(&f, "甲市政府", "1.2", BOND_VIA, "各市政府");
    check_bond(&f, "各市政府", "1.2", BOND_SUPPORT, NULL);
    assert_int_equal(counts_of(&f, "甲市政府")->tasks[BOND_MAYBE], 0);
    done(&f);
}

static void names_sort_by_pinyin(void **state)
{
    (void)state;
    struct fixture f = {
        load_yaml("format: 1\ntitle: 分工\nunits:\n  - 浙江大学\n  - 安吉县政府\n  - 省财政厅\n  - 宁波海关\n"
                  "sections: []\n"),
        NULL
    };
    f.index = index_new(f.b);
    static const char *const expected[] = { "安吉县政府", "宁波海关", "省财政厅", "浙江大学" };
    uint32_t order[4];
    assert_int_equal(f.b->units_count, 4);
    index_sort_by_name(f.b, order);
    for (uint32_t i = 0; i < 4; i++)
        assert_text(f.b->units[order[i]].name, expected[i]);
    done(&f);
}

static void weight_puts_the_busiest_leader_first(void **state)
{
    (void)state;
    struct fixture f = shipped();
    uint32_t best = 0;
    for (uint32_t i = 1; i < f.b->units_count; i++)
        if (index_weight(f.index, i) > index_weight(f.index, best))
            best = i;
    assert_text(f.b->units[best].name, "省发展改革委");
    done(&f);
}

static void a_sure_duty_weighs_more_than_a_possible_one(void **state)
{
    (void)state;
    struct fixture f = { load_yaml("format: 1\ntitle: 分工\nunits:\n  - 甲市政府\n  - 乙市政府\n"
                                   "  - name: 各市政府\n    kind: collective\n    coverage: all\n    members:\n"
                                   "      - 乙市政府\n"
                                   "  - name: 相关市政府\n    kind: collective\n    coverage: some\n    members:\n"
                                   "      - 甲市政府\n"
                                   "sections:\n  - kind: general\n    heading: 任务\n    tasks:\n" ITEM(
                                       "1") "          - 相关市政府\n          - 各市政府\n"),
                         NULL };
    f.index = index_new(f.b);
    assert_true(index_weight(f.index, unit_of(f.b, "乙市政府")) > index_weight(f.index, unit_of(f.b, "甲市政府")));
    assert_true(index_weight(f.index, unit_of(f.b, "甲市政府")) > 0);
    done(&f);
}

/* Parts, collectives and members at random; members of members and units named twice among them. */
static struct breakdown *at_random(void)
{
    enum { UNITS = 14, COLLECTIVES = 5 };
    static const struct mark nowhere = { 0, 0 };
    struct builder builder;
    char name[16];
    builder_init(&builder, NULL);
    builder_volume(&builder, "a");
    for (int i = 0; i < UNITS; i++) {
        struct unit unit = { .full = { "", 0 }, .kind = i % 3 ? UNIT_CITY : UNIT_COUNTY };
        if (i < COLLECTIVES) {
            unit.kind = UNIT_COLLECTIVE;
            unit.coverage = i == 4 ? COVERAGE_NONE : i % 2 ? COVERAGE_ALL : COVERAGE_SOME;
            unit.member_kinds = i == 3 ? 1u << UNIT_CITY : 0;
            for (int k = rand() % 6; k > 0; k--) {
                snprintf(name, sizeof name, "u%d", rand() % UNITS);
                builder_member(&builder, span_of(name), nowhere, &unit.members_given);
            }
        }
        snprintf(name, sizeof name, "u%d", i);
        assert_int_equal(builder_unit(&builder, span_of(name), &unit), NO_IDX);
    }
    for (int s = 0; s < 2; s++) {
        builder_section(&builder, s ? SECTION_LIVELIHOOD : SECTION_GENERAL);
        for (int t = 1; t < 8; t++) {
            builder_task(&builder, t);
            builder_part(&builder)->roles_given = true;
            for (int k = rand() % 7; k > 0; k--) {
                snprintf(name, sizeof name, "u%d", rand() % UNITS);
                builder_duty(&builder, span_of(name), rand() % 2 ? ROLE_LEAD : ROLE_SUPPORT, nowhere);
            }
            builder_part_end(&builder);
        }
    }
    return builder_finish(&builder);
}

/* The strongest bond of a unit in a part, straight from the rule; BONDS_COUNT when there is none. */
static enum bond bond_by_rule(const struct breakdown *b, const struct part *part, uint32_t unit_idx)
{
    enum bond bond = BONDS_COUNT;
    for (uint32_t i = 0; i < part->duties.count; i++) {
        const struct duty *duty = &b->duties[part->duties.from + i];
        const struct unit *unit = &b->units[duty->unit_idx];
        enum bond here = BONDS_COUNT;
        if (duty->unit_idx == unit_idx)
            here = duty->role == ROLE_LEAD ? BOND_LEAD : BOND_SUPPORT;
        for (uint32_t m = 0; here == BONDS_COUNT && unit->coverage != COVERAGE_NONE && m < unit->members.count; m++)
            if (b->members[unit->members.from + m] == unit_idx)
                here = unit->coverage == COVERAGE_ALL ? BOND_VIA : BOND_MAYBE;
        bond = here < bond ? here : bond;
    }
    return bond;
}

static void counts_and_lists_follow_the_rule_in_any_tangle(void **state)
{
    (void)state;
    srand(11);
    for (int round = 0; round < 400; round++) {
        struct fixture f = { at_random(), NULL };
        f.index = index_new(f.b);
        for (uint32_t u = 0; u < f.b->units_count; u++) {
            struct counts expected = { 0 };
            uint32_t count, at = 0;
            struct owed *owed = index_owed(f.index, u, &count);
            for (uint32_t p = 0; p < f.b->parts_count; p++) {
                enum bond bond = bond_by_rule(f.b, &f.b->parts[p], u);
                if (bond == BONDS_COUNT)
                    continue;
                (part_is_livelihood(f.b, p) ? expected.livelihood : expected.tasks)[bond]++;
                assert_true(at < count);
                assert_int_equal(owed[at].part_idx, p);
                assert_int_equal(owed[at++].bond, bond);
            }
            assert_int_equal(at, count);
            assert_memory_equal(&f.index->counts[u], &expected, sizeof expected);
            free(owed);
        }
        done(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leading_and_supporting_are_counted_as_the_notice_has_them),
        cmocka_unit_test(counts_add_up_to_the_duties),
        cmocka_unit_test(counts_and_lists_follow_the_rule_in_any_tangle),
        cmocka_unit_test(cities_are_bound_through_their_collective),
        cmocka_unit_test(the_strongest_bond_of_a_part_counts_once),
        cmocka_unit_test(names_sort_by_pinyin),
        cmocka_unit_test(weight_puts_the_busiest_leader_first),
        cmocka_unit_test(a_sure_duty_weighs_more_than_a_possible_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
