/* SPDX-License-Identifier: MIT */
#include "command/out.h"

#include <signal.h>
#include <string.h>

#include "base/i18n.h"
#include "base/queue_name.h"
#include "command/message.h"
#include "system/deliver.h"
#include "text/theme.h"
#include "text/wrap.h"

struct delivery out_delivery(const struct job *job, enum format format)
{
    bool is_table = format_table[format].charset == CHARSET_TABLE;
    return (struct delivery){ .in_locale = format_in_locale(format),
                              .byte_order = is_table && settings_number(&job->options->settings, SETTING_BOM) };
}

struct table out_table(struct job *job, enum table_dialect dialect)
{
    return (struct table){ .out = &job->out,
                           .dialect = dialect,
                           .for_spreadsheet = settings_number(&job->options->settings, SETTING_BOM) };
}

static bool is_file(const char *output)
{
    return output && strcmp(output, "-") != 0;
}

static struct delivery delivery_of(const struct job *job)
{
    const struct options *options = job->options;
    struct delivery delivery = out_delivery(job, job->format);
    delivery.title = job->title.at;
    if (!job->to_stdout && (options->printer || is_file(options->output))) {
        delivery.to = options->printer ? DELIVER_PRINTER : DELIVER_FILE;
        delivery.target = options->printer ? options->printer : options->output;
    }
    return delivery;
}

bool out_allowed(const struct job *job)
{
    const struct options *options = job->options;
    struct delivery delivery = delivery_of(job);
    struct buf refusal = { 0 };
    bool allowed = deliver_allowed(&delivery, &refusal);
    if (!allowed)
        message("%.*s", (int)refusal.bytes, refusal.at);
    buf_fini(&refusal);
    if (!allowed || !options->printer)
        return allowed;
    if (options->output || job->format != FORMAT_PDF) {
        message(_("--printer 只打印 pdf 格式，不与 --output 同用"));
        return false;
    }
    if (*options->printer && !queue_name_good(options->printer)) {
        message(_("打印机名“%s”不对：不能有空格和 / #，不能以 - 开头"), options->printer);
        return false;
    }
    return true;
}

static int tell(const struct delivery *delivery, enum delivered done, struct buf *said)
{
    /* A file was asked for by its name: that it is there is no news. */
    if (said->bytes && (done != DELIVER_DONE || delivery->to != DELIVER_FILE))
        message("%.*s", (int)said->bytes, said->at);
    buf_fini(said);
    switch (done) {
    case DELIVER_DONE:
    case DELIVER_BUT:
        return STATUS_DONE;
    case DELIVER_REFUSED:
        return STATUS_USAGE;
    case DELIVER_CLOSED: /* the reader has had enough; that is no fault */
        return STATUS_SIGNAL + SIGPIPE;
    default:
        return STATUS_FAILED;
    }
}

void out_stream(struct job *job)
{
    job->delivery = delivery_of(job);
    deliver_begin(&job->outlet, &job->delivery, &job->out);
}

int out_finish(struct job *job)
{
    struct buf said = { 0 };
    if (!job->outlet.content)
        out_stream(job);
    return tell(&job->delivery, deliver_end(&job->outlet, &said), &said);
}

int out_plain(const char *output, struct span utf8)
{
    struct delivery delivery = { .to = is_file(output) ? DELIVER_FILE : DELIVER_STDOUT,
                                 .target = output,
                                 .in_locale = true };
    struct buf said = { 0 };
    return tell(&delivery, deliver(&delivery, utf8, &said), &said);
}

static void put_color(struct buf *out, int color, int base)
{
    if (color != LOOK_OWN_COLOR && color < 16)
        buf_printf(out, ";%d", base + (color < 8 ? color : color - 8 + 60));
    else if (color != LOOK_OWN_COLOR)
        buf_printf(out, ";%d;5;%d", base + 8, color);
}

/* As ECMA-48 has it, and xterm the brighter eight. */
static void begin_look(struct look look, struct buf *out)
{
    static const struct {
        unsigned attribute;
        char parameter;
    } attributes[] = { { LOOK_BOLD, '1' }, { LOOK_FAINT, '2' }, { LOOK_UNDERLINE, '4' }, { LOOK_REVERSE, '7' } };
    buf_string(out, "\033[0");
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
        if (look.attributes & attributes[i].attribute)
            buf_printf(out, ";%c", attributes[i].parameter);
    put_color(out, look.foreground, 30);
    put_color(out, look.background, 40);
    buf_char(out, 'm');
}

void out_style(struct job *job, enum style style, struct text text)
{
    if (text_empty(text))
        return;
    struct look look = theme_look(&job->options->settings.theme, style, job->depth);
    bool styled = job->color && !look_equal(look, theme_look(&(struct theme){ 0 }, STYLE_NORMAL, job->depth));
    if (styled)
        begin_look(look, &job->out);
    buf_text(&job->out, text);
    if (styled)
        buf_string(&job->out, "\033[0m");
}

void out_paragraph(struct job *job, enum style style, struct text text)
{
    if (job->width_cols == 0) {
        out_style(job, style, text);
        buf_char(&job->out, '\n');
        return;
    }
    struct wrap wrap;
    struct text line;
    for (wrap_init(&wrap, text, job->width_cols, job->ambiguous_cols); wrap_next(&wrap, &line);) {
        out_style(job, style, line);
        buf_char(&job->out, '\n');
    }
    wrap_fini(&wrap);
}
