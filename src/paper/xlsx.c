/* SPDX-License-Identifier: MIT */
/* Tasks: a worksheet for each leader, a row for each part. */
#include "paper/xlsx.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/fault.h"
#include "base/i18n.h"

enum {
    WORKSHEETS_MAX = 100, /* beyond which nobody finds one by its tab */
    LARGE_ROWS = 20000,   /* from here on rows leave memory as they are written */
    HEAD_ROWS = 2,        /* title, head */
    COLUMNS_MAX = COLUMNS_COUNT + 2,
};

/* Excel's measure: digits of its standard face. */
static const double widths[COLUMNS_COUNT] = {
    [COLUMN_NUMBER] = 9,   [COLUMN_TEXT] = 58,  [COLUMN_FIGURE] = 14, [COLUMN_LEADER] = 11, [COLUMN_LEAD] = 20,
    [COLUMN_SUPPORT] = 40, [COLUMN_UNITS] = 40, [COLUMN_DUE] = 14,    [COLUMN_REMARK] = 20,
};

struct xlsx_table {
    struct xlsx *xlsx;
    lxw_worksheet *worksheet;
    lxw_row_t row;
    uint32_t section_idx;
    bool bonds; /* a unit's: a column says how it is bound */
};

static void begin(struct xlsx_table *table, const struct section *section)
{
    const struct xlsx *xlsx = table->xlsx;
    const struct sheet *sheet = xlsx->sheet;
    const char *head[COLUMNS_MAX];
    double width[COLUMNS_MAX];
    uint32_t count = 0;
    for (uint32_t c = 0; c < xlsx->columns.count; c++) {
        enum column column = xlsx->columns.which[c];
        head[count] = column == COLUMN_NUMBER ? _("编号") : _(column_name(sheet, column));
        width[count++] = widths[column];
    }
    if (table->bonds) {
        head[count] = _("责任关系");
        width[count++] = 12;
    }
    struct buf name = { 0 };
    struct text title = sheet->title;
    if (section) {
        if (sheet->breakdown->volumes_count > 1)
            buf_printf(&name, "%.*s ", TEXT_ARG(sheet->breakdown->volumes[section->volume_idx].name));
        buf_text(&name, section->kind == SECTION_LEADER ? section->leader : section->heading);
        title = section->heading;
    } else {
        sheet_name(sheet, &name);
    }
    table->worksheet = xlsx_worksheet(table->xlsx, text_composed(buf_view(&name)), title, head, width, count);
    table->row = HEAD_ROWS;
    buf_fini(&name);
}

static void end(struct xlsx_table *table)
{
    if (table->worksheet)
        xlsx_end(table->worksheet, table->row - 1, table->xlsx->columns.count + table->bonds);
}

static void put_row(struct xlsx_table *table, const struct sheet_row *row)
{
    struct xlsx *xlsx = table->xlsx;
    struct buf text = { 0 };
    double height = 0;
    uint32_t col = 0;
    for (; col < xlsx->columns.count; col++) {
        enum column column = xlsx->columns.which[col];
        buf_clear(&text);
        if (column == COLUMN_NUMBER)
            buf_text(&text, xlsx->sheet->breakdown->parts[row->part_idx].id); /* as text: 1.10 is not 1.1 */
        else
            column_text(xlsx->sheet, row, column, &text);
        struct text said = text_composed(buf_view(&text));
        double needed = xlsx_height(said, widths[column]);
        height = needed > height ? needed : height;
        xlsx_text(xlsx, table->worksheet, table->row, col, said);
    }
    if (table->bonds)
        xlsx_text(xlsx, table->worksheet, table->row, col, sheet_row_bond(row));
    worksheet_set_row(table->worksheet, table->row++, height, NULL);
    buf_fini(&text);
}

/* What is no task's row: of a comparison the headings, and what went. */
static void put_said(struct xlsx_table *table, struct text said)
{
    for (uint32_t col = 0; col < table->xlsx->columns.count; col++)
        xlsx_text(table->xlsx, table->worksheet, table->row, col,
                  table->xlsx->columns.which[col] == COLUMN_TEXT ? said : TEXT(""));
    worksheet_set_row(table->worksheet, table->row++, xlsx_height(said, widths[COLUMN_TEXT]), NULL);
}

static void put_tasks(struct xlsx *xlsx)
{
    const struct sheet *sheet = xlsx->sheet;
    const struct breakdown *b = sheet->breakdown;
    struct xlsx_table table = { .xlsx = xlsx, .section_idx = NO_IDX, .bonds = sheet->subject.kind == SHEET_UNIT };
    bool by_section = sheet->subject.kind == SHEET_ALL && b->sections_count <= WORKSHEETS_MAX;
    if (!by_section)
        begin(&table, NULL);
    for (uint32_t i = 0; i < sheet->rows_count; i++) {
        const struct sheet_row *row = &sheet->rows[i];
        if (row->kind != SHEET_ITEM && sheet->subject.kind == SHEET_CHANGES)
            put_said(&table, sheet_row_text(sheet, row));
        if (row->kind != SHEET_ITEM)
            continue;
        uint32_t section_idx = b->tasks[b->parts[row->part_idx].task_idx].section_idx;
        if (by_section && section_idx != table.section_idx) {
            end(&table);
            begin(&table, &b->sections[section_idx]);
            table.section_idx = section_idx;
        }
        put_row(&table, row);
    }
    end(&table);
}

static lxw_format *look(lxw_workbook *workbook, enum xlsx_look which)
{
    lxw_format *format = workbook_add_format(workbook);
    format_set_font_name(format, which == XLSX_CELL || which == XLSX_NUMBER ? "仿宋" : "黑体");
    format_set_font_size(format, which == XLSX_TITLE ? 18 : XLSX_FONT_POINTS);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    if (which == XLSX_TITLE || which == XLSX_HEAD)
        format_set_align(format, LXW_ALIGN_CENTER);
    if (which == XLSX_TITLE)
        return format;
    format_set_border(format, LXW_BORDER_THIN);
    format_set_text_wrap(format);
    if (which == XLSX_CELL)
        format_set_num_format(format, "@");
    return format;
}

static lxw_error write_workbook(const struct sheet *sheet, struct sheet_options options, const char *path,
                                uint32_t *cut_count)
{
    struct xlsx xlsx = { .sheet = sheet };
    lxw_workbook_options how = { .constant_memory = sheet->rows_count >= LARGE_ROWS };
    xlsx.workbook = workbook_new_opt(path, &how);
    if (!xlsx.workbook)
        return LXW_ERROR_MEMORY_MALLOC_FAILED;
    for (enum xlsx_look which = 0; which < XLSX_LOOKS_COUNT; which++)
        xlsx.looks[which] = look(xlsx.workbook, which);
    struct tm day = { .tm_year = 80, .tm_mday = 1 };
    if (options.printed.year)
        day = (struct tm){ .tm_year = options.printed.year - 1900,
                           .tm_mon = options.printed.month - 1,
                           .tm_mday = options.printed.day };
    char *title = xlsx_string(sheet->title), *subject = xlsx_string(sheet->subtitle);
    lxw_doc_properties properties = { .title = title, .subject = subject, .created = timegm(&day) };
    workbook_set_properties(xlsx.workbook, &properties);
    columns_of(sheet, 0, &xlsx.columns);
    put_tasks(&xlsx);
    xlsx_put_units(&xlsx);
    lxw_error error = workbook_close(xlsx.workbook);
    *cut_count = xlsx.cut_count;
    free(title);
    free(subject);
    return error;
}

/*
 * libxlsxwriter writes to a file with a name.  One that nobody else sees, and where the system lets a file be named by
 * its descriptor its own name is taken away at once: nothing is left behind when the program is killed.
 */
static void put_nameless(int fd, struct buf *path)
{
    char by_fd[64];
    snprintf(by_fd, sizeof by_fd, "/proc/self/fd/%d", fd);
    if (access(by_fd, W_OK) != 0)
        return;
    unlink(path->at);
    buf_clear(path);
    buf_string(path, by_fd);
}

/* By the descriptor: that it is open for writing keeps file_read() away. */
static bool read_back(int fd, struct buf *out)
{
    ssize_t got = 1;
    for (off_t at = 0; got > 0 && buf_drain(out); at += got) {
        buf_reserve(out, BUF_PIECE_BYTES);
        got = pread(fd, out->at + out->bytes, BUF_PIECE_BYTES, at);
        out->bytes += got > 0 ? (size_t)got : 0;
        out->at[out->bytes] = 0;
    }
    return got >= 0;
}

bool xlsx_render(const struct sheet *sheet, struct sheet_options options, struct buf *out, struct buf *said)
{
    const char *folder = getenv("TMPDIR");
    struct buf path = { 0 };
    buf_printf(&path, "%s/fengong-XXXXXX", folder && *folder == '/' ? folder : "/tmp");
    int fd = mkstemp(path.at);
    if (fd < 0) {
        buf_printf(said, _("无法写 %s：%s"), path.at, fault_writing(errno));
        buf_fini(&path);
        return false;
    }
    put_nameless(fd, &path);
    uint32_t cut_count;
    lxw_error error = write_workbook(sheet, options, path.at, &cut_count);
    bool good = error == LXW_NO_ERROR && read_back(fd, out);
    if (!good)
        buf_printf(said, _("Excel 文件没有做成：%s"), error ? lxw_strerror(error) : fault_reading(errno));
    else if (cut_count)
        buf_printf(said, _("有%u格写不下（Excel 一格最多32767字），末尾是“…”\n"), cut_count);
    unlink(path.at); /* harmless where it has no name */
    close(fd);
    buf_fini(&path);
    return good;
}
