/* SPDX-License-Identifier: MIT */
/* Finding units on the shipped data. */
#include <stdio.h>
#include <stdlib.h>

#include "breakdown_unit.h"
#include "search/search.h"
#include "text/utf8.h"

struct fixture {
    struct breakdown *b;
    struct index *index;
    struct search *search, *leaders;
};

static int set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    fixture->b = load_shipped();
    fixture->index = index_new(fixture->b);
    fixture->search = search_new(fixture->index);
    fixture->leaders = search_new_leaders(fixture->index->leaders);
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    search_free(fixture->search);
    search_free(fixture->leaders);
    index_free(fixture->index);
    breakdown_free(fixture->b);
    free(fixture);
    return 0;
}

static struct text name_of(const struct fixture *fixture, const struct hit *hit)
{
    return fixture->b->units[hit->idx].name;
}

/* Expects the query to find the unit or leader of that name first, or alone.  Returns whether it did. */
static bool finds_first(struct fixture *fixture, const char *query, const char *name, bool alone)
{
    const struct leaders *leaders = fixture->index->leaders;
    const struct hit *hits;
    bool leader = leader_of(leaders, text_of(name)) != NO_IDX;
    uint32_t found = search_query(leader ? fixture->leaders : fixture->search, text_of(query), &hits);
    struct text first = TEXT("(none)");
    if (found)
        first = leader ? leaders->items[hits->idx].forms[LEADER_NAME] : name_of(fixture, hits);
    bool good = text_equal(first, text_of(name)) && (found == 1 || !alone);
    if (!good)
        print_error("%s: %.*s first of %u, not %s\n", query, TEXT_ARG(first), found, name);
    return good;
}

static void every_query_of_the_list_finds_its_own_first(void **state)
{
    FILE *file = fopen("tests/data/queries.tsv", "r");
    char line[500];
    int count = 0, missed = 0;
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = '\0';
        char *name = strchr(line, '\t');
        if (*line == '#' || !name)
            continue;
        *name++ = '\0';
        char *alone = strchr(name, '\t');
        if (alone)
            *alone = '\0';
        missed += !finds_first(*state, line, name, alone != NULL);
        count++;
    }
    fclose(file);
    print_message("%d queries\n", count);
    assert_true(count >= 340);
    assert_int_equal(missed, 0);
}

static void the_empty_query_lists_the_registry(void **state)
{
    struct fixture *fixture = *state;
    const struct hit *hits;
    assert_int_equal(search_query(fixture->search, TEXT(" 　"), &hits), fixture->b->units_count);
    for (uint32_t i = 0; i < fixture->b->units_count; i++)
        assert_int_equal(hits[i].idx, i);
}

static void nothing_is_found_by_what_is_in_no_name(void **state)
{
    struct fixture *fixture = *state;
    const struct hit *hits;
    assert_int_equal(search_query(fixture->search, TEXT("龘"), &hits), 0);
    assert_int_equal(search_query(fixture->search, TEXT("zzzzzz"), &hits), 0);
    assert_true(search_query(fixture->search, TEXT("海关 税务"), &hits) == 2 && search_near(&hits[0]));
}

/* Whether a query finds the unit at all. */
static bool finds(struct fixture *fixture, const char *query, const char *unit)
{
    const struct hit *hits;
    uint32_t count = search_query(fixture->search, text_of(query), &hits);
    for (uint32_t i = 0; i < count; i++)
        if (text_equal(name_of(fixture, &hits[i]), text_of(unit)))
            return true;
    return false;
}

static void every_reading_counts_and_none_that_no_dictionary_has(void **state)
{
    struct fixture *fixture = *state;
    assert_true(finds(fixture, "renhang", "人行杭州中心支行"));
    assert_true(finds(fixture, "renxing", "人行杭州中心支行"));
    assert_true(finds(fixture, "changsanjiao", "清华长三角研究院"));
    assert_true(finds(fixture, "zhangsanjiao", "清华长三角研究院"));
    assert_false(finds(fixture, "yizhou", "台州市政府"));
    assert_false(finds(fixture, "fushi", "台州市政府"));
}

/* Of a unit's names that sound alike, the one that stands first is shown. */
static void of_names_that_are_equally_near_the_first_is_shown(void **state)
{
    (void)state;
    struct breakdown *b = load_yaml("format: 1\ntitle: 音\nunits:\n  - {name: 甲局, aliases: [海港集团, 海岗集团]}\n"
                                    "sections:\n  - kind: general\n    heading: 一\n"
                                    "    tasks: [{no: 1, text: 一。, label: 责任单位, units: [甲局]}]\n");
    struct index *index = index_new(b);
    struct search *search = search_new(index);
    const struct hit *hits;
    assert_int_equal(search_query(search, TEXT("海刚集团"), &hits), 1);
    assert_true(search_near(&hits[0]));
    assert_text(search_hit_text(search, &hits[0]), "海港集团");
    search_free(search);
    index_free(index);
    breakdown_free(b);
}

static void equal_quality_means_a_real_choice(void **state)
{
    struct fixture *fixture = *state;
    const struct hit *hits;
    assert_int_equal(search_query(fixture->search, TEXT("海关"), &hits), 3);
    assert_int_equal(hits[0].quality, hits[1].quality); /* 杭州海关, 宁波海关 */
    assert_true(hits[1].quality < hits[2].quality);
    search_query(fixture->search, TEXT("fgw"), &hits);
    assert_true(hits[0].quality < hits[1].quality);
    search_query(fixture->search, TEXT("义乌市政府"), &hits);
    assert_true(hits[0].quality < hits[1].quality);
}

/* The first hit's matched stretches, in brackets. */
static void check_stretches(struct fixture *fixture, const char *query, const char *expected)
{
    struct buf out = { 0 };
    struct stretch stretches[20];
    const struct hit *hits;
    assert_true(search_query(fixture->search, text_of(query), &hits) > 0);
    struct text text = search_hit_text(fixture->search, hits);
    uint32_t count = search_stretches(fixture->search, hits, stretches, 20);
    size_t at = 0;
    for (uint32_t i = 0; i < count; i++) {
        buf_text(&out, text_slice(text, at, stretches[i].from_bytes));
        buf_char(&out, '[');
        buf_text(&out, text_slice(text, stretches[i].from_bytes, stretches[i].to_bytes));
        buf_char(&out, ']');
        at = stretches[i].to_bytes;
    }
    buf_text(&out, text_slice(text, at, text.bytes));
    assert_text(text_composed(buf_view(&out)), expected);
    buf_fini(&out);
}

static void exactly_the_matched_characters_are_highlighted(void **state)
{
    struct fixture *fixture = *state;
    check_stretches(fixture, "發改委", "省[发改委]");
    check_stretches(fixture, "fzgg", "省[发展改革]委");
    check_stretches(fixture, "fazhan gg", "省[发展改革]委");
    check_stretches(fixture, "省fgw", "[省发改委]");
    check_stretches(fixture, "政府 杭州", "[杭州]市[政府]");
    check_stretches(fixture, "自然厅", "省[自然]资源[厅]");
    check_stretches(fixture, "taizh", "[台州]市");
    check_stretches(fixture, "三改", "省“[三改]一拆”（违建别墅清查整治）行动领导小组其他成员单位");
}

/* Typing letter by letter, which narrows, finds what a fresh search finds. */
static void check_narrowing(struct fixture *fixture, struct text query)
{
    struct search *typed = search_new(fixture->index);
    for (size_t at = 0, bytes; at < query.bytes; at += bytes) {
        const struct hit *hits, *fresh_hits;
        utf8_at(query, at, &bytes);
        struct search *fresh = search_new(fixture->index);
        struct text head = text_slice(query, 0, at + bytes);
        uint32_t count = search_query(typed, head, &hits);
        assert_int_equal(count, search_query(fresh, head, &fresh_hits));
        for (uint32_t i = 0; i < count; i++) {
            struct stretch stretches[64];
            assert_int_equal(hits[i].idx, fresh_hits[i].idx);
            assert_int_equal(hits[i].quality, fresh_hits[i].quality);
            uint32_t stretches_count = search_stretches(typed, &hits[i], stretches, 64);
            if (!text_equal(head, TEXT(" ")) && !search_near(&hits[i]))
                assert_true(stretches_count > 0);
            for (uint32_t k = 0; k < stretches_count; k++)
                assert_true(stretches[k].from_bytes < stretches[k].to_bytes &&
                            stretches[k].to_bytes <= search_hit_text(typed, &hits[i]).bytes &&
                            (k == 0 || stretches[k].from_bytes > stretches[k - 1].to_bytes));
        }
        search_free(fresh);
    }
    search_free(typed);
}

static void typing_on_finds_what_a_fresh_search_finds(void **state)
{
    static const char *const queries[] = { "fazhangaige", "省fgw",       "fa zhan gai", "xian",
                                           "shzhsh",      "chun'an",     "wenlü",       "发展 gg w",
                                           "ga",          "nongyencunt", "ＦＧＷ ",     "发e\xCC\x81" };
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++)
        check_narrowing(*state, text_of(queries[i]));
}

static void random_queries_hold_the_same_promise(void **state)
{
    static const char *const pieces[] = { "s",  "z",  "h", "g", "w", "x", "i", "a",  "n", "省", "市",
                                          "委", "局", "f", "j", "u", " ", "t", "会", "e", "o",  "'" };
    uint32_t seed = 7;
    for (int round = 0; round < 60; round++) {
        struct buf query = { 0 };
        for (int i = 0; i < 5; i++) {
            seed = seed * 1664525 + 1013904223;
            buf_string(&query, pieces[(seed >> 8) % (sizeof pieces / sizeof *pieces)]);
        }
        if (query.at[0] != ' ' && query.at[0] != '\'')
            check_narrowing(*state, text_composed(buf_view(&query)));
        buf_fini(&query);
    }
}

static void blanks_between_syllables_cost_nothing(void **state)
{
    struct fixture *fixture = *state;
    const struct hit *hits;
    search_query(fixture->search, TEXT("fazhangaige"), &hits);
    uint32_t quality = hits[0].quality;
    search_query(fixture->search, TEXT("fa zhan gai ge"), &hits);
    assert_int_equal(hits[0].quality, quality);
}

static void very_long_queries_match_literally_or_not_at_all(void **state)
{
    struct fixture *fixture = *state;
    struct buf query = { 0 };
    const struct hit *hits;
    for (int i = 0; i < 40; i++)
        buf_string(&query, "省委");
    assert_int_equal(search_query(fixture->search, text_composed(buf_view(&query)), &hits), 0);
    for (int i = 0; i < 3000; i++)
        buf_string(&query, "a b");
    search_query(fixture->search, text_composed(buf_view(&query)), &hits);
    buf_fini(&query);
}

static void units_meant_by_a_word_leave_the_last_query_alone(void **state)
{
    struct fixture *fixture = *state;
    const struct hit *hits;
    bool *units = calloc(fixture->b->units_count, sizeof *units);
    uint32_t count = search_query(fixture->search, TEXT("杭州"), &hits), meant = 0;
    search_units(fixture->search, TEXT("fgw"), units);
    for (uint32_t i = 0; i < fixture->b->units_count; i++)
        meant += units[i];
    assert_int_equal(meant, 1);
    assert_true(units[unit_find(fixture->b, TEXT("省发展改革委"))]);
    assert_text(name_of(fixture, hits), "杭州市政府");
    assert_int_equal(search_query(fixture->search, TEXT("杭州"), &hits), count);
    free(units);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_query_of_the_list_finds_its_own_first),
        cmocka_unit_test(the_empty_query_lists_the_registry),
        cmocka_unit_test(nothing_is_found_by_what_is_in_no_name),
        cmocka_unit_test(every_reading_counts_and_none_that_no_dictionary_has),
        cmocka_unit_test(of_names_that_are_equally_near_the_first_is_shown),
        cmocka_unit_test(equal_quality_means_a_real_choice),
        cmocka_unit_test(exactly_the_matched_characters_are_highlighted),
        cmocka_unit_test(typing_on_finds_what_a_fresh_search_finds),
        cmocka_unit_test(random_queries_hold_the_same_promise),
        cmocka_unit_test(blanks_between_syllables_cost_nothing),
        cmocka_unit_test(very_long_queries_match_literally_or_not_at_all),
        cmocka_unit_test(units_meant_by_a_word_leave_the_last_query_alone),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
