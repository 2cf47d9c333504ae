/* SPDX-License-Identifier: MIT */
#include "term/kind.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "system/locale.h"

enum { NAME_MAX_BYTES = 64, UTF8_HAN_COLS = 4 };

static bool starts(const char *name, const char *head)
{
    return strncmp(name, head, strlen(head)) == 0;
}

static bool starts_any(const char *name, const char *const *heads, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (starts(name, heads[i]))
            return true;
    return false;
}

const char *kind_wanted(void)
{
    static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+._-";
    const char *name = getenv("TERM");
    if (!name || !*name || *name == '.' || strlen(name) > NAME_MAX_BYTES || name[strspn(name, allowed)])
        return NULL;
    return strcmp(name, "dumb") == 0 || strcmp(name, "unknown") == 0 ? NULL : name;
}

const char *kind_try(const char *wanted, int attempt_idx)
{
    static const char *const xterms[] = { "xterm",   "kitty",   "foot",  "alacritty",   "wezterm", "rio",
                                          "contour", "ghostty", "st-",   "konsole",     "gnome",   "vte",
                                          "mintty",  "putty",   "iterm", "ms-terminal", "rxvt",    "mlterm" };
    static const char *const as_xterm[] = { "xterm-256color", "xterm", "vt100", "ansi" };
    static const char *const as_screen[] = { "screen-256color", "screen", "xterm-256color", "vt100" };
    static const char *const as_other[] = { "vt100", "ansi", "xterm", "linux" };
    if (attempt_idx == 0)
        return wanted;
    if (attempt_idx > 4)
        return NULL;
    if (starts(wanted, "tmux") || starts(wanted, "screen"))
        return as_screen[attempt_idx - 1];
    bool is_xterm = strcmp(wanted, "st") == 0 || starts_any(wanted, xterms, sizeof xterms / sizeof *xterms);
    return is_xterm ? as_xterm[attempt_idx - 1] : as_other[attempt_idx - 1];
}

bool kind_is_modern(const char *kind)
{
    static const char *const old[] = { "linux", "vt1", "vt2", "vt5", "ansi", "cons", "sun", "wy", "tvi", "cygwin" };
    return !starts_any(kind, old, sizeof old / sizeof *old);
}

bool kind_ask_width(int chosen_cols)
{
    enum locale_kind locale = locale_kind();
    if (locale == LOCALE_GB || locale == LOCALE_OTHER)
        return false;
    return locale != LOCALE_UTF8 || chosen_cols == 0;
}

int kind_ambiguous_cols(int chosen_cols, const struct ambiguous_answer *answer)
{
    if (chosen_cols)
        return chosen_cols;
    if (locale_ambiguous_cols())
        return locale_ambiguous_cols();
    return answer->quote_cols > 0 ? answer->quote_cols : 1;
}

bool kind_locale_fits(const struct ambiguous_answer *answer, struct buf *message)
{
    enum locale_kind kind = locale_kind();
    bool takes_utf8 = answer->han_cols == UTF8_HAN_COLS;
    if (kind == LOCALE_UTF8 || kind == LOCALE_GB || kind == LOCALE_OTHER) {
        if (kind == LOCALE_UTF8 && answer->han_cols >= 0 && !takes_utf8)
            buf_string(message, _("终端似乎不是 UTF-8 编码，请在终端软件里改为 UTF-8"));
        return true;
    }
    /* A mute terminal is believed where the environment says UTF-8 itself. */
    if (takes_utf8 || (kind == LOCALE_MISSING_UTF8 && answer->han_cols < 0))
        return true;
    struct text wanted = kind == LOCALE_PLAIN || text_empty(locale_wanted()) ? TEXT("C") : locale_wanted();
    buf_printf(message,
               _("区域设置 %.*s 不可用，且不能确定终端是 UTF-8，无法显示汉字。请把终端设为 UTF-8 并执行 export "
                 "LANG=C.UTF-8"),
               TEXT_ARG(wanted));
    buf_string(message, " (locale not usable: set the terminal to UTF-8 and export LANG=C.UTF-8)");
    return false;
}
