/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include <string.h>

#include "text/width.h"
#include "ui/action.h"
#include "ui/field.h"
#include "ui/glyph.h"
#include "ui/keymap.h"

static void no_key_is_bound_twice_where_contexts_overlap(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < action_table_count; i++)
        for (uint32_t j = 0; j < action_table_count; j++) {
            const struct action_row *a = &action_table[i], *b = &action_table[j];
            if (!(a->contexts & b->contexts))
                continue;
            for (int k = 0; k < ACTION_KEYS_MAX && a->keys[k]; k++)
                for (int l = 0; l < ACTION_KEYS_MAX && b->keys[l]; l++)
                    if ((i != j || k != l) && strcmp(a->keys[k], b->keys[l]) == 0)
                        fail_msg("%s is bound to %s and to %s", a->keys[k], a->name, b->name);
        }
}

static void every_key_of_the_table_has_a_name_that_is_found(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < action_table_count; i++)
        for (int k = 0; k < ACTION_KEYS_MAX && action_table[i].keys[k]; k++) {
            uint32_t key;
            unsigned mods;
            char name[16];
            if (strcmp(action_table[i].keys[k], "ZZ") == 0)
                continue; /* two keys, one after the other */
            assert_true(key_find(text_of(action_table[i].keys[k]), &key, &mods));
            key_name(key, mods, name);
            assert_string_equal(name, action_table[i].keys[k]);
        }
}

static void every_action_has_one_row(void **state)
{
    (void)state;
    for (int action = ACTION_NONE + 1; action < ACTIONS_COUNT; action++) {
        int rows = 0;
        for (uint32_t i = 0; i < action_table_count; i++)
            rows += (int)action_table[i].action == action;
        assert_int_equal(rows, 1);
    }
}

/* With an input method on, letters never arrive: whatever is needed has a key that it does not take. */
static void every_needed_action_has_a_key_that_no_input_method_takes(void **state)
{
    (void)state;
    static const enum action needed[] = { ACTION_UP,   ACTION_DOWN, ACTION_LEFT,    ACTION_RIGHT,     ACTION_PAGE_UP,
                                          ACTION_HOME, ACTION_END,  ACTION_ENTER,   ACTION_NEXT_PANE, ACTION_BACK,
                                          ACTION_HELP, ACTION_QUIT, ACTION_LEADERS, ACTION_UNITS,     ACTION_STATS };
    for (size_t n = 0; n < sizeof needed / sizeof *needed; n++)
        for (uint32_t i = 0; i < action_table_count; i++) {
            if (action_table[i].action != needed[n])
                continue;
            bool safe = false;
            for (int k = 0; k < ACTION_KEYS_MAX && action_table[i].keys[k]; k++)
                safe = safe || strlen(action_table[i].keys[k]) > 1;
            assert_true(safe);
        }
}

static void letters_are_text_in_a_field(void **state)
{
    (void)state;
    struct keymap keymap;
    keymap_init(&keymap);
    assert_int_equal(keymap_action(&keymap, 'q', 0, CONTEXT_FIELD), ACTION_NONE);
    assert_int_equal(keymap_action(&keymap, ' ', 0, CONTEXT_FIELD), ACTION_NONE);
    assert_int_equal(keymap_action(&keymap, 'q', 0, CONTEXT_TREE), ACTION_QUIT);
    assert_int_equal(keymap_action(&keymap, K_ESCAPE, 0, CONTEXT_FIELD), ACTION_FIELD_CANCEL);
}

static void a_key_is_bound_anew_only_when_it_has_a_name(void **state)
{
    (void)state;
    struct keymap keymap;
    keymap_init(&keymap);
    assert_false(keymap_bind(&keymap, ACTION_QUIT, (const char *const[]){ "x", "Nonsense", NULL }));
    assert_string_equal(keymap_key(&keymap, ACTION_QUIT), "q");
    assert_true(keymap_bind(&keymap, ACTION_QUIT, (const char *const[]){ "M-x", NULL }));
    assert_string_equal(keymap_key(&keymap, ACTION_QUIT), "M-x");
    assert_int_equal(keymap_action(&keymap, 'x', K_WITH_ALT, CONTEXT_TREE), ACTION_QUIT);
    assert_int_equal(keymap_action(&keymap, 'q', 0, CONTEXT_TREE), ACTION_NONE);
    assert_int_equal(keymap_action(&keymap, 'q', 0, CONTEXT_FIELD), ACTION_NONE);
    assert_true(keymap_bind(&keymap, ACTION_QUIT, (const char *const[]){ "gq", NULL }));
    assert_true(keymap_begins(&keymap, 'g', CONTEXT_TREE));
    assert_false(keymap_begins(&keymap, 'g', CONTEXT_FIELD));
    assert_int_equal(keymap_action_of_two(&keymap, 'g', 'q', CONTEXT_TREE), ACTION_QUIT);
    assert_int_equal(keymap_action_of_two(&keymap, 'g', 'g', CONTEXT_TREE), ACTION_NONE);
    assert_int_equal(keymap_action(&keymap, 'g', 0, CONTEXT_TREE), ACTION_HOME);
    assert_true(keymap_bind(&keymap, ACTION_QUIT, (const char *const[]){ NULL }));
    assert_null(keymap_key(&keymap, ACTION_QUIT));
}

static void a_field_edits_by_grapheme(void **state)
{
    (void)state;
    struct field field = { 0 };
    field_insert(&field, TEXT("发e\xCC\x81改"));
    field_edit(&field, ACTION_FIELD_LEFT);
    field_edit(&field, ACTION_FIELD_BACKSPACE);
    assert_text(field_text(&field), "发改");
    field_insert_char(&field, 0x5C55);
    assert_text(field_text(&field), "发展改");
    field_edit(&field, ACTION_FIELD_HOME);
    field_edit(&field, ACTION_FIELD_DELETE);
    assert_text(field_text(&field), "展改");
    field_edit(&field, ACTION_FIELD_END);
    field_insert(&field, TEXT(" gg"));
    field_edit(&field, ACTION_FIELD_KILL_WORD);
    assert_text(field_text(&field), "展改 ");
    field_edit(&field, ACTION_FIELD_KILL_LINE);
    assert_text(field_text(&field), "");
    field_edit(&field, ACTION_FIELD_BACKSPACE);
    assert_text(field_text(&field), "");
    field_fini(&field);
}

static void a_mark_typed_behind_its_base_joins_it(void **state)
{
    (void)state;
    struct field field = { 0 };
    field_insert_char(&field, 'e');
    field_insert_char(&field, 0x301);
    assert_text(field_text(&field), "e\xCC\x81");
    field_fini(&field);
}

static void the_cursor_of_a_long_field_stays_in_sight(void **state)
{
    (void)state;
    struct field field = { 0 };
    struct grid grid;
    grid_init(&grid, 1, 20, 1);
    field_insert(&field, TEXT("省发展改革委省经信厅省财政厅"));
    for (int cols = 1; cols <= 20; cols++) {
        field_draw(&field, &grid, 0, 0, cols);
        assert_true(grid.cursor_col < cols || cols == 1);
    }
    field_fini(&field);
    grid_fini(&grid);
}

static void chrome_has_no_ambiguous_glyph_when_they_are_wide(void **state)
{
    (void)state;
    for (int glyph = 0; glyph < GLYPHS_COUNT; glyph++) {
        assert_int_equal(width_cols(glyph_of((enum glyph)glyph, 1, false), 1), 1);
        assert_int_equal(width_cols(glyph_of((enum glyph)glyph, 2, false), 2), 1);
        assert_int_equal(glyph_of((enum glyph)glyph, 1, true).bytes, 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_key_is_bound_twice_where_contexts_overlap),
        cmocka_unit_test(every_key_of_the_table_has_a_name_that_is_found),
        cmocka_unit_test(every_action_has_one_row),
        cmocka_unit_test(every_needed_action_has_a_key_that_no_input_method_takes),
        cmocka_unit_test(letters_are_text_in_a_field),
        cmocka_unit_test(a_key_is_bound_anew_only_when_it_has_a_name),
        cmocka_unit_test(a_field_edits_by_grapheme),
        cmocka_unit_test(a_mark_typed_behind_its_base_joins_it),
        cmocka_unit_test(the_cursor_of_a_long_field_stays_in_sight),
        cmocka_unit_test(chrome_has_no_ambiguous_glyph_when_they_are_wide),
    };
    return cmocka_run_group_tests_name("action", tests, NULL, NULL);
}
