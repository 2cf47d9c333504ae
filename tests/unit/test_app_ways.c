/* SPDX-License-Identifier: MIT */
/* Ways in and out: what Esc, Enter and the footer do and say where a view, a filter or a question is open. */
#include "app_unit.h"

static void a_han_character_in_the_help_searches_the_keys(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 80, 24);
    press(&f, "? 打 印");
    assert_shows(&f, "[帮助 ?]");
    assert_shows(&f, "打印：任务单预览");
    assert_shows_not(&f, "筛选任务");
    stop(&f);
}

static void escape_from_a_filter_stays_with_what_was_found(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 80, 24);
    press(&f, "f 氢 能 Enter");
    assert_shows(&f, "Esc 取消筛选");
    press(&f, "Esc");
    assert_shows_not(&f, "筛选:");
    assert_shows(&f, "高原 › 5.5");
    stop(&f);
}

static void units_that_the_filter_asks_for_are_marked(void **state)
{
    (void)state;
    struct fixture f;
    struct grid grid;
    start(&f, 80, 24);
    press(&f, "f 牵 头 ： f g w Space 领 导 ： 沈 明 Enter");
    grid_init(&grid, 24, 80, 1);
    app_draw(f.app, &grid);
    bool marked = false, others = false;
    for (int row = 2; row < 23; row++)
        for (int col = 38; col < 79; col++) {
            const struct cell *cell = grid_cell(&grid, row, col);
            marked = marked || (cell->chars[0] == 0x53D1 && cell->style == STYLE_MATCH); /* 发 */
            others = others || (cell->chars[0] == 0x7EA7 && cell->style == STYLE_MATCH); /* 级 */
        }
    assert_true(marked);
    assert_false(others);
    grid_fini(&grid);
    stop(&f);
}

static void one_pane_alone_names_the_way_out(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 46, 20);
    press(&f, "Down Enter");
    assert_shows(&f, "Esc 退回");
    press(&f, "Enter");
    assert_shows(&f, "Esc 退回");
    assert_shows_not(&f, "1/36");
    stop(&f);
}

static void the_place_in_the_statistics_counts_what_can_be_chosen(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 80, 24);
    press(&f, "F3");
    assert_shows(&f, "统计  1/7");
    press(&f, "End");
    assert_shows(&f, "统计  7/7");
    stop(&f);
}

static void a_file_that_is_there_is_replaced_only_after_a_second_enter(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 80, 24);
    press(&f, "p Tab Tab Tab Down Enter Enter");
    assert_int_equal(f.last.what & REACT_WRITE, REACT_WRITE);
    assert_false(f.last.replace);
    app_path_taken(f.app);
    assert_shows(&f, "文件名: 林致远省长主抓重点工作任务单.txt");
    assert_shows(&f, "再按 Enter 覆盖");
    press(&f, "Enter");
    assert_true(f.last.replace);
    press(&f, "Enter Enter");
    assert_false(f.last.replace);
    app_path_taken(f.app);
    press(&f, "x Enter");
    assert_false(f.last.replace);
    stop(&f);
}

static void what_is_printed_from_the_statistics_is_what_the_cursor_is_on(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "F3 Down");
    assert_shows(&f, "Enter 看任务  Tab 换表");
    press(&f, "p");
    assert_shows(&f, "沈明常务副省长的任务单（24项）");
    assert_shows_not(&f, "林致远");
    press(&f, "Esc Tab");
    assert_shows(&f, "Enter 看单位页  Tab 换表");
    press(&f, "p");
    assert_shows(&f, "省发展改革委的任务单");
    stop(&f);
}

/* A key may come before the fresh breakdown was drawn; nothing of the old one is opened then. */
static void a_reload_forgets_what_the_statistics_link_to(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "F3 Tab End");
    reload(&f, load_yaml(SMALL));
    press_undrawn(&f, "Enter");
    assert_shows(&f, "单位 › 甲局");
    stop(&f);
}

/* The dialog and the name being typed belong to a sheet; when that is gone, so are they. */
static void a_reload_closes_the_print_dialog_when_its_sheet_is_gone(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "G p Tab Tab Tab Down Enter");
    assert_shows(&f, "文件名: ");
    reload(&f, load_sample());
    assert_shows(&f, "文件名: ");
    reload(&f, load_yaml(SMALL));
    assert_shows_not(&f, "Enter 确定");
    press(&f, "Enter");
    assert_int_equal(f.last.what & REACT_WRITE, 0);
    stop(&f);
}

static void a_reload_keeps_the_preview(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "p Enter PgDn");
    assert_shows(&f, "—  2 —");
    reload(&f, load_sample());
    assert_shows(&f, "—  2 —");
    stop(&f);
}

static void a_blank_filter_is_none_after_a_reload_too(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "f Space Enter");
    assert_shows_not(&f, "55/55");
    reload(&f, load_sample());
    assert_shows_not(&f, "61/61");
    stop(&f);
}

static void a_unit_is_copied_with_livelihood_apart(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "F2 y");
    assert_int_equal(f.last.what & REACT_COPY, REACT_COPY);
    char copied[4096];
    snprintf(copied, sizeof copied, "%.*s", TEXT_ARG(f.last.text));
    assert_non_null(strstr(copied, "省发展改革委：牵头 1.1"));
    assert_non_null(strstr(copied, "（19项）；参与 "));
    assert_non_null(strstr(copied, "（4项）"));
    assert_non_null(strstr(copied, "；民生实事 牵头 m.4.1（1项）"));
    stop(&f);
}

static void blanks_around_a_pasted_file_name_are_dropped(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "p Tab Tab Tab Down Enter C-u");
    paste(&f, " 单子.txt\n");
    press(&f, "Enter");
    assert_int_equal(f.last.what & REACT_WRITE, REACT_WRITE);
    assert_string_equal(f.last.path, "单子.txt");
    stop(&f);
}

static struct breakdown *load_volumes(uint32_t count)
{
    const char *paths[] = { SAMPLE, SAMPLE, SAMPLE };
    struct diags diags = { 0 };
    struct breakdown *b = load_files(paths, count, &(struct load_options){ 0 }, &diags);
    assert_non_null(b);
    diag_fini(&diags);
    return b;
}

/* Each volume has a livelihood part of the same name: that of the others is not offered, 全部 always is. */
static void the_print_dialog_of_several_volumes_offers_all(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 40);
    reload(&f, load_volumes(3));
    press(&f, "Down Down Enter p");
    assert_shows(&f, "( ) 全部");
    stop(&f);
}

static void the_trail_names_the_volume_once(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 40);
    reload(&f, load_volumes(2));
    press(&f, "Home Down Down");
    assert_shows(&f, "› 林致远 › 1.1 ");
    stop(&f);
}

/* On a low screen the dialog scrolls: what Enter would do is seen. */
static void the_print_dialog_shows_the_choice_at_any_height(void **state)
{
    (void)state;
    struct fixture f;
    for (int rows = 8; rows < 26; rows++) {
        start(&f, 80, rows);
        press(&f, "p");
        assert_shows(&f, "(*) 林致远省长的任务单");
        press(&f, "Tab Tab Tab Down Down");
        assert_shows(&f, "▌ 打印机");
        press(&f, "?");
        assert_shows_not(&f, "▌");
        press(&f, "Esc");
        assert_shows(&f, "▌ 打印机");
        stop(&f);
    }
}

static void heads_and_sums_of_the_statistics_come_into_sight(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 80, 24);
    press(&f, "F3 Tab End");
    assert_shows(&f, "55 项 = 9+24+6+5+6+5");
    assert_shows(&f, "不计在内");
    press(&f, "Home");
    assert_shows(&f, "[单位]");
    stop(&f);
}

static void the_plain_pane_neither_wraps_nor_cuts(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 80, 24);
    const struct task *task = &f.b->tasks[1];
    struct text whole = f.b->parts[task->parts.from].text;
    press(&f, "j j v");
    assert_int_equal(f.last.what & REACT_PLAIN, REACT_PLAIN);
    assert_non_null(memmem(f.last.text.at, f.last.text.bytes, whole.at, whole.bytes));
    press(&f, "F2 v");
    assert_null(memmem(f.last.text.at, f.last.text.bytes, "…", 3));
    assert_null(memmem(f.last.text.at, f.last.text.bytes, "          ", 10));
    stop(&f);
}

static void resize(struct fixture *f, int cols, int rows)
{
    f->cols = cols;
    f->rows = rows;
    app_handle(f->app, &(struct event){ .kind = EVENT_RESIZE, .rows = rows, .cols = cols });
}

/* The name on the line that the cursor is on, in the pane or in the statistics. */
static void assert_cursor_on(struct fixture *f, const char *name)
{
    struct buf out = { 0 };
    draw(f, &out);
    bool found = false;
    for (char *line = strtok(out.at, "\n"); line; line = strtok(NULL, "\n")) {
        const char *cursor = strstr(line, "▌");
        const char *second = cursor ? strstr(cursor + 1, "▌") : NULL;
        found = found || (cursor && strstr(second ? second : cursor, name));
    }
    if (!found)
        print_error("no cursor on %s\n", name);
    assert_true(found);
    buf_fini(&out);
}

static void going_back_after_a_resize_selects_the_same_link(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, ": 2 . 7 Enter Enter Down Down Down Down Down");
    assert_cursor_on(&f, "省建设厅");
    press(&f, "Enter");
    resize(&f, 46, 20);
    press(&f, "Esc");
    assert_cursor_on(&f, "省建设厅");
    stop(&f);
}

static void the_selected_link_stays_in_sight(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, ": 2 . 7 Enter Enter End");
    assert_cursor_on(&f, "省航道集团");
    resize(&f, 100, 10);
    assert_cursor_on(&f, "省航道集团");
    reload(&f, load_sample());
    assert_cursor_on(&f, "省航道集团");
    stop(&f);
}

/* 省交通运输厅 leads two parts of m.4: the one that was selected stays so. */
static void of_equal_links_the_same_one_stays_selected(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 40);
    press(&f, ": m . 4 Enter Enter End");
    struct buf before = { 0 }, after = { 0 };
    draw(&f, &before);
    resize(&f, 98, 40);
    resize(&f, 100, 40);
    draw(&f, &after);
    assert_string_equal(before.at, after.at);
    buf_clear(&after);
    reload(&f, load_sample());
    assert_shows(&f, "文件已重新读取");
    press(&f, "C-l");
    draw(&f, &after);
    assert_string_equal(before.at, after.at);
    buf_fini(&before);
    buf_fini(&after);
    stop(&f);
}

static void the_statistics_keep_their_unit(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "F3 Tab j j j");
    assert_cursor_on(&f, "省商务厅");
    press(&f, "s s s");
    assert_cursor_on(&f, "省商务厅");
    reload(&f, load_sample());
    assert_cursor_on(&f, "省商务厅");
    press(&f, "Enter Esc");
    assert_cursor_on(&f, "省商务厅");
    stop(&f);
}

static void escape_folds_again_what_going_there_opened(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 80, 24);
    press(&f, "- : 2 . 7 Enter");
    assert_shows(&f, "沈明 › 2.7");
    press(&f, "Esc");
    assert_shows(&f, " 林致远  1/7");
    press(&f, "] [");
    assert_shows(&f, " 林致远  1/7");
    stop(&f);
}

static void a_filter_cancelled_elsewhere_leaves_the_tree_as_it_was(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 80, 14);
    press(&f, ": 5 . 3 Enter F2 f 数 字 Esc F1");
    assert_shows(&f, "高原 › 5.3");
    stop(&f);
}

static void the_next_match_can_be_gone_back_from(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "f 数 字 化 Enter F3 n [");
    assert_shows(&f, "统计  1/7");
    press(&f, "F1 Enter n");
    assert_shows(&f, "Enter 看单位页");
    press(&f, "Enter");
    assert_shows(&f, "Enter 看任务");
    press(&f, "? n");
    assert_shows(&f, "[帮助 ?]");
    stop(&f);
}

/* All that a filter found stands open; folding it unseen would show only when the filter is gone. */
static void nothing_is_folded_under_a_filter(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 80, 24);
    press(&f, "f 数 字 化 Enter Home Left Enter Esc Esc Esc");
    assert_shows_not(&f, "筛选:");
    assert_shows(&f, "     1 强产业");
    stop(&f);
}

static void a_filter_over_several_volumes_selects_what_it_finds(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    reload(&f, load_volumes(2));
    press(&f, "Home f 氢 能");
    assert_shows(&f, "▌      5 创建氢能");
    press(&f, "鱼");
    assert_shows(&f, "没有符合的任务");
    stop(&f);
}

static void the_wheel_moves_the_list_that_it_is_over(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 20);
    press(&f, "m j l");
    assert_shows(&f, "林致远 › 1.1");
    app_handle(f.app, &(struct event){ .kind = EVENT_MOUSE, .mouse = MOUSE_WHEEL_DOWN, .row = 5, .col = 4 });
    assert_shows(&f, "林致远 › 1.4");
    stop(&f);
}

/* 十一 does not fit a narrow column: all heads are figures then, and columns left out are owned up to. */
static void the_table_of_many_leaders_keeps_its_columns(void **state)
{
    (void)state;
    struct fixture f;
    struct buf yaml = { 0 };
    static const char *const nos[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二" };
    buf_string(&yaml, "format: 1\ntitle: 多\nunits: [甲局]\nsections:\n");
    for (int i = 0; i < 12; i++)
        buf_printf(
            &yaml,
            "  - {no: %s, kind: general, heading: %s、某, tasks: [{no: 12345, text: 一。, label: 责任单位, units: "
            "[甲局]}]}\n",
            nos[i], nos[i]);
    start(&f, 80, 30);
    reload(&f, load_yaml(yaml.at));
    press(&f, "F3 Tab Tab");
    assert_shows(&f, "  9  10  11  12  ");
    f.cols = 46;
    app_handle(f.app, &(struct event){ .kind = EVENT_RESIZE, .rows = 30, .cols = 46 });
    assert_shows(&f, "列没有列出");
    press(&f, "F1 +");
    assert_shows(&f, "12345 ");
    buf_fini(&yaml);
    stop(&f);
}

static void a_paste_that_is_too_long_is_cut_at_a_character(void **state)
{
    (void)state;
    struct fixture f;
    struct buf text = { 0 };
    start(&f, 80, 24);
    press(&f, "/");
    for (int i = 0; i < 700; i++)
        buf_string(&text, i ? "省" : "x");
    paste(&f, text.at);
    assert_shows(&f, "省省省");
    press(&f, "Home");
    assert_shows(&f, "x省省省");
    buf_fini(&text);
    stop(&f);
}

/* On a screen of one pane what was asked for is shown, not the list that it stands in. */
static void one_pane_shows_what_was_gone_to(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 46, 20);
    press(&f, "Esc : 2 . 7 Enter");
    assert_shows(&f, "合力推进云江下游生态绿色一体化发展示范区建");
    stop(&f);
}

/* Backwards nothing of a page is skipped that is higher than the screen. */
static void the_preview_goes_back_to_the_foot_of_the_page_before(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 80, 15);
    press(&f, "p Enter PgDn");
    assert_shows(&f, "—  1 —");
    press(&f, "PgDn");
    assert_shows_not(&f, "—  2 —");
    press(&f, "PgUp");
    assert_shows(&f, "—  1 —");
    stop(&f);
}

/* Keys come faster than frames: each counts. */
static void keys_before_the_statistics_are_drawn_are_not_lost(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 80, 24);
    press_undrawn(&f, "F3");
    press_undrawn(&f, "Tab");
    press_undrawn(&f, "Tab");
    press_undrawn(&f, "End");
    assert_shows(&f, "统计  36/36");
    press(&f, "F1");
    press_undrawn(&f, "F3");
    press_undrawn(&f, "Tab");
    press_undrawn(&f, "Down");
    assert_shows(&f, "统计  2/");
    stop(&f);
}

static void of_a_long_way_the_last_hundred_steps_can_be_gone_back(void **state)
{
    (void)state;
    struct fixture f;
    char footer[32];
    start(&f, 100, 30);
    for (int i = 0; i < 130; i++)
        press(&f, i % 2 ? ": 2 . 7 Enter" : ": 2 . 3 Enter");
    press(&f, ": 2 . 9 Enter");
    for (int i = 129; i > 31; i--) {
        press(&f, "[");
        snprintf(footer, sizeof footer, "沈明 › %s ", i % 2 ? "2.7" : "2.3");
        assert_shows(&f, footer);
    }
    stop(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(of_a_long_way_the_last_hundred_steps_can_be_gone_back),
        cmocka_unit_test(a_han_character_in_the_help_searches_the_keys),
        cmocka_unit_test(escape_from_a_filter_stays_with_what_was_found),
        cmocka_unit_test(units_that_the_filter_asks_for_are_marked),
        cmocka_unit_test(one_pane_alone_names_the_way_out),
        cmocka_unit_test(the_place_in_the_statistics_counts_what_can_be_chosen),
        cmocka_unit_test(what_is_printed_from_the_statistics_is_what_the_cursor_is_on),
        cmocka_unit_test(a_reload_forgets_what_the_statistics_link_to),
        cmocka_unit_test(a_reload_closes_the_print_dialog_when_its_sheet_is_gone),
        cmocka_unit_test(a_reload_keeps_the_preview),
        cmocka_unit_test(a_blank_filter_is_none_after_a_reload_too),
        cmocka_unit_test(a_unit_is_copied_with_livelihood_apart),
        cmocka_unit_test(blanks_around_a_pasted_file_name_are_dropped),
        cmocka_unit_test(the_print_dialog_of_several_volumes_offers_all),
        cmocka_unit_test(the_trail_names_the_volume_once),
        cmocka_unit_test(the_print_dialog_shows_the_choice_at_any_height),
        cmocka_unit_test(heads_and_sums_of_the_statistics_come_into_sight),
        cmocka_unit_test(the_plain_pane_neither_wraps_nor_cuts),
        cmocka_unit_test(going_back_after_a_resize_selects_the_same_link),
        cmocka_unit_test(the_selected_link_stays_in_sight),
        cmocka_unit_test(of_equal_links_the_same_one_stays_selected),
        cmocka_unit_test(the_statistics_keep_their_unit),
        cmocka_unit_test(escape_folds_again_what_going_there_opened),
        cmocka_unit_test(a_filter_cancelled_elsewhere_leaves_the_tree_as_it_was),
        cmocka_unit_test(the_next_match_can_be_gone_back_from),
        cmocka_unit_test(nothing_is_folded_under_a_filter),
        cmocka_unit_test(a_filter_over_several_volumes_selects_what_it_finds),
        cmocka_unit_test(the_wheel_moves_the_list_that_it_is_over),
        cmocka_unit_test(the_table_of_many_leaders_keeps_its_columns),
        cmocka_unit_test(a_paste_that_is_too_long_is_cut_at_a_character),
        cmocka_unit_test(one_pane_shows_what_was_gone_to),
        cmocka_unit_test(the_preview_goes_back_to_the_foot_of_the_page_before),
        cmocka_unit_test(keys_before_the_statistics_are_drawn_are_not_lost),
        cmocka_unit_test(a_file_that_is_there_is_replaced_only_after_a_second_enter),
    };
    return cmocka_run_group_tests_name("app_ways", tests, NULL, NULL);
}
