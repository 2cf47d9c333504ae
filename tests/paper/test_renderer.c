/* SPDX-License-Identifier: MIT */
/* The formats of fengong-paper. */
#include "unit/unit.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_a_format_that_has_no_renderer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
