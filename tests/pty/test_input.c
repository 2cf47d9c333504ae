/* SPDX-License-Identifier: MIT */
/* The decoder of keys, byte by byte. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "term/input.h"

/* What bytes come to, as words: keys by name, pastes in quotes. Time stands still, then runs out. */
static void decode(struct input *input, const char *bytes, size_t count, struct buf *out)
{
    struct event event;
    input_feed(input, (struct span){ bytes, count }, 1000);
    for (int late = 0; late < 2; late++) {
        while (input_next(input, &event, late ? 9000 : 1000)) {
            char name[16] = "?";
            if (out->bytes)
                buf_char(out, ' ');
            if (event.kind == EVENT_KEY) {
                key_name(event.key, event.mods, name);
                buf_string(out, name);
            } else if (event.kind == EVENT_PASTE) {
                buf_printf(out, "\"%.*s\"", TEXT_ARG(event.text));
            } else {
                buf_printf(out, "mouse%d@%d,%d", (int)event.mouse, event.row, event.col);
            }
        }
    }
}

static void comes_to(const char *bytes, const char *expected)
{
    struct input input = { 0 };
    struct buf out = { 0 };
    decode(&input, bytes, strlen(bytes), &out);
    assert_string_equal(out.at ? out.at : "", expected);
    buf_fini(&out);
    input_fini(&input);
}

static void arrows_come_in_both_modes(void **state)
{
    (void)state;
    comes_to("\033[A\033OA\033[B\033OB\033[C\033OD", "Up Up Down Down Right Left");
    comes_to("\033[1;5C\033[1;3D", "Right M-Left");
}

static void home_end_and_function_keys_of_all_terminals(void **state)
{
    (void)state;
    comes_to("\033[H\033OH\033[1~\033[7~", "Home Home Home Home");
    comes_to("\033[F\033OF\033[4~\033[8~", "End End End End");
    comes_to("\033OP\033[11~\033[[A\033[15~\033[24~", "F1 F1 F1 F5 F12");
    comes_to("\033[5~\033[6~\033[2~\033[3~\033[Z", "PgUp PgDn Insert Delete S-Tab");
    comes_to("\033Op\033OM\033Oo", "0 Enter /");
}

static void terminfo_adds_what_this_terminal_sends(void **state)
{
    (void)state;
    struct input input = { 0 };
    struct buf out = { 0 };
    input_add_key(&input, "\033[99x", K_F9);
    input_add_key(&input, NULL, K_F1);
    input_add_key(&input, "\b", K_F1);
    decode(&input, "\033[99x\b", 6, &out);
    assert_string_equal(out.at, "F9 BSpace");
    buf_fini(&out);
    input_fini(&input);
}

static void escape_alone_is_a_key_after_its_time(void **state)
{
    (void)state;
    struct input input = { 0 };
    struct event event;
    input_feed(&input, SPAN("\033"), 1000);
    assert_false(input_next(&input, &event, 1000));
    assert_int_equal(input_wait_ms(&input, 1000), INPUT_ESCAPE_MS);
    assert_false(input_next(&input, &event, 1000 + INPUT_ESCAPE_MS - 1));
    assert_true(input_next(&input, &event, 1000 + INPUT_ESCAPE_MS));
    assert_int_equal(event.key, K_ESCAPE);
    assert_int_equal(input_wait_ms(&input, 2000), -1);
    input_fini(&input);
}

static void escape_and_a_character_in_one_read_are_two_keys(void **state)
{
    (void)state;
    comes_to("\033x\033\033[A", "Esc x Esc Up");
    comes_to("\033[", "Esc [");
    comes_to("\033\r", "Esc Enter");
    comes_to("\033省", "Esc 省");
}

static void a_key_that_stops_is_seen_among_others(void **state)
{
    static const struct {
        const char *bytes;
        bool stops, answered;
    } cases[] = {
        { "\033", true, false },         { "jj\033", true, false },     { "\033\033[5;7R", true, true },
        { "\033[5;7R\033", true, true }, { "\003\033[A", true, false }, { "\033[A", false, false },
        { "\033[5;7R", false, true },    { "\033[5;", false, false },   { "jj", false, false },
        { "\033OP\033q", true, false },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct input input = { 0 };
        struct event event;
        input_feed(&input, span_of(cases[i].bytes), 1000);
        assert_int_equal(input_drop_at(&input, "\033\003"), cases[i].stops);
        assert_int_equal(input.answered, cases[i].answered);
        assert_true(!cases[i].stops || !input_next(&input, &event, 9000));
        input_fini(&input);
    }
}

static void keys_of_a_keyboard_that_another_program_left_behind(void **state)
{
    (void)state;
    comes_to("\033[27u\033[99;5u\033[27;5;99~", "Esc C-c C-c");
    comes_to("\033[64;5ux\033[27;5;64~", "x");
    comes_to("\033[97u\033[97;2u\033[97:65;2u\033[97;1:3u\033[27;2;65~", "a A A A");
    comes_to("\033[13u\033[9;2u\033[127;1u\033[57414u\033[57417;1u", "Enter S-Tab BSpace Enter Left");
    comes_to("\033[27;3;120~\033[1;1:3Ax\033[155u\033[57441;2u\033[u", "M-x x");
}

static void late_replies_and_reports_are_swallowed(void **state)
{
    (void)state;
    comes_to("a\033[1;5R\033[?64;1;2c\033[Ib\033[O\033]11;rgb:0/0/0\033\\c\033P1$r0m\033\\d", "a b c d");
    comes_to("\033]11;rgb:0/0/0\007e\033P1$r0m\007\033]52;c;eA==\007f", "e f");
}

static void unknown_and_broken_sequences_vanish(void **state)
{
    (void)state;
    comes_to("\033[99;99;99~x\033[?1;2$yz", "x z");
    comes_to("\033[12", "");
    comes_to("\xff\xfe"
             "a",
             "a");
}

static void a_paste_is_one_event_whole_and_clean(void **state)
{
    (void)state;
    comes_to("\033[200~q\n省发改委\033[31m\033[201~k", "\"q 省发改委‹U+001B›[31m\" k");
}

static void a_paste_in_pieces_is_one_event(void **state)
{
    (void)state;
    static const char whole[] = "\033[200~发展改革\033[201~";
    struct input input = { 0 };
    struct event event;
    size_t count = sizeof whole - 1;
    for (size_t i = 0; i < count; i++) {
        assert_false(input_next(&input, &event, 1000));
        input_feed(&input, (struct span){ whole + i, 1 }, 1000);
    }
    assert_true(input_next(&input, &event, 1000));
    assert_int_equal(event.kind, EVENT_PASTE);
    assert_true(text_equal(event.text, TEXT("发展改革")));
    input_fini(&input);
}

static void a_paste_without_end_is_taken_after_its_time(void **state)
{
    (void)state;
    comes_to("\033[200~abc", "\"abc\"");
}

static void a_huge_paste_is_cut_and_takes_little_memory(void **state)
{
    (void)state;
    struct input input = { 0 };
    struct event event;
    char chunk[4096];
    memset(chunk, 'a', sizeof chunk);
    input_feed(&input, SPAN("\033[200~"), 1000);
    for (int i = 0; i < 2000; i++) {
        input_feed(&input, (struct span){ chunk, sizeof chunk }, 1000);
        assert_false(input_next(&input, &event, 1000));
    }
    assert_true(input.bytes.cap_bytes < 1024 * 1024);
    input_feed(&input, SPAN("\033[201~"), 1000);
    assert_true(input_next(&input, &event, 1000));
    assert_int_equal(event.text.bytes, INPUT_PASTE_MAX_BYTES);
    input_fini(&input);
}

static void a_commit_of_an_input_method_stays_together(void **state)
{
    (void)state;
    comes_to("省发改委", "\"省发改委\"");
    comes_to("j省发，改k", "j \"省发，改\" k");
    comes_to("省", "省");
    comes_to("、？", "、 ？");
}

static void a_character_in_two_reads_is_one(void **state)
{
    (void)state;
    struct input input = { 0 };
    struct event event;
    input_feed(&input, SPAN("\xe7\x9c"), 1000);
    assert_false(input_next(&input, &event, 1000));
    input_feed(&input, SPAN("\x81"), 1010);
    assert_true(input_next(&input, &event, 1010));
    assert_int_equal(event.key, 0x7701);
    input_fini(&input);
}

static void the_mouse_clicks_doubles_and_wheels(void **state)
{
    (void)state;
    comes_to("\033[<0;5;3M\033[<0;5;3m\033[<0;5;3M\033[<64;1;1M\033[<65;1;1M\033[<2;1;1M",
             "mouse0@2,4 mouse1@2,4 mouse2@0,0 mouse3@0,0");
    comes_to("\033[M !\"", "mouse0@1,0");
}

static void any_bytes_end_without_a_fault(void **state)
{
    (void)state;
    unsigned seed = 12345;
    for (int round = 0; round < 20000; round++) {
        static const char parts[] = "\033[O<M;?~0123456789ARcPabu\x07\\]\xe7\x9c\x81\xff $";
        char bytes[24];
        struct input input = { 0 };
        struct buf out = { 0 };
        for (size_t i = 0; i < sizeof bytes; i++) {
            seed = seed * 1103515245 + 12345;
            bytes[i] = parts[(seed >> 16) % (sizeof parts - 1)];
        }
        decode(&input, bytes, sizeof bytes, &out);
        assert_int_equal(input.bytes.bytes, input.from_bytes);
        buf_fini(&out);
        input_fini(&input);
    }
}

int main(void)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arrows_come_in_both_modes),
        cmocka_unit_test(home_end_and_function_keys_of_all_terminals),
        cmocka_unit_test(terminfo_adds_what_this_terminal_sends),
        cmocka_unit_test(escape_alone_is_a_key_after_its_time),
        cmocka_unit_test(escape_and_a_character_in_one_read_are_two_keys),
        cmocka_unit_test(a_key_that_stops_is_seen_among_others),
        cmocka_unit_test(keys_of_a_keyboard_that_another_program_left_behind),
        cmocka_unit_test(late_replies_and_reports_are_swallowed),
        cmocka_unit_test(unknown_and_broken_sequences_vanish),
        cmocka_unit_test(a_paste_is_one_event_whole_and_clean),
        cmocka_unit_test(a_paste_in_pieces_is_one_event),
        cmocka_unit_test(a_paste_without_end_is_taken_after_its_time),
        cmocka_unit_test(a_huge_paste_is_cut_and_takes_little_memory),
        cmocka_unit_test(a_commit_of_an_input_method_stays_together),
        cmocka_unit_test(a_character_in_two_reads_is_one),
        cmocka_unit_test(the_mouse_clicks_doubles_and_wheels),
        cmocka_unit_test(any_bytes_end_without_a_fault),
    };
    return cmocka_run_group_tests_name("input", tests, NULL, NULL);
}
