/* SPDX-License-Identifier: MIT */
#include "document/document.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "document/document_flow.h"
#include "text/text.h"

enum { NOTES_SEARCHED_BYTES = 32 * 1024 };

static void fail(struct document *d, const char *why)
{
    if (!d->fault)
        d->fault = why;
}

/* All that is written passes here: cells repeated over a million rows end, too. */
void document_put(struct document *d, struct buf *out, struct span text)
{
    if (d->fault)
        return;
    if (out->bytes + text.bytes > DOCUMENT_TEXT_BYTES) {
        fail(d, N_("文字太多（超过64兆字节）"));
        return;
    }
    buf_span(out, text);
}

struct flow *document_flow(struct document *d)
{
    return &d->flows[d->flows_count - 1];
}

bool document_flow_open(struct document *d)
{
    if (d->flows_count >= DOCUMENT_DEPTH_MAX) {
        fail(d, N_("表格、文本框嵌套太深"));
        return false;
    }
    if (d->flows_count == d->flows_cap) {
        size_t before = d->flows_cap;
        MEM_GROW(d->flows, (size_t)d->flows_count + 1, d->flows_cap);
        memset(d->flows + before, 0, (d->flows_cap - before) * sizeof *d->flows);
    }
    struct flow *flow = &d->flows[d->flows_count++];
    buf_clear(&flow->paragraph);
    buf_clear(&flow->lines);
    buf_clear(&flow->boxes);
    flow->holds_table = false;
    return true;
}

struct flow *document_flow_close(struct document *d)
{
    document_block(d);
    return &d->flows[--d->flows_count];
}

void document_init(struct document *d)
{
    *d = (struct document){ 0 };
    document_flow_open(d);
}

bool document_finish(struct document *d, struct buf *fault)
{
    while (!d->fault && (d->tables_count || d->flows_count > 1)) {
        if (d->tables_count && d->tables[d->tables_count - 1].flow_no == d->flows_count)
            document_table_end(d);
        else if (d->tables_count && d->tables[d->tables_count - 1].flow_no == d->flows_count - 1)
            document_cell_end(d);
        else
            document_box_end(d);
    }
    if (d->fault) {
        buf_string(fault, _(d->fault));
        return false;
    }
    document_block(d);
    buf_span(&d->text, buf_view(&d->flows[0].lines));
    return true;
}

void document_fini(struct document *d)
{
    for (size_t i = 0; i < d->flows_cap; i++) {
        buf_fini(&d->flows[i].paragraph);
        buf_fini(&d->flows[i].lines);
        buf_fini(&d->flows[i].boxes);
    }
    for (size_t i = 0; i < d->tables_cap; i++)
        table_fini(&d->tables[i]);
    free(d->flows);
    free(d->tables);
    buf_fini(&d->text);
    buf_fini(&d->notes);
}

void document_text(struct document *d, struct span raw)
{
    struct buf *out = &document_flow(d)->paragraph;
    while (raw.bytes) {
        size_t plain = 0;
        while (plain < raw.bytes && (unsigned char)raw.at[plain] >= ' ')
            plain++;
        document_put(d, out, (struct span){ raw.at, plain });
        if (plain < raw.bytes) {
            document_put(d, out, SPAN(" "));
            plain++;
        }
        raw.at += plain;
        raw.bytes -= plain;
    }
}

void document_label(struct document *d, struct span raw)
{
    struct buf rest = { 0 };
    struct flow *flow = document_flow(d);
    buf_span(&rest, buf_view(&flow->paragraph));
    buf_clear(&flow->paragraph);
    document_text(d, raw);
    document_put(d, &flow->paragraph, buf_view(&rest));
    buf_fini(&rest);
}

void document_break(struct document *d)
{
    document_put(d, &document_flow(d)->paragraph, SPAN("\n"));
}

static void put_boxes(struct document *d, struct flow *flow)
{
    document_put(d, &flow->lines, buf_view(&flow->boxes));
    buf_clear(&flow->boxes);
}

void document_paragraph(struct document *d)
{
    struct flow *flow = document_flow(d);
    if (flow->paragraph.bytes || d->flows_count == 1) { /* an empty one parts nothing in a cell */
        document_put(d, &flow->lines, buf_view(&flow->paragraph));
        document_put(d, &flow->lines, SPAN("\n"));
    }
    buf_clear(&flow->paragraph);
    put_boxes(d, flow);
}

void document_block(struct document *d)
{
    struct flow *flow = document_flow(d);
    while (flow->paragraph.bytes && strchr(" \n", flow->paragraph.at[flow->paragraph.bytes - 1]))
        flow->paragraph.at[--flow->paragraph.bytes] = 0;
    if (flow->paragraph.bytes)
        document_paragraph(d);
    put_boxes(d, flow);
}

bool document_at_start(const struct document *d)
{
    const struct buf *paragraph = &d->flows[d->flows_count - 1].paragraph;
    return !paragraph->bytes || paragraph->at[paragraph->bytes - 1] == '\n';
}

void document_box_begin(struct document *d)
{
    if (!d->fault)
        document_flow_open(d);
}

void document_box_end(struct document *d)
{
    if (d->fault || d->flows_count < 2)
        return;
    struct flow *box = document_flow_close(d);
    document_put(d, &document_flow(d)->boxes, buf_view(&box->lines));
}

void document_note(struct document *d, const char *what, struct span text)
{
    struct buf line = { 0 };
    buf_string(&line, what);
    text = span_trim(text);
    if (text.bytes) {
        buf_string(&line, "：");
        text_clean_to(&line, text);
    }
    bool said = false;
    /* What is repeated (the headers of each section) comes early; a long account is not searched again and again. */
    struct span early = buf_view(&d->notes);
    early.bytes = early.bytes < NOTES_SEARCHED_BYTES ? early.bytes : NOTES_SEARCHED_BYTES;
    while (early.bytes && !said)
        said = span_equal(span_line(&early), buf_view(&line));
    buf_char(&line, '\n');
    if (!said)
        document_put(d, &d->notes, buf_view(&line));
    buf_fini(&line);
}
