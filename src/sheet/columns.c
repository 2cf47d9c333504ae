/* SPDX-License-Identifier: MIT */
#include "sheet/columns.h"

#include "base/i18n.h"
#include "text/width.h"

enum { PAPER_AMBIGUOUS_COLS = 2, PADDING_COLS = 2 };

/* Is it known who leads?  Where the notice has no rule, the first of a list does not stand apart. */
static bool roles_known(const struct breakdown *b, const struct part *part)
{
    return part->roles_given || part_role_count(b, part, ROLE_SUPPORT) == 0 || part->notes.count ||
           !text_empty(task_volume(b, &b->tasks[part->task_idx])->lead_rule);
}

static void put_names(const struct breakdown *b, const struct part *part, enum column column, struct buf *out)
{
    bool known = roles_known(b, part);
    if (column == COLUMN_UNITS ? known : !known)
        return;
    if (column == COLUMN_UNITS) {
        part_wording(b, part, out);
        return;
    }
    enum role role = column == COLUMN_LEAD ? ROLE_LEAD : ROLE_SUPPORT;
    part_names(b, part, role, out);
    /* A list that ends with 等 is open at its end. */
    bool last = role == ROLE_SUPPORT || part_role_count(b, part, ROLE_SUPPORT) == 0;
    if (part->open_ended && last && out->bytes)
        buf_string(out, _("等"));
}

static void put_remark(const struct sheet *sheet, const struct sheet_row *row, struct buf *out)
{
    const struct breakdown *b = sheet->breakdown;
    const struct part *part = &b->parts[row->part_idx];
    const struct task *task = &b->tasks[part->task_idx];
    struct text via = sheet_row_via(sheet, row);
    if (!text_empty(via))
        buf_printf(out, _("经由%.*s"), TEXT_ARG(via));
    buf_text(out, sheet_row_note(sheet, row));
    buf_string(out, out->bytes && part->notes.count ? "；" : "");
    texts_join(b, part->notes, "；", out);
    if (!text_empty(task->contact)) {
        buf_string(out, out->bytes ? "；" : "");
        buf_printf(out, _("联系人：%.*s"), TEXT_ARG(task->contact));
    }
}

/* A sheet out of several sections says at each task whose it is. */
static bool says_leader(const struct sheet *sheet)
{
    return sheet->subject.kind == SHEET_UNIT || sheet->subject.kind == SHEET_TARGETS;
}

void column_text(const struct sheet *sheet, const struct sheet_row *row, enum column column, struct buf *out)
{
    const struct breakdown *b = sheet->breakdown;
    const struct part *part = &b->parts[row->part_idx];
    const struct task *task = &b->tasks[part->task_idx];
    switch (column) {
    case COLUMN_NUMBER:
        if (row->number == NUMBER_NO) /* "7.": the point separates it from a text that here stands apart */
            buf_printf(out, "%d", task->no);
        else
            sheet_row_number(sheet, row, out);
        break;
    case COLUMN_TEXT:
        buf_text(out, sheet_row_text(sheet, row));
        break;
    case COLUMN_FIGURE:
        if (sheet->targets)
            buf_text(out, target_figure(b, &sheet->targets->items[row->target_idx]));
        break;
    case COLUMN_SUPPORT:
        if (!sheet->targets) /* of a target it is who leads that answers for it */
            put_names(b, part, column, out);
        break;
    case COLUMN_LEADER:
        /* A unit's table says at each task what on its list stands as a heading above several. */
        if (text_empty(task->leader) && says_leader(sheet))
            buf_text(out, task_section(b, task)->leader);
        else
            buf_text(out, task->leader);
        break;
    case COLUMN_DUE:
        buf_text(out, task->due);
        break;
    case COLUMN_REMARK:
        put_remark(sheet, row, out);
        break;
    default:
        put_names(b, part, column, out);
    }
}

const char *column_name(const struct sheet *sheet, enum column column)
{
    static const char *const names[COLUMNS_COUNT] = {
        [COLUMN_NUMBER] = N_("序号"),     [COLUMN_TEXT] = N_("重点工作"), [COLUMN_FIGURE] = N_("数量"),
        [COLUMN_LEADER] = N_("牵头领导"), [COLUMN_LEAD] = N_("牵头单位"), [COLUMN_SUPPORT] = N_("参与单位"),
        [COLUMN_UNITS] = N_("责任单位"),  [COLUMN_DUE] = N_("时限"),      [COLUMN_REMARK] = N_("备注"),
    };
    const struct sheet_subject subject = sheet->subject;
    if (column == COLUMN_TEXT && subject.kind == SHEET_SECTION &&
        sheet->breakdown->sections[subject.idx].kind == SECTION_LIVELIHOOD)
        return N_("民生实事");
    if (column == COLUMN_LEADER && says_leader(sheet))
        return N_("领导");
    if (column == COLUMN_TEXT && sheet->targets)
        return N_("量化指标");
    return names[column];
}

/* Cells for the columns beside the text, padding included: what they usually hold, and how far they may give way. */
static const struct {
    int cols, least_cols;
} widths[COLUMNS_COUNT] = {
    [COLUMN_NUMBER] = { 6, 5 },  [COLUMN_TEXT] = { 0, 18 },  [COLUMN_FIGURE] = { 14, 10 },
    [COLUMN_LEADER] = { 10, 8 }, [COLUMN_LEAD] = { 16, 16 }, [COLUMN_SUPPORT] = { 32, 12 },
    [COLUMN_UNITS] = { 34, 12 }, [COLUMN_DUE] = { 12, 8 },   [COLUMN_REMARK] = { 14, 8 },
};

/* Numbers stand on one line: 12, 2.17, 2020:2.17. */
static int number_cols(const struct sheet *sheet)
{
    int cols = widths[COLUMN_NUMBER].cols;
    struct buf number = { 0 };
    for (uint32_t i = 0; i < sheet->rows_count; i++) {
        buf_clear(&number);
        if (sheet->rows[i].kind == SHEET_ITEM)
            sheet_row_number(sheet, &sheet->rows[i], &number);
        int needed = width_cols(text_composed(buf_view(&number)), PAPER_AMBIGUOUS_COLS) + PADDING_COLS;
        if (needed > cols)
            cols = needed;
    }
    buf_fini(&number);
    return cols < 16 ? cols : 16;
}

static void look_for_columns(const struct sheet *sheet, struct columns *columns)
{
    bool found[COLUMNS_COUNT] = { [COLUMN_NUMBER] = true, [COLUMN_TEXT] = true };
    struct buf text = { 0 };
    uint32_t missing = COLUMNS_COUNT - 2;
    for (uint32_t i = 0; i < sheet->rows_count && missing; i++) {
        if (sheet->rows[i].kind != SHEET_ITEM)
            continue;
        for (enum column column = 0; column < COLUMNS_COUNT; column++) {
            if (found[column])
                continue;
            buf_clear(&text);
            column_text(sheet, &sheet->rows[i], column, &text);
            found[column] = text.bytes > 0;
            missing -= text.bytes > 0;
        }
    }
    for (enum column column = 0; column < COLUMNS_COUNT; column++)
        if (found[column])
            columns->which[columns->count++] = column;
    buf_fini(&text);
}

void columns_of(const struct sheet *sheet, int cols, struct columns *columns)
{
    *columns = (struct columns){ 0 };
    look_for_columns(sheet, columns);
    int own[COLUMNS_COUNT] = { 0 }, used = 0, text_at = 0;
    for (uint32_t i = 0; i < columns->count; i++) {
        enum column column = columns->which[i];
        own[i] = column == COLUMN_NUMBER ? number_cols(sheet) : widths[column].cols;
        if (column == COLUMN_REMARK && sheet->subject.kind == SHEET_CHANGES)
            own[i] *= 2; /* what it was */
        if (column == COLUMN_TEXT)
            text_at = (int)i;
        used += own[i];
    }
    /* The text has more than a third; the others give way evenly, down to what can be read. */
    int least = cols * 36 / 100 > widths[COLUMN_TEXT].least_cols ? cols * 36 / 100 : widths[COLUMN_TEXT].least_cols;
    for (bool gave = true; gave && cols - used < least;) {
        gave = false;
        for (uint32_t i = columns->count; i-- > 1 && cols - used < least;) {
            if (columns->which[i] == COLUMN_TEXT || own[i] <= widths[columns->which[i]].least_cols)
                continue;
            own[i]--;
            used--;
            gave = true;
        }
    }
    own[text_at] = cols - used > widths[COLUMN_TEXT].least_cols ? cols - used : widths[COLUMN_TEXT].least_cols;
    for (uint32_t i = 0; i < columns->count; i++)
        columns->col[i + 1] = columns->col[i] + own[i];
}

bool columns_in_table(const struct sheet *sheet, uint32_t row_idx)
{
    while (row_idx < sheet->rows_count && sheet->rows[row_idx].kind == SHEET_HEADING)
        row_idx++;
    return row_idx < sheet->rows_count && sheet->rows[row_idx].kind == SHEET_ITEM;
}

bool columns_row_says(const struct sheet *sheet, const struct sheet_row *row)
{
    return row->kind == SHEET_HEADING && row->level > 1 && sheet->subject.kind == SHEET_UNIT;
}
