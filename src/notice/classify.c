/* SPDX-License-Identifier: MIT */
#include "base/i18n.h"
#include "notice/heading.h"
#include "notice/token.h"
#include "wording/unitname.h"

/* Items → tasks, headings, and what is neither. */

static struct token *token_of(struct notice *n, const struct item *item)
{
    return &n->tokens[item->token_idx];
}

/* Where the item's parent stands in an array by item; items_count for those at the top. */
static uint32_t place_of(const struct notice *n, const struct item *item)
{
    return item->parent_idx == NO_IDX ? (uint32_t)n->items_count : item->parent_idx;
}

/* The item's own first stretch of text. */
static bool first_text(struct notice *n, uint32_t item_idx, const struct keyed **k, uint32_t *from, uint32_t *to)
{
    const struct item *item = &n->items[item_idx];
    for (uint32_t i = item->token_idx; i < n->tokens_count && i < item->token_idx + 3; i++) {
        const struct token *token = &n->tokens[i];
        if (token->item_idx == item_idx && token->kind == TOKEN_TEXT) {
            *k = &n->lines[token->line_idx].k;
            *from = token->body_from;
            *to = token->body_to;
            return true;
        }
    }
    return false;
}

static bool is_leader(struct notice *n, uint32_t item_idx)
{
    const struct keyed *k;
    uint32_t from, to;
    struct heading heading;
    return first_text(n, item_idx, &k, &from, &to) && heading_leader(n->arena, k, from, to, &heading);
}

static bool is_sentence(struct notice *n, uint32_t item_idx)
{
    const struct keyed *k;
    uint32_t from, to;
    if (!first_text(n, item_idx, &k, &from, &to))
        return false;
    keyed_trim(k, &from, &to);
    for (uint32_t i = from; i < to; i += keyed_step(k, i))
        if (keyed_starts(k, i, to, "。|;") && i + 3 < to)
            return true;
    return to > from && keyed_ends(k, from, to, ":|;");
}

/* Sums over the tree, children before parents (a parent always has the smaller index). */
static void count_lists(struct notice *n)
{
    for (size_t i = n->items_count; i-- > 0;) {
        struct item *item = &n->items[i];
        item->lists_below |= item->lists_count > 0;
        if (item->parent_idx == NO_IDX)
            continue;
        struct item *parent = &n->items[item->parent_idx];
        parent->own_children++;
        parent->listed_children += item->lists_below;
        parent->lists_below |= item->lists_below;
    }
}

static void absorb_children(struct notice *n, uint32_t parent_idx)
{
    for (size_t i = parent_idx + 1; i < n->items_count; i++) {
        uint32_t up = n->items[i].parent_idx;
        if (up == NO_IDX || up < parent_idx)
            break;
        n->items[i].absorbed = true;
    }
}

/*
 * （一）… 1.做甲。2.做乙。责任单位：丙: only the last point has a list, on a line of its own or in the same paragraph: it
 * belongs to the whole.
 */
static bool last_list_is_for_all(struct notice *n, uint32_t parent_idx)
{
    struct item *parent = &n->items[parent_idx];
    if (parent->lists_count || parent->own_children < 2 || parent->listed_children != 1 ||
        parent->marker.kind <= MARKER_CHAPTER || is_leader(n, parent_idx))
        return false;
    uint32_t last = NO_IDX, first_line = NO_IDX;
    for (size_t i = parent_idx + 1;
         i < n->items_count && n->items[i].parent_idx != NO_IDX && n->items[i].parent_idx >= parent_idx; i++) {
        if (n->items[i].parent_idx != parent_idx || n->items[i].own_children)
            return false;
        last = (uint32_t)i;
        first_line = first_line == NO_IDX ? token_of(n, &n->items[i])->line_idx : first_line;
    }
    if (last == NO_IDX || !n->items[last].lists_count)
        return false;
    bool same_line = first_line == token_of(n, &n->items[last])->line_idx;
    for (size_t i = n->items[last].token_idx; i < n->tokens_count; i++)
        if (n->tokens[i].item_idx == last && n->tokens[i].kind == TOKEN_LIST)
            return same_line || n->tokens[i].starts_line || is_sentence(n, parent_idx);
    return false;
}

/* The items of 民生实事 have parts, not tasks. */
static bool is_livelihood(struct notice *n, uint32_t item_idx)
{
    const struct keyed *k;
    uint32_t from, to;
    return item_idx != NO_IDX && first_text(n, item_idx, &k, &from, &to) && heading_livelihood(k, from, to);
}

/*
 * 1.…（单位） 2.…（单位） 3.… (1)…（单位） (2)…（单位）: among points that are tasks, one whose parts have their own units is a
 * task of several parts.
 */
static void find_tasks_of_parts(struct notice *n)
{
    uint32_t *tasks = arena_array(n->arena, n->items_count + 1, sizeof *tasks);
    uint32_t *headings = arena_array(n->arena, n->items_count + 1, sizeof *headings);
    for (uint32_t i = 0; i < n->items_count; i++) {
        const struct item *item = &n->items[i];
        uint32_t up = place_of(n, item);
        if (item->marker.kind == MARKER_DIGIT && !item->absorbed) {
            tasks[up] += item->is_task;
            headings[up] += item->is_heading;
        }
    }
    for (uint32_t i = 0; i < n->items_count; i++) {
        struct item *item = &n->items[i];
        uint32_t up = place_of(n, item);
        if (item->marker.kind != MARKER_DIGIT || item->absorbed || !item->is_heading || item->lists_count ||
            ((tasks[up] < 2 || tasks[up] <= headings[up]) && !is_livelihood(n, item->parent_idx)) ||
            item->own_children != item->listed_children)
            continue;
        item->is_heading = false;
        item->is_task = true;
        absorb_children(n, i);
        for (uint32_t c = i + 1; c < n->items_count && n->items[c].absorbed; c++)
            n->items[c].is_task = n->items[c].is_heading = false;
    }
}

/* 一、产业发展（牵头单位：甲委） above （一）…: the top of a notice, without a sentence. */
static bool heads_only(struct notice *n, uint32_t item_idx)
{
    const struct keyed *k;
    uint32_t from, to;
    if (!first_text(n, item_idx, &k, &from, &to))
        return true;
    keyed_trim(k, &from, &to);
    return n->items[item_idx].parent_idx == NO_IDX && !keyed_ends(k, from, to, "。");
}

static void find_tasks(struct notice *n)
{
    for (uint32_t i = 0; i < n->items_count; i++) {
        struct item *item = &n->items[i];
        if (item->absorbed)
            continue;
        if (last_list_is_for_all(n, i)) {
            item->is_task = true;
            absorb_children(n, i);
        } else if (item->lists_count && item->listed_children && !is_sentence(n, i) &&
                   item->marker.kind < MARKER_DIGIT && heads_only(n, i)) {
            /* A heading that names units itself, above tasks with units of their own. */
            item->is_heading = true;
        } else if (item->lists_count && item->marker.kind != MARKER_PLAIN) {
            /* （一）…（甲局牵头） 具体措施：1.…（乙局负责）: what is below it are its parts, with units of their own. */
            item->is_task = true;
            absorb_children(n, i);
        }
        if (item->listed_children && !item->is_task)
            item->is_heading = true;
    }
}

/* A point without units among tasks with units is a task all the same, and doubtful. */
static void find_bare_tasks(struct notice *n)
{
    bool *parents_of_tasks = arena_array(n->arena, n->items_count + 1, sizeof *parents_of_tasks);
    for (size_t i = 0; i < n->items_count; i++)
        if (n->items[i].is_task)
            parents_of_tasks[place_of(n, &n->items[i])] = true;
    uint32_t last_list = 0;
    int *last_no = arena_array(n->arena, n->items_count + 1, sizeof *last_no);
    for (uint32_t i = 0; i < n->tokens_count; i++)
        if (n->tokens[i].kind == TOKEN_LIST)
            last_list = i;
    for (uint32_t i = 0; i < n->items_count; i++) {
        struct item *item = &n->items[i];
        int *before = &last_no[place_of(n, item)];
        /* 附件：1.… 2.… behind the last list start anew: they are none of the tasks. */
        bool anew = item->token_idx > last_list && item->marker.no <= *before;
        if (item->is_task || !anew)
            *before = item->marker.no;
        if (anew) {
            *before = 999;
            continue;
        }
        const struct keyed *k;
        uint32_t from, to;
        if (item->is_task || item->absorbed || item->is_heading || item->lists_below ||
            item->marker.kind == MARKER_PLAIN || !parents_of_tasks[place_of(n, item)])
            continue;
        if (!first_text(n, i, &k, &from, &to) || heading_frame(k, from, to))
            continue;
        item->is_task = true;
        absorb_children(n, i);
    }
}

/* A notice that names leaders and no units at all: its points are tasks. */
static void find_tasks_of_leaders(struct notice *n)
{
    bool leaders = false;
    for (uint32_t i = 0; i < n->items_count; i++) {
        if (n->items[i].lists_count)
            return;
        leaders |= is_leader(n, i);
    }
    for (uint32_t i = 0; leaders && i < n->items_count; i++)
        if (!n->items[i].own_children && n->items[i].parent_idx != NO_IDX && !is_leader(n, i))
            n->items[i].is_task = n->items[n->items[i].parent_idx].is_heading = true;
    if (leaders)
        notice_doubt(n, 0, "%s", _("通知里没有找到责任单位，各项只有正文"));
}

/* 其他重点任务 starts as 其他单位 does. */
static bool names_unit(const struct keyed *k, uint32_t from, uint32_t to)
{
    keyed_trim_marks(k, &from, &to);
    return unitname_complete(k, from, to) || unitname_place(k, from, to);
}

/* 市财政局 / 1.… 2.…: the heading is the unit, its points have no lists. */
static void find_tasks_of_units(struct notice *n)
{
    for (uint32_t i = 0; i < n->items_count; i++) {
        struct item *item = &n->items[i];
        const struct keyed *k;
        uint32_t from, to;
        if (item->is_task || item->absorbed || item->lists_below || !item->own_children ||
            !first_text(n, i, &k, &from, &to) || to - from > 120 || keyed_holds(k, from, to, "、|,|各") ||
            heading_frame(k, from, to) || !duty_list_bare(k, from, to) || !names_unit(k, from, to))
            continue;
        item->is_heading = item->is_unit = true;
        for (uint32_t c = i + 1; c < n->items_count && n->items[c].parent_idx != NO_IDX && n->items[c].parent_idx >= i;
             c++)
            if (n->items[c].parent_idx == i) {
                n->items[c].is_task = true;
                absorb_children(n, c);
            }
    }
}

static bool under_task(const struct notice *n, uint32_t item_idx)
{
    while (item_idx != NO_IDX && n->items[item_idx].absorbed)
        item_idx = n->items[item_idx].parent_idx;
    return item_idx != NO_IDX && n->items[item_idx].is_task;
}

/* Does the token stand in the heading as printed: its number, and the first text behind that on its line? */
static bool stands_in_heading(struct notice *n, const struct item *item, uint32_t token_idx)
{
    const struct token *mark = token_of(n, item), *token = &n->tokens[token_idx];
    if (token->line_idx != mark->line_idx)
        return false;
    if (token->kind != TOKEN_TEXT)
        return true;
    for (uint32_t i = item->token_idx + 1; i < token_idx; i++)
        if (n->tokens[i].kind == TOKEN_TEXT || n->tokens[i].kind == TOKEN_LIST)
            return false;
    return true;
}

/* What each token becomes. */
static void mark_tokens(struct notice *n)
{
    uint32_t last_task_token = 0;
    for (uint32_t i = 0; i < n->tokens_count; i++)
        if (n->tokens[i].item_idx != NO_IDX && n->items[n->tokens[i].item_idx].is_task)
            last_task_token = i;
    for (uint32_t i = 0; i < n->tokens_count; i++) {
        struct token *token = &n->tokens[i];
        if (token->kind == TOKEN_REMARK) {
            token->what = IMPORT_NOTE;
            if (token->reason) /* 表头 below a heading is no remark of that */
                continue;
        }
        if (token->item_idx == NO_IDX) {
            token->doubtful = token->kind == TOKEN_LIST && last_task_token > 0;
            continue;
        }
        const struct item *item = &n->items[token->item_idx];
        if (under_task(n, token->item_idx)) {
            token->what = token->kind == TOKEN_LIST     ? IMPORT_UNITS
                          : token->kind == TOKEN_FIELD  ? IMPORT_FIELD
                          : token->kind == TOKEN_REMARK ? IMPORT_NOTE
                                                        : IMPORT_TASK;
        } else if (item->is_heading) {
            bool own = stands_in_heading(n, item, i);
            token->what = own ? IMPORT_HEADING : IMPORT_SKIPPED;
            if (!own || token->kind == TOKEN_LIST || token->kind == TOKEN_FIELD) {
                token->doubtful = true;
                token->reason = token->kind == TOKEN_FIELD ? N_("标题上的领导或时限，没有并入下面各项")
                                : token->kind == TOKEN_LIST ? N_("标题上的责任单位，没有并入下面各项")
                                                            : N_("标题下的说明，不是任务");
            }
        } else {
            token->narrative = true;
            token->doubtful = token->kind == TOKEN_LIST;
        }
    }
}

/* Does a line of fields and lists start here, by itself below the text of its task? */
static bool starts_line_of_lists(struct notice *n, uint32_t token_idx)
{
    const struct token *token = &n->tokens[token_idx];
    return token->starts_line && (token->kind == TOKEN_FIELD || token->kind == TOKEN_LIST) && !token->cell &&
           n->items[token->item_idx].is_task && token->line_idx != token_of(n, &n->items[token->item_idx])->line_idx;
}

/*
 * 责任单位：甲局 / 1.… 2.… / 责任单位：乙局 / 3.… 4.…: where the first list stands above its points and points have none,
 * a list between two points may be of those below it. From the list of a heading on; returns where its points end.
 */
static uint32_t doubt_lists_below(struct notice *n, uint32_t token_idx)
{
    uint32_t heading_idx = n->tokens[token_idx].item_idx, end = token_idx;
    bool bare = false;
    for (; end < n->tokens_count && n->tokens[end].item_idx != NO_IDX; end++) {
        const struct item *item = &n->items[n->tokens[end].item_idx];
        if (n->tokens[end].item_idx != heading_idx && item->parent_idx != heading_idx)
            break;
        bare |= item->is_task && !item->lists_count;
    }
    bool between = false;
    for (uint32_t i = token_idx; bare && i < end; i++) {
        struct token *token = &n->tokens[i];
        between = starts_line_of_lists(n, i) || (between && !token->starts_line);
        if (between && (token->kind == TOKEN_LIST || token->kind == TOKEN_FIELD)) {
            token->doubtful = true;
            token->reason = N_("本部分开头的写在各项之前，这里的也可能归下面各项");
        }
    }
    return end;
}

static void doubt_lists_between(struct notice *n)
{
    for (uint32_t i = 0; i < n->tokens_count; i++)
        if (n->tokens[i].kind == TOKEN_LIST && n->tokens[i].item_idx != NO_IDX &&
            n->items[n->tokens[i].item_idx].is_heading && n->tokens[i].what == IMPORT_SKIPPED)
            i = doubt_lists_below(n, i) - 1;
}

void notice_classify(struct notice *notice)
{
    count_lists(notice);
    find_tasks(notice);
    find_tasks_of_parts(notice);
    find_bare_tasks(notice);
    find_tasks_of_units(notice);
    find_tasks_of_leaders(notice);
    mark_tokens(notice);
    doubt_lists_between(notice);
}
