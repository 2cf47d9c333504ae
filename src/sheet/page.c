/* SPDX-License-Identifier: MIT */
/* Lines to pages. */
#include "sheet/page.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "sheet/page_flow.h"
#include "text/width.h"

static int halves_of(const struct page_line *line)
{
    return line->kind == PAGE_LINE_RULE ? 1 : PAGE_LINE_HALVES;
}

static bool in_table(const struct page_line *line)
{
    return line->kind != PAGE_LINE;
}

/* What has left is forgotten once it is the larger part, so that memory does not grow with the pages. */
static void compact(struct page_flow *flow)
{
    if (flow->first == 0 || flow->first < flow->lines_count - flow->first)
        return;
    bool empty = flow->first == flow->lines_count;
    size_t runs = empty ? flow->runs_count : flow->lines[flow->first].run_from;
    size_t bytes = empty || runs == flow->runs_count ? flow->text.bytes : flow->runs[runs].from_bytes;
    size_t runs_less = runs - flow->head_runs, bytes_less = bytes - flow->head_bytes;
    memmove(flow->lines, flow->lines + flow->first, (flow->lines_count - flow->first) * sizeof *flow->lines);
    flow->lines_count -= flow->first;
    flow->first = 0;
    for (size_t i = 0; i < flow->lines_count; i++)
        flow->lines[i].run_from -= runs_less;
    if (flow->runs_count > runs)
        memmove(flow->runs + flow->head_runs, flow->runs + runs, (flow->runs_count - runs) * sizeof *flow->runs);
    flow->runs_count -= runs_less;
    for (size_t i = flow->head_runs; i < flow->runs_count; i++) {
        flow->runs[i].from_bytes -= bytes_less;
        flow->runs[i].to_bytes -= bytes_less;
    }
    if (flow->text.bytes > bytes)
        memmove(flow->text.at + flow->head_bytes, flow->text.at + bytes, flow->text.bytes - bytes);
    flow->text.bytes -= bytes_less;
}

struct page_line *flow_line(struct page_flow *flow, enum page_line_kind kind, enum block_kind block)
{
    MEM_GROW(flow->lines, flow->lines_count + 1, flow->lines_cap);
    struct page_line *line = &flow->lines[flow->lines_count++];
    *line = (struct page_line){ .kind = kind, .block = block, .row_idx = NO_IDX, .run_from = flow->runs_count };
    flow->queued_halves += halves_of(line);
    return line;
}

int flow_run(struct page_flow *flow, struct text text, int col, enum block_mark mark)
{
    if (text_empty(text) || !flow->sink)
        return col;
    size_t from = flow->text.bytes;
    int end_col = col + width_cols(text, PAGE_AMBIGUOUS_COLS);
    MEM_GROW(flow->runs, flow->runs_count + 1, flow->runs_cap);
    flow->runs[flow->runs_count++] = (struct page_run){ from, from + text.bytes, col, end_col, mark };
    buf_text(&flow->text, text);
    flow->lines[flow->lines_count - 1].runs_count++;
    return end_col;
}

void flow_head(struct page_flow *flow)
{
    flow->head_count = flow->lines_count - flow->first;
    MEM_GROW(flow->head, flow->head_count, flow->head_cap);
    memcpy(flow->head, flow->lines + flow->first, flow->head_count * sizeof *flow->head);
    flow->head_halves = flow->queued_halves;
    flow->head_runs = flow->runs_count;
    flow->head_bytes = flow->text.bytes;
    flow->lines_count = flow->first;
    flow->queued_halves = 0;
}

/* How many of the lines that wait stand on the next page. */
static size_t fitting(const struct page_flow *flow, int room_halves)
{
    size_t waiting = flow->lines_count - flow->first, best = 0, count = 0;
    int halves = 0;
    for (; count < waiting; count++) {
        const struct page_line *line = &flow->lines[flow->first + count];
        halves += halves_of(line);
        /* Where a row must be split, a rule closes the table below it. */
        bool open = line->kind == PAGE_LINE_CELLS || line->kind == PAGE_LINE_SPAN;
        if (halves + open > room_halves)
            break;
        if (!line->keep)
            best = count + 1;
    }
    if (best && count < waiting)
        return best;
    return count ? count : 1;
}

static const struct page_line *last_heading(const struct page_line *lines, size_t count)
{
    while (count--)
        if (lines[count].block == BLOCK_HEADING && lines[count].level == 1 && lines[count].row_idx != NO_IDX)
            return &lines[count];
    return NULL;
}

static void put_page(struct page_flow *flow, bool with_head, size_t count)
{
    const struct page_line *lines = flow->lines + flow->first, *heading = last_heading(lines, count);
    struct page *page = &flow->page;
    bool closing = count && (lines[count - 1].kind == PAGE_LINE_CELLS || lines[count - 1].kind == PAGE_LINE_SPAN);
    size_t head = with_head ? flow->head_count : 0, total = head + count + closing;
    MEM_GROW(flow->shown, total, flow->shown_cap);
    if (head)
        memcpy(flow->shown, flow->head, head * sizeof *flow->shown);
    memcpy(flow->shown + head, lines, count * sizeof *flow->shown);
    if (closing)
        flow->shown[total - 1] = (struct page_line){ .kind = PAGE_LINE_RULE, .row_idx = NO_IDX };
    page->lines = flow->shown;
    page->lines_count = total;
    page->runs = flow->runs;
    page->text = flow->text.at;
    page->halves = 0;
    for (size_t i = 0; i < total; i++)
        page->halves += halves_of(&flow->shown[i]);
    if (heading == lines && count)
        page->running = sheet_row_text(page->sheet, &page->sheet->rows[heading->row_idx]);
    page->no++;
    if (flow->sink)
        flow->sink(flow->context, page);
    if (heading)
        page->running = sheet_row_text(page->sheet, &page->sheet->rows[heading->row_idx]);
    for (size_t i = 0; i < count; i++)
        flow->queued_halves -= halves_of(&lines[i]);
    flow->first += count;
}

void flow_settle(struct page_flow *flow, bool end)
{
    while (flow->first < flow->lines_count) {
        const struct page_line *next = &flow->lines[flow->first];
        bool with_head = flow->head_count && in_table(next) && next->kind != PAGE_LINE_RULE;
        int room = flow->capacity_halves - (with_head ? flow->head_halves : 0);
        if (!end && (!flow->capacity_halves || flow->queued_halves <= room))
            break;
        put_page(flow, with_head, flow->capacity_halves ? fitting(flow, room) : flow->lines_count - flow->first);
    }
    compact(flow);
}

void flow_fini(struct page_flow *flow)
{
    free(flow->lines);
    free(flow->runs);
    free(flow->head);
    free(flow->shown);
    buf_fini(&flow->text);
}

static int run_through(const struct sheet *sheet, struct sheet_options options, int count, page_sink *sink,
                       void *context)
{
    struct columns columns;
    bool table = options.layout == SHEET_TABLE;
    struct page_flow flow = {
        .page = { .sheet = sheet, .count = count, .table = table, .columns = table ? &columns : NULL },
        .sink = sink,
        .context = context,
    };
    flow.page.cols = options.cols > 0 ? options.cols : table ? PAGE_TABLE_COLS : PAGE_LIST_COLS;
    flow.page.rows = options.rows ? options.rows : table ? PAGE_TABLE_ROWS : PAGE_LIST_ROWS;
    if (flow.page.rows < 0)
        flow.page.rows = 0;
    flow.capacity_halves = flow.page.rows * PAGE_LINE_HALVES;
    /* Who asks for so many columns gets no more. */
    flow.hang_cols = options.cols > 0 || table ? 0 : PAGE_HAN_COLS;
    if (table) {
        columns_of(sheet, flow.page.cols, &columns);
        flow.page.cols = columns.col[columns.count];
        flow_table_head(&flow);
        flow_head(&flow);
    }
    block_each_head(sheet, options, flow_block, &flow);
    flow_line(&flow, PAGE_LINE, BLOCK_ABOUT)->keep = true;
    for (uint32_t i = 0; i < sheet->rows_count; i++) {
        if (table)
            flow_table_row(&flow, i);
        else
            block_each_of_row(sheet, i, flow_block, &flow);
        flow_settle(&flow, false);
    }
    block_each_tail(sheet, flow_block, &flow);
    flow_settle(&flow, true);
    int pages = flow.page.no;
    flow_fini(&flow);
    return pages;
}

void page_each(const struct sheet *sheet, struct sheet_options options, page_sink *sink, void *context)
{
    int count = options.rows < 0 ? 1 : run_through(sheet, options, 0, NULL, NULL);
    run_through(sheet, options, count, sink, context);
}

struct text page_text(const struct page *page, const struct page_run *run)
{
    return text_composed((struct span){ page->text + run->from_bytes, run->to_bytes - run->from_bytes });
}

void page_foot(const struct page *page, int max_cols, struct buf *out)
{
    const struct sheet *sheet = page->sheet;
    struct buf which = { 0 }, whose = { 0 };
    bool heading = !text_empty(page->running);
    buf_printf(&which, _("　第%d页 共%d页"), page->no, page->count);
    if (!(heading && sheet->subject.kind == SHEET_ALL))
        buf_text(&whose, sheet->title);
    if (heading && (sheet->subject.kind == SHEET_ALL || sheet->subject.kind == SHEET_UNIT)) {
        buf_string(&whose, whose.bytes ? "　" : "");
        buf_text(&whose, page->running);
    }
    int which_cols = width_cols(text_composed(buf_view(&which)), PAGE_AMBIGUOUS_COLS);
    width_clip(out, text_composed(buf_view(&whose)), max_cols - which_cols, PAGE_AMBIGUOUS_COLS);
    buf_span(out, buf_view(&which));
    buf_fini(&which);
    buf_fini(&whose);
}
