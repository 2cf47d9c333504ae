/* SPDX-License-Identifier: MIT */
#include "command/help.h"

#include <string.h>

#include "base/i18n.h"
#include "text/width.h"

void help_summary(struct buf *out)
{
    enum { NAME_COLS = 14 };
    struct buf name = { 0 };
    buf_string(out, _("用法：fengong [选项]… [命令 [参数]…]\n"
                      "谁牵头、谁参与：查阅政府工作报告重点工作责任分解。\n\n命令：\n"));
    for (uint32_t i = 0; i < command_table_count; i++) {
        const struct command *command = &command_table[i];
        buf_clear(&name);
        buf_printf(&name, "%s %s", command->name, command->args);
        buf_string(out, "  ");
        width_pad(out, text_composed(buf_view(&name)), NAME_COLS, 1);
        buf_printf(out, "  %s\n", _(command->help));
        if (command->use == FORMAT_FOR_WORDS)
            continue;
        buf_fill(out, ' ', NAME_COLS + 4);
        buf_string(out, "--as=");
        format_words(command->use, out);
        buf_char(out, '\n');
    }
    buf_string(out, _("\n选项：\n"));
    options_help(NULL, out);
    buf_string(
        out,
        _("\n不用 -f 时依次找：$FENGONG_FILE、设置里的 file、data/tasks.yaml、$XDG_DATA_HOME 和 $XDG_DATA_DIRS 下的"
          " fengong/tasks.yaml。\n"
          "退出码：0 完成；1 没有找到、有差别或有问题；2 用法不对；3 读、写或解析失败；128+n 因信号 n 结束。\n"));
    buf_fini(&name);
}

static void put_examples(const struct command *command, struct buf *out)
{
    buf_printf(out, "\n%s\n", _("例："));
    for (uint32_t i = 0; i < example_table_count; i++) {
        const struct example *example = &example_table[i];
        if (strcmp(example->command, command->name) != 0)
            continue;
        buf_printf(out, "  %s\n      %s", example->line, _(example->does));
        if (example->status)
            buf_printf(out, _("（退出码 %d）"), example->status);
        buf_char(out, '\n');
    }
}

void help_of(const struct command *command, struct buf *out)
{
    struct buf options = { 0 };
    buf_printf(out, _("用法：fengong %s%s%s"), command->name, *command->args ? " " : "", command->args);
    buf_printf(out, "\n%s\n", _(command->help));
    if (command->use != FORMAT_FOR_WORDS) {
        buf_string(out, "\n  --as=");
        format_words(command->use, out);
        buf_char(out, '\n');
    }
    options_help(command->name, &options);
    buf_string(out, options.bytes ? _("\n选项：\n") : "");
    buf_span(out, buf_view(&options));
    put_examples(command, out);
    buf_printf(out, "\n%s\n", _("各命令都有的选项见 fengong --help，全部说明见 man fengong。"));
    buf_fini(&options);
}

int command_help(struct job *job)
{
    if (!job->args_count) {
        help_summary(&job->out);
        return STATUS_DONE;
    }
    const struct command *command = command_find(job->raw_args[0]);
    if (!command)
        return STATUS_USAGE;
    help_of(command, &job->out);
    return STATUS_DONE;
}
