/* SPDX-License-Identifier: MIT */
#include "command/options.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "command/message.h"
#include "system/locale.h"
#include "text/width.h"
#include "ui/script.h"

enum { COLS_MIN = 20, COLS_MAX = 1000 };

enum option_id {
    OPTION_FILE,
    OPTION_OUTPUT,
    OPTION_AS,
    OPTION_WIDTH,
    OPTION_LAYOUT,
    OPTION_FONTS,
    OPTION_EACH,
    OPTION_FILTER,
    OPTION_IDS,
    OPTION_TITLE,
    OPTION_SORT,
    OPTION_PRINTER,
    OPTION_BOM,
    OPTION_PUNCTUATION,
    OPTION_JSON,
    OPTION_REVIEW,
    OPTION_GOTO,
    OPTION_UNIT,
    OPTION_LEADER,
    OPTION_SEARCH,
    OPTION_IN,
    OPTION_SCRIPT,
    OPTION_SIZE,
    OPTION_AMBIGUOUS,
    OPTION_ASCII,
    OPTION_LINEAR,
    OPTION_THEME,
    OPTION_COLOR,
    OPTION_LANG,
    OPTION_LIMIT,
    OPTION_RESTRICTED,
    OPTION_SELF_TEST,
    OPTION_LIST_KEYS,
    OPTION_DUMP_CONFIG,
    OPTION_HELP,
    OPTION_VERSION,
    OPTIONS_COUNT
};

static const struct option_row {
    const char *name;
    int letter;       /* 0: none */
    int argument;     /* of getopt_long() */
    const char *arg;  /* as the help shows it */
    const char *only; /* the commands it belongs to, with blanks between them; NULL: any */
    const char *help;
    const struct setting_row *setting; /* what files can say as well; arg and help are its, where the row has none */
    const char *except;                /* of any, the commands it does not belong to; NULL: none */
} table[OPTIONS_COUNT] = {
    [OPTION_FILE] = { "file", 'f', required_argument, NULL, NULL,
                      N_("责任分解文件，“-”为标准输入；可以给几次，几份一起看"), &setting_table[SETTING_FILE],
                      "diff import" },
    [OPTION_OUTPUT] = { "output", 'o', required_argument, "FILE", NULL, N_("写到文件：要么完整写好，要么原样不动") },
    [OPTION_AS] = { "as", 0, required_argument, "FORMAT", NULL, N_("输出格式，各命令所能见上") },
    [OPTION_WIDTH] = { "width", 0, required_argument, "COLS", NULL, N_("文字折行的列数（任务单默认56列，即28字）") },
    [OPTION_LAYOUT] = { "layout", 0, required_argument, NULL, "print diff", NULL, &setting_table[SETTING_LAYOUT] },
    [OPTION_FONTS] = { "fonts", 0, required_argument, NULL, "print diff", NULL, &setting_table[SETTING_FONTS] },
    [OPTION_EACH] = { "each", 0, required_argument, "unit|leader|section", "print",
                      N_("每个单位、每位领导或每个部分各一份，写进 -o 的文件夹") },
    [OPTION_FILTER] = { "filter", 0, required_argument, "TEXT", "print",
                        N_("筛出的任务：词，或 单位:、领导:、牵头:、参与:、时限:、有数:") },
    [OPTION_SORT] = { "sort", 0, required_argument, "notice|due|leader|verb|measure|number", "print",
                      N_("次序：通知的（默认）、按完成时限；指标还可按领导、动作、计量单位、数量") },
    [OPTION_IDS] = { "ids", 0, required_argument, "FILE", "print", N_("文件里列的任务，一行一个编号，“-”为标准输入") },
    [OPTION_TITLE] = { "title", 0, required_argument, "TEXT", "print", N_("--ids 的任务单的标题") },
    [OPTION_PRINTER] = { "printer", 0, optional_argument, "NAME", "print", N_("把任务单交给打印机（lp）") },
    [OPTION_BOM] = { "bom", 0, no_argument, NULL, NULL, NULL, &setting_table[SETTING_BOM] },
    [OPTION_PUNCTUATION] = { "punctuation", 0, required_argument, "full|keep", "import",
                             N_("中文标点改为全角，或照原文（默认）") },
    [OPTION_JSON] = { "json", 0, no_argument, NULL, "import",
                      N_("不写 YAML，写通知每一段成了什么（JSON），供别的程序用") },
    [OPTION_REVIEW] = { "review", 0, no_argument, NULL, "import",
                        N_("打开界面，逐处看存疑：通知的行、转成的任务、YAML 的行") },
    [OPTION_GOTO] = { "goto", 0, required_argument, "ID", "browse", N_("从这一项任务开始") },
    [OPTION_UNIT] = { "unit", 0, required_argument, "NAME", "browse stats",
                      N_("从这个单位开始；stats：只看它同谁一起") },
    [OPTION_LEADER] = { "leader", 0, required_argument, "NAME", "browse", N_("从这位领导开始") },
    [OPTION_SEARCH] = { "search", 0, required_argument, "TEXT", "browse", N_("从查找开始") },
    [OPTION_IN] = { "in", 0, required_argument, "units|leaders|tasks", "search",
                    N_("找单位（默认）、找领导，还是找任务正文") },
    [OPTION_SCRIPT] = { "script", 0, required_argument, "FILE", "browse import",
                        N_("不用终端，按文件里的按键运行界面") },
    [OPTION_SIZE] = { "size", 0, required_argument, "COLSxROWS", "browse import",
                      N_("--script 的屏幕大小（默认80x24）") },
    [OPTION_AMBIGUOUS] = { "ambiguous", 0, required_argument, NULL, NULL, NULL, &setting_table[SETTING_AMBIGUOUS] },
    [OPTION_ASCII] = { "ascii", 0, no_argument, NULL, NULL, NULL, &setting_table[SETTING_ASCII] },
    [OPTION_LINEAR] = { "linear", 0, no_argument, NULL, "browse", NULL, &setting_table[SETTING_LINEAR] },
    [OPTION_THEME] = { "theme", 0, required_argument, NULL, NULL, NULL, &setting_table[SETTING_THEME] },
    [OPTION_COLOR] = { "color", 0, required_argument, "auto|always|never", NULL,
                       N_("颜色；auto 时环境变量 NO_COLOR 可关") },
    [OPTION_LANG] = { "lang", 0, required_argument, NULL, NULL, NULL, &setting_table[SETTING_LANG] },
    [OPTION_LIMIT] = { "limit", 0, required_argument, NULL, NULL, NULL, &setting_table[SETTING_LIMIT] },
    [OPTION_RESTRICTED] = { "restricted", 0, no_argument, NULL, NULL, N_("受限：不写文件，不启动程序") },
    [OPTION_SELF_TEST] = { "self-test", 0, no_argument, NULL, NULL,
                           N_("与 --restricted 同用：试每一条出路，说是否关着") },
    [OPTION_LIST_KEYS] = { "list-keys", 0, no_argument, NULL, NULL, N_("列出全部按键") },
    [OPTION_DUMP_CONFIG] = { "dump-config", 0, no_argument, NULL, NULL, N_("列出全部设置和现值，可以存为设置文件") },
    [OPTION_HELP] = { "help", 'h', no_argument, NULL, NULL, N_("显示本说明") },
    [OPTION_VERSION] = { "version", 'V', no_argument, NULL, NULL, N_("版本、所用的库、语言环境和字宽") },
};

static const char *arg_of(const struct option_row *row)
{
    return row->arg || row->argument == no_argument ? row->arg : row->setting->choices;
}

static bool bad_value(const struct option_row *row, const char *value)
{
    message(_("--%s 的值“%s”不对，应为 %s"), row->name, value, arg_of(row));
    return false;
}

static bool read_cols(const char *value, int *cols)
{
    char *end;
    long number = strtol(value, &end, 10);
    if (end == value || *end || number < COLS_MIN || number > COLS_MAX)
        return false;
    *cols = (int)number;
    return true;
}

/* Which of the words separated by | in the row's arg value is; -1: none. */
static int read_word(const struct option_row *row, const char *value)
{
    size_t bytes = strlen(value);
    int no = 0;
    for (const char *word = row->arg; word; no++) {
        const char *end = strchr(word, '|');
        size_t word_bytes = end ? (size_t)(end - word) : strlen(word);
        if (bytes == word_bytes && strncmp(word, value, bytes) == 0)
            return no;
        word = end ? end + 1 : NULL;
    }
    return -1;
}

static bool set_word(struct options *options, enum option_id id, const char *value)
{
    int word = read_word(&table[id], value);
    if (word < 0)
        return bad_value(&table[id], value);
    if (id == OPTION_IN)
        options->in = (enum search_in)word;
    else if (id == OPTION_COLOR)
        options->color = (enum color_choice)word;
    else if (id == OPTION_EACH)
        options->each = EACH_UNIT + (enum print_each)word;
    else if (id == OPTION_SORT)
        options->sort = (enum targets_order)word;
    else
        options->full_punctuation = word == 0;
    return true;
}

static bool set_setting(struct options *options, const struct option_row *row, const char *value)
{
    enum setting setting = (enum setting)(row->setting - setting_table);
    struct buf fault = { 0 };
    bool good = settings_put(&options->settings, setting, span_of(value ? value : "on"), FROM_OPTION, &fault);
    if (!good)
        message(_("--%s 的值“%s”不对：%s"), row->name, value, fault.at);
    else if (setting == SETTING_LANG && settings_number(&options->settings, setting))
        locale_speak(value); /* what is wrong with the next option is said in it */
    buf_fini(&fault);
    return good;
}

static bool set(struct options *options, enum option_id id, const char *value)
{
    const char **const strings[OPTIONS_COUNT] = {
        [OPTION_OUTPUT] = &options->output, [OPTION_AS] = &options->as,         [OPTION_GOTO] = &options->go_to,
        [OPTION_UNIT] = &options->unit,     [OPTION_LEADER] = &options->leader, [OPTION_SEARCH] = &options->search,
        [OPTION_SCRIPT] = &options->script, [OPTION_FILTER] = &options->filter, [OPTION_PRINTER] = &options->printer,
        [OPTION_IDS] = &options->ids,       [OPTION_TITLE] = &options->title,
    };
    bool *const flags[OPTIONS_COUNT] = {
        [OPTION_JSON] = &options->json,
        [OPTION_REVIEW] = &options->review,
        [OPTION_RESTRICTED] = &options->restricted,
        [OPTION_SELF_TEST] = &options->self_test,
        [OPTION_LIST_KEYS] = &options->list_keys,
        [OPTION_DUMP_CONFIG] = &options->dump_config,
        [OPTION_HELP] = &options->help,
        [OPTION_VERSION] = &options->version,
    };
    options->given |= UINT64_C(1) << id;
    if (value && !*value &&
        (id == OPTION_FILE || id == OPTION_OUTPUT || id == OPTION_SCRIPT || id == OPTION_IDS || id == OPTION_FILTER))
        return bad_value(&table[id], value);
    if (table[id].setting)
        return set_setting(options, &table[id], value);
    if (strings[id]) {
        *strings[id] = value ? value : "";
        return true;
    }
    if (flags[id])
        return *flags[id] = true;
    switch (id) {
    case OPTION_WIDTH:
        if (read_cols(value, &options->width_cols))
            return true;
        message(_("--width 的值“%s”不对，应为 %d 到 %d"), value, COLS_MIN, COLS_MAX);
        return false;
    case OPTION_SIZE:
        return script_size(text_of(value), &options->cols, &options->rows) || bad_value(&table[id], value);
    default:
        return set_word(options, id, value);
    }
}

bool options_parse(struct options *options, int argc, char **argv, int *rest)
{
    enum { LONG_FIRST = 256 };
    struct option longs[OPTIONS_COUNT + 1] = { 0 };
    char letters[3 * OPTIONS_COUNT + 2] = ":";
    char *end = letters + 1;
    for (int i = 0; i < OPTIONS_COUNT; i++) {
        longs[i] = (struct option){ table[i].name, table[i].argument, NULL, LONG_FIRST + i };
        if (!table[i].letter)
            continue;
        *end++ = (char)table[i].letter;
        if (table[i].argument == required_argument)
            *end++ = ':';
    }
    opterr = 0;
    options->argv = argv;
    settings_init(&options->settings);
    for (int got; (got = getopt_long(argc, argv, letters, longs, NULL)) != -1;) {
        int id = got - LONG_FIRST;
        for (int i = 0; i < OPTIONS_COUNT && id < 0; i++)
            if (got == table[i].letter)
                id = i;
        if (got == ':' || got == '?') {
            const char *word = argv[optind - 1];
            message(got == ':' ? _("选项 %s 缺少值；用法见 --help") : _("没有选项 %s；用法见 --help"), word);
            return false;
        }
        if (!set(options, (enum option_id)id, optarg))
            return false;
    }
    *rest = optind;
    return true;
}

void options_fini(struct options *options)
{
    settings_fini(&options->settings);
}

static bool has_word(const char *words, const char *word)
{
    size_t bytes = strlen(word);
    for (const char *at = words; at; at = strchr(at, ' ') ? strchr(at, ' ') + 1 : NULL)
        if (strncmp(at, word, bytes) == 0 && (at[bytes] == ' ' || !at[bytes]))
            return true;
    return false;
}

static bool belongs(const struct option_row *row, const char *command)
{
    return row->only ? has_word(row->only, command) : !has_word(row->except, command);
}

const char *options_misplaced(const struct options *options, const char *command)
{
    for (int i = 0; i < OPTIONS_COUNT; i++)
        if ((options->given >> i & 1) && !belongs(&table[i], command))
            return table[i].name;
    return NULL;
}

void options_help(const char *command, struct buf *out)
{
    enum { NAME_COLS = 30 };
    struct buf name = { 0 };
    for (int i = 0; i < OPTIONS_COUNT; i++) {
        const struct option_row *row = &table[i];
        if (command && (!row->only || !belongs(row, command)))
            continue;
        buf_clear(&name);
        if (row->letter)
            buf_printf(&name, "-%c, ", row->letter);
        else
            buf_string(&name, "    ");
        buf_printf(&name, "--%s", row->name);
        if (arg_of(row))
            buf_printf(&name, row->argument == optional_argument ? "[=%s]" : "=%s", arg_of(row));
        buf_string(out, "  ");
        if (width_cols(text_composed(buf_view(&name)), 1) > NAME_COLS) {
            buf_printf(out, "%s\n  ", name.at);
            buf_clear(&name);
        }
        width_pad(out, text_composed(buf_view(&name)), NAME_COLS, 1);
        buf_printf(out, "  %s", _(row->help ? row->help : row->setting->help));
        if (row->only && !command)
            buf_printf(out, _("（%s）"), row->only);
        buf_char(out, '\n');
    }
    buf_fini(&name);
}
