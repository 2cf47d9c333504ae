/* SPDX-License-Identifier: MIT */
/* Formats of a catalogue against those of the source, and the environment that restricted mode keeps. */
#include <stdlib.h>
#include <string.h>

#include "base/environment.h"
#include "base/i18n.h"
#include "unit.h"

static void formats_that_take_the_same_agree(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        { "", "" },
        { "没有", "none" },
        { "%s有%u个", "%s has %u" },
        { "%s有%u个", "%2$u of %1$s" },
        { "%.*s：%zu", "%3$zu: %2$.*1$s" },
        { "%d%%", "%d %%" },
        { "%-5.2f|%lld", "%f and %5lld" },
        { "%*d", "%*d" },
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (!i18n_formats_agree(pairs[i][0], pairs[i][1]))
            fail_msg("\"%s\" was not taken for \"%s\"", pairs[i][1], pairs[i][0]);
}

static void formats_that_take_something_else_do_not(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        { "没有", "none %s" }, { "%s", "%s%s" }, { "%s%s", "%s" }, { "%d", "%s" },
        { "%u", "%zu" },       { "%s", "%n" },   { "%s", "%" },    { "%s", "%1$s%9999$s" },
        { "%s", "%ls" },       { "%s", "%*s" },  { "%s", "%.*s" }, { "%s%d", "%2$s%1$d" },
        { "%n", "%n" },        { "%d", "%hhd" }, { "%s", "%2$s" }, { "%s", "%99999999999s%s" },
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (i18n_formats_agree(pairs[i][0], pairs[i][1]))
            fail_msg("\"%s\" was taken for \"%s\"", pairs[i][1], pairs[i][0]);
}

static void what_is_not_on_the_list_goes_and_what_is_stays_harmless(void **state)
{
    (void)state;
    static const struct {
        const char *name, *value, *kept; /* NULL: gone */
    } cases[] = {
        { "TERM", "xterm-256color", "xterm-256color" },
        { "LANG", "zh_CN.GB18030", "zh_CN.GB18030" },
        { "LC_ALL", "../../tmp/x", NULL },
        { "LC_CTYPE", "zh_CN.UTF-8@x", "zh_CN.UTF-8@x" },
        { "LC_MESSAGES", ".hidden", NULL },
        { "NO_COLOR", "\033[2J", "1" },
        { "TMUX", "/tmp/x,1,0", "1" },
        { "PATH", "/tmp", "/usr/bin:/bin" },
        { "GCONV_PATH", "/tmp", NULL },
        { "LOCPATH", "/tmp", NULL },
        { "LANGUAGE", "../../tmp", NULL },
        { "TERMINFO", "/tmp", NULL },
        { "TERMINFO_DIRS", "/tmp", NULL },
        { "HOME", "/root", NULL },
        { "XDG_DATA_HOME", "/tmp", NULL },
        { "FENGONG_FILE", "/etc/passwd", NULL },
        { "COLORTERM", "a/b", NULL },
        { "TZ", ":/etc/passwd", NULL },
    };
    /* What cmocka itself reads. */
    const char *set = getenv("CMOCKA_MESSAGE_OUTPUT");
    char *output = set ? strdup(set) : NULL;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        setenv(cases[i].name, cases[i].value, 1);
    assert_true(environment_rebuild());
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *value = getenv(cases[i].name);
        if (cases[i].kept ? !value || strcmp(value, cases[i].kept) != 0 : value != NULL)
            fail_msg("%s is %s", cases[i].name, value ? value : "gone");
    }
    setenv("TERM", "../x", 1);
    assert_true(environment_rebuild());
    assert_null(getenv("TERM"));
    if (output)
        setenv("CMOCKA_MESSAGE_OUTPUT", output, 1);
    free(output);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(formats_that_take_the_same_agree),
        cmocka_unit_test(formats_that_take_something_else_do_not),
        cmocka_unit_test(what_is_not_on_the_list_goes_and_what_is_stays_harmless),
    };
    return cmocka_run_group_tests_name("i18n", tests, NULL, NULL);
}
