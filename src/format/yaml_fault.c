/* SPDX-License-Identifier: MIT */
#include "format/yaml_fault.h"

#include <string.h>

#include "base/foreign.h"
#include "base/i18n.h"
#include "format/yaml_slip.h"
#include "text/utf8.h"

static struct place place_at(const char *file, struct mark mark)
{
    return (struct place){ file, mark.line_no, mark.col_no };
}

struct mark yaml_mark_of(struct span content, size_t offset_bytes)
{
    struct mark mark = { 1, 1 };
    size_t at = content.bytes >= 3 && memcmp(content.at, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    for (; at < offset_bytes && at < content.bytes; at++) {
        unsigned char byte = (unsigned char)content.at[at];
        if (byte == '\n' || (byte == '\r' && !(at + 1 < content.bytes && content.at[at + 1] == '\n'))) {
            mark.line_no++;
            mark.col_no = 1;
        } else if ((byte & 0xC0) != 0x80 && byte != '\r') {
            mark.col_no++;
        }
    }
    return mark;
}

/* Are all bytes well-formed GB18030 of one, two or four bytes? */
static bool looks_gb18030(struct span content)
{
    size_t pairs = 0;
    for (size_t at = 0; at < content.bytes;) {
        const unsigned char *byte = (const unsigned char *)content.at + at;
        size_t left = content.bytes - at;
        if (byte[0] < 0x80) {
            at++;
        } else if (byte[0] == 0x80 || byte[0] == 0xFF || left < 2) {
            return false;
        } else if (byte[1] >= 0x40 && byte[1] != 0x7F && byte[1] != 0xFF) {
            at += 2;
            pairs++;
        } else if (left >= 4 && byte[1] >= 0x30 && byte[1] <= 0x39 && byte[2] >= 0x81 && byte[2] != 0xFF &&
                   byte[3] >= 0x30 && byte[3] <= 0x39) {
            at += 4;
        } else {
            return false;
        }
    }
    return pairs > 0;
}

static bool report_utf16(struct span content, const char *file, struct diags *diags)
{
    const char *name = NULL;
    if (content.bytes >= 2 && memcmp(content.at, "\xFF\xFE", 2) == 0)
        name = "UTF-16LE";
    else if (content.bytes >= 2 && memcmp(content.at, "\xFE\xFF", 2) == 0)
        name = "UTF-16BE";
    if (!name)
        return false;
    diag_error(diags, (struct place){ file, 1, 1 },
               _("文件不是 UTF-8，像是 UTF-16：请用 iconv -f UTF-16 -t UTF-8 转换，或在编辑器里另存为 UTF-8"));
    return true;
}

/*
 * libyaml takes time that grows with the square of their number over %TAG lines, before the first event.  Nothing in
 * this format starts a line with %.
 */
const char *yaml_fault_directive(struct span content, bool mid_line)
{
    const char *end = content.at + content.bytes;
    for (const char *at = content.at; (at = memchr(at, '%', (size_t)(end - at))) != NULL; at++) {
        bool first = at == content.at ? !mid_line : at[-1] == '\n';
        if (first && !span_starts((struct span){ at, (size_t)(end - at) }, SPAN("%YAML")))
            return at;
    }
    return NULL;
}

static bool report_directive(struct span content, const char *file, struct diags *diags)
{
    const char *at = yaml_fault_directive(content, false);
    if (at)
        diag_error(diags, place_at(file, yaml_mark_of(content, (size_t)(at - content.at))),
                   _("行首不能是 %%：请删去这一行，或给文字加双引号"));
    return at != NULL;
}

bool yaml_fault_breaks(struct span content, const char *file, struct diags *diags)
{
    enum { BREAKS_SAID_MAX = 20 }; /* of each kind: finding the line of each is a walk through the file */
    static const struct {
        const char *bytes;
        unsigned codepoint;
    } breaks[] = { { "\xC2\x85", 0x85 }, { "\xE2\x80\xA8", 0x2028 }, { "\xE2\x80\xA9", 0x2029 } };
    bool found = false;
    for (size_t i = 0; i < sizeof breaks / sizeof *breaks; i++) {
        struct span rest = content;
        const char *at;
        for (int said = 0; said < BREAKS_SAID_MAX; said++) {
            at = memmem(rest.at, rest.bytes, breaks[i].bytes, strlen(breaks[i].bytes));
            if (!at)
                break;
            diag_error(diags, place_at(file, yaml_mark_of(content, (size_t)(at - content.at))),
                       _("这里有看不见的换行符 U+%04X：请删去"), breaks[i].codepoint);
            rest = (struct span){ at + 1, (size_t)(content.at + content.bytes - at) - 1 };
            found = true;
        }
    }
    return found;
}

static bool report_foreign(struct span content, const char *file, struct diags *diags)
{
    enum foreign kind = foreign_kind(content);
    if (kind)
        diag_error(diags, (struct place){ file, 1, 1 }, _("这是%s，不是责任分解文件：通知请先用 fengong import 转换"),
                   foreign_name(kind));
    return kind != FOREIGN_NONE;
}

static bool report_nul(struct span content, const char *file, struct diags *diags)
{
    const char *nul = memchr(content.at, '\0', content.bytes);
    if (nul)
        diag_error(diags, place_at(file, yaml_mark_of(content, (size_t)(nul - content.at))),
                   _("这里有 NUL 字节：请删去；不是纯文本的文件请另存为 UTF-8 纯文本"));
    return nul != NULL;
}

static bool all_blank(struct span content)
{
    for (size_t i = 0; i < content.bytes; i++)
        if (!strchr(" \t\r\n", content.at[i]) || content.at[i] == '\0')
            return false;
    return true;
}

bool yaml_fault_before(struct span content, bool is_all, const char *file, struct diags *diags)
{
    struct place start = { file, 1, 1 };
    if (is_all && (content.bytes == 0 || all_blank(content))) {
        diag_error(diags, start, _("文件是空的：请写入责任分解，格式见 fengong-breakdown(5)"));
        return true;
    }
    if (report_utf16(content, file, diags))
        return true;
    return report_foreign(content, file, diags) || report_nul(content, file, diags) ||
           report_directive(content, file, diags);
}

void yaml_fault_comments(struct span content, uint32_t first_line_no, const char *file, struct diags *diags)
{
    const char *end = content.at + content.bytes, *counted = content.at;
    uint32_t line_no = first_line_no;
    for (const char *at = content.at; at < end && (at = memchr(at, '#', (size_t)(end - at))) != NULL;) {
        const char *from = memrchr(content.at, '\n', (size_t)(at - content.at));
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        from = from ? from + 1 : content.at;
        stop = stop ? stop : end;
        struct span line = { from, (size_t)(stop - from) };
        size_t at_bytes;
        if (yaml_slip_comment(line, &at_bytes)) {
            for (; counted < from; counted++)
                line_no += *counted == '\n';
            diag_warning(diags, (struct place){ file, line_no, yaml_mark_of(line, at_bytes).col_no },
                         _("“ #”后面的字当作注释略去了：是正文就用双引号把整段括起来，是注释就另起一行"));
        }
        at = stop;
    }
}

void yaml_fault_byte(struct span content, size_t offset_bytes, const char *file, struct diags *diags)
{
    size_t valid_bytes = utf8_valid_bytes(content);
    if (valid_bytes < content.bytes && looks_gb18030(content)) {
        diag_error(diags, place_at(file, yaml_mark_of(content, valid_bytes)),
                   _("文件不是 UTF-8，像是 GB18030：请用 iconv -f GB18030 -t UTF-8 转换"));
        return;
    }
    if (valid_bytes < content.bytes && valid_bytes <= offset_bytes + 3) {
        diag_error(diags, place_at(file, yaml_mark_of(content, valid_bytes)),
                   _("这里不是 UTF-8（字节 0x%02X，文件第%zu字节）：请改正这个字，或用 iconv 转换整个文件"),
                   (unsigned)(unsigned char)content.at[valid_bytes], valid_bytes + 1);
        return;
    }
    size_t bytes;
    struct text text = { content.at, content.bytes };
    uint32_t c = offset_bytes < content.bytes ? utf8_at(text, offset_bytes, &bytes) : 0;
    diag_error(diags, place_at(file, yaml_mark_of(content, offset_bytes)), _("这里有控制字符 U+%04X：请删去"),
               (unsigned)c);
}
