/* SPDX-License-Identifier: MIT */
#include "command/command.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "base/i18n.h"
#include "command/message.h"
#include "command/out.h"
#include "system/locale.h"
#include "text/charset.h"
#include "text/utf8.h"
#include "text/width.h"

enum { ANY = UINT32_MAX, READABLE_COLS = 80 };

const struct command command_table[] = {
    { "browse", "", N_("界面（默认）：领导、任务、单位、统计，查找和打印"), FORMAT_FOR_WORDS, FORMAT_TEXT, 0, 0,
      command_browse },
    { "show", "ID…", N_("显示任务或民生实事的全文和单位：2.7、二.7、m.4、m.4.2"), FORMAT_FOR_ANSWER, FORMAT_TEXT, 1,
      ANY, command_show },
    { "unit", "NAME", N_("一个单位牵头、参与、经由集合单位承担和可能涉及的任务"), FORMAT_FOR_ANSWER, FORMAT_TEXT, 1,
      ANY, command_unit },
    { "search", "QUERY", N_("按名称、简称、拼音找单位：名称、牵头、参与、经由数；--in 找领导、任务"), FORMAT_FOR_ANSWER,
      FORMAT_TEXT, 1, ANY, command_search },
    { "print", "[WHAT]",
      N_("任务单：领导姓名、部分序号（2、二）、单位、任务号、livelihood（民生）、targets（指标）、all（全部）"),
      FORMAT_FOR_SHEET, FORMAT_TEXT, 0, ANY, command_print },
    { "stats", "", N_("统计：按领导、单位、责任，谁同谁一起，各数相合；--unit 一家的同伴"),
      FORMAT_FOR_ANSWER | FORMAT_FOR_STATS, FORMAT_TEXT, 0, 0, command_stats },
    { "export", "", N_("输出整个责任分解"), FORMAT_FOR_EXPORT, FORMAT_JSON, 0, 0, command_export },
    { "check", "", N_("校对文件，列出全部问题"), FORMAT_FOR_WORDS, FORMAT_TEXT, 0, 0, command_check },
    { "import", "NOTICE", N_("通知（文字、docx、xlsx、HTML、CSV，“-”为标准输入）转成 YAML，存疑处报在标准错误"),
      FORMAT_FOR_IMPORT, FORMAT_YAML, 1, 1, command_import },
    { "diff", "OLD NEW", N_("两份责任分解之间变了什么：任务、文字、单位、牵头"), FORMAT_FOR_ANSWER | FORMAT_FOR_SHEET,
      FORMAT_TEXT, 2, 2, command_diff },
    { "help", "[COMMAND]", N_("本说明，或一条命令的用法和例子"), FORMAT_FOR_WORDS, FORMAT_TEXT, 0, 1, command_help },
};
const uint32_t command_table_count = sizeof command_table / sizeof *command_table;

const struct command *command_find(const char *name)
{
    for (uint32_t i = 0; i < command_table_count; i++)
        if (strcmp(name, command_table[i].name) == 0)
            return &command_table[i];
    message(_("没有命令“%s”；用法见 --help"), name);
    return NULL;
}

struct text job_decode(struct arena *arena, const char *argument)
{
    struct span raw = span_of(argument);
    bool own = locale_kind() == LOCALE_GB || locale_kind() == LOCALE_OTHER;
    /* Where the locale was only asked for, what is UTF-8 all the same is taken as such. */
    if (strcmp(locale_charset(), "UTF-8") == 0 || (!own && utf8_valid_bytes(raw) == raw.bytes))
        return text_clean(arena, raw);
    struct buf utf8 = { 0 };
    bool good = charset_decode(locale_charset(), raw, &utf8) == 0;
    struct text text = text_copy(arena, text_clean(arena, good ? buf_view(&utf8) : raw));
    buf_fini(&utf8);
    return text;
}

struct sheet_date job_date(void)
{
    const char *given = getenv("SOURCE_DATE_EPOCH");
    char *end;
    long long seconds = given ? strtoll(given, &end, 10) : 0;
    bool fixed = given && end != given && !*end && seconds >= 0;
    time_t now = fixed ? (time_t)seconds : time(NULL);
    struct tm parts = { 0 };
    if (!(fixed ? gmtime_r(&now, &parts) : localtime_r(&now, &parts)))
        return (struct sheet_date){ 0 };
    return (struct sheet_date){ parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday };
}

enum sheet_layout job_layout(const struct job *job)
{
    return (enum sheet_layout)settings_number(&job->options->settings, SETTING_LAYOUT);
}

struct text job_words(struct job *job)
{
    struct buf words = { 0 };
    for (uint32_t i = 0; i < job->args_count; i++) {
        buf_string(&words, i ? " " : "");
        buf_text(&words, job->args[i]);
    }
    return text_composed(span_trim(text_span(text_take(&job->arena, &words))));
}

static bool choose_format(struct job *job)
{
    const struct command *command = job->command;
    const char *as = job->options->as;
    /* Text that CUPS prints has a box for every Han. */
    job->format = job->options->printer ? FORMAT_PDF : command->default_format;
    if (!as)
        return true;
    enum format format = format_find(job_decode(&job->arena, as));
    if (format == FORMATS_COUNT || !(format_table[format].uses & command->use)) {
        struct buf words = { 0 };
        format_words(command->use, &words);
        message(_("%s 没有格式“%s”；可用：%.*s"), command->name, as, (int)words.bytes, words.at);
        buf_fini(&words);
        return false;
    }
    job->format = format;
    return true;
}

/* Where standard output goes decides whether it is styled and how it is broken. */
static void look_at_output(struct job *job)
{
    const struct options *options = job->options;
    struct winsize size;
    const char *term = getenv("TERM"), *no_color = getenv("NO_COLOR");
    bool to_terminal = !options->output && !options->printer && isatty(STDOUT_FILENO);
    job->color = options->color == COLOR_CHOICE_ALWAYS;
    if (options->color == COLOR_CHOICE_AUTO)
        job->color = to_terminal && !(no_color && *no_color) && term && strcmp(term, "dumb") != 0;
    job->color = job->color && job->format == FORMAT_TEXT; /* a table is for programs */
    job->depth = theme_depth(term, getenv("COLORTERM"));
    job->width_cols = options->width_cols;
    if (!job->width_cols && to_terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col)
        job->width_cols = size.ws_col < READABLE_COLS ? size.ws_col : READABLE_COLS;
    job->ambiguous_cols = settings_number(&options->settings, SETTING_AMBIGUOUS);
    if (!job->ambiguous_cols)
        job->ambiguous_cols = locale_ambiguous_cols();
    if (!job->ambiguous_cols)
        job->ambiguous_cols = 1;
}

static bool find_command(struct job *job, int *argc, char ***argv)
{
    job->command = command_find(*argc ? **argv : "browse");
    if (!job->command)
        return false;
    *argv += *argc > 0;
    *argc -= *argc > 0;
    job->args_count = (uint32_t)*argc;
    job->raw_args = *argv;
    if (job->args_count < job->command->args_min || job->args_count > job->command->args_max) {
        message(_("用法：fengong %s%s%s"), job->command->name, *job->command->args ? " " : "", job->command->args);
        return false;
    }
    const char *misplaced = options_misplaced(job->options, job->command->name);
    if (misplaced) {
        message(_("选项 --%s 不能用于 %s；用法见 --help"), misplaced, job->command->name);
        return false;
    }
    if (job->options->rows && !job->options->script) {
        message(_("--size 与 --script 同用"));
        return false;
    }
    return true;
}

int command_main(const struct options *options, const struct paper *paper, int argc, char **argv)
{
    struct job job = { .options = options, .paper = paper };
    if (!find_command(&job, &argc, &argv) || !choose_format(&job) || !out_allowed(&job))
        return STATUS_USAGE;
    if (format_by_paper(job.format) && !paper)
        return paper_become(&job, NULL);
    look_at_output(&job);
    job.args = arena_array(&job.arena, job.args_count, sizeof *job.args);
    for (uint32_t i = 0; i < job.args_count; i++)
        job.args[i] = job_decode(&job.arena, job.raw_args[i]);
    int status = job.command->act(&job);
    /* Done without a word: the file must not go on saying what it said before. */
    bool speaks = job.command->act != command_browse;
    bool streams = job.outlet.content != NULL;
    if (!job.delivered && (job.out.bytes || streams || (status == STATUS_DONE && options->output && speaks))) {
        int written = out_finish(&job);
        if (written)
            status = written;
    }
    search_free(job.search);
    search_free(job.search_leaders);
    index_free(job.index);
    breakdown_free(job.breakdown);
    buf_fini(&job.out);
    buf_fini(&job.title);
    arena_fini(&job.arena);
    return status;
}
