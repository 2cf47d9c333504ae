/* SPDX-License-Identifier: MIT */
/* JSON as it is written: what opens closes, and any text is one string. */
#include "unit.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_stand_in_their_order_and_empty_ones_on_one_line),
        cmocka_unit_test(what_json_reserves_is_escaped),
    };
    return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
