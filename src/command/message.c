/* SPDX-License-Identifier: MIT */
#include "command/message.h"

#include <stdarg.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "system/locale.h"
#include "text/text.h"

void message(const char *format, ...)
{
    struct buf raw = { 0 }, clean = { 0 }, encoded = { 0 };
    va_list args;
    va_start(args, format);
    buf_vprintf(&raw, format, args);
    va_end(args);
    buf_string(&clean, "fengong: ");
    text_clean_to(&clean, buf_view(&raw));
    buf_char(&clean, '\n');
    locale_encode(buf_view(&clean), &encoded);
    /* Where standard error does not take it, there is nobody left to tell. */
    (void)file_write_fd(STDERR_FILENO, buf_view(&encoded));
    buf_fini(&raw);
    buf_fini(&clean);
    buf_fini(&encoded);
}

void message_lines(struct span lines)
{
    while (lines.bytes) {
        struct span line = span_line(&lines);
        message("%.*s", SPAN_ARG(line));
    }
}

/* Where the character that holds byte `at` starts. */
static size_t character(struct span text, size_t at)
{
    while (at > 0 && ((unsigned char)text.at[at] & 0xC0) == 0x80)
        at--;
    return at;
}

void message_ends(struct span text, struct buf *out)
{
    enum { WHOLE_BYTES = 480, HEAD_BYTES = 240, TAIL_BYTES = 120 };
    if (text.bytes <= WHOLE_BYTES) {
        buf_span(out, text);
        return;
    }
    size_t tail = character(text, text.bytes - TAIL_BYTES);
    buf_add(out, text.at, character(text, HEAD_BYTES));
    buf_string(out, "…");
    buf_add(out, text.at + tail, text.bytes - tail);
}

/* "file:line:col: ", cleaned; nothing for no place. */
static void put_place(const struct place *place, struct buf *out)
{
    if (place->file) {
        text_clean_to(out, span_of(place->file));
        buf_char(out, ':');
        if (place->line_no)
            buf_printf(out, "%u:%u:", place->line_no, place->col_no);
        buf_char(out, ' ');
    }
}

void message_diag(const struct diag *diag, struct buf *out)
{
    put_place(&diag->place, out);
    buf_string(out, diag->severity == SEVERITY_ERROR ? "error: " : "warning: ");
    text_clean_to(out, span_of(diag->text));
}

struct place message_first(const struct diags *diags, enum severity severity, const char *what, struct buf *out)
{
    for (size_t i = 0; i < diags->count; i++) {
        const struct diag *diag = &diags->items[i];
        if (diag->severity != severity)
            continue;
        buf_string(out, what);
        put_place(&diag->place, out);
        text_clean_to(out, span_of(diag->text));
        return diag->place;
    }
    return (struct place){ 0 };
}

void message_diags(const struct diags *diags)
{
    struct buf line = { 0 };
    for (size_t i = 0; i < diags->count; i++) {
        buf_clear(&line);
        message_diag(&diags->items[i], &line);
        message("%.*s", (int)line.bytes, line.at);
    }
    size_t total = diags->errors_count + diags->warnings_count;
    if (total > diags->count)
        message(_("另有 %zu 处未列出"), total - diags->count);
    buf_fini(&line);
}
