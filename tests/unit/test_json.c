/* SPDX-License-Identifier: MIT */
/* JSON as it is written: what opens closes, and any text is one string. */
#include "unit.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "text/json.h"

static void members_stand_in_their_order_and_empty_ones_on_one_line(void **state)
{
    (void)state;
    struct buf out = { 0 };
    struct json json = { .out = &out };
    json_object(&json, NULL);
    json_number(&json, "n", -9007199254740993);
    json_array(&json, "list");
    json_text(&json, NULL, TEXT("省"));
    json_object(&json, NULL);
    json_close(&json);
    json_array(&json, NULL);
    json_close(&json);
    json_close(&json);
    json_flag(&json, "yes", true);
    json_text_or_null(&json, "nothing", TEXT(""));
    json_word(&json, "word", "w");
    json_close(&json);
    assert_string_equal(out.at, "{\n \"n\": -9007199254740993,\n \"list\": [\n  \"省\",\n  {},\n  []\n ],\n"
                                " \"yes\": true,\n \"nothing\": null,\n \"word\": \"w\"\n}\n");
    buf_fini(&out);
}

static void what_json_reserves_is_escaped(void **state)
{
    (void)state;
    struct buf out = { 0 };
    struct json json = { .out = &out };
    json_array(&json, NULL);
    json_text(&json, NULL, TEXT("\"a\\\n\x01\x7f/\""));
    json_close(&json);
    assert_string_equal(out.at, "[\n \"\\\"a\\\\\\u000A\\u0001\x7f/\\\"\"\n]\n");
    buf_fini(&out);
}

static void no_control_character_stands_in_a_string_as_it_is(void **state)
{
    (void)state;
    for (char c = 1; c < ' '; c++) {
        struct buf out = { 0 };
        struct json json = { .out = &out };
        char escaped[16];
        snprintf(escaped, sizeof escaped, "\"\\u%04X\"", c);
        json_text(&json, NULL, text_of((char[]){ c, '\0' }));
        assert_string_equal(out.at, escaped);
        buf_fini(&out);
    }
}

static void numbers_keep_what_they_are(void **state)
{
    (void)state;
    struct buf out = { 0 };
    struct json json = { .out = &out };
    json_array(&json, NULL);
    json_number(&json, NULL, 0);
    json_number(&json, NULL, LLONG_MIN);
    json_number(&json, NULL, LLONG_MAX);
    json_decimal(&json, NULL, 19.8);
    json_decimal(&json, NULL, 2700e8);
    json_decimal(&json, NULL, 1e300);
    json_close(&json);
    assert_string_equal(out.at, "[\n 0,\n -9223372036854775808,\n 9223372036854775807,\n 19.8,\n 270000000000,\n"
                                " 1e+300\n]\n");
    buf_fini(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_stand_in_their_order_and_empty_ones_on_one_line),
        cmocka_unit_test(what_json_reserves_is_escaped),
        cmocka_unit_test(no_control_character_stands_in_a_string_as_it_is),
        cmocka_unit_test(numbers_keep_what_they_are),
    };
    return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
