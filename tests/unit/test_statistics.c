/* SPDX-License-Identifier: MIT */
/* What is counted beyond roles, on the shipped breakdown and a small one: all of it adds up to what tally counts. */
#include <stdlib.h>
#include <string.h>

#include "breakdown/deadlines.h"
#include "breakdown/listsize.h"
#include "breakdown/pairs.h"
#include "breakdown/targets.h"
#include "breakdown/workload.h"
#include "breakdown_unit.h"

static const char yaml[] =
    "format: 1\ntitle: 县\nyear: 2024\nlead-rule: 列第一位者为牵头单位\n"
    "units: [甲局, 乙局, 丙局, 丁局, {name: 各镇, kind: collective, coverage: all, members: [丁局]}]\n"
    "sections:\n  - kind: general\n    heading: 一\n    tasks:\n"
    "      - {no: 1, text: 新建桥梁5座、道路90公里。, due: 12月底, leader: 张三, label: 责任单位, units: [甲局, "
    "乙局]}\n"
    "      - {no: 2, text: 用电量下降3%。, due: 长期, leader: 李四、张三, label: 责任单位, units: [乙局, 甲局, 丙局]}\n"
    "      - {no: 3, text: 培育企业二十家。, due: 6月底前, label: 责任单位, units: [甲局]}\n"
    "      - {no: 4, text: 实现乡村全覆盖。, label: 责任单位, units: [各镇]}\n"
    "  - kind: livelihood\n    heading: 民生\n    tasks:\n"
    "      - {no: 1, text: 改造厕所40座。, due: 6月, label: 责任单位, units: [乙局, 甲局]}\n";

struct fixture {
    struct breakdown *b;
    struct index *index;
};

static struct fixture begin(const char *text)
{
    struct breakdown *b = text ? load_yaml(text) : load_shipped();
    return (struct fixture){ b, index_new(b) };
}

static void end(struct fixture *f)
{
    index_free(f->index);
    breakdown_free(f->b);
}

static void check_pair(const struct fixture *f, const struct pair *pair, const char *expected)
{
    char text[200];
    snprintf(text, sizeof text, "%.*s %.*s %u %u/%u %u", TEXT_ARG(f->b->units[pair->unit_idx[0]].name),
             TEXT_ARG(f->b->units[pair->unit_idx[1]].name), pair->parts, pair->lead[0], pair->lead[1],
             pair->livelihood);
    assert_string_equal(text, expected);
}

static void two_units_in_one_list_are_a_pair(void **state)
{
    (void)state;
    struct fixture f = begin(yaml);
    struct pairs pairs = pairs_strongest(f.index, 10), most = pairs_strongest(f.index, 1),
                 own = pairs_of(f.index, unit_of(f.b, "乙局"), 10);
    assert_int_equal(pairs.count, 3);
    check_pair(&f, &pairs.items[0], "甲局 乙局 2 1/1 1");
    check_pair(&f, &pairs.items[1], "甲局 丙局 1 0/0 0");
    check_pair(&f, &pairs.items[2], "乙局 丙局 1 1/0 0");
    assert_int_equal(pairs.shared, 5);
    assert_int_equal(most.count, 1);
    assert_int_equal(most.total, 3);
    assert_int_equal(own.count, 2);
    check_pair(&f, &own.items[0], "乙局 甲局 2 1/1 1");
    pairs_fini(&pairs);
    pairs_fini(&most);
    pairs_fini(&own);
    end(&f);
}

/* Of n units in a list there are n(n-1)/2 pairs: over all pairs, and over all units' own, twice. */
static void pairs_add_up_to_the_lists(void **state)
{
    (void)state;
    struct fixture f = begin(NULL);
    struct pairs pairs = pairs_strongest(f.index, UINT32_MAX / 2);
    uint64_t expected = 0, own = 0, sum = 0;
    for (uint32_t i = 0; i < f.b->parts_count; i++)
        expected += (uint64_t)f.b->parts[i].duties.count * (f.b->parts[i].duties.count - 1) / 2;
    for (uint32_t i = 0; i < f.b->units_count; i++) {
        struct pairs of_one = pairs_of(f.index, i, 1);
        own += of_one.shared;
        pairs_fini(&of_one);
    }
    for (uint32_t i = 0; i < pairs.count; i++)
        sum += pairs.items[i].parts + pairs.items[i].livelihood;
    assert_int_equal(pairs.shared, expected);
    assert_int_equal(sum, expected);
    assert_int_equal(own, 2 * expected);
    assert_int_equal(pairs.count, pairs.total);
    assert_int_equal(pairs.long_lists, 0);
    pairs_fini(&pairs);
    end(&f);
}

static void a_list_of_everybody_makes_no_pairs(void **state)
{
    (void)state;
    struct buf text = { 0 };
    buf_string(&text, "format: 1\ntitle: 长\nunits: [");
    for (int i = 0; i <= PAIR_LIST_MAX; i++)
        buf_printf(&text, "%s单位%d局", i ? ", " : "", i);
    buf_string(&text, "]\nsections:\n  - kind: general\n    heading: 一\n    tasks:\n"
                      "      - {no: 1, text: 一。, label: 责任单位, units: [单位0局, 单位1局]}\n"
                      "      - {no: 2, text: 二。, label: 责任单位, units: [");
    for (int i = 0; i <= PAIR_LIST_MAX; i++)
        buf_printf(&text, "%s单位%d局", i ? ", " : "", i);
    buf_string(&text, "]}\n");
    struct fixture f = begin(text.at);
    struct pairs pairs = pairs_strongest(f.index, 10);
    assert_int_equal(pairs.total, 1);
    assert_int_equal(pairs.long_lists, 1);
    pairs_fini(&pairs);
    end(&f);
    buf_fini(&text);
}

static void workloads_add_up_to_the_tally(void **state)
{
    (void)state;
    struct fixture f = begin(NULL);
    struct workload *workloads = calloc(f.b->sections_count, sizeof *workloads);
    struct tally sum = { 0 }, all[2] = { tally_all(f.b, false), tally_all(f.b, true) };
    workload_sections(f.b, workloads);
    for (uint32_t i = 0; i < f.b->sections_count; i++) {
        sum.tasks += workloads[i].tally.tasks;
        sum.lead += workloads[i].tally.lead;
        sum.support += workloads[i].tally.support;
        assert_true(workloads[i].leads <= workloads[i].units && workloads[i].leads <= workloads[i].tally.lead);
        assert_true(workloads[i].units <= workloads[i].tally.lead + workloads[i].tally.support);
    }
    assert_int_equal(sum.tasks, all[0].tasks + all[1].tasks);
    assert_int_equal(sum.lead, all[0].lead + all[1].lead);
    assert_int_equal(sum.support, all[0].support + all[1].support);
    free(workloads);
    end(&f);
}

static void leaders_whom_tasks_name_have_their_load(void **state)
{
    (void)state;
    struct fixture f = begin(yaml);
    struct workload workloads[2];
    assert_int_equal(f.index->leaders->count, 2);
    workload_leaders(f.index->leaders, workloads);
    assert_int_equal(workloads[0].tally.tasks, 2); /* 张三 */
    assert_int_equal(workloads[0].units, 3);
    assert_int_equal(workloads[0].leads, 2);
    assert_int_equal(workloads[1].tally.tasks, 1); /* 李四 */
    assert_int_equal(workloads[1].leads, 1);
    end(&f);
}

static void lists_are_counted_by_their_length_and_units_by_how_they_stand(void **state)
{
    (void)state;
    struct fixture f = begin(yaml);
    struct listsizes sizes = listsizes_count(f.b);
    assert_int_equal(sizes.tasks[LISTSIZE_1], 2);
    assert_int_equal(sizes.tasks[LISTSIZE_2], 1);
    assert_int_equal(sizes.tasks[LISTSIZE_3_TO_5], 1);
    assert_int_equal(sizes.livelihood[LISTSIZE_2], 1);
    assert_int_equal(sizes.alone, 1); /* 各镇 are many */
    assert_int_equal(sizes.collective, 1);
    assert_int_equal(listsize_alone(f.b, &f.b->parts[2]), unit_of(f.b, "甲局"));
    assert_int_equal(listsize_standing(f.index, unit_of(f.b, "甲局")), STANDING_LEADS);
    assert_int_equal(listsize_standing(f.index, unit_of(f.b, "丙局")), STANDING_SUPPORTS);
    assert_int_equal(listsize_standing(f.index, unit_of(f.b, "丁局")), STANDING_BOUND);
    end(&f);
    f = begin(NULL);
    sizes = listsizes_count(f.b);
    struct tally tasks = tally_all(f.b, false), livelihood = tally_all(f.b, true);
    uint32_t parts = 0, others = 0;
    for (enum listsize size = 0; size < LISTSIZES_COUNT; size++) {
        parts += sizes.tasks[size];
        others += sizes.livelihood[size];
    }
    assert_int_equal(parts, tasks.parts);
    assert_int_equal(others, livelihood.parts);
    assert_int_equal(sizes.alone + sizes.collective + sizes.open,
                     sizes.tasks[LISTSIZE_1] + sizes.livelihood[LISTSIZE_1]);
    end(&f);
}

/* The targets' phrases in an order, joined with |. */
static void check_targets(const struct fixture *f, enum targets_order order, const char *expected)
{
    struct targets *targets = targets_new(f->index, NULL, order);
    struct buf out = { 0 };
    for (uint32_t i = 0; i < targets->count; i++) {
        buf_string(&out, i ? "|" : "");
        target_phrase(f->b, &targets->items[i], &out);
    }
    assert_text(text_composed(buf_view(&out)), expected);
    buf_fini(&out);
    targets_free(targets);
}

static void targets_are_listed_in_their_orders(void **state)
{
    (void)state;
    struct fixture f = begin(yaml);
    check_targets(&f, TARGETS_NOTICE,
                  "新建桥梁5座|新建道路90公里|用电量下降3%|培育企业二十家|实现乡村全覆盖|改造厕所40座");
    check_targets(&f, TARGETS_NUMBER,
                  "新建道路90公里|改造厕所40座|培育企业二十家|新建桥梁5座|用电量下降3%|实现乡村全覆盖");
    check_targets(&f, TARGETS_VERB,
                  "改造厕所40座|培育企业二十家|实现乡村全覆盖|用电量下降3%|新建桥梁5座|新建道路90公里");
    check_targets(&f, TARGETS_MEASURE,
                  "新建道路90公里|培育企业二十家|改造厕所40座|新建桥梁5座|用电量下降3%|实现乡村全覆盖");
    check_targets(&f, TARGETS_LEADER,
                  "新建桥梁5座|新建道路90公里|用电量下降3%|培育企业二十家|实现乡村全覆盖|改造厕所40座");
    check_targets(&f, TARGETS_DUE,
                  "培育企业二十家|改造厕所40座|新建桥梁5座|新建道路90公里|用电量下降3%|实现乡村全覆盖");
    end(&f);
}

static void tasks_stand_by_their_deadlines_and_unclear_ones_last(void **state)
{
    (void)state;
    struct fixture f = begin(yaml);
    static const char *const expected[] = { "1.3", "m.1", "1.1", "1.2" };
    uint32_t tasks[8];
    assert_int_equal(deadlines_list(f.b, NULL, tasks), 4);
    for (int i = 0; i < 4; i++)
        assert_text(f.b->tasks[tasks[i]].id, expected[i]);
    assert_int_equal(deadlines_of(f.b, tasks[0]), 20240630);
    assert_int_equal(deadlines_of(f.b, tasks[3]), DUE_UNCLEAR);
    bool only[8] = { [1] = true };
    assert_int_equal(deadlines_list(f.b, only, tasks), 1);
    end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_units_in_one_list_are_a_pair),
        cmocka_unit_test(pairs_add_up_to_the_lists),
        cmocka_unit_test(a_list_of_everybody_makes_no_pairs),
        cmocka_unit_test(workloads_add_up_to_the_tally),
        cmocka_unit_test(leaders_whom_tasks_name_have_their_load),
        cmocka_unit_test(lists_are_counted_by_their_length_and_units_by_how_they_stand),
        cmocka_unit_test(targets_are_listed_in_their_orders),
        cmocka_unit_test(tasks_stand_by_their_deadlines_and_unclear_ones_last),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
