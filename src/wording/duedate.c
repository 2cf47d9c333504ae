/* SPDX-License-Identifier: MIT */
#include "wording/duedate.h"

#include <string.h>

#include "text/utf8.h"
#include "wording/keyed.h"
#include "wording/number.h"

enum { NUMBER_BYTES_MAX = 12, DATES_MAX = 8 };

/* What was read so far: a year that was said holds on. */
struct reader {
    struct keyed k;
    uint32_t at;
    int year;
};

static uint32_t day_of(int year, unsigned month, unsigned day)
{
    return (uint32_t)year * 10000 + month * 100 + day;
}

static unsigned month_days(int year, unsigned month)
{
    static const unsigned days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + (month == 2 && leap);
}

static bool take(struct reader *reader, const char *words)
{
    uint32_t bytes = keyed_starts(&reader->k, reader->at, reader->k.bytes, words);
    reader->at += bytes;
    return bytes > 0;
}

/* A number (9, 九, 十二) with one of the words behind it; 0 and nothing taken when there is none. */
static unsigned take_number(struct reader *reader, const char *words)
{
    const struct keyed *k = &reader->k;
    uint32_t at = reader->at, to = at;
    while (to < k->bytes && to - at < NUMBER_BYTES_MAX && !keyed_starts(k, to, k->bytes, words) &&
           (strchr("0123456789", k->key[to]) || keyed_starts(k, to, k->bytes, "一|二|三|四|五|六|七|八|九|十|〇")))
        to += keyed_step(k, to);
    unsigned number = to > at ? number_of(text_composed((struct span){ k->key + at, to - at })) : 0;
    uint32_t bytes = number ? keyed_starts(k, to, k->bytes, words) : 0;
    if (!bytes)
        return 0;
    reader->at = to + bytes;
    return number;
}

static bool months(const struct reader *reader, unsigned from, unsigned to, struct due_period *out)
{
    if (from < 1 || to > 12 || from > to)
        return false;
    *out = (struct due_period){ day_of(reader->year, from, 1), day_of(reader->year, to, month_days(reader->year, to)) };
    return true;
}

/* 6月30日, 6月底, 6月中旬, 6月. */
static bool read_in_month(struct reader *reader, unsigned month, struct due_period *out)
{
    if (!months(reader, month, month, out))
        return false;
    uint32_t first = day_of(reader->year, month, 0);
    unsigned day = take_number(reader, "日|号");
    if (day >= 1 && day <= 31)
        *out = (struct due_period){ first + day, first + day };
    else if (take(reader, "上旬|初"))
        *out = (struct due_period){ first + 1, first + 10 };
    else if (take(reader, "中旬"))
        *out = (struct due_period){ first + 11, first + 20 };
    else if (take(reader, "下旬"))
        out->from = first + 21;
    else
        (void)take(reader, "底|末");
    return true;
}

/* 2020-06-30, 2020.6.30, 2020/6: as spreadsheets have it. */
static bool read_numbers(struct reader *reader, struct due_period *out)
{
    struct reader ahead = *reader;
    unsigned year = take_number(&ahead, "-|.|/"), month = 0, day = 0;
    if (year < 1900 || year > 2200)
        return false;
    ahead.year = (int)year;
    month = take_number(&ahead, "-|.|/");
    for (; month && ahead.at < ahead.k.bytes && ahead.k.key[ahead.at] >= '0' && ahead.k.key[ahead.at] <= '9';
         ahead.at++)
        day = 10 * day + (unsigned)(ahead.k.key[ahead.at] - '0');
    if (!months(&ahead, month, month, out) || day > 31)
        return false;
    if (day)
        out->from = out->to = day_of(ahead.year, month, day);
    *reader = ahead;
    return true;
}

/* One period that starts here; a year alone (2020年, 年底) is a period, too. */
static bool read_one(struct reader *reader, struct due_period *out)
{
    unsigned number;
    if (read_numbers(reader, out))
        return true;
    bool year_said = false;
    if ((number = take_number(reader, "年")) >= 1900 && number <= 2200) {
        reader->year = (int)number;
        year_said = true;
    } else if (number) {
        return false; /* 3年 is how long, not when */
    } else if (take(reader, "明年")) {
        reader->year++;
        year_said = true;
    } else {
        year_said = take(reader, "今年|当年|本年|全年");
    }
    if ((number = take_number(reader, "月份|月")) > 0)
        return read_in_month(reader, number, out);
    if (take(reader, "上半年"))
        return months(reader, 1, 6, out);
    if (take(reader, "下半年"))
        return months(reader, 7, 12, out);
    bool ordinal = take(reader, "第");
    if ((number = take_number(reader, "季度")) >= 1 && number <= 4)
        return (void)take(reader, "末|底"), months(reader, 3 * number - 2, 3 * number, out);
    if (!ordinal && (take(reader, "年底|年末|年终") || (year_said && take(reader, "底|末"))))
        return months(reader, 12, 12, out);
    if (take(reader, "年内"))
        return months(reader, 1, 12, out);
    return year_said && months(reader, 1, 12, out);
}

uint32_t duedate_read(struct text text, int year, struct due_period *periods, uint32_t max)
{
    struct arena arena = { 0 };
    struct reader reader = { .k = keyed_make(&arena, text), .year = year };
    uint32_t count = 0;
    while (reader.at < reader.k.bytes && count < max) {
        uint32_t before = reader.at;
        if (read_one(&reader, &periods[count]))
            count++;
        if (reader.at == before)
            reader.at += keyed_step(&reader.k, reader.at);
    }
    arena_fini(&arena);
    return count;
}

uint32_t duedate_first(struct text text, int year)
{
    struct due_period periods[DATES_MAX];
    uint32_t first = UINT32_MAX, count = duedate_read(text, year, periods, DATES_MAX);
    for (uint32_t i = 0; i < count; i++)
        first = periods[i].to < first ? periods[i].to : first;
    return first;
}
