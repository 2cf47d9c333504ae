/* SPDX-License-Identifier: MIT */
/*
 * Loading against the bare event loop of libyaml, in turns, each in a process of its own: bench_load FILE [ROUNDS].
 * Prints medians of the time and the peak of memory, and what is promised of them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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
    long peak_kib;
};

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
    _exit(0);
}

static void load(const char *path)
{
    struct diags diags = { 0 };
    _exit(!load_files(&path, 1, &(struct load_options){ 0 }, &diags));
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
    for (int round = 0; round < rounds; round++) {
        run(bare, argv[1], &of_bare, round);
        run(load, argv[1], &of_load, round);
    }
    double bare_s = median(&of_bare, rounds), load_s = median(&of_load, rounds);
    double file_kib = (double)stamp.bytes / 1024;
    printf("%.1f MiB: bare %.3f s, load %.3f s: %.2f times (promised 1.25); peak %.1f MiB: %.2f times the file (1.3)\n",
           file_kib / 1024, bare_s, load_s, load_s / bare_s, (double)of_load.peak_kib / 1024,
           (double)of_load.peak_kib / file_kib);
    return 0;
}
