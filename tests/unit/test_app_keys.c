/* SPDX-License-Identifier: MIT */
/* Keys as the user has them, and what is said of them. */
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
    press(&f, "C-g q");
    assert_int_equal(f.last.what & REACT_QUIT, 0);
    press(&f, "x");
    assert_int_equal(f.last.what & REACT_QUIT, REACT_QUIT);
    stop(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_are_named_as_they_are_bound),
    };
    return cmocka_run_group_tests_name("app_keys", tests, NULL, NULL);
}
