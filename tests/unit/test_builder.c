/* SPDX-License-Identifier: MIT */
/* A breakdown built by calls, as a reader of documents makes it. */
#include "breakdown/builder.h"

#include "unit.h"

static const struct mark nowhere = { 0, 0 };

static void open_section(struct builder *builder, const char *no, enum section_kind kind)
{
    struct section *section = builder_section(builder, kind);
    section->no = text_of(no);
    section->heading = TEXT("标题");
}

static struct part *open_task(struct builder *builder, int no)
{
    builder_task(builder, no);
    return builder_part(builder);
}

static void duty(struct builder *builder, const char *name)
{
    assert_true(builder_duty(builder, span_of(name), ROLE_SUPPORT, nowhere));
}

static void names_are(const struct breakdown *b, const char *expected)
{
    struct buf names = { 0 };
    for (uint32_t i = 0; i < b->units_count; i++)
        buf_printf(&names, "%s%.*s%s", i ? " " : "", TEXT_ARG(b->units[i].name), b->units[i].undefined ? "?" : "");
    assert_string_equal(names.at ? names.at : "", expected);
    buf_fini(&names);
}

static void wording_is(const struct breakdown *b, const char *expected)
{
    struct buf wording = { 0 };
    part_wording(b, &b->parts[0], &wording);
    assert_string_equal(wording.at, expected);
    buf_fini(&wording);
}

static void the_first_leads_unless_the_label_says_that_all_do(void **state)
{
    (void)state;
    static const char *const labels[] = { "责任单位", "牵头单位" };
    struct builder builder;
    builder_init(&builder, NULL);
    builder_volume(&builder, "a");
    open_section(&builder, "一", SECTION_GENERAL);
    for (int i = 0; i < 2; i++) {
        open_task(&builder, i + 1)->label = text_of(labels[i]);
        duty(&builder, "甲局");
        duty(&builder, "乙局");
        builder_part_end(&builder);
    }
    struct breakdown *b = builder_finish(&builder);
    assert_int_equal(b->duties[0].role, ROLE_LEAD);
    assert_int_equal(b->duties[1].role, ROLE_SUPPORT);
    assert_int_equal(b->duties[2].role, ROLE_LEAD);
    assert_int_equal(b->duties[3].role, ROLE_LEAD);
    wording_is(b, "甲局、乙局");
    assert_int_equal(part_lead_bytes(b, &b->parts[0]), strlen("甲局"));
    breakdown_free(b);
}

static void given_roles_put_the_leading_units_first(void **state)
{
    (void)state;
    struct builder builder;
    builder_init(&builder, NULL);
    builder_volume(&builder, "a");
    open_section(&builder, "一", SECTION_GENERAL);
    open_task(&builder, 1)->roles_given = true;
    duty(&builder, "甲局");
    assert_true(builder_duty(&builder, SPAN("乙局"), ROLE_LEAD, nowhere));
    builder_part_end(&builder);
    struct breakdown *b = builder_finish(&builder);
    wording_is(b, "乙局、甲局");
    assert_int_equal(b->duties[0].role, ROLE_LEAD);
    breakdown_free(b);
}

static void the_lead_is_found_in_a_wording_that_says_more_than_its_name(void **state)
{
    (void)state;
    static const struct {
        const char *wording, *unit, *head;
    } cases[] = {
        { "甲局（甲办）、乙局", "甲局", "甲局（甲办）" },
        { "丙市、丁县政府", "丙市政府", "丙市" },
        { "别的写法", "甲局", "" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct builder builder;
        builder_init(&builder, NULL);
        builder_volume(&builder, "a");
        open_section(&builder, "一", SECTION_GENERAL);
        struct part *part = open_task(&builder, 1);
        part->wording = text_of(cases[i].wording);
        part->wording_given = true;
        duty(&builder, cases[i].unit);
        duty(&builder, "乙局");
        builder_part_end(&builder);
        struct breakdown *b = builder_finish(&builder);
        assert_text(text_slice(b->parts[0].wording, 0, b->parts[0].lead_bytes), cases[i].head);
        breakdown_free(b);
    }
}

/* Two lists before the registry, one of which uses an alias and one a name that nobody has. */
static void fill(struct builder *builder, bool settle)
{
    builder_init(builder, NULL);
    builder_volume(builder, "a")->year = 2019;
    open_section(builder, "一", SECTION_LEADER);
    open_task(builder, 3);
    duty(builder, "无此局");
    duty(builder, "乙办");
    duty(builder, "丙局");
    builder_part_end(builder);
    if (settle)
        assert_true(builder_settle(builder));
    open_task(builder, 3);
    duty(builder, "丙局");
    builder_part_end(builder);
    open_section(builder, "二", SECTION_LIVELIHOOD);
    open_task(builder, 1);
    builder_part_end(builder);
    builder_part(builder);
    builder_part_end(builder);
    if (settle)
        assert_true(builder_settle(builder));
    struct unit unit = { .full = { "", 0 }, .kind = UNIT_COLLECTIVE, .coverage = COVERAGE_ALL };
    builder_member(builder, SPAN("丙局"), nowhere, &unit.members_given);
    builder_member(builder, SPAN("乙办"), nowhere, &unit.members_given);
    unit.member_kinds = 1u << UNIT_CITY;
    assert_int_equal(builder_unit(builder, SPAN("各局"), &unit), NO_IDX);
    if (settle)
        assert_true(builder_settle(builder));
    unit = (struct unit){ .full = { "", 0 }, .kind = UNIT_CITY };
    builder_text(builder, TEXT("乙办"), &unit.aliases);
    assert_int_equal(builder_unit(builder, SPAN("乙市"), &unit), NO_IDX);
    unit.aliases = (struct slice){ 0 };
    assert_int_equal(builder_unit(builder, SPAN("丙局"), &unit), NO_IDX);
    assert_int_not_equal(builder_unit(builder, SPAN("丙局"), &unit), NO_IDX);
    builder_volume(builder, "b")->year = 2020;
    open_section(builder, "一", SECTION_GENERAL);
    open_task(builder, 1);
    builder_part_end(builder);
    if (settle)
        assert_true(builder_settle(builder));
    open_section(builder, "一", SECTION_GENERAL);
    open_task(builder, 1);
    builder_part_end(builder);
}

static void ids_are(const struct breakdown *b, const char *expected)
{
    struct buf ids = { 0 };
    for (uint32_t i = 0; i < b->parts_count; i++)
        buf_printf(&ids, "%s%.*s", i ? " " : "", TEXT_ARG(b->parts[i].id));
    assert_string_equal(ids.at, expected);
    buf_fini(&ids);
}

static void looking_at_it_while_it_grows_changes_nothing(void **state)
{
    (void)state;
    for (int settle = 0; settle < 2; settle++) {
        struct builder builder;
        fill(&builder, settle);
        struct breakdown *b = builder_finish(&builder);
        assert_non_null(b);
        /* The registry's order; what an alias meant is its unit; what nobody has stands behind. */
        names_are(b, "各局 乙市 丙局 无此局?");
        wording_is(b, "无此局、乙市、丙局");
        assert_int_equal(b->units[0].members.count, 2);
        assert_text(b->units[b->members[b->units[0].members.from]].name, "丙局");
        assert_text(b->units[b->members[b->units[0].members.from + 1]].name, "乙市");
        assert_int_equal(unit_find(b, TEXT("乙办")), 1);
        /* Numbers that occur twice; sections whose printed numbers do not part them. */
        ids_are(b, "2019:1.3 2019:1.3#2 2019:m.1.1 2019:m.1.2 2020:1.1 2020:2.1");
        breakdown_free(b);
    }
}

static void a_growing_breakdown_has_ids_members_and_names(void **state)
{
    (void)state;
    struct builder builder;
    builder_init(&builder, NULL);
    builder_volume(&builder, "a")->title = TEXT("题");
    open_section(&builder, "三", SECTION_GENERAL);
    open_task(&builder, 1);
    duty(&builder, "甲局");
    builder_part_end(&builder);
    assert_true(builder_settle(&builder));
    ids_are(builder.b, "3.1");
    names_are(builder.b, "甲局?");
    assert_text(builder.b->volumes[0].name, "题");
    open_section(&builder, "三", SECTION_GENERAL);
    open_task(&builder, 1);
    builder_part_end(&builder);
    assert_true(builder_settle(&builder));
    ids_are(builder.b, "1.1 2.1");
    builder_drop(&builder);
}

static void lists_have_limits(void **state)
{
    (void)state;
    struct builder builder;
    builder_init(&builder, NULL);
    builder_volume(&builder, NULL);
    open_section(&builder, "一", SECTION_GENERAL);
    open_task(&builder, 1);
    for (int i = 0; i < PART_UNITS_MAX; i++)
        duty(&builder, "甲局");
    assert_false(builder_duty(&builder, SPAN("甲局"), ROLE_LEAD, nowhere));
    builder_drop(&builder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_leads_unless_the_label_says_that_all_do),
        cmocka_unit_test(given_roles_put_the_leading_units_first),
        cmocka_unit_test(the_lead_is_found_in_a_wording_that_says_more_than_its_name),
        cmocka_unit_test(looking_at_it_while_it_grows_changes_nothing),
        cmocka_unit_test(a_growing_breakdown_has_ids_members_and_names),
        cmocka_unit_test(lists_have_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
