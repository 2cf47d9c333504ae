/* SPDX-License-Identifier: MIT */
/* What the targets share: a breakdown that has everything, one of a fuzzer's bytes, and what must never leave. */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stdint.h>

#include "format/load.h"
#include "fuzz/text_laws.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

/* A leader's part, one without a leader, livelihood with parts; collectives of all and of some; a note; an open list. */
#define FUZZ_BREAKDOWN                                                                                                                   \
    "format: 1\ntitle: 二〇二〇年重点工作责任分解\nissuer: 某省政府\nyear: 2020\nunits:\n"                              \
    "  - {name: 省甲委, full: 某省甲工作委员会, aliases: [甲委]}\n  - 省乙厅\n  - {name: 一市, kind: city}\n"          \
    "  - {name: 二市, kind: city}\n  - {name: 各设区市政府, member-kinds: [city], coverage: all}\n"                              \
    "  - {name: 相关设区市政府, member-kinds: [city], coverage: some}\n"                                                          \
    "sections:\n  - kind: leader\n    no: 一\n    heading: 一、张三省长主抓重点工作\n    leader: 张三\n"                  \
    "    title: 省长\n    role: 主抓\n    tasks:\n"                                                                                  \
    "      - {no: 1, text: 推进“最多跑一次”改革，减负2700亿元。, label: 责任单位, units: [省甲委, 省乙厅, " \
    "各设区市政府]}\n"                                                                                                             \
    "      - {no: 2, text: 9月底前建成实验室2—3家。, label: 牵头单位, lead: [省乙厅, 省甲委]}\n"                   \
    "  - kind: livelihood\n    heading: 民生实事\n    tasks:\n      - no: 1\n        parts:\n"                                       \
    "          - {text: 新增床位5万张。, label: 责任单位, units: [一市, 相关设区市政府]}\n"                          \
    "          - {text: 改造农村公路。, label: 责任单位, units: [省甲委]}\n"

static inline struct breakdown *fuzz_load(struct span yaml)
{
    struct diags diags = { 0 };
    struct source source = { .path = "fuzz.yaml", .content = yaml };
    struct breakdown *b = breakdown_load(&source, 1, &diags);
    diag_fini(&diags);
    return b;
}

/* The bytes before a byte of zero, which are taken away from rest. */
static inline struct span fuzz_next(struct span *rest)
{
    const char *end = rest->bytes ? memchr(rest->at, 0, rest->bytes) : NULL;
    struct span head = { rest->at, end ? (size_t)(end - rest->at) : rest->bytes };
    size_t skip = head.bytes + (end != NULL);
    rest->at += skip;
    rest->bytes -= skip;
    return head;
}

#endif
