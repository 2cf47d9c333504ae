/* SPDX-License-Identifier: MIT */
/* Filtering tasks on the shipped data. */
#include <stdlib.h>

#include "breakdown_unit.h"
#include "search/filter.h"

struct fixture {
    struct breakdown *b;
    struct index *index;
    struct search *search, *leaders;
    struct filter *filter;
    bool *matches;
};

static int set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    fixture->b = load_shipped();
    fixture->index = index_new(fixture->b);
    fixture->search = search_new(fixture->index);
    fixture->leaders = search_new_leaders(fixture->index->leaders);
    fixture->filter = filter_new(fixture->index, fixture->search, fixture->leaders);
    fixture->matches = calloc(fixture->b->tasks_count, sizeof *fixture->matches);
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    filter_free(fixture->filter);
    search_free(fixture->search);
    search_free(fixture->leaders);
    index_free(fixture->index);
    breakdown_free(fixture->b);
    free(fixture->matches);
    free(fixture);
    return 0;
}

static uint32_t filter(struct fixture *fixture, const char *query)
{
    uint32_t count = filter_query(fixture->filter, text_of(query), fixture->matches), set = 0;
    for (uint32_t i = 0; i < fixture->b->tasks_count; i++)
        set += fixture->matches[i];
    assert_int_equal(count, set);
    return count;
}

/* How many tasks have the bytes in one of their parts' texts. */
static uint32_t tasks_with(const struct fixture *fixture, const char *needle)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < fixture->b->tasks_count; i++) {
        const struct task *task = &fixture->b->tasks[i];
        bool found = false;
        for (uint32_t k = 0; k < task->parts.count; k++) {
            struct text text = fixture->b->parts[task->parts.from + k].text;
            found = found || memmem(text.at, text.bytes, needle, strlen(needle));
        }
        count += found;
    }
    return count;
}

static void the_empty_filter_keeps_every_task(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(filter(fixture, ""), fixture->b->tasks_count);
    assert_int_equal(filter(fixture, " 　 "), fixture->b->tasks_count);
    assert_int_equal(filter(fixture, "单位:"), fixture->b->tasks_count);
}

static void words_match_the_text_folded_and_in_pinyin(void **state)
{
    struct fixture *fixture = *state;
    uint32_t count = tasks_with(fixture, "数字经济");
    assert_true(count > 0);
    assert_int_equal(filter(fixture, "数字经济"), count);
    assert_int_equal(filter(fixture, "數字經濟"), count);
    assert_true(filter(fixture, "szjj") >= count);
    assert_true(filter(fixture, "shuzijingji") >= count);
    assert_int_equal(filter(fixture, "５ｇ"), filter(fixture, "5G"));
    assert_int_equal(filter(fixture, "没有哪项工作这样说"), 0);
}

static void all_words_must_match(void **state)
{
    struct fixture *fixture = *state;
    uint32_t both = filter(fixture, "改革 数字"), one = filter(fixture, "改革");
    assert_true(both > 0 && both < one);
    assert_int_equal(filter(fixture, "数字 改革"), both);
}

static void digits_match_the_number(void **state)
{
    struct fixture *fixture = *state;
    struct task_ref ref;
    assert_int_equal(task_find(fixture->b, TEXT("2.7"), &ref, 1), 1);
    filter(fixture, "2.7");
    assert_true(fixture->matches[ref.task_idx]);
    uint32_t section = filter(fixture, "领导:冯飞");
    assert_true(section > 0);
}

static void a_unit_filter_takes_what_the_unit_owes(void **state)
{
    struct fixture *fixture = *state;
    uint32_t unit_idx = unit_find(fixture->b, TEXT("省发展改革委")), owed_count;
    struct owed *owed = index_owed(fixture->index, unit_idx, &owed_count);
    bool *expected = calloc(fixture->b->tasks_count, sizeof *expected);
    uint32_t named = 0, led = 0;
    for (int lead = 0; lead < 2; lead++) {
        memset(expected, 0, fixture->b->tasks_count * sizeof *expected);
        for (uint32_t i = 0; i < owed_count; i++)
            if (owed[i].bond == BOND_LEAD || (!lead && owed[i].bond < BOND_MAYBE))
                expected[fixture->b->parts[owed[i].part_idx].task_idx] = true;
        for (uint32_t i = 0; i < fixture->b->tasks_count; i++)
            *(lead ? &led : &named) += expected[i];
    }
    free(expected);
    free(owed);
    assert_true(led > 0 && led < named);
    assert_int_equal(filter(fixture, "单位:发改委"), named);
    assert_int_equal(filter(fixture, "单位：ｆｇｗ"), named);
    assert_int_equal(filter(fixture, "unit:fgw"), named);
    assert_int_equal(filter(fixture, "单位: 发改委"), named);
    assert_int_equal(filter(fixture, "牵头:发改委"), led);
    assert_int_equal(filter(fixture, "lead:fgw"), led);
    assert_int_equal(filter(fixture, "单位:龘"), 0);
}

static void a_leader_filter_takes_the_leaders_tasks(void **state)
{
    struct fixture *fixture = *state;
    const struct section *section = NULL;
    for (uint32_t i = 0; i < fixture->b->sections_count; i++)
        if (text_equal(fixture->b->sections[i].leader, TEXT("冯飞")))
            section = &fixture->b->sections[i];
    assert_non_null(section);
    assert_int_equal(filter(fixture, "领导:冯飞"), section->tasks.count);
    assert_int_equal(filter(fixture, "领导：冯"), section->tasks.count);
    assert_int_equal(filter(fixture, "leader:fengfei"), section->tasks.count);
    assert_true(filter(fixture, "领导:冯飞 改革") < section->tasks.count);
}

static void the_matched_words_are_highlighted_everywhere_in_the_text(void **state)
{
    struct fixture *fixture = *state;
    struct stretch stretches[8];
    filter(fixture, "改革 单位:发改委 gf");
    struct text text = TEXT("改革要規範，再改革。");
    assert_int_equal(filter_stretches(fixture->filter, text, stretches, 8), 3);
    assert_text(text_slice(text, stretches[0].from_bytes, stretches[0].to_bytes), "改革");
    assert_text(text_slice(text, stretches[1].from_bytes, stretches[1].to_bytes), "規範");
    assert_text(text_slice(text, stretches[2].from_bytes, stretches[2].to_bytes), "改革");
    assert_int_equal(filter_stretches(fixture->filter, text, stretches, 1), 1);
    assert_int_equal(filter_stretches(fixture->filter, TEXT("龘靐齉爩鱻"), stretches, 8), 0);
    filter(fixture, "");
    assert_int_equal(filter_stretches(fixture->filter, text, stretches, 8), 0);
}

static const char county[] = "format: 1\n"
                             "title: 甲县2024年重点工作任务分工\n"
                             "year: 2024\n"
                             "sections:\n"
                             "  - kind: general\n"
                             "    heading: 一、产业\n"
                             "    tasks:\n"
                             "      - no: 1\n"
                             "        text: 新建产业园3个。\n"
                             "        leader: 张三\n"
                             "        due: 9月底前\n"
                             "        lead: [甲局]\n"
                             "        support: [乙局]\n"
                             "      - no: 2\n"
                             "        text: 修路。\n"
                             "        leader: 副县长李四、张三\n"
                             "        due: 2024年6月30日\n"
                             "        lead: [乙局]\n"
                             "      - no: 3\n"
                             "        text: 治水，比例：一半。\n"
                             "        due: 长期坚持\n"
                             "        lead: [甲局]\n"
                             "units:\n"
                             "  - name: 甲局\n"
                             "    kind: department\n"
                             "  - name: 乙局\n"
                             "    kind: department\n";

/* Which of the county's three tasks a query keeps: "13". */
static void check_county(const char *query, const char *expected, const char *unknown)
{
    struct breakdown *b = load_yaml(county);
    struct index *index = index_new(b);
    struct search *search = search_new(index), *leaders = search_new_leaders(index->leaders);
    struct filter *filter = filter_new(index, search, leaders);
    bool matches[3];
    char found[4] = "", *end = found;
    filter_query(filter, text_of(query), matches);
    for (int i = 0; i < 3; i++)
        if (matches[i])
            *end++ = (char)('1' + i);
    if (strcmp(found, expected) != 0)
        fail_msg("%s: %s, not %s", query, found, expected);
    assert_text(filter_unknown(filter), unknown);
    filter_free(filter);
    search_free(search);
    search_free(leaders);
    index_free(index);
    breakdown_free(b);
}

static void leaders_and_deadlines_at_the_task_are_filtered_by(void **state)
{
    (void)state;
    check_county("领导:张三", "12", "");
    check_county("领导:zs", "12", "");
    check_county("leader:lisi", "2", "");
    check_county("领导:副县长", "2", "");
    check_county("时限:9月", "1", "");
    check_county("due:6月", "2", "");
    check_county("时限:三季度", "1", "");
    check_county("时限:上半年", "2", "");
    check_county("时限:9月前", "12", "");
    check_county("时限:12月", "", "");
    check_county("时限:长期", "3", "");
    check_county("时限:2024年", "12", "");
}

static void the_role_and_figures_are_filtered_by(void **state)
{
    (void)state;
    check_county("参与:乙局", "1", "");
    check_county("support:yj", "1", "");
    check_county("牵头:乙局", "2", "");
    check_county("有数:", "1", "");
    check_county("figures:", "1", "");
    check_county("有数:产业园", "1", "");
    check_county("有数:学校", "", "");
    check_county("有数: 单位:乙局", "1", "");
}

static void the_last_of_many_figures_is_found(void **state)
{
    struct buf yaml = { 0 };
    struct diags diags = { 0 };
    bool match = false;
    (void)state;
    buf_string(&yaml, "format: 1\ntitle: 分工\nunits: [甲局]\nsections:\n  - kind: general\n    heading: 一\n"
                      "    tasks:\n      - {no: 1, label: 责任单位, units: [甲局], text: 新建");
    for (int i = 0; i < 50; i++)
        buf_printf(&yaml, "公园%d个、", i + 2);
    buf_string(&yaml, "桥梁1座。}\n");
    struct source source = { .path = "test.yaml", .content = buf_view(&yaml) };
    struct breakdown *b = breakdown_load(&source, 1, &diags);
    struct index *index = index_new(b);
    struct search *search = search_new(index), *leaders = search_new_leaders(index->leaders);
    struct filter *of = filter_new(index, search, leaders);
    assert_int_equal(filter_query(of, TEXT("有数:桥梁"), &match), 1);
    filter_free(of);
    search_free(search);
    search_free(leaders);
    index_free(index);
    breakdown_free(b);
    diag_fini(&diags);
    buf_fini(&yaml);
}

static void an_unknown_prefix_is_named_unless_a_text_has_it(void **state)
{
    (void)state;
    check_county("部门:甲局", "", "部门:");
    check_county("dept：x", "", "dept:");
    check_county("比例:一半", "3", "");
    check_county("修路", "2", "");
}

/* Also while the words behind it are typed, which looks only at what the last query left. */
static void a_prefix_that_a_text_has_stays_one_while_more_is_typed(void **state)
{
    (void)state;
    struct breakdown *b = load_yaml(county);
    struct index *index = index_new(b);
    struct search *search = search_new(index), *leaders = search_new_leaders(index->leaders);
    struct filter *filter = filter_new(index, search, leaders);
    bool matches[3];
    assert_int_equal(filter_query(filter, TEXT("比例:一半 治"), matches), 1);
    assert_int_equal(filter_query(filter, TEXT("比例:一半 治水"), matches), 1);
    assert_text(filter_unknown(filter), "");
    filter_free(filter);
    search_free(search);
    search_free(leaders);
    index_free(index);
    breakdown_free(b);
}

/* One more letter looks only at what the last query left: that must be as if nothing had been asked before. */
static void letters_typed_and_deleted_let_through_what_the_whole_query_does(void **state)
{
    struct fixture *fixture = *state;
    static const char *const queries[] = { "推进产业改革",   "jiaotong ss", "数字化 2.7", "zhongdian项目",
                                           "单位:发改 推进", "部门:财政",   "2020",       "新一代，",
                                           "龘龘",           "有数: 亿元",  "m.4",        "2：2" };
    bool *fresh = calloc(fixture->b->tasks_count, sizeof *fresh);
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
        size_t bytes = strlen(queries[i]);
        for (size_t step = 1; step < 2 * bytes; step++) {
            size_t end = step <= bytes ? step : 2 * bytes - step;
            if ((queries[i][end] & 0xC0) == 0x80)
                continue;
            struct text query = text_slice(text_of(queries[i]), 0, end);
            struct filter *other = filter_new(fixture->index, fixture->search, fixture->leaders);
            uint32_t count = filter_query(fixture->filter, query, fixture->matches);
            if (count != filter_query(other, query, fresh))
                fail_msg("“%.*s” lets through %u", TEXT_ARG(query), count);
            assert_memory_equal(fixture->matches, fresh, fixture->b->tasks_count * sizeof *fresh);
            assert_true(text_equal(filter_unknown(fixture->filter), filter_unknown(other)));
            filter_free(other);
        }
    }
    free(fresh);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_empty_filter_keeps_every_task),
        cmocka_unit_test(words_match_the_text_folded_and_in_pinyin),
        cmocka_unit_test(all_words_must_match),
        cmocka_unit_test(digits_match_the_number),
        cmocka_unit_test(a_unit_filter_takes_what_the_unit_owes),
        cmocka_unit_test(a_leader_filter_takes_the_leaders_tasks),
        cmocka_unit_test(the_matched_words_are_highlighted_everywhere_in_the_text),
        cmocka_unit_test(leaders_and_deadlines_at_the_task_are_filtered_by),
        cmocka_unit_test(the_role_and_figures_are_filtered_by),
        cmocka_unit_test(the_last_of_many_figures_is_found),
        cmocka_unit_test(letters_typed_and_deleted_let_through_what_the_whole_query_does),
        cmocka_unit_test(an_unknown_prefix_is_named_unless_a_text_has_it),
        cmocka_unit_test(a_prefix_that_a_text_has_stays_one_while_more_is_typed),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
