/* SPDX-License-Identifier: MIT */
/*
 * Milliseconds per key in the search field over many generated units.
 *
 *     bench_search [UNITS]              prints the figures
 *     bench_search UNITS --names        prints the names, one a line, to search them with another program
 *     bench_search UNITS --yaml         prints a breakdown with them, for the whole program
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/mem.h"
#include "search/search.h"
#include "text/utf8.h"

static double now_ms(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1000 + (double)time.tv_nsec / 1e6;
}

static uint32_t next_random(uint32_t *seed, uint32_t below)
{
    *seed = *seed * 1664525 + 1013904223;
    return (*seed >> 8) % below;
}

static const char *const places[] = { "杭州", "宁波", "温州", "绍兴", "嘉兴",   "台州",     "丽水",
                                      "义乌", "长沙", "重庆", "厦门", "石家庄", "呼和浩特", "乌鲁木齐",
                                      "六安", "亳州", "泸州", "涪陵", "郫都",   "盱眙" };
static const char *const levels[] = { "省", "市", "县", "区", "州", "旗" };
static const char *const fields[] = { "发展改革", "经信",     "财政",         "自然资源",     "生态环境",   "农业农村",
                                      "卫生健康", "人力社保", "市场监管",     "退役军人事务", "文化和旅游", "交通运输",
                                      "应急管理", "大数据",   "地方金融监管", "行政审批",     "城市管理",   "乡村振兴",
                                      "民族宗教", "机关事务", "水利",         "商务",         "审计",       "统计" };
static const char *const tails[] = { "委", "局", "厅", "办", "办公室", "中心", "领导小组其他成员单位", "集团有限公司" };
#define PICK(seed, list) list[next_random(seed, sizeof list / sizeof *list)]

/* A place, two characters that make the name unique (a county nobody knows), a level, a field, a tail. */
static void make_name(struct buf *out, uint32_t *seed, uint32_t no)
{
    buf_string(out, PICK(seed, places));
    utf8_put(out, 0x4E00 + no % 2000);
    utf8_put(out, 0x5800 + no / 2000 % 2000);
    buf_string(out, PICK(seed, levels));
    buf_string(out, PICK(seed, fields));
    buf_string(out, PICK(seed, tails));
}

static struct breakdown *make_units(uint32_t count)
{
    struct breakdown *b = mem_array(1, sizeof *b);
    uint32_t seed = 2020;
    struct buf name = { 0 };
    b->units = arena_array(&b->arena, count, sizeof *b->units);
    b->units_count = count;
    for (uint32_t i = 0; i < count; i++) {
        buf_clear(&name);
        make_name(&name, &seed, i);
        b->units[i].name = text_copy(&b->arena, text_composed(buf_view(&name)));
    }
    buf_fini(&name);
    return b;
}

static const char *const queries[] = { "fgw",          "hangzhoufgw", "发改委", "杭州发改", "tzscjg",
                                       "taizhou wsjk", "卫健委",      "hz jxj", "市监局",   "lishui",
                                       "cqsthj",       "長沙環境",    "xzspzx", "wulumuqi", "大数据 义",
                                       "zyt",          "rsj",         "shzwjw", "省财政",   "tyjrswj" };

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void print_times(const char *what, double *times, size_t count)
{
    qsort(times, count, sizeof *times, compare);
    printf("%s: %zu, p50 %.2f ms, p95 %.2f ms, worst %.2f ms\n", what, count, times[count / 2], times[count * 95 / 100],
           times[count - 1]);
}

/* Every query typed letter by letter, as in the search field, and whole, as on the command line. */
static void measure(const struct breakdown *b)
{
    static double typed_times[2000], whole_times[2000];
    size_t typed_count = 0, whole_count = 0;
    const struct hit *hits;
    double start = now_ms();
    struct index *index = index_new(b);
    struct search *search = search_new(index);
    search_query(search, TEXT("龘"), &hits);
    printf("preparing %u names: %.1f ms\n", b->units_count, now_ms() - start);
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
        struct text query = text_of(queries[i]);
        search_query(search, TEXT(""), &hits);
        for (size_t at = 0, bytes; at < query.bytes; at += bytes) {
            utf8_at(query, at, &bytes);
            start = now_ms();
            search_query(search, text_slice(query, 0, at + bytes), &hits);
            typed_times[typed_count++] = now_ms() - start;
        }
        search_query(search, TEXT(""), &hits);
        start = now_ms();
        search_query(search, query, &hits);
        whole_times[whole_count++] = now_ms() - start;
    }
    print_times("keys", typed_times, typed_count);
    print_times("whole queries", whole_times, whole_count);
    search_free(search);
    index_free(index);
}

int main(int argc, char **argv)
{
    uint32_t count = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : 200000;
    struct breakdown *b = make_units(count);
    bool yaml = argc > 2 && strcmp(argv[2], "--yaml") == 0;
    if (argc <= 2) {
        measure(b);
    } else {
        if (yaml)
            printf("format: 1\ntitle: 生成的单位\n\nunits:\n");
        for (uint32_t i = 0; i < count; i++)
            printf("%s%.*s\n", yaml ? "  - name: " : "", TEXT_ARG(b->units[i].name));
        if (yaml)
            printf("\nsections:\n  - kind: general\n    heading: 一\n    tasks:\n      - no: 1\n        text: 事。\n   "
                   "     "
                   "label: 责任单位\n        units:\n          - %.*s\n",
                   TEXT_ARG(b->units[0].name));
    }
    arena_fini(&b->arena);
    free(b);
    return 0;
}
