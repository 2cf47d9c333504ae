/* SPDX-License-Identifier: MIT */
#include "unit/unit.h"

#include <string.h>

#include "document/office.h"
#include "document/reader.h"
#include "paper/parts.h"

#define HEAD      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
#define OFFICE    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define RELATIONS HEAD "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
#define WORD_SPACES                                                                                                    \
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""                                        \
    " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""                                        \
    " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "                                         \
    "xmlns:v=\"urn:schemas-microsoft-com:vml\""

enum { PARTS_MAX = 20 };

void office_zip(struct buf *out, const char *const *parts)
{
    struct part_file files[PARTS_MAX];
    struct buf fault = { 0 };
    size_t count = 0;
    for (; parts[0]; parts += 2, count++) {
        assert_true(count < PARTS_MAX);
        files[count] = (struct part_file){ parts[0], span_of(parts[1]) };
    }
    assert_true(parts_zip(files, count, (struct sheet_date){ 2025, 1, 1 }, out, &fault));
    buf_fini(&fault);
}

struct making {
    const char *parts[2 * PARTS_MAX + 1];
    int count;
    struct buf texts[PARTS_MAX];
    struct buf relations;
};

static void add(struct making *m, const char *name, const char *before, const char *body, const char *behind)
{
    struct buf *text = &m->texts[m->count];
    buf_printf(text, HEAD "%s%s%s", before, body, behind);
    m->parts[2 * m->count] = name;
    m->parts[2 * m->count + 1] = text->at;
    m->count++;
}

static void add_related(struct making *m, const char *folder, const char *file, const char *kind, const char *root,
                        const char *spaces, const char *body)
{
    struct buf before = { 0 }, behind = { 0 };
    static char names[PARTS_MAX][64];
    if (!body)
        return;
    buf_printf(&before, "<%s%s>", root, spaces);
    buf_printf(&behind, "</%s>", root);
    buf_printf(&m->relations, "<Relationship Id=\"r%d\" Type=\"" OFFICE "/%s\" Target=\"%s\"/>", m->count, kind, file);
    char *name = names[m->count];
    memcpy(name, folder, strlen(folder) + 1);
    memcpy(name + strlen(folder), file, strlen(file) + 1);
    add(m, name, before.at, body, behind.at);
    buf_fini(&before);
    buf_fini(&behind);
}

static void finish(struct making *m, const char *relations_name, struct buf *out)
{
    struct buf all = { 0 };
    buf_printf(&all, RELATIONS "%s</Relationships>", m->relations.at ? m->relations.at : "");
    m->parts[2 * m->count] = relations_name;
    m->parts[2 * m->count + 1] = all.at;
    m->parts[2 * m->count + 2] = NULL;
    office_zip(out, m->parts);
    for (int i = 0; i < m->count; i++)
        buf_fini(&m->texts[i]);
    buf_fini(&m->relations);
    buf_fini(&all);
}

static void add_root(struct making *m, const char *main_part)
{
    struct buf body = { 0 };
    buf_printf(&body, "<Relationship Id=\"a\" Type=\"" OFFICE "/officeDocument\" Target=\"%s\"/>", main_part);
    add(m, "_rels/.rels", RELATIONS + strlen(HEAD), body.at, "</Relationships>");
    buf_fini(&body);
}

void office_word(struct buf *out, const struct word_file *f)
{
    struct making m = { .count = 0 };
    add_root(&m, "word/document.xml");
    add(&m, "word/document.xml", "<w:document" WORD_SPACES "><w:body>", f->body, "</w:body></w:document>");
    add_related(&m, "word/", "styles.xml", "styles", "w:styles", WORD_SPACES, f->styles);
    add_related(&m, "word/", "numbering.xml", "numbering", "w:numbering", WORD_SPACES, f->numbering);
    add_related(&m, "word/", "footnotes.xml", "footnotes", "w:footnotes", WORD_SPACES, f->footnotes);
    add_related(&m, "word/", "header1.xml", "header", "w:hdr", WORD_SPACES, f->header);
    add_related(&m, "word/", "comments.xml", "comments", "w:comments", WORD_SPACES, f->comments);
    finish(&m, "word/_rels/document.xml.rels", out);
}

#define SHEET_SPACES " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"" OFFICE "\""

void office_excel(struct buf *out, const struct excel_file *f)
{
    static const char *const files[3] = { "worksheets/sheet1.xml", "worksheets/sheet2.xml", "worksheets/sheet3.xml" };
    static const char *const plain[3] = { "Sheet1", "Sheet2", "Sheet3" };
    struct making m = { .count = 0 };
    struct buf list = { 0 };
    add_root(&m, "xl/workbook.xml");
    buf_printf(&list, "%s<sheets>", f->workbook ? f->workbook : "");
    for (int i = 0; i < 3 && f->sheets[i]; i++) {
        buf_printf(&list, "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"r%d\" state=\"%s\"/>",
                   f->names[i] ? f->names[i] : plain[i], i + 1, m.count, f->states[i] ? f->states[i] : "visible");
        add_related(&m, "xl/", files[i], "worksheet", "worksheet", SHEET_SPACES, f->sheets[i]);
    }
    buf_string(&list, "</sheets>");
    add_related(&m, "xl/", "sharedStrings.xml", "sharedStrings", "sst", SHEET_SPACES, f->strings);
    add_related(&m, "xl/", "styles.xml", "styles", "styleSheet", SHEET_SPACES, f->styles);
    add(&m, "xl/workbook.xml", "<workbook" SHEET_SPACES ">", list.at, "</workbook>");
    finish(&m, "xl/_rels/workbook.xml.rels", out);
    buf_fini(&list);
}

void office_read(struct span content, struct buf *text, struct buf *said)
{
    struct buf form = { 0 };
    enum foreign kind = foreign_kind(content);
    bool good = reader_read(content, kind ? kind : FOREIGN_HTML, false, text, &form, said);
    if (!good)
        buf_clear(text);
    buf_string(text, "");
    buf_string(said, "");
    buf_fini(&form);
}

void assert_reads(struct span content, const char *text, const char *said)
{
    struct buf got = { 0 }, got_said = { 0 };
    office_read(content, &got, &got_said);
    assert_string_equal(got.at, text);
    assert_string_equal(got_said.at, said);
    buf_fini(&got);
    buf_fini(&got_said);
}

void assert_word(struct word_file file, const char *text, const char *said)
{
    struct buf content = { 0 };
    office_word(&content, &file);
    assert_reads(buf_view(&content), text, said);
    buf_fini(&content);
}

void assert_excel(struct excel_file file, const char *text, const char *said)
{
    struct buf content = { 0 };
    office_excel(&content, &file);
    assert_reads(buf_view(&content), text, said);
    buf_fini(&content);
}

void assert_html(const char *html, const char *text, const char *said)
{
    assert_reads(span_of(html), text, said);
}
