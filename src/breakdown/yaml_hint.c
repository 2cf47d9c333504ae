/* SPDX-License-Identifier: MIT */
/* Syntax errors: libyaml's words in Chinese, and the slips that people make when they type YAML. */
#include <string.h>

#include "base/i18n.h"
#include "breakdown/yaml_fault.h"

/* Line line_no (from 1) of content, without its end; empty when there is none. */
static struct span line_of(struct span content, uint32_t line_no)
{
    const char *at = content.at, *end = content.at + content.bytes;
    while (--line_no > 0 && at < end) {
        const char *next = memchr(at, '\n', (size_t)(end - at));
        at = next ? next + 1 : end;
    }
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    return (struct span){ at, (size_t)((stop ? stop : end) - at) };
}

/* Without indentation and "- ". */
static struct span unindent(struct span line)
{
    while (line.bytes && (line.at[0] == ' ' || line.at[0] == '-' || line.at[0] == '\t'))
        line = (struct span){ line.at + 1, line.bytes - 1 };
    return line;
}

bool yaml_colon_hint(struct span line, struct buf *hint)
{
    line = unindent(line);
    size_t key_bytes = 0;
    while (key_bytes < line.bytes &&
           ((line.at[key_bytes] >= 'a' && line.at[key_bytes] <= 'z') || line.at[key_bytes] == '-'))
        key_bytes++;
    struct span rest = { line.at + key_bytes, line.bytes - key_bytes };
    if (!key_bytes)
        return false;
    if (span_starts(rest, SPAN("："))) {
        buf_printf(hint, _("冒号是全角的“：”，请改成半角冒号加一个空格，写成“%.*s: …”"), (int)key_bytes, line.at);
        return true;
    }
    if (rest.bytes > 1 && rest.at[0] == ':' && rest.at[1] != ' ' && rest.at[1] != '\r') {
        buf_printf(hint, _("冒号后面要有一个空格，写成“%.*s: …”"), (int)key_bytes, line.at);
        return true;
    }
    return false;
}

struct words {
    const char *problem; /* how libyaml's message starts */
    const char *said;    /* ours */
};

static const struct words problems[] = {
    { "mapping values are not allowed", N_("这里不能再有“: ”：正文里有半角冒号加空格时，请用双引号把整段括起来") },
    { "found unexpected end of stream", N_("引号没有配对，直到文件末尾也没有结束") },
    { "found unexpected document indicator", N_("引号没有配对，文档就结束了") },
    { "did not find expected key",
      N_("这里应当是一个键：请检查这一行的缩进；引号后面还有字时，请用双引号把整段括起来") },
    { "did not find expected '-' indicator", N_("这里应当是“- ”开头的一项：请检查这一行的缩进") },
    { "did not find expected ',' or", N_("方括号或花括号没有配对：以 [ 或 { 开头的文字请加双引号") },
    { "did not find expected node content", N_("这里缺少内容：以 , ] } 等符号开头的文字请加双引号") },
    { "did not find expected <document start>", N_("文件内容在这里断开了：请检查这一行的缩进") },
    { "could not find expected ':'", N_("键后面缺少冒号：请写成“键: 值”") },
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

/* The byte at a mark; '\0' at the end. */
static char byte_at(struct span content, struct mark mark)
{
    struct span line = line_of(content, mark.line_no);
    size_t at = 0;
    for (uint32_t col = 1; at < line.bytes; at++)
        if (((unsigned char)line.at[at] & 0xC0) != 0x80 && col++ == mark.col_no)
            return line.at[at];
    return '\0';
}

static const char *said_of(struct span content, const struct yaml_fault *fault)
{
    if (strstr(fault->problem, "cannot start any token"))
        return start_character_said(byte_at(content, fault->problem_mark));
    for (size_t i = 0; i < sizeof problems / sizeof *problems; i++)
        if (strncmp(fault->problem, problems[i].problem, strlen(problems[i].problem)) == 0)
            return problems[i].said;
    return NULL;
}

void yaml_fault_syntax(struct span content, const struct yaml_fault *fault, const char *file, struct diags *diags)
{
    struct mark mark = fault->problem_mark;
    struct buf text = { 0 };
    /* libyaml sees a key without a colon only on the line behind it: look at the lines from where it began. */
    uint32_t from = fault->context_mark.line_no ? fault->context_mark.line_no : mark.line_no;
    if (from + 1 < mark.line_no)
        from = mark.line_no - 1;
    for (uint32_t line_no = from; line_no <= mark.line_no; line_no++) {
        struct span line = line_of(content, line_no);
        struct span inside = unindent(line);
        if (yaml_colon_hint(line, &text)) {
            mark = (struct mark){ line_no, (uint32_t)(inside.at - line.at) + 1 };
            break;
        }
    }
    bool open_quote =
        strstr(fault->problem, "unexpected end of stream") || strstr(fault->problem, "document indicator");
    if (!text.bytes) {
        const char *said = said_of(content, fault);
        if (said)
            buf_string(&text, _(said));
        else
            buf_printf(&text, _("YAML 语法错误（%s）"), fault->problem);
        if (open_quote && fault->context_mark.line_no) {
            /* The end of the file helps nobody: point at the quote, and say where the parser gave up. */
            mark = fault->context_mark;
            buf_printf(&text, _("（到第%u行第%u列）：请在这段文字的末尾补上引号"),
                       (unsigned)fault->problem_mark.line_no, (unsigned)fault->problem_mark.col_no);
        }
    }
    diag_error(diags, (struct place){ file, mark.line_no, mark.col_no }, "%s", text.at);
    buf_fini(&text);
}
