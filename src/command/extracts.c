/* SPDX-License-Identifier: MIT */
#include "command/extracts.h"

#include <errno.h>
#include <sys/stat.h>

#include "base/fault.h"
#include "base/i18n.h"
#include "command/out.h"
#include "command/print.h"
#include "system/deliver.h"
#include "system/locale.h"

/* One run. */
struct each {
    const struct extracts *asked;
    const struct breakdown *b;
    const struct index *index;
    struct buf folder; /* as the system knows it */
    uint32_t written, total;
    uint32_t tasks[2];  /* of leaders and sections: leaders' tasks, livelihood items */
    struct counts owed; /* of units */
    struct buf noted;   /* what was noted last: not said again for each file */
    struct buf *said;
    bool stopped;
    struct names files; /* that were written, by their names, which are in arena */
    struct arena arena;
};

static bool is_subject(const struct each *each, struct sheet_subject subject)
{
    const struct breakdown *b = each->b;
    if (subject.kind == SHEET_SECTION)
        return each->asked->each == EACH_SECTION || b->sections[subject.idx].kind == SECTION_LEADER;
    if (subject.kind == SHEET_LEADER) /* whose sections are written already, unless other tasks name them, too */
        return each->index->leaders->items[subject.idx].named_count > 0;
    const struct counts *counts = &each->index->counts[subject.idx];
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

static void put_path(struct each *each, const struct sheet *sheet, struct buf *path)
{
    const struct breakdown *b = each->b;
    struct buf name = { 0 };
    if (sheet->subject.kind == SHEET_SECTION && is_twin(b, sheet->subject.idx)) {
        const struct section *section = &b->sections[sheet->subject.idx];
        buf_printf(&name, "%.*s-%.*s ", TEXT_ARG(b->volumes[section->volume_idx].name), TEXT_ARG(section->id));
    } else if (sheet->subject.kind == SHEET_LEADER && b->volumes_count > 1) {
        const struct leader *leader = &each->index->leaders->items[sheet->subject.idx];
        buf_printf(&name, "%.*s ", TEXT_ARG(b->volumes[leader->volume_idx].name));
    }
    for (size_t i = 0; i < name.bytes; i++)
        if (name.at[i] == '/')
            name.at[i] = '_';
    sheet_file_name(sheet, each->asked->format, &name);
    buf_span(path, buf_view(&each->folder));
    if (path->at[path->bytes - 1] != '/')
        buf_char(path, '/');
    /* 甲/乙局 and 甲:乙局 are one name to a file system, and long ones are cut. */
    while (names_find(&each->files, buf_view(&name)) != NO_IDX) {
        struct text taken = text_take(&each->arena, &name);
        buf_printf(&name, "%u %.*s", each->written + 1, TEXT_ARG(taken));
    }
    locale_encode(buf_view(&name), path);
    names_put(&each->files, text_take(&each->arena, &name));
}

static void count(struct each *each, const struct sheet *sheet)
{
    if (sheet->subject.kind == SHEET_UNIT) {
        const struct counts *counts = &each->index->counts[sheet->subject.idx];
        for (enum bond bond = 0; bond < BONDS_COUNT; bond++) {
            each->owed.tasks[bond] += counts->tasks[bond];
            each->owed.livelihood[bond] += counts->livelihood[bond];
        }
        return;
    }
    sheet_count_tasks(sheet, each->tasks);
}

/* What is noted is said once, not again for each file. */
static void note(struct each *each, const struct buf *said)
{
    if (!said->bytes || span_equal(buf_view(said), buf_view(&each->noted)))
        return;
    buf_span(each->said, buf_view(said));
    buf_string(each->said, said->at[said->bytes - 1] == '\n' ? "" : "\n");
    buf_clear(&each->noted);
    buf_span(&each->noted, buf_view(said));
}

static void tell(struct each *each)
{
    struct buf words = { 0 };
    buf_printf(&words, _("写了 %u/%u"), each->written, each->total);
    each->stopped = !each->asked->tell(each->asked->context, text_composed(buf_view(&words)));
    buf_fini(&words);
}

/* The sheet goes into its file while it is made. */
static bool write_file(struct each *each, const struct sheet *sheet)
{
    const struct extracts *asked = each->asked;
    struct buf path = { 0 }, content = { 0 }, noted = { 0 }, said = { 0 };
    struct outlet outlet;
    struct delivery delivery = out_delivery(asked->job, asked->format);
    put_path(each, sheet, &path);
    delivery.to = DELIVER_FILE;
    delivery.target = path.at;
    deliver_begin(&outlet, &delivery, &content);
    bool good = print_render(asked->job, sheet, asked->format, asked->layout, &content, &noted);
    enum delivered done = good ? deliver_end(&outlet, &said) : DELIVER_FAILED;
    deliver_drop(&outlet);
    bool kept = done == DELIVER_DONE || done == DELIVER_BUT;
    each->written += kept;
    tell(each);
    if (kept || !each->stopped) /* that what was cut short was cut short is no news */
        note(each, &noted);
    if (done != DELIVER_DONE && !each->stopped)
        note(each, &said);
    buf_fini(&path);
    buf_fini(&content);
    buf_fini(&noted);
    buf_fini(&said);
    return kept;
}

static bool write_one(struct each *each, struct sheet_subject subject)
{
    struct sheet *sheet = sheet_new(each->b, each->index, subject);
    bool good = write_file(each, sheet);
    if (good)
        count(each, sheet);
    sheet_free(sheet);
    return good;
}

/* All of a kind: counted first, then written. */
static bool write_all(struct each *each, enum sheet_kind kind, uint32_t subjects_count)
{
    bool good = true;
    for (uint32_t i = 0; i < subjects_count; i++)
        each->total += is_subject(each, (struct sheet_subject){ kind, i });
    for (uint32_t i = 0; i < subjects_count && good && !each->stopped; i++)
        if (is_subject(each, (struct sheet_subject){ kind, i }))
            good = write_one(each, (struct sheet_subject){ kind, i });
    return good;
}

static void put_folder(const struct each *each, struct buf *out)
{
    text_clean_to(out, span_of(each->asked->folder));
}

static void tell_sum(const struct each *each)
{
    const uint32_t *tasks = each->owed.tasks, *livelihood = each->owed.livelihood;
    struct buf folder = { 0 };
    put_folder(each, &folder);
    buf_printf(each->said, _("写了 %u 个文件到 %s："), each->written, folder.at);
    if (each->asked->each == EACH_UNIT)
        buf_printf(each->said,
                   _("重点工作牵头%u项、参与%u项、经由%u项、可能%u项；民生实事牵头%u项、参与%u项、经由%u项、可能%u项"),
                   tasks[BOND_LEAD], tasks[BOND_SUPPORT], tasks[BOND_VIA], tasks[BOND_MAYBE], livelihood[BOND_LEAD],
                   livelihood[BOND_SUPPORT], livelihood[BOND_VIA], livelihood[BOND_MAYBE]);
    else
        buf_printf(each->said, _("重点工作%u项，民生实事%u项"), each->tasks[0], each->tasks[1]);
    buf_char(each->said, '\n');
    buf_fini(&folder);
}

static bool folder_ready(struct each *each)
{
    struct stat st;
    if (each->asked->typed)
        deliver_typed_path(each->asked->folder, &each->folder);
    else
        buf_string(&each->folder, each->asked->folder);
    bool there = stat(each->folder.at, &st) == 0;
    if (there ? S_ISDIR(st.st_mode) : mkdir(each->folder.at, 0777) == 0)
        return true;
    int fault = there ? ENOTDIR : errno;
    struct buf folder = { 0 };
    put_folder(each, &folder);
    buf_printf(each->said, _("无法写 %s：%s"), folder.at, fault_writing(fault));
    buf_char(each->said, '\n');
    buf_fini(&folder);
    return false;
}

static bool write_each(struct each *each)
{
    if (each->asked->each == EACH_UNIT)
        return write_all(each, SHEET_UNIT, each->b->units_count);
    return write_all(each, SHEET_SECTION, each->b->sections_count) &&
           (each->asked->each != EACH_LEADER || write_all(each, SHEET_LEADER, each->index->leaders->count));
}

int extracts_write(const struct extracts *extracts, struct buf *said)
{
    const struct job *job = extracts->job;
    struct each each = { .asked = extracts, .b = job->breakdown, .index = job->index, .said = said };
    struct delivery delivery = { .to = DELIVER_FILE };
    if (!deliver_allowed(&delivery, said))
        return STATUS_USAGE;
    int status = STATUS_FAILED;
    bool ready = folder_ready(&each);
    if (ready && !job->paper && format_by_paper(extracts->format)) {
        status = paper_each(extracts, each.folder.at, said) ? STATUS_DONE : STATUS_FAILED;
        buf_char(said, '\n');
    } else if (ready) {
        status = write_each(&each) ? STATUS_DONE : STATUS_FAILED;
        if (each.stopped) {
            buf_printf(said, _("停下了：写了 %u 个文件，共 %u 个"), each.written, each.total);
            buf_char(said, '\n');
        } else if (status == STATUS_DONE) {
            tell_sum(&each);
        }
    }
    buf_fini(&each.noted);
    buf_fini(&each.folder);
    names_fini(&each.files);
    arena_fini(&each.arena);
    return status;
}
