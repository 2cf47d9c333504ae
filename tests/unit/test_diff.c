/* SPDX-License-Identifier: MIT */
/* Comparing two breakdowns: tasks pair by their text, whatever their number. */
#include <string.h>
#include <time.h>

#include "../effort.h"
#include "breakdown/diff.h"
#include "breakdown_unit.h"
#include "sheet/sheet.h"

#define HEAD                                                                                                           \
    "format: 1\ntitle: 分工\nyear: 2020\nunits:\n  - 甲局\n  - 乙局\n  - name: 丙局\n    full: 某市丙局\nsections:\n"
#define LEADER(name) "  - kind: leader\n    heading: " name "市长牵头\n    leader: " name "\n    tasks:\n"
#define TASK(no, text, lead, support)                                                                                  \
    "      - no: " no "\n        text: " text "\n        label: 责任单位\n        units:\n          - " lead           \
    "\n          - " support "\n"

#define ROADS  "修建农村公路一百公里，改造危桥十座。"
#define WATER  "治理河道五十公里，建成美丽河湖八条。"
#define SCHOOL "新建改建幼儿园三十所，增加学位六千个。"

struct pair {
    struct breakdown *old, *new;
    struct diff *diff;
};

static struct pair compare(const char *old, const char *new)
{
    struct pair pair = { load_yaml(old), load_yaml(new), NULL };
    pair.diff = diff_new(pair.old, pair.new);
    return pair;
}

static void done(struct pair *pair)
{
    diff_free(pair->diff);
    breakdown_free(pair->old);
    breakdown_free(pair->new);
}

#define OLD HEAD LEADER("张三") TASK("1", ROADS, "甲局", "乙局") TASK("2", WATER, "乙局", "丙局")

static void a_breakdown_does_not_differ_from_itself(void **state)
{
    (void)state;
    struct pair pair = compare(OLD, OLD);
    assert_true(diff_empty(pair.diff));
    assert_int_equal(pair.diff->same_count, 2);
    done(&pair);
    struct breakdown *b = load_shipped();
    struct diff *diff = diff_new(b, b);
    assert_true(diff_empty(diff));
    assert_int_equal(diff->same_count, 203);
    diff_free(diff);
    breakdown_free(b);
}

static void an_inserted_task_only_moves_the_others(void **state)
{
    (void)state;
    struct pair pair = compare(OLD, HEAD LEADER("张三") TASK("1", SCHOOL, "甲局", "乙局")
                                        TASK("2", ROADS, "甲局", "乙局") TASK("3", WATER, "乙局", "丙局"));
    assert_int_equal(pair.diff->tasks_count, 3);
    assert_int_equal(pair.diff->tasks[0].kind, DIFF_ADDED);
    assert_int_equal(pair.diff->tasks[0].new_task_idx, 0);
    assert_int_equal(pair.diff->tasks[1].kind, DIFF_CHANGED);
    assert_int_equal(pair.diff->tasks[1].changes, DIFF_MOVED);
    assert_int_equal(pair.diff->tasks[1].old_task_idx, 0);
    assert_int_equal(pair.diff->tasks[2].changes, DIFF_MOVED);
    done(&pair);
}

static void a_removed_task_stands_where_it_stood(void **state)
{
    (void)state;
    struct pair pair = compare(HEAD LEADER("张三") TASK("1", ROADS, "甲局", "乙局") TASK("2", SCHOOL, "乙局", "丙局")
                                   TASK("3", WATER, "乙局", "丙局"),
                               HEAD LEADER("张三") TASK("1", ROADS, "甲局", "乙局") TASK("2", WATER, "乙局", "丙局"));
    assert_int_equal(pair.diff->tasks_count, 2);
    assert_int_equal(pair.diff->tasks[0].kind, DIFF_REMOVED);
    assert_int_equal(pair.diff->tasks[0].old_task_idx, 1);
    assert_int_equal(pair.diff->tasks[1].changes, DIFF_MOVED);
    assert_int_equal(pair.diff->removed_count, 1);
    done(&pair);
}

static void new_words_and_a_new_lead_are_told_apart(void **state)
{
    (void)state;
    struct pair pair = compare(OLD, HEAD LEADER("张三") TASK("1", "修建农村公路二百公里，改造危桥十座。", "乙局",
                                                             "甲局") TASK("2", WATER, "乙局", "甲局"));
    const struct diff *diff = pair.diff;
    assert_int_equal(diff->tasks_count, 2);
    assert_int_equal(diff->tasks[0].changes, DIFF_REWORDED | DIFF_UNITS);
    assert_int_equal(diff->tasks[0].words_count, 4);
    assert_text(diff->tasks[0].words[0].text, "修建农村公路");
    assert_int_equal(diff->tasks[0].words[1].side, DIFF_OLD);
    assert_text(diff->tasks[0].words[1].text, "一");
    assert_int_equal(diff->tasks[0].words[2].side, DIFF_NEW);
    assert_text(diff->tasks[0].words[2].text, "二");
    assert_int_equal(diff->tasks[0].units_count, 2);
    assert_int_equal(diff->tasks[0].units[0].kind, DIFF_UNIT_LEADS);
    assert_text(diff->tasks[0].units[0].name, "乙局");
    assert_int_equal(diff->tasks[0].units[1].kind, DIFF_UNIT_SUPPORTS);
    assert_int_equal(diff->tasks[1].changes, DIFF_UNITS);
    assert_int_equal(diff->tasks[1].units[0].kind, DIFF_UNIT_REMOVED);
    assert_text(diff->tasks[1].units[0].name, "丙局");
    assert_int_equal(diff->tasks[1].units[1].kind, DIFF_UNIT_ADDED);
    assert_text(diff->tasks[1].units[1].name, "甲局");
    done(&pair);
}

static void the_same_text_under_two_leaders_pairs_with_its_leader(void **state)
{
    (void)state;
    struct pair pair =
        compare(HEAD LEADER("张三") TASK("1", ROADS, "甲局", "乙局") LEADER("李四") TASK("1", ROADS, "乙局", "丙局"),
                HEAD LEADER("李四") TASK("1", ROADS, "乙局", "丙局") LEADER("张三") TASK("1", ROADS, "甲局", "乙局"));
    assert_int_equal(pair.diff->tasks_count, 0);
    assert_int_equal(pair.diff->same_count, 2);
    done(&pair);
}

static void texts_that_share_little_are_two_tasks(void **state)
{
    (void)state;
    struct pair pair = compare(HEAD LEADER("张三") TASK("1", ROADS, "甲局", "乙局"),
                               HEAD LEADER("张三") TASK("1", SCHOOL, "甲局", "乙局"));
    assert_int_equal(pair.diff->added_count, 1);
    assert_int_equal(pair.diff->removed_count, 1);
    done(&pair);
}

/* Twenty-one different characters are twenty pairs of neighbours; half of them make two texts one task. */
static void half_of_the_neighbours_in_common_make_one_task(void **state)
{
    (void)state;
#define REST_A "天地玄黄宇宙洪荒日月"
#define REST_B "春夏秋冬风雨雷电云霞"
    static const char old[] = HEAD LEADER("张三") TASK("1", "甲乙丙丁戊己庚辛壬癸子" REST_A, "甲局", "乙局");
    struct pair pair = compare(old, HEAD LEADER("张三") TASK("1", "甲乙丙丁戊己庚辛壬癸子" REST_B, "甲局", "乙局"));
    assert_int_equal(pair.diff->tasks_count, 1);
    assert_int_equal(pair.diff->tasks[0].changes, DIFF_REWORDED);
    done(&pair);
    pair = compare(old, HEAD LEADER("张三") TASK("1", "甲乙丙丁戊己庚辛壬癸丑" REST_B, "甲局", "乙局"));
    assert_int_equal(pair.diff->added_count, 1);
    assert_int_equal(pair.diff->removed_count, 1);
    done(&pair);
}

static void a_new_name_that_was_an_alias_is_a_renaming(void **state)
{
    (void)state;
#define NAMED(unit, name)                                                                                              \
    "format: 1\ntitle: 分工\nyear: 2020\nunits:\n  - 甲局\n  - " unit "\nsections:\n" LEADER("张三")                   \
        TASK("1", ROADS, "甲局", name)
    struct pair pair = compare(NAMED("{name: 旧局, aliases: [新局]}", "旧局"), NAMED("新局", "新局"));
    assert_int_equal(pair.diff->tasks_count, 0);
    assert_int_equal(pair.diff->registry[0].kind, DIFF_REGISTRY_RENAMED);
    done(&pair);
    pair = compare(NAMED("旧局", "旧局"), NAMED("{name: 新局, aliases: [旧局]}", "新局"));
    assert_int_equal(pair.diff->tasks_count, 0);
    assert_int_equal(pair.diff->registry[0].kind, DIFF_REGISTRY_RENAMED);
    done(&pair);
}

static void a_renamed_unit_is_not_another_unit_in_its_tasks(void **state)
{
    (void)state;
    struct pair pair = compare(OLD, "format: 1\ntitle: 分工\nyear: 2020\nunits:\n  - 甲局\n  - 乙局\n  - name: "
                                    "新丙局\n    full: 某市丙局\nsections:\n" LEADER("张三")
                                        TASK("1", ROADS, "甲局", "乙局") TASK("2", WATER, "乙局", "新丙局"));
    assert_int_equal(pair.diff->tasks_count, 0);
    assert_int_equal(pair.diff->registry_count, 1);
    assert_int_equal(pair.diff->registry[0].kind, DIFF_REGISTRY_RENAMED);
    done(&pair);
}

static void a_list_that_only_names_a_renamed_unit_is_the_same(void **state)
{
    (void)state;
#define WORDED(name) "        wording: 甲局，" name "\n"
    struct pair pair =
        compare(HEAD LEADER("张三") TASK("1", ROADS, "甲局", "丙局") WORDED("丙局"),
                "format: 1\ntitle: 分工\nyear: 2020\nunits:\n  - 甲局\n  - 乙局\n  - name: 新丙局\n    full: 某市丙局\n"
                "sections:\n" LEADER("张三") TASK("1", ROADS, "甲局", "新丙局") WORDED("新丙局"));
    assert_int_equal(pair.diff->tasks_count, 0);
    assert_int_equal(pair.diff->registry_count, 1);
    done(&pair);
}

static void a_successor_takes_over_the_section_and_no_task_changes(void **state)
{
    (void)state;
    struct pair pair =
        compare(OLD, HEAD LEADER("李四") TASK("1", ROADS, "甲局", "乙局") TASK("2", WATER, "乙局", "丙局"));
    assert_int_equal(pair.diff->sections_count, 1);
    assert_int_equal(pair.diff->sections[0].kind, DIFF_CHANGED);
    assert_int_equal(pair.diff->tasks_count, 0);
    struct index *index = index_new(pair.new);
    struct sheet *sheet = sheet_new_of_changes(pair.old, pair.new, index, pair.diff);
    assert_int_equal(sheet->rows[0].kind, SHEET_HEADING);
    assert_true(text_equal(sheet_row_text(sheet, &sheet->rows[0]), TEXT("一、部分（1个）")));
    assert_true(text_equal(sheet_row_text(sheet, &sheet->rows[1]),
                           TEXT("改动　张三市长牵头 → 李四市长牵头：领导 张三 → 李四")));
    assert_true(text_equal(sheet_row_text(sheet, &sheet->rows[2]), TEXT("任务没有变化。")));
    sheet_free(sheet);
    index_free(index);
    done(&pair);
}

static void sections_and_the_notice_itself_are_compared(void **state)
{
    (void)state;
    struct pair pair = compare(OLD, "format: 1\ntitle: 分工二\nyear: 2021\nunits:\n  - 甲局\n  - 乙局\n  - name: "
                                    "丙局\n    full: 某市丙局\nsections:\n"
                                    "  - kind: leader\n    heading: 张三书记牵头\n    leader: 张三\n    tasks:\n" TASK(
                                        "1", ROADS, "甲局", "乙局") TASK("2", WATER, "乙局", "丙局"));
    assert_int_equal(pair.diff->document, DIFF_TITLE | DIFF_YEAR);
    assert_int_equal(pair.diff->sections_count, 1);
    assert_int_equal(pair.diff->sections[0].kind, DIFF_CHANGED);
    assert_int_equal(pair.diff->tasks_count, 0);
    done(&pair);
}

/* Joined, the stretches are the two texts again. */
static void check_words(const char *old, const char *new)
{
    struct arena arena = { 0 };
    struct buf from = { 0 }, to = { 0 };
    const struct diff_word *words;
    buf_string(&from, "");
    buf_string(&to, "");
    uint32_t count = diff_words(&arena, text_of(old), text_of(new), &words);
    for (uint32_t i = 0; i < count; i++) {
        assert_true(words[i].text.bytes > 0);
        if (words[i].side != DIFF_NEW)
            buf_text(&from, words[i].text);
        if (words[i].side != DIFF_OLD)
            buf_text(&to, words[i].text);
    }
    assert_string_equal(from.at, old);
    assert_string_equal(to.at, new);
    buf_fini(&from);
    buf_fini(&to);
    arena_fini(&arena);
}

static void stretches_join_to_both_texts(void **state)
{
    (void)state;
    check_words("", "");
    check_words("", "新增");
    check_words("旧", "");
    check_words("增长8.5%以上", "增长10.5%左右");
    check_words("加快5G网络建设，新增基站", "加快6G网络和算力建设，新增");
    check_words("甲乙丙丁戊", "戊丁丙乙甲");
    check_words("e\xCC\x81的", "e的");
}

static void numbers_change_whole(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    const struct diff_word *words;
    uint32_t count = diff_words(&arena, TEXT("新增120家"), TEXT("新增150家"), &words);
    assert_int_equal(count, 4);
    assert_text(words[1].text, "120");
    assert_text(words[2].text, "150");
    assert_int_equal(diff_words(&arena, TEXT("增长8.5%"), TEXT("增长9.5%"), &words), 4);
    assert_text(words[1].text, "8.5");
    arena_fini(&arena);
}

/* The years of one breakdown differ as the same files do when each is a breakdown of its own. */
static void two_volumes_differ_as_two_breakdowns_do(void **state)
{
    (void)state;
    static const char *const paths[] = { "tests/data/years/2019.yaml", "data/tasks.yaml",
                                         "tests/data/years/2020.yaml" };
    static const uint32_t pairs[][2] = { { 0, 2 }, { 2, 0 }, { 0, 1 }, { 1, 2 }, { 1, 1 } };
    struct diags diags = { 0 };
    struct breakdown *all = load_files(paths, 3, &(struct load_options){ 0 }, &diags);
    assert_non_null(all);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        uint32_t from = pairs[i][0], to = pairs[i][1];
        struct breakdown *old = load_files(&paths[from], 1, &(struct load_options){ 0 }, &diags);
        struct breakdown *new = load_files(&paths[to], 1, &(struct load_options){ 0 }, &diags);
        uint32_t old_from = all->sections[all->volumes[from].sections.from].tasks.from;
        uint32_t new_from = all->sections[all->volumes[to].sections.from].tasks.from;
        struct diff *apart = diff_new(old, new), *together = diff_new_volumes(all, from, to);
        assert_int_equal(together->document, apart->document);
        assert_int_equal(together->sections_count, apart->sections_count);
        assert_int_equal(together->registry_count, 0);
        assert_int_equal(together->same_count, apart->same_count);
        assert_int_equal(together->tasks_count, apart->tasks_count);
        for (uint32_t k = 0; k < apart->tasks_count; k++) {
            const struct diff_task *a = &apart->tasks[k], *b = &together->tasks[k];
            assert_int_equal(b->kind, a->kind);
            assert_int_equal(b->changes, a->changes);
            assert_int_equal(b->old_task_idx, a->old_task_idx == NO_IDX ? NO_IDX : old_from + a->old_task_idx);
            assert_int_equal(b->new_task_idx, a->new_task_idx == NO_IDX ? NO_IDX : new_from + a->new_task_idx);
            assert_int_equal(b->words_count, a->words_count);
            assert_int_equal(b->units_count, a->units_count);
        }
        diff_free(apart);
        diff_free(together);
        breakdown_free(old);
        breakdown_free(new);
    }
    breakdown_free(all);
    diag_fini(&diags);
}

/* Processor time; the diff is looked at, all is freed. */
static double seconds_to_compare(struct buf yaml[2], void (*look)(const struct diff *diff, uint32_t count),
                                 uint32_t count)
{
    struct breakdown *old = load_yaml(yaml[0].at), *new = load_yaml(yaml[1].at);
    clock_t begin = clock();
    struct diff *diff = diff_new(old, new);
    double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
    look(diff, count);
    diff_free(diff);
    breakdown_free(old);
    breakdown_free(new);
    buf_fini(&yaml[0]);
    buf_fini(&yaml[1]);
    return seconds;
}

static void assert_each_has_its_own(const struct diff *diff, uint32_t tasks)
{
    for (uint32_t i = 0; i < diff->tasks_count; i++)
        assert_int_equal(diff->tasks[i].old_task_idx, diff->tasks[i].new_task_idx);
    assert_int_equal(diff->tasks_count, tasks);
}

static void assert_only_sections_differ(const struct diff *diff, uint32_t sections)
{
    assert_int_equal(diff->tasks_count, 0);
    assert_int_equal(diff->sections_count, sections);
}

/* So many tasks of words from one list, each reworded at its end: seconds of processor time to find which is which. */
static double seconds_to_pair(uint32_t tasks)
{
    static const char *const words[] = {
        "推进", "改革", "建设", "提升", "农村", "公路", "河道", "治理", "学位", "医院",
        "产业", "创新", "平台", "服务", "企业", "市场", "生态", "安全", "改造", "培育"
    };
    enum { WORDS_COUNT = sizeof words / sizeof *words, WORDS = 14 };
    struct buf yaml[2] = { { 0 }, { 0 } };
    uint64_t seed = 1;
    for (int k = 0; k < 2; k++)
        buf_string(&yaml[k], HEAD LEADER("张三"));
    for (uint32_t i = 1; i <= tasks; i++) {
        struct buf text = { 0 };
        for (int word = 0; word < WORDS; word++) {
            seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
            buf_string(&text, words[(seed >> 33) % WORDS_COUNT]);
        }
        for (int k = 0; k < 2; k++)
            buf_printf(&yaml[k], "      - {no: %u, text: %s%s, label: 责任单位, units: [甲局]}\n", i, text.at,
                       k ? "。" : "，确保完成。");
        buf_fini(&text);
    }
    return seconds_to_compare(yaml, assert_each_has_its_own, tasks);
}

/* 20,000 of them took 16 s, and twice as many four times as long. */
static void reworded_tasks_are_paired_in_time_that_grows_as_they_do(void **state)
{
    (void)state;
    uint32_t tasks = effort_is_long() ? 4000 : 200;
    double few = seconds_to_pair(tasks), many = seconds_to_pair(tasks * 4);
    if (effort_is_long() && many > few * 8)
        fail_msg("%u tasks in %.2f s, four times as many in %.2f", tasks, few, many);
}

/* As many sections, each of one task, all of the same text; in the second year each has another heading. */
static double seconds_to_pair_places(uint32_t sections)
{
    struct buf yaml[2] = { { 0 }, { 0 } };
    for (int k = 0; k < 2; k++) {
        buf_string(&yaml[k], HEAD);
        for (uint32_t i = 1; i <= sections; i++)
            buf_printf(&yaml[k],
                       "  - kind: general\n    heading: 第%u部分%s\n    tasks:\n"
                       "      - {no: 1, text: 修路。, label: 责任单位, units: [甲局]}\n",
                       i, k ? "工作" : "");
    }
    return seconds_to_compare(yaml, assert_only_sections_differ, sections);
}

/* Of 25,000 sections with other headings each was compared with each: 10 s; so was each task with all of its text. */
static void the_same_text_in_many_sections_pairs_in_time_that_grows_as_they_do(void **state)
{
    (void)state;
    uint32_t sections = effort_is_long() ? 5000 : 200;
    double few = seconds_to_pair_places(sections), many = seconds_to_pair_places(sections * 4);
    if (effort_is_long() && many > few * 8)
        fail_msg("%u sections in %.2f s, four times as many in %.2f", sections, few, many);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_breakdown_does_not_differ_from_itself),
        cmocka_unit_test(an_inserted_task_only_moves_the_others),
        cmocka_unit_test(a_removed_task_stands_where_it_stood),
        cmocka_unit_test(new_words_and_a_new_lead_are_told_apart),
        cmocka_unit_test(the_same_text_under_two_leaders_pairs_with_its_leader),
        cmocka_unit_test(texts_that_share_little_are_two_tasks),
        cmocka_unit_test(half_of_the_neighbours_in_common_make_one_task),
        cmocka_unit_test(a_new_name_that_was_an_alias_is_a_renaming),
        cmocka_unit_test(a_renamed_unit_is_not_another_unit_in_its_tasks),
        cmocka_unit_test(a_list_that_only_names_a_renamed_unit_is_the_same),
        cmocka_unit_test(a_successor_takes_over_the_section_and_no_task_changes),
        cmocka_unit_test(sections_and_the_notice_itself_are_compared),
        cmocka_unit_test(two_volumes_differ_as_two_breakdowns_do),
        cmocka_unit_test(stretches_join_to_both_texts),
        cmocka_unit_test(numbers_change_whole),
        cmocka_unit_test(reworded_tasks_are_paired_in_time_that_grows_as_they_do),
        cmocka_unit_test(the_same_text_in_many_sections_pairs_in_time_that_grows_as_they_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
