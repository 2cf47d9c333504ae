/* SPDX-License-Identifier: MIT */
/* The doubts of an imported notice on the screen: all of them, each with its line, its task and its place in the YAML. */
#include <dirent.h>

#include "app_unit.h"

#include "base/file.h"
#include "format/save.h"
#include "notice/import.h"
#include "ui/review.h"

static const char FOLDER[] = "tests/data/notices";

struct screen {
    struct fixture f;
    struct import_result *result;
};

static void show(struct screen *screen, struct span notice, int cols, int rows)
{
    screen->result = import_notice(notice, &(struct import_options){ .path = "notice" });
    struct app_options options = { .ambiguous_cols = 1, .review = screen->result };
    screen->f = (struct fixture){ .rows = rows, .cols = cols, .b = screen->result->breakdown };
    screen->f.app = app_new(screen->f.b, &options);
    app_handle(screen->f.app, &(struct event){ .kind = EVENT_RESIZE, .rows = rows, .cols = cols });
}

static void leave(struct screen *screen)
{
    app_free(screen->f.app);
    import_result_free(screen->result);
}

/* The line of the text, from 1, without blanks before it. */
static const char *line_of(const struct buf *text, uint32_t line_no)
{
    const char *at = text->at;
    for (uint32_t i = 1; at && i < line_no; i++) {
        at = strchr(at, '\n');
        at += at != NULL;
    }
    return at ? at + strspn(at, " ") : "";
}

static void check_review(const struct import_result *result)
{
    struct review review;
    struct buf yaml = { 0 }, expected = { 0 };
    uint32_t doubts = result->doubts_count;
    review_init(&review, result);
    breakdown_save(result->breakdown, 0, &yaml);
    for (uint32_t i = 0; i < result->pieces_count; i++)
        doubts += result->pieces[i].doubtful;
    assert_int_equal(review.doubts_count, doubts);
    for (uint32_t i = 1; i < review.doubts_count; i++)
        assert_true(review.doubts[i - 1].line_no <= review.doubts[i].line_no);
    for (uint32_t t = 0; t < result->breakdown->tasks_count; t++) {
        buf_clear(&expected);
        buf_printf(&expected, "- no: %d\n", result->breakdown->tasks[t].no);
        assert_memory_equal(line_of(&yaml, review.yaml_line_nos[t]), expected.at, expected.bytes);
    }
    buf_fini(&expected);
    buf_fini(&yaml);
    review_fini(&review);
}

/* Walks over the doubts of a notice, in a window of any size. */
static void walk(struct span notice, int cols)
{
    struct screen screen;
    struct buf place = { 0 };
    show(&screen, notice, cols, 20);
    check_review(screen.result);
    uint32_t count = screen.result->doubts_count;
    for (uint32_t i = 0; i < screen.result->pieces_count; i++)
        count += screen.result->pieces[i].doubtful;
    for (uint32_t i = 0; i < count; i++) {
        buf_clear(&place);
        buf_printf(&place, "存疑  %u/%u", i + 1, count);
        assert_shows(&screen.f, place.at);
        press(&screen.f, "Right j PgDn Left J K Enter Esc n");
    }
    press(&screen.f, "N g G F2 F1 Esc Esc Esc Esc Tab Enter R p Esc Esc");
    buf_fini(&place);
    leave(&screen);
}

static void every_doubt_is_shown_with_its_place(void **state)
{
    (void)state;
    DIR *folder = opendir(FOLDER);
    uint32_t seen = 0;
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder));) {
        char path[512];
        struct buf content = { 0 };
        if (!strstr(entry->d_name, ".txt"))
            continue;
        snprintf(path, sizeof path, "%s/%s", FOLDER, entry->d_name);
        assert_int_equal(file_read(path, &content, NULL), 0);
        walk(buf_view(&content), seen % 2 ? 90 : 46);
        seen++;
        buf_fini(&content);
    }
    closedir(folder);
    assert_true(seen > 0);
}

static const char NOTICE[] =
    "2024年任务分工\n一、产业\n1. 甲。\n责任单位：省科技厅和（省财政厅\n2. 乙。配合单位：省商务厅\n";

static void enter_goes_to_the_task_and_escape_back(void **state)
{
    (void)state;
    struct screen screen;
    show(&screen, span_of(NOTICE), 100, 24);
    press(&screen.f, "G");
    assert_shows(&screen.f, "通知第5行");
    assert_shows(&screen.f, "任务 1.2，YAML 第");
    press(&screen.f, "Enter");
    assert_shows(&screen.f, "[领导 F1]");
    assert_shows(&screen.f, "一、产业 › 1.2");
    press(&screen.f, "Esc");
    assert_shows(&screen.f, "通知第5行");
    leave(&screen);
}

static void no_doubt_is_said(void **state)
{
    (void)state;
    struct screen screen;
    show(&screen, span_of("2024年任务分工\n一、产业\n1. 甲。\n责任单位：省科技厅\n"), 100, 24);
    assert_shows(&screen.f, "没有存疑之处");
    press(&screen.f, "n N Enter Right Tab Left Esc");
    leave(&screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_doubt_is_shown_with_its_place),
        cmocka_unit_test(enter_goes_to_the_task_and_escape_back),
        cmocka_unit_test(no_doubt_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
