/* SPDX-License-Identifier: MIT */
/*
 * Extracts for all (print --each): one file for each unit, leader or section.  Each is complete when it is there; who
 * stops it keeps those that are.
 */
#include "command/print.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/fault.h"
#include "base/i18n.h"
#include "command/message.h"
#include "system/deliver.h"

enum { PROGRESS_SECONDS = 2 };

static volatile sig_atomic_t stopped_by;

static void stop(int signal_no)
{
    stopped_by = signal_no;
}

struct each {
    struct job *job;
    uint32_t written, total;
    uint32_t tasks, livelihood; /* of leaders and sections */
    struct counts owed;         /* of units */
    struct buf noted;           /* what was noted last: not said again for each file */
    time_t told;
};

static bool is_subject(const struct each *each, struct sheet_subject subject)
{
    const struct breakdown *b = each->job->breakdown;
    const struct counts *counts = &each->job->index->counts[subject.idx];
    if (subject.kind == SHEET_SECTION)
        return each->job->options->each == EACH_SECTION || b->sections[subject.idx].kind == SECTION_LEADER;
    if (subject.kind == SHEET_LEADER) /* whose sections are written already, unless other tasks name them, too */
        return each->job->index->leaders->items[subject.idx].named_count > 0;
    for (enum bond bond = 0; bond < BONDS_COUNT; bond++)
        if (counts->tasks[bond] || counts->livelihood[bond])
            return true;
    return false;
}

/* Has an earlier section the same heading?  Then the file has its number, too. */
static bool is_twin(const struct breakdown *b, uint32_t section_idx)
{
    for (uint32_t i = 0; i < b->sections_count; i++)
        if (i != section_idx && text_equal(b->sections[i].heading, b->sections[section_idx].heading))
            return true;
    return false;
}

static void put_path(const struct each *each, const struct sheet *sheet, struct buf *path)
{
    const struct breakdown *b = each->job->breakdown;
    struct buf name = { 0 };
    buf_string(path, each->job->options->output);
    if (path->at[path->bytes - 1] != '/')
        buf_char(path, '/');
    if (sheet->subject.kind == SHEET_SECTION && is_twin(b, sheet->subject.idx)) {
        const struct section *section = &b->sections[sheet->subject.idx];
        buf_printf(&name, "%.*s-%.*s ", TEXT_ARG(b->volumes[section->volume_idx].name), TEXT_ARG(section->id));
    } else if (sheet->subject.kind == SHEET_LEADER && b->volumes_count > 1) {
        const struct leader *leader = &each->job->index->leaders->items[sheet->subject.idx];
        buf_printf(&name, "%.*s ", TEXT_ARG(b->volumes[leader->volume_idx].name));
    }
    for (size_t i = 0; i < name.bytes; i++)
        if (name.at[i] == '/')
            name.at[i] = '_';
    sheet_file_name(sheet, each->job->format, &name);
    buf_span(path, buf_view(&name));
    buf_fini(&name);
}

static void count(struct each *each, const struct sheet *sheet)
{
    const struct breakdown *b = each->job->breakdown;
    if (sheet->subject.kind == SHEET_UNIT) {
        const struct counts *counts = &each->job->index->counts[sheet->subject.idx];
        for (enum bond bond = 0; bond < BONDS_COUNT; bond++) {
            each->owed.tasks[bond] += counts->tasks[bond];
            each->owed.livelihood[bond] += counts->livelihood[bond];
        }
        return;
    }
    uint32_t before = NO_IDX;
    for (uint32_t i = 0; i < sheet->rows_count; i++) {
        uint32_t part_idx = sheet->rows[i].part_idx;
        if (part_idx == NO_IDX || b->parts[part_idx].task_idx == before)
            continue;
        before = b->parts[part_idx].task_idx;
        *(part_is_livelihood(b, part_idx) ? &each->livelihood : &each->tasks) += 1;
    }
}

static void tell_progress(struct each *each)
{
    time_t now = time(NULL);
    if (isatty(STDERR_FILENO) && each->told && now - each->told >= PROGRESS_SECONDS)
        message(_("写了 %u/%u"), each->written, each->total);
    if (!each->told || now - each->told >= PROGRESS_SECONDS)
        each->told = now;
}

/* What is noted is said once, not again for each file. */
static void note(struct each *each, const struct buf *said, bool good)
{
    if (good && span_equal(buf_view(said), buf_view(&each->noted)))
        return;
    print_say(said);
    buf_clear(&each->noted);
    buf_span(&each->noted, buf_view(said));
}

static int write_one(struct each *each, struct sheet_subject subject)
{
    struct job *job = each->job;
    struct sheet *sheet = sheet_new(job->breakdown, job->index, subject);
    struct buf said = { 0 }, path = { 0 };
    struct outlet outlet;
    enum format_charset charset = format_table[job->format].charset;
    put_path(each, sheet, &path);
    struct delivery delivery = { .to = DELIVER_FILE,
                                 .target = path.at,
                                 .restricted = job->options->restricted,
                                 .in_locale = charset == CHARSET_LOCALE || charset == CHARSET_TABLE,
                                 .byte_order = job->options->bom && charset == CHARSET_TABLE };
    deliver_begin(&outlet, &delivery, &job->out);
    bool good = print_render(job, sheet, &said);
    note(each, &said, good);
    buf_clear(&said);
    enum delivered done = good ? deliver_end(&outlet, &said) : DELIVER_FAILED;
    deliver_drop(&outlet);
    if (done != DELIVER_DONE && !stopped_by)
        print_say(&said);
    good = done == DELIVER_DONE || done == DELIVER_BUT;
    if (good) {
        each->written++;
        count(each, sheet);
        tell_progress(each);
    }
    buf_clear(&job->out);
    buf_fini(&said);
    buf_fini(&path);
    sheet_free(sheet);
    return good ? STATUS_DONE : STATUS_FAILED;
}

/* All of a kind: counted first, then written. */
static int write_all(struct each *each, enum sheet_kind kind, uint32_t subjects_count)
{
    int status = STATUS_DONE;
    for (uint32_t i = 0; i < subjects_count; i++)
        each->total += is_subject(each, (struct sheet_subject){ kind, i });
    for (uint32_t i = 0; i < subjects_count && status == STATUS_DONE && !stopped_by; i++)
        if (is_subject(each, (struct sheet_subject){ kind, i }))
            status = write_one(each, (struct sheet_subject){ kind, i });
    return status;
}

static void tell_sum(const struct each *each)
{
    const char *folder = each->job->options->output;
    const uint32_t *tasks = each->owed.tasks, *livelihood = each->owed.livelihood;
    if (each->job->options->each == EACH_UNIT)
        message(_("写了 %u 个文件到 "
                  "%s：重点工作牵头%u项、参与%u项、经由%u项、可能%u项；民生实事牵头%u项、参与%u项、经由%u项、"
                  "可能%u项"),
                each->written, folder, tasks[BOND_LEAD], tasks[BOND_SUPPORT], tasks[BOND_VIA], tasks[BOND_MAYBE],
                livelihood[BOND_LEAD], livelihood[BOND_SUPPORT], livelihood[BOND_VIA], livelihood[BOND_MAYBE]);
    else
        message(_("写了 %u 个文件到 %s：重点工作%u项，民生实事%u项"), each->written, folder, each->tasks,
                each->livelihood);
}

static bool folder_ready(const struct job *job)
{
    const char *folder = job->options->output;
    struct stat st;
    if (!folder || strcmp(folder, "-") == 0 || job->options->printer) {
        message(_("--each 要用 -o 写明文件夹，不与 --printer 同用"));
        return false;
    }
    if (stat(folder, &st) == 0 && S_ISDIR(st.st_mode))
        return true;
    if (mkdir(folder, 0777) == 0)
        return true;
    message(_("无法写 %s：%s"), folder, fault_writing(errno));
    return false;
}

int print_each(struct job *job)
{
    struct each each = { .job = job };
    struct sigaction act = { .sa_handler = stop }, before[2];
    job->delivered = true;
    if (!folder_ready(job))
        return STATUS_USAGE;
    sigaction(SIGINT, &act, &before[0]);
    sigaction(SIGTERM, &act, &before[1]);
    int status;
    if (job->options->each == EACH_UNIT) {
        status = write_all(&each, SHEET_UNIT, job->breakdown->units_count);
    } else {
        status = write_all(&each, SHEET_SECTION, job->breakdown->sections_count);
        if (status == STATUS_DONE && job->options->each == EACH_LEADER)
            status = write_all(&each, SHEET_LEADER, job->index->leaders->count);
    }
    sigaction(SIGINT, &before[0], NULL);
    sigaction(SIGTERM, &before[1], NULL);
    if (stopped_by)
        message(_("停下了：写了 %u 个文件，共 %u 个"), each.written, each.total);
    else if (status == STATUS_DONE)
        tell_sum(&each);
    buf_fini(&each.noted);
    return stopped_by ? STATUS_SIGNAL + stopped_by : status;
}
