/* SPDX-License-Identifier: MIT */
#include "document/convert.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/ending.h"
#include "base/file.h"
#include "base/i18n.h"
#include "document/pdf_table.h"
#include "system/child.h"

enum { OFFICE_MS = 60000, PDF_MS = 20000, TEXT_BYTES = 64 * 1024 * 1024, PATH_BYTES = 512 };

/* A folder that only we may enter. */
struct workplace {
    char folder[PATH_BYTES];
    char home[PATH_BYTES + 8], temporary[PATH_BYTES + 8];
    sigset_t before; /* a signal that ends us waits till the folder is gone */
    const char *environment[6];
};

static bool workplace_make(struct workplace *w)
{
    const char *base = getenv("TMPDIR");
    int bytes = snprintf(w->folder, sizeof w->folder, "%s/fengong-XXXXXX", base && *base == '/' ? base : "/tmp");
    ending_hold(&w->before);
    if (bytes < 0 || (size_t)bytes >= sizeof w->folder || !mkdtemp(w->folder)) {
        ending_release(&w->before);
        return false;
    }
    (void)snprintf(w->home, sizeof w->home, "HOME=%s", w->folder);
    (void)snprintf(w->temporary, sizeof w->temporary, "TMPDIR=%s", w->folder);
    w->environment[0] = "PATH=/usr/bin:/bin";
    w->environment[1] = "LC_ALL=C.UTF-8";
    w->environment[2] = w->home;
    w->environment[3] = w->temporary;
    w->environment[4] = NULL;
    return true;
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
    (void)status, (void)kind, (void)walk;
    (void)remove(path);
    return 0;
}

static void workplace_remove(const struct workplace *w)
{
    enum { OPEN_FOLDERS = 16 };
    nftw(w->folder, remove_one, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS);
    ending_release(&w->before);
}

/* The folder's file of that name. */
static const char *path_in(const struct workplace *w, const char *name, struct buf *path)
{
    buf_clear(path);
    buf_printf(path, "%s/%s", w->folder, name);
    return path->at;
}

/* OLE files name their streams in UTF-16. */
static bool holds_stream(struct span content, const char *name)
{
    char wide[64];
    size_t letters = strlen(name);
    for (size_t i = 0; i < letters; i++) {
        wide[2 * i] = name[i];
        wide[2 * i + 1] = 0;
    }
    return memmem(content.at, content.bytes, wide, 2 * letters) != NULL;
}

/* "docx", "xlsx"; NULL, with a fault, for what has no text of its own. */
static const char *target_of(struct span content, enum foreign kind, struct buf *fault)
{
    if (kind == FOREIGN_OLE && holds_stream(content, "EncryptedPackage")) {
        buf_string(fault, _("文件有密码：请用 Word、Excel 打开，去掉密码另存后再转换"));
        return NULL;
    }
    if (kind == FOREIGN_OLE && !holds_stream(content, "WordDocument")) {
        if (holds_stream(content, "Workbook") || holds_stream(content, "Book"))
            return "xlsx";
        if (!holds_stream(content, "MatOST")) { /* of Works, the other .wps */
            buf_string(fault, _("里面既没有 Word 文档也没有 Excel 工作簿"));
            return NULL;
        }
    }
    if (kind == FOREIGN_OFFICE_XML && memmem(content.at, content.bytes < 4096 ? content.bytes : 4096, "Excel", 5))
        return "xlsx";
    return "docx";
}

static const char *const office_places[] = {
    "/usr/bin/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/usr/local/bin/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    NULL,
};

/* The first of the places that there is; arguments[0] is left for it. */
static enum child_end run(const struct workplace *w, const char *const *places, const char **arguments, int limit_ms,
                          struct buf *out)
{
    enum child_end end = CHILD_ABSENT;
    for (; *places && end == CHILD_ABSENT; places++) {
        arguments[0] = *places;
        struct child child = { .program = *places,
                               .arguments = arguments,
                               .environment = w->environment,
                               .limit_ms = limit_ms,
                               .limit_bytes = TEXT_BYTES };
        end = child_run(&child, out);
    }
    return end;
}

static enum child_end run_office(const struct workplace *w, const char *input, const char *target)
{
    struct buf profile = { 0 }, said = { 0 };
    buf_printf(&profile, "-env:UserInstallation=file://%s/profile", w->folder);
    const char *arguments[] = { NULL,   profile.at, "--headless", "--norestore", "--nologo", "--convert-to",
                                target, "--outdir", w->folder,    input,         NULL };
    enum child_end end = run(w, office_places, arguments, OFFICE_MS, &said);
    buf_fini(&profile);
    buf_fini(&said);
    return end;
}

static bool tell_end(enum child_end end, const char *absent, const char *program, struct buf *fault)
{
    switch (end) {
    case CHILD_DONE:
        return true;
    case CHILD_ABSENT:
        buf_string(fault, absent);
        break;
    case CHILD_LATE:
        buf_printf(fault, _("%s 太慢，没有等它"), program);
        break;
    case CHILD_FAILED:
    case CHILD_LOUD:
    case CHILD_STOPPED:
        buf_printf(fault, _("%s 没能读这个文件"), program);
        break;
    }
    return false;
}

bool convert_office(struct span content, enum foreign kind, struct buf *out, struct buf *fault)
{
    const char *target = target_of(content, kind, fault);
    struct workplace w;
    if (!target)
        return false;
    if (!workplace_make(&w)) {
        buf_string(fault, _("无法建临时文件夹"));
        return false;
    }
    const char *name = kind == FOREIGN_RTF ? "in.rtf" : kind == FOREIGN_OFFICE_XML ? "in.xml" : "in.doc";
    struct buf input = { 0 }, made = { 0 }, bare = { 0 };
    buf_printf(&bare, "in.%s", target);
    bool good = file_write(path_in(&w, name, &input), content, WRITE_NEW_ONLY) <= WRITTEN_APART;
    if (!good)
        buf_string(fault, _("无法写临时文件"));
    good = good && tell_end(run_office(&w, input.at, target),
                            _("老的 Word、Excel 文件（doc、xls、wps）要由 LibreOffice 转换，这里没有装：请另存为 docx、"
                              "xlsx 再转换"),
                            "LibreOffice", fault);
    if (good && file_read(path_in(&w, bare.at, &made), out, NULL) < 0) {
        buf_string(fault, _("LibreOffice 没能读这个文件"));
        good = false;
    }
    buf_fini(&input);
    buf_fini(&made);
    buf_fini(&bare);
    workplace_remove(&w);
    return good;
}

static const char *const pdf_places[] = { "/usr/bin/pdftotext", "/usr/local/bin/pdftotext",
                                          "/opt/homebrew/bin/pdftotext", NULL };

static enum child_end run_pdf(const struct workplace *w, const char *input, bool layout, struct buf *text)
{
    const char *arguments[] = { NULL, layout ? "-layout" : "-q", "-q", "-enc", "UTF-8", input, "-", NULL };
    return run(w, pdf_places, arguments, PDF_MS, text);
}

/* Between a Han character and a digit or letter pages are set with a gap, which pdftotext takes for a blank. */
static void put_without_gaps(struct buf *out, struct span text)
{
    for (size_t i = 0; i < text.bytes; i++) {
        bool inside = text.at[i] == ' ' && i > 0 && i + 1 < text.bytes;
        bool wide_before = inside && (unsigned char)text.at[i - 1] >= 0x80;
        bool wide_behind = inside && (unsigned char)text.at[i + 1] >= 0x80;
        bool plain = inside && text.at[wide_before ? i + 1 : i - 1] > ' ';
        if (!(plain && wide_before != wide_behind))
            buf_char(out, text.at[i]);
    }
}

bool convert_pdf(struct span content, struct buf *out, struct buf *fault)
{
    struct workplace w;
    if (!workplace_make(&w)) {
        buf_string(fault, _("无法建临时文件夹"));
        return false;
    }
    struct buf input = { 0 }, laid_out = { 0 }, text = { 0 };
    bool good = file_write(path_in(&w, "in.pdf", &input), content, WRITE_NEW_ONLY) <= WRITTEN_APART;
    if (!good)
        buf_string(fault, _("无法写临时文件"));
    enum child_end end = good ? run_pdf(&w, input.at, true, &laid_out) : CHILD_FAILED;
    good = good && tell_end(end, _("PDF 要由 pdftotext 读出文字，这里没有装：请装 poppler-utils，或复制成纯文本再转换"),
                            "pdftotext", fault);
    uint32_t page_no = good ? pdf_table_page(buf_view(&laid_out)) : 0;
    if (page_no) {
        buf_printf(fault, _("第%u页有表格，PDF 里没有表格的格子，读出来会错行：请用 Word、Excel 原件"), page_no);
        good = false;
    } else if (good) {
        good = tell_end(run_pdf(&w, input.at, false, &text), "", "pdftotext", fault);
        put_without_gaps(out, buf_view(&text));
    }
    if (good && !span_trim(buf_view(out)).bytes) {
        buf_string(fault, _("PDF 里没有文字，大概是扫描的图片：请先识别文字"));
        good = false;
    }
    buf_fini(&input);
    buf_fini(&laid_out);
    buf_fini(&text);
    workplace_remove(&w);
    return good;
}
