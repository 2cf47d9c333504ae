/* SPDX-License-Identifier: MIT */
/* The way one came: back along it, forth again, and a new way from where one has gone back to. */
#include "app_unit.h"

#define TASK(no, text) "      - {no: " no ", text: " text ", label: 责任单位, units: [甲局, 乙局]}\n"
#define YAML                                                                                                                    \
    "format: 1\ntitle: 分工\nunits: [甲局, 乙局, 丙局]\nsections:\n  - kind: leader\n    heading: 张三市长牵头\n" \
    "    leader: 张三\n    tasks:\n" TASK("1", "修路。") TASK("2", "架桥。") TASK("3", "植树。") TASK("4", "清淤。")

static void begin(struct fixture *f)
{
    struct app_options options = { .ambiguous_cols = 1 };
    *f = (struct fixture){ .rows = 24, .cols = 80, .b = load_yaml(YAML) };
    f->app = app_new(f->b, &options);
    app_handle(f->app, &(struct event){ .kind = EVENT_RESIZE, .rows = f->rows, .cols = f->cols });
}

static void go_to(struct fixture *f, const char *id)
{
    press(f, ":");
    for (; *id; id++)
        press(f, (char[]){ *id, 0 });
    press(f, "Enter");
}

static struct buf screen_of(struct fixture *f)
{
    struct buf out = { 0 };
    draw(f, &out);
    return out;
}

static void back_and_forth_lead_through_the_same_screens(void **state)
{
    (void)state;
    static const char *const ids[] = { "1.1", "1.3", "1.2", "1.4" };
    struct fixture f;
    struct buf seen[4];
    begin(&f);
    for (int i = 0; i < 4; i++) {
        go_to(&f, ids[i]);
        seen[i] = screen_of(&f);
    }
    for (int i = 2; i >= 0; i--) {
        press(&f, "[");
        struct buf now = screen_of(&f);
        assert_string_equal(now.at, seen[i].at);
        buf_fini(&now);
    }
    for (int i = 1; i < 4; i++) {
        press(&f, "]");
        struct buf now = screen_of(&f);
        assert_string_equal(now.at, seen[i].at);
        buf_fini(&now);
    }
    for (int i = 0; i < 4; i++)
        buf_fini(&seen[i]);
    stop(&f);
}

static void a_new_way_leaves_the_old_one_behind(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f);
    go_to(&f, "1.1");
    go_to(&f, "1.2");
    go_to(&f, "1.3");
    press(&f, "[ [");
    go_to(&f, "1.4");
    struct buf there = screen_of(&f);
    press(&f, "]");
    /* There is nothing ahead: what is shown stays (but for a message), above all not 1.2. */
    press(&f, "Up Down");
    struct buf now = screen_of(&f);
    assert_string_equal(now.at, there.at);
    buf_fini(&there);
    buf_fini(&now);
    stop(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(back_and_forth_lead_through_the_same_screens),
        cmocka_unit_test(a_new_way_leaves_the_old_one_behind),
    };
    return cmocka_run_group_tests_name("history", tests, NULL, NULL);
}
