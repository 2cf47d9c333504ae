/* SPDX-License-Identifier: MIT */
#include "command/out.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/capability.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/i18n.h"
#include "command/message.h"
#include "system/locale.h"
#include "system/printer.h"
#include "text/wrap.h"

bool out_allowed(const struct job *job)
{
    const struct options *options = job->options;
    if (options->output && strcmp(options->output, "-") != 0 &&
        !capability_allowed(options->restricted, CAPABILITY_WRITE_FILE)) {
        message(_("受限模式不写文件"));
        return false;
    }
    if (!options->printer)
        return true;
    if (!capability_allowed(options->restricted, CAPABILITY_START_PROGRAM)) {
        message(_("受限模式不启动打印程序"));
        return false;
    }
    if (options->output || job->format != FORMAT_TEXT) {
        message(_("--printer 只打印 text 格式，不与 --output 同用"));
        return false;
    }
    if (*options->printer && !printer_name_good(options->printer)) {
        message(_("打印机名“%s”不对：只能有字母、数字和 _ . -"), options->printer);
        return false;
    }
    return true;
}

static int write_standard_output(struct span content)
{
    if (file_write_fd(STDOUT_FILENO, content) == 0)
        return STATUS_DONE;
    if (errno == EPIPE) /* the reader has had enough; that is no fault */
        return STATUS_SIGNAL + SIGPIPE;
    message(_("无法写标准输出：%s"), fault_writing(errno));
    return STATUS_FAILED;
}

static int write_file(const char *path, struct span content)
{
    if (file_write(path, content) == 0)
        return STATUS_DONE;
    message(_("无法写 %s：%s"), path, fault_writing(errno));
    return STATUS_FAILED;
}

static int send_to_printer(const char *printer, struct span content)
{
    struct buf fault = { 0 };
    bool sent = printer_send(content, printer, "fengong", &fault);
    if (sent)
        message(_("已送打印机"));
    else
        message(_("打印没有成功：%.*s"), (int)fault.bytes, fault.at);
    buf_fini(&fault);
    return sent ? STATUS_DONE : STATUS_FAILED;
}

int out_finish(struct job *job)
{
    const struct options *options = job->options;
    if (options->printer && !job->to_stdout) /* CUPS takes text as UTF-8 */
        return send_to_printer(options->printer, buf_view(&job->out));
    struct buf encoded = { 0 };
    bool utf8 = job->format == FORMAT_JSON || job->format == FORMAT_YAML || job->format == FORMAT_HTML;
    bool table = job->format == FORMAT_CSV || job->format == FORMAT_TSV;
    if (utf8) {
        buf_span(&encoded, buf_view(&job->out));
    } else {
        if (options->bom && table && strcmp(locale_charset(), "UTF-8") == 0)
            buf_string(&encoded, "\xef\xbb\xbf");
        locale_encode(buf_view(&job->out), &encoded);
    }
    bool to_file = options->output && strcmp(options->output, "-") != 0 && !job->to_stdout;
    int status = to_file ? write_file(options->output, buf_view(&encoded)) : write_standard_output(buf_view(&encoded));
    buf_fini(&encoded);
    return status;
}

int out_plain(struct span utf8)
{
    struct buf encoded = { 0 };
    locale_encode(utf8, &encoded);
    int status = write_standard_output(buf_view(&encoded));
    buf_fini(&encoded);
    return status;
}

void out_style(struct job *job, enum style style, struct text text)
{
    /* SGR parameters that every terminal has: bold, faint, underline, eight colours. */
    static const char *const sgr[STYLES_COUNT] = {
        [STYLE_TITLE] = "1", [STYLE_DIM] = "2",      [STYLE_LEAD] = "1;31",
        [STYLE_VIA] = "36",  [STYLE_MAYBE] = "2",    [STYLE_MATCH] = "1;4;31",
        [STYLE_KEY] = "1",   [STYLE_ERROR] = "1;31", [STYLE_WARNING] = "1;33",
    };
    if (text_empty(text))
        return;
    bool styled = job->color && sgr[style];
    if (styled)
        buf_printf(&job->out, "\033[%sm", sgr[style]);
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
