/* SPDX-License-Identifier: MIT */
#include "term/effect.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/capability.h"
#include "base/fault.h"
#include "base/i18n.h"
#include "system/deliver.h"
#include "system/editor.h"
#include "system/printer.h"
#include "term/copy.h"
#include "term/foreground.h"
#include "term/frame.h"

static bool to_clipboard(struct span content, struct buf *said)
{
    struct buf bytes = { 0 };
    bool good = copy_sequence(text_composed(content), term_kind(), &bytes);
    frame_add(buf_view(&bytes));
    buf_string(said, good ? _("已发送到终端（能否进入剪贴板由终端决定）") : _("内容过长或终端不支持复制"));
    buf_fini(&bytes);
    return good;
}

void effect_copy(struct shell *shell, const struct reaction *reaction)
{
    struct delivery delivery = { .to = DELIVER_CLIPBOARD, .clipboard = to_clipboard };
    buf_clear(&shell->notice);
    if (!text_empty(reaction->about))
        buf_printf(&shell->notice, _("标记的 %.*s："), TEXT_ARG(reaction->about));
    enum delivered done = deliver(&delivery, text_span(reaction->text), &shell->notice);
    if (done == DELIVER_FAILED)
        buf_printf(&shell->notice, _("，请按 %s 用终端自带的选择复制"), app_key(shell->app, ACTION_PLAIN));
    shell_tell(shell, done != DELIVER_DONE);
}

/* How far it is, on the screen. */
static bool tell_far(void *context, struct text words)
{
    struct shell *shell = context;
    if (!text_empty(words))
        shell_say_at_it(shell, words);
    return !shell_is_stopped(shell);
}

/* A sheet for each unit.  Of what there is to say the screen has one line for: the last, which says what became of it. */
static void print_each_unit(struct shell *shell, const struct reaction *reaction)
{
    struct buf said = { 0 };
    shell_say_at_it(shell, text_of(_("正在生成文件…")));
    bool good = shell->options.render_each(shell->options.context, reaction, tell_far, shell, &said);
    size_t end = said.bytes && said.at[said.bytes - 1] == '\n' ? said.bytes - 1 : said.bytes, from = end;
    while (from && said.at[from - 1] != '\n')
        from--;
    buf_clear(&shell->notice);
    buf_add(&shell->notice, said.at + from, end - from);
    shell_tell(shell, !good);
    buf_fini(&said);
}

void effect_print(struct shell *shell, const struct reaction *reaction, bool to_printer)
{
    if (reaction->each_unit) {
        print_each_unit(shell, reaction);
        return;
    }
    bool is_table = format_table[reaction->format].charset == CHARSET_TABLE;
    struct delivery delivery = { .to = to_printer ? DELIVER_PRINTER : DELIVER_FILE,
                                 .target = reaction->path,
                                 .typed = true,
                                 .new_only = !reaction->replace,
                                 .in_locale = format_in_locale(reaction->format),
                                 .byte_order = is_table && shell->options.byte_order };
    struct buf content = { 0 }, title = { 0 };
    struct outlet outlet = { 0 };
    enum delivered done = DELIVER_REFUSED;
    buf_clear(&shell->notice);
    bool allowed = deliver_allowed(&delivery, &shell->notice);
    if (allowed && to_printer)
        shell_say_at_it(shell, text_of(_("正在送打印机…")));
    else if (allowed && format_by_paper(reaction->format))
        shell_say_at_it(shell, text_of(_("正在生成文件…")));
    if (allowed)
        deliver_begin(&outlet, &delivery, &content);
    if (allowed && shell->options.render(shell->options.context, reaction, &title, &content, &shell->notice)) {
        delivery.title = title.at;
        done = deliver_end(&outlet, &shell->notice);
    }
    deliver_drop(&outlet);
    if (done == DELIVER_FAILED && !to_printer)
        app_path_again(shell->app);
    if (done == DELIVER_TAKEN)
        app_path_taken(shell->app);
    else
        shell_tell(shell, done != DELIVER_DONE); /* what is done, but …, stays until it is read */
    shell->dirty = true;
    buf_fini(&content);
    buf_fini(&title);
}

/* Where none is told of, lp knows best whether there is a default one. */
void effect_queues(struct shell *shell, const struct reaction *reaction)
{
    struct arena arena = { 0 };
    struct printer *printers;
    struct printer_search search = { 0 };
    if (!capability_allowed(CAPABILITY_START_PROGRAM))
        return;
    buf_clear(&shell->notice);
    shell_say_at_it(shell, text_of(_("正在询问有哪些打印机…")));
    uint32_t count = printer_list(&search, &arena, &printers, &shell->notice);
    struct app_queue *queues = arena_array(&arena, count, sizeof *queues);
    for (uint32_t i = 0; i < count; i++)
        queues[i] = (struct app_queue){ printers[i].name, text_of(printer_state_name(printers[i].state)),
                                        printers[i].is_default };
    if (count)
        app_queues(shell->app, queues, count);
    else if (!search.stopped)
        effect_print(shell, reaction, true);
    else
        shell_tell(shell, true);
    shell->dirty = true;
    arena_fini(&arena);
}

/* Why a file cannot be edited; NULL when it can. */
static const char *why_not_edit(const char *path)
{
    struct stat st;
    if (strcmp(path, "-") == 0)
        return _("数据来自标准输入，没有文件可编辑");
    if (stat(path, &st) != 0)
        return fault_reading(errno);
    if (!S_ISREG(st.st_mode))
        return _("不是普通文件，不能编辑");
    if (access(path, R_OK) != 0)
        return fault_reading(errno);
    return access(path, W_OK) == 0 ? NULL : fault_writing(errno);
}

bool effect_edit(struct shell *shell, const struct reaction *reaction)
{
    enum { NOT_EXECUTABLE = 126, NOT_FOUND = 127 };
    struct editor editor;
    bool ran = false;
    buf_clear(&shell->notice);
    const char *fault = why_not_edit(reaction->path);
    if (!capability_allowed(CAPABILITY_START_PROGRAM)) {
        buf_string(&shell->notice, _("受限模式不启动编辑器"));
    } else if (fault) {
        text_clean_to(&shell->notice, span_of(reaction->path));
        buf_printf(&shell->notice, _("：%s"), fault);
    } else {
        editor_find(&editor, reaction->path, reaction->line_no);
        int status = foreground_run(editor.program, editor.arguments);
        ran = true;
        if (status < 0 || status == NOT_FOUND || status == NOT_EXECUTABLE) {
            buf_string(&shell->notice, _("编辑器没有启动，请设环境变量 VISUAL 或 EDITOR："));
            text_clean_to(&shell->notice, span_of(editor.command));
        }
        editor_fini(&editor);
    }
    if (shell->notice.bytes)
        shell_tell(shell, true);
    return ran;
}
