/* SPDX-License-Identifier: MIT */
/* A file that changes under the user's eyes: what was selected is what it says, not the number that it bore. */
#include "app_unit.h"

#define HEAD           "format: 1\ntitle: 改\nunits: [甲局]\nsections:\n  - kind: general\n    heading: 一\n    tasks:\n"
#define TASK(no, text) "      - {no: " no ", text: " text ", label: 责任单位, units: [甲局]}\n"

static void a_task_is_found_again_under_another_number(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    reload(&f, load_yaml(HEAD TASK("1", "修路。") TASK("2", "架桥。") TASK("3", "植树。")));
    press(&f, "1 . 2 Enter 1 . 3 Enter");
    reload(&f, load_yaml(HEAD TASK("1", "开会。") TASK("2", "修路。") TASK("3", "架桥。") TASK("4", "植树。")));
    assert_shows(&f, "▌    4 植树");
    /* So is where one came from. */
    press(&f, "Esc");
    assert_shows(&f, "▌    3 架桥");
    /* Half-width punctuation is no other text. */
    reload(&f, load_yaml(HEAD TASK("1", "架桥") TASK("2", "修路。")));
    assert_shows(&f, "▌    1 架桥");
    stop(&f);
}

static void a_task_that_is_reworded_stays_selected(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    reload(&f, load_yaml(HEAD TASK("1", "修路。") TASK("2", "架桥3座。") TASK("3", "植树。")));
    press(&f, "1 . 2 Enter");
    reload(&f, load_yaml(HEAD TASK("1", "修路。") TASK("2", "架桥5座。") TASK("3", "植树。")));
    assert_shows(&f, "▌    2 架桥5座");
    stop(&f);
}

/* What bears the number of a task that is gone is another: the heading is selected, not that. */
static void another_task_is_not_taken_for_one_that_is_gone(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 100, 30);
    reload(&f, load_yaml(HEAD TASK("1", "修路。") TASK("2", "架桥。") TASK("3", "植树。")));
    press(&f, "1 . 2 Enter");
    reload(&f, load_yaml(HEAD TASK("1", "修路。") TASK("2", "植树。")));
    assert_shows(&f, "▌▾ 一");
    assert_shows_not(&f, "▌    2 植树");
    stop(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_task_is_found_again_under_another_number),
        cmocka_unit_test(a_task_that_is_reworded_stays_selected),
        cmocka_unit_test(another_task_is_not_taken_for_one_that_is_gone),
    };
    return cmocka_run_group_tests_name("app_reload", tests, NULL, NULL);
}
