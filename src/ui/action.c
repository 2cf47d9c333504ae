/* SPDX-License-Identifier: MIT */
#include "ui/action.h"

#include "base/die.h"
#include "base/i18n.h"

enum {
    LISTS = CONTEXT_TREE | CONTEXT_UNITS,
    PANES = CONTEXT_TASK | CONTEXT_PAGE,
    MAIN = LISTS | PANES | CONTEXT_STATS | CONTEXT_COMPARE,
    READING = MAIN | CONTEXT_HELP,
    NOT_TYPING = READING | CONTEXT_PRINT | CONTEXT_RULER,
    EVERYWHERE = NOT_TYPING | CONTEXT_FIELD,
};

/* The order is that of the footer, and of the help screen within a group. */
const struct action_row action_table[] = {
    { ACTION_ENTER,
      GROUP_LOOK,
      "open",
      N_("打开：领导折叠或展开，任务看单位，单位看全部责任"),
      NULL,
      { "Enter" },
      NOT_TYPING },
    { ACTION_SEARCH,
      GROUP_FIND,
      "search",
      N_("查找：单位、领导、任务，写名称、拼音、首字母或正文里的字"),
      N_("查找"),
      { "/" },
      READING },
    { ACTION_FILTER,
      GROUP_FIND,
      "filter",
      N_("筛选任务：几个字，或 单位: 领导: 牵头: 参与: 时限: 有数:"),
      N_("筛选"),
      { "f" },
      MAIN },
    { ACTION_GOTO,
      GROUP_FIND,
      "goto",
      N_("转到编号：2.7、m.4，或本部分的 7；直接键入数字也可"),
      N_("转到"),
      { ":" },
      MAIN },
    { ACTION_PRINT, GROUP_PRINT, "print", N_("打印：任务单预览、文件、打印机"), N_("打印"), { "p" }, MAIN },
    { ACTION_SORT,
      GROUP_FIND,
      "sort",
      N_("换一种排列次序；对照时按领导或按单位"),
      N_("排序"),
      { "s" },
      CONTEXT_UNITS | CONTEXT_PAGE | CONTEXT_STATS | CONTEXT_COMPARE },
    { ACTION_COPY,
      GROUP_PRINT,
      "copy",
      N_("复制这项任务或这个单位为一句公文、这处变化，或标记的全部（送往终端剪贴板）"),
      N_("复制"),
      { "y" },
      MAIN },
    { ACTION_COPY_SHEET,
      GROUP_PRINT,
      "copy-sheet",
      N_("复制整张任务单，或标记的、筛出的全部任务，对照时全部变化（送往终端剪贴板）"),
      NULL,
      { "Y" },
      MAIN },
    { ACTION_MARK,
      GROUP_PRINT,
      "mark",
      N_("标记任务或单位，再按取消；在领导上标记其全部任务。有标记时打印、复制、对照按标记的"),
      NULL,
      { "Space" },
      MAIN },
    { ACTION_MARK_ALL,
      GROUP_PRINT,
      "mark-all",
      N_("标记这里列出的全部：筛出的任务、全部单位、一个单位的任务"),
      NULL,
      { "A" },
      MAIN },
    { ACTION_UNMARK_ALL, GROUP_PRINT, "unmark-all", N_("取消全部标记"), NULL, { "U" }, MAIN },
    { ACTION_PLAIN,
      GROUP_PRINT,
      "plain",
      N_("素屏：离开界面显示纯文字，供终端自己选取"),
      NULL,
      { "v" },
      MAIN | CONTEXT_PRINT },
    { ACTION_HELP, GROUP_GO, "help", N_("帮助：所有按键"), N_("帮助"), { "?", "F4" }, MAIN | CONTEXT_PRINT },
    { ACTION_BACK, GROUP_GO, "back", N_("退回：回到来处，或关闭"), NULL, { "Esc", "BSpace", "C-g" }, NOT_TYPING },
    { ACTION_QUIT, GROUP_GO, "quit", N_("退出"), N_("退出"), { "q", "C-c", "F10", "ZZ" }, NOT_TYPING },

    { ACTION_LEADERS, GROUP_GO, "leaders", N_("领导与任务"), NULL, { "F1" }, EVERYWHERE },
    { ACTION_UNITS, GROUP_GO, "units", N_("单位索引"), NULL, { "F2" }, EVERYWHERE },
    { ACTION_STATS, GROUP_GO, "stats", N_("统计"), NULL, { "F3" }, EVERYWHERE },
    { ACTION_COMPARE, GROUP_GO, "compare", N_("对照同时打开的两年"), NULL, { "F5" }, EVERYWHERE },

    { ACTION_UP, GROUP_LOOK, "up", N_("上移一行"), NULL, { "Up", "k", "C-p" }, NOT_TYPING | CONTEXT_FIELD },
    { ACTION_DOWN, GROUP_LOOK, "down", N_("下移一行"), NULL, { "Down", "j", "C-n" }, NOT_TYPING | CONTEXT_FIELD },
    { ACTION_LEFT, GROUP_LOOK, "left", N_("折叠；回到左栏；左移"), NULL, { "Left", "h" }, NOT_TYPING },
    { ACTION_RIGHT, GROUP_LOOK, "right", N_("展开；进入右栏；右移"), NULL, { "Right", "l" }, NOT_TYPING },
    { ACTION_PAGE_UP, GROUP_LOOK, "page-up", N_("上翻一页"), NULL, { "PgUp", "C-b", "b" }, NOT_TYPING | CONTEXT_FIELD },
    { ACTION_PAGE_DOWN, GROUP_LOOK, "page-down", N_("下翻一页"), NULL, { "PgDn", "C-f" }, NOT_TYPING | CONTEXT_FIELD },
    { ACTION_HALF_UP, GROUP_LOOK, "half-page-up", N_("上翻半页"), NULL, { "C-u" }, NOT_TYPING },
    { ACTION_HALF_DOWN, GROUP_LOOK, "half-page-down", N_("下翻半页"), NULL, { "C-d" }, NOT_TYPING },
    { ACTION_SPACE,
      GROUP_LOOK,
      "space",
      N_("下翻一页；打印时选定"),
      NULL,
      { "Space" },
      CONTEXT_HELP | CONTEXT_PRINT | CONTEXT_RULER },
    { ACTION_HOME, GROUP_LOOK, "home", N_("到开头"), NULL, { "Home", "g" }, NOT_TYPING },
    { ACTION_END, GROUP_LOOK, "end", N_("到末尾"), NULL, { "End", "G" }, NOT_TYPING },
    { ACTION_NEXT_PANE, GROUP_LOOK, "next-pane", N_("下一栏"), NULL, { "Tab" }, NOT_TYPING },
    { ACTION_PREV_PANE, GROUP_LOOK, "prev-pane", N_("上一栏"), NULL, { "S-Tab" }, NOT_TYPING },
    { ACTION_DETAIL_DOWN,
      GROUP_LOOK,
      "detail-down",
      N_("右栏下滚一行"),
      NULL,
      { "J" },
      LISTS | CONTEXT_STATS | CONTEXT_COMPARE },
    { ACTION_DETAIL_UP,
      GROUP_LOOK,
      "detail-up",
      N_("右栏上滚一行"),
      NULL,
      { "K" },
      LISTS | CONTEXT_STATS | CONTEXT_COMPARE },
    { ACTION_NEXT_MATCH, GROUP_FIND, "next-match", N_("下一处匹配"), NULL, { "n" }, MAIN },
    { ACTION_PREV_MATCH, GROUP_FIND, "prev-match", N_("上一处匹配"), NULL, { "N" }, MAIN },
    { ACTION_FOLD_ALL, GROUP_LOOK, "fold-all", N_("全部折叠"), NULL, { "-" }, CONTEXT_TREE | CONTEXT_TASK },
    { ACTION_UNFOLD_ALL, GROUP_LOOK, "unfold-all", N_("全部展开"), NULL, { "+", "=" }, CONTEXT_TREE | CONTEXT_TASK },
    { ACTION_HISTORY_BACK, GROUP_GO, "history-back", N_("来路上退一步"), NULL, { "[", "M-Left" }, MAIN },
    { ACTION_FORWARD, GROUP_GO, "forward", N_("来路上进一步"), NULL, { "]", "M-Right" }, MAIN },

    { ACTION_AMBIGUOUS,
      GROUP_LOOK,
      "ambiguous",
      N_("标尺：核对“”—…在此终端占一列还是两列"),
      NULL,
      { "w" },
      MAIN | CONTEXT_RULER },
    { ACTION_ONE_COLUMN, GROUP_LOOK, "one-column", N_("标尺：在此终端占一列"), NULL, { "1" }, CONTEXT_RULER },
    { ACTION_TWO_COLUMNS, GROUP_LOOK, "two-columns", N_("标尺：在此终端占两列"), NULL, { "2" }, CONTEXT_RULER },
    { ACTION_MOUSE, GROUP_LOOK, "mouse", N_("鼠标开或关（关时终端可用鼠标选取文字）"), NULL, { "m" }, MAIN },
    { ACTION_EDIT,
      GROUP_GO,
      "edit",
      N_("编辑：用 $VISUAL、$EDITOR 或 vi 打开文件里的这一行，存盘后重新读取"),
      NULL,
      { "e" },
      MAIN },
    { ACTION_RELOAD, GROUP_GO, "reload", N_("重新读取文件"), NULL, { "R" }, MAIN },
    { ACTION_REDRAW, GROUP_LOOK, "redraw", N_("重画屏幕"), NULL, { "C-l" }, EVERYWHERE },
    { ACTION_SUSPEND, GROUP_GO, "suspend", N_("挂起，fg 回来"), NULL, { "C-z" }, EVERYWHERE },

    { ACTION_FIELD_DONE, GROUP_TYPE, "field-done", N_("确定"), N_("确定"), { "Enter" }, CONTEXT_FIELD },
    { ACTION_FIELD_CANCEL, GROUP_TYPE, "field-cancel", N_("取消"), N_("取消"), { "Esc", "C-g", "C-c" }, CONTEXT_FIELD },
    { ACTION_FIELD_LEFT, GROUP_TYPE, "field-left", N_("光标左移"), NULL, { "Left" }, CONTEXT_FIELD },
    { ACTION_FIELD_RIGHT, GROUP_TYPE, "field-right", N_("光标右移"), NULL, { "Right" }, CONTEXT_FIELD },
    { ACTION_FIELD_HOME, GROUP_TYPE, "field-home", N_("光标到开头"), NULL, { "Home", "C-a" }, CONTEXT_FIELD },
    { ACTION_FIELD_END, GROUP_TYPE, "field-end", N_("光标到末尾"), NULL, { "End", "C-e" }, CONTEXT_FIELD },
    { ACTION_FIELD_BACKSPACE,
      GROUP_TYPE,
      "field-backspace",
      N_("删去前一个字"),
      NULL,
      { "BSpace", "C-h" },
      CONTEXT_FIELD },
    { ACTION_FIELD_DELETE, GROUP_TYPE, "field-delete", N_("删去后一个字"), NULL, { "Delete", "C-d" }, CONTEXT_FIELD },
    { ACTION_FIELD_KILL_WORD, GROUP_TYPE, "field-kill-word", N_("删去前一个词"), NULL, { "C-w" }, CONTEXT_FIELD },
    { ACTION_FIELD_KILL_LINE, GROUP_TYPE, "field-kill-line", N_("全部删去"), NULL, { "C-u" }, CONTEXT_FIELD },
};

const uint32_t action_table_count = sizeof action_table / sizeof *action_table;

const struct action_row *action_row(enum action action)
{
    for (uint32_t i = 0; i < action_table_count; i++)
        if (action_table[i].action == action)
            return &action_table[i];
    die("no action %d", (int)action);
}

void action_contexts(const struct action_row *row, const char *separator, struct buf *out)
{
    static const char *const names[] = { N_("领导树"), N_("任务"), N_("单位表"), N_("单位页"), N_("统计"),
                                         N_("帮助"),   N_("打印"), N_("标尺"),   N_("对照"),   N_("输入") };
    bool first = true;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (row->contexts >> i & 1) {
            buf_printf(out, "%s%s", first ? "" : separator, _(names[i]));
            first = false;
        }
}

const char *group_name(enum action_group group)
{
    static const char *const names[GROUPS_COUNT] = { [GROUP_FIND] = N_("找"),
                                                     [GROUP_LOOK] = N_("看"),
                                                     [GROUP_PRINT] = N_("打印"),
                                                     [GROUP_GO] = N_("来去"),
                                                     [GROUP_TYPE] = N_("输入") };
    return names[group];
}
