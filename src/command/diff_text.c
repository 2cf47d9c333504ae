/* SPDX-License-Identifier: MIT */
/*
 * Changes for reading: + came, - went, ~ changed.  Words that went stand in 〔-…-〕, those that came in 〔+…+〕 (coloured
 * besides where the output is styled), so that a monochrome page says the same.
 */
#include "base/i18n.h"
#include "command/diff.h"
#include "command/out.h"

static void put_words(struct job *job, const struct diff_word *words, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        const struct diff_word *word = &words[i];
        struct buf marked = { 0 };
        const char *sign = word->side == DIFF_OLD ? "-" : "+";
        if (word->side != DIFF_BOTH)
            buf_printf(&marked, "〔%s%.*s%s〕", sign, TEXT_ARG(word->text), sign);
        else
            buf_text(&marked, word->text);
        out_style(job,
                  word->side == DIFF_OLD   ? STYLE_DIM
                  : word->side == DIFF_NEW ? STYLE_MATCH
                                           : STYLE_NORMAL,
                  text_composed(buf_view(&marked)));
        buf_fini(&marked);
    }
    buf_char(&job->out, '\n');
}

/* One line: what it is that changed, and how. */
static void put_change(struct job *job, const char *what, struct text old, struct text new)
{
    struct arena arena = { 0 };
    const struct diff_word *words;
    uint32_t count = diff_words(&arena, old, new, &words);
    buf_printf(&job->out, "    ~ %s：", what);
    put_words(job, words, count);
    arena_fini(&arena);
}

/* What changed about the list of a part that both have. */
static void put_part(struct job *job, const struct comparison *c, const struct part *old, const struct part *new,
                     unsigned changes)
{
    struct buf before = { 0 }, now = { 0 };
    texts_join(c->old, old->notes, "；", &before);
    texts_join(c->new, new->notes, "；", &now);
    if (changes & DIFF_LABEL && !text_equal(old->label, new->label))
        diff_put_line(job, STYLE_NORMAL, _("    ~ 名单的标签：%.*s → %.*s"), TEXT_ARG(sheet_or_none(old->label)),
                      TEXT_ARG(sheet_or_none(new->label)));
    if (changes & DIFF_NOTES && !span_equal(buf_view(&before), buf_view(&now)))
        put_change(job, _("名单的附注"), text_composed(buf_view(&before)), text_composed(buf_view(&now)));
    if (changes & DIFF_WORDING && old->open_ended != new->open_ended)
        diff_put_line(job, STYLE_NORMAL, "%s",
                      new->open_ended ? _("    ~ 名单改为以“等”结尾：还有没列出的单位")
                                      : _("    ~ 名单不再以“等”结尾：单位都已列出"));
    buf_clear(&before);
    buf_clear(&now);
    part_wording(c->old, old, &before);
    part_wording(c->new, new, &now);
    if (changes & DIFF_WORDING && old->open_ended == new->open_ended && !span_equal(buf_view(&before), buf_view(&now)))
        put_change(job, _("名单的写法有变，单位未变"), text_composed(buf_view(&before)), text_composed(buf_view(&now)));
    buf_fini(&before);
    buf_fini(&now);
}

/* What changed about the lists; by part where both have as many. */
static void put_lists(struct job *job, const struct comparison *c, const struct task *old, const struct task *new,
                      unsigned changes)
{
    for (uint32_t i = 0; i < new->parts.count &&new->parts.count == old->parts.count; i++)
        put_part(job, c, &c->old->parts[old->parts.from + i], &c->new->parts[new->parts.from + i], changes);
    if (changes & (DIFF_LABEL | DIFF_NOTES | DIFF_WORDING) && new->parts.count != old->parts.count)
        diff_put_line(job, STYLE_NORMAL, _("    ~ 分项：%u 项 → %u 项"), (unsigned)old->parts.count,
                      (unsigned)new->parts.count);
}

static void put_fields(struct job *job, const struct task *old, const struct task *new)
{
    if (!text_equal(old->due, new->due))
        put_change(job, _("完成时限"), old->due, new->due);
    if (!text_equal(old->leader, new->leader))
        put_change(job, _("牵头领导"), old->leader, new->leader);
    if (!text_equal(old->contact, new->contact))
        put_change(job, _("联系人"), old->contact, new->contact);
}

static void put_units(struct job *job, const struct diff_task *change)
{
    for (uint32_t i = 0; i < change->units_count; i++) {
        const struct diff_unit *unit = &change->units[i];
        struct text role = role_name(unit->role);
        struct buf line = { 0 };
        switch (unit->kind) {
        case DIFF_UNIT_ADDED:
            buf_printf(&line, _("    + %.*s（%.*s）"), TEXT_ARG(unit->name), TEXT_ARG(role));
            break;
        case DIFF_UNIT_REMOVED:
            buf_printf(&line, _("    - %.*s（原%.*s）"), TEXT_ARG(unit->name), TEXT_ARG(role));
            break;
        case DIFF_UNIT_LEADS:
            buf_printf(&line, _("    ~ %.*s：参与 → 牵头"), TEXT_ARG(unit->name));
            break;
        case DIFF_UNIT_SUPPORTS:
            buf_printf(&line, _("    ~ %.*s：牵头 → 参与"), TEXT_ARG(unit->name));
            break;
        }
        out_style(job, unit->kind == DIFF_UNIT_LEADS ? STYLE_LEAD : STYLE_NORMAL, text_composed(buf_view(&line)));
        buf_char(&job->out, '\n');
        buf_fini(&line);
    }
    if (change->changes & DIFF_UNITS && !change->units_count)
        diff_put_line(job, STYLE_NORMAL, "%s", _("    ~ 单位次序有变"));
}

static void put_whole(struct job *job, const struct breakdown *b, uint32_t task_idx, char sign)
{
    struct buf text = { 0 };
    const struct task *task = &b->tasks[task_idx];
    task_text(b, task, &text);
    diff_put_line(job, sign == '+' ? STYLE_KEY : STYLE_DIM, "%c %.*s　%.*s", sign, TEXT_ARG(task->id), (int)text.bytes,
                  text.at);
    for (uint32_t i = 0; i < task->parts.count; i++) {
        const struct part *part = &b->parts[task->parts.from + i];
        buf_clear(&text);
        part_wording(b, part, &text);
        if (text.bytes && !task->inline_lists)
            diff_put_line(job, STYLE_NORMAL, "    %.*s：%.*s", TEXT_ARG(part->label), (int)text.bytes, text.at);
    }
    buf_fini(&text);
}

static void put_changed(struct job *job, const struct comparison *c, const struct diff_task *change)
{
    const struct task *old = &c->old->tasks[change->old_task_idx], *new = &c->new->tasks[change->new_task_idx];
    struct text title = task_title(c->new, new);
    if (text_equal(old->id, new->id))
        diff_put_line(job, STYLE_TITLE, "~ %.*s　%.*s", TEXT_ARG(new->id), TEXT_ARG(title));
    else
        diff_put_line(job, STYLE_TITLE, "~ %.*s → %.*s　%.*s", TEXT_ARG(old->id), TEXT_ARG(new->id), TEXT_ARG(title));
    if (change->changes & DIFF_REWORDED) {
        buf_string(&job->out, "    ");
        put_words(job, change->words, change->words_count);
    }
    put_units(job, change);
    put_lists(job, c, old, new, change->changes);
    put_fields(job, old, new);
}

void diff_text(struct job *job, const struct comparison *c)
{
    const struct diff *diff = c->diff;
    if (diff_empty(diff))
        return;
    diff_text_notice(job, c);
    for (uint32_t i = 0; i < diff->tasks_count; i++) {
        const struct diff_task *change = &diff->tasks[i];
        if (change->kind == DIFF_ADDED)
            put_whole(job, c->new, change->new_task_idx, '+');
        else if (change->kind == DIFF_REMOVED)
            put_whole(job, c->old, change->old_task_idx, '-');
        else
            put_changed(job, c, change);
    }
    diff_text_registry(job, c);
    diff_put_line(job, STYLE_DIM, _("任务：新增 %u，删去 %u，改动 %u，未变 %u"), diff->added_count, diff->removed_count,
                  diff->changed_count, diff->same_count);
}
