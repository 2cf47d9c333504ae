/* SPDX-License-Identifier: MIT */
/* The interface on the sample, without a terminal. */
#include "../effort.h"
#include "app_unit.h"

static void enter_leads_from_task_to_unit_to_task_and_escape_back_again(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, ": 2 . 7 Enter");
    assert_shows(&f, "沈明 › 2.7");
    press(&f, "Enter Enter");
    assert_shows(&f, "单位 › 省发展改革委");
    /* The cursor stands on the task that one came from. */
    assert_shows(&f, "▌2.7    沈明    合力推进");
    press(&f, "Up Up Down Up Enter");
    assert_shows(&f, "沈明 › 2.4");
    press(&f, "Esc");
    assert_shows(&f, "单位 › 省发展改革委");
    press(&f, "Esc Esc");
    assert_shows(&f, "沈明 › 2.7");
    press(&f, "] ]");
    assert_shows(&f, "单位 › 省发展改革委");
    stop(&f);
}

static void a_digit_opens_the_field_for_ids_and_a_wrong_id_is_said(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "5 . 4 Enter");
    assert_shows(&f, "高原 › 5.4");
    press(&f, "5 . 9 9 Enter");
    assert_shows(&f, "没有 5.99 这一项");
    press(&f, "Esc");
    assert_shows(&f, "高原 › 5.4");
    press(&f, ": m . 4 Enter");
    assert_shows(&f, "m.4");
    stop(&f);
}

static void keys_of_a_chinese_input_method_act_as_their_ascii_keys(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "、");
    assert_true(in_field(&f));
    assert_shows(&f, "查找:");
    press(&f, "Esc ？");
    assert_shows(&f, "[帮助 ?]");
    press(&f, "Esc ：");
    assert_shows(&f, "转到:");
    press(&f, "Esc ｆ");
    assert_shows(&f, "筛选:");
    press(&f, "Esc ５ ． 3 Enter");
    assert_shows(&f, "5.3");
    press(&f, "ｑ");
    assert_int_equal(f.last.what & REACT_QUIT, REACT_QUIT);
    stop(&f);
}

static void a_han_character_typed_anywhere_opens_the_search_with_it(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "经 信");
    assert_true(in_field(&f));
    assert_shows(&f, "查找: 经信");
    assert_shows(&f, "单位 › 省经信厅");
    stop(&f);
}

static void pasted_text_goes_into_a_field_and_never_runs_as_commands(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    paste(&f, "qqq");
    assert_int_equal(f.last.what & REACT_QUIT, 0);
    assert_shows(&f, "查找: qqq");
    press(&f, "C-u");
    paste(&f, "发展改革");
    assert_shows(&f, "单位 › 省发展改革委");
    press(&f, "Esc");
    assert_false(in_field(&f));
    assert_shows(&f, "[领导 F1]");
    stop(&f);
}

static void a_filter_keeps_matching_tasks_and_stays_visible(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "f 氢 能 Enter");
    assert_shows(&f, "筛选: 氢能");
    assert_shows(&f, "1/61");
    assert_shows(&f, "高原 › 5.5");
    press(&f, "f Esc");
    assert_shows(&f, "筛选: 氢能");
    press(&f, "f C-u Enter");
    assert_shows_not(&f, "筛选:");
    stop(&f);
}

static void escape_in_the_search_restores_what_was_before(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, ": 3 . 5 Enter / a b c Esc");
    assert_shows(&f, "周岚 › 3.5");
    stop(&f);
}

static void copying_gives_one_official_sentence(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, ": 2 . 3 Enter y");
    assert_int_equal(f.last.what & REACT_COPY, REACT_COPY);
    assert_text(f.last.text,
                "2.3 建成青澜抽水蓄能电站等重大能源项目。（牵头单位：省发展改革委；参与单位：海州市政府、山阳县政府）");
    stop(&f);
}

static void a_reload_keeps_selection_folding_and_filter(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, ": 4 . 5 Enter Tab");
    struct buf before = { 0 }, after = { 0 };
    draw(&f, &before);
    reload(&f, load_sample());
    press(&f, "C-l");
    draw(&f, &after);
    assert_string_equal(after.at, before.at);
    press(&f, "Esc");
    assert_shows(&f, "王一苇 › 4.5");
    buf_fini(&before);
    buf_fini(&after);
    stop(&f);
}

static void a_broken_file_leaves_a_banner_until_a_good_one_comes(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 80, 24);
    app_banner(f.app, TEXT("文件有误：tasks.yaml:3:1"), (struct place){ 0 });
    press(&f, "Down Down");
    assert_shows(&f, "文件有误：tasks.yaml:3:1");
    assert_shows(&f, "林致远 › 1.2");
    reload(&f, load_sample());
    assert_shows_not(&f, "文件有误");
    assert_shows(&f, "文件已重新读取");
    app_banner(f.app, TEXT("文件有误：tasks.yaml:4:1"), (struct place){ 0 });
    press(&f, "");
    assert_shows(&f, "文件有误：tasks.yaml:4:1");
    assert_shows_not(&f, "文件已重新读取");
    stop(&f);
}

static void printing_names_what_how_and_where(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, ": 4 . 3 Enter p Tab Tab Tab Down Enter");
    assert_shows(&f, "文件名:");
    press(&f, "C-u x . t x t Enter");
    assert_int_equal(f.last.what & REACT_WRITE, REACT_WRITE);
    assert_int_equal(f.last.subject.kind, SHEET_SECTION);
    assert_int_equal(f.last.subject.idx, 3);
    assert_int_equal(f.last.format, FORMAT_TEXT);
    assert_string_equal(f.last.path, "x.txt");
    stop(&f);
}

static void the_preview_is_the_paper_page_by_page(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 80, 24);
    press(&f, "p Enter");
    assert_shows(&f, "林致远省长主抓重点工作");
    assert_shows(&f, "预览  1/");
    press(&f, "End");
    assert_shows_not(&f, "预览  1/");
    press(&f, "Esc Esc");
    assert_shows(&f, "[领导 F1]");
    stop(&f);
}

static void a_number_alone_is_a_task_of_the_section_at_hand(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 80, 24);
    press(&f, "Down 7 Enter");
    assert_shows(&f, "林致远 › 1.7");
    press(&f, "Esc G 5 Enter");
    assert_shows(&f, "六方面民生实事责任分解 › m.5");
    press(&f, "7 7 Enter");
    assert_shows(&f, "没有 77 这一项");
    /* On a unit's page it is the section of the task that is selected, in the list of units there is none. */
    press(&f, "Esc / f g w Enter Down Down 3 Enter");
    assert_shows(&f, "沈明 › 2.3");
    press(&f, "F2 7 Enter");
    assert_shows(&f, "没有 7 这一项");
    press(&f, "Esc F3 Down 9 Enter");
    assert_shows(&f, "沈明 › 2.9");
    stop(&f);
}

static void the_heads_of_the_statistics_stay_in_sight(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 80, 24);
    press(&f, "F3 Tab Tab End");
    assert_shows(&f, "[领导×单位]");
    assert_shows(&f, " 一  二  三  四");
    assert_shows(&f, "▌省残联");
    press(&f, "Home");
    assert_shows(&f, "▌省发展改革委");
    stop(&f);
    /* Not where they would leave no room for what they head. */
    start(&f, 80, 7);
    press(&f, "F3 Tab End");
    assert_shows(&f, "▌省残联");
    assert_shows_not(&f, "[单位]");
    stop(&f);
}

static void the_ruler_says_all_on_a_narrow_screen(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 46, 20);
    press(&f, "w");
    assert_shows(&f, "按 1 或 2 换一种。");
    assert_shows_not(&f, "这个…");
    stop(&f);
}

static void the_footer_shows_the_way_back_and_printing_before_other_keys(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 80, 24);
    press(&f, "/ f g w Enter");
    assert_shows(&f, "p 打印");
    assert_shows(&f, "Esc 退回");
    press(&f, "Enter");
    assert_shows(&f, "p 打印");
    assert_shows(&f, "Esc 退回");
    /* What Enter opens is what the cursor is on: a task, or the collective that the unit belongs to. */
    press(&f, "Esc");
    assert_shows(&f, "Enter 看任务");
    press(&f, "End");
    assert_shows(&f, "Enter 看单位页");
    press(&f, "?");
    assert_shows(&f, "/ 找键");
    assert_shows_not(&f, "/ 查找  f 筛选");
    stop(&f);
}

static void what_is_unfolded_at_the_foot_comes_into_sight(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 80, 18);
    press(&f, "g Down Down Down Down Down Down Down Down Down Down Down Down Enter");
    assert_shows(&f, "▌▾ 王一苇");
    press(&f, "End Enter");
    assert_shows(&f, "▌▾ 六方面民生实事");
    assert_shows(&f, "     6 改造放心厨房");
    /* More than the screen holds: the heading is the first row, and stays. */
    press(&f, "g Down Down Down Down Down Down Down Down Down Down Enter");
    assert_shows(&f, "\n▌▾ 沈明");
    assert_shows(&f, "    15 优化能源");
    stop(&f);
}

static void help_is_wrapped_where_it_finds_no_room(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 90, 30);
    press(&f, "? / y");
    assert_shows(&f, "复制这项任务或这个单位");
    assert_shows(&f, "\n                  或标记的全部（送往终端剪贴板）\n");
    stop(&f);
}

static void who_leads_anything_has_a_bar_that_shows_it(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 46, 20);
    press(&f, "F3 Tab");
    assert_shows(&f, "省自然资源厅        3    5    0  █░");
    stop(&f);
}

static void bars_stay_out_of_the_selected_rows_colour(void **state)
{
    (void)state;
    struct fixture f;
    struct grid grid;
    start(&f, 80, 24);
    press(&f, "F3");
    grid_init(&grid, 24, 80, 1);
    app_draw(f.app, &grid);
    assert_int_equal(grid_cell(&grid, 3, 1)->style, STYLE_FOCUS);
    assert_int_equal(grid_cell(&grid, 3, 35)->style, STYLE_BAR);
    assert_int_equal(grid_cell(&grid, 3, 70)->style, STYLE_NORMAL);
    grid_fini(&grid);
    stop(&f);
}

static const char *const random_keys[] = { "Up",  "Down", "Left", "Right", "PgUp", "PgDn", "Home", "End",    "Enter",
                                           "Esc", "Tab",  "/",    "f",     ":",    "n",    "N",    "s",      "p",
                                           "y",   "Y",    "v",    "?",     "F1",   "F2",   "F3",   "w",      "1",
                                           "2",   "+",    "-",    "[",     "]",    "J",    "K",    "BSpace", "g",
                                           "G",   "m",    "经",   "省",    "a",    "x",    "C-u",  "C-w" };

static void assert_whole(struct fixture *f)
{
    struct grid grid;
    grid_init(&grid, f->rows, f->cols, app_ambiguous_cols(f->app));
    app_draw(f->app, &grid);
    assert_true(grid.cursor_row >= 0 && grid.cursor_row < grid.rows);
    assert_true(grid.cursor_col >= 0 && grid.cursor_col < grid.cols);
    for (int i = 0; i < grid.rows * grid.cols; i++)
        if (grid.cells[i].cols == 2)
            assert_int_equal(grid.cells[i + 1].cols, 0);
    grid_fini(&grid);
}

static void random_click(struct fixture *f)
{
    app_handle(f->app, &(struct event){ .kind = EVENT_MOUSE,
                                        .mouse = (enum mouse)(rand() % (MOUSE_WHEEL_DOWN + 1)),
                                        .row = rand() % f->rows,
                                        .col = rand() % f->cols });
}

/*
 * Every screen at every size: no half cell, nothing outside, whatever was pressed, and whatever came before it was
 * drawn: keys, the mouse, another size, another file.
 */
static void random_keys_and_sizes_never_break_the_screen(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 80, 24);
    srand(193);
    for (unsigned round = 0; round < 12000 / effort_step(4, 12); round++) {
        if (rand() % 16 == 0) {
            f.cols = 1 + rand() % (rand() % 4 ? 180 : 500);
            f.rows = 1 + rand() % (rand() % 4 ? 60 : 200);
            app_handle(f.app, &(struct event){ .kind = EVENT_RESIZE, .rows = f.rows, .cols = f.cols });
        }
        if (rand() % 32 == 0)
            reload(&f, rand() % 2 ? load_sample() : load_yaml(SMALL));
        if (rand() % 8 == 0)
            random_click(&f);
        press_undrawn(&f, random_keys[(size_t)rand() % (sizeof random_keys / sizeof *random_keys)]);
        if (rand() % 2)
            assert_whole(&f);
    }
    stop(&f);
}

static void the_divider_stands_in_one_column_at_every_size_and_width(void **state)
{
    (void)state;
    struct fixture f;
    for (int ambiguous_cols = 1; ambiguous_cols <= 2; ambiguous_cols++)
        for (int cols = 60; cols <= 170; cols += 7) {
            start(&f, cols, 40);
            if (ambiguous_cols == 2)
                press(&f, "w 2 Esc");
            press(&f, "+ Down Down Down");
            struct grid grid;
            grid_init(&grid, 40, cols, ambiguous_cols);
            app_draw(f.app, &grid);
            int found = -1;
            for (int col = 0; col < cols && found < 0; col++) {
                int rows = 0;
                for (int row = 1; row < 39; row++)
                    rows += grid_cell(&grid, row, col)->style == STYLE_RULE ||
                            grid_cell(&grid, row, col)->chars[0] == 0x2503 ||
                            grid_cell(&grid, row, col)->style == STYLE_TAB;
                if (rows == 38)
                    found = col;
            }
            assert_true(found > 0);
            grid_fini(&grid);
            stop(&f);
        }
}

/* What stands in brackets in the header. */
static bool is_marked(struct fixture *f, const char *tab)
{
    struct buf out = { 0 };
    draw(f, &out);
    char *end = strchr(out.at, '\n');
    *end = 0;
    const char *bracket = strchr(out.at, '[');
    bool marked = bracket && strncmp(bracket + 1, tab, strlen(tab)) == 0;
    buf_fini(&out);
    return marked;
}

static void every_column_of_a_tab_is_its_own_and_none_else(void **state)
{
    (void)state;
    /* " 领导 F1 " is nine columns wide, as the next two, " 帮助 ? " eight. */
    static const char *const at[] = { "领导", "单位", "统计", "帮助" };
    struct fixture f;
    for (int cols = 60; cols < 64; cols++) {
        start(&f, cols, 24);
        press(&f, "m");
        for (int col = 0; col < cols; col++) {
            int from = cols - 35, tab = col < from ? -1 : (col - from) / 9;
            press(&f, "F2");
            click(&f, 0, col);
            assert_true(is_marked(&f, tab < 0 ? "单位" : at[tab]));
        }
        stop(&f);
    }
    /* The help is the first to find no room, and where none does, there is nothing to hit. */
    start(&f, 46, 20);
    assert_shows(&f, "[领导 F1] 单位 F2  统计 F3");
    press(&f, "m");
    click(&f, 0, 45);
    assert_true(is_marked(&f, "统计"));
    press(&f, "?");
    assert_shows(&f, " 领导  单位  统计 [帮助]");
    stop(&f);
    start(&f, 40, 20);
    assert_shows(&f, "[领导] 单位  统计  帮助");
    stop(&f);
    start(&f, 33, 20);
    press(&f, "m j");
    click(&f, 0, 32);
    assert_int_equal(f.last.what, 0);
    stop(&f);
}

static void copying_can_be_switched_off(void **state)
{
    (void)state;
    struct fixture f;
    struct buf out = { 0 };
    struct app_options options = { .ambiguous_cols = 1 };
    start(&f, 100, 30);
    app_free(f.app);
    f.app = app_new(f.b, &options);
    press(&f, "j y");
    assert_int_equal(f.last.what & REACT_COPY, 0);
    draw(&f, &out);
    assert_non_null(strstr(out.at, "复制已关闭"));
    buf_fini(&out);
    stop(&f);
}

/* One blank row below a text, however short; and beside each name what the unit has to do in all, under a head. */
static void a_short_text_has_one_blank_row_below_it(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 120, 40);
    press(&f, ": 2 . 3 Enter");
    struct buf out = { 0 };
    draw(&f, &out);
    char *line = strstr(out.at, " 建成青澜抽水蓄能电站等重大能源项目。");
    assert_non_null(line);
    line = strchr(strchr(line, '\n') + 1, '\n') + 1;
    *strchr(line, '\n') = 0;
    assert_non_null(strstr(line, "责任单位（3）"));
    assert_non_null(strstr(line, "该单位共  牵  参"));
    buf_fini(&out);
    assert_shows(&f, "19   4");
    stop(&f);
}

static void of_the_wording_only_what_the_list_does_not_say_is_shown(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 120, 40);
    press(&f, ": 3 . 3 Enter");
    assert_shows(&f, "原文：…江州市、海州市、云溪市及山阳县政府");
    /* A comma more is nothing to read; the first word that differs shows all behind it. */
    press(&f, ": 2 . 1 4 Enter");
    assert_shows_not(&f, "原文");
    press(&f, ": 2 . 8 Enter");
    assert_shows(&f, "原文：…海州市、云溪市政府");
    stop(&f);
}

static void an_open_heading_does_not_list_the_tasks_that_stand_beside_it(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 120, 40);
    assert_shows_not(&f, "  1  强产业");
    press(&f, "Home");
    assert_shows(&f, "牵头单位（10）");
    assert_shows_not(&f, "  1  强产业");
    press(&f, "Enter");
    assert_shows(&f, "  1  强产业");
    press(&f, "Enter");
    assert_shows_not(&f, "  1  强产业");
    /* One pane has no tree beside it. */
    f.cols = 46;
    app_handle(f.app, &(struct event){ .kind = EVENT_RESIZE, .rows = f.rows, .cols = f.cols });
    press(&f, "Tab");
    assert_shows(&f, "  1  强产业");
    stop(&f);
}

/* Who leads what the unit supports, who supports what it leads: below each duty, or beside it where there is room. */
static void a_units_page_says_with_whom(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 80, 24);
    press(&f, "/ 省 财 政 厅 Enter");
    assert_shows(&f, "▌1.1    林致远  强产业、稳就业");
    assert_shows(&f, "▌               牵 省发展改革委、省经信厅 +2");
    stop(&f);
    start(&f, 130, 40);
    press(&f, "/ 山 阳 Enter");
    assert_shows(&f, "参与（2）                                          同谁一起");
    assert_shows(&f, "牵 省发展改革委 参 海州市政府");
    stop(&f);
    start(&f, 160, 40);
    press(&f, "/ 山 阳 Enter");
    assert_shows(&f, "▌2.3    建成青澜抽水蓄能电站等重大能…  牵 省发展改革委 +1");
    stop(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(enter_leads_from_task_to_unit_to_task_and_escape_back_again),
        cmocka_unit_test(a_digit_opens_the_field_for_ids_and_a_wrong_id_is_said),
        cmocka_unit_test(keys_of_a_chinese_input_method_act_as_their_ascii_keys),
        cmocka_unit_test(a_han_character_typed_anywhere_opens_the_search_with_it),
        cmocka_unit_test(pasted_text_goes_into_a_field_and_never_runs_as_commands),
        cmocka_unit_test(a_filter_keeps_matching_tasks_and_stays_visible),
        cmocka_unit_test(escape_in_the_search_restores_what_was_before),
        cmocka_unit_test(copying_gives_one_official_sentence),
        cmocka_unit_test(a_reload_keeps_selection_folding_and_filter),
        cmocka_unit_test(a_broken_file_leaves_a_banner_until_a_good_one_comes),
        cmocka_unit_test(printing_names_what_how_and_where),
        cmocka_unit_test(a_number_alone_is_a_task_of_the_section_at_hand),
        cmocka_unit_test(the_heads_of_the_statistics_stay_in_sight),
        cmocka_unit_test(the_ruler_says_all_on_a_narrow_screen),
        cmocka_unit_test(the_footer_shows_the_way_back_and_printing_before_other_keys),
        cmocka_unit_test(what_is_unfolded_at_the_foot_comes_into_sight),
        cmocka_unit_test(help_is_wrapped_where_it_finds_no_room),
        cmocka_unit_test(who_leads_anything_has_a_bar_that_shows_it),
        cmocka_unit_test(bars_stay_out_of_the_selected_rows_colour),
        cmocka_unit_test(the_preview_is_the_paper_page_by_page),
        cmocka_unit_test(a_units_page_says_with_whom),
        cmocka_unit_test(random_keys_and_sizes_never_break_the_screen),
        cmocka_unit_test(the_divider_stands_in_one_column_at_every_size_and_width),
        cmocka_unit_test(every_column_of_a_tab_is_its_own_and_none_else),
        cmocka_unit_test(a_short_text_has_one_blank_row_below_it),
        cmocka_unit_test(of_the_wording_only_what_the_list_does_not_say_is_shown),
        cmocka_unit_test(an_open_heading_does_not_list_the_tasks_that_stand_beside_it),
        cmocka_unit_test(copying_can_be_switched_off),
    };
    return cmocka_run_group_tests_name("app", tests, NULL, NULL);
}
