/* SPDX-License-Identifier: MIT */
/* Encodings of our own: GB18030 by every character of Unicode and every code, against the C library's where it has one. */
#include "unit.h"

#include <iconv.h>

#include "text/charset.h"
#include "text/gb18030.h"
#include "text/utf8.h"

enum { LAST = 0x10ffff };

static bool is_surrogate(uint32_t c)
{
    return c >= 0xd800 && c < 0xe000;
}

static struct span written(uint32_t c, char bytes[GB18030_MAX_BYTES])
{
    return (struct span){ bytes, gb18030_write(c, bytes) };
}

static void every_character_comes_back(void **state)
{
    (void)state;
    int lacking = 0;
    for (uint32_t c = 0; c <= LAST; c++) {
        char bytes[GB18030_MAX_BYTES];
        struct span code = written(c, bytes);
        uint32_t back = 0;
        size_t used = 0;
        if (is_surrogate(c)) {
            assert_int_equal(code.bytes, 0);
        } else if (code.bytes == 0) {
            lacking++;
            assert_in_range(c, 0xe78d, 0xe864);
        } else {
            assert_int_equal(gb18030_read(code, &back, &used), GB18030_CHAR);
            assert_int_equal(used, code.bytes);
            assert_int_equal(back, c);
            for (size_t part = 1; part < code.bytes; part++)
                assert_int_equal(gb18030_read((struct span){ code.at, part }, &back, &used), GB18030_PARTIAL);
        }
    }
    assert_int_equal(lacking, 25);
    assert_int_equal(gb18030_write(LAST + 1, (char[GB18030_MAX_BYTES]){ 0 }), 0);
}

/* One character or code through iconv; the bytes that came out, 0 when it refused. */
static size_t converted(iconv_t to, struct span in, char out[8])
{
    char copy[8], *from = copy, *at = out;
    size_t left = in.bytes, room = 8;
    memcpy(copy, in.at, in.bytes);
    bool good = iconv(to, &from, &left, &at, &room) == 0;
    if (!good)
        iconv(to, NULL, NULL, NULL, NULL);
    return good ? 8 - room : 0;
}

static void every_character_is_written_as_the_c_library_does(void **state)
{
    (void)state;
    iconv_t to_gb = iconv_open("GB18030", "UTF-8");
    if (to_gb == (iconv_t)-1)
        skip();
    for (uint32_t c = 0; c <= LAST; c++) {
        char own[GB18030_MAX_BYTES], theirs[8];
        struct buf utf8 = { 0 };
        struct span code = written(c, own);
        if (code.bytes == 0)
            continue;
        utf8_put(&utf8, c);
        size_t bytes = converted(to_gb, buf_view(&utf8), theirs);
        assert_true(span_equal(code, (struct span){ theirs, bytes }));
        buf_fini(&utf8);
    }
    iconv_close(to_gb);
}

/* What GB 18030-2000 had four bytes for and later editions have two. */
static bool has_two_codes(uint32_t c, size_t used)
{
    char bytes[GB18030_MAX_BYTES];
    return gb18030_write(c, bytes) != used;
}

static void assert_reads_alike(iconv_t to_utf8, const unsigned char *at, size_t bytes)
{
    char theirs[8];
    struct buf own = { 0 };
    struct span code = { (const char *)at, bytes };
    uint32_t c;
    size_t used, count = converted(to_utf8, code, theirs);
    enum gb18030_found found = gb18030_read(code, &c, &used);
    if (found == GB18030_CHAR && !has_two_codes(c, used)) {
        utf8_put(&own, c);
        assert_true(span_equal(buf_view(&own), (struct span){ theirs, count }));
    } else if (found != GB18030_CHAR) {
        assert_int_equal(count, 0);
    }
    buf_fini(&own);
}

static void every_code_is_read_as_the_c_library_does(void **state)
{
    (void)state;
    iconv_t to_utf8 = iconv_open("UTF-8", "GB18030");
    if (to_utf8 == (iconv_t)-1)
        skip();
    for (unsigned first = 0x80; first <= 0xff; first++)
        for (unsigned second = 0; second <= 0xff; second++) {
            unsigned char code[4] = { (unsigned char)first, (unsigned char)second };
            bool is_four = second >= 0x30 && second <= 0x39;
            if (!is_four)
                assert_reads_alike(to_utf8, code, 2);
            /* Beyond the basic plane all are alike: one in a hundred. */
            for (unsigned rest = 0; is_four && rest < 1260; rest += first >= 0x90 ? 101 : 1) {
                code[2] = (unsigned char)(0x81 + rest / 10);
                code[3] = (unsigned char)(0x30 + rest % 10);
                assert_reads_alike(to_utf8, code, 4);
            }
        }
    iconv_close(to_utf8);
}

static void assert_decodes(const char *charset, struct span content, const char *expected, long damaged)
{
    struct buf out = { 0 };
    assert_int_equal(charset_decode(charset, content, &out), damaged);
    assert_string_equal(out.at, expected);
    buf_fini(&out);
}

static void what_is_no_character_costs_a_byte(void **state)
{
    (void)state;
    assert_decodes("GB18030", SPAN("\xca\xa1\xff\xb3\xa4"), "省\xEF\xBF\xBD长", 1);
    assert_decodes("GB18030", SPAN("\xca\xa1\xb3"), "省\xEF\xBF\xBD", 1);
    assert_decodes("GB18030", SPAN("\x81\x30\xb3\xa4"),
                   "\xEF\xBF\xBD"
                   "0长",
                   1);
    assert_decodes("GB18030", SPAN("\xb3 x"), "\xEF\xBF\xBD x", 1);
    assert_decodes("gb18030", SPAN("\x81\x30\x81\x30"), "\xC2\x80", 0);
}

static void utf16_is_read_in_both_orders(void **state)
{
    (void)state;
    assert_decodes("UTF-16", SPAN("\xFF\xFE\x01\x77\x7F\x95"), "省长", 0);
    assert_decodes("UTF-16", SPAN("\xFE\xFF\x77\x01\xD8\x40\xDC\x87"), "省\xF0\xA0\x82\x87", 0);
    assert_decodes("UTF-16", SPAN("\xFF\xFE\x40\xD8\x01\x77\x7F"), "\xEF\xBF\xBD省\xEF\xBF\xBD", 2);
    assert_decodes("UTF-16", SPAN("\xFF\xFE\x40\xD8"), "\xEF\xBF\xBD", 1);
}

static void writing_stops_at_what_an_encoding_lacks(void **state)
{
    (void)state;
    struct charset_writer writer = { 0 };
    struct buf out = { 0 };
    assert_false(charset_writer_open(&writer, "no-such-encoding"));
    assert_int_equal(charset_decode("no-such-encoding", SPAN("x"), &out), -1);
    assert_true(charset_writer_open(&writer, "GB18030"));
    assert_int_equal(charset_write(&writer, SPAN("省a\xEE\xA0\x96长"), &out), 4);
    assert_true(span_equal(buf_view(&out), SPAN("\xca\xa1"
                                                "a")));
    buf_clear(&out);
    assert_true(charset_writer_open(&writer, "GBK"));
    assert_int_equal(charset_write(&writer, SPAN("·\xF0\xA0\x82\x88"), &out), 2);
    assert_true(span_equal(buf_view(&out), SPAN("\xa1\xa4")));
    if (writer.kind == CHARSET_ICONV)
        iconv_close(writer.state);
    buf_fini(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_character_comes_back),
        cmocka_unit_test(every_character_is_written_as_the_c_library_does),
        cmocka_unit_test(every_code_is_read_as_the_c_library_does),
        cmocka_unit_test(what_is_no_character_costs_a_byte),
        cmocka_unit_test(utf16_is_read_in_both_orders),
        cmocka_unit_test(writing_stops_at_what_an_encoding_lacks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
