/* SPDX-License-Identifier: MIT */
/* Loading in steps, with looks between them; and what the memory given back on the way must not cost. */
#include <fcntl.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "breakdown/index.h"
#include "breakdown_unit.h"
#include "format/save.h"

static const struct load_options usual;

/* A file of so many tasks, the registry before them or behind. */
static void compose(struct buf *out, unsigned tasks, bool registry_last, const char *tail)
{
    static const char registry[] =
        "units:\n  - name: 甲局\n    aliases:\n      - 甲办\n  - name: 乙市政府\n    kind: city\n"
        "  - name: 各市政府\n    kind: collective\n    coverage: all\n    member-kinds:\n"
        "      - city\n";
    buf_printf(out, "format: 1\ntitle: 分工\n%ssections:\n", registry_last ? "" : registry);
    for (unsigned i = 0; i < tasks; i++) {
        if (i % 7 == 0)
            buf_printf(out, "  - kind: general\n    heading: 标题%u\n    tasks:\n", i / 7);
        buf_printf(out,
                   "      - no: %u\n        text: 做好第%u件事，写得长一些，好让文件大起来。\n        label: "
                   "责任单位\n        units:\n"
                   "          - %s\n          - 各市政府\n",
                   i % 7 + 1, i, i % 3 ? "甲局" : "乙市政府");
    }
    buf_printf(out, "%s%s", registry_last ? registry : "", tail);
}

static const char *write_file(const struct buf *content, char *path)
{
    strcpy(path, "/tmp/fengong-test-XXXXXX");
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, content->at, content->bytes), content->bytes);
    close(fd);
    return path;
}

static void what_is_there_is_whole(const struct breakdown *b)
{
    struct index *index = index_new(b);
    for (uint32_t i = 0; i < b->tasks_count; i++) {
        struct task_ref ref;
        assert_true(b->tasks[i].parts.count > 0);
        assert_int_equal(task_find(b, b->tasks[i].id, &ref, 1), 1);
        assert_int_equal(ref.task_idx, i);
    }
    for (uint32_t i = 0; i < b->duties_count; i++)
        assert_true(b->duties[i].unit_idx < b->units_count && b->duties[i].part_idx < b->parts_count);
    for (uint32_t i = 0; i < b->units_count; i++) {
        uint32_t count;
        free(index_owed(index, i, &count));
    }
    index_free(index);
}

static void a_look_between_the_steps_sees_a_breakdown_and_changes_nothing(void **state)
{
    (void)state;
    for (int last = 0; last < 2; last++) {
        struct buf content = { 0 }, whole = { 0 }, stepped = { 0 };
        char name[64];
        compose(&content, 60, last, "");
        const char *path = write_file(&content, name);
        struct diags diags = { 0 };
        struct breakdown *b = load_files(&path, 1, &(struct load_options){ 0 }, &diags);
        breakdown_save(b, 0, &whole);
        breakdown_free(b);
        struct load *load = load_begin(&path, 1, &usual, &diags);
        uint32_t tasks = 0;
        size_t bytes = 0;
        while (load_step(load, 1)) {
            const struct breakdown *view = load_view(load);
            struct load_progress progress = load_progress(load);
            if (view)
                what_is_there_is_whole(view);
            assert_true(progress.tasks >= tasks && progress.bytes >= bytes && progress.bytes <= progress.all_bytes);
            tasks = progress.tasks;
            bytes = progress.bytes;
        }
        b = load_take(load);
        load_free(load);
        assert_int_equal(tasks, 60);
        what_is_there_is_whole(b);
        breakdown_save(b, 0, &stepped);
        assert_string_equal(stepped.at, whole.at);
        assert_int_equal(diags.count, 0);
        breakdown_free(b);
        unlink(path);
        buf_fini(&content);
        buf_fini(&whole);
        buf_fini(&stepped);
    }
}

static void loading_may_be_left_off(void **state)
{
    (void)state;
    struct buf content = { 0 };
    char name[64];
    compose(&content, 20000, false, "");
    const char *path = write_file(&content, name);
    static const unsigned steps[] = { 0, 1, 5, 500 };
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        struct diags diags = { 0 };
        struct load *load = load_begin(&path, 1, &usual, &diags);
        assert_true(load_step(load, steps[i]));
        assert_null(load_take(load));
        load_free(load);
        assert_int_equal(diags.count, 0);
    }
    unlink(path);
    buf_fini(&content);
}

/* The cause stands in bytes that were given back long ago. */
static void a_fault_at_the_end_of_a_large_file_is_shown_as_that_of_a_small_one(void **state)
{
    (void)state;
    static const char *const tails[] = {
        "  - kind: general\n    heading：标题\n    tasks: [\n",
        "  - kind: general\n    heading: 标\xFF题\n",
        "\t- kind: general\n",
        "%TAG ! x\n",
        "  - kind: general\n    heading: 标题 # 这里不是注释\n    tasks: [\n",
    };
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        struct buf content = { 0 };
        struct diags held = { 0 }, given = { 0 };
        char name[64];
        compose(&content, 15000, false, tails[i]);
        const char *path = write_file(&content, name);
        struct source source = { .path = path, .content = buf_view(&content) };
        assert_null(breakdown_load(&source, 1, &held));
        assert_null(load_files(&path, 1, &(struct load_options){ 0 }, &given));
        assert_int_equal(held.count, given.count);
        assert_true(held.count > 0);
        for (size_t k = 0; k < held.count; k++) {
            assert_string_equal(held.items[k].text, given.items[k].text);
            assert_int_equal(held.items[k].place.line_no, given.items[k].place.line_no);
            assert_int_equal(held.items[k].place.col_no, given.items[k].place.col_no);
        }
        diag_fini(&held);
        diag_fini(&given);
        unlink(path);
        buf_fini(&content);
    }
}

static void a_file_beyond_the_limit_is_refused_at_once(void **state)
{
    (void)state;
    struct buf content = { 0 };
    struct diags diags = { 0 };
    char name[64];
    buf_string(&content, "format: 1\n");
    const char *path = write_file(&content, name);
    assert_int_equal(truncate(path, (off_t)LOAD_LIMIT_BYTES + 1), 0);
    struct rusage before, after;
    getrusage(RUSAGE_SELF, &before);
    assert_null(load_files(&path, 1, &(struct load_options){ 0 }, &diags));
    getrusage(RUSAGE_SELF, &after);
    assert_int_equal(diags.errors_count, 1);
    assert_non_null(strstr(diags.items[0].text, "1024"));
    /* Nothing of it was read: that would have been pages by the hundred thousand. */
    assert_true(after.ru_minflt - before.ru_minflt < 1000);
    diag_fini(&diags);
    unlink(path);
    buf_fini(&content);
}

/* A view stands over steps, and ends where an error stands. */
static void a_view_stands_and_ends_before_the_first_error(void **state)
{
    (void)state;
    struct buf content = { 0 };
    struct diags diags = { 0 };
    char name[64];
    compose(&content, 700, true, "");
    /* Task 500 has no number. */
    char *at = memmem(content.at, content.bytes, "做好第500件事", strlen("做好第500件事"));
    while (*at != '-')
        at--;
    memcpy(at, "- on: x", 7);
    const char *path = write_file(&content, name);
    struct load *load = load_begin(&path, 1, &usual, &diags);
    const struct breakdown *old = NULL;
    uint32_t old_tasks = 0;
    for (bool more = true; more;) {
        more = load_step(load, 50);
        if (old)
            what_is_there_is_whole(old);
        const struct breakdown *view = load_view(load);
        what_is_there_is_whole(view);
        assert_true(!old || (old->tasks_count == old_tasks && view->tasks_count >= old_tasks));
        old = view;
        old_tasks = view->tasks_count;
    }
    assert_true(load_faulty(load));
    assert_int_equal(old_tasks, 500);
    assert_int_equal(slice_end(old->sections[old->sections_count - 1].tasks), 500);
    assert_int_equal(slice_end(old->volumes[0].sections), old->sections_count);
    assert_null(load_take(load));
    load_free(load);
    diag_fini(&diags);
    unlink(path);
    buf_fini(&content);
}

/* What is read must be what once was the file. */
static void a_file_that_becomes_another_is_not_loaded_of_both(void **state)
{
    (void)state;
    for (int way = 0; way < 3; way++) {
        struct buf content = { 0 };
        struct diags diags = { 0 };
        char name[64];
        compose(&content, 8000, false, "");
        const char *path = write_file(&content, name);
        struct load *load = load_begin(&path, 1, &usual, &diags);
        assert_true(load_step(load, 100));
        int fd = open(path, O_WRONLY | O_APPEND);
        if (way == 0)
            assert_int_equal(ftruncate(fd, 1000), 0);
        else if (way == 1)
            assert_int_equal(write(fd, "x", 1), 1);
        else
            unlink(path);
        close(fd);
        while (load_step(load, 100))
            ;
        assert_true(load_changed(load));
        assert_null(load_take(load));
        load_free(load);
        assert_int_equal(diags.count, 0);
        unlink(path);
        buf_fini(&content);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_look_between_the_steps_sees_a_breakdown_and_changes_nothing),
        cmocka_unit_test(loading_may_be_left_off),
        cmocka_unit_test(a_view_stands_and_ends_before_the_first_error),
        cmocka_unit_test(a_file_that_becomes_another_is_not_loaded_of_both),
        cmocka_unit_test(a_file_beyond_the_limit_is_refused_at_once),
        cmocka_unit_test(a_fault_at_the_end_of_a_large_file_is_shown_as_that_of_a_small_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
