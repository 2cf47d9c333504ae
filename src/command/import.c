/* SPDX-License-Identifier: MIT */
/*
 * Notice in, YAML out; what was found and what is doubtful goes to standard error, line by line, in the form that
 * editors jump to.
 */
#include <errno.h>

#include "base/fault.h"
#include "base/file.h"
#include "base/foreign.h"
#include "base/i18n.h"
#include "command/command.h"
#include "command/message.h"
#include "format/save.h"
#include "notice/import.h"

static void put_piece(const char *path, const struct import_piece *piece)
{
    enum { SHOWN_BYTES = 120 };
    struct text text = piece->text;
    struct text what = import_what_name(piece->what);
    size_t bytes = 0;
    while (bytes < text.bytes && bytes < SHOWN_BYTES)
        for (bytes++; bytes < text.bytes && (text.at[bytes] & 0xc0) == 0x80;)
            bytes++;
    message("%s:%u: %.*s%s%.*s：%.*s%s", path, piece->line_no, TEXT_ARG(what),
            text_empty(piece->reason)       ? ""
            : piece->what == IMPORT_SKIPPED ? "·"
                                            : _("存疑·"),
            TEXT_ARG(piece->reason), (int)bytes, text.at, bytes < text.bytes ? "…" : "");
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

int command_import(struct job *job)
{
    const char *path = job->raw_args[0];
    struct buf content = { 0 };
    if (file_read(path, &content, NULL) < 0) {
        message(_("无法读 %s：%s"), path, fault_reading(errno));
        buf_fini(&content);
        return STATUS_FAILED;
    }
    const char *kind = foreign_kind(buf_view(&content));
    if (kind) {
        message(_("%s: 这是%s，不是纯文本：请另存为（或复制成）纯文本再转换"), path, kind);
        buf_fini(&content);
        return STATUS_FAILED;
    }
    struct import_options options = { .path = path, .full_punctuation = job->options->full_punctuation };
    struct import_result *result = import_notice(buf_view(&content), &options);
    int status = STATUS_DONE;
    put_report(path, result);
    if (result->breakdown->tasks_count) {
        breakdown_save(result->breakdown, 0, &job->out);
    } else {
        message(_("%s: 没有找到任务，不像责任分解通知"), path);
        status = STATUS_NOTHING;
    }
    import_result_free(result);
    buf_fini(&content);
    return status;
}
