/* SPDX-License-Identifier: MIT */
/* The ground floor: memory, arenas, growing bytes, hashes, diagnostics, what restricted mode allows. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/capability.h"
#include "base/diag.h"
#include "base/die.h"
#include "base/environment.h"
#include "base/hash.h"
#include "base/mem.h"
#include "base/size.h"
#include "unit.h"

static void an_arena_gives_aligned_blocks_apart_from_each_other(void **state)
{
    (void)state;
    static const size_t sizes[] = { 1, 0, 7, 16, 17, 5000, 32 * 1024 - 16, 32 * 1024, 32 * 1024 + 1, 100000, 3 };
    enum { COUNT = sizeof sizes / sizeof *sizes };
    struct arena arena = { 0 };
    unsigned char *blocks[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        blocks[i] = arena_alloc(&arena, sizes[i]);
        assert_int_equal((uintptr_t)blocks[i] % _Alignof(max_align_t), 0);
        memset(blocks[i], (int)i, sizes[i]);
    }
    for (size_t i = 0; i < COUNT; i++)
        for (size_t at = 0; at < sizes[i]; at++)
            assert_int_equal(blocks[i][at], i);
    arena_fini(&arena);
    assert_null(arena.block);
}

static void small_blocks_of_an_arena_share_one_of_the_heaps(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    arena_alloc(&arena, 16);
    struct arena_block *first = arena.block;
    for (int i = 0; i < 1000; i++)
        arena_alloc(&arena, 16);
    assert_ptr_equal(arena.block, first);
    assert_int_equal(arena.total_bytes, 1001 * 16);
    int *zeroed = arena_array(&arena, 100, sizeof *zeroed);
    for (int i = 0; i < 100; i++)
        assert_int_equal(zeroed[i], 0);
    assert_string_equal(arena_copy(&arena, "abcd", 3), "abc");
    assert_string_equal(arena_copy(&arena, NULL, 0), "");
    arena_fini(&arena);
}

static void an_array_doubles_when_it_is_full_and_keeps_what_is_in_it(void **state)
{
    (void)state;
    uint32_t *items = NULL;
    size_t cap = 0;
    for (size_t i = 0; i < 1000; i++) {
        size_t before = cap;
        MEM_GROW(items, i + 1, cap);
        items[i] = (uint32_t)i;
        assert_true(cap > i && (cap == before || cap >= 2 * before));
        assert_true(cap == before || before == i);
    }
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(items[i], i);
    free(items);
}

static void bytes_grow_and_end_with_a_nul(void **state)
{
    (void)state;
    struct buf buf = { 0 };
    buf_string(&buf, "分");
    buf_char(&buf, 'a');
    buf_fill(&buf, '-', 3);
    buf_number(&buf, 0);
    buf_number(&buf, UINT64_MAX);
    buf_printf(&buf, " %s%d", "x", -7);
    assert_string_equal(buf.at, "分a---018446744073709551615 x-7");
    assert_int_equal(buf.bytes, strlen(buf.at));
    buf_clear(&buf);
    assert_string_equal(buf.at, "");
    for (int i = 0; i < 5000; i++)
        buf_printf(&buf, "%d", i % 10);
    assert_int_equal(buf.bytes, 5000);
    assert_int_equal(strlen(buf.at), 5000);
    buf_reserve(&buf, 100);
    assert_true(buf.cap_bytes - buf.bytes > 100);
    buf_fini(&buf);
    assert_null(buf.at);
}

static void every_byte_of_what_is_hashed_counts(void **state)
{
    (void)state;
    char bytes[41];
    for (size_t count = 1; count < sizeof bytes; count++) {
        memset(bytes, 'a', sizeof bytes);
        uint64_t hash = hash_of((struct span){ bytes, count });
        assert_true(hash == hash_of((struct span){ bytes, count }));
        assert_true(hash != hash_of((struct span){ bytes, count - 1 }));
        for (size_t at = 0; at < count; at++) {
            bytes[at] = 'b';
            assert_true(hash != hash_of((struct span){ bytes, count }));
            bytes[at] = 'a';
        }
    }
}

static void diagnostics_are_sorted_by_place_and_counted_beyond_what_is_kept(void **state)
{
    (void)state;
    struct diags diags = { 0 };
    diag_error(&diags, (struct place){ "b", 1, 1 }, "%d", 1);
    diag_warning(&diags, (struct place){ "a", 2, 1 }, "%d", 2);
    diag_error(&diags, (struct place){ "a", 1, 9 }, "%d", 3);
    diag_error(&diags, (struct place){ "a", 1, 2 }, "%d", 4);
    diag_error(&diags, (struct place){ "a", 1, 2 }, "%d", 5);
    diag_sort(&diags);
    static const char *const order[] = { "4", "5", "3", "2", "1" };
    for (size_t i = 0; i < 5; i++)
        assert_string_equal(diags.items[i].text, order[i]);
    assert_int_equal(diags.errors_count, 4);
    assert_int_equal(diags.warnings_count, 1);
    for (int i = 0; i < 2 * DIAGS_MAX; i++)
        diag_error(&diags, (struct place){ 0 }, "again");
    assert_int_equal(diags.errors_count, 4 + 2 * DIAGS_MAX);
    assert_int_equal(diags.count, DIAGS_MAX + 1);
    diag_fini(&diags);
}

static void restricted_mode_reads_and_copies_and_nothing_else(void **state)
{
    (void)state;
    for (int i = 0; i < CAPABILITIES_COUNT; i++)
        assert_true(capability_allowed((enum capability)i));
    capability_restrict();
    for (int i = 0; i < CAPABILITIES_COUNT; i++)
        assert_int_equal(capability_allowed((enum capability)i), i == CAPABILITY_CLIPBOARD);
}

static void a_variable_refuses_by_saying_no(void **state)
{
    (void)state;
    static const char *const refusing[] = { "no", "NO", "off", "0" }, *const others[] = { "", "yes", "00", "none" };
    for (size_t i = 0; i < 4; i++) {
        setenv("FENGONG_TEST", refusing[i], 1);
        assert_true(environment_refuses("FENGONG_TEST"));
        setenv("FENGONG_TEST", others[i], 1);
        assert_false(environment_refuses("FENGONG_TEST"));
    }
    unsetenv("FENGONG_TEST");
    assert_false(environment_refuses("FENGONG_TEST"));
}

static void ask_too_much(void)
{
    mem_resize(NULL, SIZE_MAX / 2, 4);
}

static void sum_too_much(void)
{
    size_sum(SIZE_MAX, 1);
}

static void multiply_too_much(void)
{
    size_product(SIZE_MAX / 4 + 1, 4);
}

static void count_too_much(void)
{
    size_count(UINT32_MAX - 1, 1);
}

static void sums_that_fit_are_sums(void **state)
{
    (void)state;
    assert_true(size_sum(SIZE_MAX - 1, 1) == SIZE_MAX);
    assert_true(size_product(SIZE_MAX / 4, 4) == SIZE_MAX / 4 * 4);
    assert_int_equal(size_count(UINT32_MAX - 2, 1), UINT32_MAX - 1);
}

static void say_goodbye(void)
{
    (void)!write(STDERR_FILENO, "<hook>", 6);
}

static void want_of_memory_is_one_line_and_status_3(void **state)
{
    (void)state;
    static void (*const asks[])(void) = { ask_too_much, sum_too_much, multiply_too_much, count_too_much,
                                          die_no_memory };
    for (size_t i = 0; i < sizeof asks / sizeof *asks; i++) {
        int ends[2], status;
        char said[200] = "";
        assert_int_equal(pipe(ends), 0);
        pid_t child = fork();
        if (child == 0) {
            dup2(ends[1], STDERR_FILENO);
            die_hook_add(&(struct die_hook){ .run = say_goodbye });
            die_no_memory_line("内存不足\n");
            asks[i]();
            _exit(0);
        }
        close(ends[1]);
        ssize_t got = 0;
        for (ssize_t more; (more = read(ends[0], said + got, sizeof said - 1 - (size_t)got)) > 0;)
            got += more;
        close(ends[0]);
        waitpid(child, &status, 0);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 3);
        assert_string_equal(said, "<hook>内存不足\n");
    }
}

static void lines_are_taken_off_one_by_one(void **state)
{
    (void)state;
    struct span rest = SPAN("a\n\nb"), none = { 0 };
    assert_true(span_equal(span_line(&rest), SPAN("a")));
    assert_true(span_equal(span_line(&rest), SPAN("")));
    assert_int_equal(rest.bytes, 1);
    assert_true(span_equal(span_line(&rest), SPAN("b")));
    assert_int_equal(rest.bytes, 0);
    rest = SPAN("c\n");
    assert_true(span_equal(span_line(&rest), SPAN("c")));
    assert_int_equal(rest.bytes, 0);
    assert_int_equal(span_line(&none).bytes, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_arena_gives_aligned_blocks_apart_from_each_other),
        cmocka_unit_test(small_blocks_of_an_arena_share_one_of_the_heaps),
        cmocka_unit_test(an_array_doubles_when_it_is_full_and_keeps_what_is_in_it),
        cmocka_unit_test(lines_are_taken_off_one_by_one),
        cmocka_unit_test(bytes_grow_and_end_with_a_nul),
        cmocka_unit_test(every_byte_of_what_is_hashed_counts),
        cmocka_unit_test(diagnostics_are_sorted_by_place_and_counted_beyond_what_is_kept),
        cmocka_unit_test(restricted_mode_reads_and_copies_and_nothing_else),
        cmocka_unit_test(a_variable_refuses_by_saying_no),
        cmocka_unit_test(sums_that_fit_are_sums),
        cmocka_unit_test(want_of_memory_is_one_line_and_status_3),
    };
    return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
