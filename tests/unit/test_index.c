/* SPDX-License-Identifier: MIT */
/* What each unit owes, on the shipped breakdown and on small ones. */
#include "breakdown/index.h"
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
    const struct owed *owed = index_owed(f->index, unit_of(f->b, name), &count);
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
    uint32_t direct = 0, all = 0;
    for (uint32_t i = 0; i < f.b->units_count; i++) {
        const struct counts *counts = &f.index->counts[i];
        direct += counts->tasks[BOND_LEAD] + counts->tasks[BOND_SUPPORT] + counts->livelihood[BOND_LEAD] +
                  counts->livelihood[BOND_SUPPORT];
        for (int bond = 0; bond < BONDS_COUNT; bond++)
            all += counts->tasks[bond] + counts->livelihood[bond];
    }
    assert_int_equal(direct, f.b->duties_count);
    assert_int_equal(all, f.index->unit_from[f.b->units_count]);
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
    const struct owed *owed = index_owed(f.index, unit_of(f.b, "义乌市政府"), &count);
    for (uint32_t i = 0; i < count; i++)
        through_both += owed[i].bond == BOND_VIA && owed[i].via_idx == unit_of(f.b, "各设区市及义乌市政府");
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leading_and_supporting_are_counted_as_the_notice_has_them),
        cmocka_unit_test(counts_add_up_to_the_duties),
        cmocka_unit_test(cities_are_bound_through_their_collective),
        cmocka_unit_test(the_strongest_bond_of_a_part_counts_once),
        cmocka_unit_test(names_sort_by_pinyin),
        cmocka_unit_test(weight_puts_the_busiest_leader_first),
        cmocka_unit_test(a_sure_duty_weighs_more_than_a_possible_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
