/* SPDX-License-Identifier: MIT */
#include "command/diff.h"

#include "command/loading.h"
#include "command/message.h"
#include "command/print.h"
#include "command/source.h"

const char *diff_kind_word(enum diff_kind kind)
{
    static const char *const words[] = {
        [DIFF_SAME] = "same", [DIFF_ADDED] = "added", [DIFF_REMOVED] = "removed", [DIFF_CHANGED] = "changed"
    };
    return words[kind];
}

const char *diff_change_word(unsigned bit_no)
{
    static const char *const words[DIFF_CHANGES_COUNT] = { "moved", "reworded", "units", "label",
                                                           "notes", "wording",  "fields" };
    return words[bit_no];
}

const char *diff_document_word(unsigned bit_no)
{
    static const char *const words[DIFF_DOCUMENTS_COUNT] = { "title", "issuer", "year", "lead_rule", "volumes" };
    return words[bit_no];
}

const char *diff_registry_word(enum diff_registry_kind kind)
{
    static const char *const words[] = { "added", "removed", "renamed", "full", "aliases", "kind", "members" };
    return words[kind];
}

const char *diff_unit_word(enum diff_unit_kind kind)
{
    static const char *const words[] = { "added", "removed", "leads", "supports" };
    return words[kind];
}

struct text diff_registry_name(const struct comparison *c, const struct diff_registry *change)
{
    return change->new_unit_idx == NO_IDX ? c->old->units[change->old_unit_idx].name
                                          : c->new->units[change->new_unit_idx].name;
}

static struct breakdown *load(const struct job *job, const char *path)
{
    struct diags diags = { 0 };
    struct breakdown *b = loading_files(job->options, &path, 1, false, &diags);
    message_diags(&diags);
    diag_fini(&diags);
    return b;
}

/* The same on paper, in a format of sheets. */
static bool put_sheet(struct job *job, const struct comparison *c)
{
    struct index *index = index_new(c->new);
    struct sheet *sheet = sheet_new_of_changes(c->old, c->new, index, c->diff);
    struct buf said = { 0 };
    bool good = print_render(job, sheet, job->format, job_layout(job), &job->out, &said);
    message_lines(buf_view(&said));
    buf_fini(&said);
    sheet_free(sheet);
    index_free(index);
    return good;
}

int command_diff(struct job *job)
{
    if (!source_may_name(job->raw_args[0]) || !source_may_name(job->raw_args[1]))
        return STATUS_USAGE;
    struct breakdown *old = load(job, job->raw_args[0]), *new = load(job, job->raw_args[1]);
    int status = STATUS_FAILED;
    if (old && new) {
        struct diff *diff = diff_new(old, new);
        struct comparison c = { old, new, diff };
        bool good = true;
        if (job->format == FORMAT_JSON)
            diff_json(job, &c);
        else if (job->format == FORMAT_TSV)
            diff_tsv(job, &c);
        else if (job->format == FORMAT_TEXT)
            diff_text(job, &c);
        else
            good = put_sheet(job, &c);
        status = !good ? STATUS_FAILED : diff_empty(diff) ? STATUS_DONE : STATUS_NOTHING;
        diff_free(diff);
    }
    breakdown_free(old);
    breakdown_free(new);
    return status;
}
