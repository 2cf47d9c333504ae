/* SPDX-License-Identifier: MIT */
/*
 * Files that pass every limit of the syntax and mean far more than they hold: collectives times tasks, aliases, parts,
 * volumes.  Each is read, indexed and proof-read in a process of its own, which must be done, or have refused, in bounded
 * time and memory.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../effort.h"
#include "breakdown/check.h"
#include "breakdown/index.h"
#include "format/load.h"
#include "unit.h"

enum { VOLUMES = 24, RSS_MAX_KIB = 256 * 1024 };

#ifdef __SANITIZE_ADDRESS__
enum { SECONDS_MAX = 100, WATCHES_MEMORY = 0 };
#else
enum { SECONDS_MAX = 10, WATCHES_MEMORY = 1 };
#endif

enum fate { LOADS, REFUSED };

struct bomb {
    struct buf files[VOLUMES];
    unsigned count;
};

static struct buf *begin(struct bomb *bomb)
{
    struct buf *out = &bomb->files[bomb->count++];
    buf_printf(out, "format: 1\ntitle: t%u\nunits:\n", bomb->count);
    return out;
}

static void units(struct buf *out, const char *name, unsigned count, const char *rest)
{
    for (unsigned i = 0; i < count; i++)
        buf_printf(out, "- {name: %s%u%s}\n", name, i, rest);
}

static void tasks(struct buf *out, unsigned count, const char *list)
{
    buf_string(out, "sections:\n- heading: h\n  tasks:\n");
    for (unsigned i = 1; i <= count; i++)
        buf_printf(out, "  - {no: %u, text: t%u, units: [%s]}\n", i, i, list);
}

#define ALL_CITIES  ", kind: collective, coverage: all, member-kinds: [city]"
#define SOME_CITIES ", kind: collective, coverage: some, member-kinds: [city]"
#define CITY        ", kind: city"

/* 65,537 times 65,536 is 2^32 and a bit. */
static void one_collective_in_every_task(struct bomb *bomb)
{
    struct buf *out = begin(bomb);
    units(out, "市", 65537, CITY);
    units(out, "各", 1, ALL_CITIES);
    tasks(out, 65536, "各0");
}

static void a_thousand_collectives_of_all(struct bomb *bomb)
{
    struct buf *out = begin(bomb);
    units(out, "市", 20000, CITY);
    units(out, "各", 20000, ALL_CITIES);
    tasks(out, 1, "各0");
}

static void collectives_without_a_member_of_their_kind(struct bomb *bomb)
{
    struct buf *out = begin(bomb);
    units(out, "各", 150000, ALL_CITIES ", others: true");
    tasks(out, 1, "各0");
}

static void several_collectives_in_every_task(struct bomb *bomb)
{
    struct buf *out = begin(bomb);
    units(out, "市", 30000, CITY);
    units(out, "各", 10, SOME_CITIES);
    tasks(out, 50000, "各0, 各1, 各2, 各3, 各4, 各5, 各6, 各7, 各8, 各9");
}

static void two_collectives_as_many_times_as_may_be(struct bomb *bomb)
{
    struct buf *out = begin(bomb);
    units(out, "市", 1900, CITY);
    units(out, "各", 1, SOME_CITIES);
    units(out, "全", 1, ALL_CITIES);
    tasks(out, 50000, "各0, 全0, 市5");
}

static void collectives_of_collectives(struct bomb *bomb)
{
    struct buf *out = begin(bomb);
    for (unsigned i = 0; i < 60000; i++)
        buf_printf(out, "- {name: 各%u, kind: collective, coverage: all, members: [各%u, 各%u]}\n", i,
                   (i * 7 + 1) % 60000, (i * 5 + 2) % 60000);
    tasks(out, 60000, "各0, 各1");
}

static void one_unit_in_every_collective(struct bomb *bomb)
{
    struct buf *out = begin(bomb);
    units(out, "市", 1, CITY);
    for (unsigned i = 0; i < 60000; i++)
        buf_printf(out, "- {name: 各%u, kind: collective, coverage: all, members: [市0]}\n", i);
    buf_string(out, "sections:\n- heading: h\n  tasks:\n");
    for (unsigned i = 1; i <= 60000; i++)
        buf_printf(out, "  - {no: %u, text: t%u, units: [市0, 各%u]}\n", i, i, i - 1);
}

static void the_longest_lists(struct bomb *bomb)
{
    struct buf *out = begin(bomb);
    units(out, "市", 4000, CITY);
    units(out, "各", 90, ALL_CITIES);
    buf_string(out, "sections:\n- heading: h\n  tasks:\n");
    for (unsigned i = 1; i <= 60; i++) {
        buf_printf(out, "  - {no: %u, text: t%u, units: [各0", i, i);
        for (unsigned k = 0; k < 4000; k++)
            buf_printf(out, ", 市%u", k);
        buf_string(out, "]}\n");
    }
}

static void a_list_without_end(struct bomb *bomb)
{
    struct buf *out = begin(bomb);
    buf_string(out, "- 甲\nsections:\n- heading: h\n  tasks:\n  - {no: 1, text: t, units: [甲");
    for (unsigned i = 0; i < 500000; i++)
        buf_string(out, ",甲");
    buf_string(out, "]}\n");
}

static void aliases(struct buf *out, unsigned units_count, unsigned aliases_count, bool same)
{
    for (unsigned i = 0; i < units_count; i++) {
        buf_printf(out, "- {name: 局%u, aliases: [", i);
        for (unsigned k = 0; k < aliases_count; k++)
            buf_printf(out, "%s别%u", k ? "," : "", same ? k : i * aliases_count + k);
        buf_string(out, "]}\n");
    }
}

static void aliases_united_in_every_volume(struct bomb *bomb)
{
    for (unsigned v = 0; v < VOLUMES; v++) {
        struct buf *out = begin(bomb);
        aliases(out, 60, 256, v % 2);
        tasks(out, 1, "局0");
    }
}

static void aliases_that_everybody_has(struct bomb *bomb)
{
    struct buf *out = begin(bomb);
    aliases(out, 3000, 200, true);
    tasks(out, 1, "局0");
}

static void a_unit_of_endless_aliases(struct bomb *bomb)
{
    struct buf *out = begin(bomb);
    aliases(out, 1, 400000, false);
    tasks(out, 1, "局0");
}

static void a_task_of_endless_parts(struct bomb *bomb)
{
    struct buf *out = begin(bomb);
    buf_string(out, "- 甲\nsections:\n- heading: h\n  tasks:\n  - no: 1\n    parts:\n");
    for (unsigned i = 0; i < 150000; i++)
        buf_printf(out, "    - {text: t%u, units: [甲]}\n", i);
}

static void endless_notes(struct bomb *bomb)
{
    struct buf *out = begin(bomb);
    buf_string(out, "- 甲\nsections:\n- heading: h\n  tasks:\n  - no: 1\n    text: t\n    units: [甲]\n    notes: [n");
    for (unsigned i = 0; i < 500000; i++)
        buf_string(out, ",n");
    buf_string(out, "]\n");
}

static void one_number_for_all_tasks(struct bomb *bomb)
{
    struct buf *out = begin(bomb);
    buf_string(out, "- 甲\nsections:\n- heading: h\n  tasks:\n");
    for (unsigned i = 0; i < 100000; i++)
        buf_printf(out, "  - {no: 1, text: t%u, units: [甲]}\n", i);
}

static void nothing_but_sections(struct bomb *bomb)
{
    struct buf *out = begin(bomb);
    buf_string(out, "- 甲\nsections:\n");
    for (unsigned i = 0; i < 150000; i++)
        buf_printf(out, "- {heading: h%u, under: [a, b]}\n", i);
}

static void the_same_units_in_every_volume(struct bomb *bomb)
{
    for (unsigned v = 0; v < VOLUMES; v++) {
        struct buf *out = begin(bomb);
        units(out, "市", 6000, CITY);
        units(out, "各", 1, ALL_CITIES);
        tasks(out, 3000, "各0, 市1");
    }
}

static void names_that_are_near_each_other(struct bomb *bomb)
{
    struct buf *out = begin(bomb);
    for (unsigned i = 0; i < 40000; i++)
        buf_printf(out, "- 省发%u改委\n", i);
    tasks(out, 20000, "省发改委, 省发展改革委, 无此局");
}

static void units_that_nobody_registered(struct bomb *bomb)
{
    struct buf *out = begin(bomb);
    units(out, "局", 10000, "");
    buf_string(out, "sections:\n- heading: h\n  tasks:\n");
    for (unsigned i = 1; i <= 40000; i++)
        buf_printf(out, "  - {no: %u, text: t%u, units: [周%u]}\n", i, i, i);
}

static const struct {
    void (*make)(struct bomb *bomb);
    enum fate fate;
    const char *name;
} bombs[] = {
    { one_collective_in_every_task, LOADS, "one collective in every task" },
    { a_thousand_collectives_of_all, REFUSED, "many collectives of all" },
    { collectives_without_a_member_of_their_kind, LOADS, "collectives without a member of their kind" },
    { several_collectives_in_every_task, REFUSED, "several collectives in every task" },
    { two_collectives_as_many_times_as_may_be, LOADS, "two collectives as many times as may be" },
    { collectives_of_collectives, LOADS, "collectives of collectives" },
    { one_unit_in_every_collective, LOADS, "one unit in every collective" },
    { the_longest_lists, LOADS, "the longest lists" },
    { a_list_without_end, REFUSED, "a list without end" },
    { aliases_united_in_every_volume, LOADS, "aliases united in every volume" },
    { aliases_that_everybody_has, LOADS, "aliases that everybody has" },
    { a_unit_of_endless_aliases, REFUSED, "a unit of endless aliases" },
    { a_task_of_endless_parts, LOADS, "a task of endless parts" },
    { endless_notes, LOADS, "endless notes" },
    { one_number_for_all_tasks, LOADS, "one number for all tasks" },
    { nothing_but_sections, LOADS, "nothing but sections" },
    { the_same_units_in_every_volume, LOADS, "the same units in every volume" },
    { names_that_are_near_each_other, LOADS, "names that are near each other" },
    { units_that_nobody_registered, LOADS, "units that nobody registered" },
};

static enum fate explode(const struct bomb *bomb)
{
    struct source sources[VOLUMES];
    struct diags diags = { 0 };
    for (unsigned i = 0; i < bomb->count; i++)
        sources[i] = (struct source){ .path = "bomb", .content = buf_view(&bomb->files[i]) };
    struct breakdown *b = breakdown_load(sources, bomb->count, &diags);
    if (!b)
        return REFUSED;
    struct index *index = index_new(b);
    uint32_t count;
    free(index_owed(index, 0, &count));
    free(index_owed(index, b->units_count - 1, &count));
    breakdown_check(b, &diags);
    index_free(index);
    breakdown_free(b);
    diag_fini(&diags);
    return LOADS;
}

static void files_that_mean_more_than_they_hold_are_read_or_refused(void **state)
{
    (void)state;
    /* The first ones, which wrapped a product, and of the others some. */
    for (size_t i = 0; i < sizeof bombs / sizeof *bombs; i += i < 4 ? 1 : effort_step(2, 5)) {
        fflush(NULL);
        pid_t child = fork();
        assert_true(child >= 0);
        if (!child) {
            struct bomb bomb = { 0 };
            const struct rlimit seconds = { SECONDS_MAX, SECONDS_MAX };
            setrlimit(RLIMIT_CPU, &seconds);
            bombs[i].make(&bomb);
            _exit((int)explode(&bomb));
        }
        int status = 0;
        struct rusage used;
        assert_int_equal(wait4(child, &status, 0, &used), child);
        if (!WIFEXITED(status) || WEXITSTATUS(status) != (int)bombs[i].fate ||
            (WATCHES_MEMORY && used.ru_maxrss > RSS_MAX_KIB))
            fail_msg("%s: status %x, %ld.%02ld s, %ld MiB", bombs[i].name, (unsigned)status, (long)used.ru_utime.tv_sec,
                     (long)used.ru_utime.tv_usec / 10000, used.ru_maxrss / 1024);
        if (getenv("BOMBS_TELL"))
            print_message("%-45s %ld.%02ld s %4ld MiB\n", bombs[i].name, (long)used.ru_utime.tv_sec,
                          (long)used.ru_utime.tv_usec / 10000, used.ru_maxrss / 1024);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_that_mean_more_than_they_hold_are_read_or_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
