/* SPDX-License-Identifier: MIT */
#include "system/printer.h"

#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/queue_name.h"
#include "system/child.h"
#include "text/utf8.h"

enum { TITLE_MAX_BYTES = 120, FAULT_MAX_BYTES = 200, SAID_MAX_BYTES = 64 * 1024, LIST_WAIT_MS = 3000 };

/* Clean, short enough, and no option. */
static void put_title(const char *title, struct buf *out)
{
    struct buf clean = { 0 };
    text_clean_to(&clean, span_of(title && *title ? title : "fengong"));
    struct text text = text_composed(buf_view(&clean));
    for (size_t at = 0, bytes; at < text.bytes; at += bytes) {
        (void)utf8_at(text, at, &bytes);
        if (out->bytes + bytes > TITLE_MAX_BYTES)
            break;
        if (out->bytes || text.at[at] != '-')
            buf_add(out, text.at + at, bytes);
    }
    if (!out->bytes)
        buf_string(out, "fengong");
    buf_fini(&clean);
}

static void tell(struct span words, const char *otherwise, struct buf *said)
{
    words = span_trim(words);
    if (words.bytes > FAULT_MAX_BYTES)
        words.bytes = FAULT_MAX_BYTES;
    if (words.bytes)
        text_clean_to(said, words);
    else
        buf_string(said, otherwise);
}

/* request id is 二楼打印机-12 (1 file(s)) */
static void tell_job(const struct buf *out, struct buf *said)
{
    static const char before[] = "request id is ";
    const char *id = out->bytes ? strstr(out->at, before) : NULL;
    if (!id)
        return;
    id += sizeof before - 1;
    text_clean_to(said, (struct span){ id, strcspn(id, " \n") });
}

/* Where the programs of CUPS are; the first place stands for "nowhere". */
static const char *place_of(const char *const *places, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (access(places[i], X_OK) == 0 && access(places[0], X_OK) != 0)
            return places[i];
    return places[0];
}

bool printer_send(const struct print_job *job, struct span content, struct buf *said)
{
    static const char *const places[] = { "/usr/bin/lp", "/usr/local/bin/lp", "/opt/homebrew/bin/lp" };
    const char *program = job->program ? job->program : place_of(places, sizeof places / sizeof *places);
    const char *name = job->printer;
    if (name && *name && !queue_name_good(name)) {
        buf_string(said, _("打印机名不对：不能有空格和 / #，不能以 - 开头"));
        return false;
    }
    struct buf clean = { 0 }, out = { 0 }, complaint = { 0 };
    put_title(job->title, &clean);
    /* Without the medium CUPS takes Letter, and the text stands 14 mm too far in. */
    const char *arguments[] = { "lp",
                                "-t",
                                clean.at,
                                "-o",
                                "media=A4",
                                "-o",
                                "print-scaling=none",
                                "-o",
                                "sides=two-sided-long-edge",
                                name && *name ? "-d" : NULL,
                                name,
                                NULL };
    enum child_end end = child_run(&(struct child){ .program = program,
                                                    .arguments = arguments,
                                                    .input = content,
                                                    .limit_ms = PRINTER_WAIT_MS,
                                                    .limit_bytes = SAID_MAX_BYTES,
                                                    .complaint = &complaint },
                                   &out);
    bool good = end == CHILD_DONE;
    if (good)
        tell_job(&out, said);
    else if (end == CHILD_ABSENT)
        buf_string(said, _("没有找到打印命令 lp，请安装 cups-client"));
    else if (end == CHILD_STOPPED)
        buf_string(said, _("已取消"));
    else if (end == CHILD_LATE || end == CHILD_LOUD)
        buf_string(said, _("打印命令 lp 没有回应"));
    else
        tell(buf_view(&complaint), _("打印命令 lp 失败"), said);
    buf_fini(&clean);
    buf_fini(&out);
    buf_fini(&complaint);
    return good;
}

/* The word behind `before` at the head of a line. */
static struct span word_behind(struct span line, const char *before)
{
    size_t bytes = strlen(before);
    if (line.bytes <= bytes || memcmp(line.at, before, bytes) != 0)
        return (struct span){ 0 };
    struct span word = { line.at + bytes, 0 };
    while (bytes + word.bytes < line.bytes && word.at[word.bytes] != ' ')
        word.bytes++;
    return word;
}

static bool has(struct span line, const char *words)
{
    size_t bytes = strlen(words);
    for (size_t at = 0; at + bytes <= line.bytes; at++)
        if (memcmp(line.at + at, words, bytes) == 0)
            return true;
    return false;
}

/* lpstat -p -d, a queue a line. Returns how many. */
static uint32_t read_list(const struct buf *out, struct arena *arena, struct printer **printers)
{
    struct text usual = { 0 };
    uint32_t count = 0, lines = 0;
    for (size_t i = 0; i < out->bytes; i++)
        lines += out->at[i] == '\n';
    *printers = arena_array(arena, lines + 1, sizeof **printers);
    for (struct span rest = buf_view(out); rest.bytes;) {
        struct span line = span_line(&rest);
        struct span name = word_behind(line, "printer "), named = word_behind(line, "system default destination: ");
        if (name.bytes)
            (*printers)[count++] = (struct printer){
                .name = text_copy(arena, text_clean(arena, name)),
                .state = has(line, "disabled")       ? PRINTER_PAUSED
                         : has(line, "now printing") ? PRINTER_PRINTING
                                                     : PRINTER_IDLE,
            };
        if (named.bytes)
            usual = text_copy(arena, text_clean(arena, named));
    }
    for (uint32_t i = 0; i < count; i++)
        (*printers)[i].is_default = text_equal((*printers)[i].name, usual);
    return count;
}

uint32_t printer_list(struct printer_search *search, struct arena *arena, struct printer **printers, struct buf *said)
{
    static const char *const places[] = { "/usr/bin/lpstat", "/usr/local/bin/lpstat", "/opt/homebrew/bin/lpstat" };
    const char *arguments[] = { "lpstat", "-p", "-d", NULL };
    struct buf out = { 0 }, complaint = { 0 };
    enum child_end end =
        child_run(&(struct child){ .program = search->program ? search->program
                                                              : place_of(places, sizeof places / sizeof *places),
                                   .arguments = arguments,
                                   .limit_ms = LIST_WAIT_MS,
                                   .complaint = &complaint },
                  &out);
    search->stopped = end == CHILD_STOPPED;
    if (search->stopped)
        buf_clear(&out);
    uint32_t count = read_list(&out, arena, printers);
    if (search->stopped)
        buf_string(said, _("已取消"));
    else if (!count && end == CHILD_ABSENT)
        buf_string(said, _("没有找到打印命令 lp，请安装 cups-client"));
    else if (!count)
        tell(buf_view(&complaint), _("没有打印机"), said);
    buf_fini(&out);
    buf_fini(&complaint);
    return count;
}

const char *printer_state_name(enum printer_state state)
{
    static const char *const names[] = { N_("就绪"), N_("正在打印"), N_("已暂停") };
    return _(names[state]);
}
