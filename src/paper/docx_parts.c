/* SPDX-License-Identifier: MIT */
/* What a Word document has beside its text: styles, fonts, settings, feet, and what belongs to what. */
#include "base/i18n.h"
#include "paper/docx.h"
#include "text/markup.h"

#define XML     "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define MAIN    "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define OFFICE  "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006"
#define WORD    "application/vnd.openxmlformats-officedocument.wordprocessingml."

const char docx_types[] =
    XML "<Types xmlns=\"" PACKAGE "/content-types\">"
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        "<Override PartName=\"/word/document.xml\" ContentType=\"" WORD "document.main+xml\"/>"
        "<Override PartName=\"/word/styles.xml\" ContentType=\"" WORD "styles+xml\"/>"
        "<Override PartName=\"/word/settings.xml\" ContentType=\"" WORD "settings+xml\"/>"
        "<Override PartName=\"/word/fontTable.xml\" ContentType=\"" WORD "fontTable+xml\"/>"
        "<Override PartName=\"/word/footer1.xml\" ContentType=\"" WORD "footer+xml\"/>"
        "<Override PartName=\"/word/footer2.xml\" ContentType=\"" WORD "footer+xml\"/>"
        "<Override PartName=\"/docProps/core.xml\" "
        "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>\n";

const char docx_package[] =
    XML "<Relationships xmlns=\"" PACKAGE "/relationships\">"
        "<Relationship Id=\"rId1\" Type=\"" OFFICE "/officeDocument\" Target=\"word/document.xml\"/>"
        "<Relationship Id=\"rId2\" Type=\"" PACKAGE
        "/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
        "</Relationships>\n";

const char docx_relations[] =
    XML "<Relationships xmlns=\"" PACKAGE "/relationships\">"
        "<Relationship Id=\"rId1\" Type=\"" OFFICE "/styles\" Target=\"styles.xml\"/>"
        "<Relationship Id=\"rId2\" Type=\"" OFFICE "/settings\" Target=\"settings.xml\"/>"
        "<Relationship Id=\"rId3\" Type=\"" OFFICE "/fontTable\" Target=\"fontTable.xml\"/>"
        "<Relationship Id=\"rId4\" Type=\"" OFFICE "/footer\" Target=\"footer1.xml\"/>"
        "<Relationship Id=\"rId5\" Type=\"" OFFICE "/footer\" Target=\"footer2.xml\"/></Relationships>\n";

/* A style: what it is based on, its paragraph, its face and size in half points, of the list and beside a table. */
struct style {
    const char *kind, *id, *name, *based_on, *paragraph, *face;
    int half_points, table_half_points;
    bool character_spacing; /* in the list a quarter of a point less, so that 28 characters are 156 mm */
};

#define CENTRED "<w:jc w:val=\"center\"/>"
#define FLUSH   "<w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/>"
#define TABLE_LINE                                                                                                     \
    "<w:spacing w:before=\"85\" w:after=\"85\" w:line=\"340\" w:lineRule=\"exact\"/>" FLUSH "<w:jc w:val=\"left\"/>"

/* Of twips to a line and of a first line's indent. */
#define NORMAL(line, indent)                                                                                           \
    "<w:widowControl/><w:autoSpaceDE w:val=\"0\"/><w:autoSpaceDN w:val=\"0\"/>"                                        \
    "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"" line "\" w:lineRule=\"exact\"/>"                               \
    "<w:ind w:firstLineChars=\"200\" w:firstLine=\"" indent "\"/><w:jc w:val=\"both\"/>"
#define TITLE_LINE "<w:spacing w:line=\"579\" w:lineRule=\"exact\"/>"

static const char table_normal[] = NORMAL("340", "480");

/* The order of a paragraph's properties is the schema's: keepNext, spacing, ind, jc, outlineLvl. */
static const struct style style_table[] = {
    { "paragraph", "Normal", "Normal", NULL, NORMAL("579", "630"), "仿宋_GB2312", 32, 24, true },
    { "paragraph", "Title", "Title", "Normal", "<w:keepNext/>" TITLE_LINE FLUSH CENTRED, "方正小标宋_GBK", 44, 36,
      false },
    { "paragraph", "Subtitle", "Subtitle", "Normal", "<w:keepNext/>" FLUSH CENTRED, "楷体_GB2312", 32, 24, true },
    { "paragraph", "About", "印发与打印", "Normal", "<w:keepNext/>" FLUSH CENTRED, "楷体_GB2312", 32, 24, true },
    { "paragraph", "Heading1", "heading 1", "Normal", "<w:keepNext/><w:outlineLvl w:val=\"0\"/>", "黑体", 32, 24,
      true },
    { "paragraph", "Heading2", "heading 2", "Normal", "<w:keepNext/><w:outlineLvl w:val=\"1\"/>", "楷体_GB2312", 32, 24,
      true },
    { "paragraph", "Heading3", "heading 3", "Normal", "<w:keepNext/><w:outlineLvl w:val=\"2\"/>", "仿宋_GB2312", 32, 24,
      true },
    { "paragraph", "Units", "责任单位", "Normal", "", "楷体_GB2312", 32, 24, true },
    { "paragraph", "Remark", "注", "Normal", "", "楷体_GB2312", 32, 24, true },
    { "paragraph", "Cell", "表格", "Normal", TABLE_LINE, "仿宋_GB2312", 24, 24, false },
    { "paragraph", "CellHead", "表头", "Cell", "", "黑体", 24, 24, false },
    { "paragraph", "CellHeading1", "表内标题 1", "Cell", "<w:keepNext/><w:outlineLvl w:val=\"0\"/>", "黑体", 24, 24,
      false },
    { "paragraph", "CellHeading2", "表内标题 2", "Cell", "<w:keepNext/><w:outlineLvl w:val=\"1\"/>", "楷体_GB2312", 24,
      24, false },
    { "paragraph", "Footer", "footer", "Normal",
      "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>" FLUSH "<w:jc w:val=\"left\"/>",
      "宋体", 28, 28, false },
    { "character", "UnitsLabel", "责任单位标签", NULL, NULL, "黑体", 0, 0, true },
    { "character", "UnitsLead", "牵头单位", NULL, NULL, "楷体_GB2312", 0, 0, true },
    { "character", "FooterSheet", "页脚题名", NULL, NULL, "楷体_GB2312", 21, 21, false },
};

static void put_style(const struct style *style, bool table, struct buf *out)
{
    const char *paragraph = table && style == style_table ? table_normal : style->paragraph;
    int half_points = table ? style->table_half_points : style->half_points;
    bool character_spacing = style->character_spacing && !table;
    buf_printf(out, "<w:style w:type=\"%s\"%s w:styleId=\"%s\"%s><w:name w:val=\"%s\"/>", style->kind,
               style == style_table ? " w:default=\"1\"" : "", style->id,
               (unsigned char)*style->name > 0x7f ? " w:customStyle=\"1\"" : "", style->name);
    if (style->based_on)
        buf_printf(out, "<w:basedOn w:val=\"%s\"/>", style->based_on);
    buf_string(out, "<w:qFormat/>");
    if (paragraph && *paragraph)
        buf_printf(out, "<w:pPr>%s</w:pPr>", paragraph);
    buf_printf(out, "<w:rPr><w:rFonts w:ascii=\"%s\" w:hAnsi=\"%s\" w:eastAsia=\"%s\" w:hint=\"eastAsia\"/>",
               style->face, style->face, style->face);
    if (half_points || character_spacing) /* the table must not inherit the spacing of the text */
        buf_printf(out, "<w:spacing w:val=\"%d\"/>", character_spacing ? -5 : 0);
    if (half_points)
        buf_printf(out, "<w:kern w:val=\"0\"/><w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/>", half_points, half_points);
    buf_string(out, "</w:rPr></w:style>\n");
}

void docx_put_styles(bool table, struct buf *out)
{
    buf_string(out, XML "<w:styles xmlns:w=\"" MAIN "\"><w:docDefaults><w:rPrDefault><w:rPr>"
                        "<w:rFonts w:ascii=\"仿宋_GB2312\" w:hAnsi=\"仿宋_GB2312\" w:eastAsia=\"仿宋_GB2312\"/>"
                        "<w:lang w:val=\"zh-CN\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault>"
                        "<w:pPrDefault/></w:docDefaults>\n");
    for (size_t i = 0; i < sizeof style_table / sizeof *style_table; i++)
        put_style(&style_table[i], table, out);
    buf_string(
        out, "<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"Sheet\"><w:name w:val=\"任务单表格\"/><w:tblPr>"
             "<w:tblBorders>");
    static const char *const edges[] = { "top", "left", "bottom", "right", "insideH", "insideV" };
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++)
        buf_printf(out, "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>", edges[i]);
    buf_string(out, "</w:tblBorders><w:tblCellMar><w:left w:w=\"100\" w:type=\"dxa\"/><w:right w:w=\"60\" "
                    "w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style></w:styles>\n");
}

void docx_put_settings(struct buf *out)
{
    buf_string(out, XML "<w:settings xmlns:w=\"" MAIN "\"><w:evenAndOddHeaders/>"
                        "<w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat>"
                        "<w:compatSetting w:name=\"compatibilityMode\" "
                        "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
                        "<w:themeFontLang w:val=\"zh-CN\" w:eastAsia=\"zh-CN\"/></w:settings>\n");
}

/* Where an office's face is not there, Word looks for the other names of it. */
void docx_put_fonts(struct buf *out)
{
    static const struct {
        const char *name, *other;
    } fonts[] = { { "仿宋_GB2312", "仿宋" },
                  { "楷体_GB2312", "楷体" },
                  { "黑体", "SimHei" },
                  { "宋体", "SimSun" },
                  { "方正小标宋_GBK", "方正小标宋简体" } };
    buf_string(out, XML "<w:fonts xmlns:w=\"" MAIN "\">");
    for (size_t i = 0; i < sizeof fonts / sizeof *fonts; i++)
        buf_printf(out, "<w:font w:name=\"%s\"><w:altName w:val=\"%s\"/><w:charset w:val=\"86\"/></w:font>",
                   fonts[i].name, fonts[i].other);
    buf_string(out, "</w:fonts>\n");
}

static void put_field(const char *field, const char *style, struct buf *out)
{
    buf_printf(out, "<w:fldSimple w:instr=\" %s \"><w:r>", field);
    if (style)
        buf_printf(out, "<w:rPr><w:rStyle w:val=\"%s\"/></w:rPr>", style);
    buf_string(out, "<w:t>1</w:t></w:r></w:fldSimple>");
}

static void put_run(const char *style, const char *text, struct buf *out)
{
    buf_string(out, "<w:r>");
    if (style)
        buf_printf(out, "<w:rPr><w:rStyle w:val=\"%s\"/></w:rPr>", style);
    buf_printf(out, "<w:t xml:space=\"preserve\">%s</w:t></w:r>", text);
}

static void put_number(struct buf *out)
{
    put_run(NULL, "— ", out);
    put_field("PAGE", NULL, out);
    put_run(NULL, " —", out);
}

static void put_whose(const struct sheet *sheet, struct buf *out)
{
    struct buf title = { 0 };
    markup_escape(sheet->title, &title);
    put_run("FooterSheet", title.at, out);
    put_run("FooterSheet", "　第", out);
    put_field("PAGE", "FooterSheet", out);
    put_run("FooterSheet", "页 共", out);
    put_field("NUMPAGES", "FooterSheet", out);
    put_run("FooterSheet", "页", out);
    buf_fini(&title);
}

void docx_put_footer(const struct sheet *sheet, bool even, bool table, struct buf *out)
{
    static const int em = 320; /* the number stands one character in (GB/T 9704-2012 7.5) */
    buf_printf(out,
               XML "<w:ftr xmlns:w=\"" MAIN "\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/><w:tabs><w:tab w:val=\"right\" "
                   "w:pos=\"%d\"/></w:tabs><w:ind w:left=\"%d\"/></w:pPr>",
               (table ? DOCX_TABLE_WIDTH : DOCX_TYPE_WIDTH) - em, em);
    if (even && !table)
        put_number(out);
    else
        put_whose(sheet, out);
    buf_string(out, "<w:r><w:tab/></w:r>");
    if (even && !table)
        put_whose(sheet, out);
    else
        put_number(out);
    buf_string(out, "</w:p></w:ftr>\n");
}

void docx_put_core(const struct sheet *sheet, struct sheet_options options, struct buf *out)
{
    struct sheet_date day = options.printed.year ? options.printed : (struct sheet_date){ 1980, 1, 1 };
    buf_string(out, XML "<cp:coreProperties xmlns:cp=\"" PACKAGE "/metadata/core-properties\" "
                        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
                        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>");
    markup_escape(sheet->title, out);
    buf_string(out, "</dc:title><dc:subject>");
    markup_escape(sheet->subtitle, out);
    buf_printf(out,
               "</dc:subject><dc:creator>fengong</dc:creator><dc:language>zh-CN</dc:language>"
               "<dcterms:created xsi:type=\"dcterms:W3CDTF\">%04d-%02d-%02dT00:00:00Z</dcterms:created>"
               "</cp:coreProperties>\n",
               day.year, day.month, day.day);
}
