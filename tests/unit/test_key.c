/* SPDX-License-Identifier: MIT */
/* Keys of parts, and what other files find by them after a breakdown was amended. */
#include "breakdown/key.h"

#include <stdlib.h>

#include "base/sha256.h"
#include "breakdown/check.h"
#include "breakdown_unit.h"
#include "text/bare.h"

static void digest_is(struct span message, const char *expected)
{
    uint8_t digest[SHA256_BYTES];
    char hex[2 * SHA256_BYTES + 1];
    sha256(message, digest);
    for (int i = 0; i < SHA256_BYTES; i++)
        snprintf(hex + 2 * i, 3, "%02x", (unsigned)digest[i]);
    assert_string_equal(hex, expected);
}

/* The examples of FIPS 180-4's publisher (NIST, "SHA-256 example computations"), and lengths about a block's end. */
static void sha256_gives_the_published_digests(void **state)
{
    (void)state;
    digest_is(SPAN(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    digest_is(SPAN("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    digest_is(SPAN("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    struct buf million = { 0 };
    buf_fill(&million, 'a', 1000000);
    digest_is(buf_view(&million), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    million.bytes = 55;
    digest_is(buf_view(&million), "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318");
    million.bytes = 64;
    digest_is(buf_view(&million), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb");
    buf_fini(&million);
}

static void bare_is(const char *text, const char *expected)
{
    struct buf bare = { 0 };
    bare_to(&bare, text_of(text));
    assert_text(text_composed(buf_view(&bare)), expected);
    buf_fini(&bare);
}

static void what_a_text_says_is_bare_of_how_it_is_written(void **state)
{
    (void)state;
    bare_is("新增５Ｇ基站 1,000个，增长“8.5%”以上。", "新增5g基站1000个增长85%以上");
    bare_is("AIoT+ 二〇二〇年①", "aiot+二〇二〇年1");
    bare_is("é", "é");
    bare_is("e\xCC\x81", "é"); /* the same, as two characters */
    bare_is("Ⅳ期（㎡）", "iv期m2");
    bare_is("，。、", "");
}

/* Texts of signs that stand alone, with one that takes the long way behind them, say the same before it. */
static void the_short_way_and_the_long_way_agree(void **state)
{
    (void)state;
    static const char *const signs[] = { "甲", "Ａ", "z", "９", "％", "，", "。", "“", "—", "（", " ", "+", "·", "龥" };
    srand(7);
    for (int round = 0; round < 500; round++) {
        struct buf text = { 0 }, shorter = { 0 }, longer = { 0 };
        for (int i = rand() % 30; i-- > 0;)
            buf_string(&text, signs[(size_t)rand() % (sizeof signs / sizeof *signs)]);
        bare_to(&shorter, text_composed(buf_view(&text)));
        buf_string(&text, "㈠"); /* NFKC: (一) */
        bare_to(&longer, text_composed(buf_view(&text)));
        buf_string(&shorter, "一");
        assert_text(text_composed(buf_view(&longer)), shorter.at);
        buf_fini(&text);
        buf_fini(&shorter);
        buf_fini(&longer);
    }
}

static void key_is(const char *text, const char *expected)
{
    assert_string_equal(key_of_text(text_of(text)).text, expected);
}

static void a_key_is_six_characters_of_its_text(void **state)
{
    (void)state;
    /* Reckoned from the rule in fengong-breakdown(5) by another program. */
    key_is("修路10公里。", "cm9w2z");
    key_is("修路 10 公里", "cm9w2z");
    key_is("修路11公里。", "mwq2ta");
    key_is("", "r973h6");
}

static void all_parts_of_the_notice_have_keys_of_their_own(void **state)
{
    (void)state;
    struct breakdown *b = load_shipped();
    struct diags diags = { 0 };
    for (uint32_t i = 0; i < b->parts_count; i++) {
        struct task_key key = part_key(b, i);
        assert_int_equal(strspn(key.text, "0123456789abcdefghjkmnpqrstvwxyz"), KEY_CHARS);
        assert_true(key.text[0] > '9');
        for (uint32_t k = 0; k < i; k++)
            assert_string_not_equal(key.text, part_key(b, k).text);
    }
    breakdown_check(b, &diags);
    assert_int_equal(diags.count, 0);
    breakdown_free(b);
}

#define HEAD           "format: 1\ntitle: 分工\nunits:\n  - 甲局\nsections:\n"
#define SECTION        "  - kind: general\n    heading: 一、甲\n    tasks:\n"
#define ITEM(no, text) "      - no: " no "\n        text: " text "\n        units:\n          - 甲局\n"
#define PARTS(no)      "      - no: " no "\n        parts:\n"
#define PART(text)     "          - text: " text "\n            units:\n              - 甲局\n"

static const char before[] = HEAD SECTION ITEM("1", "修建水库三座。") ITEM("2", "整治河道，种树五万株。")
    ITEM("3", "开办夜校。") ITEM("4", "修缮老桥。") ITEM("5", "发放农具。") ITEM("6", "举办集市。")
        SECTION ITEM("1", "扩建码头。") ITEM("2", "举办集市。");

static void report_twice(void *context, uint32_t part_idx, uint32_t earlier_idx)
{
    struct buf *said = context;
    buf_printf(said, "%u=%u ", (unsigned)part_idx, (unsigned)earlier_idx);
}

static void two_parts_with_one_key_are_told(void **state)
{
    (void)state;
    struct breakdown *b = load_yaml(before);
    struct buf said = { 0 };
    key_each_twice(b, report_twice, &said);
    assert_string_equal(said.at, "7=5 ");
    buf_fini(&said);
    struct diags diags = { 0 };
    breakdown_check(b, &diags);
    assert_int_equal(diags.warnings_count, 1);
    diag_fini(&diags);
    breakdown_free(b);
}

/* What becomes of the references to all parts of `before`, in a word each: id now, ? and the candidate, or a sign. */
static void becomes(const char *after, const char *expected)
{
    struct breakdown *old = load_yaml(before), *now = load_yaml(after);
    struct key_ref refs[16];
    struct key_found found[16];
    struct buf said = { 0 };
    for (uint32_t i = 0; i < old->parts_count; i++)
        refs[i] = (struct key_ref){ old->parts[i].id, part_key(old, i) };
    key_resolve(now, refs, old->parts_count, found);
    for (uint32_t i = 0; i < old->parts_count; i++) {
        static const char *const signs[] = { "=", ">", "?", "many", "gone" };
        buf_printf(&said, "%s%s", i ? " " : "", signs[found[i].fate]);
        if (found[i].part_idx != NO_IDX && found[i].fate != KEY_SAME)
            buf_text(&said, now->parts[found[i].part_idx].id);
        assert_int_equal(found[i].part_idx == NO_IDX, found[i].fate >= KEY_SEVERAL);
    }
    assert_string_equal(said.at, expected);
    buf_fini(&said);
    breakdown_free(old);
    breakdown_free(now);
}

static void eight_amendments_attach_nothing_wrongly(void **state)
{
    (void)state;
    /* The sixth of the first section and the second of the second have one text: the id tells which. */
    becomes(before, "= = = = = = = =");
    /* Removed: the first. */
    becomes(HEAD SECTION ITEM("1", "整治河道，种树五万株。") ITEM("2", "开办夜校。") ITEM("3", "修缮老桥。")
                ITEM("4", "发放农具。") ITEM("5", "举办集市。") SECTION ITEM("1", "扩建码头。") ITEM("2", "举办集市。"),
            "gone >1.1 >1.2 >1.3 >1.4 many = =");
    /* Added before the second. */
    becomes(HEAD SECTION ITEM("1", "修建水库三座。") ITEM("2", "疏浚水渠。") ITEM("3", "整治河道，种树五万株。")
                ITEM("4", "开办夜校。") ITEM("5", "修缮老桥。") ITEM("6", "发放农具。") ITEM("7", "举办集市。")
                    SECTION ITEM("1", "扩建码头。") ITEM("2", "举办集市。"),
            "= >1.3 >1.4 >1.5 >1.6 many = =");
    /* Split into parts: what is said otherwise is for a person. */
    becomes(HEAD SECTION ITEM("1", "修建水库三座。") PARTS("2") PART("整治河道。") PART("种树五万株。")
                ITEM("3", "开办夜校。") ITEM("4", "修缮老桥。") ITEM("5", "发放农具。") ITEM("6", "举办集市。")
                    SECTION ITEM("1", "扩建码头。") ITEM("2", "举办集市。"),
            "= ?1.2.1 = = = = = =");
    /* Merged: the third goes into the fourth. */
    becomes(HEAD SECTION ITEM("1", "修建水库三座。") ITEM("2", "整治河道，种树五万株。")
                ITEM("3", "修缮老桥，开办夜校。") ITEM("4", "发放农具。") ITEM("5", "举办集市。")
                    SECTION ITEM("1", "扩建码头。") ITEM("2", "举办集市。"),
            "= = ?1.3 gone >1.4 many = =");
    /* Reworded: a figure. */
    becomes(HEAD SECTION ITEM("1", "修建水库四座。") ITEM("2", "整治河道，种树五万株。") ITEM("3", "开办夜校。")
                ITEM("4", "修缮老桥。") ITEM("5", "发放农具。") ITEM("6", "举办集市。") SECTION ITEM("1", "扩建码头。")
                    ITEM("2", "举办集市。"),
            "?1.1 = = = = = = =");
    /* Moved: the first section's fifth to the other's front. */
    becomes(HEAD SECTION ITEM("1", "修建水库三座。") ITEM("2", "整治河道，种树五万株。") ITEM("3", "开办夜校。")
                ITEM("4", "修缮老桥。") ITEM("5", "举办集市。") SECTION ITEM("1", "发放农具。") ITEM("2", "扩建码头。")
                    ITEM("3", "举办集市。"),
            "= = = = >2.1 many >2.2 many");
    /* Exchanged, with punctuation and blanks of another hand. */
    becomes(HEAD SECTION ITEM("1", "整治河道,种树五万株") ITEM("2", "修建水库 三座") ITEM("3", "开办夜校。")
                ITEM("4", "修缮老桥。") ITEM("5", "发放农具。") ITEM("6", "举办集市。") SECTION ITEM("1", "扩建码头。")
                    ITEM("2", "举办集市。"),
            ">1.2 >1.1 = = = = = =");
    /* Put in place of another: an id is no evidence once its text has moved on. */
    becomes(HEAD SECTION ITEM("1", "修缮老桥。") ITEM("2", "整治河道，种树五万株。") ITEM("3", "开办夜校。")
                SECTION ITEM("1", "扩建码头。"),
            "gone = = >1.1 gone gone = gone");
}

static void the_volume_does_not_matter(void **state)
{
    (void)state;
    static const char other[] = HEAD "  - kind: general\n    heading: 一、甲\n    tasks:\n" ITEM("1", "修路。");
    struct source sources[] = { { .path = "a", .content = span_of(before) },
                                { .path = "b", .content = span_of(other) } };
    struct diags diags = { 0 };
    struct breakdown *both = breakdown_load(sources, 2, &diags), *one = load_yaml(other);
    struct key_ref refs[] = { { one->parts[0].id, part_key(one, 0) }, { both->parts[8].id, part_key(both, 8) } };
    struct key_found found[2];
    key_resolve(both, refs, 2, found);
    assert_int_equal(found[0].part_idx, 8);
    assert_int_equal(found[1].part_idx, 8);
    assert_int_equal(found[1].fate, KEY_SAME);
    key_resolve(one, refs, 2, found);
    assert_int_equal(found[0].fate, KEY_SAME);
    assert_int_equal(found[1].fate, KEY_SAME);
    breakdown_free(both);
    breakdown_free(one);
    diag_fini(&diags);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sha256_gives_the_published_digests),
        cmocka_unit_test(what_a_text_says_is_bare_of_how_it_is_written),
        cmocka_unit_test(the_short_way_and_the_long_way_agree),
        cmocka_unit_test(a_key_is_six_characters_of_its_text),
        cmocka_unit_test(all_parts_of_the_notice_have_keys_of_their_own),
        cmocka_unit_test(two_parts_with_one_key_are_told),
        cmocka_unit_test(eight_amendments_attach_nothing_wrongly),
        cmocka_unit_test(the_volume_does_not_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
