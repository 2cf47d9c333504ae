/* SPDX-License-Identifier: MIT */
/*
 * Changes for reading: + came, - went, ~ changed.  Words that went stand in 〔-…-〕, those that came in 〔+…+〕 (coloured
 * besides where the output is styled), so that a monochrome page says the same.
 */
#include "base/i18n.h"
#include "command/diff.h"
#include "command/out.h"

static void put_line(struct job *job, enum style style, const char *format, ...) __attribute__((format(printf, 3, 4)));
static void put_line(struct job *job, enum style style, const char *format, ...)
{
    struct buf line = { 0 };
    va_list args;
    va_start(args, format);
    buf_vprintf(&line, format, args);
    va_end(args);
    out_style(job, style, text_composed(buf_view(&line)));
    buf_char(&job->out, '\n');
    buf_fini(&line);
}

static void put_document(struct job *job, const struct comparison *c)
{
    const struct volume *old = &c->old->volumes[0], *new = &c->new->volumes[0];
    unsigned changes = c->diff->document;
    if (changes & DIFF_TITLE)
        put_line(job, STYLE_NORMAL, _("~ 标题：%.*s → %.*s"), TEXT_ARG(old->title), TEXT_ARG(new->title));
    if (changes & DIFF_ISSUER)
        put_line(job, STYLE_NORMAL, _("~ 印发机关：%.*s → %.*s"), TEXT_ARG(old->issuer), TEXT_ARG(new->issuer));
    if (changes & DIFF_YEAR)
        put_line(job, STYLE_NORMAL, _("~ 年份：%d → %d"), old->year, new->year);
    if (changes & DIFF_LEAD_RULE)
        put_line(job, STYLE_NORMAL, _("~ 牵头规则：%.*s → %.*s"), TEXT_ARG(old->lead_rule), TEXT_ARG(new->lead_rule));
    if (changes & DIFF_VOLUMES)
        put_line(job, STYLE_NORMAL, _("~ 份数：%u → %u"), c->old->volumes_count, c->new->volumes_count);
}

static void put_sections(struct job *job, const struct comparison *c)
{
    for (uint32_t i = 0; i < c->diff->sections_count; i++) {
        const struct diff_section *change = &c->diff->sections[i];
        const struct section *old =
            change->old_section_idx == NO_IDX ? NULL : &c->old->sections[change->old_section_idx];
        const struct section *new =
            change->new_section_idx == NO_IDX ? NULL : &c->new->sections[change->new_section_idx];
        if (!old)
            put_line(job, STYLE_KEY, _("+ 部分 %.*s"), TEXT_ARG(new->heading));
        else if (!new)
            put_line(job, STYLE_DIM, _("- 部分 %.*s"), TEXT_ARG(old->heading));
        else
            put_line(job, STYLE_NORMAL, _("~ 部分 %.*s → %.*s"), TEXT_ARG(old->heading), TEXT_ARG(new->heading));
    }
}

static void put_words(struct job *job, const struct diff_task *change)
{
    buf_string(&job->out, "    ");
    for (uint32_t i = 0; i < change->words_count; i++) {
        const struct diff_word *word = &change->words[i];
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
        put_line(job, STYLE_NORMAL, "%s", _("    ~ 单位次序有变"));
}

static void put_whole(struct job *job, const struct breakdown *b, uint32_t task_idx, char sign)
{
    struct buf text = { 0 };
    const struct task *task = &b->tasks[task_idx];
    task_text(b, task, &text);
    put_line(job, sign == '+' ? STYLE_KEY : STYLE_DIM, "%c %.*s　%.*s", sign, TEXT_ARG(task->id), (int)text.bytes,
             text.at);
    buf_clear(&text);
    for (uint32_t i = 0; i < task->parts.count; i++) {
        const struct part *part = &b->parts[task->parts.from + i];
        if (!text_empty(part->wording) && !task->inline_lists)
            put_line(job, STYLE_NORMAL, "    %.*s：%.*s", TEXT_ARG(part->label), TEXT_ARG(part->wording));
    }
    buf_fini(&text);
}

static void put_changed(struct job *job, const struct comparison *c, const struct diff_task *change)
{
    const struct task *old = &c->old->tasks[change->old_task_idx], *new = &c->new->tasks[change->new_task_idx];
    struct text title = task_title(c->new, new);
    if (text_equal(old->id, new->id))
        put_line(job, STYLE_TITLE, "~ %.*s　%.*s", TEXT_ARG(new->id), TEXT_ARG(title));
    else
        put_line(job, STYLE_TITLE, "~ %.*s → %.*s　%.*s", TEXT_ARG(old->id), TEXT_ARG(new->id), TEXT_ARG(title));
    if (change->changes & DIFF_REWORDED)
        put_words(job, change);
    put_units(job, change);
    if (change->changes & DIFF_LABEL)
        put_line(job, STYLE_NORMAL, "%s", _("    ~ 名单的标签有变"));
    if (change->changes & DIFF_NOTES)
        put_line(job, STYLE_NORMAL, "%s", _("    ~ 名单的附注有变"));
    if (change->changes & DIFF_WORDING)
        put_line(job, STYLE_NORMAL, "%s", _("    ~ 名单的写法有变，单位未变"));
    if (change->changes & DIFF_FIELDS)
        put_line(job, STYLE_NORMAL, "%s", _("    ~ 完成时限、牵头领导或联系人有变"));
}

static void put_registry(struct job *job, const struct comparison *c)
{
    for (uint32_t i = 0; i < c->diff->registry_count; i++) {
        const struct diff_registry *change = &c->diff->registry[i];
        struct text name = diff_registry_name(c, change);
        switch (change->kind) {
        case DIFF_REGISTRY_ADDED:
            put_line(job, STYLE_KEY, _("+ 单位 %.*s"), TEXT_ARG(name));
            break;
        case DIFF_REGISTRY_REMOVED:
            put_line(job, STYLE_DIM, _("- 单位 %.*s"), TEXT_ARG(name));
            break;
        case DIFF_REGISTRY_RENAMED:
            put_line(job, STYLE_NORMAL, _("~ 单位 %.*s 改名 %.*s"), TEXT_ARG(c->old->units[change->old_unit_idx].name),
                     TEXT_ARG(name));
            break;
        case DIFF_REGISTRY_FULL:
            put_line(job, STYLE_NORMAL, _("~ 单位 %.*s：全称有变"), TEXT_ARG(name));
            break;
        case DIFF_REGISTRY_ALIASES:
            put_line(job, STYLE_NORMAL, _("~ 单位 %.*s：又名有变"), TEXT_ARG(name));
            break;
        case DIFF_REGISTRY_KIND:
            put_line(job, STYLE_NORMAL, _("~ 单位 %.*s：类别有变"), TEXT_ARG(name));
            break;
        case DIFF_REGISTRY_MEMBERS:
            put_line(job, STYLE_NORMAL, _("~ 单位 %.*s：成员有变"), TEXT_ARG(name));
            break;
        }
    }
}

void diff_text(struct job *job, const struct comparison *c)
{
    const struct diff *diff = c->diff;
    if (diff_empty(diff))
        return;
    put_document(job, c);
    put_sections(job, c);
    for (uint32_t i = 0; i < diff->tasks_count; i++) {
        const struct diff_task *change = &diff->tasks[i];
        if (change->kind == DIFF_ADDED)
            put_whole(job, c->new, change->new_task_idx, '+');
        else if (change->kind == DIFF_REMOVED)
            put_whole(job, c->old, change->old_task_idx, '-');
        else
            put_changed(job, c, change);
    }
    put_registry(job, c);
    put_line(job, STYLE_DIM, _("任务：新增 %u，删去 %u，改动 %u，未变 %u"), diff->added_count, diff->removed_count,
             diff->changed_count, diff->same_count);
}
