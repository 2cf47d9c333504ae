/* SPDX-License-Identifier: MIT */
/* Where pages of a sheet break: a heading stays with at least two lines of what it heads, the end with something above. */
#include <string.h>

#include "breakdown_unit.h"
#include "sheet/sheet.h"

#define TEN    "一二三四五六七八九十"
#define LONG   TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN
#define LONGER LONG LONG LONG LONG
#define YAML                                                                                                                \
    "format: 1\ntitle: 分工\nunits: [甲局]\nsections:\n"                                                                \
    "  - kind: general\n    heading: 第一类\n    tasks: [{no: 1, text: 短。, label: 责任单位, units: [甲局]}]\n" \
    "  - kind: general\n    heading: 第二类\n    tasks: [{no: 1, text: " LONGER                                             \
    "。, label: 责任单位, units: [甲局]}]\n"

/* How many lines of text follow the heading on its page, before the page's number. */
static int lines_below(const char *out, const char *heading)
{
    int count = 0;
    const char *line = strstr(out, heading);
    assert_non_null(line);
    for (line = strchr(line, '\n') + 1; *line && *line != '\f'; line = strchr(line, '\n') + 1) {
        struct span text = { line, (size_t)(strchr(line, '\n') - line) };
        text = span_trim(text);
        if (text.bytes && !span_ends(text, SPAN("—")))
            count++;
    }
    return count;
}

static void a_heading_stays_with_two_lines_of_a_task_longer_than_a_page(void **state)
{
    (void)state;
    struct breakdown *b = load_yaml(YAML);
    struct index *index = index_new(b);
    struct sheet *sheet = sheet_new(b, index, (struct sheet_subject){ SHEET_ALL, 0 });
    int fewest = 100;
    for (int rows = 6; rows <= 30; rows++) {
        struct buf out = { 0 };
        assert_true(sheet_write(sheet, FORMAT_TEXT, (struct sheet_options){ .rows = rows }, &out));
        int below = lines_below(out.at, "第二类");
        assert_true(below >= 2);
        fewest = below < fewest ? below : fewest;
        buf_fini(&out);
    }
    /* And no page is left emptier than that takes; a blank line before the heading is reckoned with in any case. */
    assert_int_equal(fewest, 3);
    sheet_free(sheet);
    index_free(index);
    breakdown_free(b);
}

#define TASK(no) "{no: " #no ", text: 推进第" #no "件。, label: 责任单位, units: [甲局, 乙局]},"

/* What is said at the end, a remark and where it all comes from, does not stand on a page alone. */
static void the_last_page_has_something_of_a_task(void **state)
{
    (void)state;
    struct breakdown *b = load_yaml("format: 1\ntitle: 分工\nlead-rule: 列第一位者为牵头单位\nunits: [甲局, 乙局]\n"
                                    "sections:\n  - kind: general\n    heading: 第一类\n    tasks: [" TASK(1) TASK(2)
                                        TASK(3) TASK(4) TASK(5) TASK(6) TASK(7) TASK(8) TASK(9) "]\n");
    struct index *index = index_new(b);
    struct sheet *sheet = sheet_new(b, index, (struct sheet_subject){ SHEET_ALL, 0 });
    for (enum sheet_layout layout = SHEET_LIST; layout <= SHEET_TABLE; layout++) {
        for (int rows = 12; rows <= 30; rows++) {
            struct buf out = { 0 };
            assert_true(sheet_write(sheet, FORMAT_TEXT, (struct sheet_options){ layout, .rows = rows }, &out));
            const char *last = strrchr(out.at, '\f');
            assert_non_null(strstr(last ? last : out.at, "来源："));
            assert_non_null(strstr(last ? last : out.at, layout == SHEET_LIST ? "责任单位：" : "件。"));
            buf_fini(&out);
        }
    }
    sheet_free(sheet);
    index_free(index);
    breakdown_free(b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_heading_stays_with_two_lines_of_a_task_longer_than_a_page),
        cmocka_unit_test(the_last_page_has_something_of_a_task),
    };
    return cmocka_run_group_tests_name("pages", tests, NULL, NULL);
}
