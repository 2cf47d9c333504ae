/* SPDX-License-Identifier: MIT */
/* What is as long as a file leaves in pieces: each form of it, the same bytes as when all of it is kept. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "format/load.h"
#include "format/save.h"
#include "sheet/sheet.h"

enum { TASKS_COUNT = 4000 };

/* Takes all pieces, or all up to one. */
struct pool {
    struct buf_drain drain;
    struct buf all;
    size_t pieces, most_bytes, wanted;
};

static bool take(struct buf_drain *drain, struct span piece)
{
    struct pool *pool = (struct pool *)drain;
    buf_span(&pool->all, piece);
    pool->pieces++;
    pool->most_bytes = piece.bytes > pool->most_bytes ? piece.bytes : pool->most_bytes;
    return pool->pieces < pool->wanted;
}

struct fixture {
    struct breakdown *b;
    struct index *index;
    struct sheet *sheet;
};

static void load(struct fixture *f)
{
    struct buf yaml = { 0 };
    struct diags diags = { 0 };
    buf_string(&yaml, "format: 1\ntitle: 大\nunits: [甲局, 乙局, 丙局]\nsections:\n");
    for (int i = 0; i < TASKS_COUNT; i++) {
        if (i % 50 == 0)
            buf_printf(&yaml, "  - kind: general\n    heading: 第%d部分\n    tasks:\n", i / 50);
        buf_printf(&yaml,
                   "    - {no: %d, text: 推进第%d件事，按期完成。, label: 责任单位, units: [甲局, 乙局, 丙局]}\n",
                   i % 50 + 1, i);
    }
    struct source source = { .path = "test.yaml", .content = buf_view(&yaml) };
    f->b = breakdown_load(&source, 1, &diags);
    assert_non_null(f->b);
    f->index = index_new(f->b);
    f->sheet = sheet_new(f->b, f->index, (struct sheet_subject){ SHEET_ALL, 0 });
    diag_fini(&diags);
    buf_fini(&yaml);
}

static void unload(struct fixture *f)
{
    sheet_free(f->sheet);
    index_free(f->index);
    breakdown_free(f->b);
}

/* Everything that a sheet of many tasks keeps of them: the 13 MiB that 100,000 took once were rows. */
static void a_sheet_keeps_little_of_a_task(void **state)
{
    (void)state;
    struct fixture f;
    load(&f);
    size_t kept_bytes = f.sheet->rows_cap * sizeof *f.sheet->rows + f.sheet->said_cap * sizeof *f.sheet->said;
    assert_in_range(kept_bytes, 1, (size_t)40 * TASKS_COUNT);
    assert_in_range(f.sheet->said_count, TASKS_COUNT / 50, TASKS_COUNT / 50 + 1);
    assert_in_range(f.sheet->arena.total_bytes, 0, 1000);
    unload(&f);
}

static void write_format(const struct fixture *f, enum format format, enum sheet_layout layout, struct buf *out)
{
    if (format == FORMAT_YAML)
        breakdown_save(f->b, 0, out);
    else
        assert_true(sheet_write(f->sheet, format, (struct sheet_options){ .layout = layout }, out));
}

static void each_format_leaves_in_pieces(void **state)
{
    (void)state;
    struct fixture f;
    load(&f);
    for (enum format format = 0; format < FORMATS_COUNT; format++) {
        if (format_by_paper(format))
            continue;
        for (enum sheet_layout layout = SHEET_LIST; layout <= SHEET_TABLE; layout++) {
            struct pool pool = { .drain = { take }, .wanted = SIZE_MAX };
            struct buf whole = { 0 }, out = { .drain = &pool.drain };
            write_format(&f, format, layout, &whole);
            write_format(&f, format, layout, &out);
            buf_span(&pool.all, buf_view(&out));
            if (!span_equal(buf_view(&pool.all), buf_view(&whole)) || pool.most_bytes > 2 * BUF_PIECE_BYTES)
                fail_msg("%s: %zu bytes of %zu, pieces of up to %zu", format_table[format].word, pool.all.bytes,
                         whole.bytes, pool.most_bytes);
            assert_true(pool.pieces >= whole.bytes / BUF_PIECE_BYTES / 2 && pool.pieces > 1);
            assert_in_range(out.cap_bytes, 1, 4 * BUF_PIECE_BYTES);
            buf_fini(&whole);
            buf_fini(&out);
            buf_fini(&pool.all);
        }
    }
    unload(&f);
}

static void who_wants_no_more_is_not_written_to_the_end(void **state)
{
    (void)state;
    struct fixture f;
    load(&f);
    for (enum format format = 0; format < FORMATS_COUNT; format++) {
        if (format_by_paper(format) || format == FORMAT_TEXT) /* pages are set to the end */
            continue;
        struct pool pool = { .drain = { take }, .wanted = 1 };
        struct buf whole = { 0 }, out = { .drain = &pool.drain };
        write_format(&f, format, SHEET_LIST, &whole);
        write_format(&f, format, SHEET_LIST, &out);
        assert_true(pool.all.bytes + out.bytes < whole.bytes);
        buf_fini(&whole);
        buf_fini(&out);
        buf_fini(&pool.all);
    }
    unload(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sheet_keeps_little_of_a_task),
        cmocka_unit_test(each_format_leaves_in_pieces),
        cmocka_unit_test(who_wants_no_more_is_not_written_to_the_end),
    };
    return cmocka_run_group_tests_name("stream", tests, NULL, NULL);
}
