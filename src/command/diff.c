/* SPDX-License-Identifier: MIT */
#include "command/diff.h"

#include "command/loading.h"
#include "command/message.h"
#include "command/print.h"
#include "command/source.h"

const char *const diff_kind_words[] = {
    [DIFF_SAME] = "same", [DIFF_ADDED] = "added", [DIFF_REMOVED] = "removed", [DIFF_CHANGED] = "changed"
};
const char *const diff_change_words[] = { "moved", "reworded", "units", "label", "notes", "wording", "fields" };
const char *const diff_document_words[] = { "title", "issuer", "year", "lead_rule", "volumes" };
const char *const diff_registry_words[] = { "added", "removed", "renamed", "full", "aliases", "kind", "members" };
const char *const diff_unit_words[] = { "added", "removed", "leads", "supports" };

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
