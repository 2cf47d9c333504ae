# SPDX-License-Identifier: MIT
# From the first screen, by what is on it and nothing else: three errands, their keys counted.
. "$ROOT/tests/cli/lib.sh"
cd "$TMP" || exit 1

# errand KEYS PATTERN WHAT KEY... : the screen after these keys, a letter or a name each, has such a line; no more keys.
errand() {
    most=$1 pattern=$2 what=$3
    shift 3
    for key; do echo "key $key"; done >keys
    echo dump >>keys
    run -f "$DATA" --script keys --size 80x24
    [ $status -eq 0 ] && [ $# -le "$most" ] && grep -q -- "$pattern" "$OUT"
    report "$what: $# keys"
}

errand 0 '^.*│ /  找单位、领导、任务' "the first screen says how to find"
errand 0 '│ p  打印任务单、每个单位一份' "and how to print"
errand 0 '│ ?  全部按键' "and where the rest is"
errand 4 '牵头 19，参与 33' "what 省经信厅 leads is there while it is typed" / j x t
errand 5 '│ 牵头（19）' "and its page" / j x t Enter
errand 5 '(\*) 冯飞常务副省长的任务单' "冯飞's sheet" / f f Enter p
errand 5 'Tab 下一组' "the dialog says how to go on" / f f Enter p
errand 11 '^-> write: pdf 冯飞常务副省长牵头重点工作任务单.pdf$' "as PDF" \
    / f f Enter p Tab Tab Tab Down Enter Enter
errand 11 '^-> write: pdf 各单位任务单/$' "a sheet for each unit" \
    p Down Down Down Enter Tab Tab Tab Down Enter Enter
printf 'no-paper\ndump\n' >keys
run -f "$DATA" --script keys --size 80x24
[ $status -eq 0 ] && grep -q '│ p  打印任务单：文字、网页、表格' "$OUT"
report "without fengong-paper it promises no PDF"
finish
