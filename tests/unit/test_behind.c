/* SPDX-License-Identifier: MIT */
/*
 * Loading behind the screen: whatever is pressed while the file is read, grows, is cut or replaced, in the end the
 * screen is that of a program which read it first.
 */
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../effort.h"
#include "app_unit.h"
#include "command/behind.h"

enum { TASKS = 2600, SMALL_TASKS = 300, LONG_EVENTS = 100000, EVENTS_A_FILE = 400 };

struct loading {
    struct behind behind;
    struct breakdown *whole;
    struct app *app;
    const char *path, *paths[2];
    char name[64];
    bool twice; /* the file is read as two volumes */
    int rows, cols;
};

/* Sections of 30 tasks; another turn is another text.  The registry stands behind the tasks in every second. */
static void compose(struct buf *out, unsigned tasks, unsigned turn)
{
    static const char registry[] =
        "units:\n  - name: 甲局\n    aliases:\n      - 甲办\n  - name: 乙市政府\n    kind: city\n"
        "  - name: 各市政府\n    kind: collective\n    coverage: all\n    member-kinds:\n      - city\n";
    static const char *const units[] = { "甲局", "乙市政府", "丙厅", "各市政府" };
    buf_printf(out, "format: 1\ntitle: 分工%u\n%ssections:\n", turn, turn % 2 ? "" : registry);
    for (unsigned i = 0; i < tasks; i++) {
        if (i % 30 == 0)
            buf_printf(out,
                       "  - kind: leader\n    heading: 张%u副省长牵头重点工作\n    leader: 张%u\n    title: 副省长\n"
                       "    tasks:\n",
                       i / 30, i / 30);
        buf_printf(out,
                   "      - no: %u\n        text: 做好第%u件改革的事，铁路%u，写得长一些，好让文件大起来。\n"
                   "        label: 责任单位\n        units:\n          - %s\n          - %s\n",
                   i % 30 + 1, i, i * turn, units[i % 3], units[(i + turn) % 2 + 2]);
    }
    buf_string(out, turn % 2 ? registry : "");
}

/* Another file in the place of the old one. */
static void write_file(const char *path, unsigned tasks, unsigned turn)
{
    struct buf content = { 0 };
    compose(&content, tasks, turn);
    unlink(path);
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL, 0600);
    assert_int_equal(file_write_fd(fd, buf_view(&content)), 0);
    close(fd);
    buf_fini(&content);
}

static void put_nothing(const struct breakdown *b, const struct diags *diags, struct buf *out)
{
    (void)b;
    (void)diags;
    (void)out;
}

static struct place put_error(const struct diags *diags, struct buf *out)
{
    buf_printf(out, "%s", diags->count ? diags->items[0].text : "?");
    return diags->count ? diags->items[0].place : (struct place){ 0 };
}

static void resize(struct loading *l, int cols, int rows)
{
    l->cols = cols;
    l->rows = rows;
    app_handle(l->app, &(struct event){ .kind = EVENT_RESIZE, .rows = rows, .cols = cols });
}

static void begin_at(struct loading *l, enum behind_first first, struct app_options options, int cols, int rows)
{
    l->behind = (struct behind){
        .paths = &l->path, .paths_count = 1, .whole = &l->whole, .put_doubts = put_nothing, .put_error = put_error
    };
    assert_true(behind_begin(&l->behind, first));
    options.partial = !l->whole;
    options.ambiguous_cols = 1;
    options.piece = first == BEHIND_ALL ? 0 : 1; /* keys do not wait for answers either */
    l->app = app_new(behind_shown(&l->behind), &options);
    behind_tell(&l->behind, l->app);
    resize(l, cols, rows);
}

static void end(struct loading *l)
{
    app_free(l->app);
    behind_fini(&l->behind);
    breakdown_free(l->whole);
}

static void press_in(struct loading *l, const char *name)
{
    struct event event = { .kind = EVENT_KEY };
    assert_true(key_find(text_of(name), &event.key, &event.mods));
    struct reaction reaction = app_handle(l->app, &event);
    assert_int_equal(reaction.what & (l->whole ? 0 : REACT_WRITE | REACT_PRINTER | REACT_QUEUES), 0);
    if (reaction.what & REACT_STOP)
        behind_stop(&l->behind, l->app);
    if (reaction.what & REACT_RELOAD)
        behind_again(&l->behind, l->app, false);
}

static void screen(struct loading *l, struct buf *out)
{
    struct grid grid;
    while (app_works(l->app))
        app_work(l->app);
    grid_init(&grid, l->rows, l->cols, 1);
    app_draw(l->app, &grid);
    buf_clear(out);
    grid_dump_style(&grid, out);
    grid_fini(&grid);
}

static void assert_same(struct loading *a, struct loading *b, const char *when)
{
    struct buf screens[2] = { { 0 }, { 0 } };
    screen(a, &screens[0]);
    screen(b, &screens[1]);
    /* A row each of what differs. */
    const char *at[2] = { screens[0].at, screens[1].at };
    for (int row = 0; row < a->rows && strcmp(screens[0].at, screens[1].at) != 0; row++) {
        size_t bytes[2] = { strcspn(at[0], "\n"), strcspn(at[1], "\n") };
        if (bytes[0] != bytes[1] || memcmp(at[0], at[1], bytes[0]) != 0)
            print_error("%s\nbehind %.*s\nfirst  %.*s\n", when, (int)bytes[0], at[0], (int)bytes[1], at[1]);
        at[0] += bytes[0] + 1;
        at[1] += bytes[1] + 1;
    }
    assert_string_equal(screens[0].at, screens[1].at);
    buf_fini(&screens[0]);
    buf_fini(&screens[1]);
}

static void new_path(struct loading *l)
{
    strcpy(l->name, "/tmp/fengong-test-XXXXXX");
    close(mkstemp(l->name));
    l->path = l->name;
}

/* Without a key: where --goto, --leader, --unit and --search lead is the same screen, at any size. */
static void what_was_loaded_behind_is_what_was_loaded_first(void **state)
{
    (void)state;
    static const struct app_options starts[] = {
        { 0 },
        { .go_to = TEXT("7.12") },
        { .go_to = TEXT("99.9") },
        { .leader = TEXT("张5") },
        { .leader = TEXT("张") },
        { .unit = TEXT("乙市政府") },
        { .unit = TEXT("丙厅") },
        { .search = TEXT("铁路") },
        { .leader = TEXT("张3"), .search = TEXT("甲") },
    };
    static const int sizes[][2] = { { 80, 24 }, { 160, 40 }, { 46, 20 }, { 20, 5 } };
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        for (size_t k = 0; k < sizeof sizes / sizeof *sizes; k++) {
            struct loading behind = { 0 }, first = { 0 };
            new_path(&behind);
            write_file(behind.path, SMALL_TASKS, (unsigned)i);
            first.path = behind.path;
            first.twice = behind.twice = k % 2;
            begin_at(&behind, BEHIND_NEXT_TO_NOTHING, starts[i], sizes[k][0], sizes[k][1]);
            begin_at(&first, BEHIND_ALL, starts[i], sizes[k][0], sizes[k][1]);
            for (unsigned tasks = 1; !behind.whole; tasks = tasks * 2)
                behind_work_tasks(&behind.behind, behind.app, tasks);
            assert_same(&behind, &first, "without a key");
            end(&behind);
            end(&first);
            unlink(behind.path);
        }
    }
}

static bool shows(struct loading *l, const char *what)
{
    struct buf out = { 0 };
    screen(l, &out);
    bool there = strstr(out.at, what) != NULL;
    buf_fini(&out);
    return there;
}

static void a_start_option_shows_its_place_as_soon_as_it_has_come(void **state)
{
    (void)state;
    struct loading l = { 0 };
    new_path(&l);
    write_file(l.path, SMALL_TASKS, 1);
    begin_at(&l, BEHIND_NEXT_TO_NOTHING, (struct app_options){ .go_to = TEXT("3.5") }, 100, 30);
    behind_work_tasks(&l.behind, l.app, 60);
    assert_false(shows(&l, "做好第64件"));
    behind_work_tasks(&l.behind, l.app, 10);
    assert_true(shows(&l, "做好第64件"));
    assert_true(shows(&l, "70项"));
    /* Who has gone on since is not called back. */
    press_in(&l, "F2");
    behind_work_tasks(&l.behind, l.app, 0);
    assert_false(shows(&l, "做好第64件"));
    end(&l);
    unlink(l.path);
}

static void cursor_folds_and_page_stay_while_more_comes(void **state)
{
    (void)state;
    struct loading l = { 0 };
    new_path(&l);
    write_file(l.path, SMALL_TASKS, 1);
    begin_at(&l, BEHIND_NEXT_TO_NOTHING, (struct app_options){ 0 }, 100, 30);
    behind_work_tasks(&l.behind, l.app, 65);
    press_in(&l, "Down");
    press_in(&l, "Down");
    press_in(&l, "Enter");
    struct buf before = { 0 }, after = { 0 };
    screen(&l, &before);
    behind_work_tasks(&l.behind, l.app, 1);
    screen(&l, &after);
    /* But for the footer, and how much the unit leads. */
    const char *was = before.at, *is = after.at;
    int others = 0;
    for (int row = 0; row < l.rows; row++) {
        size_t was_bytes = strcspn(was, "\n"), is_bytes = strcspn(is, "\n");
        others += was_bytes != is_bytes || memcmp(was, is, is_bytes) != 0;
        was += was_bytes + 1;
        is += is_bytes + 1;
    }
    assert_int_equal(others, 2);
    press_in(&l, "Esc"); /* stops */
    assert_true(shows(&l, "只读到"));
    press_in(&l, "p");
    for (int i = 0; i < 3; i++)
        press_in(&l, "End"), press_in(&l, "Enter");
    press_in(&l, "Esc");
    press_in(&l, "Esc");
    press_in(&l, "R");
    behind_work_tasks(&l.behind, l.app, 0);
    assert_non_null(l.whole);
    assert_false(shows(&l, "读取"));
    buf_fini(&before);
    buf_fini(&after);
    end(&l);
    unlink(l.path);
}

static void a_fault_in_the_middle_leaves_what_stands_before_it(void **state)
{
    (void)state;
    struct loading l = { 0 };
    struct buf content = { 0 };
    new_path(&l);
    compose(&content, SMALL_TASKS, 1);
    char *at = strstr(content.at, "做好第200件");
    memcpy(at - 6, "txt", 3);
    assert_int_equal(file_write(l.path, buf_view(&content), WRITE_OVER), WRITTEN);
    begin_at(&l, BEHIND_NEXT_TO_NOTHING, (struct app_options){ .go_to = TEXT("7.20") }, 100, 30);
    behind_work_tasks(&l.behind, l.app, 0);
    assert_null(l.whole);
    assert_int_equal(behind_shown(&l.behind)->tasks_count, 200);
    assert_true(shows(&l, "做好第199件"));
    assert_true(shows(&l, "txt"));
    /* Mended, it is read again. */
    write_file(l.path, SMALL_TASKS, 1);
    behind_again(&l.behind, l.app, true);
    behind_work_tasks(&l.behind, l.app, 0);
    assert_non_null(l.whole);
    assert_true(shows(&l, "做好第199件"));
    assert_false(shows(&l, "txt"));
    buf_fini(&content);
    end(&l);
    unlink(l.path);
}

static const char *const keys[] = {
    "Up", "Down", "Down",   "Left", "Right", "PgUp", "PgDn", "Home", "End", "Enter", "Enter", "Esc", "Tab", "/",
    "f",  ":",    "n",      "N",    "p",     "?",    "F1",   "F2",   "F3",  "1",     "2",     "+",   "-",   "[",
    "]",  "J",    "BSpace", "g",    "G",     "v",    "C-u",  "局",   "改",  "铁",    "7",     ".",   "a",   "R",
};

/* What happens to a file, but that it stays readable in the end. */
static void disturb(struct loading *l, unsigned *turn)
{
    int fd = open(l->path, O_WRONLY | O_APPEND);
    struct stat st;
    fstat(fd, &st);
    switch (rand() % 4) {
    case 0:
        assert_int_equal(write(fd, "# x\n", 4), 4);
        break;
    case 1:
        assert_int_equal(ftruncate(fd, st.st_size / 2 + rand() % 1000), 0);
        break;
    case 2:
        write_file(l->path, TASKS / 2 + (unsigned)rand() % TASKS, ++*turn);
        break;
    default:
        unlink(l->path);
        behind_again(&l->behind, l->app, true);
        write_file(l->path, TASKS, ++*turn);
    }
    close(fd);
    /* As the watch would; or the loading finds out by itself. */
    if (rand() % 2)
        behind_again(&l->behind, l->app, true);
}

static void random_event(struct loading *l, unsigned *turn)
{
    bool drawn;
    int kind = rand() % 100;
    if (kind < 1)
        disturb(l, turn);
    else if (kind < 8)
        resize(l, 10 + rand() % 160, 2 + rand() % 50);
    else if (kind < 10)
        app_handle(l->app, &(struct event){ .kind = EVENT_PASTE, .text = TEXT("改革") });
    else if (kind < 16)
        behind_work_tasks(&l->behind, l->app, 1 + (unsigned)rand() % 200);
    else if (kind < 17)
        behind_work(&l->behind, l->app, &drawn);
    else
        press_in(l, keys[(size_t)rand() % (sizeof keys / sizeof *keys)]);
}

/* Both go where the way there does not matter. */
static void press_all(struct loading *a, struct loading *b)
{
    static const char *const way[] = { "F1", "-",   "End",  "Home", "f", "铁", "路", "7", "Enter", "Home",
                                       "F2", "End", "Home", "F1",   ":", "4",  ".",  "7", "Enter", "Enter" };
    struct loading *both[] = { a, b };
    for (int i = 0; i < 2; i++)
        for (int k = 0; k < 120; k++)
            press_in(both[i], "Esc");
    for (size_t k = 0; k < sizeof way / sizeof *way; k++) {
        press_in(a, way[k]);
        press_in(b, way[k]);
        if (strcmp(way[k], "Home") == 0 || strcmp(way[k], "Enter") == 0)
            assert_same(a, b, way[k]);
    }
}

static unsigned walk(unsigned seed)
{
    struct loading l = { 0 }, first = { 0 };
    struct buf out = { 0 };
    unsigned turn = seed, events = 0;
    srand(seed);
    new_path(&l);
    write_file(l.path, TASKS, turn);
    begin_at(&l, rand() % 2 ? BEHIND_NEXT_TO_NOTHING : BEHIND_SLICE, (struct app_options){ 0 }, 80, 24);
    for (; events < EVENTS_A_FILE; events++) {
        random_event(&l, &turn);
        if (events % 8 == 0)
            screen(&l, &out);
    }
    write_file(l.path, TASKS, ++turn);
    behind_again(&l.behind, l.app, true);
    behind_work_tasks(&l.behind, l.app, 0);
    assert_non_null(l.whole);
    first.path = l.path;
    begin_at(&first, BEHIND_ALL, (struct app_options){ 0 }, 80, 24);
    resize(&l, 100, 30);
    resize(&first, 100, 30);
    press_all(&l, &first);
    end(&l);
    end(&first);
    unlink(l.path);
    buf_fini(&out);
    return events;
}

static void walks_while_it_is_read_end_at_the_screen_of_what_was_read_first(void **state)
{
    (void)state;
    unsigned events = 0;
    for (unsigned seed = 1; events < LONG_EVENTS / effort_step(50, 125); seed++)
        events += walk(seed);
    print_message("%u events\n", events);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_loaded_behind_is_what_was_loaded_first),
        cmocka_unit_test(a_start_option_shows_its_place_as_soon_as_it_has_come),
        cmocka_unit_test(cursor_folds_and_page_stay_while_more_comes),
        cmocka_unit_test(a_fault_in_the_middle_leaves_what_stands_before_it),
        cmocka_unit_test(walks_while_it_is_read_end_at_the_screen_of_what_was_read_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
