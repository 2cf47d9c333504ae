/* SPDX-License-Identifier: MIT */
/* Keys as the user has them, clicks, and what is said of them. */
#include "app_unit.h"

/* Whoever wants other keys is told of them, in the footer, in the help and in messages. */
static void keys_are_named_as_they_are_bound(void **state)
{
    (void)state;
    struct fixture f;
    struct keymap keymap;
    keymap_init(&keymap);
    keymap_bind(&keymap, ACTION_QUIT, (const char *const[]){ "x", NULL });
    keymap_bind(&keymap, ACTION_FILTER, (const char *const[]){ "t", NULL });
    keymap_bind(&keymap, ACTION_UNITS, (const char *const[]){ "F7", NULL });
    keymap_bind(&keymap, ACTION_SEARCH, (const char *const[]){ "M-s", NULL });
    keymap_bind(&keymap, ACTION_PLAIN, (const char *const[]){ "V", NULL });
    keymap_bind(&keymap, ACTION_BACK, (const char *const[]){ "C-g", NULL });
    keymap_bind(&keymap, ACTION_TWO_COLUMNS, (const char *const[]){ NULL });
    struct app_options options = { .ambiguous_cols = 1, .keymap = &keymap };
    start(&f, 100, 30);
    app_free(f.app);
    f.app = app_new(f.b, &options);
    app_handle(f.app, &(struct event){ .kind = EVENT_RESIZE, .rows = 30, .cols = 100 });
    assert_shows(&f, "M-s 找单位、领导、任务");
    assert_shows(&f, "单位 F7");
    assert_shows(&f, "M-s 查找  t 筛选");
    assert_shows(&f, "x 退出");
    press(&f, "C-g");
    assert_shows(&f, "已在最外层；按 x 退出");
    press(&f, "n");
    assert_shows(&f, "按 t 输入文字");
    press(&f, "y");
    assert_shows(&f, "请按 V 用终端");
    press(&f, "F7");
    assert_shows(&f, "查找: M-s");
    assert_shows(&f, "C-g 退回");
    press(&f, "?");
    assert_shows(&f, "按键（M-s 查找）");
    press(&f, "C-g w");
    assert_shows(&f, "1 占一列    C-g 退回");
    press(&f, "C-g");
    app_progress(f.app, &(struct progress){ .reading = READING_ON });
    assert_shows(&f, "C-g 停止读取");
    press(&f, "Esc");
    assert_int_equal(f.last.what & REACT_STOP, 0);
    press(&f, "C-g");
    assert_int_equal(f.last.what & REACT_STOP, REACT_STOP);
    press(&f, "q");
    assert_int_equal(f.last.what & REACT_QUIT, 0);
    press(&f, "x");
    assert_int_equal(f.last.what & REACT_QUIT, REACT_QUIT);
    stop(&f);
}

static void a_key_that_does_nothing_says_so_once(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "z");
    assert_shows(&f, "z 在这里没有用处；? 看所有按键");
    press(&f, "z");
    assert_shows_not(&f, "没有用处");
    press(&f, "F9");
    assert_shows(&f, "F9 在这里没有用处");
    press(&f, "j z");
    assert_shows(&f, "z 在这里没有用处");
    stop(&f);
}

/* What people try who come from other programs. */
static void zz_and_colon_q_quit_and_half_pages_turn(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "Z");
    assert_int_equal(f.last.what & REACT_QUIT, 0);
    assert_shows_not(&f, "没有用处");
    press(&f, "Z");
    assert_int_equal(f.last.what & REACT_QUIT, REACT_QUIT);
    press(&f, "Z j Z");
    assert_int_equal(f.last.what & REACT_QUIT, 0);
    assert_shows(&f, "林致远 › 1.1");
    press(&f, "Esc : q Enter");
    assert_int_equal(f.last.what & REACT_QUIT, REACT_QUIT);
    press(&f, "g C-d");
    assert_shows(&f, "秦牧野副省长、王书恒副省长  15/16");
    press(&f, "C-u C-u");
    assert_shows(&f, "林致远  1/16");
    press(&f, "F2 C-d");
    assert_shows(&f, "14/36");
    press(&f, "? C-d");
    assert_shows_not(&f, "图例");
    press(&f, "C-u");
    assert_shows(&f, "图例");
    stop(&f);
}

static void the_help_has_a_legend_and_groups(void **state)
{
    (void)state;
    struct fixture f;
    struct buf out = { 0 };
    start(&f, 100, 90);
    press(&f, "?");
    draw(&f, &out);
    static const char *const heads[] = { "\n 图例", "\n  经由 ", "\n  可能 ", "\n  集合单位 ", "\n 找\n",
                                         "\n 看\n", "\n 打印\n", "\n 来去\n", "\n 输入\n" };
    const char *at = out.at;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        at = strstr(at, heads[i]);
        if (!at)
            fail_msg("no %s behind the others:\n%s", heads[i], out.at);
    }
    press(&f, "/ 全 体");
    assert_shows(&f, "没有这样的按键");
    press(&f, "C-u 每 个 成 员");
    assert_shows(&f, "  经由            由集合单位承担");
    buf_fini(&out);
    stop(&f);
}

static void a_unit_that_nobody_has_registered_keeps_a_mark(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    reload(&f, load_yaml("format: 1\ntitle: 小\nunits: [甲局]\nsections:\n  - kind: general\n    heading: 一\n"
                         "    tasks: [{no: 1, text: 一。, label: 责任单位, units: [甲局, 乙局]}]\n"));
    press(&f, "1 . 1 Enter C-l");
    assert_shows(&f, "参  乙局  未登记");
    press(&f, "F2 j");
    assert_shows(&f, "▌乙局 未登记");
    press(&f, "/ 乙");
    assert_shows(&f, "乙局 未登记");
    stop(&f);
}

/* Heads begin a column before their entries. */
static void no_head_of_the_help_stands_alone_at_the_foot_of_a_column(void **state)
{
    (void)state;
    for (int rows = 24; rows < 60; rows++) {
        struct fixture f;
        struct buf out = { 0 };
        start(&f, 160, rows);
        press(&f, "?");
        for (int i = 0; i < 20; i++) {
            buf_clear(&out);
            draw(&f, &out);
            const char *line = out.at;
            for (int row = 0; row < rows - 2; row++)
                line = strchr(line, '\n') + 1;
            if (line[0] == ' ' && line[1] != ' ' && line[1] != '\n')
                fail_msg("%d rows\n%s", rows, out.at);
            press(&f, "Down");
        }
        press(&f, "End");
        assert_shows(&f, "删去前一个词");
        assert_shows(&f, "  C-u             全部删去");
        buf_fini(&out);
        stop(&f);
    }
}

static void a_click_selects_and_a_second_one_opens(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "m Down Down");
    click(&f, 2, 10);
    assert_shows(&f, "▌    1 强产业");
    assert_shows(&f, "│ 牵  省发展改革委");
    click(&f, 2, 10);
    assert_shows(&f, "▌牵  省发展改革委");
    press(&f, "Esc");
    /* Of a leader, too, but on the mark before him. */
    click(&f, 11, 8);
    assert_shows(&f, "▌▸ 沈明");
    click(&f, 12, 1);
    assert_shows(&f, "▌▾ 周岚");
    stop(&f);
}

static void j_and_k_turn_the_page_beside_down_and_up(void **state)
{
    (void)state;
    struct fixture f;
    struct buf before = { 0 }, after = { 0 };
    start(&f, 100, 12);
    press(&f, ": 2 . 7 Enter");
    draw(&f, &before);
    press(&f, "J J");
    draw(&f, &after);
    assert_string_not_equal(after.at, before.at);
    press(&f, "K K");
    buf_clear(&after);
    draw(&f, &after);
    assert_string_equal(after.at, before.at);
    buf_fini(&before);
    buf_fini(&after);
    stop(&f);
}

static void keys_beyond_the_last_line_of_a_page_leave_the_cursor_on_it(void **state)
{
    (void)state;
    static const char *const pages[] = { ": m . 1 0 Enter Enter", ": 2 . 7 Enter Enter", "F2 Enter" };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct fixture f;
        struct buf end = { 0 }, beyond = { 0 };
        start(&f, 60, 12);
        press(&f, pages[i]);
        press(&f, "End");
        draw(&f, &end);
        assert_shows(&f, "▌");
        press(&f, "Down Down PgDn Down");
        draw(&f, &beyond);
        assert_string_equal(beyond.at, end.at);
        buf_fini(&end);
        buf_fini(&beyond);
        stop(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_are_named_as_they_are_bound),
        cmocka_unit_test(a_key_that_does_nothing_says_so_once),
        cmocka_unit_test(zz_and_colon_q_quit_and_half_pages_turn),
        cmocka_unit_test(the_help_has_a_legend_and_groups),
        cmocka_unit_test(no_head_of_the_help_stands_alone_at_the_foot_of_a_column),
        cmocka_unit_test(a_click_selects_and_a_second_one_opens),
        cmocka_unit_test(j_and_k_turn_the_page_beside_down_and_up),
        cmocka_unit_test(keys_beyond_the_last_line_of_a_page_leave_the_cursor_on_it),
        cmocka_unit_test(a_unit_that_nobody_has_registered_keeps_a_mark),
    };
    return cmocka_run_group_tests_name("app_keys", tests, NULL, NULL);
}
