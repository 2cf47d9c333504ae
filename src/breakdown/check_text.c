/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/i18n.h"
#include "breakdown/checker.h"
#include "text/utf8.h"
#include "wording/leadername.h"

enum { CONTEXT_CHARS = 4, LEADERS_MAX = 16 };

/* A text under proof, with the last characters read. */
struct proof {
    const struct breakdown *b;
    struct diags *diags;
    struct place place;
    struct text text;
    bool quotes_said; /* they come in pairs: once a text */
};

/* A few characters before and behind a byte, as the reader will look for them. */
static struct text context_of(struct text text, size_t at)
{
    size_t from = at, to = at, bytes;
    for (int i = 0; i < CONTEXT_CHARS && from > 0; i++) {
        utf8_before(text, from, &bytes);
        from -= bytes;
    }
    for (int i = 0; i <= CONTEXT_CHARS && to < text.bytes; i++) {
        utf8_at(text, to, &bytes);
        to += bytes;
    }
    return text_slice(text, from, to);
}

static uint32_t char_before(struct text text, size_t at)
{
    size_t bytes;
    return at ? utf8_before(text, at, &bytes) : 0;
}

static uint32_t char_at(struct text text, size_t at)
{
    size_t bytes;
    return at < text.bytes ? utf8_at(text, at, &bytes) : 0;
}

/* GB/T 15834: punctuation between Chinese characters is full-width.  In 1,000, 2:1 and f(x) it is none of ours. */
static void check_punctuation(struct proof *proof, size_t at, uint32_t c)
{
    static const char half[] = ",;:?!()";
    static const char *const full[] = { "，", "；", "：", "？", "！", "（", "）" };
    uint32_t before = char_before(proof->text, at), behind = char_at(proof->text, at + 1);
    if (c == '"' && (utf8_is_han(before) || utf8_is_han(behind)) && !proof->quotes_said) {
        proof->quotes_said = true;
        diag_warning(proof->diags, proof->place, _("“%.*s”里有直引号 \"：请改成中文引号“ ”"),
                     TEXT_ARG(context_of(proof->text, at)));
        return;
    }
    const char *found = c ? memchr(half, (int)c, sizeof half - 1) : NULL;
    if (!found)
        return;
    /* A bracket goes by what it holds, the others by what they part, with a blank or without. */
    bool han =
        utf8_is_han(before) && (utf8_is_han(behind) || (behind == ' ' && utf8_is_han(char_at(proof->text, at + 2))));
    if (c == '(' || c == ')')
        han = utf8_is_han(c == '(' ? behind : before);
    if (han)
        diag_warning(proof->diags, proof->place, _("“%.*s”里的 %c 是半角标点：请改成全角的%s"),
                     TEXT_ARG(context_of(proof->text, at)), (int)c, full[found - half]);
}

static bool is_mark(uint32_t c)
{
    return c == 0xFF0C || c == 0x3002 || c == 0x3001 || c == 0xFF1B || c == 0xFF1A; /* ，。、；： */
}

/* Numerals may double (一一, 千千万万), so may words for them. */
static bool is_numeral(uint32_t c)
{
    static const uint32_t numerals[] = { 0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03,
                                         0x516B, 0x4E5D, 0x5341, 0x767E, 0x5343, 0x4E07, 0x4EBF };
    for (size_t i = 0; i < sizeof numerals / sizeof *numerals; i++)
        if (numerals[i] == c)
            return true;
    return false;
}

/* 的的, 和和: words that only bind others never stand twice. */
static bool is_particle(uint32_t c)
{
    static const uint32_t particles[] = { 0x7684, 0x4E86, 0x548C, 0x4E0E, 0x53CA, 0x5728, 0x4E3A, 0x5C06, 0x628A };
    for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
        if (particles[i] == c)
            return true;
    return false;
}

static void check_doubled(struct proof *proof, size_t at, uint32_t c)
{
    struct text text = proof->text;
    size_t bytes, next_bytes;
    utf8_at(text, at, &bytes);
    uint32_t next = char_at(text, at + bytes);
    if (is_mark(c) && is_mark(next))
        diag_warning(proof->diags, proof->place, _("“%.*s”里标点重复了：请删去一个"), TEXT_ARG(context_of(text, at)));
    bool doubled = c == next && is_particle(c);
    if (!doubled && next != c && utf8_is_han(c) && utf8_is_han(next) && !is_numeral(c) && !is_numeral(next)) {
        utf8_at(text, at + bytes, &next_bytes);
        size_t pair_bytes = bytes + next_bytes;
        doubled = at + 2 * pair_bytes <= text.bytes && memcmp(text.at + at, text.at + at + pair_bytes, pair_bytes) == 0;
    }
    if (doubled)
        diag_warning(proof->diags, proof->place, _("“%.*s”里有重复的词：请核对"), TEXT_ARG(context_of(text, at)));
}

/* Marks that come in pairs; the quotes do not hold themselves. */
static const struct {
    uint32_t open, close;
    bool nests;
} pairs[] = {
    { 0x201C, 0x201D, false }, { 0xFF08, 0xFF09, true },  { 0x300A, 0x300B, true },
    { 0x300C, 0x300D, false }, { 0x3014, 0x3015, false }, { 0x3010, 0x3011, false },
};

/* 1）, 一）, a）: what is counted needs no opening bracket. */
static bool counts(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_numeral(c);
}

static void check_pairs(const struct proof *proof)
{
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        size_t bytes, open_at = 0, depth = 0, wrong_at = SIZE_MAX;
        for (size_t at = 0; at < proof->text.bytes && wrong_at == SIZE_MAX; at += bytes) {
            uint32_t c = utf8_at(proof->text, at, &bytes);
            if (c == pairs[i].open) {
                wrong_at = depth && !pairs[i].nests ? open_at : SIZE_MAX;
                open_at = at;
                depth++;
            } else if (c == pairs[i].close && depth) {
                depth--;
            } else if (c == pairs[i].close && !counts(char_before(proof->text, at))) {
                wrong_at = at;
            }
        }
        if (wrong_at == SIZE_MAX && depth)
            wrong_at = open_at;
        if (wrong_at != SIZE_MAX)
            diag_warning(proof->diags, proof->place, _("“%.*s”里的%.*s没有配对：请核对"),
                         TEXT_ARG(context_of(proof->text, wrong_at)),
                         TEXT_ARG(text_slice(proof->text, wrong_at, wrong_at + 3)));
    }
}

/* 二○二○年: a circle for the numeral. */
static void check_circle(const struct proof *proof, size_t at, uint32_t c)
{
    size_t bytes;
    utf8_at(proof->text, at, &bytes);
    if ((c != 0x25CB && c != 0x25EF) || !is_numeral(char_before(proof->text, at)) ||
        !is_numeral(char_at(proof->text, at + bytes)))
        return;
    diag_warning(proof->diags, proof->place, _("“%.*s”里的%.*s是圆圈：数字请用“〇”"),
                 TEXT_ARG(context_of(proof->text, at)), TEXT_ARG(text_slice(proof->text, at, at + bytes)));
}

/* What a reader does not see, or what a conversion has lost. */
static void check_lost(struct text text, struct place place, struct diags *diags)
{
    static const char *const lost[] = { "‹U+", "\xEF\xBF\xBD" };
    for (size_t i = 0; i < sizeof lost / sizeof *lost; i++) {
        const char *found = memmem(text.at, text.bytes, lost[i], strlen(lost[i]));
        if (!found)
            continue;
        struct text context = context_of(text, (size_t)(found - text.at));
        const char *shown_end = memmem(found, text.bytes - (size_t)(found - text.at), "›", strlen("›"));
        if (i == 0 && shown_end)
            context.bytes = (size_t)(shown_end + strlen("›") - context.at);
        if (i == 0)
            diag_warning(diags, place, _("“%.*s”里有看不见的字符：请删去"), TEXT_ARG(context));
        else
            diag_warning(diags, place, _("“%.*s”里有转换时丢失的字：请照原文补上"), TEXT_ARG(context));
    }
}

bool check_stray(struct text text, struct place place, struct diags *diags)
{
    size_t bytes;
    if (text_empty(text))
        return false;
    check_lost(text, place, diags);
    bool before = utf8_is_blank(utf8_at(text, 0, &bytes)),
         behind = utf8_is_blank(utf8_before(text, text.bytes, &bytes));
    if (before || behind)
        diag_warning(diags, place, _("“%.*s”的首尾有空格：请删去"),
                     TEXT_ARG(context_of(text, before ? 0 : text.bytes - bytes)));
    return before || behind;
}

static void proofread(const struct breakdown *b, struct text text, struct place place, struct diags *diags)
{
    struct proof proof = { .b = b, .diags = diags, .place = place, .text = text };
    check_stray(text, place, diags);
    check_pairs(&proof);
    size_t bytes;
    for (size_t at = 0; at < text.bytes; at += bytes) {
        uint32_t c = utf8_at(text, at, &bytes);
        if (c < 0x80)
            check_punctuation(&proof, at, c);
        else
            check_doubled(&proof, at, c);
        check_circle(&proof, at, c);
    }
}

/* The heading has the field as it stands, or each of the names in it (石岩、柳青). */
static bool has_leaders(const struct section *section)
{
    struct arena arena = { 0 };
    struct leader_name names[LEADERS_MAX];
    struct text heading = section->heading, field = section->leader;
    bool has = memmem(heading.at, heading.bytes, field.at, field.bytes) != NULL;
    uint32_t count = has ? 0 : leadername_split(&arena, field, names, LEADERS_MAX), found = 0;
    while (found < count && memmem(heading.at, heading.bytes, names[found].name.at, names[found].name.bytes))
        found++;
    arena_fini(&arena);
    return has || (count && found == count);
}

void check_texts(const struct breakdown *b, struct diags *diags)
{
    for (uint32_t i = 0; i < b->volumes_count; i++)
        proofread(b, b->volumes[i].title, check_place(b, i, b->volumes[i].title_mark), diags);
    for (uint32_t i = 0; i < b->sections_count; i++) {
        const struct section *section = &b->sections[i];
        struct place place = check_place(b, section->volume_idx, section->mark);
        proofread(b, section->heading, place, diags);
        check_stray(section->title, place, diags);
        if (!check_stray(section->leader, place, diags) && section->kind == SECTION_LEADER &&
            !text_empty(section->leader) && !text_empty(section->heading) && !has_leaders(section))
            diag_warning(diags, place, _("标题“%.*s”里没有 leader “%.*s”：请核对姓名"), TEXT_ARG(section->heading),
                         TEXT_ARG(section->leader));
    }
    for (uint32_t i = 0; i < b->tasks_count; i++) {
        const struct task *task = &b->tasks[i];
        struct place place = check_place(b, task_section(b, task)->volume_idx, task->mark);
        check_stray(task->leader, place, diags);
        check_stray(task->due, place, diags);
        check_stray(task->contact, place, diags);
    }
    for (uint32_t i = 0; i < b->parts_count; i++) {
        const struct part *part = &b->parts[i];
        struct place place = check_place(b, check_part_volume(b, part), mark_near(part->mark, part->text_at));
        proofread(b, part->text, place, diags);
        for (uint32_t k = 0; k < part->notes.count; k++)
            proofread(b, b->texts[part->notes.from + k], place, diags);
        if (part->wording_given)
            proofread(b, part->wording,
                      check_place(b, check_part_volume(b, part), mark_near(part->mark, part->wording_at)), diags);
    }
}
