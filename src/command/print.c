/* SPDX-License-Identifier: MIT */
#include "base/i18n.h"
#include "command/command.h"
#include "command/find.h"
#include "command/message.h"
#include "command/source.h"
#include "sheet/sheet.h"

enum { FOUND_MAX = 64 };

static bool is_all(struct text what)
{
    return text_equal(what, TEXT("all")) || text_equal(what, TEXT("全部"));
}

/* Several breakdowns may each have a section of this name: which one must be said. */
static void list_sections(const struct breakdown *b, struct text what, const uint32_t *sections, uint32_t count)
{
    message(_("“%.*s”有 %u 个，请写明是哪一个："), TEXT_ARG(what), count);
    for (uint32_t i = 0; i < count; i++) {
        const struct section *section = &b->sections[sections[i]];
        message("%.*s:%.*s　%.*s", TEXT_ARG(b->volumes[section->volume_idx].name), TEXT_ARG(section->id),
                TEXT_ARG(section->heading));
    }
}

/*
 * Sections as section_find() finds them, also with the breakdown's name before them: 2021:2, 2021:冯飞.  what without
 * such a name means those of every breakdown.
 */
static uint32_t find_sections(const struct breakdown *b, struct text what, uint32_t sections[FOUND_MAX])
{
    uint32_t volume_idx = NO_IDX, kept = 0;
    for (uint32_t i = 0; i < b->volumes_count && b->volumes_count > 1; i++) {
        struct text name = b->volumes[i].name;
        if (!span_starts(text_span(what), text_span(name)) || what.bytes <= name.bytes || what.at[name.bytes] != ':')
            continue;
        volume_idx = i;
        what = text_slice(what, name.bytes + 1, what.bytes);
        break;
    }
    uint32_t count = section_find(b, what, sections, FOUND_MAX);
    for (uint32_t i = 0; i < count && i < FOUND_MAX; i++)
        if (volume_idx == NO_IDX || b->sections[sections[i]].volume_idx == volume_idx)
            sections[kept++] = sections[i];
    return kept;
}

/* What is meant: everything, a section, a task, a unit, in this order.  Returns 0, or the exit status. */
static int find_subject(struct job *job, struct text what, struct sheet_subject *subject)
{
    const struct breakdown *b = job->breakdown;
    uint32_t sections[FOUND_MAX];
    struct task_ref refs[FOUND_MAX];
    *subject = (struct sheet_subject){ SHEET_ALL, 0 };
    if (is_all(what))
        return STATUS_DONE;
    uint32_t count = find_sections(b, what, sections);
    if (count > 1) {
        list_sections(b, what, sections, count);
        return STATUS_NOTHING;
    }
    if (count) {
        *subject = (struct sheet_subject){ SHEET_SECTION, sections[0] };
        return STATUS_DONE;
    }
    count = task_find(b, what, refs, FOUND_MAX);
    if (count > 1) {
        message(_("“%.*s”有 %u 项，请写明是哪一份的"), TEXT_ARG(what), count);
        return STATUS_NOTHING;
    }
    if (count) {
        *subject = refs[0].part_idx == NO_IDX ? (struct sheet_subject){ SHEET_TASK, refs[0].task_idx }
                                              : (struct sheet_subject){ SHEET_PART, refs[0].part_idx };
        return STATUS_DONE;
    }
    *subject = (struct sheet_subject){ SHEET_UNIT, find_unit(job, what, _("领导、部分、任务或单位")) };
    return subject->idx == NO_IDX ? STATUS_NOTHING : STATUS_DONE;
}

static int render_by_paper(struct job *job, const struct sheet *sheet, struct sheet_options options)
{
    struct buf fault = { 0 };
    bool good = job->paper->render(sheet, job->format, options, &job->out, &fault);
    if (!good)
        message("%.*s", (int)fault.bytes, fault.at);
    buf_fini(&fault);
    return good ? STATUS_DONE : STATUS_FAILED;
}

int command_print(struct job *job)
{
    int status = source_load(job);
    if (status)
        return status;
    struct sheet_subject subject;
    status = find_subject(job, job_words(job), &subject);
    if (status)
        return status;
    struct sheet *sheet = sheet_new(job->breakdown, job->index, subject);
    /* The paper has its own measure, not the terminal's. */
    struct sheet_options paper = { .cols = job->options->width_cols };
    if (format_by_paper(job->format))
        status = render_by_paper(job, sheet, paper);
    else
        sheet_write(sheet, job->format, paper, &job->out);
    sheet_free(sheet);
    return status;
}
