/* SPDX-License-Identifier: MIT */
#include "format/yaml_slip.h"

#include "base/i18n.h"
#include "format/keys.h"

static struct span skip(struct span line, size_t bytes)
{
    return (struct span){ line.at + bytes, line.bytes - bytes };
}

/* Without indentation and "- ". */
static struct span unindent(struct span line)
{
    while (line.bytes && (line.at[0] == ' ' || line.at[0] == '-' || line.at[0] == '\t'))
        line = skip(line, 1);
    return line;
}

static struct span key_of(struct span line)
{
    size_t bytes = 0;
    while (bytes < line.bytes && ((line.at[bytes] >= 'a' && line.at[bytes] <= 'z') || line.at[bytes] == '-'))
        bytes++;
    return (struct span){ line.at, bytes };
}

bool yaml_slip_colon(struct span line, bool any_key, struct buf *hint)
{
    line = unindent(line);
    struct span key = key_of(line), rest = skip(line, key.bytes);
    if (!key.bytes || (!any_key && !keys_any(key)))
        return false;
    if (span_starts(rest, SPAN("："))) {
        buf_printf(hint, _("冒号是全角的“：”，请改成半角冒号加一个空格，写成“%.*s: …”"), SPAN_ARG(key));
        return true;
    }
    if (rest.bytes > 1 && rest.at[0] == ':' && rest.at[1] != ' ' && rest.at[1] != '\t' && rest.at[1] != '\r') {
        buf_printf(hint, _("冒号后面要有一个空格，写成“%.*s: …”"), SPAN_ARG(key));
        return true;
    }
    return false;
}

static size_t starts_any(struct span line, const char *const *heads, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (span_starts(line, span_of(heads[i])))
            return strlen(heads[i]);
    return 0;
}

/* The bytes of indentation; *odd whether there is more in it than spaces. */
static size_t indentation(struct span line, const char **odd)
{
    static const char *const wide[] = { "　", "\xC2\xA0" };
    size_t bytes = 0;
    for (*odd = NULL; bytes < line.bytes;) {
        struct span rest = skip(line, bytes);
        size_t blank = starts_any(rest, wide, sizeof wide / sizeof *wide);
        if (span_starts(rest, SPAN("\xEF\xBB\xBF"))) {
            *odd = N_("行首有看不见的字节序标记（BOM，拼接文件时留下的）：请删去");
            blank = 3;
        } else if (blank)
            *odd = N_("缩进用了全角空格或不换行空格：请改用半角空格");
        else if (rest.at[0] == '\t')
            *odd = N_("缩进用了制表符：请改用空格");
        else if (rest.at[0] != ' ')
            break;
        bytes += blank ? blank : 1;
    }
    return bytes;
}

bool yaml_slip_find(struct span line, size_t *at_bytes, struct buf *hint)
{
    static const char *const merge[] = { "<<<<<<<", "=======", ">>>>>>>" };
    static const char *const dashes[] = { "－", "—", "–", "−", "·", "•", "●" };
    const char *odd;
    size_t indent = indentation(line, &odd);
    struct span inside = skip(line, indent);
    *at_bytes = indent;
    if (inside.bytes == 0 || inside.at[0] == '#' || inside.at[0] == '\r')
        return false;
    if (!indent && starts_any(line, merge, sizeof merge / sizeof *merge)) {
        buf_string(hint, _("这是合并改动时留下的冲突标记：请选定一种写法，删去 <<<<<<<、=======、>>>>>>> 各行"));
        return true;
    }
    if (odd) {
        *at_bytes = 0;
        while (line.at[*at_bytes] == ' ')
            ++*at_bytes;
        buf_string(hint, _(odd));
        return true;
    }
    if (yaml_slip_colon(line, false, hint)) {
        *at_bytes = (size_t)(unindent(line).at - line.at);
        return true;
    }
    if (starts_any(inside, dashes, sizeof dashes / sizeof *dashes)) {
        buf_string(hint, _("列表的一项要以半角的“-”加一个空格开头，写成“- …”"));
        return true;
    }
    if (inside.at[0] == '-' && inside.bytes > 1 && !strchr(" -\r\t", inside.at[1])) {
        buf_string(hint, _("“-”后面要有一个空格，写成“- …”"));
        return true;
    }
    return false;
}

bool yaml_slip_comment(struct span line, size_t *at_bytes)
{
    struct span inside = unindent(line), key = key_of(inside), value = skip(inside, key.bytes);
    const struct key *known = keys_any(key);
    if (!known || known->type != KEY_PROSE || !span_starts(value, SPAN(": ")))
        return false;
    struct span body = span_trim(skip(value, 1));
    if (body.bytes && strchr("\"'|>", body.at[0]))
        return false;
    const char *found = memmem(value.at, value.bytes, " #", 2);
    if (found)
        *at_bytes = (size_t)(found + 1 - line.at);
    return found != NULL;
}
