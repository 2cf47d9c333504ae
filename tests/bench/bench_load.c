/* SPDX-License-Identifier: MIT */
/*
 * Loading against the bare event loop of libyaml, in turns, each in a process of its own: bench_load FILE [ROUNDS].
 * Prints medians of the time and the peak of memory, and what is promised of them.  Loading has two threads: on a machine
 * where others work, too, the wall's time is how long they waited for a processor, so the least processor time of each
 * thread is printed as well; what takes longer of the two is the wall's time where two processors are free.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <yaml.h>

#include "base/file.h"
#include "format/load.h"

enum { ROUNDS_MAX = 99 };

struct result {
    double seconds[ROUNDS_MAX];
    double least_s, least_parser_s; /* of processor time: the main thread's, and the other's */
    long peak_kib;
};

/* What the main thread of a child used; the children write it. */
static double *main_s;

static double seconds_of(const struct rusage *used)
{
    return (double)(used->ru_utime.tv_sec + used->ru_stime.tv_sec) +
           (double)(used->ru_utime.tv_usec + used->ru_stime.tv_usec) / 1e6;
}

static void leave(bool good)
{
    struct rusage used;
    getrusage(RUSAGE_THREAD, &used);
    *main_s = seconds_of(&used);
    _exit(!good);
}

static void bare(const char *path)
{
    struct buf content = { 0 };
    yaml_parser_t parser;
    yaml_event_t event;
    bool end = false;
    if (file_read_up_to(path, LOAD_LIMIT_BYTES, &content, NULL) < 0 || !yaml_parser_initialize(&parser))
        _exit(1);
    yaml_parser_set_input_string(&parser, (const unsigned char *)content.at, content.bytes);
    while (!end) {
        if (!yaml_parser_parse(&parser, &event))
            _exit(1);
        end = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    leave(true);
}

static void load(const char *path)
{
    struct diags diags = { 0 };
    leave(load_files(&path, 1, &(struct load_options){ 0 }, &diags) != NULL);
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void run(void (*what)(const char *path), const char *path, struct result *result, int round)
{
    double start = now();
    pid_t child = fork();
    int status;
    struct rusage used;
    if (!child)
        what(path);
    if (wait4(child, &status, 0, &used) < 0 || status)
        exit(1);
    result->seconds[round] = now() - start;
    double parser_s = seconds_of(&used) - *main_s;
    result->least_s = round && result->least_s < *main_s ? result->least_s : *main_s;
    result->least_parser_s = round && result->least_parser_s < parser_s ? result->least_parser_s : parser_s;
    if (used.ru_maxrss > result->peak_kib)
        result->peak_kib = used.ru_maxrss;
}

static int by_value(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static double median(struct result *result, int rounds)
{
    qsort(result->seconds, (size_t)rounds, sizeof *result->seconds, by_value);
    return result->seconds[rounds / 2];
}

int main(int argc, char **argv)
{
    static struct result of_bare, of_load;
    struct file_stamp stamp;
    int rounds = argc > 2 ? atoi(argv[2]) : 7;
    if (argc < 2 || rounds < 1 || rounds > ROUNDS_MAX || file_stamp(argv[1], &stamp) < 0)
        return 2;
    main_s = mmap(NULL, sizeof *main_s, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (main_s == MAP_FAILED)
        return 1;
    for (int round = 0; round < rounds; round++) {
        run(bare, argv[1], &of_bare, round);
        run(load, argv[1], &of_load, round);
    }
    double bare_s = median(&of_bare, rounds), load_s = median(&of_load, rounds);
    double file_kib = (double)stamp.bytes / 1024;
    printf("%.1f MiB: bare %.3f s, load %.3f s: %.2f times (promised 1.25); peak %.1f MiB: %.2f times the file (1.3)\n",
           file_kib / 1024, bare_s, load_s, load_s / bare_s, (double)of_load.peak_kib / 1024,
           (double)of_load.peak_kib / file_kib);
    double longer_s = of_load.least_s > of_load.least_parser_s ? of_load.least_s : of_load.least_parser_s;
    printf("processor time: bare %.3f s, parser %.3f s, the rest %.3f s; with two processors %.2f times\n",
           of_bare.least_s, of_load.least_parser_s, of_load.least_s, longer_s / of_bare.least_s);
    return 0;
}
