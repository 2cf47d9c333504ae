/* SPDX-License-Identifier: MIT */
#include "notice/levels.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "wording/unitlevel.h"

/* A name with its level, known by what stands behind the level. */
struct level_name {
    struct text bare, whole;
    bool written; /* in full somewhere, not by a guess */
    bool said;
};

struct levels {
    struct level_name *items; /* in the arena, by bare name, then by whole name; each whole name once */
    size_t count;
};

static int by_name(const void *a, const void *b)
{
    const struct level_name *x = a, *y = b;
    int order = text_compare(x->bare, y->bare);
    return order ? order : text_compare(x->whole, y->whole);
}

static void read_list(struct notice *n, struct token *token, struct level_name **items, size_t *count, size_t *cap)
{
    struct arena scratch = { 0 };
    const struct unitlist *list = token_list(n, token);
    for (uint32_t i = 0; i < list->count; i++) {
        struct keyed k = keyed_make(&scratch, list->items[i].name);
        bool party;
        uint32_t bytes = unitlevel_prefix(&k, 0, k.bytes, &party);
        if (!bytes)
            continue;
        struct text whole = list->items[i].name;
        MEM_GROW(*items, *count + 1, *cap);
        (*items)[(*count)++] = (struct level_name){ .bare = text_slice(whole, keyed_at(&k, bytes), whole.bytes),
                                                    .whole = whole,
                                                    .written = !list->items[i].level_guessed };
    }
    arena_fini(&scratch);
}

void levels_read(struct notice *notice)
{
    struct level_name *items = NULL;
    size_t count = 0, cap = 0, kept = 0;
    for (uint32_t i = 0; i < notice->tokens_count; i++)
        if (notice->tokens[i].kind == TOKEN_LIST)
            read_list(notice, &notice->tokens[i], &items, &count, &cap);
    if (count)
        qsort(items, count, sizeof *items, by_name);
    for (size_t i = 0; i < count; i++) {
        if (kept && by_name(&items[kept - 1], &items[i]) == 0)
            items[kept - 1].written |= items[i].written;
        else
            items[kept++] = items[i];
    }
    notice->levels = arena_alloc(notice->arena, sizeof *notice->levels);
    notice->levels->items = arena_array(notice->arena, kept + 1, sizeof *items);
    if (kept)
        memcpy(notice->levels->items, items, kept * sizeof *items);
    notice->levels->count = kept;
    free(items);
}

/* The names with this bare name, *count of them side by side. */
static struct level_name *find(const struct levels *levels, struct text bare, size_t *count)
{
    size_t from = 0, to = levels->count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (text_compare(levels->items[middle].bare, bare) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    *count = 0;
    while (from + *count < levels->count && text_equal(levels->items[from + *count].bare, bare))
        ++*count;
    return *count ? &levels->items[from] : NULL;
}

static void say_guess(struct notice *n, const struct unitlist_item *item, uint32_t bytes, uint32_t line_no)
{
    size_t count;
    struct text bare = text_slice(item->name, bytes, item->name.bytes);
    struct level_name *names = find(n->levels, bare, &count);
    for (size_t i = 0; i < count; i++) {
        if (!text_equal(names[i].whole, item->name) || names[i].said || names[i].written)
            continue;
        names[i].said = true;
        notice_doubt(n, line_no, _("“%.*s”没写级别，按同一名单当作“%.*s”；也可能是别处的“%.*s”"), TEXT_ARG(bare),
                     TEXT_ARG(item->name), TEXT_ARG(bare));
    }
}

static void add_alias(struct notice *n, struct text bare, struct text whole)
{
    MEM_GROW(n->aliases, n->aliases_count + 1, n->aliases_cap);
    n->aliases[n->aliases_count++] = (struct unit_alias){ text_copy(n->arena, bare), whole };
}

/* 发展改革委 beside 省发展改革委 may be the centre's; 经济发展局 beside 区经济发展局 is nobody else's. */
static void settle_bare(struct notice *n, struct unitlist_item *item, uint32_t line_no)
{
    size_t count, written = 0;
    struct level_name *names = find(n->levels, item->name, &count), *one = names;
    for (size_t i = 0; i < count; i++)
        if (names[i].written)
            written++, one = &names[i];
    if (!count)
        return;
    bool province =
        span_starts(text_span(one->whole), SPAN("省")) || span_starts(text_span(one->whole), SPAN("自治区"));
    bool said = names->said;
    names->said = true;
    if (written == 1 && !province) {
        if (!said) {
            notice_doubt(n, line_no, _("“%.*s”没写级别，当作通知里写全的“%.*s”；也可能是另一家"), TEXT_ARG(item->name),
                         TEXT_ARG(one->whole));
            add_alias(n, item->name, one->whole);
        }
        item->name = one->whole;
    } else if (!said) {
        notice_doubt(n, line_no, _("“%.*s”没写级别，没有补；也可能就是“%.*s”"), TEXT_ARG(item->name),
                     TEXT_ARG(one->whole));
    }
}

void levels_settle(struct notice *notice, struct unitlist *list, uint32_t line_no)
{
    struct arena scratch = { 0 };
    for (uint32_t i = 0; i < list->count; i++) {
        struct unitlist_item *item = &list->items[i];
        struct keyed k = keyed_make(&scratch, item->name);
        bool party;
        uint32_t bytes = unitlevel_prefix(&k, 0, k.bytes, &party);
        if (bytes && item->level_guessed)
            say_guess(notice, item, keyed_at(&k, bytes), line_no);
        else if (!bytes && unitlevel_of_bare(&k, 0, k.bytes, false, false) != UNITLEVEL_OWN)
            settle_bare(notice, item, line_no);
    }
    arena_fini(&scratch);
}
