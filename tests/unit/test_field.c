/* SPDX-License-Identifier: MIT */
/* The line that one types into: what each editing key does to text and cursor. */
#include "unit.h"

#include <string.h>

#include "ui/field.h"

static void type(struct field *field, const char *text)
{
    field_set(field, text_of(text));
    field_edit(field, ACTION_FIELD_END);
}

static void assert_field(const struct field *field, const char *text, size_t cursor_bytes)
{
    assert_int_equal(field_text(field).bytes, strlen(text));
    assert_memory_equal(field_text(field).at, text, strlen(text));
    assert_int_equal(field->cursor_bytes, cursor_bytes);
}

static void the_cursor_steps_over_whole_characters(void **state)
{
    (void)state;
    struct field field = { 0 };
    type(&field, "省ab");
    field_edit(&field, ACTION_FIELD_LEFT);
    assert_field(&field, "省ab", 4);
    field_edit(&field, ACTION_FIELD_HOME);
    assert_field(&field, "省ab", 0);
    field_edit(&field, ACTION_FIELD_LEFT);
    assert_field(&field, "省ab", 0);
    field_edit(&field, ACTION_FIELD_RIGHT);
    assert_field(&field, "省ab", 3);
    field_edit(&field, ACTION_FIELD_END);
    field_edit(&field, ACTION_FIELD_RIGHT);
    assert_field(&field, "省ab", 5);
    field_fini(&field);
}

static void keys_delete_before_and_behind_the_cursor(void **state)
{
    (void)state;
    struct field field = { 0 };
    type(&field, "发改委");
    field_edit(&field, ACTION_FIELD_BACKSPACE);
    assert_field(&field, "发改", 6);
    field_edit(&field, ACTION_FIELD_DELETE);
    assert_field(&field, "发改", 6);
    field_edit(&field, ACTION_FIELD_HOME);
    field_edit(&field, ACTION_FIELD_BACKSPACE);
    assert_field(&field, "发改", 0);
    field_edit(&field, ACTION_FIELD_DELETE);
    assert_field(&field, "改", 0);
    field_edit(&field, ACTION_FIELD_KILL_LINE);
    assert_field(&field, "", 0);
    field_fini(&field);
}

static void a_word_goes_with_the_blanks_behind_it(void **state)
{
    (void)state;
    struct field field = { 0 };
    type(&field, "单位:发改 数字 ");
    field_edit(&field, ACTION_FIELD_KILL_WORD);
    assert_field(&field, "单位:发改 ", 14);
    field_edit(&field, ACTION_FIELD_KILL_WORD);
    assert_field(&field, "", 0);
    field_edit(&field, ACTION_FIELD_KILL_WORD);
    assert_field(&field, "", 0);
    field_fini(&field);
}

static void a_character_goes_in_at_the_cursor_and_is_clean(void **state)
{
    (void)state;
    struct field field = { 0 };
    type(&field, "ac");
    field_edit(&field, ACTION_FIELD_LEFT);
    field_insert_char(&field, 'b');
    assert_field(&field, "abc", 2);
    field_insert_char(&field, 0x202E);
    assert_field(&field, "ab‹U+202E›c", 2 + strlen("‹U+202E›"));
    field_fini(&field);
}

static void what_is_too_long_is_cut_at_a_character(void **state)
{
    (void)state;
    struct field field = { 0 };
    struct buf paste = { 0 };
    for (int i = 0; i < 500; i++)
        buf_string(&paste, "省");
    field_insert(&field, text_composed(buf_view(&paste)));
    assert_int_equal(field.text.bytes, 1023); /* of 1,024: three bytes a character */
    assert_int_equal(field.cursor_bytes, 1023);
    field_insert_char(&field, 0x7701);
    assert_int_equal(field.text.bytes, 1023);
    buf_fini(&paste);
    field_fini(&field);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_cursor_steps_over_whole_characters),
        cmocka_unit_test(keys_delete_before_and_behind_the_cursor),
        cmocka_unit_test(a_word_goes_with_the_blanks_behind_it),
        cmocka_unit_test(a_character_goes_in_at_the_cursor_and_is_clean),
        cmocka_unit_test(what_is_too_long_is_cut_at_a_character),
    };
    return cmocka_run_group_tests_name("field", tests, NULL, NULL);
}
