/* SPDX-License-Identifier: MIT */
/* The print dialog and its preview: what is chosen, what is asked, and how one moves over the paper. */
#include "app_unit.h"

static void walking_through_the_print_dialog_chooses_nothing(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 80, 24);
    press(&f, "p Down Down Down Down Down Down Down Down Down Down Down Down Down Down Down Down");
    assert_shows(&f, "▌ 存为文件");
    assert_shows(&f, "(*) 林致远省长的任务单");
    assert_shows(&f, "(*) 纯文本");
    press(&f, "Enter");
    assert_shows(&f, "文件名: 林致远省长主抓重点工作任务单.txt");
    press(&f, "Esc Up Up Up Up Up Up Up Up Up Up Up Up Up Up Up Up");
    assert_shows(&f, "▌ (*) 林致远省长的任务单");
    stop(&f);
}

static void one_for_each_unit_goes_into_a_folder_and_to_no_printer(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 80, 24);
    press(&f, "p Down Down Down Enter");
    assert_shows(&f, "▌ (*) 每个单位一份");
    press(&f, "End Enter");
    assert_shows(&f, "只能存进文件夹");
    press(&f, "Up Enter");
    assert_shows(&f, "文件夹: 各单位任务单");
    press(&f, "Enter");
    assert_true(f.last.what & REACT_WRITE);
    assert_true(f.last.each_unit);
    assert_string_equal(f.last.path, "各单位任务单");
    stop(&f);
}

static void enter_and_the_space_bar_choose_and_the_footer_says_what_enter_does(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 80, 24);
    press(&f, "p Down Down");
    assert_shows(&f, "Enter 选定");
    press(&f, "Enter");
    assert_shows(&f, "▌ (*) 全部");
    assert_shows(&f, "Enter 预览");
    press(&f, "Tab Tab Down Down Space");
    assert_shows(&f, "▌ (*) HTML");
    press(&f, "PgDn Down");
    assert_shows(&f, "Enter 存为文件");
    press(&f, "Space");
    assert_shows(&f, "▌ 存为文件");
    press(&f, "Enter Enter");
    assert_int_equal(f.last.what & REACT_WRITE, REACT_WRITE);
    assert_int_equal(f.last.subject.kind, SHEET_ALL);
    assert_int_equal(f.last.format, FORMAT_HTML);
    press(&f, "Down");
    stop(&f);
}

static void a_name_that_could_not_be_written_is_asked_for_again(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 80, 24);
    press(&f, "p Tab Tab Tab Down Enter C-u / x / y Enter");
    assert_string_equal(f.last.path, "/x/y");
    app_path_again(f.app);
    assert_shows(&f, "文件名: /x/y");
    press(&f, "BSpace z Enter");
    assert_string_equal(f.last.path, "/x/z");
    assert_false(f.last.replace);
    stop(&f);
}

static void a_task_selected_on_a_units_page_can_be_printed(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 80, 24);
    press(&f, "/ f g w Enter Down Down p");
    assert_shows(&f, "(*) 省发展改革委的任务单");
    assert_shows(&f, "( ) 任务 2.1");
    stop(&f);
}

static void what_is_wider_than_the_screen_is_moved_sideways_to_its_end(void **state)
{
    (void)state;
    struct fixture f;
    for (int cols = 46; cols <= 160; cols += 57) {
        start(&f, cols, 30);
        press(&f, "p Tab Tab Down Down Down Enter Enter");
        assert_shows(&f, "编号,部分");
        assert_shows(&f, "…\n");
        if (cols > 46)
            assert_shows(&f, "← → 左右移");
        for (int i = 0; i < 40; i++)
            press(&f, "Right");
        assert_shows_not(&f, "编号,部分");
        assert_shows_not(&f, "…\n");
        assert_shows(&f, "预览  1/1");
        for (int i = 0; i < 40; i++)
            press(&f, "Left");
        assert_shows(&f, "编号,部分");
        stop(&f);
    }
}

/* The half of a wide character that is still in sight leaves a gap, so that columns stay under each other. */
static void columns_stay_under_each_other_when_moved_sideways(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 46, 30);
    press(&f, "p Tab Tab Down Down Down Enter Enter Right");
    /* Eleven columns are hidden: 1.1,一、林致 is twelve wide. */
    assert_shows(&f, "\n 远省长主抓重点工作");
    stop(&f);
}

/* “ ” take two columns on paper and one here: the rules of a table stand under each other all the same. */
static void a_table_stands_straight_in_the_preview_where_quotes_are_narrow(void **state)
{
    (void)state;
    struct fixture f;
    int rows = 0;
    start(&f, 120, 50);
    press(&f, "p Down Down Down Down Down Space Tab Tab Enter");
    assert_shows(&f, "“一窗通办”");
    struct grid grid;
    grid_init(&grid, f.rows, f.cols, 1);
    app_draw(f.app, &grid);
    for (int row = 0, cols = 0; row < f.rows; row++) {
        int last = 0;
        for (int col = 0; col < f.cols; col++)
            if (grid.cells[row * f.cols + col].chars[0] == '|')
                last = col;
        rows += last > 0;
        assert_true(!last || !cols || last == cols);
        cols = last ? last : cols;
    }
    grid_fini(&grid);
    assert_true(rows > 10);
    stop(&f);
}

static void a_page_longer_than_the_screen_is_read_screen_by_screen(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 80, 12);
    press(&f, "p Down Down Space Tab Tab Down Down Down Enter Enter PgDn");
    assert_shows(&f, "1.9,");
    assert_shows(&f, "Enter 下一页");
    press(&f, "Enter");
    assert_shows(&f, "2.9,");
    press(&f, "PgUp");
    assert_shows(&f, "1.9,");
    press(&f, "End");
    assert_shows(&f, "m.6,");
    assert_shows_not(&f, "Enter 下一页");
    press(&f, "Home");
    assert_shows(&f, "编号,部分");
    stop(&f);
}

static void open_years(struct fixture *f)
{
    static const char *const paths[] = { "tests/data/years/2019.yaml", "tests/data/years/2020.yaml" };
    struct diags diags = { 0 };
    struct breakdown *years = load_files(paths, 2, &(struct load_options){ 0 }, &diags);
    assert_non_null(years);
    reload(f, years);
    diag_fini(&diags);
}

static void two_years_are_compared_and_either_is_gone_to(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 120, 40);
    press(&f, "F5");
    assert_shows(&f, "只打开了一份文件，没有可对照的。");
    press(&f, "Down Enter p");
    assert_shows_not(&f, "变化单");
    press(&f, "Esc");
    open_years(&f);
    press(&f, "F1 F5 Home");
    assert_shows(&f, "新增 1，删去 1，改动 2");
    assert_shows(&f, "▌ + 2020:1.1 新增");
    assert_shows(&f, "- 2019:1.3 删去");
    press(&f, "Down Down");
    assert_shows(&f, "~ 2020:1.3 改写 换牵头 移动");
    assert_shows(&f, "治理河道〔-五-〕十公里");
    assert_shows(&f, "治理河道〔+六+〕十公里");
    assert_shows(&f, "乙局由牵头改为参与");
    press(&f, "p");
    assert_shows(&f, "(*) 变化单：2020对照2019");
    press(&f, "Esc Enter Enter");
    assert_shows(&f, "2019 › 张三 › 1.2");
    press(&f, "Esc Down Enter");
    assert_shows(&f, "2020 › 张三 › 1.3");
    press(&f, "Esc Esc s");
    assert_shows(&f, "对照  按单位");
    assert_shows(&f, "▌ ~ 2020:1.3");
    stop(&f);
}

/* Changes of other files are other changes. */
static void compared_years_are_read_again(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    open_years(&f);
    press(&f, "F5 End Enter");
    open_years(&f);
    draw(&f, NULL);
    assert_shows(&f, "2019:1.3 删去");
    reload(&f, sample());
    assert_shows(&f, "只打开了一份文件");
    press(&f, "Esc Esc");
    stop(&f);
}

/* Of years that are open together what changed can be printed; of one there is nothing to compare. */
static void what_changed_between_two_years_is_printed(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 40);
    press(&f, "p");
    assert_shows_not(&f, "变化单");
    press(&f, "Esc");
    open_years(&f);
    press(&f, "p Down");
    assert_shows(&f, "▌ ( ) 变化单：2020对照2019");
    press(&f, "Space PgDn PgDn PgDn Enter");
    assert_shows(&f, "重点工作责任分解变化单");
    assert_shows(&f, "某市2020年重点工作责任分解对照某市2019年重点工作责任分解");
    assert_shows(&f, "一、新增（1项）");
    assert_shows(&f, "新建幼儿园三十所。");
    assert_shows(&f, "乙局由牵头改为参与");
    assert_shows(&f, "三、删去（1项）");
    press(&f, "Esc Down Enter Enter");
    assert_int_equal(f.last.what & REACT_WRITE, REACT_WRITE);
    assert_int_equal(f.last.subject.kind, SHEET_CHANGES);
    assert_int_equal(f.last.subject.idx, 1);
    assert_string_equal(f.last.path, "重点工作责任分解变化单.txt");
    stop(&f);
}

static const struct app_queue queues[] = { { TEXT("一楼"), TEXT("已暂停"), false },
                                           { TEXT("二楼打印机"), TEXT("就绪"), true } };

static void start_with_paper(struct fixture *f, int cols, int rows, const char *printer)
{
    start(f, cols, rows);
    app_free(f->app);
    f->app = app_new(f->b, &(struct app_options){ .ambiguous_cols = 1, .has_paper = true, .printer = printer });
    app_handle(f->app, &(struct event){ .kind = EVENT_RESIZE, .rows = rows, .cols = cols });
}

static void a_printer_is_chosen_among_those_there_are_and_gets_a_pdf(void **state)
{
    (void)state;
    struct fixture f;
    start_with_paper(&f, 80, 24, NULL);
    press(&f, "p Tab Tab Tab Down Down");
    assert_shows(&f, "Enter 看有哪些打印机");
    press(&f, "Enter");
    assert_int_equal(f.last.what & (REACT_PRINTER | REACT_QUEUES), REACT_QUEUES);
    app_queues(f.app, queues, 2);
    assert_shows(&f, "  打印机 一楼（已暂停）");
    assert_shows(&f, "▌ 打印机 二楼打印机（默认，就绪）");
    press(&f, "PgUp Down Down Down Enter Tab Down Down Down Enter");
    assert_int_equal(f.last.what & REACT_PRINTER, REACT_PRINTER);
    assert_string_equal(f.last.path, "二楼打印机");
    assert_int_equal(f.last.format, FORMAT_PDF);
    press(&f, "Esc p");
    assert_shows_not(&f, "二楼打印机");
    stop(&f);
}

static void the_printer_that_is_set_is_the_default_one(void **state)
{
    (void)state;
    struct fixture f;
    start_with_paper(&f, 80, 24, "一楼");
    press(&f, "p Tab Tab Tab Down Down Enter");
    assert_int_equal(f.last.what & REACT_QUEUES, REACT_QUEUES);
    assert_string_equal(f.last.path, "一楼"); /* where nobody tells which there are */
    app_queues(f.app, queues, 2);
    assert_shows(&f, "▌ 打印机 一楼（默认，已暂停）");
    press(&f, "Enter");
    assert_int_equal(f.last.what & REACT_PRINTER, REACT_PRINTER);
    assert_string_equal(f.last.path, "一楼");
    stop(&f);
}

static void pdf_comes_first_where_it_can_be_had(void **state)
{
    (void)state;
    struct fixture f;
    start_with_paper(&f, 80, 24, NULL);
    press(&f, "p");
    assert_shows(&f, "(*) PDF");
    assert_shows(&f, "( ) Word 文档");
    press(&f, "Tab Tab Tab Down Enter");
    assert_shows(&f, "任务单.pdf");
    press(&f, "Enter");
    assert_int_equal(f.last.format, FORMAT_PDF);
    assert_int_equal(f.last.layout, SHEET_LIST);
    stop(&f);
}

static void what_cannot_be_had_says_which_package_has_it(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "p");
    assert_shows(&f, "( ) PDF：缺 fengong-paper");
    assert_shows(&f, "(*) 纯文本");
    press(&f, "Tab Tab Up Enter");
    assert_shows(&f, "请安装软件包 fengong-paper");
    assert_shows(&f, "(*) 纯文本");
    press(&f, "Tab Down Down Enter");
    assert_int_equal(f.last.what & (REACT_PRINTER | REACT_QUEUES), 0);
    assert_shows(&f, "请安装软件包 fengong-paper");
    stop(&f);
}

static void what_the_filter_keeps_can_be_printed(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    press(&f, "p");
    assert_shows_not(&f, "筛出的");
    press(&f, "Esc f 铁 路 Enter p Down Enter");
    assert_shows(&f, "(*) 筛出的2项：铁路");
    press(&f, "Tab Tab Tab Enter");
    assert_shows(&f, "铁路");
    assert_shows(&f, "预览  1/");
    press(&f, "Esc Down Enter Enter");
    assert_int_equal(f.last.subject.kind, SHEET_TASKS);
    assert_true(text_equal(f.last.text, TEXT("铁路")));
    uint32_t count = 0;
    for (uint32_t i = 0; i < f.b->tasks_count; i++)
        count += f.last.tasks[i];
    assert_int_equal(count, 2);
    stop(&f);
}

static void layout_and_format_are_kept_for_the_next_sheet(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 120, 30);
    press(&f, "p Tab Down Enter Tab Down Enter Tab Enter");
    assert_shows(&f, "预览  1/");
    press(&f, "Esc Esc G p");
    assert_shows(&f, "(*) 表格（横排）");
    assert_shows(&f, "(*) Markdown");
    press(&f, "Tab Tab Tab Down Enter Enter");
    assert_int_equal(f.last.layout, SHEET_TABLE);
    assert_int_equal(f.last.format, FORMAT_MARKDOWN);
    stop(&f);
}

static void a_screen_without_room_for_a_page_takes_the_keys_for_it(void **state)
{
    (void)state;
    for (int rows = 1; rows <= 4; rows++) {
        struct fixture f;
        start(&f, 3, rows);
        press(&f, "p Enter End PgDn Home Up Right Left Down End");
        stop(&f);
        start(&f, 3, rows);
        press(&f, "p Tab End PgDn Home Up Right Left Down End Esc");
        stop(&f);
    }
}

static void the_wheel_turns_the_paper_that_it_is_over(void **state)
{
    (void)state;
    struct fixture f;
    struct event down = { .kind = EVENT_MOUSE, .mouse = MOUSE_WHEEL_DOWN, .row = 10, .col = 80 };
    start(&f, 120, 20);
    press(&f, "m p");
    assert_shows(&f, "林致远省长主抓重点工作任务单");
    for (int i = 0; i < 4; i++)
        app_handle(f.app, &down);
    assert_shows_not(&f, "林致远省长主抓重点工作任务单");
    stop(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_screen_without_room_for_a_page_takes_the_keys_for_it),
        cmocka_unit_test(walking_through_the_print_dialog_chooses_nothing),
        cmocka_unit_test(one_for_each_unit_goes_into_a_folder_and_to_no_printer),
        cmocka_unit_test(enter_and_the_space_bar_choose_and_the_footer_says_what_enter_does),
        cmocka_unit_test(a_name_that_could_not_be_written_is_asked_for_again),
        cmocka_unit_test(a_task_selected_on_a_units_page_can_be_printed),
        cmocka_unit_test(what_is_wider_than_the_screen_is_moved_sideways_to_its_end),
        cmocka_unit_test(columns_stay_under_each_other_when_moved_sideways),
        cmocka_unit_test(a_table_stands_straight_in_the_preview_where_quotes_are_narrow),
        cmocka_unit_test(a_page_longer_than_the_screen_is_read_screen_by_screen),
        cmocka_unit_test(two_years_are_compared_and_either_is_gone_to),
        cmocka_unit_test(compared_years_are_read_again),
        cmocka_unit_test(what_changed_between_two_years_is_printed),
        cmocka_unit_test(a_printer_is_chosen_among_those_there_are_and_gets_a_pdf),
        cmocka_unit_test(the_printer_that_is_set_is_the_default_one),
        cmocka_unit_test(pdf_comes_first_where_it_can_be_had),
        cmocka_unit_test(what_cannot_be_had_says_which_package_has_it),
        cmocka_unit_test(what_the_filter_keeps_can_be_printed),
        cmocka_unit_test(layout_and_format_are_kept_for_the_next_sheet),
        cmocka_unit_test(the_wheel_turns_the_paper_that_it_is_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
