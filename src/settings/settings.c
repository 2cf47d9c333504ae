/* SPDX-License-Identifier: MIT */
#include "settings/settings.h"

#include "base/die.h"
#include "base/i18n.h"
#include "base/queue_name.h"
#include "sheet/face.h"
#include "text/near_word.h"

void settings_init(struct settings *settings)
{
    *settings = (struct settings){ .files = NULL };
    keymap_init(&settings->keymap);
    for (int i = 0; i < SETTINGS_PLAIN_COUNT; i++)
        settings_set(settings, (enum setting)i, setting_table[i].otherwise, FROM_DEFAULT);
}

void settings_fini(struct settings *settings)
{
    arena_fini(&settings->arena);
}

void settings_set(struct settings *settings, enum setting setting, const char *value, enum setting_from from)
{
    struct buf fault = { 0 };
    if (!settings_put(settings, setting, span_of(value), from, &fault))
        die("%s = %s", setting_table[setting].name, value);
    buf_fini(&fault);
}

/* Which of the words separated by | it is; -1 and what it should be when it is none. */
static int read_word(struct span value, const char *choices, struct buf *fault)
{
    struct near_word near = { .typed = value };
    char words[8][16];
    int no = 0;
    for (const char *at = choices; at; no++) {
        size_t bytes = strcspn(at, "|");
        if (no == 8 || bytes >= sizeof words[0])
            die("choices %s", choices);
        memcpy(words[no], at, bytes);
        words[no][bytes] = '\0';
        if (span_equal(value, span_of(words[no])))
            return no;
        near_word_try(&near, words[no]);
        at = at[bytes] ? at + bytes + 1 : NULL;
    }
    buf_printf(fault, _("应为 %s"), choices);
    if (near.best)
        buf_printf(fault, _("；是不是 %s？"), near.best);
    return -1;
}

static int read_number(struct span value, struct buf *fault)
{
    int number = 0;
    size_t i = 0;
    while (i < value.bytes && value.at[i] >= '0' && value.at[i] <= '9' && number <= SETTING_LIMIT_MAX)
        number = number * 10 + (value.at[i++] - '0');
    if (i == value.bytes && number >= 1 && number <= SETTING_LIMIT_MAX)
        return number;
    buf_printf(fault, _("应为1到%d"), SETTING_LIMIT_MAX);
    return -1;
}

/* Appended when the rank has named some before. */
static bool put_file(struct settings *settings, struct span value, enum setting_from from, struct buf *fault)
{
    struct setting_value *now = &settings->values[SETTING_FILE];
    bool at_home = span_starts(value, SPAN("~/")), typed = from >= FROM_ENVIRONMENT;
    if (!typed && value.bytes && value.at[0] != '/' && !(at_home && settings->home)) {
        buf_string(fault, at_home ? _("不知道 ~ 是哪个文件夹") : _("应为绝对路径，或以 ~/ 开头"));
        return false;
    }
    /* --dump-config could not say it again. */
    if (!typed && value.bytes && memchr(value.at, '\t', value.bytes)) {
        buf_string(fault, _("不能有制表符"));
        return false;
    }
    if (from < now->from)
        return true;
    struct buf path = { 0 };
    if (at_home && !typed) {
        buf_string(&path, settings->home);
        value = (struct span){ value.at + 1, value.bytes - 1 };
    }
    buf_span(&path, value);
    uint32_t before = from == now->from && value.bytes ? settings->files_count : 0;
    const char **files = arena_more(&settings->arena, settings->files, before, sizeof *files);
    files[before] = arena_copy(&settings->arena, path.bytes ? path.at : "", path.bytes);
    *now = (struct setting_value){ files[before], 0, from };
    settings->files = files;
    settings->files_count = value.bytes ? before + 1 : 0;
    buf_fini(&path);
    return true;
}

/* False when the value is none; *number what it comes to. */
static bool read(const struct setting_row *row, struct span value, const char *text, int *number, struct buf *fault)
{
    switch (row->type) {
    case SETTING_WORD:
        return (*number = read_word(value, row->choices, fault)) >= 0;
    case SETTING_NUMBER:
        return (*number = read_number(value, fault)) >= 0;
    case SETTING_FACES:
        if (face_list_good(value))
            return true;
        buf_string(fault, _("应为 title=字体,heading=字体,text=字体,units=字体,number=字体，可以只写几种"));
        return false;
    case SETTING_QUEUE:
        if (!value.bytes || queue_name_good(text))
            return true;
        buf_string(fault, _("不能有空格和 / #，不能以 - 开头"));
        return false;
    default:
        die("%s is not one value", row->name);
    }
}

bool settings_put(struct settings *settings, enum setting setting, struct span value, enum setting_from from,
                  struct buf *fault)
{
    if (setting == SETTING_FILE)
        return put_file(settings, value, from, fault);
    int number = 0;
    const char *text = arena_copy(&settings->arena, value.bytes ? value.at : "", value.bytes);
    if (!read(&setting_table[setting], value, text, &number, fault))
        return false;
    if (from < settings->values[setting].from)
        return true;
    settings->values[setting] = (struct setting_value){ text, number, from };
    if (setting == SETTING_THEME)
        settings->theme.kind = (enum theme_kind)number;
    return true;
}
