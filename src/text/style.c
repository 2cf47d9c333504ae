/* SPDX-License-Identifier: MIT */
#include "text/style.h"

#include <stddef.h>

#include "base/i18n.h"

static const struct {
    const char *name, *help;
} table[STYLES_COUNT] = {
    [STYLE_NORMAL] = { "normal", N_("正文") },
    [STYLE_TITLE] = { "title", N_("栏和小节的标题") },
    [STYLE_DIM] = { "dim", N_("次要的：编号、标签、数目") },
    [STYLE_LEAD] = { "lead", N_("牵头单位，“牵”字") },
    [STYLE_SUPPORT] = { "support", N_("参与单位，“参”字") },
    [STYLE_VIA] = { "via", N_("经由集合单位的责任") },
    [STYLE_MAYBE] = { "maybe", N_("可能涉及的责任") },
    [STYLE_MATCH] = { "match", N_("查找、筛选到的字") },
    [STYLE_FIGURE] = { "figure", N_("正文里的数字目标") },
    [STYLE_FOCUS] = { "focus", N_("选定的一行，按键对它有效") },
    [STYLE_FOCUS_MATCH] = { "focus-match", N_("这一行里找到的字") },
    [STYLE_SELECTED] = { "selected", N_("别的栏里选定的一行") },
    [STYLE_SELECTED_MATCH] = { "selected-match", N_("那一行里找到的字") },
    [STYLE_HEADER] = { "header", N_("最上面一行") },
    [STYLE_TAB] = { "tab", N_("最上面一行里，正在看的一类") },
    [STYLE_FOOTER] = { "footer", N_("最下面一行") },
    [STYLE_KEY] = { "key", N_("键名") },
    [STYLE_ERROR] = { "error", N_("错误") },
    [STYLE_WARNING] = { "warning", N_("提醒") },
    [STYLE_FIELD] = { "field", N_("正在输入的文字") },
    [STYLE_BAR] = { "bar", N_("统计的长条") },
    [STYLE_RULE] = { "rule", N_("分栏的线") },
};

const char *style_name(enum style style)
{
    return table[style].name;
}

const char *style_help(enum style style)
{
    return table[style].help;
}
