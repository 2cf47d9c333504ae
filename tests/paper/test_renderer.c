/* SPDX-License-Identifier: MIT */
/* The formats of fengong-paper. */
#include "unit/unit.h"

#include "document/reader.h"
#include "format/load.h"
#include "paper/renderer.h"

static void refuses_a_format_that_has_no_renderer(void **state)
{
    (void)state;
    struct sheet sheet = { 0 };
    struct buf out = { 0 }, fault = { 0 };
    assert_false(renderer_render(&sheet, FORMAT_MARKDOWN, (struct sheet_options){ 0 }, &out, &fault));
    assert_int_equal(out.bytes, 0);
    assert_string_equal(fault.at, "fengong-paper 不做格式 markdown");
    buf_fini(&out);
    buf_fini(&fault);
}

/* Takes all pieces. */
struct pool {
    struct buf_drain drain;
    struct buf all;
    size_t most_bytes;
};

static bool take(struct buf_drain *drain, struct span piece)
{
    struct pool *pool = (struct pool *)drain;
    buf_span(&pool->all, piece);
    pool->most_bytes = piece.bytes > pool->most_bytes ? piece.bytes : pool->most_bytes;
    return true;
}

static void a_workbook_leaves_in_pieces(void **state)
{
    (void)state;
    struct buf yaml = { 0 }, whole = { 0 }, said = { 0 };
    struct diags diags = { 0 };
    buf_string(
        &yaml,
        "format: 1\ntitle: 大\nunits: [甲局, 乙局]\nsections:\n  - kind: general\n    heading: 一\n    tasks:\n");
    for (unsigned i = 1; i <= 4000; i++)
        buf_printf(&yaml, "    - {no: %u, text: 推进%x，%x。, label: 责任单位, units: [甲局, 乙局]}\n", i, i * 2654435,
                   i * 40503);
    struct source source = { .path = "test.yaml", .content = buf_view(&yaml) };
    struct breakdown *b = breakdown_load(&source, 1, &diags);
    assert_non_null(b);
    struct index *index = index_new(b);
    struct sheet *sheet = sheet_new(b, index, (struct sheet_subject){ SHEET_ALL, 0 });
    struct pool pool = { .drain = { take } };
    struct buf out = { .drain = &pool.drain };
    assert_true(renderer_render(sheet, FORMAT_XLSX, (struct sheet_options){ 0 }, &whole, &said));
    assert_true(renderer_render(sheet, FORMAT_XLSX, (struct sheet_options){ 0 }, &out, &said));
    buf_span(&pool.all, buf_view(&out));
    assert_true(span_equal(buf_view(&pool.all), buf_view(&whole)));
    assert_in_range(pool.most_bytes, 1, 2 * BUF_PIECE_BYTES);
    assert_in_range(out.cap_bytes, 1, 4 * BUF_PIECE_BYTES);
    sheet_free(sheet);
    index_free(index);
    breakdown_free(b);
    diag_fini(&diags);
    buf_fini(&yaml);
    buf_fini(&whole);
    buf_fini(&said);
    buf_fini(&out);
    buf_fini(&pool.all);
}

/* The library leaves out what is longer than a cell may be: a task would stand there without its text. */
static void a_text_too_long_for_a_cell_is_cut_and_told(void **state)
{
    (void)state;
    struct buf yaml = { 0 }, out = { 0 }, said = { 0 }, text = { 0 }, form = { 0 };
    struct diags diags = { 0 };
    buf_string(&yaml, "format: 1\ntitle: 长\nunits: [甲局]\nsections:\n  - kind: general\n    heading: 一\n    tasks:\n"
                      "    - no: 1\n      label: 责任单位\n      units: [甲局]\n      text: 开头");
    buf_fill(&yaml, 'x', 40000);
    buf_string(&yaml, "\n    - {no: 2, text: 另一项。, label: 责任单位, units: [甲局]}\n");
    struct source source = { .path = "test.yaml", .content = buf_view(&yaml) };
    struct breakdown *b = breakdown_load(&source, 1, &diags);
    assert_non_null(b);
    struct index *index = index_new(b);
    struct sheet *sheet = sheet_new(b, index, (struct sheet_subject){ SHEET_SECTION, 0 });
    assert_true(renderer_render(sheet, FORMAT_XLSX, (struct sheet_options){ 0 }, &out, &said));
    assert_string_equal(said.at, "有1格写不下（Excel 一格最多32767字），末尾是“…”\n");
    assert_true(reader_read(buf_view(&out), foreign_kind(buf_view(&out)), false, &text, &form, &said));
    assert_non_null(strstr(text.at, "开头xxx"));
    assert_non_null(strstr(text.at, "xxx…"));
    assert_non_null(strstr(text.at, "另一项。"));
    sheet_free(sheet);
    index_free(index);
    breakdown_free(b);
    diag_fini(&diags);
    buf_fini(&yaml);
    buf_fini(&out);
    buf_fini(&said);
    buf_fini(&text);
    buf_fini(&form);
}

/* A list of changes without what went would say that nothing went. */
static void a_comparison_has_what_went_in_a_workbook(void **state)
{
    (void)state;
    static const char head[] =
        "format: 1\ntitle: 变\nunits: [甲局]\nsections:\n  - kind: general\n    heading: 一\n    tasks:\n"
        "    - {no: 1, text: 留下的一项。, label: 责任单位, units: [甲局]}\n";
    struct buf old_yaml = { 0 }, out = { 0 }, said = { 0 }, text = { 0 }, form = { 0 };
    struct diags diags = { 0 };
    buf_printf(&old_yaml, "%s    - {no: 2, text: 删去的一项。, label: 责任单位, units: [甲局]}\n", head);
    struct source sources[] = { { .path = "old.yaml", .content = buf_view(&old_yaml) },
                                { .path = "new.yaml", .content = span_of(head) } };
    struct breakdown *old = breakdown_load(&sources[0], 1, &diags), *now = breakdown_load(&sources[1], 1, &diags);
    struct index *index = index_new(now);
    struct diff *diff = diff_new(old, now);
    struct sheet *sheet = sheet_new_of_changes(old, now, index, diff);
    assert_true(renderer_render(sheet, FORMAT_XLSX, (struct sheet_options){ 0 }, &out, &said));
    assert_true(reader_read(buf_view(&out), foreign_kind(buf_view(&out)), false, &text, &form, &said));
    assert_non_null(strstr(text.at, "一、删去（1项）"));
    assert_non_null(strstr(text.at, "2　删去的一项。"));
    sheet_free(sheet);
    diff_free(diff);
    index_free(index);
    breakdown_free(old);
    breakdown_free(now);
    diag_fini(&diags);
    buf_fini(&old_yaml);
    buf_fini(&out);
    buf_fini(&said);
    buf_fini(&text);
    buf_fini(&form);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_a_format_that_has_no_renderer),
        cmocka_unit_test(a_workbook_leaves_in_pieces),
        cmocka_unit_test(a_text_too_long_for_a_cell_is_cut_and_told),
        cmocka_unit_test(a_comparison_has_what_went_in_a_workbook),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
