/* SPDX-License-Identifier: MIT */
#include "wording/unitlist.h"

#include "wording/unitname.h"
#include "wording/unitpiece.h"

bool unitlist_is_note(const struct keyed *k, uint32_t from, uint32_t to)
{
    if (to - from > 300)
        return false;
    /* （含食用油，下同） explains a word. */
    if (keyed_holds(k, from, to, "下同"))
        return keyed_equals(k, from, to, "下同") ||
               keyed_holds(k, from, to,
                           "牵头|汇总|主办|主责|责任单位|责任部门|首位|首列|第一位|第一个|列在|列第|列前|排在|排第|"
                           "排名|排首");
    return keyed_holds(
               k, from, to,
               "逗号|分号|顿号|第一|首位|首列|在前的|前面的|列前|排前|排名前|靠前|居前|最前|第1位|标★|带★|标*|带*|"
               "注★|加粗|黑体") &&
           keyed_holds(k, from, to, "牵头|汇总|主办|主责|负责|责任") &&
           keyed_holds(k, from, to, "为|是|的|位牵头|者牵头|个牵头");
}

static void add_note(struct arena *arena, struct unitlist *out, struct text note)
{
    out->notes = arena_more(arena, out->notes, out->notes_count, sizeof *out->notes);
    out->notes[out->notes_count++] = note;
}

/* Where a note without brackets starts (，列第一位者为牵头或汇总单位，下同); to when there is none. */
static uint32_t open_note(const struct keyed *k, uint32_t from, uint32_t to)
{
    uint32_t depth = 0;
    for (uint32_t i = to > 300 + from ? to - 300 : from; i < to; i += keyed_step(k, i)) {
        while (i > from && ((unsigned char)k->key[i] & 0xC0) == 0x80)
            i++;
        depth += k->key[i] == '(';
        depth -= k->key[i] == ')' && depth > 0;
        uint32_t bytes = depth ? 0 : keyed_starts(k, i, to, ",|;|。|、");
        if (bytes && unitlist_is_note(k, i + bytes, to) &&
            keyed_starts(k, i + bytes, to,
                         "列|排|位|逗号|分号|顿号|第一|首|名列|注|带|标|加|其中|下同|责任单位|以第一|以上|以列|"
                         "由列|单位排|前列|居"))
            return i;
    }
    return to;
}

/* Takes the notes off; the list without them is out->wording. */
static void take_notes(struct arena *arena, struct arena *scratch, struct text list, struct unitlist *out)
{
    struct keyed k = keyed_make(scratch, list);
    struct buf rest = { 0 };
    uint32_t from = 0, to = k.bytes, kept = 0;
    keyed_trim_marks(&k, &from, &to);
    /* The end of a bracket that opened before the list. */
    if (to > from && k.key[to - 1] == ')' && !keyed_holds(&k, from, to, "("))
        to--;
    kept = from;
    for (uint32_t i = from; i < to; i += keyed_step(&k, i)) {
        if (k.key[i] != '(' || to - i > 400)
            continue;
        uint32_t close = keyed_close(&k, i, to);
        if (close == to || !unitlist_is_note(&k, i + 1, close))
            continue;
        add_note(arena, out, keyed_text(&k, i + 1, close));
        buf_text(&rest, keyed_slice(&k, kept, i));
        kept = i = close + 1;
        if (i >= to)
            break;
    }
    uint32_t note = open_note(&k, kept, to);
    if (note < to) {
        uint32_t a = note, b = to;
        keyed_trim_marks(&k, &a, &b);
        add_note(arena, out, keyed_text(&k, a, b));
        to = note;
    }
    if (kept == from) {
        keyed_trim_marks(&k, &from, &to);
        out->wording = keyed_text(&k, from, to);
    } else {
        buf_text(&rest, keyed_slice(&k, kept, to > kept ? to : kept));
        struct keyed joined = keyed_make(scratch, text_take(arena, &rest));
        uint32_t a = 0, b = joined.bytes;
        keyed_trim_marks(&joined, &a, &b);
        out->wording = keyed_text(&joined, a, b);
    }
    buf_fini(&rest);
}

/* The name: what was said once before, the piece without blanks inside, what was said once behind. */
static struct text whole_name(struct arena *arena, const struct unitpieces *p, const struct unitpiece *piece)
{
    struct text own = keyed_squeezed(arena, &p->k, piece->from, piece->to);
    if (text_empty(piece->head) && text_empty(piece->tail))
        return own;
    return text_printf(arena, "%.*s%.*s%.*s", TEXT_ARG(piece->head), TEXT_ARG(own), TEXT_ARG(piece->tail));
}

static enum hint hint_of(const struct unitpieces *p, const struct unitpiece *piece)
{
    if (piece->own != HINT_NONE)
        return piece->own;
    if (piece->with)
        return HINT_SUPPORT;
    enum hint verb = piece->segment_no < p->segments_count ? p->verbs[piece->segment_no] : HINT_NONE;
    return verb != HINT_NONE ? verb : piece->label;
}

/*
 * A，B、C配合: when everything would support, the verb reaches back to the last comma only; what stands before leads.
 */
static void narrow_support(struct unitpieces *p)
{
    uint32_t comma = 0;
    for (uint32_t i = 0; i < p->count; i++) {
        if (hint_of(p, &p->items[i]) != HINT_SUPPORT)
            return;
        if (i > 0 && (p->items[i].before == SEPARATOR_COMMA || p->items[i].before == SEPARATOR_SEMICOLON))
            comma = i;
    }
    for (uint32_t i = 0; i < comma; i++)
        p->items[i].own = HINT_LEAD;
}

/* A会同B、C、D负责: all of the row supports. */
static void widen_with(struct unitpieces *p)
{
    for (uint32_t i = 1; i < p->count; i++) {
        const struct unitpiece *above = &p->items[i - 1];
        struct unitpiece *piece = &p->items[i];
        if (above->with && piece->segment_no == above->segment_no && piece->label == above->label &&
            (piece->before == SEPARATOR_DUN || piece->before == SEPARATOR_CONJUNCTION))
            piece->with = true;
    }
}

/* Is the piece of a stretch that has a 会同 of its own behind it? */
static bool leads_with(const struct unitpieces *p, uint32_t i)
{
    for (uint32_t j = i + 1; j < p->count && j < i + 8 && p->items[j].segment_no == p->items[i].segment_no; j++)
        if (p->items[j].with)
            return true;
    return false;
}

static void give_roles(struct unitpieces *p, struct unitlist *out)
{
    widen_with(p);
    narrow_support(p);
    bool lead = false, support = false;
    for (uint32_t i = 0; i < p->count; i++) {
        enum hint hint = hint_of(p, &p->items[i]);
        lead |= hint == HINT_LEAD;
        support |= hint == HINT_SUPPORT;
    }
    bool neutral_leads = !lead, with_before = false;
    uint32_t with_segment_no = 0;
    for (uint32_t i = 0; i < p->count; i++) {
        enum hint hint = hint_of(p, &p->items[i]);
        /* A会同B负责，C落实: C has a verb of its own, and the lead is said; so it is before 各县区. */
        bool follows =
            with_before &&
            (p->items[i].segment_no != with_segment_no || unitname_many(&p->k, p->items[i].from, p->items[i].to)) &&
            p->items[i].label == p->items[i ? i - 1 : 0].label && !leads_with(p, i);
        if (p->items[i].with)
            with_before = true, with_segment_no = p->items[i].segment_no;
        bool leads = hint == HINT_LEAD || (hint == HINT_NONE && neutral_leads && !follows);
        out->items[i].role = leads ? ROLE_LEAD : ROLE_SUPPORT;
        out->roles_given |= leads;
    }
    uint32_t leads = 0;
    for (uint32_t i = 0; i < p->count; i++)
        leads += out->items[i].role == ROLE_LEAD;
    out->leads_by_with = !lead && with_before && leads > 1;
    /* 市审计局、市统计局配合, and nobody else */
    out->only_support = support && !lead && !leads;
    out->roles_given = (out->roles_given && (lead || support)) || out->only_support;
}

void unitlist_parse(struct arena *arena, struct text list, struct unitlist *out)
{
    *out = (struct unitlist){ 0 };
    struct arena scratch = { 0 };
    take_notes(arena, &scratch, list, out);
    struct unitpieces p = { .arena = &scratch, .k = keyed_make(&scratch, out->wording) };
    unitpieces_cut(&p);
    unitpieces_strip(&p);
    unitpieces_join(&p);
    out->open_ended = p.open_ended;
    out->unpaired = p.unpaired;
    out->when = text_take(arena, &p.when.text);
    out->remarks = text_take(arena, &p.remarks.text);
    out->items = arena_array(arena, p.count ? p.count : 1, sizeof *out->items);
    out->count = p.count;
    for (uint32_t i = 0; i < p.count; i++) {
        out->items[i].name = whole_name(arena, &p, &p.items[i]);
        out->items[i].level_guessed = p.items[i].guessed;
        out->items[i].wording = keyed_text(&p.k, p.items[i].whole_from, p.items[i].whole_to);
    }
    give_roles(&p, out);
    arena_fini(&scratch);
}

struct unitlist *unitlist_new(struct arena *arena, struct text list)
{
    struct unitlist *made = arena_alloc(arena, sizeof *made);
    unitlist_parse(arena, list, made);
    return made;
}
