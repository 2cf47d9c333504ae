/* SPDX-License-Identifier: MIT */
#include "text/style.h"

const char *style_name(enum style style)
{
    static const char *const names[STYLES_COUNT] = {
        [STYLE_NORMAL] = "normal",
        [STYLE_TITLE] = "title",
        [STYLE_FIGURE] = "figure",
        [STYLE_DIM] = "dim",
        [STYLE_LEAD] = "lead",
        [STYLE_SUPPORT] = "support",
        [STYLE_VIA] = "via",
        [STYLE_MAYBE] = "maybe",
        [STYLE_MATCH] = "match",
        [STYLE_FOCUS] = "focus",
        [STYLE_FOCUS_MATCH] = "focus-match",
        [STYLE_SELECTED] = "selected",
        [STYLE_SELECTED_MATCH] = "selected-match",
        [STYLE_TAB] = "tab",
        [STYLE_HEADER] = "header",
        [STYLE_FOOTER] = "footer",
        [STYLE_KEY] = "key",
        [STYLE_ERROR] = "error",
        [STYLE_WARNING] = "warning",
        [STYLE_FIELD] = "field",
        [STYLE_BAR] = "bar",
        [STYLE_RULE] = "rule",
    };
    return names[style];
}
