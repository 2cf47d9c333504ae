/* SPDX-License-Identifier: MIT */
/* What all worksheets have: a name that Excel takes, page set-up, title and head; and the one that counts units. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "paper/xlsx.h"
#include "text/utf8.h"
#include "text/wrap.h"

enum { NAME_CHARACTERS = 31, TITLE_POINTS = 36, HEAD_POINTS = 24, A4 = 9 };

static const double line_points = 16.5, padding_points = 6, highest_points = 409;

char *xlsx_string(struct text text)
{
    char *string = mem_alloc(text.bytes + 1);
    if (text.bytes)
        memcpy(string, text.at, text.bytes);
    string[text.bytes] = 0;
    return string;
}

double xlsx_height(struct text text, double width)
{
    int han = (int)((7 * width + 5) * 0.75 / XLSX_FONT_POINTS), lines = 0;
    struct wrap wrap;
    struct text line;
    for (wrap_init(&wrap, text, han > 0 ? 2 * han : 2, 2); wrap_next(&wrap, &line);)
        lines++;
    wrap_fini(&wrap);
    double points = lines * line_points + padding_points;
    return points < highest_points ? points : highest_points;
}

/* A cell ends at so many units of UTF-16; what is longer the library leaves out without a word. */
static struct text fitting(struct text text)
{
    enum { CELL_UNITS_MAX = 32767 };
    size_t units = 0;
    for (size_t at = 0, bytes; at < text.bytes; at += bytes) {
        units += utf8_at(text, at, &bytes) > 0xffff ? 2 : 1;
        if (units > CELL_UNITS_MAX || (units == CELL_UNITS_MAX && at + bytes < text.bytes))
            return text_slice(text, 0, at);
    }
    return text;
}

/* The text of a cell, with … where it is cut; the caller frees it. */
static char *cell_string(struct xlsx *xlsx, struct text text)
{
    struct text head = fitting(text);
    struct buf cell = { 0 };
    if (head.bytes == text.bytes)
        return xlsx_string(text);
    buf_text(&cell, head);
    buf_string(&cell, "…");
    xlsx->cut_count++;
    return cell.at;
}

void xlsx_text(struct xlsx *xlsx, lxw_worksheet *worksheet, lxw_row_t row, uint32_t col, struct text text)
{
    lxw_format *look = xlsx->looks[XLSX_CELL];
    char *string = cell_string(xlsx, text);
    if (text_empty(text))
        worksheet_write_blank(worksheet, row, (lxw_col_t)col, look);
    else
        worksheet_write_string(worksheet, row, (lxw_col_t)col, string, look);
    free(string);
}

/* At most 31 characters, none of []:*?/\, no ' at an end; another number behind it when it is taken. */
static void put_name(const struct xlsx *xlsx, struct text wanted, struct buf *name)
{
    for (int nth = 1;; nth++) {
        char suffix[16] = "";
        int room = NAME_CHARACTERS;
        if (nth > 1)
            room -= snprintf(suffix, sizeof suffix, " (%d)", nth);
        buf_clear(name);
        for (size_t at = 0, bytes; at < wanted.bytes && room > 0; at += bytes, room--) {
            uint32_t c = utf8_at(wanted, at, &bytes);
            room -= c > 0xffff; /* Excel counts in UTF-16 */
            if (room <= 0)
                break;
            if (c < 0x80 && strchr("[]:*?/\\'", (int)c))
                buf_char(name, '_');
            else
                buf_add(name, wanted.at + at, bytes);
        }
        buf_string(name, suffix);
        if (name->bytes && !workbook_get_worksheet_by_name(xlsx->workbook, name->at))
            return;
        if (!wanted.bytes)
            wanted = TEXT("Sheet");
    }
}

lxw_worksheet *xlsx_worksheet(struct xlsx *xlsx, struct text name, struct text title, const char *const *head,
                              const double *widths, uint32_t count)
{
    struct buf unique = { 0 };
    put_name(xlsx, name, &unique);
    lxw_worksheet *worksheet = workbook_add_worksheet(xlsx->workbook, unique.at);
    buf_fini(&unique);
    worksheet_set_landscape(worksheet);
    worksheet_set_paper(worksheet, A4);
    worksheet_fit_to_pages(worksheet, 1, 0);
    worksheet_repeat_rows(worksheet, 0, 1);
    worksheet_set_margins(worksheet, 0.6, 0.6, 0.8, 0.8);
    worksheet_set_footer(worksheet, "&L&\"楷体\"&10&A　第&P页 共&N页&R&\"宋体\"&14— &P —");
    worksheet_freeze_panes(worksheet, 2, count > 2 ? 2 : 1);
    for (uint32_t c = 0; c < count; c++)
        worksheet_set_column(worksheet, (lxw_col_t)c, (lxw_col_t)c, widths[c], NULL);
    char *string = cell_string(xlsx, title);
    worksheet_merge_range(worksheet, 0, 0, 0, (lxw_col_t)(count - 1), string, xlsx->looks[XLSX_TITLE]);
    free(string);
    worksheet_set_row(worksheet, 0, TITLE_POINTS, NULL);
    for (uint32_t c = 0; c < count; c++)
        worksheet_write_string(worksheet, 1, (lxw_col_t)c, head[c], xlsx->looks[XLSX_HEAD]);
    worksheet_set_row(worksheet, 1, HEAD_POINTS, NULL);
    return worksheet;
}

void xlsx_end(lxw_worksheet *worksheet, lxw_row_t last_row, uint32_t columns_count)
{
    worksheet_autofilter(worksheet, 1, 0, last_row, (lxw_col_t)(columns_count - 1));
}

void xlsx_put_units(struct xlsx *xlsx)
{
    const char *const head[] = { _("单位"),     _("牵头"),     _("参与"),     _("经由"),    _("可能"),
                                 _("民生牵头"), _("民生参与"), _("民生经由"), _("民生可能") };
    enum { COUNT = sizeof head / sizeof *head };
    static const double width[COUNT] = { 40, 9, 9, 9, 9, 11, 11, 11, 11 };
    const struct sheet *sheet = xlsx->sheet;
    const struct breakdown *b = sheet->breakdown;
    if (sheet->subject.kind != SHEET_ALL)
        return;
    lxw_worksheet *worksheet =
        xlsx_worksheet(xlsx, text_of(_("单位统计")), text_of(_("各单位牵头、参与的任务数")), head, width, COUNT);
    for (uint32_t u = 0; u < b->units_count; u++) {
        const struct counts *counts = &sheet->index->counts[u];
        worksheet_set_row(worksheet, u + 2, xlsx_height(b->units[u].name, width[0]), NULL);
        xlsx_text(xlsx, worksheet, u + 2, 0, b->units[u].name);
        for (enum bond bond = 0; bond < BONDS_COUNT; bond++) {
            worksheet_write_number(worksheet, u + 2, (lxw_col_t)(1 + bond), counts->tasks[bond],
                                   xlsx->looks[XLSX_NUMBER]);
            worksheet_write_number(worksheet, u + 2, (lxw_col_t)(1 + BONDS_COUNT + bond), counts->livelihood[bond],
                                   xlsx->looks[XLSX_NUMBER]);
        }
    }
    xlsx_end(worksheet, b->units_count + 1, COUNT);
}
