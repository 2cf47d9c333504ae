/* SPDX-License-Identifier: MIT */
#include "settings/bind.h"

#include "base/i18n.h"
#include "text/near_word.h"
#include "text/utf8.h"

/* Every name that begins with a letter and is longer than one. */
static void near_key(struct span typed, struct buf *fault)
{
    static const char *const names[] = { "Enter", "Esc",   "BSpace", "Space", "Tab",    "S-Tab",  "Up",   "Down",
                                         "Left",  "Right", "Home",   "End",   "Insert", "Delete", "PgUp", "PgDn" };
    struct near_word near = { .typed = typed };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        near_word_try(&near, names[i]);
    if (near.best)
        buf_printf(fault, _("；是不是 %s？"), near.best);
}

static bool read_key(struct bind *bind, struct span word, struct place at, struct buf *fault)
{
    struct binding *binding = &bind->keys[bind->count];
    if (bind->count == ACTION_KEYS_MAX) {
        buf_printf(fault, _("一个动作最多%d个键"), ACTION_KEYS_MAX);
        return false;
    }
    if (!keymap_binding(text_composed(word), binding)) {
        buf_string(fault, _("没有这个键，写 q、/、Enter、F5、C-l、M-Left、ZZ 这样的名称"));
        near_key(word, fault);
        return false;
    }
    if (!keymap_can(bind->action, binding)) {
        buf_string(fault, _("正在输入时字母是文字，不能作键"));
        return false;
    }
    bind->col_nos[bind->count++] = at.col_no;
    return true;
}

bool bind_read(struct binds *binds, enum action action, struct span keys, struct place at, struct span *wrong,
               struct buf *fault)
{
    struct bind bind = { .action = action, .line_no = at.line_no };
    struct span rest = keys;
    while ((*wrong = span_word(&rest)).bytes) {
        struct span before = { keys.at, (size_t)(wrong->at - keys.at) };
        struct place here = at;
        here.col_no += (unsigned)utf8_count(text_composed(before));
        if (!read_key(&bind, *wrong, here, fault))
            return false;
    }
    uint32_t nth = 0;
    while (nth < binds->count && binds->list[nth].action != action)
        nth++;
    binds->count += nth == binds->count;
    binds->list[nth] = bind;
    return true;
}

static const struct bind *find(const struct binds *binds, enum action action)
{
    for (uint32_t i = 0; i < binds->count; i++)
        if (binds->list[i].action == action)
            return &binds->list[i];
    return NULL;
}

/* Gives the key to the action; who had it by default loses it. */
static void give(const struct binds *binds, const struct bind *bind, int nth, struct keymap *keymap,
                 struct diags *diags)
{
    const struct binding *key = &bind->keys[nth];
    struct place place = { binds->path, bind->line_no, bind->col_nos[nth] };
    const char *name = action_row(bind->action)->name;
    for (enum action other; (other = keymap_clash(keymap, bind->action, key)) != ACTION_NONE;) {
        const struct bind *first = find(binds, other);
        const char *whose = action_row(other)->name;
        if (first) {
            diag_warning(diags, place, _("%s 在第%u行已是 bind.%s 的键，这里不算"), key->name, first->line_no, whose);
            return;
        }
        diag_warning(diags, place, _("%s 本来是 %s 的键，现归 %s；请也写明 bind.%s 用哪些键"), key->name, whose, name,
                     whose);
        keymap_take(keymap, other, key);
    }
    keymap_add(keymap, bind->action, key);
}

/* Without these one would not get out, nor know how. */
static bool is_needed(enum action action)
{
    return action == ACTION_QUIT || action == ACTION_BACK || action == ACTION_HELP || action == ACTION_FIELD_DONE ||
           action == ACTION_FIELD_CANCEL;
}

/* Its keys as they were, whoever has them now. */
static void restore(struct keymap *keymap, const struct keymap *before, enum action action)
{
    for (int k = 0; k < ACTION_KEYS_MAX && before->keys[action][k].key; k++) {
        const struct binding *key = &before->keys[action][k];
        for (enum action other; (other = keymap_clash(keymap, action, key)) != ACTION_NONE;)
            keymap_take(keymap, other, key);
        keymap_add(keymap, action, key);
    }
}

/* What one needs may have taken the last key of another: until none is without. */
static void restore_needed(const struct binds *binds, const struct keymap *before, struct keymap *keymap,
                           struct diags *diags)
{
    bool again = true;
    while (again) {
        again = false;
        for (uint32_t i = 0; i < action_table_count; i++) {
            enum action action = action_table[i].action;
            if (!is_needed(action) || keymap->keys[action][0].key)
                continue;
            const struct bind *bind = find(binds, action);
            diag_warning(diags, (struct place){ binds->path, bind ? bind->line_no : 0, bind ? 1 : 0 },
                         _("%s 不能没有键：仍用原来的"), action_table[i].name);
            restore(keymap, before, action);
            again = true;
        }
    }
}

void bind_settle(const struct binds *binds, struct settings *settings, enum setting_from from, struct diags *diags)
{
    struct keymap before = settings->keymap, *keymap = &settings->keymap;
    for (uint32_t i = 0; i < binds->count; i++) {
        memset(keymap->keys[binds->list[i].action], 0, sizeof keymap->keys[0]);
        settings->keys_from[binds->list[i].action] = from;
    }
    for (uint32_t i = 0; i < binds->count; i++)
        for (int k = 0; k < binds->list[i].count; k++)
            give(binds, &binds->list[i], k, keymap, diags);
    restore_needed(binds, &before, keymap, diags);
}
