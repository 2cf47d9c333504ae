/* SPDX-License-Identifier: MIT */
#include "command/document.h"

#include <string.h>

#include "base/capability.h"
#include "base/i18n.h"
#include "command/message.h"

static void put_lines(const char *path, struct span lines)
{
    struct buf line = { 0 };
    while (lines.bytes) {
        buf_clear(&line);
        message_ends(span_line(&lines), &line);
        message("%s: %.*s", path, (int)line.bytes, line.at);
    }
    buf_fini(&line);
}

/* A picture, a program: all of its bytes would stand in the account. */
static bool is_binary(struct span content)
{
    enum { LOOKED_AT_BYTES = 8192 };
    bool wide = span_starts(content, SPAN("\xFF\xFE")) || span_starts(content, SPAN("\xFE\xFF"));
    size_t bytes = content.bytes < LOOKED_AT_BYTES ? content.bytes : LOOKED_AT_BYTES;
    return !wide && bytes && memchr(content.at, 0, bytes);
}

void document_account_fini(struct document_account *account)
{
    buf_fini(&account->form);
    buf_fini(&account->notes);
}

int document_read(struct job *job, const char *path, struct buf *content, struct document_account *account)
{
    enum foreign kind = foreign_kind(buf_view(content));
    if (kind == FOREIGN_NONE && is_binary(buf_view(content))) {
        message(_("%s: 这不是文字，也不是能读的文档"), path);
        return STATUS_FAILED;
    }
    if (kind == FOREIGN_NONE)
        return STATUS_DONE;
    if (!job->paper)
        return paper_become(job, strcmp(path, "-") == 0 ? content : NULL);
    struct buf text = { 0 };
    bool may_start = capability_allowed(CAPABILITY_START_PROGRAM);
    bool good = job->paper->read(buf_view(content), kind, may_start, &text, &account->form, &account->notes);
    put_lines(path, buf_view(&account->notes));
    if (!good) {
        buf_fini(&text);
        return STATUS_FAILED;
    }
    buf_fini(content);
    *content = text;
    return STATUS_DONE;
}
