/* SPDX-License-Identifier: MIT */
/* What every unit test includes: cmocka in the order it wants, and assertions on our own types. */
#ifndef TESTS_UNIT_H
#define TESTS_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buf.h"
#include "text/text.h"

/* A text against a NUL-terminated string; shows both. */
static inline void assert_text(struct text text, const char *expected)
{
    struct buf copy = { 0 };
    buf_text(&copy, text);
    assert_string_equal(copy.at ? copy.at : "", expected);
    buf_fini(&copy);
}

#endif
