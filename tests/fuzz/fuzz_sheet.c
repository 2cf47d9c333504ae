/* SPDX-License-Identifier: MIT */
/* Any bytes as a file, and all that is printed of it in every format: nothing in it drives a terminal. */
#include "fuzz/fuzz.h"
#include "sheet/sheet.h"

static void write_in_all_formats(struct sheet *sheet, int cols)
{
    struct buf out = { 0 };
    for (int format = 0; format < FORMATS_COUNT; format++)
        for (int layout = SHEET_LIST; layout <= SHEET_TABLE; layout++) {
            buf_clear(&out);
            struct sheet_options options = { .layout = (enum sheet_layout)layout, .cols = cols };
            if (format_table[format].render && sheet_write(sheet, (enum format)format, options, &out))
                LAW(foreign_at(buf_view(&out), "\n\f\t\r") == out.bytes);
        }
    buf_clear(&out);
    sheet_file_name(sheet, FORMAT_TEXT, &out);
    LAW(foreign_at(buf_view(&out), "") == out.bytes && !memchr(out.at, '/', out.bytes));
    buf_fini(&out);
    sheet_free(sheet);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
    struct breakdown *b = bytes ? fuzz_load((struct span){ (const char *)data + 1, bytes - 1 }) : NULL;
    if (!b)
        return 0;
    struct index *index = index_new(b);
    int cols = data[0] < 64 ? 0 : data[0];
    write_in_all_formats(sheet_new(b, index, (struct sheet_subject){ .kind = SHEET_ALL }), cols);
    for (uint32_t i = 0; i < b->units_count && i < 4; i++)
        write_in_all_formats(sheet_new(b, index, (struct sheet_subject){ SHEET_UNIT, i }), cols);
    for (uint32_t i = 0; i < index->leaders->count && i < 2; i++)
        write_in_all_formats(sheet_new(b, index, (struct sheet_subject){ SHEET_LEADER, i }), cols);
    index_free(index);
    breakdown_free(b);
    return 0;
}
