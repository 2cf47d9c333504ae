/* SPDX-License-Identifier: MIT */
#include "document/pdf_table.h"

#include <stdbool.h>

/*
 * A gap is a stretch of blanks with text on both sides: what parts two cells.  A row of a table has two of them or more;
 * the further lines of its cells have one.  A single line with gaps (a signature, 附件1  名单) is no table.
 */
enum { GAP_BLANKS = 2, ROW_GAPS = 2, ROWS_MIN = 3, LINES_IN_A_ROW_MIN = 6 };

static uint32_t count_gaps(struct span line)
{
    uint32_t gaps = 0, blanks = 0;
    bool behind_text = false;
    for (size_t i = 0; i < line.bytes; i++) {
        if (line.at[i] == ' ') {
            blanks++;
            continue;
        }
        if (line.at[i] == '\r')
            continue;
        gaps += behind_text && blanks >= GAP_BLANKS;
        behind_text = true;
        blanks = 0;
    }
    return gaps;
}

/* 序号 by itself heads a column, however narrow the table is set; sentences have it between other characters. */
static bool holds_head(struct span line)
{
    static const char *const heads[] = { "序号", "序 号" };
    for (size_t h = 0; h < sizeof heads / sizeof *heads; h++) {
        struct span head = span_of(heads[h]);
        for (size_t i = 0; i + head.bytes <= line.bytes; i++) {
            size_t end = i + head.bytes;
            if (span_equal((struct span){ line.at + i, head.bytes }, head) && (i == 0 || span_blank(line.at[i - 1])) &&
                (end == line.bytes || span_blank(line.at[end])))
                return true;
        }
    }
    return false;
}

uint32_t pdf_table_page(struct span laid_out)
{
    uint32_t page_no = 1, rows = 0, in_a_row = 0;
    size_t from = 0;
    for (size_t i = 0; i < laid_out.bytes; i++) {
        if (laid_out.at[i] == '\f') {
            page_no++;
            rows = in_a_row = 0;
            from = i + 1;
        } else if (laid_out.at[i] == '\n') {
            struct span line = { laid_out.at + from, i - from };
            from = i + 1;
            uint32_t gaps = count_gaps(line);
            rows += gaps >= ROW_GAPS;
            if (span_trim(line).bytes)
                in_a_row = gaps ? in_a_row + 1 : 0;
            if (holds_head(line) || rows >= ROWS_MIN || in_a_row >= LINES_IN_A_ROW_MIN)
                return page_no;
        }
    }
    return 0;
}
