/* SPDX-License-Identifier: MIT */
/* The names in a task's own field of leaders. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "wording/leadername.h"

enum { NAMES_MAX = 8 };

/* The names as "name title|name|". */
static void assert_names(const char *field, const char *expected)
{
    struct arena arena = { 0 };
    struct leader_name names[NAMES_MAX];
    struct buf got = { 0 };
    uint32_t count = leadername_split(&arena, text_clean(&arena, span_of(field)), names, NAMES_MAX);
    buf_string(&got, "");
    for (uint32_t i = 0; i < count; i++) {
        buf_text(&got, names[i].name);
        if (!text_empty(names[i].title))
            buf_printf(&got, " %.*s", TEXT_ARG(names[i].title));
        buf_char(&got, '|');
    }
    assert_string_equal(got.at ? got.at : "", expected);
    buf_fini(&got);
    arena_fini(&arena);
}

static void marks_part_names(void **state)
{
    (void)state;
    assert_names("石岩、柳青", "石岩|柳青|");
    assert_names("石岩；柳青/温和", "石岩|柳青|温和|");
    assert_names("牵头领导：石岩；配合领导：柳青", "石岩|柳青|");
    assert_names("", "");
}

static void blanks_part_whole_names(void **state)
{
    (void)state;
    assert_names("石岩 柳青", "石岩|柳青|");
    assert_names("石　岩 柳大青", "石岩|柳大青|");
    assert_names("石岩  柳　青 温和", "石岩|柳青|温和|");
    assert_names("石　岩", "石岩|");
    assert_names("欧阳 明", "欧阳明|");
    assert_names("牵头：石岩 配合：柳青", "石岩|柳青|");
    assert_names("Shi Yan", "ShiYan|");
}

static void titles_stay_with_their_names(void **state)
{
    (void)state;
    assert_names("副县长 石岩", "石岩 副县长|");
    assert_names("石岩 副县长", "石岩 副县长|");
    assert_names("石岩 （副县长） 柳青", "石岩 副县长|柳青|");
    assert_names("县长石岩 常务副县长柳青", "石岩 县长|柳青 常务副县长|");
    assert_names("石岩 副县长 柳青 副县长", "石岩 副县长|柳青 副县长|");
    assert_names("石岩（牵头）、柳青（配合）", "石岩|柳青|");
    assert_names("石岩同志", "石岩|");
}

static void a_conjunction_parts_whole_names_only(void **state)
{
    (void)state;
    assert_names("石岩和柳青", "石岩|柳青|");
    assert_names("石岩与温和", "石岩|温和|");
    assert_names("石和平", "石和平|");
    assert_names("欧阳和平", "欧阳和平|");
    assert_names("石永和副县长", "石永和 副县长|");
    assert_names("石岩等", "石岩|");
}

static void who_is_nobody_is_no_leader(void **state)
{
    static const char *const nobody[] = { "无", "暂无", "待定", "—", "/", "县长", " " };
    (void)state;
    for (size_t i = 0; i < sizeof nobody / sizeof *nobody; i++)
        assert_names(nobody[i], "");
    assert_names("石岩、待定", "石岩|");
}

/* So long that it would take minutes if each mark were looked at with all that stands before it. */
static void nonsense_costs_little(void **state)
{
    enum { COUNT = 400000 };
    static const char *const pieces[] = { "和", " ", "石 ", "石岩和", "副县长 " };
    (void)state;
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        struct arena arena = { 0 };
        struct leader_name names[NAMES_MAX];
        struct buf field = { 0 };
        for (int k = 0; k < COUNT; k++)
            buf_string(&field, pieces[i]);
        leadername_split(&arena, text_clean(&arena, buf_view(&field)), names, NAMES_MAX);
        buf_fini(&field);
        arena_fini(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_part_names),
        cmocka_unit_test(blanks_part_whole_names),
        cmocka_unit_test(titles_stay_with_their_names),
        cmocka_unit_test(a_conjunction_parts_whole_names_only),
        cmocka_unit_test(who_is_nobody_is_no_leader),
        cmocka_unit_test(nonsense_costs_little),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
