/* SPDX-License-Identifier: MIT */
#include "settings/setting.h"

#include "base/i18n.h"

const struct setting_row setting_table[SETTINGS_COUNT] = {
    [SETTING_FILE] = { "file", SETTING_PATHS, "FILE", "",
                       N_("不用 -f 时打开的责任分解；几份一起看，就依次写几行。写绝对路径，或以 ~/ 开头") },
    [SETTING_START] = { "start", SETTING_WORD, "leaders|units|stats", "leaders",
                        N_("界面打开时先看什么：领导、单位、统计") },
    [SETTING_LANG] = { "lang", SETTING_WORD, "auto|zh|en", "auto",
                       N_("程序说中文还是英文；auto 按语言环境（LC_ALL、LC_MESSAGES、LANG）") },
    [SETTING_THEME] = { "theme", SETTING_WORD, "auto|dark|light|contrast|mono", "auto",
                        N_("配色：auto 深浅背景都能用，dark 深色背景，light 浅色背景，contrast 高对比，mono "
                           "不用颜色") },
    [SETTING_AMBIGUOUS] = { "ambiguous", SETTING_WORD, "auto|1|2", "auto", N_("“”—… 等字符占几列；auto 询问终端") },
    [SETTING_ASCII] = { "ascii", SETTING_WORD, "off|on", "off", N_("界面线条、标记只用 ASCII") },
    [SETTING_LINEAR] = { "linear", SETTING_WORD, "off|on", "off",
                         N_("一行一行地说和问，不用画面：盲文显示器、读屏软件、简单的终端、管道") },
    [SETTING_MOUSE] = { "mouse", SETTING_WORD, "off|on", "off", N_("鼠标从一开始就可用（随时可用按键开关）") },
    [SETTING_CLIPBOARD] = { "clipboard", SETTING_WORD, "off|on", "on", N_("可以把文字送往终端的剪贴板（OSC 52）") },
    [SETTING_LAYOUT] = { "layout", SETTING_WORD, "list|table", "list", N_("任务单的版式：公文，或横排的表格") },
    [SETTING_FONTS] = { "fonts", SETTING_FACES, "FACE=NAME,…", "",
                        N_("PDF "
                           "的字体：title（小标宋）、heading（黑体）、text（仿宋）、units（楷体）、number（宋体）") },
    [SETTING_PRINTER] = { "printer", SETTING_QUEUE, "NAME", "",
                          N_("没有指名时用的打印机（CUPS 的队列）；空着是系统默认的") },
    [SETTING_BOM] = { "bom", SETTING_WORD, "off|on", "off", N_("csv、tsv 前加 UTF-8 标记，便于 Excel 打开") },
    [SETTING_LIMIT] = { "limit", SETTING_NUMBER, "MIB", "1024", N_("责任分解文件最多多少兆字节，更大的不读") },
    [SETTING_COLOR] = { "color.STYLE", SETTING_LOOK, "LOOK", "",
                        N_("一种文字的样子，代替配色里的：bold、faint、underline、reverse，颜色名或0到255的编号，"
                           "on 后面是背景色；none 是什么都不加") },
    [SETTING_BIND] = { "bind.ACTION", SETTING_KEYS, "KEY…", "",
                       N_("一个动作的按键，几个键以空格隔开；空着就没有键。动作和键的名称见 fengong --list-keys") },
};
