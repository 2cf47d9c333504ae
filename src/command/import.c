/* SPDX-License-Identifier: MIT */
/*
 * Notice in, YAML out; what was found and what is doubtful goes to standard error, line by line, in the form that
 * editors jump to.
 */
#include <string.h>

#include "base/i18n.h"
#include "command/browse.h"
#include "command/command.h"
#include "command/document.h"
#include "command/import.h"
#include "command/message.h"
#include "command/out.h"
#include "command/source.h"
#include "format/save.h"
#include "notice/import.h"

/* What is doubtful is said whole, what is left out so that it can be found. */
static void put_piece(const char *path, const struct import_piece *piece)
{
    struct text what = import_what_name(piece->what);
    struct buf text = { 0 };
    if (piece->doubtful)
        buf_text(&text, piece->text);
    else
        message_ends(text_span(piece->text), &text);
    message("%s:%u: %.*s%s%.*s：%.*s", path, piece->line_no, TEXT_ARG(what),
            text_empty(piece->reason)       ? ""
            : piece->what == IMPORT_SKIPPED ? "·"
                                            : _("存疑·"),
            TEXT_ARG(piece->reason), (int)text.bytes, text.bytes ? text.at : "");
    buf_fini(&text);
}

static void put_report(const char *path, const struct import_result *result)
{
    const struct breakdown *b = result->breakdown;
    for (uint32_t i = 0; i < result->pieces_count; i++)
        if (result->pieces[i].doubtful || result->pieces[i].what == IMPORT_SKIPPED)
            put_piece(path, &result->pieces[i]);
    for (uint32_t i = 0; i < result->doubts_count; i++) {
        const struct import_doubt *doubt = &result->doubts[i];
        if (doubt->line_no)
            message(_("%s:%u: 存疑：%.*s"), path, doubt->line_no, TEXT_ARG(doubt->text));
        else
            message(_("%s: 存疑：%.*s"), path, TEXT_ARG(doubt->text));
    }
    if (result->damaged_count)
        message(_("%s: %u 个字节不是 %s，已用 � 代替"), path, result->damaged_count, result->encoding);
    message(_("%s（%s）：%u 个部分，%u 项任务，%u 组责任单位，%u 个单位"), path, result->encoding, b->sections_count,
            b->tasks_count, result->lists_count, b->units_count);
}

/* What the options ask for together must be possible: the screen has standard output. */
static bool options_fit(const struct options *options)
{
    if (options->review && (options->json || (options->output && strcmp(options->output, "-") == 0)))
        message(_("--review 不与 --json、--output=- 同用"));
    else if (!options->review && options->script)
        message(_("import 的 --script、--size 只与 --review 同用"));
    else
        return true;
    return false;
}

/* The YAML to its file first: what the screen says of its lines can be looked up there. */
static int review(struct job *job, const struct import_result *result)
{
    if (job->options->output) {
        int status = out_finish(job);
        if (status)
            return status;
    }
    buf_clear(&job->out);
    job->to_stdout = true;
    return browse_review(job, result);
}

static int put_result(struct job *job, const char *path, const struct import_result *result,
                      const struct document_account *document)
{
    if (job->options->json)
        import_json(path, result, buf_view(&document->notes), &job->out);
    if (!result->breakdown->tasks_count) {
        message(_("%s: 没有找到任务，不像责任分解通知"), path);
        return STATUS_NOTHING;
    }
    if (job->options->json)
        return STATUS_DONE;
    breakdown_save(result->breakdown, 0, &job->out);
    return job->options->review ? review(job, result) : STATUS_DONE;
}

/* Notice as plain text → breakdown, account, messages. */
static int import_text(struct job *job, const char *path, struct span text, const struct document_account *document)
{
    struct import_options options = { .path = path, .full_punctuation = job->options->full_punctuation };
    struct import_result *result = import_notice(text, &options);
    if (document->form.bytes)
        result->encoding = document->form.at;
    put_report(path, result);
    int status = put_result(job, path, result, document);
    import_result_free(result);
    return status;
}

static bool fits(const char *path, struct span content)
{
    if (content.bytes > IMPORT_BYTES_MAX) {
        message(_("%s: 有 %zu 字节，通知最多 %u 字节：请分成几份转换"), path, content.bytes,
                (unsigned)IMPORT_BYTES_MAX);
        return false;
    }
    if (import_cells(content) > IMPORT_CELLS_MAX) {
        message(_("%s: 有 %zu 行和格，通知最多 %u：请分成几份转换"), path, import_cells(content),
                (unsigned)IMPORT_CELLS_MAX);
        return false;
    }
    size_t line_no = import_drawn_row(content);
    if (line_no)
        message(_("%s:%zu: 画线的表格里一格分成了几行，读出来会错行：请用 Word、Excel、CSV 原件"), path, line_no);
    return !line_no;
}

int command_import(struct job *job)
{
    const char *path = job->raw_args[0];
    struct buf content = { 0 };
    struct document_account document = { 0 };
    int status = options_fit(job->options) ? source_read(path, &content) : STATUS_USAGE;
    if (!status)
        status = document_read(job, path, &content, &document);
    if (!status && !fits(path, buf_view(&content)))
        status = STATUS_FAILED;
    if (!status)
        status = import_text(job, path, buf_view(&content), &document);
    document_account_fini(&document);
    buf_fini(&content);
    return status;
}
