/* SPDX-License-Identifier: MIT */
/* What a name means: never another's. */
#include <stdio.h>
#include <stdlib.h>

#include "../effort.h"
#include "base/mem.h"
#include "breakdown/targets.h"
#include "breakdown_unit.h"
#include "search/resolve.h"
#include "text/pinyin.h"
#include "text/utf8.h"

struct fixture {
    struct breakdown *b;
    struct index *index;
    struct resolver resolver;
};

static void open_fixture(struct fixture *fixture, struct breakdown *b)
{
    fixture->b = b;
    fixture->index = index_new(b);
    fixture->resolver = (struct resolver){ b, fixture->index->leaders, search_new(fixture->index),
                                           search_new_leaders(fixture->index->leaders) };
}

static void close_fixture(struct fixture *fixture)
{
    search_free(fixture->resolver.of_units);
    search_free(fixture->resolver.of_leaders);
    index_free(fixture->index);
    breakdown_free(fixture->b);
}

static int set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    open_fixture(fixture, load_shipped());
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    close_fixture(*state);
    free(*state);
    return 0;
}

static struct text meaning_name(const struct fixture *fixture, struct meaning meaning)
{
    const struct breakdown *b = fixture->b;
    switch (meaning.kind) {
    case MEANS_LEADER:
        return fixture->index->leaders->items[meaning.idx].forms[LEADER_NAME];
    case MEANS_UNIT:
        return b->units[meaning.idx].name;
    case MEANS_SECTION:
        return b->sections[meaning.idx].heading;
    case MEANS_TASK:
        return b->tasks[meaning.idx].id;
    case MEANS_PART:
    default:
        return b->parts[meaning.idx].id;
    }
}

/* Expects what to mean surely a thing of that name; or, for NULL, nothing surely. */
static void check(struct fixture *fixture, const char *what, const char *expected)
{
    struct resolution found = resolve(&fixture->resolver, text_of(what), MEAN_ALL);
    struct text name = found.sure ? meaning_name(fixture, found.meanings[0]) : TEXT("");
    if (!text_equal(name, text_of(expected ? expected : ""))) {
        print_error("%s: %.*s, not %s\n", what, TEXT_ARG(name), expected ? expected : "(candidates)");
        fail();
    }
}

static void a_leader_is_meant_in_every_form_of_the_name(void **state)
{
    static const char *const forms[] = { "冯飞",           "馮飛",         "冯",         "ff",      "FF",
                                         "ｆｆ",           "fengfei",      "feng fei",   "fēngfēi", "冯飞常务副省长",
                                         "常务副省长冯飞", "冯常务副省长", "常务副省长", "常务",    "f飞" };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        check(*state, forms[i], "冯飞");
    check(*state, "省长", "袁家军");
    check(*state, "zcj", "朱从玖");
    check(*state, "高", "高兴夫");
    check(*state, "高副省长", "高兴夫");
}

static void what_several_answer_to_is_nobodys(void **state)
{
    static const char *const forms[] = { "副省长", "王", "王副省长", "海关", "厅", "省", "省委", "杭州", "f", "w" };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        check(*state, forms[i], NULL);
}

static void scattered_and_near_matches_are_candidates_only(void **state)
{
    struct fixture *fixture = *state;
    static const char *const forms[][2] = { { "自然厅", "省自然资源厅" }, { "省发改位", "省发展改革委" },
                                            { "fengfie", "冯飞" },        { "冯省长", "冯飞" },
                                            { "sangwuting", "省商务厅" }, { "经信庁", "省经信厅" } };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        struct resolution found = resolve(&fixture->resolver, text_of(forms[i][0]), MEAN_ALL);
        assert_false(found.sure);
        assert_true(found.near);
        assert_true(found.count > 0);
        assert_text(meaning_name(fixture, found.meanings[0]), forms[i][1]);
    }
}

static void numbers_and_ids_mean_sections_and_tasks(void **state)
{
    check(*state, "2", "二、冯飞常务副省长牵头重点工作");
    check(*state, "二", "二、冯飞常务副省长牵头重点工作");
    check(*state, "民生", "十方面民生实事责任分解");
    check(*state, "m", "十方面民生实事责任分解");
    check(*state, "2.7", "2.7");
    check(*state, "m.4.2", "m.4.2");
    check(*state, "2.700", NULL);
    check(*state, " ", NULL);
}

static void kinds_that_are_not_asked_for_are_not_meant(void **state)
{
    struct fixture *fixture = *state;
    assert_false(resolve(&fixture->resolver, TEXT("ff"), MEAN_UNITS).sure);
    assert_false(resolve(&fixture->resolver, TEXT("fgw"), MEAN_LEADERS).sure);
    assert_int_equal(resolve(&fixture->resolver, TEXT("冯飞"), MEAN_IDS).meanings[0].kind, MEANS_SECTION);
}

static const char county[] = "format: 1\n"
                             "title: 甲县2024年重点工作任务分工\n"
                             "sections:\n"
                             "  - kind: general\n"
                             "    heading: 一、产业\n"
                             "    tasks:\n"
                             "      - no: 1\n"
                             "        text: 建设产业园。\n"
                             "        leader: 副县长艾力·买买提\n"
                             "        lead: [甲局]\n"
                             "      - no: 2\n"
                             "        text: 修路。\n"
                             "        leader: 王　刚、欧阳明（县委常委）\n"
                             "        lead: [乙局]\n"
                             "  - kind: general\n"
                             "    heading: 二、民生\n"
                             "    tasks:\n"
                             "      - no: 1\n"
                             "        text: 办学。\n"
                             "        leader: 王刚副县长\n"
                             "        lead: [甲局]\n"
                             "units:\n"
                             "  - name: 甲局\n"
                             "    kind: department\n"
                             "  - name: 乙局\n"
                             "    kind: department\n";

static void a_leader_named_at_the_task_is_one(void **state)
{
    struct fixture fixture;
    bool tasks[3] = { 0 };
    (void)state;
    open_fixture(&fixture, load_yaml(county));
    const struct leaders *leaders = fixture.index->leaders;
    assert_int_equal(leaders->count, 3);
    check(&fixture, "王刚", "王刚");
    check(&fixture, "wg", "王刚");
    check(&fixture, "王副县长", "王刚");
    check(&fixture, "欧阳", "欧阳明");
    check(&fixture, "副县长", NULL);
    check(&fixture, "欧阳县委常委", "欧阳明");
    static const char *const dots[] = { "艾力·买买提", "艾力•买买提",  "艾力・买买提", "艾力‧买买提",
                                        "艾力.买买提", "艾力．买买提", "艾力买买提",   "almmt" };
    for (size_t i = 0; i < sizeof dots / sizeof *dots; i++)
        check(&fixture, dots[i], "艾力·买买提");
    leaders_tasks(leaders, leader_of(leaders, TEXT("王刚")), tasks);
    assert_true(!tasks[0] && tasks[1] && tasks[2]);
    assert_int_equal(leaders->items[leader_of(leaders, TEXT("王刚"))].named_count, 2);
    close_fixture(&fixture);
}

/* One says her title, the other has it among several, a third says none. */
static const char titles[] = "format: 1\n"
                             "title: 乙县2024年重点工作任务分工\n"
                             "sections:\n"
                             "  - kind: general\n"
                             "    heading: 一、产业\n"
                             "    tasks:\n"
                             "      - no: 1\n"
                             "        text: 修桥。\n"
                             "        leader: 副县长石岩、柳青（县委常委、副县长）、温和、石磊\n"
                             "        lead: [甲局]\n"
                             "units:\n"
                             "  - name: 甲局\n"
                             "    kind: department\n";

static void a_title_that_another_may_have_is_nobodys(void **state)
{
    struct fixture fixture;
    (void)state;
    open_fixture(&fixture, load_yaml(titles));
    check(&fixture, "副县长", NULL);
    check(&fixture, "fuxianzhang", NULL);
    check(&fixture, "石副县长", NULL);
    check(&fixture, "石岩副县长", "石岩");
    check(&fixture, "柳副县长", "柳青");
    check(&fixture, "柳青副县长", "柳青");
    check(&fixture, "县委常委", NULL);
    check(&fixture, "温和", "温和");
    close_fixture(&fixture);
}

/* One section is two leaders' together, and one of them is named elsewhere, too. */
static const char together[] = "format: 1\n"
                               "title: 丙市2024年重点工作任务分工\n"
                               "sections:\n"
                               "  - kind: leader\n"
                               "    heading: 一、石岩市长、柳青副市长牵头\n"
                               "    leader: 石岩市长、柳青副市长\n"
                               "    tasks:\n"
                               "      - {no: 1, text: 修桥。, lead: [甲局]}\n"
                               "      - {no: 2, text: 修路。, leader: 柳青, lead: [甲局]}\n"
                               "  - kind: leader\n"
                               "    heading: 二、温良副市长牵头\n"
                               "    leader: 温良\n"
                               "    title: 副市长\n"
                               "    tasks:\n"
                               "      - no: 1\n"
                               "        text: 通渠。\n"
                               "        leader: 柳青\n"
                               "        lead: [甲局]\n"
                               "units:\n"
                               "  - name: 甲局\n"
                               "    kind: department\n";

static void a_section_of_two_leaders_is_each_ones(void **state)
{
    struct fixture fixture;
    bool tasks[3] = { 0 };
    (void)state;
    open_fixture(&fixture, load_yaml(together));
    const struct leaders *leaders = fixture.index->leaders;
    assert_int_equal(leaders->count, 3);
    check(&fixture, "石市长", "石岩");
    check(&fixture, "柳青副市长", "柳青");
    check(&fixture, "副市长", NULL);
    leaders_tasks(leaders, leader_of(leaders, TEXT("柳青")), tasks);
    assert_true(tasks[0] && tasks[1] && tasks[2]);
    /* Where one name must do: the first of the section, but whom the task itself names. */
    assert_int_equal(target_leader(leaders, 0), leader_of(leaders, TEXT("石岩")));
    assert_int_equal(target_leader(leaders, 1), leader_of(leaders, TEXT("柳青")));
    assert_int_equal(target_leader(leaders, 2), leader_of(leaders, TEXT("柳青")));
    assert_int_equal(resolve_section(leaders, leader_of(leaders, TEXT("石岩"))), 0);
    assert_int_equal(resolve_section(leaders, leader_of(leaders, TEXT("柳青"))), NO_IDX);
    close_fixture(&fixture);
}

static void a_second_name_in_brackets_must_agree(void **state)
{
    static const char *const forms[][2] = {
        { "冯飞（常务副省长）", "冯飞" },
        { "副省长(王双全)", "王双全" },
        { "王双全（副省长）", "王双全" },
        { "王双全（省长）", NULL },
        { "省财政厅（省教育厅）", NULL },
        { "省财政厅（牵头）", NULL },
        { "省委组织部(省委人才办)", "省委组织部" },
        { "（冯飞）", NULL },
        { "省财政厅（）", NULL },
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        check(*state, forms[i][0], forms[i][1]);
}

static void what_goes_on_behind_a_name_offers_it(void **state)
{
    struct fixture *fixture = *state;
    static const char *const forms[][2] = { { "冯飞同志", "冯飞" },
                                            { "冯飞 铁路", "冯飞" },
                                            { "省财政厅厅长", "省财政厅" },
                                            { "旅游局", "省文化和旅游厅" },
                                            { "lvyouju", "省文化和旅游厅" } };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        struct resolution found = resolve(&fixture->resolver, text_of(forms[i][0]), MEAN_ALL);
        assert_false(found.sure);
        assert_true(found.near);
        assert_int_equal(found.count, 1);
        assert_text(meaning_name(fixture, found.meanings[0]), forms[i][1]);
    }
    assert_int_equal(resolve(&fixture->resolver, TEXT("qqqq"), MEAN_ALL).total, 0);
}

/* The walk over all forms of all names. */
enum { OWNERS_MAX = 24 };

struct form {
    struct text text;
    struct meaning owners[OWNERS_MAX];
    uint32_t owners_count;
    bool slip; /* only as a slip of the pen */
};

struct walk {
    struct fixture *fixture;
    struct names names; /* the forms' texts, as a set */
    struct form *forms; /* by the index of names */
    size_t forms_cap;
    struct arena arena;
    struct meaning owner; /* whose forms come */
    bool slips;
    struct buf slipped;
};

static void put_form(struct walk *walk, struct text text)
{
    text = text_composed(span_trim(text_span(text)));
    uint32_t known = walk->names.count;
    if (text_empty(text))
        return;
    uint32_t idx = names_find(&walk->names, text_span(text));
    if (idx == NO_IDX)
        idx = names_put(&walk->names, text_copy(&walk->arena, text));
    if (idx == known) {
        MEM_GROW(walk->forms, idx + 1, walk->forms_cap);
        walk->forms[idx] = (struct form){ .text = walk->names.items[idx].text, .slip = walk->slips };
    }
    struct form *form = &walk->forms[idx];
    if (walk->slips && !form->slip)
        return;
    for (uint32_t i = 0; i < form->owners_count; i++)
        if (form->owners[i].kind == walk->owner.kind && form->owners[i].idx == walk->owner.idx)
            return;
    if (form->owners_count < OWNERS_MAX)
        form->owners[form->owners_count++] = walk->owner;
}

/* A character wrong, missing, doubled, swapped with the next; a homophone. */
static void put_slips(struct walk *walk, struct text text)
{
    for (size_t at = 0, next; at < text.bytes; at = next) {
        size_t bytes;
        uint32_t c = utf8_at(text, at, &bytes);
        next = at + bytes;
        struct text head = text_slice(text, 0, at), one = text_slice(text, at, next);
        struct text tail = text_slice(text, next, text.bytes);
        for (int kind = 0; kind < 5; kind++) {
            struct buf *out = &walk->slipped;
            size_t after = 0;
            buf_clear(out);
            buf_text(out, head);
            if (kind == 0 && c < 0x80)
                buf_char(out, c == 'z' ? 'a' : (char)(c + 1));
            else if (kind == 0)
                utf8_put(out, 0x9519); /* 错 */
            else if (kind == 1)
                buf_text(out, one), buf_text(out, one);
            else if (kind == 3 && tail.bytes)
                utf8_at(tail, 0, &after), buf_text(out, text_slice(tail, 0, after)), buf_text(out, one);
            else if (kind == 4 && c >= 0x4E00 && c < 0x9FFF)
                utf8_put(out, c + 1);
            buf_text(out, text_slice(tail, after, tail.bytes));
            put_form(walk, text_composed(buf_view(out)));
        }
    }
}

static void put_with_prefixes(struct walk *walk, struct text text)
{
    if (walk->slips) {
        put_slips(walk, text);
        return;
    }
    for (size_t at = 0, bytes; at < text.bytes; at += bytes) {
        utf8_at(text, at, &bytes);
        put_form(walk, text_slice(text, 0, at + bytes));
    }
}

/* The pinyin of text, whole or in initials, with the nth reading at one place, the first elsewhere. */
static bool put_pinyin(struct walk *walk, struct text text, bool initials, size_t place, int nth)
{
    struct buf out = { 0 };
    size_t no = 0;
    bool other = nth == 0;
    for (size_t at = 0, bytes; at < text.bytes; at += bytes, no++) {
        const uint16_t *readings;
        uint32_t c = utf8_at(text, at, &bytes);
        int count = pinyin_readings(c, &readings), syllable_bytes;
        if (!count)
            continue;
        other |= no == place && nth < count;
        const char *syllable = pinyin_syllable(readings[no == place && nth < count ? nth : 0], &syllable_bytes);
        buf_add(&out, syllable, initials ? 1 : (size_t)syllable_bytes);
    }
    if (other)
        put_with_prefixes(walk, text_composed(buf_view(&out)));
    buf_fini(&out);
    return other;
}

static void put_name(struct walk *walk, struct text name)
{
    size_t chars = utf8_count(name);
    put_with_prefixes(walk, name);
    for (int initials = 0; initials < 2; initials++) {
        put_pinyin(walk, name, initials, 0, 0);
        for (size_t place = 0; place < chars && !walk->slips; place++)
            for (int nth = 1; put_pinyin(walk, name, initials, place, nth); nth++)
                ;
    }
}

/* A name, and what is left of it without the head that people leave out. */
static void put_unit_name(struct walk *walk, struct text name)
{
    static const char *const heads[] = { "浙江省", "省委", "省", "中共浙江省委" };
    put_name(walk, name);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (span_starts(text_span(name), span_of(heads[i])))
            put_name(walk, text_slice(name, strlen(heads[i]), name.bytes));
}

static void put_all(struct walk *walk)
{
    const struct breakdown *b = walk->fixture->b;
    const struct leaders *leaders = walk->fixture->index->leaders;
    for (uint32_t i = 0; i < leaders->count; i++) {
        walk->owner = (struct meaning){ MEANS_LEADER, i };
        for (int form = 0; form < LEADER_FORMS_COUNT; form++)
            put_name(walk, leaders->items[i].forms[form]);
    }
    for (uint32_t i = 0; i < b->units_count; i++) {
        const struct unit *unit = &b->units[i];
        walk->owner = (struct meaning){ MEANS_UNIT, i };
        put_unit_name(walk, unit->name);
        put_unit_name(walk, unit->full);
        for (uint32_t k = 0; k < unit->aliases.count; k++)
            put_unit_name(walk, b->texts[unit->aliases.from + k]);
    }
}

static bool owns(const struct walk *walk, const struct form *form, struct meaning meaning)
{
    const struct breakdown *b = walk->fixture->b;
    for (uint32_t i = 0; i < form->owners_count; i++)
        if (form->owners[i].kind == meaning.kind && form->owners[i].idx == meaning.idx)
            return true;
    /* 二、冯飞…, 民生: sections and IDs are written as nobody's name is. */
    return meaning.kind == MEANS_SECTION && text_equal(b->sections[meaning.idx].leader, form->text);
}

static void every_form_of_every_name_means_its_own_or_nothing(void **state)
{
    struct walk walk = { .fixture = *state };
    uint32_t sure = 0, slips = 0, wrong = 0, lost = 0;
    put_all(&walk);
    walk.slips = true;
    put_all(&walk);
    for (uint32_t i = 0; i < walk.names.count; i += effort_step(4, 20)) {
        const struct form *form = &walk.forms[i];
        struct resolution found =
            resolve(&walk.fixture->resolver, form->text, form->slip ? MEAN_ALL | MEAN_SURELY : MEAN_ALL);
        sure += found.sure;
        slips += form->slip;
        lost += !form->slip && !found.total;
        /* m is what the livelihood section is called, as the others are called by their numbers. */
        bool section = found.sure && found.meanings[0].kind == MEANS_SECTION && text_equal(form->text, TEXT("m"));
        if (found.sure && !section && form->owners_count < OWNERS_MAX && !owns(&walk, form, found.meanings[0]) &&
            wrong++ < 40)
            print_error("%.*s: surely %.*s, but a form of %.*s\n", TEXT_ARG(form->text),
                        TEXT_ARG(meaning_name(walk.fixture, found.meanings[0])),
                        TEXT_ARG(meaning_name(walk.fixture, form->owners[0])));
        if (!form->slip && !found.total)
            print_error("%.*s: lost\n", TEXT_ARG(form->text));
    }
    print_message("%u forms, %u of them slips; %u mean one surely\n", walk.names.count, slips, sure);
    assert_true(walk.names.count > 20000);
    assert_int_equal(wrong, 0);
    assert_int_equal(lost, 0);
    names_fini(&walk.names);
    free(walk.forms);
    buf_fini(&walk.slipped);
    arena_fini(&walk.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_leader_is_meant_in_every_form_of_the_name),
        cmocka_unit_test(what_several_answer_to_is_nobodys),
        cmocka_unit_test(scattered_and_near_matches_are_candidates_only),
        cmocka_unit_test(numbers_and_ids_mean_sections_and_tasks),
        cmocka_unit_test(kinds_that_are_not_asked_for_are_not_meant),
        cmocka_unit_test(a_leader_named_at_the_task_is_one),
        cmocka_unit_test(a_title_that_another_may_have_is_nobodys),
        cmocka_unit_test(a_section_of_two_leaders_is_each_ones),
        cmocka_unit_test(a_second_name_in_brackets_must_agree),
        cmocka_unit_test(what_goes_on_behind_a_name_offers_it),
        cmocka_unit_test(every_form_of_every_name_means_its_own_or_nothing),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
