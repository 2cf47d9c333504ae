/* SPDX-License-Identifier: MIT */
/*
 * Drawing is reading: keys that come faster than frames end where the same keys end that are drawn one by one.  Random
 * walks with a frame after each event, and with none until the end, give the same screen and the same state; the state
 * is looked at by going back all the way, and then to every view.
 */
#include "../effort.h"
#include "app_unit.h"

enum { WALKS = 400, STEPS = 40, BACK_STEPS = 24 };

static const char *const keys[] = {
    "Up",  "Down", "Down", "Left",  "Right", "PgUp", "PgDn", "Home", "End", "Enter", "Enter", "Esc",
    "Tab", "Tab",  "/",    "f",     ":",     "n",    "N",    "s",    "p",   "v",     "?",     "F1",
    "F2",  "F3",   "w",    "1",     "2",     "+",    "-",    "[",    "]",   "J",     "K",     "BSpace",
    "g",   "G",    "m",    "Space", "C-u",   "经",   "省",   "信",   "7",   ".",     "a",     "C-w",
};

static const char *const probes[] = { "F1", "Tab", "Tab", "F2", "Tab", "Tab", "F3", "Tab", "Down", "?", "End", "Esc" };

static struct event random_event(struct fixture *f)
{
    struct event event = { .kind = EVENT_KEY };
    int kind = rand() % 24;
    if (kind == 0) {
        event = (struct event){ .kind = EVENT_RESIZE, .rows = 2 + rand() % 50, .cols = 20 + rand() % 160 };
        f->rows = event.rows;
        f->cols = event.cols;
    } else if (kind == 1) {
        event = (struct event){ .kind = EVENT_MOUSE,
                                .mouse = (enum mouse)(rand() % (MOUSE_WHEEL_DOWN + 1)),
                                .row = rand() % f->rows,
                                .col = rand() % f->cols };
    } else if (kind == 2) {
        event = (struct event){ .kind = EVENT_PASTE, .text = TEXT("改革") };
    } else {
        assert_true(key_find(text_of(keys[(size_t)rand() % (sizeof keys / sizeof *keys)]), &event.key, &event.mods));
    }
    return event;
}

/* Gives both the same event; the drawn one gets its frame. */
static void give_both(struct fixture *drawn, struct fixture *undrawn, const struct event *event)
{
    app_handle(drawn->app, event);
    app_handle(undrawn->app, event);
    draw(drawn, NULL);
}

static bool same_screen(struct fixture *a, struct fixture *b)
{
    struct grid grids[2];
    struct fixture *both[2] = { a, b };
    for (int i = 0; i < 2; i++) {
        grid_init(&grids[i], a->rows, a->cols, app_ambiguous_cols(both[i]->app));
        app_draw(both[i]->app, &grids[i]);
    }
    size_t cells_bytes = (size_t)a->rows * (size_t)a->cols * sizeof *grids[0].cells;
    bool same = memcmp(grids[0].cells, grids[1].cells, cells_bytes) == 0 &&
                grids[0].cursor_row == grids[1].cursor_row && grids[0].cursor_col == grids[1].cursor_col;
    grid_fini(&grids[0]);
    grid_fini(&grids[1]);
    return same;
}

static void press_both(struct fixture *drawn, struct fixture *undrawn, const char *name)
{
    struct event event = { .kind = EVENT_KEY };
    assert_true(key_find(text_of(name), &event.key, &event.mods));
    give_both(drawn, undrawn, &event);
}

static bool same_state(struct fixture *drawn, struct fixture *undrawn)
{
    for (int i = 0; i < BACK_STEPS; i++) {
        press_both(drawn, undrawn, "Esc");
        if (!same_screen(drawn, undrawn))
            return false;
    }
    for (size_t i = 0; i < sizeof probes / sizeof *probes; i++) {
        press_both(drawn, undrawn, probes[i]);
        if (!same_screen(drawn, undrawn))
            return false;
    }
    return true;
}

static void name_event(const struct event *event, struct buf *out)
{
    char name[16];
    if (event->kind == EVENT_KEY)
        key_name(event->key, event->mods, name);
    if (event->kind == EVENT_KEY)
        buf_printf(out, " %s", name);
    else if (event->kind == EVENT_RESIZE)
        buf_printf(out, " %dx%d", event->cols, event->rows);
    else
        buf_string(out, event->kind == EVENT_MOUSE ? " mouse" : " paste");
}

/* Some terminals cannot draw a wide character there. */
static bool corner_is_blank(struct fixture *f)
{
    struct grid grid;
    grid_init(&grid, f->rows, f->cols, app_ambiguous_cols(f->app));
    app_draw(f->app, &grid);
    const struct cell *end = grid_cell(&grid, f->rows - 1, f->cols - 2);
    bool blank = end[0].chars[0] == ' ' && end[1].chars[0] == ' ';
    grid_fini(&grid);
    return blank;
}

static bool walk(unsigned seed, struct buf *way)
{
    struct fixture drawn, undrawn;
    start(&drawn, 100, 30);
    start(&undrawn, 100, 30);
    srand(seed);
    buf_clear(way);
    bool corners = true;
    for (int step = 0; step < STEPS; step++) {
        struct event event = random_event(&drawn);
        name_event(&event, way);
        give_both(&drawn, &undrawn, &event);
        corners = corners && corner_is_blank(&drawn);
    }
    undrawn.rows = drawn.rows;
    undrawn.cols = drawn.cols;
    bool same = corners && same_screen(&drawn, &undrawn) && same_state(&drawn, &undrawn);
    stop(&drawn);
    stop(&undrawn);
    return same;
}

static void walks_end_the_same_with_each_frame_and_with_none_and_leave_the_last_cells_blank(void **state)
{
    (void)state;
    struct buf way = { 0 };
    int differ = 0;
    for (unsigned seed = 1; seed <= WALKS; seed += effort_step(4, 16))
        if (!walk(seed, &way)) {
            print_error("walk %u differs:%s\n", seed, way.at);
            differ++;
        }
    buf_fini(&way);
    assert_int_equal(differ, 0);
}

/* Short ways that people type faster than a frame: help, statistics, preview, fields, several in one read. */
static void keys_in_one_write_end_where_they_end_one_by_one(void **state)
{
    (void)state;
    static const char *const ways[] = {
        "? G",
        "? PgDn PgDn PgUp",
        "? End Up Up",
        "? / y C-u BSpace End",
        "F2 G Tab End Up",
        "F2 End PgUp PgUp Down",
        "F3 Tab End PgUp Up",
        "F3 PgDn Tab s End Home",
        "p Enter End Up PgUp",
        "p Enter PgDn PgDn PgUp Up",
        "+ G PgUp Up Up PgDn",
        "Down Enter End PgUp Up Enter Esc",
        "f 省 PgDn PgDn Up Enter Esc",
        "/ 省 PgDn PgDn PgUp Enter End Enter Esc",
        "J J J K End J J J Home K Down J",
        "w 2 Esc + PgDn PgDn Enter PgDn",
    };
    int differ = 0;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        struct fixture drawn, undrawn;
        char copy[256];
        start(&drawn, 80, 24);
        start(&undrawn, 80, 24);
        snprintf(copy, sizeof copy, "%s", ways[i]);
        for (char *name = strtok(copy, " "); name; name = strtok(NULL, " "))
            press_both(&drawn, &undrawn, name);
        if (!same_screen(&drawn, &undrawn) || !same_state(&drawn, &undrawn)) {
            print_error("%s\n", ways[i]);
            differ++;
        }
        stop(&drawn);
        stop(&undrawn);
    }
    assert_int_equal(differ, 0);
}

/* What no person would type is among it: any character, any special key, with Alt. */
static struct event any_event(struct fixture *f)
{
    struct event event = random_event(f);
    if (event.kind == EVENT_KEY && rand() % 3 == 0) {
        event.mods = rand() % 8 == 0 ? K_WITH_ALT : 0;
        event.key = rand() % 2 ? (uint32_t)(K_SPECIAL + rand() % (K_F12 - K_SPECIAL + 2)) : 1 + (uint32_t)rand() % 126;
        if (rand() % 16 == 0)
            event.key = (uint32_t)rand() % 0x110000;
    }
    return event;
}

/* What is freed goes back at once, so that memory that is kept is seen. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
    return "quarantine_size_mb=1";
}

size_t __sanitizer_get_current_allocated_bytes(void) __attribute__((weak));

/* What is in use, where the sanitizers count it: what they keep themselves grows by megabytes.  Else what is resident. */
static long kept_kib(void)
{
    long pages = 0;
    if (__sanitizer_get_current_allocated_bytes)
        return (long)(__sanitizer_get_current_allocated_bytes() / 1024);
    FILE *file = fopen("/proc/self/statm", "r");
    if (file && fscanf(file, "%*d %ld", &pages) != 1)
        pages = 0;
    if (file)
        fclose(file);
    return 4 * pages;
}

static void a_monkey_breaks_nothing_and_fills_no_memory(void **state)
{
    (void)state;
    struct fixture f;
    long count = 1000000 / effort_step(500, 2000), most[2] = { 0 };
    start(&f, 100, 30);
    srand(20200113);
    for (long i = 0; i < count; i++) {
        struct event event = any_event(&f);
        struct reaction reaction = app_handle(f.app, &event);
        if (reaction.what & REACT_RELOAD)
            reload(&f, load_sample());
        if (i % 4 == 0)
            draw(&f, NULL);
        if (i % (count / 100 + 1) == 0) {
            long kib = kept_kib(), *half = &most[i >= count / 2];
            *half = kib > *half ? kib : *half;
        }
    }
    /* It goes up and down with the pages that are open and with what malloc() gives back; the most of it stays. */
    long grown = most[1] - most[0];
    if (getenv("FENGONG_TIMES"))
        print_message("%ld events, %ld KiB, then %ld more\n", count, most[0], grown);
    /* Lines of a long page, a large screen, what malloc() keeps. */
    assert_true(grown < 8 * 1024);
    stop(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_monkey_breaks_nothing_and_fills_no_memory),
        cmocka_unit_test(keys_in_one_write_end_where_they_end_one_by_one),
        cmocka_unit_test(walks_end_the_same_with_each_frame_and_with_none_and_leave_the_last_cells_blank),
    };
    return cmocka_run_group_tests_name("app_frames", tests, NULL, NULL);
}
