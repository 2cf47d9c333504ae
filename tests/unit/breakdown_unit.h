/* SPDX-License-Identifier: MIT */
/* Breakdowns for tests: the sample, the shipped one for tests of the data, and ones written out in the test. */
#ifndef TESTS_BREAKDOWN_UNIT_H
#define TESTS_BREAKDOWN_UNIT_H

#include <stdio.h>

#include "breakdown/leaders.h"
#include "format/load.h"
#include "unit.h"

#define SHIPPED "data/tasks.yaml"
#define SAMPLE  "tests/data/sample.yaml"

static inline void print_diags(const struct diags *diags)
{
    for (size_t i = 0; i < diags->count; i++)
        print_message("%u:%u %s\n", diags->items[i].place.line_no, diags->items[i].place.col_no, diags->items[i].text);
}

/* The breakdown of YAML text that must load without an error. */
static inline struct breakdown *load_yaml(const char *yaml)
{
    struct diags diags = { 0 };
    struct source source = { .path = "test.yaml", .content = span_of(yaml) };
    struct breakdown *b = breakdown_load(&source, 1, &diags);
    print_diags(&diags);
    assert_non_null(b);
    diag_fini(&diags);
    return b;
}

/* The breakdown of a file that must load without a word. */
static inline struct breakdown *load_path(const char *path)
{
    struct diags diags = { 0 };
    struct breakdown *b = load_files(&path, 1, &(struct load_options){ 0 }, &diags);
    print_diags(&diags);
    assert_int_equal(diags.count, 0);
    assert_non_null(b);
    diag_fini(&diags);
    return b;
}

static inline struct breakdown *load_shipped(void)
{
    return load_path(SHIPPED);
}

static inline struct breakdown *load_sample(void)
{
    return load_path(SAMPLE);
}

/* The leader of that very name, or NO_IDX. */
static inline uint32_t leader_of(const struct leaders *leaders, struct text name)
{
    for (uint32_t i = 0; i < leaders->count; i++)
        if (text_equal(leaders->items[i].forms[LEADER_NAME], name))
            return i;
    return NO_IDX;
}

/* The registered unit of that name. */
static inline uint32_t unit_of(const struct breakdown *b, const char *name)
{
    uint32_t unit_idx = unit_find(b, text_of(name));
    assert_int_not_equal(unit_idx, NO_IDX);
    return unit_idx;
}

#endif
