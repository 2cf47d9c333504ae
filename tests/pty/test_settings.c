/* SPDX-License-Identifier: MIT */
/* What settings change on a terminal: colours, the mouse, keys, what comes first, copying; and what is wrong in them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pty/shows.h"

/* Starts with these settings, `more` in the environment. */
static void start_set(struct session *session, const char *settings, const char *more, int cols)
{
    char path[256], variable[300];
    const char *const variables[] = { variable, more, NULL };
    const char *folder = getenv("TMP");
    snprintf(path, sizeof path, "%s/config", folder ? folder : "/tmp");
    snprintf(variable, sizeof variable, "FENGONG_CONFIG=%s", path);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(settings, file);
    fclose(file);
    start(session, &(struct session_setup){ .rows = 30, .cols = cols, .variables = variables });
    assert_int_equal(session->screen.unknown, 0);
}

static bool shows(const struct session *session, const char *text)
{
    return emulator_find(&session->screen, text) >= 0;
}

/* How many cells have these bits of a look as they are in wanted. */
static int count_cells(const struct session *session, uint32_t bits, uint32_t wanted)
{
    int count = 0;
    for (int row = 0; row < session->screen.rows; row++)
        for (int col = 0; col < session->screen.cols; col++)
            count += (emulator_cell(&session->screen, row, col)->look & bits) == wanted;
    return count;
}

/* 2.7 with its units beside the tree: one leads, others support. */
static const char to_task[] = "2.7\r";

static void a_theme_colours_what_leads(void **state)
{
    (void)state;
    static const struct {
        const char *settings, *variable;
        uint32_t lead; /* the colour of what leads, + 1; 0: none */
    } themes[] = {
        { "", NULL, 164 },
        { "theme = dark\n", NULL, 216 },
        { "theme = light\n", NULL, 91 },
        { "theme = dark\n", "TERM=xterm", 7 },
        { "theme = light\n", "TERM=xterm", 6 },
        { "theme = light\ncolor.lead = underline 208\n", NULL, 209 },
        { "theme = contrast\n", NULL, 0 },
        { "theme = mono\n", NULL, 0 },
        { "theme = dark\n", "NO_COLOR=1", 0 },
        { "theme = dark\n", "TERM=vt220", 0 },
    };
    for (size_t i = 0; i < sizeof themes / sizeof *themes; i++) {
        struct session session;
        start_set(&session, themes[i].settings, themes[i].variable, 120);
        session_keys(&session, to_task);
        assert_true(shows(&session, "省发展改革委"));
        int lead = themes[i].lead ? count_cells(&session, SGR_FOREGROUND, themes[i].lead) : 1;
        int colored = session.screen.rows * session.screen.cols - count_cells(&session, SGR_FOREGROUND, 0);
        if (lead == 0)
            print_message("%s: no cell in colour %u\n", themes[i].settings, themes[i].lead - 1);
        assert_true(lead > 0);
        assert_true(themes[i].lead || colored == 0);
        session_fini(&session);
    }
}

/* Of the styles that say something, without colours: the selected row, what leads; and the words. */
static void without_colours_and_in_ascii_all_is_told_apart(void **state)
{
    (void)state;
    struct session session;
    start_set(&session, "theme = mono\nascii = on\n", NULL, 120);
    session_keys(&session, to_task);
    assert_true(shows(&session, "牵") && shows(&session, "参"));
    assert_true(count_cells(&session, SGR_REVERSE, SGR_REVERSE) > 20);
    assert_true(count_cells(&session, SGR_BOLD, SGR_BOLD) > 10);
    assert_int_equal(count_cells(&session, SGR_FOREGROUND | SGR_BACKGROUND, 0),
                     session.screen.rows * session.screen.cols);
    session_keys(&session, "/hangzhoushizhengfu\r");
    assert_true(shows(&session, "经由") && shows(&session, "可能"));
    session_fini(&session);
}

static void the_mouse_is_on_from_the_start(void **state)
{
    (void)state;
    struct session session;
    start_set(&session, "mouse = on\n", NULL, 100);
    assert_true(session.screen.mouse);
    session_keys(&session, "m");
    assert_false(session.screen.mouse);
    session_fini(&session);
    start_set(&session, "", NULL, 100);
    assert_false(session.screen.mouse);
    session_fini(&session);
}

static void keys_do_what_they_are_bound_to(void **state)
{
    (void)state;
    struct session session;
    start_set(&session, "start = stats\nbind.units = u F2\nbind.quit = F10 XX\nbind.filter = F6\n", NULL, 100);
    assert_true(shows(&session, "[统计 F3]") || shows(&session, "统计 F3"));
    session_keys(&session, "u");
    assert_true(shows(&session, "单位 ›"));
    session_keys(&session, "q"); /* quits nothing any more */
    assert_false(session.ended);
    assert_true(shows(&session, "q 在这里没有用处"));
    session_keys(&session, "\033[17~");
    assert_true(shows(&session, "筛选"));
    session_keys(&session, "\033");
    session_send(&session, "XX");
    assert_int_equal(session_end(&session), 0);
    session_fini(&session);
}

static void copying_can_be_off(void **state)
{
    (void)state;
    struct session session;
    start_set(&session, "clipboard = off\n", NULL, 120);
    session_keys(&session, "jy");
    assert_true(shows(&session, "复制已关闭"));
    session_fini(&session);
    start_set(&session, "clipboard = off\n", "FENGONG_CLIPBOARD=yes", 120);
    session_keys(&session, "jy");
    assert_true(shows(&session, "已发送到终端"));
    session_fini(&session);
}

static void the_layout_is_chosen_in_the_print_dialog(void **state)
{
    (void)state;
    struct session session;
    start_set(&session, "layout = table\n", NULL, 100);
    session_keys(&session, "jp");
    assert_true(shows(&session, "(*) 表格"));
    session_fini(&session);
}

static void what_is_wrong_is_said_once_and_in_full_behind_the_screen(void **state)
{
    (void)state;
    struct session session;
    start_set(&session, "them = dark\nlayout = tabel\nmouse = on\n", NULL, 140);
    assert_true(shows(&session, "设置有误"));
    assert_true(shows(&session, ":1:1:"));
    assert_true(session.screen.mouse);
    session_keys(&session, "j");
    assert_false(shows(&session, "设置有误"));
    session_send(&session, "q");
    assert_int_equal(session_end(&session), 0);
    assert_true(shows(&session, "是不是 theme？"));
    assert_true(shows(&session, "是不是 table？"));
    session_fini(&session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_theme_colours_what_leads),
        cmocka_unit_test(without_colours_and_in_ascii_all_is_told_apart),
        cmocka_unit_test(the_mouse_is_on_from_the_start),
        cmocka_unit_test(keys_do_what_they_are_bound_to),
        cmocka_unit_test(copying_can_be_off),
        cmocka_unit_test(the_layout_is_chosen_in_the_print_dialog),
        cmocka_unit_test(what_is_wrong_is_said_once_and_in_full_behind_the_screen),
    };
    return cmocka_run_group_tests_name("settings", tests, NULL, NULL);
}
