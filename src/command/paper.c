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
#include "command/extracts.h"
#include "command/message.h"
#include "system/child.h"
#include "system/helper.h"
#include "system/locale.h"

enum { PAPER_WAIT_MS = 60000, EACH_WAIT_MS = 3600000 };

extern char **environ;

static const char absent[] = N_("没有 fengong-paper，PDF、Excel、Word 由它读写：请安装软件包 fengong-paper");

/* How the command line names what the sheet is of, so that nothing else can be meant. */
static void put_subject(const struct sheet *sheet, struct buf *out)
{
    const struct breakdown *b = sheet->breakdown;
    const struct section *section;
    switch (sheet->subject.kind) {
    case SHEET_ALL:
        buf_string(out, "all");
        break;
    case SHEET_SECTION:
        section = &b->sections[sheet->subject.idx];
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

bool paper_there(void)
{
    char path[HELPER_PATH_BYTES];
    return capability_allowed(CAPABILITY_START_PROGRAM) && helper_find(path);
}

/* A run of it. */
struct paper_run {
    char path[HELPER_PATH_BYTES];
    const char **arguments; /* with room for its own words */
    size_t count;
    struct buf as, complaint;
};

static void add(struct paper_run *run, const char *argument)
{
    run->arguments[run->count++] = argument;
}

/* What each of its command lines begins with.  False, with nothing to be freed: there is no such program. */
static bool begin(struct paper_run *run, const struct job *job, bool with_files, enum format format,
                  enum sheet_layout layout, struct buf *said)
{
    enum { WORDS_MAX = 12 };
    *run = (struct paper_run){ 0 };
    if (!helper_find(run->path)) {
        buf_string(said, _(absent));
        return false;
    }
    run->arguments = mem_array(2 * (size_t)job->paths_count + WORDS_MAX, sizeof *run->arguments);
    add(run, "fengong-paper");
    for (uint32_t i = 0; i < job->paths_count && with_files; i++) {
        add(run, "-f");
        add(run, job->paths[i]);
    }
    buf_printf(&run->as, "--as=%s", format_table[format].word);
    add(run, run->as.at);
    add(run, layout == SHEET_TABLE ? "--layout=table" : "--layout=list");
    return true;
}

static enum child_end go(struct paper_run *run, struct child child, struct buf *out)
{
    child.program = run->path;
    child.arguments = run->arguments;
    child.environment = (const char *const *)(uintptr_t)environ;
    child.complaint = &run->complaint;
    return child_run(&child, out);
}

static void forget(struct paper_run *run)
{
    free(run->arguments);
    buf_fini(&run->as);
    buf_fini(&run->complaint);
}

/* What is printed.  Behind --filter, --title and -- a word is never an option. */
static void add_words(struct paper_run *run, const struct job *job, const struct sheet *sheet, const char *subject,
                      const char *filter)
{
    if (sheet->subject.kind == SHEET_CHANGES) {
        add(run, "diff");
        add(run, "--");
        add(run, job->paths[sheet->subject.idx - 1]);
        add(run, job->paths[sheet->subject.idx]);
        return;
    }
    add(run, "print");
    if (is_picked(sheet))
        add(run, "--ids=-");
    if (*filter) {
        add(run, "--filter");
        add(run, filter);
    }
    if (sheet->subject.kind == SHEET_TASKS && *filter)
        return;
    add(run, is_picked(sheet) ? "--title" : "--");
    add(run, subject);
}

bool paper_render(const struct job *job, const struct sheet *sheet, enum format format, enum sheet_layout layout,
                  struct buf *out, struct buf *said)
{
    struct paper_run run;
    /* A comparison names its two files itself. */
    if (!begin(&run, job, sheet->subject.kind != SHEET_CHANGES, format, layout, said))
        return false;
    struct buf words = { 0 }, subject = { 0 }, filter = { 0 }, ids = { 0 };
    put_subject(sheet, &words);
    locale_encode(buf_view(&words), &subject);
    locale_encode(text_span(sheet->picked_by), &filter);
    add_words(&run, job, sheet, subject.at, filter.at ? filter.at : "");
    if (is_picked(sheet))
        put_ids(sheet, &ids);
    enum child_end end = go(&run, (struct child){ .input = buf_view(&ids), .limit_ms = PAPER_WAIT_MS }, out);
    if (end == CHILD_STOPPED)
        buf_string(said, _("已取消"));
    else if (end != CHILD_DONE)
        put_complaint(&run.complaint, said);
    forget(&run);
    buf_fini(&words);
    buf_fini(&subject);
    buf_fini(&filter);
    buf_fini(&ids);
    return end == CHILD_DONE;
}

/* What fengong-paper has said last is told once. */
struct hearing {
    const struct extracts *asked;
    size_t heard_bytes;
};

static bool hear(void *context, struct span complaint)
{
    struct hearing *hearing = context;
    struct arena arena = { 0 };
    bool news = complaint.bytes != hearing->heard_bytes;
    bool more =
        hearing->asked->tell(hearing->asked->context, news ? text_clean(&arena, last_line(complaint)) : TEXT(""));
    hearing->heard_bytes = complaint.bytes;
    arena_fini(&arena);
    return more;
}

bool paper_each(const struct extracts *extracts, const char *folder, struct buf *said)
{
    static const char *const each[] = {
        [EACH_UNIT] = "--each=unit", [EACH_LEADER] = "--each=leader", [EACH_SECTION] = "--each=section"
    };
    struct paper_run run;
    if (!begin(&run, extracts->job, true, extracts->format, extracts->layout, said))
        return false;
    struct buf nothing = { 0 };
    struct hearing hearing = { .asked = extracts };
    add(&run, each[extracts->each]);
    add(&run, "-o");
    add(&run, folder);
    add(&run, "print");
    enum child_end end =
        go(&run, (struct child){ .limit_ms = EACH_WAIT_MS, .hears = hear, .context = &hearing }, &nothing);
    struct span last = last_line(buf_view(&run.complaint));
    if (end == CHILD_STOPPED)
        buf_string(said, _("停下了，已写好的文件是完整的"));
    else if (last.bytes)
        text_clean_to(said, last);
    else
        buf_string(said, _("fengong-paper 没有做成"));
    forget(&run);
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
        message("%s", _(absent));
        return STATUS_FAILED;
    }
    if (!input || helper_give_input(buf_view(input)))
        helper_become(path, job->options->argv);
    message(_("无法启动 %s：%s"), path, fault_reading(errno));
    return STATUS_FAILED;
}
