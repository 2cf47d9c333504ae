/* SPDX-License-Identifier: MIT */
#include "notice/part.h"

#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "notice/implied.h"
#include "notice/levels.h"
#include "notice/registry.h"
#include "notice/units_guess.h"
#include "text/utf8.h"

bool part_ends_in_mark(struct text text)
{
    static const char *const MARKS[] = { "。", "；", "，", "！", "？", ";", ",", ".", "：" };
    for (size_t i = 0; i < sizeof MARKS / sizeof MARKS[0]; i++)
        if (span_ends(text_span(text), span_of(MARKS[i])))
            return true;
    return text_empty(text);
}

static bool is_alnum(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A line that has a title of its own (主要措施：…) does not stick to one without a mark at its end. */
static bool starts_with_title(struct text text)
{
    const char *colon = memmem(text.at, text.bytes, "：", 3);
    return colon && colon - text.at <= 24 && colon - text.at >= 6;
}

/* Lines are paragraphs: a short one without a mark at its end is the title of the next. */
enum { TITLE_CHARS_MAX = 25, BODY_CHARS_MIN = 6 };

void part_append(struct part_text *part, struct text text, bool starts_line, bool apart)
{
    struct buf *out = &part->text;
    if (text_empty(text))
        return; /* an empty cell */
    if (apart && out->bytes && !part_ends_in_mark(text_composed(buf_view(out))))
        buf_char(out, ' ');
    else if (starts_line && out->bytes && !part_ends_in_mark(text_composed(buf_view(out))) &&
             (starts_with_title(text) ||
              (utf8_count(text_composed(buf_view(out))) <= TITLE_CHARS_MAX && utf8_count(text) >= BODY_CHARS_MIN)))
        buf_char(out, ' ');
    else if (out->bytes && is_alnum(out->at[out->bytes - 1]) && is_alnum(text.at[0]))
        buf_char(out, ' ');
    buf_text(out, text);
}

/* The mark between two lists of one line, as the notice has it: 牵头单位：甲，配合单位：乙. */
static bool put_own_separator(const struct notice *n, const struct token *above, const struct token *token,
                              struct buf *out)
{
    const struct keyed *k = &n->lines[above->line_idx].k;
    uint32_t from = above->body_from, to = above->body_to;
    if (token->line_idx != above->line_idx || above->cell)
        return false;
    keyed_trim_marks(k, &from, &to);
    uint32_t mark = to, bytes;
    while (mark < token->body_from && k->key[mark] == ' ')
        mark++;
    bytes = keyed_starts(k, mark, token->body_from, ",|;|、|。");
    if (!bytes)
        return false;
    buf_text(out, keyed_slice(k, mark, mark + bytes));
    return true;
}

/* The list tokens of a part as one list; one label alone stays apart, several stand inside. */
static void compose_list(const struct part_text *part, struct text *label, struct buf *list)
{
    struct notice *n = part->n;
    uint32_t labelled = 0, lists = 0;
    for (uint32_t i = part->lists_from; i != NO_IDX; i = part->next[i]) {
        const struct token *token = &n->tokens[i];
        bool list_token = token->kind == TOKEN_LIST && token->body_to > token->body_from;
        labelled += list_token && !text_empty(token->label);
        lists += list_token && (!text_empty(token->label) || token->bracketed);
        if (i == part->lists_to)
            break;
    }
    /* （甲局；配合单位：乙局）: the label is not that of the whole. */
    bool inside = labelled > 1 || (labelled == 1 && lists > 1);
    *label = (struct text){ 0 };
    uint32_t above = NO_IDX;
    for (uint32_t i = part->lists_from; i != NO_IDX; i = part->next[i]) {
        struct token *token = &n->tokens[i];
        const struct keyed *k = &n->lines[token->line_idx].k;
        uint32_t from = token->body_from, to = token->body_to;
        keyed_trim_marks(k, &from, &to);
        if (token->kind == TOKEN_LIST && to > from) {
            if (list->bytes && !put_own_separator(n, &n->tokens[above], token, list))
                buf_string(list, text_empty(token->label) && !token->bracketed ? "、" : "；");
            above = i;
            if (!text_empty(token->label) && inside) {
                buf_text(list, token->label);
                buf_string(list, "：");
            } else if (!text_empty(token->label)) {
                *label = token->label;
            }
            buf_text(list, keyed_text(k, from, to));
        } else if (token->kind == TOKEN_REMARK && token->bracketed && !token->starts_line && list->bytes) {
            buf_printf(list, "（%.*s）", TEXT_ARG(token_body(n, token)));
        }
        if (i == part->lists_to)
            break;
    }
}

static void add_note(struct arena *arena, struct text **notes, uint32_t *count, struct text note)
{
    *notes = arena_more(arena, *notes, *count, sizeof **notes);
    (*notes)[(*count)++] = note;
}

/* 适用范围：甲开发区 */
void part_note(struct part_text *part, const struct token *token)
{
    const struct keyed *k = &part->n->lines[token->line_idx].k;
    uint32_t from = token->body_from, to = token->body_to;
    keyed_trim_marks(k, &from, &to);
    struct text note = keyed_text(k, from, to);
    if (to <= from)
        return;
    if (!text_empty(token->label))
        note = text_printf(part->n->arena, "%.*s：%.*s", TEXT_ARG(token->label), TEXT_ARG(note));
    add_note(part->n->arena, &part->notes, &part->notes_count, note);
}

static void add_due(struct part_text *part, struct text due)
{
    if (text_empty(due) || span_equal(buf_view(part->due), text_span(due)))
        return;
    buf_printf(part->due, "%s%.*s", part->due->bytes ? "；" : "", TEXT_ARG(due));
}

/* What ends like no unit may be half of one (济南、青岛市委、市政府), or no unit at all; each name is said once. */
static void say_odd_names(struct part_text *part, const struct unitlist *list, uint32_t line_no)
{
    static const char ENDS[] =
        "政府|市|县|区|州|盟|旗|镇|乡|村|社区|街道|办事处|兵团|报社|电视台|总台|处|所|队|校|场|基地|组|司|"
        "中心|协会|联盟|平台|园|园区|馆|院|厂|矿|局|会|社|部|单位|机构|企业|部门|口岸|港|机场|法人|业主|"
        "支部|电力|投|班|室|站|厅|团|股|科|柜|网|库|店|台|课题组|专家";
    struct arena scratch = { 0 };
    for (uint32_t i = 0; i < list->count; i++) {
        struct text name = list->items[i].name;
        struct keyed k = keyed_make(&scratch, name);
        if (names_find(&part->builder->b->names, text_span(name)) == NO_IDX &&
            (keyed_holds(&k, 0, k.bytes, ":") ||
             (unit_guess(name, true).kind == UNIT_OTHER && !keyed_ends(&k, 0, k.bytes, ENDS))))
            notice_doubt(part->n, line_no, _("“%.*s”当作单位；名称不像单位，也可能断错了，或是别的话"), TEXT_ARG(name));
    }
    arena_fini(&scratch);
}

/* 县卫健局、 and nothing behind: a line that was to follow stands elsewhere, or is lost. */
static void say_cut_list(const struct part_text *part)
{
    const struct token *last = &part->n->tokens[part->lists_to];
    const struct keyed *k = &part->n->lines[last->line_idx].k;
    uint32_t from = last->body_from, to = last->body_to;
    keyed_trim(k, &from, &to);
    if (keyed_ends(k, from, to, "、"))
        notice_doubt(part->n, part->n->lines[last->line_idx].no, "%s", _("名单以“、”结尾，后面可能还有单位"));
}

/* The part's list: that of its one token as it stands, or what several make together. */
static struct unitlist *read_list(const struct part_text *part, struct token *token, struct text *label)
{
    struct notice *n = part->n;
    const struct keyed *k = &n->lines[token->line_idx].k;
    struct buf composed = { 0 };
    struct unitlist *list;
    uint32_t from = token->body_from, to = token->body_to;
    compose_list(part, label, &composed);
    keyed_trim_marks(k, &from, &to);
    if (span_equal(buf_view(&composed), text_span(keyed_text(k, from, to))))
        list = token_list(n, token);
    else
        list = unitlist_new(n->arena, text_copy(n->arena, text_composed(buf_view(&composed))));
    buf_fini(&composed);
    return list;
}

void part_keep_list(struct notice *notice, uint32_t part_idx, const struct unitlist *list)
{
    uint32_t had = notice->part_lists_count;
    if (part_idx >= had) {
        MEM_GROW(notice->part_lists, (size_t)part_idx + 1, notice->part_lists_cap);
        memset(notice->part_lists + had, 0, (part_idx + 1 - had) * sizeof *notice->part_lists);
        notice->part_lists_count = part_idx + 1;
    }
    notice->part_lists[part_idx] = list;
}

/* Nobody leads where only supporting units are named (an empty cell of the lead). */
static void doubt_support(struct token *token, struct unitlist *list)
{
    if (!list->roles_given && token->hint == HINT_SUPPORT && list->count) {
        list->roles_given = list->only_support = true;
        for (uint32_t i = 0; i < list->count; i++)
            list->items[i].role = ROLE_SUPPORT;
    }
    if (list->only_support)
        token->doubtful = true, token->reason = N_("只写了配合单位，没有牵头单位");
}

void part_end(struct part_text *part)
{
    struct notice *n = part->n;
    builder_part(part->builder)->text = builder_keep(part->builder, text_composed(buf_view(&part->text)));
    if (part->lists_from != NO_IDX) {
        struct token *token = &n->tokens[part->lists_from];
        struct text label;
        struct unitlist *kept = read_list(part, token, &label);
        levels_settle(n, kept, n->lines[token->line_idx].no);
        part_keep_list(n, part->builder->b->parts_count - 1, kept);
        struct unitlist list = *kept;
        /* 牽頭單位, 主办单位: a leading label that the rule of 牵头… does not know by its letters. */
        if (!list.roles_given && !text_empty(label) && token->hint == HINT_LEAD && !role_all_lead(label)) {
            list.roles_given = true;
            for (uint32_t i = 0; i < list.count; i++)
                list.items[i].role = ROLE_LEAD;
        }
        doubt_support(token, &list);
        add_due(part, list.when);
        for (uint32_t i = 0; i < part->notes_count; i++)
            add_note(part->n->arena, &list.notes, &list.notes_count, part->notes[i]);
        if (!text_empty(list.remarks)) {
            add_note(part->n->arena, &list.notes, &list.notes_count, list.remarks);
            if (!implied_is(n, list.remarks))
                notice_doubt(n, n->lines[token->line_idx].no, _("名单里的“%.*s”不像单位，记作说明"),
                             TEXT_ARG(list.remarks));
        }
        if (!n->by_place_no && list.count > 1 && !list.roles_given && !role_all_lead(label))
            n->by_place_no = n->lines[token->line_idx].no;
        if (list.leads_by_with && !n->with_said)
            notice_doubt(n, n->lines[token->line_idx].no, "%s",
                         _("“会同”之前的几家都当作牵头（从这一行起）；也可能只有第一家"));
        n->with_said |= list.leads_by_with;
        if (list.unpaired)
            notice_doubt(n, n->lines[token->line_idx].no, "%s",
                         _("名单里的括号不成对，当作没有；也可能少了一半，括号里的是说明"));
        implied_add(n, &list, token->line_idx, role_all_lead(label));
        say_odd_names(part, &list, n->lines[token->line_idx].no);
        say_cut_list(part);
        const char *doubt = registry_list(part->builder, label, &list);
        part->lists_count++;
        if (doubt)
            token->doubtful = true, token->reason = doubt;
    } else {
        struct part *made = &part->builder->b->parts[part->builder->b->parts_count - 1];
        for (uint32_t i = 0; i < part->notes_count; i++)
            builder_text(part->builder, builder_keep(part->builder, part->notes[i]), &made->notes);
    }
    buf_clear(&part->text);
    part->lists_from = part->lists_to = NO_IDX;
    part->list_first = false;
    part->notes_count = 0;
}
