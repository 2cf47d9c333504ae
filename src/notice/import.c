/* SPDX-License-Identifier: MIT */
#include "notice/import.h"

#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "breakdown/builder.h"
#include "notice/decode.h"
#include "notice/emit.h"
#include "notice/lead_rule.h"
#include "notice/registry.h"
#include "notice/token.h"

static const char *const names[IMPORT_WHATS_COUNT] = {
    [IMPORT_TITLE] = N_("标题"),     [IMPORT_HEADING] = N_("小标题"), [IMPORT_TASK] = N_("任务"),
    [IMPORT_UNITS] = N_("责任单位"), [IMPORT_FIELD] = N_("字段"),     [IMPORT_NOTE] = N_("说明"),
    [IMPORT_SKIPPED] = N_("未用"),
};

struct text import_what_name(enum import_what what)
{
    return text_of(_(names[what]));
}

const char *import_what_word(enum import_what what)
{
    static const char *const WORDS[IMPORT_WHATS_COUNT] = { "title", "heading", "task",   "units",
                                                           "field", "note",    "skipped" };
    return WORDS[what];
}

static void read_tokens(struct notice *notice)
{
    for (uint32_t i = 0; i < notice->lines_count;) {
        uint32_t behind = notice_table(notice, i);
        if (behind > i) {
            i = behind;
            continue;
        }
        notice_split(notice, i++);
    }
}

static void check_numbers(struct notice *notice, const struct breakdown *b)
{
    for (uint32_t s = 0; s < b->sections_count; s++)
        for (uint32_t t = 1; t < b->sections[s].tasks.count; t++) {
            const struct task *task = &b->tasks[b->sections[s].tasks.from + t];
            if (task->no != task[-1].no + 1)
                notice_doubt(notice, 0, _("“%.*s”里第%d项之后是第%d项"), TEXT_ARG(b->sections[s].heading), task[-1].no,
                             task->no);
        }
}

static struct text title_of_path(const char *path)
{
    if (!path || !*path || strcmp(path, "-") == 0)
        return text_of(_("未写标题的通知"));
    const char *slash = strrchr(path, '/');
    return text_of(slash ? slash + 1 : path);
}

static void finish(struct notice *notice, struct builder *builder, const struct notice_head *head)
{
    struct breakdown *b = builder->b;
    struct volume *volume = &b->volumes[0];
    struct text title = head->title;
    if (text_empty(title))
        title = text_clean(notice->arena, text_span(title_of_path(notice->options->path)));
    volume->title = builder_keep(builder, title);
    volume->issuer = builder_keep(builder, head->issuer);
    volume->lead_rule = builder_keep(builder, head->lead_rule);
    volume->year = head->year;
    struct keyed issuer = keyed_make(notice->arena, head->issuer);
    bool national = keyed_starts(&issuer, 0, issuer.bytes, "国务院|中共中央|国家|中央") > 0;
    registry_guess(builder, !national, notice->aliases, notice->aliases_count);
    builder_settle(builder);
    lead_rule_apply(notice, builder, head->lead_rule);
    if (notice->by_place_no && text_empty(head->lead_rule))
        notice_doubt(notice, notice->by_place_no,
                     _("通知未写明牵头规则，按惯例列第一位者牵头（从这一行起）；也可能都牵头，或按序不分主次"));
    check_numbers(notice, b);
}

size_t import_cells(struct span content)
{
    size_t count = 0;
    for (size_t i = 0; i < content.bytes; i++)
        count += content.at[i] != '\0' && strchr("\n\r\t\f\v|,;", content.at[i]) != NULL;
    return count;
}

size_t import_drawn_row(struct span content)
{
    /* The line drawn, the row's first below it, more with nothing in their first cell. */
    size_t lines_count = 0;
    for (size_t line_no = 1; content.bytes; line_no++) {
        struct span line = span_trim(span_line(&content));
        bool drawn = span_starts(line, SPAN("+-")) || span_starts(line, SPAN("+=")), row = span_starts(line, SPAN("|"));
        struct span cell = row ? span_trim((struct span){ line.at + 1, line.bytes - 1 }) : line;
        bool goes_on = row && span_starts(cell, SPAN("|"));
        if (drawn && lines_count > 2)
            return line_no - 1;
        if (drawn)
            lines_count = 1;
        else
            lines_count = lines_count && row && goes_on == (lines_count > 1) ? lines_count + 1 : 0;
    }
    return 0;
}

struct import_result *import_notice(struct span content, const struct import_options *options)
{
    static const struct import_options defaults;
    struct import_result *result = mem_array(1, sizeof *result);
    struct buf decoded = { 0 };
    struct span utf8;
    struct notice notice = { .arena = &result->arena, .options = options ? options : &defaults };
    struct notice_head head;
    struct builder builder;
    result->encoding = decode(content, &decoded, &utf8, &result->damaged_count);
    if (decoded.bytes)
        utf8.at = arena_copy(&result->arena, utf8.at, utf8.bytes);
    buf_fini(&decoded);
    notice_lines(&notice, utf8);
    read_tokens(&notice);
    notice_tree(&notice);
    notice_classify(&notice);
    builder_init(&builder, NULL);
    builder_volume(&builder, notice.options->path);
    result->lists_count = notice_emit(&notice, &builder);
    notice_head(&notice, &head);
    finish(&notice, &builder, &head);
    result->breakdown = builder_finish(&builder);
    notice_account(&notice, result);
    result->doubts = notice.doubts;
    result->doubts_count = (uint32_t)notice.doubts_count;
    free(notice.lines);
    free(notice.tokens);
    free(notice.items);
    free(notice.part_lists);
    free(notice.aliases);
    return result;
}

void import_result_free(struct import_result *result)
{
    if (!result)
        return;
    breakdown_free(result->breakdown);
    free(result->pieces);
    free(result->doubts);
    arena_fini(&result->arena);
    free(result);
}
