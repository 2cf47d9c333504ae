/* SPDX-License-Identifier: MIT */
#include "command/paper.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/capability.h"
#include "base/fault.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "breakdown/key.h"
#include "command/command.h"
#include "command/message.h"
#include "system/child.h"
#include "system/helper.h"
#include "system/locale.h"

enum { PAPER_WAIT_MS = 60000, EACH_WAIT_MS = 3600000 };

extern char **environ;

/* How the command line names what the sheet is of, so that nothing else can be meant. */
static void put_subject(const struct sheet *sheet, struct buf *out)
{
    const struct breakdown *b = sheet->breakdown;
    const struct section *section = &b->sections[sheet->subject.idx];
    switch (sheet->subject.kind) {
    case SHEET_ALL:
        buf_string(out, "all");
        break;
    case SHEET_SECTION:
        if (b->volumes_count > 1)
            buf_printf(out, "%.*s:", TEXT_ARG(b->volumes[section->volume_idx].name));
        buf_text(out, section->id);
        break;
    case SHEET_TARGETS:
        buf_string(out, "targets");
        break;
    default:
        sheet_name(sheet, out);
    }
}

/* A line of its words without its name before it. */
static struct span line_of(struct span line)
{
    if (span_starts(line, SPAN("fengong: ")))
        line = (struct span){ line.at + sizeof "fengong: " - 1, line.bytes - (sizeof "fengong: " - 1) };
    return line;
}

/* The last of its lines that are whole; empty when there is none. */
static struct span last_line(struct span words)
{
    size_t end = words.bytes;
    while (end && words.at[end - 1] != '\n')
        end--;
    size_t from = end ? end - 1 : 0;
    while (from && words.at[from - 1] != '\n')
        from--;
    return end ? line_of((struct span){ words.at + from, end - 1 - from }) : (struct span){ 0 };
}

/* The first of its words: the rest is about fonts. */
static void put_complaint(const struct buf *complaint, struct buf *fault)
{
    struct span words = buf_view(complaint), line = line_of(span_line(&words));
    if (line.bytes)
        text_clean_to(fault, line);
    else
        buf_string(fault, _("fengong-paper 没有做成"));
}

/*
 * The IDs of tasks that were picked by hand, a line each: there may be more than a command line holds.  With their keys:
 * should the file have changed meanwhile, another task may bear the number.
 */
static void put_ids(const struct sheet *sheet, struct buf *out)
{
    uint32_t before = NO_IDX;
    for (uint32_t i = 0; i < sheet->rows_count; i++) {
        const struct sheet_row *row = &sheet->rows[i];
        uint32_t task_idx = row->kind == SHEET_ITEM ? sheet->breakdown->parts[row->part_idx].task_idx : before;
        if (task_idx != before)
            buf_printf(out, "%.*s\t%s\n", TEXT_ARG(sheet->breakdown->tasks[task_idx].id),
                       task_key(sheet->breakdown, task_idx).text);
        before = task_idx;
    }
}

/* Tasks picked by hand, which have no name for the command line. */
static bool is_picked(const struct sheet *sheet)
{
    return sheet->subject.kind == SHEET_TASKS && text_empty(sheet->picked_by);
}

/* What is printed, on its command line; what is not set behind the last word is NULL. */
static void put_words(const struct sheet *sheet, const char *const *paths, const char *subject, const char *filter,
                      const char **arguments)
{
    bool compares = sheet->subject.kind == SHEET_CHANGES; /* which names its two files itself */
    *arguments++ = compares ? "diff" : "print";
    if (is_picked(sheet))
        *arguments++ = "--ids=-";
    /* Behind --filter, --title and -- a word is never an option. */
    if (*filter) {
        *arguments++ = "--filter";
        *arguments++ = filter;
    }
    if (sheet->subject.kind == SHEET_TASKS && *filter)
        return;
    *arguments++ = is_picked(sheet) ? "--title" : "--";
    if (compares)
        *arguments++ = paths[sheet->subject.idx - 1];
    *arguments = compares ? paths[sheet->subject.idx] : subject;
}

bool paper_there(void)
{
    char path[HELPER_PATH_BYTES];
    return capability_allowed(CAPABILITY_START_PROGRAM) && helper_find(path);
}

static bool find(char path[HELPER_PATH_BYTES], struct buf *fault)
{
    bool found = helper_find(path);
    if (!found)
        buf_string(fault, _("没有 fengong-paper，PDF、Excel、Word 由它读写：请安装软件包 fengong-paper"));
    return found;
}

static void put_files(const char *const *paths, uint32_t paths_count, const char **arguments, size_t *count)
{
    for (uint32_t i = 0; i < paths_count; i++) {
        arguments[(*count)++] = "-f";
        arguments[(*count)++] = paths[i];
    }
}

bool paper_render(const char *const *paths, uint32_t paths_count, const struct sheet *sheet, enum format format,
                  struct sheet_options options, struct buf *out, struct buf *fault)
{
    char path[HELPER_PATH_BYTES];
    if (!find(path, fault))
        return false;
    struct buf as = { 0 }, words = { 0 }, subject = { 0 }, filter = { 0 }, complaint = { 0 }, ids = { 0 };
    const char **arguments = mem_array(2 * (size_t)paths_count + 12, sizeof *arguments);
    size_t count = 0;
    buf_printf(&as, "--as=%s", format_table[format].word);
    put_subject(sheet, &words);
    locale_encode(buf_view(&words), &subject);
    locale_encode(text_span(sheet->picked_by), &filter);
    arguments[count++] = "fengong-paper";
    if (sheet->subject.kind != SHEET_CHANGES) /* which names its two files itself */
        put_files(paths, paths_count, arguments, &count);
    arguments[count++] = as.at;
    arguments[count++] = options.layout == SHEET_TABLE ? "--layout=table" : "--layout=list";
    put_words(sheet, paths, subject.at, filter.at ? filter.at : "", &arguments[count]);
    if (is_picked(sheet))
        put_ids(sheet, &ids);
    struct child child = { .program = path,
                           .arguments = arguments,
                           .environment = (const char *const *)(uintptr_t)environ,
                           .input = buf_view(&ids),
                           .limit_ms = PAPER_WAIT_MS,
                           .complaint = &complaint };
    enum child_end end = child_run(&child, out);
    if (end == CHILD_STOPPED)
        buf_string(fault, _("已取消"));
    else if (end != CHILD_DONE)
        put_complaint(&complaint, fault);
    free(arguments);
    buf_fini(&as);
    buf_fini(&words);
    buf_fini(&subject);
    buf_fini(&filter);
    buf_fini(&complaint);
    buf_fini(&ids);
    return end == CHILD_DONE;
}

/* What fengong-paper has said last is told once. */
struct hearing {
    const struct paper_each *job;
    size_t heard_bytes;
};

static bool hear(void *context, struct span complaint)
{
    struct hearing *hearing = context;
    struct arena arena = { 0 };
    bool more = hearing->job->tell(hearing->job->context, complaint.bytes == hearing->heard_bytes
                                                              ? TEXT("")
                                                              : text_clean(&arena, last_line(complaint)));
    hearing->heard_bytes = complaint.bytes;
    arena_fini(&arena);
    return more;
}

bool paper_each(const struct paper_each *job, struct buf *said)
{
    char path[HELPER_PATH_BYTES];
    if (!find(path, said))
        return false;
    struct buf as = { 0 }, each = { 0 }, complaint = { 0 }, nothing = { 0 };
    const char **arguments = mem_array(2 * (size_t)job->paths_count + 10, sizeof *arguments);
    size_t count = 0;
    buf_printf(&as, "--as=%s", format_table[job->format].word);
    buf_printf(&each, "--each=%s", job->each);
    arguments[count++] = "fengong-paper";
    put_files(job->paths, job->paths_count, arguments, &count);
    arguments[count++] = as.at;
    arguments[count++] = job->layout == SHEET_TABLE ? "--layout=table" : "--layout=list";
    arguments[count++] = each.at;
    arguments[count++] = "-o";
    arguments[count++] = job->folder;
    arguments[count++] = "print";
    struct hearing hearing = { .job = job };
    struct child child = { .program = path,
                           .arguments = arguments,
                           .environment = (const char *const *)(uintptr_t)environ,
                           .limit_ms = EACH_WAIT_MS,
                           .complaint = &complaint,
                           .hears = hear,
                           .context = &hearing };
    enum child_end end = child_run(&child, &nothing);
    struct span last = last_line(buf_view(&complaint));
    if (end == CHILD_STOPPED)
        buf_string(said, _("停下了，已写好的文件是完整的"));
    else if (last.bytes)
        text_clean_to(said, last);
    else
        buf_string(said, _("fengong-paper 没有做成"));
    free(arguments);
    buf_fini(&as);
    buf_fini(&each);
    buf_fini(&complaint);
    buf_fini(&nothing);
    return end == CHILD_DONE;
}

int paper_become(const struct job *job, const struct buf *input)
{
    char path[HELPER_PATH_BYTES];
    if (!capability_allowed(CAPABILITY_START_PROGRAM)) {
        message(_("受限模式不启动 fengong-paper"));
        return STATUS_USAGE;
    }
    if (!helper_find(path)) {
        message(_("没有 fengong-paper，PDF、Excel、Word 由它读写：请安装软件包 fengong-paper"));
        return STATUS_FAILED;
    }
    if (!input || helper_give_input(buf_view(input)))
        helper_become(path, job->options->argv);
    message(_("无法启动 %s：%s"), path, fault_reading(errno));
    return STATUS_FAILED;
}
