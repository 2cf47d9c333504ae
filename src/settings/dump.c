/* SPDX-License-Identifier: MIT */
#include "settings/dump.h"

#include "base/i18n.h"
#include "settings/look.h"

static const char *from_name(enum setting_from from)
{
    static const char *const names[] = { [FROM_DEFAULT] = N_("默认"),
                                         [FROM_ADMINISTRATOR] = N_("管理员的设置"),
                                         [FROM_USER] = N_("用户的设置"),
                                         [FROM_ENVIRONMENT] = N_("环境变量"),
                                         [FROM_OPTION] = N_("命令行选项") };
    return _(names[from]);
}

/* What it is for, above it. */
static void put_help(const struct setting_row *row, struct buf *out)
{
    buf_printf(out, "\n# %s\n", _(row->help));
    buf_printf(out, *row->otherwise ? _("# %s = %s，默认 %s\n") : _("# %s = %s\n"), row->name, row->choices,
               row->otherwise);
}

/* A value that is not the default says whose it is, above it: comments stand on lines of their own. */
static void put_from(enum setting_from from, struct buf *out)
{
    if (from != FROM_DEFAULT)
        buf_printf(out, _("# 现由%s定\n"), from_name(from));
}

/* What the command line or the environment says need not be something that a settings file can say. */
static void put_value(const char *name, const char *value, bool sayable, struct buf *out)
{
    struct buf clean = { 0 };
    text_clean_to(&clean, span_of(value));
    sayable = sayable && span_equal(buf_view(&clean), span_of(value));
    buf_printf(out, "%s%s =%s", sayable ? "" : "# ", name, *value ? " " : "");
    buf_span(out, buf_view(&clean));
    buf_char(out, '\n');
    buf_fini(&clean);
}

static void put_plain(const struct settings *settings, enum setting setting, struct buf *out)
{
    const struct setting_row *row = &setting_table[setting];
    put_help(row, out);
    put_from(settings->values[setting].from, out);
    if (setting != SETTING_FILE || !settings->files_count)
        put_value(row->name, settings->values[setting].text, true, out);
    for (uint32_t i = 0; setting == SETTING_FILE && i < settings->files_count; i++)
        put_value(row->name, settings->files[i], settings->files[i][0] == '/', out);
}

/* A style without a value has what the theme gives it. */
static void put_colors(const struct settings *settings, struct buf *out)
{
    put_help(&setting_table[SETTING_COLOR], out);
    for (int style = 0; style < STYLES_COUNT; style++) {
        buf_printf(out, "# %s\n", _(style_help((enum style)style)));
        if (settings->theme.is_own[style])
            put_from(settings->color_from[style], out);
        buf_printf(out, "color.%s =%s", style_name((enum style)style), settings->theme.is_own[style] ? " " : "");
        if (settings->theme.is_own[style])
            look_put(settings->theme.own[style], out);
        buf_char(out, '\n');
    }
}

static void put_keys(const struct settings *settings, struct buf *out)
{
    put_help(&setting_table[SETTING_BIND], out);
    for (uint32_t i = 0; i < action_table_count; i++) {
        const struct action_row *row = &action_table[i];
        buf_printf(out, "# %s\n", _(row->help));
        put_from(settings->keys_from[row->action], out);
        buf_printf(out, "bind.%s =%s", row->name, settings->keymap.keys[row->action][0].key ? " " : "");
        keymap_put(&settings->keymap, row->action, ACTION_KEYS_MAX, true, out);
        buf_char(out, '\n');
    }
}

void settings_dump(const struct settings *settings, struct buf *out)
{
    buf_string(out, _("# fengong 的设置，详见 fengong-config(5)。先读 /etc/fengong/config，再读\n"
                      "# $XDG_CONFIG_HOME/fengong/config（没有设就是 ~/.config/fengong/config）；\n"
                      "# 命令行选项和环境变量在它们之前。\n"));
    for (int i = 0; i < SETTINGS_PLAIN_COUNT; i++)
        put_plain(settings, (enum setting)i, out);
    put_colors(settings, out);
    put_keys(settings, out);
}
