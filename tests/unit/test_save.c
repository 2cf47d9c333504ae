/* SPDX-License-Identifier: MIT */
/* Writing YAML: what is written loads as what was, and writes the same again. */
#include <stdlib.h>
#include <string.h>

#include "equal_unit.h"
#include "format/save.h"

/* Saves, loads, compares, saves again. */
static void check_identity(const struct breakdown *b)
{
    struct buf first = { 0 }, second = { 0 };
    breakdown_save(b, 0, &first);
    struct breakdown *again = load_yaml(first.at);
    check_equal(b, again);
    breakdown_save(again, 0, &second);
    assert_string_equal(first.at, second.at);
    buf_fini(&first);
    buf_fini(&second);
    breakdown_free(again);
}

static void the_shipped_breakdown_survives(void **state)
{
    (void)state;
    struct breakdown *b = load_shipped();
    check_identity(b);
    breakdown_free(b);
}

static void every_key_survives(void **state)
{
    (void)state;
    struct breakdown *b = load_yaml(
        "format: 1\ntitle: 分工\nissuer: 某办\nyear: 2021\nlead-rule: 排第一的牵头\nunits:\n"
        "  - 甲局\n  - name: 乙局\n    full: 某市乙局\n    aliases:\n      - 乙\n      - 小乙\n    kind: party\n"
        "  - name: 各局\n    kind: collective\n    coverage: some\n    members:\n      - 甲局\n"
        "    member-kinds:\n      - party\n    others: true\n"
        "sections:\n  - no: 一\n    kind: general\n    heading: 一、任务\n    under:\n      - 总则\n    tasks:\n"
        "      - no: 4\n        text: 修路。\n        support:\n          - 各局\n        lead:\n          - 乙局\n"
        "        wording: 乙局牵头，各局等配合\n        notes:\n          - 说明\n        open: true\n"
        "        due: 年底\n        leader: 张三\n        contact: 李四\n"
        "      - no: 5\n        inline: true\n        parts:\n          - text: 甲。\n            label: 责任单位\n"
        "            units:\n              - 甲局\n              - 没登记的\n          - text: 乙。\n"
        "  - kind: livelihood\n    heading: 民生\n    tasks: []\n");
    assert_int_equal(b->duties[0].role, ROLE_LEAD);
    check_identity(b);
    breakdown_free(b);
}

/* The text of the only task after saving and loading. */
static void check_scalar(const char *written, const char *text)
{
    struct buf yaml = { 0 }, saved = { 0 };
    buf_printf(&yaml,
               "format: 1\ntitle: t\nsections:\n  - kind: general\n    heading: h\n    tasks:\n      - no: 1\n        "
               "text: %s\n",
               written);
    struct breakdown *b = load_yaml(yaml.at);
    assert_text(b->parts[0].text, text);
    breakdown_save(b, 0, &saved);
    struct breakdown *again = load_yaml(saved.at);
    assert_text(again->parts[0].text, text);
    breakdown_free(b);
    breakdown_free(again);
    buf_fini(&yaml);
    buf_fini(&saved);
}

static void awkward_scalars_are_quoted_as_needed(void **state)
{
    (void)state;
    check_scalar("\"比例 1: 2\"", "比例 1: 2");
    check_scalar("'“a”: b'", "“a”: b");
    check_scalar("\"# 号\"", "# 号");
    check_scalar("\"甲 # 乙\"", "甲 # 乙");
    check_scalar("\"- 甲\"", "- 甲");
    check_scalar("\"*甲\"", "*甲");
    check_scalar("\"true\"", "true");
    check_scalar("\"~\"", "~");
    check_scalar("\"2020\"", "2020");
    check_scalar("\"a\\\\b\\\"c\"", "a\\b\"c");
    check_scalar("\" 甲 \"", " 甲 ");
    check_scalar("\"甲:\"", "甲:");
    check_scalar("\"[甲]\"", "[甲]");
    check_scalar("\"---\"", "---");
    check_scalar("|\n          甲\n          乙\n", "甲 乙");
}

/* Texts of characters that YAML cares for, and Chinese: whatever they are, they survive. */
static void random_scalars_survive(void **state)
{
    (void)state;
    static const char *const pieces[] = { "甲", "：", ":", " ", "#",        "-", "\\\"", "\\\\", "'",  "[",  "{", "&",
                                          "1",  ".",  "e", "%", "\xC2\xA0", "|", ",",    "?",    "！", "no", "𠀀" };
    uint32_t seed = 20200101;
    for (int round = 0; round < 300; round++) {
        struct buf quoted = { 0 }, text = { 0 };
        buf_string(&quoted, "\"");
        for (int i = 0; i < 1 + round % 7; i++) {
            seed = seed * 1664525u + 1013904223u;
            const char *piece = pieces[(seed >> 16) % (sizeof pieces / sizeof *pieces)];
            buf_string(&quoted, piece);
            buf_string(&text, piece[0] == '\\' ? piece + 1 : piece);
        }
        buf_string(&quoted, "\"");
        check_scalar(quoted.at, text.at);
        buf_fini(&quoted);
        buf_fini(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_shipped_breakdown_survives),
        cmocka_unit_test(every_key_survives),
        cmocka_unit_test(awkward_scalars_are_quoted_as_needed),
        cmocka_unit_test(random_scalars_survive),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
