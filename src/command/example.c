/* SPDX-License-Identifier: MIT */
/*
 * What is typed, for each command.  tests/cli/help.sh runs every line among files of these names: tasks.yaml, 2019.yaml,
 * 2020.yaml (breakdowns), draft.yaml (one with faults), notice.txt.
 */
#include "base/i18n.h"
#include "command/help.h"

const struct example example_table[] = {
    { "browse", "fengong", N_("打开界面"), STATUS_DONE },
    { "browse", "fengong --unit 省经信厅", N_("从一个单位开始"), STATUS_DONE },
    { "browse", "fengong --leader 冯飞", N_("从一位领导开始"), STATUS_DONE },
    { "browse", "fengong -f 2019.yaml -f 2020.yaml", N_("两份一起看，F5 比较"), STATUS_DONE },
    { "browse", "fengong --linear", N_("不用画面，一行一行地说和问"), STATUS_DONE },
    { "show", "fengong show 2.7", N_("一项任务的全文和单位"), STATUS_DONE },
    { "show", "fengong show 1.6 m.4.2", N_("几项；m 是民生实事，m.4.2 是它的一个分项"), STATUS_DONE },
    { "show", "fengong show 冯飞", N_("一位领导的全部任务"), STATUS_DONE },
    { "show", "fengong show 99.9", N_("没有这项任务"), STATUS_NOTHING },
    { "unit", "fengong unit 省经信厅", N_("牵头、参与、经由集合单位承担和可能涉及的任务"), STATUS_DONE },
    { "unit", "fengong unit fgw", N_("拼音首字母也行"), STATUS_DONE },
    { "unit", "fengong unit --as=json 省发展改革委", N_("交给别的程序"), STATUS_DONE },
    { "unit", "fengong unit 局", N_("可以是几个，都列出来"), STATUS_NOTHING },
    { "search", "fengong search 卫健委", N_("按简称、别称、全称、拼音找单位"), STATUS_DONE },
    { "search", "fengong search --in=leaders ff", N_("找领导"), STATUS_DONE },
    { "search", "fengong search --in=tasks 铁路", N_("找任务里的词"), STATUS_DONE },
    { "print", "fengong print 冯飞", N_("一位领导的任务单，文字"), STATUS_DONE },
    { "print", "fengong print 冯飞 --as=pdf -o 冯飞.pdf", N_("存成 PDF"), STATUS_DONE },
    { "print", "fengong print 省经信厅 --as=docx -o 省经信厅.docx", N_("一个单位的，存成 Word"), STATUS_DONE },
    { "print", "fengong print all --as=xlsx -o 全部.xlsx", N_("全部，存成 Excel，每位领导一张表"), STATUS_DONE },
    { "print", "fengong print --each=unit --as=html -o 各单位", N_("每个单位一份，存进文件夹"), STATUS_DONE },
    { "print", "fengong print --filter=铁路 --layout=table", N_("筛出的任务，排成表格"), STATUS_DONE },
    { "print", "fengong print targets --sort=number --as=xlsx -o 指标.xlsx", N_("全部量化指标，按数量排列"),
      STATUS_DONE },
    { "print", "fengong print 冯飞 --sort=due", N_("按完成时限，没有写时限的在最后"), STATUS_DONE },
    { "stats", "fengong stats", N_("按领导、按单位、按责任"), STATUS_DONE },
    { "stats", "fengong stats --as=tsv -o stats.tsv", N_("存成表格软件能读的"), STATUS_DONE },
    { "stats", "fengong stats --unit=省经信厅", N_("一个单位同谁一起、各多少项"), STATUS_DONE },
    { "stats", "fengong stats --as=html -o stats.html", N_("带条形图的网页，可以打印"), STATUS_DONE },
    { "export", "fengong export -o all.json", N_("整个责任分解，JSON"), STATUS_DONE },
    { "export", "fengong export --as=csv --bom -o all.csv", N_("一个责任一行，Excel 直接打开"), STATUS_DONE },
    { "check", "fengong -f tasks.yaml check", N_("没有问题，不说什么"), STATUS_DONE },
    { "check", "fengong -f draft.yaml check", N_("有问题：文件、行、列、改法"), STATUS_NOTHING },
    { "import", "fengong import notice.txt -o new.yaml", N_("通知转成责任分解，拿不准的逐条说明"), STATUS_DONE },
    { "import", "fengong import notice.txt --json", N_("每一处从哪里来，交给别的程序"), STATUS_DONE },
    { "diff", "fengong diff 2019.yaml 2020.yaml", N_("两年之间变了什么"), STATUS_NOTHING },
    { "diff", "fengong diff 2019.yaml 2020.yaml --as=docx -o 变化.docx", N_("存成 Word"), STATUS_NOTHING },
    { "help", "fengong help print", N_("一条命令的用法和例子"), STATUS_DONE },
};
const uint32_t example_table_count = sizeof example_table / sizeof *example_table;
