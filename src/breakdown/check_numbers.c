/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "breakdown/checker.h"
#include "breakdown/repeats.h"
#include "text/utf8.h"
#include "wording/number.h"

/*
 * The number that stood here, when only this one is wrong: the next goes on as if it were highest + 1.  0 otherwise.
 * Saying that is one fault, where the gaps and the order behind it would be many.
 */
static int meant_number(const struct breakdown *b, const struct section *section, uint32_t i, int highest)
{
    int no = b->tasks[section->tasks.from + i].no;
    if (i == 0 || i + 1 >= section->tasks.count || no == highest + 1)
        return 0;
    return b->tasks[section->tasks.from + i + 1].no == highest + 2 ? highest + 1 : 0;
}

/* Numbers begin at 1 in each section, or run on through the sections; before: the last number of the section before. */
static void check_order(const struct breakdown *b, const struct section *section, int before, struct diags *diags)
{
    uint32_t *earlier = mem_array(section->tasks.count, sizeof *earlier);
    uint32_t wrong_idx = NO_IDX; /* the last number that was wrong itself: the same one later is no repeat */
    repeats_find(b, section, earlier);
    int highest = before && b->tasks[section->tasks.from].no == before + 1 ? before : 0;
    for (uint32_t i = 0; i < section->tasks.count; i++) {
        const struct task *task = &b->tasks[section->tasks.from + i];
        struct place place = check_place(b, section->volume_idx, task->mark);
        int meant = meant_number(b, section, i, highest);
        bool repeats = earlier[i] != NO_IDX && earlier[i] != wrong_idx;
        wrong_idx = meant ? i : wrong_idx;
        if (meant && repeats)
            diag_error(diags, place, _("编号%d重复了，上一个在第%u行，这里按次序是%d：请核对原文"), task->no,
                       (unsigned)b->tasks[section->tasks.from + earlier[i]].mark.line_no, meant);
        else if (meant)
            diag_error(diags, place, _("编号%d排在%d与%d之间：请核对原文"), task->no, meant - 1, meant + 1);
        else if (repeats)
            diag_error(diags, place, _("编号%d重复了，上一个在第%u行：请核对原文"), task->no,
                       (unsigned)b->tasks[section->tasks.from + earlier[i]].mark.line_no);
        else if (i == 0 && highest == 0 && task->no > 1)
            diag_warning(diags, place, _("编号从%d开始，前面的缺了：请核对原文"), task->no);
        else if (task->no < highest)
            diag_error(diags, place, _("编号%d排在%d之后：请按编号排列"), task->no, highest);
        else if (task->no == highest + 2)
            diag_warning(diags, place, _("编号从%d跳到%d，缺%d：请核对原文"), highest, task->no, highest + 1);
        else if (task->no > highest + 2)
            diag_warning(diags, place, _("编号从%d跳到%d，缺%d至%d：请核对原文"), highest, task->no, highest + 1,
                         task->no - 1);
        if (meant)
            highest = meant;
        else if (task->no > highest)
            highest = task->no;
    }
    free(earlier);
}

/* The number that text starts with, 37 or 三十七; *bytes how far it goes. */
static unsigned leading_number(struct text text, size_t *bytes)
{
    size_t end = 0;
    while (end < text.bytes) {
        size_t step_bytes;
        utf8_at(text, end, &step_bytes);
        if (!number_of(text_slice(text, end, end + step_bytes)) && text.at[end] != '0')
            break;
        end += step_bytes;
    }
    *bytes = end;
    return end ? number_of(text_slice(text, 0, end)) : 0;
}

static bool starts_measure(struct text text, bool livelihood)
{
    struct span span = text_span(text);
    return span_starts(span, SPAN("项")) || span_starts(span, SPAN("件")) || span_starts(span, SPAN("条")) ||
           (livelihood && span_starts(span, SPAN("方面")));
}

/*
 * The count that a heading claims: 共37项, （9项）; a livelihood part's also at its start, 十方面民生实事.  A bare 八项 inside a
 * heading (八项规定) claims nothing.  0 when there is none.
 */
static unsigned claimed(struct text heading, bool livelihood)
{
    size_t bytes;
    for (size_t at = 0; at < heading.bytes; at += bytes) {
        struct text rest = text_slice(heading, at, heading.bytes);
        uint32_t c = utf8_at(heading, at, &bytes);
        bool opens = c == 0x5171 || c == 0xFF08 || c == '('; /* 共 （ */
        if (!opens && !(livelihood && at == 0))
            continue;
        struct text number = opens ? text_slice(rest, bytes, rest.bytes) : rest;
        size_t number_bytes;
        unsigned value = leading_number(number, &number_bytes);
        if (value && starts_measure(text_slice(number, number_bytes, number.bytes), livelihood))
            return value;
    }
    return 0;
}

static void check_sum(const struct breakdown *b, uint32_t volume_idx, struct text words, bool livelihood,
                      uint32_t tasks_count, struct mark mark, struct diags *diags)
{
    unsigned sum = claimed(words, livelihood);
    if (sum && sum != tasks_count)
        diag_error(diags, check_place(b, volume_idx, mark), _("“%.*s”说有%u项，这里是%u项：请核对原文"),
                   TEXT_ARG(words), sum, (unsigned)tasks_count);
}

/* The number of a section stands in its heading, too: 二、, （二）, 第二部分. */
static void check_heading(const struct breakdown *b, const struct section *section, struct diags *diags)
{
    static const char *const openings[] = { "第", "（", "(" };
    struct text heading = section->heading;
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
        if (span_starts(text_span(heading), span_of(openings[i])))
            heading = text_slice(heading, strlen(openings[i]), heading.bytes);
    size_t bytes;
    unsigned number = leading_number(heading, &bytes), given = number_of(section->no);
    struct span rest = text_span(text_slice(heading, bytes, heading.bytes));
    bool ordinal = span_starts(rest, SPAN("、")) || span_starts(rest, SPAN("）")) || span_starts(rest, SPAN("部分"));
    if (ordinal && number && given && number != given)
        diag_warning(diags, check_place(b, section->volume_idx, section->mark), _("“%.*s”的 no 写的是“%.*s”：请核对"),
                     TEXT_ARG(section->heading), TEXT_ARG(section->no));
}

void check_numbers(const struct breakdown *b, struct diags *diags)
{
    for (uint32_t v = 0; v < b->volumes_count; v++) {
        const struct volume *volume = &b->volumes[v];
        int before = 0;
        uint32_t tasks_count = 0;
        bool any = false;
        for (uint32_t i = 0; i < volume->sections.count; i++) {
            const struct section *section = &b->sections[volume->sections.from + i];
            bool livelihood = section->kind == SECTION_LIVELIHOOD;
            check_sum(b, v, section->heading, livelihood, section->tasks.count, section->mark, diags);
            any = any || section->tasks.count;
            check_heading(b, section, diags);
            if (!section->tasks.count) {
                if (section->kind != SECTION_GENERAL)
                    diag_warning(diags, check_place(b, v, section->mark), _("“%.*s”下面没有任务：请核对"),
                                 TEXT_ARG(section->heading));
                continue;
            }
            check_order(b, section, before, diags);
            before = b->tasks[section->tasks.from + section->tasks.count - 1].no;
            tasks_count += livelihood ? 0 : section->tasks.count;
        }
        if (!any)
            diag_warning(diags, check_place(b, v, volume->title_mark), _("一项任务也没有：请在 sections 里补上"));
        check_sum(b, v, volume->title, false, tasks_count, volume->title_mark, diags);
    }
}
