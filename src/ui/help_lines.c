/* SPDX-License-Identifier: MIT */
#include "ui/help_lines.h"

#include <string.h>

#include "base/i18n.h"
#include "text/fold.h"
#include "text/wrap.h"
#include "ui/app_state.h"

enum { MARGIN = 2, KEYS_COLS = 16, NARROW_KEYS_COLS = 10, WIDE_COLS = 56, CONTEXTS_COLS = 26, CONTEXTS_MIN_COLS = 90 };

static void contexts_text(const struct action_row *row, struct buf *out)
{
    unsigned main = CONTEXT_TREE | CONTEXT_TASK | CONTEXT_UNITS | CONTEXT_PAGE | CONTEXT_STATS;
    if ((row->contexts & main) == main) {
        buf_string(out, row->contexts & CONTEXT_FIELD ? _("处处") : _("各屏"));
        return;
    }
    action_contexts(row, " ", out);
}

/* The needle is folded, once for all lines: what is odd in it takes long. */
static bool is_wanted(struct text hay, struct text needle)
{
    struct buf folded = { 0 };
    fold_to(&folded, hay);
    bool found = needle.bytes == 0 || memmem(folded.at, folded.bytes, needle.at, needle.bytes) != NULL;
    buf_fini(&folded);
    return found;
}

/*
 * What stands on the left in its style, and what it means, in as many lines as that takes; what is too wide for the left
 * has a line for itself.  Where a key works stands at the end of the first line.
 */
static void put_entry(struct text sign, enum style style, const char *means, struct text contexts, int cols,
                      struct lines *lines)
{
    int at = MARGIN + (cols < WIDE_COLS ? NARROW_KEYS_COLS : KEYS_COLS);
    int room = cols - at - 1 - (text_empty(contexts) ? 0 : CONTEXTS_COLS + 1);
    struct wrap wrap;
    struct text words;
    bool first = true;
    lines_row(lines, (struct link){ 0 }, MARGIN);
    lines_clip(lines, sign, cols - MARGIN - 1, style);
    bool beside = lines_col(lines) < at;
    wrap_init(&wrap, text_of(means), room, lines->ambiguous_cols);
    while (wrap_next(&wrap, &words)) {
        if (!first || !beside)
            lines_start(lines, (struct link){ 0 });
        lines_tab(lines, at);
        lines_run(lines, words, STYLE_NORMAL);
        if (first && !text_empty(contexts)) {
            lines_tab(lines, cols - CONTEXTS_COLS - 1);
            lines_clip(lines, contexts, CONTEXTS_COLS, STYLE_DIM);
        }
        first = false;
    }
    wrap_fini(&wrap);
}

/* A head before the first of its entries. */
static void put_head(const char *name, bool *headed, struct lines *lines)
{
    if (*headed)
        return;
    if (lines->count)
        lines_blank(lines);
    lines_row(lines, (struct link){ 0 }, 1);
    lines_run(lines, text_of(name), STYLE_TITLE);
    *headed = true;
}

static void legend_lines(struct text needle, int cols, struct lines *lines)
{
    static const struct {
        enum style style;
        const char *sign, *means;
    } legend[] = {
        { STYLE_LEAD, N_("牵"), N_("牵头：名单里列第一位，或通知写明是牵头单位") },
        { STYLE_SUPPORT, N_("参"), N_("参与：名单里的其他单位") },
        { STYLE_VIA, N_("经由"), N_("由集合单位承担，它的每个成员都有责任") },
        { STYLE_MAYBE, N_("可能"), N_("由“相关”“有关”的集合单位承担，通知没有说是哪些成员") },
        { STYLE_NORMAL, N_("集合单位"), N_("一个名称代表许多单位，如各设区市政府；通知没有列出的成员不作推测") },
        { STYLE_NORMAL, N_("有“等”"), N_("名单未尽，通知没有列全") },
        { STYLE_NORMAL, N_("民生实事"), N_("单独计数，不并入牵头、参与的项数") },
        { STYLE_WARNING, N_("未登记"), N_("单位名录里没有的单位，可能是笔误") },
        { STYLE_FIGURE, N_("200个"), N_("量化指标：要做到多少，计量单位是什么") },
        { STYLE_MATCH, N_("筛选"), N_("符合筛选或查找的字") },
    };
    bool headed = false;
    struct buf hay = { 0 };
    for (size_t i = 0; i < sizeof legend / sizeof *legend; i++) {
        buf_clear(&hay);
        buf_printf(&hay, "%s %s", _(legend[i].sign), _(legend[i].means));
        if (!is_wanted(text_composed(buf_view(&hay)), needle))
            continue;
        put_head(_("图例"), &headed, lines);
        put_entry(text_of(_(legend[i].sign)), legend[i].style, _(legend[i].means), TEXT(""), cols, lines);
    }
    buf_fini(&hay);
}

static void group_lines(const struct app *app, enum action_group group, struct text needle, int cols,
                        struct lines *lines)
{
    struct buf keys = { 0 }, hay = { 0 }, contexts = { 0 };
    bool headed = false;
    for (uint32_t i = 0; i < action_table_count; i++) {
        const struct action_row *row = &action_table[i];
        if (row->group != group)
            continue;
        buf_clear(&keys);
        buf_clear(&hay);
        buf_clear(&contexts);
        keymap_put(&app->keymap, row->action, ACTION_KEYS_MAX, app_is_plain(app), &keys);
        buf_printf(&hay, "%.*s %s %s", (int)keys.bytes, keys.at ? keys.at : "", row->name, _(row->help));
        if (!is_wanted(text_composed(buf_view(&hay)), needle))
            continue;
        if (cols >= CONTEXTS_MIN_COLS)
            contexts_text(row, &contexts);
        put_head(_(group_name(group)), &headed, lines);
        put_entry(text_composed(buf_view(&keys)), STYLE_KEY, _(row->help), text_composed(buf_view(&contexts)), cols,
                  lines);
    }
    buf_fini(&keys);
    buf_fini(&hay);
    buf_fini(&contexts);
}

void help_lines(const struct app *app, struct text query, int cols, struct lines *lines)
{
    struct buf folded = { 0 };
    fold_to(&folded, query);
    struct text needle = text_composed(buf_view(&folded));
    legend_lines(needle, cols, lines);
    for (int group = 0; group < GROUPS_COUNT; group++)
        group_lines(app, (enum action_group)group, needle, cols, lines);
    if (lines->count == 0) {
        lines_start(lines, (struct link){ 0 });
        lines_run(lines, text_of(_(" 没有这样的按键")), STYLE_DIM);
    }
    buf_fini(&folded);
}
