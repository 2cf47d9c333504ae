/* SPDX-License-Identifier: MIT */
#include "wording/unitpiece.h"

#include "wording/unitclause.h"
#include "wording/unitname.h"
#include "wording/unitverb.h"

struct unitpiece *unitpieces_add(struct unitpieces *p, uint32_t from, uint32_t to, enum separator before)
{
    if (p->count == p->cap) {
        p->cap = p->cap ? 2 * p->cap : 16;
        struct unitpiece *items = arena_array(p->arena, p->cap, sizeof *items);
        if (p->count)
            memcpy(items, p->items, p->count * sizeof *items);
        p->items = items;
    }
    p->items[p->count] =
        (struct unitpiece){ .from = from, .to = to, .whole_from = from, .whole_to = to, .before = before };
    return &p->items[p->count++];
}

/* 由 A, 会同 B: words before a name. */
static bool strip_heads(const struct keyed *k, uint32_t *from, uint32_t to)
{
    bool with = false;
    for (uint32_t bytes;
         keyed_trim(k, from, &to),
         (bytes = keyed_starts(k, *from, to, "并会同|商会同|会同|协同|会商|并由|再由|由|请|以及|及其他|及|和|与|并")) >
                 0 &&
             bytes < to - *from;) {
        if (keyed_starts(k, *from, to, "及其他"))
            bytes = 3; /* 其他 stays */
        if (keyed_starts(k, *from, to, "和田|和平|和县|和顺|和静|和硕|和政|和龙|和林|及时|由拳"))
            break;
        with = with || keyed_starts(k, *from, to, "并会同|商会同|会同|协同|会商");
        *from += bytes;
    }
    return with;
}

/* ---- 等 ---- */

static const char DENG_TAILS[] = "中央和国家机关|中央|国家|国务院|省级|市级|县级|区级|省直|市直|县直|区直|省|市|县|区|"
                                 "国|有关|相关|各|其他|其它|多|数|个|家|责任|成员|职能|主管|"
                                 "一|二|两|三|四|五|六|七|八|九|十|0|1|2|3|4|5|6|7|8|9|部门|单位|机构|地区|地方|方面|"
                                 "部委|委办局|企业|高校|院校|和|及|、|成员|地|城市|乡镇|街道|部委办局|直属";

static bool only_tail_words(const struct keyed *k, uint32_t from, uint32_t to)
{
    for (uint32_t bytes; from < to; from += bytes)
        if (k->key[from] == ' ')
            bytes = 1;
        else if ((bytes = keyed_starts(k, from, to, DENG_TAILS)) == 0)
            return false;
    return true;
}

/* Takes 等 and what only says "and others" behind it off the end; a shared 政府 behind it goes to *tail. */
static bool strip_deng(const struct keyed *k, uint32_t from, uint32_t *to, struct text *tail)
{
    uint32_t at = *to;
    for (uint32_t i = *to, chars = 0; i > from && chars < 24; chars++) {
        i -= keyed_back(k, i);
        if (keyed_starts(k, i, *to, "等") && !keyed_starts(k, i, *to, "等级|等院校|等学校|等职业")) {
            at = i;
            break;
        }
    }
    if (at == *to)
        return false;
    uint32_t behind = at + 3, end = *to;
    uint32_t government = keyed_ends(k, behind, end, "人民政府|政府|管委会");
    if (!only_tail_words(k, behind, end - government) || unitname_behind_deng(k, behind, end))
        return false;
    if (government && !unitname_complete(k, from, at)) {
        uint32_t start = unitname_place(k, from, at) || behind == end - government ? end - government : behind;
        /* 宁波等市政府 → 宁波市政府, 宁波市等设区市政府 → 宁波市政府 */
        if (start == behind && keyed_ends(k, behind, end - government, "市"))
            start = end - government - 3;
        *tail = keyed_text(k, start, end);
    }
    *to = at;
    return true;
}

/* ---- brackets ---- */

/* 各镇（街道）, 各县（市、区）: the bracket holds levels only. */
static bool only_levels(const struct keyed *k, uint32_t from, uint32_t to)
{
    for (uint32_t bytes; from < to; from += bytes)
        if ((bytes = keyed_starts(k, from, to, "、|,|/| |和|及")) == 0 && (bytes = unitname_level(k, from, to)) == 0 &&
            (bytes = keyed_starts(k, from, to, "街道|乡镇|乡|镇|管委会|开发区|园区|功能区|新区")) == 0)
            return false;
    return true;
}

/* ★A or A*: the marked one leads. */
static void strip_marks(const struct keyed *k, struct unitpiece *piece)
{
    static const char MARKS[] = "★|☆|▲|△|●|◆|※|*";
    uint32_t head = keyed_starts(k, piece->from, piece->to, MARKS);
    uint32_t tail = head ? 0 : keyed_ends(k, piece->from, piece->to, MARKS);
    if (head + tail == 0)
        return;
    piece->from += head;
    piece->to -= tail;
    piece->own = HINT_LEAD;
    keyed_trim(k, &piece->from, &piece->to);
}

/* ---- all of that, piece by piece ---- */

static bool whole_left(const struct keyed *k, uint32_t from, uint32_t to)
{
    return unitname_complete(k, from, to) || unitname_complete(k, from, unitname_before_deng(k, from, to));
}

/* A会同B, A牵头B配合 without a separator: where the first name and its word end; 0 when it is not so. */
static uint32_t infix(const struct keyed *k, const struct unitpiece *piece, uint32_t *right)
{
    if (piece->to - piece->from > 600)
        return 0;
    for (uint32_t i = piece->from + 3, bytes; i < piece->to; i += keyed_step(k, i)) {
        if ((bytes = keyed_starts(k, i, piece->to, "牵头负责|牵头|负责")) > 0 && i + bytes < piece->to) {
            enum hint hint;
            uint32_t rest = i + bytes, end = piece->to;
            unitverb_strip(k, rest, &end, &hint);
            if (whole_left(k, piece->from, i) && !keyed_equals(k, rest, piece->to, "单位|部门|机构|主体|处室") &&
                (unitname_complete(k, rest, end) || unitname_many(k, rest, end)))
                return *right = rest, i + bytes;
        }
        if ((bytes = keyed_starts(k, i, piece->to, "会同|会商|商")) > 0 &&
            !keyed_starts(k, i, piece->to, "商务|商会|商贸|商业") && whole_left(k, piece->from, i))
            return *right = bytes > 3 ? i : i + bytes, i;
    }
    return 0;
}

/* A clause of a list as the list has it; neighbours are one: 6月底前出台相关政策，年内持续推进. */
static void put_clause(struct unitpieces *out, const struct unitpiece *piece, bool when)
{
    struct unitclauses *clauses = when ? &out->when : &out->remarks;
    uint32_t from = keyed_at(&out->k, piece->whole_from), to = keyed_at(&out->k, piece->whole_to);
    if (clauses->end && from >= clauses->end && from - clauses->end <= 3)
        from = clauses->end;
    else if (clauses->end)
        buf_string(&clauses->text, "；");
    buf_text(&clauses->text, text_slice(out->k.text, from, to));
    clauses->end = to;
}

/* A（牵头）, A（配合单位）; an alias or a deadline behind a whole name; A[牵头]. */
static void strip_brackets(struct unitpieces *out, struct unitpiece *piece)
{
    const struct keyed *k = &out->k;
    while (piece->to > piece->from && (k->key[piece->to - 1] == ')' || k->key[piece->to - 1] == ']')) {
        uint32_t open = keyed_open(k, piece->from, piece->to);
        if (open == piece->from)
            return;
        uint32_t a = open + 1, b = piece->to - 1;
        bool when = false;
        if (keyed_starts(k, a, b, "牵头|主办|主责") && b - a <= 12)
            piece->own = HINT_LEAD;
        else if (keyed_starts(k, a, b, "配合|协办|参与|参加|协助|支持") && b - a <= 12)
            piece->own = HINT_SUPPORT;
        else if (unitname_complete(k, piece->from, open) &&
                 ((when = unitclause_when(k, a, b)) || keyed_holds(k, a, b, "不分先后|不分主次")))
            put_clause(out, &(struct unitpiece){ .whole_from = a, .whole_to = b }, when);
        else if (!unitname_complete(k, piece->from, open) || unitname_many(k, piece->from, open) ||
                 keyed_ends(k, a, b, "行政学院") || only_levels(k, a, b) || unitname_generic(k, a, b))
            return;
        piece->to = open;
        keyed_trim(k, &piece->from, &piece->to);
    }
}

/* A等有关部门, A（牵头）: one name without what stands round it. */
static void strip_name(struct unitpieces *out, struct unitpiece piece, enum hint *verb, bool *governed)
{
    const struct keyed *k = &out->k;
    enum hint inner;
    out->open_ended |= strip_deng(k, piece.from, &piece.to, &piece.tail);
    if (unitverb_strip(k, piece.from, &piece.to, &inner)) {
        *governed = true;
        *verb = *verb == HINT_NONE ? inner : *verb;
    }
    strip_brackets(out, &piece);
    strip_marks(k, &piece);
    keyed_trim(k, &piece.from, &piece.to);
    bool when = unitclause_when(k, piece.from, piece.to);
    if (when || unitclause_is(k, piece.from, piece.to)) {
        put_clause(out, &piece, when);
        return;
    }
    if (piece.from < piece.to)
        *unitpieces_add(out, 0, 0, SEPARATOR_NONE) = piece;
}

/* 牵头市财政局，配合市审计局: the word stands before the name. */
static void strip_role(const struct keyed *k, struct unitpiece *piece)
{
    uint32_t lead = keyed_starts(k, piece->from, piece->to, "牵头|主办");
    uint32_t from = piece->from + (lead ? lead : keyed_starts(k, piece->from, piece->to, "配合|协办|参与|协助"));
    if (from == piece->from || !keyed_starts(k, from, piece->to, "省|市|县|区|州") ||
        !unitname_complete(k, from, piece->to))
        return;
    piece->own = lead ? HINT_LEAD : HINT_SUPPORT;
    piece->from = from;
}

/* 县发改局负责编制方案: what it does is said behind the verb, and is a remark. */
static void strip_work(struct unitpieces *out, struct unitpiece *piece)
{
    const struct keyed *k = &out->k;
    for (uint32_t i = piece->from + 3, bytes; i < piece->to && piece->to - piece->from < 600; i += keyed_step(k, i)) {
        bytes = keyed_starts(k, i, piece->to, "牵头负责|牵头|负责");
        if (!bytes || keyed_count(k, i + bytes, piece->to) < 2 || !unitname_complete(k, piece->from, i))
            continue;
        enum hint hint;
        uint32_t rest = piece->to;
        unitverb_strip(k, i, &rest, &hint);
        if (rest <= i + bytes) /* 负责组织实施 is all verb */
            return;
        put_clause(out, &(struct unitpiece){ .whole_from = i, .whole_to = piece->to }, false);
        piece->own = keyed_starts(k, i, piece->to, "牵头") ? HINT_LEAD : piece->own;
        piece->to = i;
        return;
    }
}

static void strip_piece(struct unitpieces *out, struct unitpiece piece)
{
    const struct keyed *k = &out->k;
    uint32_t right, cut = infix(k, &piece, &right);
    if (cut) {
        struct unitpiece left = piece, rest = piece;
        left.to = left.whole_to = cut;
        rest.from = rest.whole_from = right;
        rest.before = SEPARATOR_CONJUNCTION;
        rest.with = !keyed_ends(k, left.from, left.to, "牵头|负责");
        strip_piece(out, left);
        strip_piece(out, rest);
        return;
    }
    enum hint verb;
    strip_marks(k, &piece);
    if (keyed_starts(k, piece.from, piece.to, "①|②|③|④|⑤|⑥|⑦|⑧|⑨"))
        piece.from += 3;
    /* 市县层面：各市… */
    for (uint32_t i = piece.from, chars = 0; i < piece.to && chars < 9 && k->key[i] != '(';
         i += keyed_step(k, i), chars++)
        if (k->key[i] == ':')
            piece.from = i + 1;
    keyed_trim_marks(k, &piece.from, &piece.to);
    strip_role(k, &piece);
    strip_work(out, &piece);
    bool governed = unitverb_strip(k, piece.from, &piece.to, &verb);
    piece.with |= strip_heads(k, &piece.from, piece.to);
    piece.segment_no = out->segments_count;
    for (uint32_t from = piece.from, bytes; from < piece.to; from += bytes) {
        struct unitpiece one = piece;
        one.from = from;
        one.to = unitname_conjunction(k, from, piece.to, &bytes);
        one.whole_from = from == piece.from ? piece.whole_from : from;
        one.whole_to = one.to == piece.to ? piece.whole_to : one.to;
        one.before = from == piece.from ? piece.before : SEPARATOR_CONJUNCTION;
        from = one.to;
        strip_name(out, one, &verb, &governed);
    }
    if (governed)
        out->verbs[out->segments_count++] = verb;
}

void unitpieces_strip(struct unitpieces *p)
{
    struct unitpieces out = *p;
    out.items = NULL;
    out.count = out.cap = out.segments_count = 0;
    out.verbs = arena_array(p->arena, (size_t)p->k.bytes + 2, sizeof *out.verbs);
    for (uint32_t i = 0; i < p->count; i++) {
        /* A label ends what the verb of the one before governs. */
        if (i > 0 && p->items[i].label != p->items[i - 1].label)
            out.verbs[out.segments_count++] = HINT_NONE;
        strip_piece(&out, p->items[i]);
    }
    *p = out;
}
