/* SPDX-License-Identifier: MIT */
/* Settings files, read and written again: what counts, what is told, and that nothing stops the program. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "settings/dump.h"
#include "settings/look.h"
#include "settings/read.h"
#include "text/near_word.h"

struct reading {
    struct settings settings;
    struct diags diags;
};

static void read_as(struct reading *reading, const char *content, enum setting_from from)
{
    settings_read(&reading->settings, "config", span_of(content), from, &reading->diags);
}

static void begin(struct reading *reading, const char *content)
{
    *reading = (struct reading){ .diags = { 0 } };
    settings_init(&reading->settings);
    reading->settings.home = "/users/li";
    read_as(reading, content, FROM_USER);
}

static void end(struct reading *reading)
{
    settings_fini(&reading->settings);
    diag_fini(&reading->diags);
}

/* The nth warning stands there and has these words. */
static void assert_warning(const struct reading *reading, size_t nth, unsigned line_no, unsigned col_no,
                           const char *words)
{
    assert_true(nth < reading->diags.count);
    const struct diag *diag = &reading->diags.items[nth];
    if (!strstr(diag->text, words))
        print_message("%u:%u: %s\n", diag->place.line_no, diag->place.col_no, diag->text);
    assert_non_null(strstr(diag->text, words));
    assert_int_equal(diag->severity, SEVERITY_WARNING);
    assert_int_equal(diag->place.line_no, line_no);
    assert_int_equal(diag->place.col_no, col_no);
}

static const char *key_of(const struct reading *reading, enum action action)
{
    const char *key = keymap_key(&reading->settings.keymap, action);
    return key ? key : "";
}

static void each_setting_is_taken(void **state)
{
    (void)state;
    struct reading r;
    begin(&r, "\xEF\xBB\xBF# comment = no\r\n\r\n  start=units\r\nlang =  en \nfile = /a b.yaml\nfile = ~/c.yaml\n"
              "theme = contrast\nambiguous = 2\nascii = on\nmouse = on\nclipboard = off\nlayout = table\n"
              "fonts = text=FangSong,title=A B\nprinter = 二楼打印机\nbom = on\nlimit = 5\n"
              "color.lead = bold 208 on black\nbind.filter = F6 f");
    assert_int_equal(r.diags.count, 0);
    assert_int_equal(settings_number(&r.settings, SETTING_START), 1);
    assert_int_equal(settings_number(&r.settings, SETTING_LANG), 2);
    assert_int_equal(r.settings.files_count, 2);
    assert_string_equal(r.settings.files[0], "/a b.yaml");
    assert_string_equal(r.settings.files[1], "/users/li/c.yaml");
    assert_int_equal(r.settings.theme.kind, THEME_CONTRAST);
    assert_int_equal(settings_number(&r.settings, SETTING_AMBIGUOUS), 2);
    assert_int_equal(settings_number(&r.settings, SETTING_ASCII), 1);
    assert_int_equal(settings_number(&r.settings, SETTING_MOUSE), 1);
    assert_int_equal(settings_number(&r.settings, SETTING_CLIPBOARD), 0);
    assert_int_equal(settings_number(&r.settings, SETTING_LAYOUT), 1);
    assert_string_equal(settings_text(&r.settings, SETTING_FONTS), "text=FangSong,title=A B");
    assert_string_equal(settings_text(&r.settings, SETTING_PRINTER), "二楼打印机");
    assert_int_equal(settings_number(&r.settings, SETTING_BOM), 1);
    assert_int_equal(settings_number(&r.settings, SETTING_LIMIT), 5);
    assert_int_equal(r.settings.theme.own[STYLE_LEAD].foreground, 208);
    assert_string_equal(key_of(&r, ACTION_FILTER), "F6");
    end(&r);
}

static void the_higher_rank_has_the_last_word_whenever_it_speaks(void **state)
{
    (void)state;
    static const char *const words[] = {
        [FROM_ADMINISTRATOR] = "dark", [FROM_USER] = "light", [FROM_ENVIRONMENT] = "contrast", [FROM_OPTION] = "mono"
    };
    /* Every order of the four. */
    for (int order = 0; order < 256; order++) {
        struct settings settings;
        int best = 0;
        settings_init(&settings);
        for (int i = 0; i < 4; i++) {
            int from = FROM_ADMINISTRATOR + (order >> 2 * i & 3);
            best = from > best ? from : best;
            settings_set(&settings, SETTING_THEME, words[from], (enum setting_from)from);
            settings_set(&settings, SETTING_FILE, words[from], FROM_OPTION);
        }
        assert_string_equal(settings.values[SETTING_THEME].text, words[best]);
        assert_int_equal(settings.theme.kind, settings_number(&settings, SETTING_THEME));
        assert_int_equal(settings.files_count, 4);
        settings_fini(&settings);
    }
}

static void the_users_files_take_the_place_of_the_administrators(void **state)
{
    (void)state;
    struct reading r;
    begin(&r, "file = /mine\n");
    read_as(&r, "file = /theirs\nfile = /theirs2\n", FROM_ADMINISTRATOR);
    assert_int_equal(r.settings.files_count, 1);
    assert_string_equal(r.settings.files[0], "/mine");
    read_as(&r, "file =\n", FROM_USER);
    assert_int_equal(r.settings.files_count, 0);
    end(&r);
}

static void an_unknown_name_is_told_with_the_nearest(void **state)
{
    (void)state;
    struct reading r;
    begin(&r, "them = dark\n language = en\ncolor.lede = red\nquit = x\nbind.serch = x\nlead = red\nxyzzy = 1\n");
    assert_warning(&r, 0, 1, 1, "是不是 theme？");
    assert_warning(&r, 1, 2, 2, "是不是 lang？");
    assert_warning(&r, 2, 3, 1, "是不是 color.lead？");
    assert_warning(&r, 3, 4, 1, "是不是 bind.quit？");
    assert_warning(&r, 4, 5, 1, "是不是 bind.search？");
    assert_warning(&r, 5, 6, 1, "是不是 color.lead？");
    assert_warning(&r, 6, 7, 1, "--dump-config");
    assert_int_equal(r.diags.count, 7);
    end(&r);
    /* Two letters in each other's place are one slip, capitals none, and a single letter is near nothing. */
    begin(&r, "fiel = /x\nThme = dark\nascii = ON\nambiguous = 3\n");
    assert_warning(&r, 0, 1, 1, "是不是 file？");
    assert_warning(&r, 1, 2, 1, "是不是 theme？");
    assert_warning(&r, 2, 3, 9, "是不是 on？");
    assert_warning(&r, 3, 4, 13, "应为 auto|1|2");
    assert_null(strstr(r.diags.items[3].text, "是不是"));
    end(&r);
}

static void a_bad_value_is_told_and_the_rest_counts(void **state)
{
    (void)state;
    struct reading r;
    begin(&r, "theme = drak\nlayout = table # wide\nfile = rel.yaml\nlimit = 0\nprinter = -o\nfonts = body=x\n"
              "color.lead = bold rred\ncolor.via = on\nbind.quit = q Entre\nbind.field-done = x\nmouse\nascii＝on\n"
              "mouse = on\nmouse = off\n名 = 值\n");
    assert_warning(&r, 0, 1, 9, "是不是 dark？");
    assert_warning(&r, 1, 2, 10, "# 的说明要另起一行");
    assert_warning(&r, 2, 3, 8, "绝对路径");
    assert_warning(&r, 3, 4, 9, "1到65536");
    assert_warning(&r, 4, 5, 11, "不能以 - 开头");
    assert_warning(&r, 5, 6, 9, "title=字体");
    assert_warning(&r, 6, 7, 19, "是不是 red？");
    assert_warning(&r, 7, 8, 13, "不是颜色");
    assert_warning(&r, 8, 9, 15, "是不是 Enter？");
    assert_warning(&r, 9, 10, 19, "字母是文字");
    assert_warning(&r, 10, 11, 1, "名称 = 值");
    assert_warning(&r, 11, 12, 1, "半角");
    assert_warning(&r, 12, 14, 1, "第13行");
    assert_warning(&r, 13, 15, 1, "没有设置“名”");
    assert_int_equal(r.diags.count, 14);
    assert_int_equal(settings_number(&r.settings, SETTING_MOUSE), 0);
    assert_int_equal(settings_number(&r.settings, SETTING_LAYOUT), 0);
    assert_string_equal(key_of(&r, ACTION_QUIT), "q");
    end(&r);
}

static void foul_lines_are_left_out(void **state)
{
    (void)state;
    struct reading r;
    struct buf content = { 0 };
    buf_string(&content, "mouse = o\xC3\nascii = on\nlang = \033[2Jen\nprinter = ");
    buf_fill(&content, 'x', SETTINGS_LINE_BYTES);
    buf_string(&content, "\nlayout = tab");
    buf_char(&content, '\0');
    buf_string(&content, "le\nbom = on\n");
    begin(&r, "");
    settings_read(&r.settings, "config", buf_view(&content), FROM_USER, &r.diags);
    assert_warning(&r, 0, 1, 10, "不是 UTF-8");
    assert_warning(&r, 1, 3, 8, "不是 UTF-8");
    assert_warning(&r, 2, 4, 1, "太长");
    assert_warning(&r, 3, 5, 13, "不是 UTF-8");
    assert_int_equal(r.diags.count, 4);
    assert_int_equal(settings_number(&r.settings, SETTING_ASCII), 1);
    assert_int_equal(settings_number(&r.settings, SETTING_BOM), 1);
    assert_int_equal(settings_number(&r.settings, SETTING_LAYOUT), 0);
    end(&r);
    buf_fini(&content);
}

static void many_faults_are_counted_not_listed(void **state)
{
    (void)state;
    struct reading r;
    struct buf content = { 0 };
    for (int i = 0; i < SETTINGS_FAULTS_MAX + 7; i++)
        buf_string(&content, "nonsense\n");
    begin(&r, content.at);
    assert_int_equal(r.diags.count, SETTINGS_FAULTS_MAX + 1);
    assert_warning(&r, SETTINGS_FAULTS_MAX, 0, 0, "另有7处");
    end(&r);
    buf_fini(&content);
}

static void a_key_goes_to_whom_the_file_gives_it(void **state)
{
    (void)state;
    struct reading r;
    begin(&r, "bind.sort = f\n");
    assert_warning(&r, 0, 1, 13, "本来是 filter 的键");
    assert_string_equal(key_of(&r, ACTION_SORT), "f");
    assert_string_equal(key_of(&r, ACTION_FILTER), "");
    end(&r);
    begin(&r, "bind.sort = f\nbind.filter = s\n");
    assert_int_equal(r.diags.count, 0);
    assert_string_equal(key_of(&r, ACTION_FILTER), "s");
    end(&r);
    begin(&r, "bind.sort = x X\nbind.filter = F6 x\n");
    assert_warning(&r, 0, 2, 18, "第1行已是 bind.sort 的键");
    assert_string_equal(key_of(&r, ACTION_SORT), "x");
    assert_string_equal(key_of(&r, ACTION_FILTER), "F6");
    end(&r);
    /* Contexts that do not overlap, and the first of two keys. */
    begin(&r, "bind.one-column = K\nbind.help = Zx\nbind.print = Z\n");
    assert_warning(&r, 0, 3, 14, "bind.help");
    assert_int_equal(r.diags.count, 1);
    end(&r);
    begin(&r, "bind.print = ？\xE2\x80\x8B ？ C-? C-@\n");
    assert_warning(&r, 0, 1, 15, "看不见的字符");
    end(&r);
    begin(&r, "bind.print = ／ P\nbind.search =\n");
    assert_int_equal(r.diags.count, 0);
    assert_string_equal(key_of(&r, ACTION_PRINT), "/");
    assert_string_equal(key_of(&r, ACTION_SEARCH), "");
    end(&r);
}

static void one_always_gets_out(void **state)
{
    (void)state;
    struct reading r;
    begin(&r, "bind.quit =\n");
    assert_warning(&r, 0, 1, 1, "quit 不能没有键");
    assert_string_equal(key_of(&r, ACTION_QUIT), "q");
    end(&r);
    begin(&r, "bind.help = q C-c F10 ZZ\nbind.back =\n");
    assert_string_equal(key_of(&r, ACTION_QUIT), "q");
    assert_string_equal(key_of(&r, ACTION_HELP), "?");
    assert_string_equal(key_of(&r, ACTION_BACK), "Esc");
    assert_int_equal(keymap_action(&r.settings.keymap, 'q', 0, CONTEXT_TREE), ACTION_QUIT);
    end(&r);
}

static void looks_are_read_as_they_are_written(void **state)
{
    (void)state;
    for (int i = 0; i < 16 * 300; i++) {
        struct look look = { (unsigned)i % 16, (short)(i / 16 % 17 * 16 - 1), (short)(i / 272 * 15 - 1) }, again;
        struct buf words = { 0 };
        struct span wrong;
        if (look.foreground > 255 || look.background > 255)
            continue;
        look_put(look, &words);
        assert_true(look_read(buf_view(&words), &again, &wrong));
        assert_true(look_equal(look, again));
        buf_fini(&words);
    }
    struct look look;
    struct span wrong;
    assert_false(look_read(SPAN("bold 256"), &look, &wrong));
    assert_true(span_equal(wrong, SPAN("256")));
    assert_true(look_read(SPAN("none"), &look, &wrong));
}

/* Whatever is set, what is printed is a settings file without a fault that says the same. */
static void assert_dump_says_the_same(const struct settings *settings)
{
    struct buf first = { 0 }, second = { 0 };
    struct reading again;
    settings_dump(settings, &first);
    begin(&again, first.at);
    settings_dump(&again.settings, &second);
    for (size_t i = 0; i < again.diags.count; i++)
        print_message("%u: %s\n", again.diags.items[i].place.line_no, again.diags.items[i].text);
    assert_int_equal(again.diags.count, 0);
    for (int i = 0; i < SETTINGS_PLAIN_COUNT; i++)
        assert_string_equal(again.settings.values[i].text, settings->values[i].text);
    assert_int_equal(again.settings.files_count, settings->files_count);
    assert_memory_equal(again.settings.keymap.keys, settings->keymap.keys, sizeof settings->keymap.keys);
    for (int i = 0; i < STYLES_COUNT; i++)
        assert_true(look_equal(again.settings.theme.own[i], settings->theme.own[i]) || !settings->theme.is_own[i]);
    end(&again);
    buf_fini(&first);
    buf_fini(&second);
}

static void the_dump_is_a_settings_file_that_says_the_same(void **state)
{
    (void)state;
    struct reading r;
    begin(&r, "");
    assert_dump_says_the_same(&r.settings);
    end(&r);
    begin(&r, "file = /a\nfile = ~/b\ntheme = light\ncolor.lead = none\ncolor.rule = faint 8 on white\nbind.sort = f\n"
              "bind.mouse =\nprinter = a@b\nfonts = text=X\n");
    assert_dump_says_the_same(&r.settings);
    end(&r);
}

/* Lines put together at random from what lines are made of. */
static void put_random(struct buf *content, unsigned *seed)
{
    static const char *const pieces[] = { "bind.", "color.", "quit", "lead", "=",     " = ",          "\n",
                                          "\n",    "q",      " ",    "on",   "theme", "dark",         "file",
                                          "/",     "\xC3",   "#",    "C-c",  "F10",   "ZZ",           "Z",
                                          "?",     "\r\n",   "\t",   "bold", "255",   "help",         "search",
                                          "Esc",   "M-",     "C-",   "，",   "\033",  "\xEF\xBB\xBF", "back",
                                          "～" };
    for (int i = 0; i < 120; i++) {
        *seed = *seed * 1103515245u + 12345u;
        unsigned pick = *seed >> 16;
        if (pick % 3 == 0 && action_table_count)
            buf_printf(content, "\nbind.%s = ", action_table[pick / 3 % action_table_count].name);
        else if (pick % 17 == 0)
            buf_char(content, (char)(pick >> 5));
        else
            buf_string(content, pieces[pick / 3 % (sizeof pieces / sizeof *pieces)]);
    }
}

static void a_file_full_of_files_takes_memory_as_it_is_long(void **state)
{
    (void)state;
    struct buf content = { 0 };
    struct reading r;
    for (int i = 0; i < 20000; i++)
        buf_string(&content, "file = /a\n");
    begin(&r, content.at);
    assert_int_equal(r.settings.files_count, 20000);
    assert_true(r.settings.arena.total_bytes < 20 * content.bytes);
    buf_fini(&content);
    end(&r);
}

static void no_settings_file_stops_the_program(void **state)
{
    (void)state;
    for (unsigned seed = 1; seed <= 400; seed++) {
        struct buf content = { 0 };
        struct reading r;
        unsigned random = seed;
        put_random(&content, &random);
        begin(&r, "");
        settings_read(&r.settings, "config", buf_view(&content), FROM_USER, &r.diags);
        /* No key does two things in one place, and one gets out. */
        for (uint32_t i = 0; i < action_table_count; i++)
            for (int k = 0; k < ACTION_KEYS_MAX && r.settings.keymap.keys[action_table[i].action][k].key; k++)
                assert_int_equal(keymap_clash(&r.settings.keymap, action_table[i].action,
                                              &r.settings.keymap.keys[action_table[i].action][k]),
                                 ACTION_NONE);
        assert_string_not_equal(key_of(&r, ACTION_QUIT), "");
        assert_string_not_equal(key_of(&r, ACTION_FIELD_CANCEL), "");
        assert_dump_says_the_same(&r.settings);
        end(&r);
        buf_fini(&content);
    }
}

static void what_must_be_seen_is_seen_whatever_colours_are_set(void **state)
{
    (void)state;
    struct reading r;
    begin(&r, "color.focus = red\ncolor.selected = none\ncolor.lead = none\n");
    for (int depth = 0; depth < DEPTHS_COUNT; depth++) {
        assert_true(look_shows_on_blanks(theme_look(&r.settings.theme, STYLE_FOCUS, (enum depth)depth)));
        assert_true(look_shows_on_blanks(theme_look(&r.settings.theme, STYLE_SELECTED, (enum depth)depth)));
    }
    end(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_setting_is_taken),
        cmocka_unit_test(the_higher_rank_has_the_last_word_whenever_it_speaks),
        cmocka_unit_test(the_users_files_take_the_place_of_the_administrators),
        cmocka_unit_test(an_unknown_name_is_told_with_the_nearest),
        cmocka_unit_test(a_bad_value_is_told_and_the_rest_counts),
        cmocka_unit_test(foul_lines_are_left_out),
        cmocka_unit_test(many_faults_are_counted_not_listed),
        cmocka_unit_test(a_key_goes_to_whom_the_file_gives_it),
        cmocka_unit_test(one_always_gets_out),
        cmocka_unit_test(looks_are_read_as_they_are_written),
        cmocka_unit_test(the_dump_is_a_settings_file_that_says_the_same),
        cmocka_unit_test(a_file_full_of_files_takes_memory_as_it_is_long),
        cmocka_unit_test(no_settings_file_stops_the_program),
        cmocka_unit_test(what_must_be_seen_is_seen_whatever_colours_are_set),
    };
    return cmocka_run_group_tests_name("settings", tests, NULL, NULL);
}
