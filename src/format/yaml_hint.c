/* SPDX-License-Identifier: MIT */
/* Syntax errors: libyaml's words in Chinese, at the line that is to be mended. */
#include <string.h>

#include "base/i18n.h"
#include "format/yaml_fault.h"
#include "format/yaml_slip.h"

/* Line line_no (from 1) of content, without its end; empty when there is none. */
static struct span line_of(struct span content, uint32_t line_no)
{
    while (--line_no > 0 && content.bytes)
        span_line(&content);
    return span_line(&content);
}

/* What libyaml says when a line that should be a key has no colon; where it began is the context. */
#define NO_COLON "could not find expected ':'"

struct yaml_words {
    const char *problem; /* how libyaml's message starts */
    const char *said;    /* ours */
};

static const struct yaml_words problems[] = {
    { "mapping values are not allowed", N_("这里不能再有“: ”：正文里有半角冒号加空格时，请用双引号把整段括起来") },
    { "found unexpected end of stream", N_("引号没有配对，直到文件末尾也没有结束") },
    { "found unexpected document indicator", N_("引号没有配对，文档就结束了") },
    { "did not find expected ',' or", N_("方括号或花括号没有配对：以 [ 或 { 开头的文字请加双引号") },
    { "did not find expected node content", N_("这里缺少内容：以 , ] } 等符号开头的文字请加双引号") },
    { "did not find expected <document start>", N_("文件内容在这里断开了：请检查这一行的缩进") },
    { NO_COLON,
      N_("这一行不是“键: 值”，也不是“- ”开头的一项：请补上冒号和空格，或补上“- ”；是上一行的下文就接回上一行") },
    { "block sequence entries are not allowed", N_("这里不能有“- ”：请检查缩进，或给以 - 开头的文字加双引号") },
    { "block mapping entries are not allowed", N_("这里不能有“? ”：请给以 ? 开头的文字加双引号") },
    { "mapping keys are not allowed", N_("这里不能有“? ”：请给以 ? 开头的文字加双引号") },
    { "found unknown escape character", N_("双引号里的反斜杠 \\ 后面不能接这个字：请把 \\ 写成 \\\\") },
    { "did not find expected hexdecimal number", N_("双引号里 \\x、\\u 后面要有十六进制数字") },
    { "found invalid Unicode character escape", N_("双引号里 \\u 后面的字符号不存在") },
    { "found a tab character that violates indentation", N_("缩进用了制表符：请改用空格") },
    { "found a tab character where an indentation space is expected", N_("缩进用了制表符：请改用空格") },
    { "did not find expected alphabetic or numeric character", N_("以 * 或 & 开头的文字请加双引号") },
    { "found undefined tag handle", N_("不支持标签（!名称）：以 ! 开头的文字请加双引号") },
    { "did not find URI escaped", N_("不支持标签（!名称）：以 ! 开头的文字请加双引号") },
    { "did not find expected whitespace", N_("符号后面要有空格：以 & * ! | > 开头的文字请加双引号") },
    { "did not find expected comment or line break", N_("| 或 > 后面不能接文字：以 | 或 > 开头的文字请加双引号") },
    { "found duplicate %YAML directive", N_("%YAML 行重复了：请删去") },
    { "found incompatible YAML document", N_("YAML 版本不对：请删去 %YAML 一行") },
};

static const char *start_character_said(char c)
{
    switch (c) {
    case '\t':
        return N_("缩进用了制表符：请改用空格");
    case '@':
    case '`':
        return N_("文字不能以 @ 或 ` 开头：请用双引号把整段括起来");
    case '%':
        return N_("文字不能以 % 开头：请用双引号把整段括起来");
    default:
        return N_("文字不能以这个字符开头：请用双引号把整段括起来");
    }
}

/* The bytes of the line before a mark. */
static struct span before(struct span content, struct mark mark)
{
    struct span line = line_of(content, mark.line_no);
    size_t at = 0;
    for (uint32_t col = 0; at < line.bytes; at++)
        if (((unsigned char)line.at[at] & 0xC0) != 0x80 && ++col == mark.col_no)
            break;
    return (struct span){ line.at, at };
}

/* The byte at a mark; '\0' at the end. */
static char byte_at(struct span content, struct mark mark)
{
    size_t at = before(content, mark).bytes;
    struct span line = line_of(content, mark.line_no);
    return at < line.bytes ? line.at[at] : '\0';
}

static bool problem_is(const struct yaml_fault *fault, const char *words)
{
    return strncmp(fault->problem, words, strlen(words)) == 0;
}

/* Is there nothing before the mark but blanks, dashes and, where keyed, the word whose colon is at the mark? */
static bool begins_line(struct span head, bool keyed)
{
    size_t at = 0;
    while (at < head.bytes && (head.at[at] == ' ' || head.at[at] == '-'))
        at++;
    while (keyed && at < head.bytes && ((head.at[at] >= 'a' && head.at[at] <= 'z') || head.at[at] == '-'))
        at++;
    return at == head.bytes;
}

static unsigned spaces_of(struct span line)
{
    unsigned count = 0;
    while (count < line.bytes && line.at[count] == ' ')
        count++;
    return count;
}

/* A line that stands where no line may: it is its indentation, unless something stands before it. */
static bool say_indentation(struct span content, const struct yaml_fault *fault, struct mark *mark, struct buf *text)
{
    struct span head = before(content, *mark);
    bool value = problem_is(fault, "mapping values are not allowed");
    if (!value && !problem_is(fault, "did not find expected key") &&
        !problem_is(fault, "did not find expected '-' indicator"))
        return false;
    if (begins_line(head, value)) {
        unsigned spaces = spaces_of(line_of(content, mark->line_no));
        mark->col_no = spaces + 1;
        buf_printf(text, _("缩进不对：这一行前面有%u个空格，与上面的行对不齐"), spaces);
        return true;
    }
    if (value)
        return false;
    head = span_trim(head);
    if (span_ends(head, SPAN("]")) || span_ends(head, SPAN("}")))
        buf_string(text, _("括号后面还有字：以 [ 或 { 开头的文字请用双引号把整段括起来"));
    else
        buf_string(text, _("引号后面还有字：正文里的引号请用“ ”"));
    return true;
}

static const char *said_of(struct span content, const struct yaml_fault *fault)
{
    if (strstr(fault->problem, "cannot start any token"))
        return start_character_said(byte_at(content, fault->problem_mark));
    for (size_t i = 0; i < sizeof problems / sizeof *problems; i++)
        if (problem_is(fault, problems[i].problem))
            return problems[i].said;
    return NULL;
}

/* libyaml sees what is wrong with a line only on the line behind it: look at the lines from where it began. */
static bool say_slip(struct span content, const struct yaml_fault *fault, struct mark *mark, struct buf *text)
{
    uint32_t from = fault->context_mark.line_no ? fault->context_mark.line_no : mark->line_no, to = mark->line_no;
    if (problem_is(fault, NO_COLON))
        to = from;
    else if (from + 1 < to)
        from = to - 1;
    for (uint32_t line_no = from; line_no <= to; line_no++) {
        struct span line = line_of(content, line_no);
        size_t at_bytes;
        if (yaml_slip_find(line, &at_bytes, text)) {
            *mark = yaml_mark_of(line, at_bytes);
            mark->line_no = line_no;
            return true;
        }
    }
    return false;
}

static void say(struct span content, const struct yaml_fault *fault, struct mark *mark, struct buf *text)
{
    if (say_slip(content, fault, mark, text) || say_indentation(content, fault, mark, text))
        return;
    const char *said = said_of(content, fault);
    if (said)
        buf_string(text, _(said));
    else
        buf_printf(text, _("YAML 语法错误（%s）"), fault->problem);
    if (!fault->context_mark.line_no)
        return;
    if (problem_is(fault, NO_COLON))
        *mark = fault->context_mark;
    if (strstr(fault->problem, "unexpected end of stream") || strstr(fault->problem, "document indicator")) {
        /* The end of the file helps nobody: point at the quote, and say where the parser gave up. */
        *mark = fault->context_mark;
        buf_printf(text, _("（到第%u行第%u列）：请在这段文字的末尾补上引号"), (unsigned)fault->problem_mark.line_no,
                   (unsigned)fault->problem_mark.col_no);
    }
}

/* An error just reported is why the parser stumbles over the same line, or finds no place for the next: said once. */
static bool said_already(const struct diags *diags, const char *file, const struct yaml_fault *fault, struct mark mark)
{
    const struct diag *last = diags->count ? &diags->items[diags->count - 1] : NULL;
    if (!last || last->severity != SEVERITY_ERROR || !last->place.file || strcmp(last->place.file, file) != 0)
        return false;
    bool no_place = problem_is(fault, "mapping values are not allowed") || problem_is(fault, "did not find expected");
    return last->place.line_no == mark.line_no || (no_place && last->place.line_no + 1 == mark.line_no);
}

/* The parser reads no further, but the usual slips show without it: all of them at once. */
static void report_later_slips(struct span content, uint32_t behind_no, const char *file, struct diags *diags)
{
    struct buf text = { 0 };
    for (uint32_t line_no = 1; content.bytes; line_no++) {
        struct span line = span_line(&content);
        size_t at_bytes;
        buf_clear(&text);
        if (line_no > behind_no && yaml_slip_find(line, &at_bytes, &text))
            diag_error(diags, (struct place){ file, line_no, yaml_mark_of(line, at_bytes).col_no }, "%s", text.at);
    }
    buf_fini(&text);
}

void yaml_fault_syntax(struct span content, const struct yaml_fault *fault, const char *file, struct diags *diags)
{
    struct mark mark = fault->problem_mark;
    struct buf text = { 0 };
    if (yaml_fault_breaks(content, file, diags))
        return;
    say(content, fault, &mark, &text);
    if (!said_already(diags, file, fault, mark))
        diag_error(diags, (struct place){ file, mark.line_no, mark.col_no }, "%s", text.at);
    report_later_slips(content, mark.line_no, file, diags);
    buf_fini(&text);
}
