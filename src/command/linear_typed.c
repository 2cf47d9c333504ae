/* SPDX-License-Identifier: MIT */
/* What a line of the user's does: an order, a number, a name, or the answer to what was asked. */
#include "base/i18n.h"
#include "command/find.h"
#include "command/linear.h"
#include "text/utf8.h"

enum { NUMBER_MAX = 10000000 };

void linear_filter(struct linear *linear, struct text words)
{
    if (!text_empty(words))
        linear_go(linear, STATION_FILTER, 0, words);
    else
        linear_ask(linear, _("写要筛选的词，或 单位:、领导:、牵头:、参与:、时限:；b 返回："), linear_filter);
}

void linear_look_for(struct linear *linear, struct text words)
{
    if (!text_empty(words))
        linear_go(linear, STATION_FOUND, 0, words);
    else
        linear_ask(linear, _("写要找的单位、领导，或任务里的词；b 返回："), linear_look_for);
}

static void print_here(struct linear *linear, struct text rest)
{
    (void)rest;
    linear_print_here(linear);
}

static void leave(struct linear *linear, struct text rest)
{
    (void)rest;
    linear->status = STATUS_DONE;
}

static void back(struct linear *linear, struct text rest)
{
    (void)rest;
    linear_back(linear);
}

static void read_again(struct linear *linear, struct text rest)
{
    (void)rest;
    linear_reload(linear);
}

/* What can be typed anywhere, as a letter or as a word; the rest of the line goes with it. */
static const struct order {
    const char *letter, *word;
    enum station_kind station;
    void (*act)(struct linear *linear, struct text rest); /* NULL: goes to the station */
    const char *help;
} orders[] = {
    { "?", "帮助", STATION_HELP, NULL, N_("帮助") },
    { "h", "help", STATION_HELP, NULL, NULL },
    { "l", "领导", STATION_LEADERS, NULL, N_("各位领导和其他部分") },
    { "u", "单位", STATION_UNITS, NULL, N_("全部单位") },
    { "f", "筛选", STATION_HOME, linear_filter, N_("筛选任务：f 铁路，f 牵头:经信，f 时限:9月") },
    { "/", "查找", STATION_HOME, linear_look_for, N_("查找单位、领导和任务：/ 铁路") },
    { "s", "统计", STATION_STATS, NULL, N_("统计") },
    { "c", "比较", STATION_CHANGES, NULL, N_("比较一起打开的两份") },
    { "p", "打印", STATION_HOME, print_here, N_("打印、存成文件：正在看的、全部、每个单位一份") },
    { "r", "重读", STATION_HOME, read_again, N_("重新读取文件") },
    { "b", "返回", STATION_HOME, back, N_("回到前面") },
    { "0", "back", STATION_HOME, back, NULL },
    { "q", "退出", STATION_HOME, leave, N_("退出（文件不会改动）") },
};
enum { ORDERS_COUNT = sizeof orders / sizeof *orders };

void linear_help(struct linear *linear)
{
    linear_line(linear, "%s", _("直接写单位、领导的名称、简称或拼音，或任务号，就去看它：省经信厅、jxt、冯飞、2.7。"));
    linear_line(linear, "%s", _("写编号选列出的一行。在领导的任务里，数字就是任务的序号。"));
    for (int i = 0; i < ORDERS_COUNT; i++)
        if (orders[i].help)
            linear_line(linear, "%s　%s", orders[i].letter, _(orders[i].help));
}

/* Does what is typed begin with this letter or word, alone or with a blank behind it? "/" needs none. */
static bool is_order(const struct order *order, struct text typed, struct text *rest)
{
    const char *const names[] = { order->letter, order->word };
    for (int i = 0; i < 2; i++) {
        struct span name = span_of(names[i]);
        bool parted =
            typed.bytes == name.bytes || *name.at == '/' || (typed.bytes > name.bytes && typed.at[name.bytes] == ' ');
        if (!span_starts(text_span(typed), name) || !parted)
            continue;
        struct span trimmed = span_trim(text_span(text_slice(typed, name.bytes, typed.bytes)));
        *rest = text_composed(trimmed);
        return order->act == linear_filter || order->act == linear_look_for || text_empty(*rest);
    }
    return false;
}

/* The number that is typed, full-width digits too; -1: it is none. */
static long number_of(struct text typed)
{
    long number = 0;
    for (size_t at = 0, bytes; at < typed.bytes; at += bytes) {
        uint32_t c = utf8_ime_ascii(utf8_at(typed, at, &bytes));
        if (c < '0' || c > '9')
            return -1;
        number = number < NUMBER_MAX ? number * 10 + (long)(c - '0') : number;
    }
    return number;
}

/* A number without choices in front of one is the task's of the part one looks at. */
static bool open_numbered(struct linear *linear, struct text typed)
{
    const struct station *here = &linear->stations[linear->stations_count - 1];
    const struct job *job = linear->job;
    uint32_t section_idx = here->kind == STATION_SECTION  ? here->idx
                           : here->kind == STATION_LEADER ? resolve_section(job->index->leaders, here->idx)
                                                          : NO_IDX;
    long number = number_of(typed);
    for (uint32_t i = 0; section_idx != NO_IDX && i < job->breakdown->sections[section_idx].tasks.count; i++) {
        uint32_t task_idx = job->breakdown->sections[section_idx].tasks.from + i;
        if (job->breakdown->tasks[task_idx].no != number)
            continue;
        linear_go(linear, STATION_TASK, task_idx, TEXT(""));
        return true;
    }
    return false;
}

static void choose(struct linear *linear, struct text typed)
{
    long number = number_of(typed);
    if (number > 0 && (size_t)number <= linear->choices_count) {
        struct choice choice = linear->choices[number - 1];
        if (choice.act)
            choice.act(linear, choice.idx);
        else
            linear_go(linear, choice.kind, choice.idx, TEXT(""));
    } else if (!open_numbered(linear, typed)) {
        linear_line(linear, _("这里没有编号 %.*s"), TEXT_ARG(typed));
    }
}

/* A name or an ID: there, when it is sure; else what it may be. */
void linear_look_up(struct linear *linear, struct text typed)
{
    struct job *job = linear->job;
    find_prepare(job);
    struct resolver resolver = { job->breakdown, job->index->leaders, job->search, job->search_leaders };
    struct resolution found = resolve(&resolver, typed, MEAN_ALL);
    if (found.sure)
        linear_open(linear, found.meanings[0]);
    else
        linear_look_for(linear, typed);
}

void linear_obey(struct linear *linear, struct text typed)
{
    struct text rest;
    size_t first_bytes;
    struct buf letter = { 0 };
    if (!text_empty(typed)) { /* ？ ／ and the like */
        utf8_put(&letter, utf8_ime_ascii(utf8_at(typed, 0, &first_bytes)));
        buf_text(&letter, text_slice(typed, first_bytes, typed.bytes));
    }
    struct text plain = text_composed(buf_view(&letter));
    for (int i = 0; i < ORDERS_COUNT; i++) {
        bool always = orders[i].station == STATION_HELP || orders[i].act == back || orders[i].act == leave;
        if ((linear->question && !always) || !is_order(&orders[i], plain, &rest))
            continue;
        if (orders[i].act)
            orders[i].act(linear, rest);
        else
            linear_go(linear, orders[i].station, 0, TEXT(""));
        buf_fini(&letter);
        return;
    }
    if (linear->question) {
        linear->question = NULL;
        linear->answered(linear, typed);
    } else if (text_empty(typed)) {
        linear_again(linear);
    } else if (number_of(typed) >= 0) {
        choose(linear, typed);
    } else {
        linear_look_up(linear, typed);
    }
    buf_fini(&letter);
}
