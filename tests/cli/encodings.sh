# SPDX-License-Identifier: MIT
# Locales, several files at once, and the screen without a terminal.
. "$ROOT/tests/cli/lib.sh"
cd "$TMP" || exit 1
FENGONG_FILE=$DATA
export FENGONG_FILE

# in_locale LOCALE ARGUMENT... : as run, in another locale.
in_locale() {
    locale=$1
    shift
    LC_ALL=$locale "$FENGONG" "$@" >"$OUT" 2>"$ERR" </dev/null
    status=$?
}

in_locale C show 2.7
[ $status -eq 0 ] && grep -q '^2.7　二、冯飞' "$OUT"
report "in the C locale the output is UTF-8"
in_locale xx_XX.UTF-8 show 2.7
[ $status -eq 0 ] && grep -q '^2.7　二、冯飞' "$OUT"
report "in a UTF-8 locale that is not there, too"
run show 2.7
cp "$OUT" utf8
if command -v iconv >/dev/null && echo 省 | iconv -f UTF-8 -t GB18030 >/dev/null 2>&1; then
    gb() { printf '%s' "$1" | iconv -f UTF-8 -t GB18030; }
    in_locale zh_CN.GB18030 show "$(gb 二.7)"
    [ $status -eq 0 ] && iconv -f GB18030 -t UTF-8 "$OUT" | cmp -s - utf8
    report "in a GB18030 locale arguments and output are GB18030"
    in_locale zh_CN.GB18030 unit --as=json "$(gb 财政厅)"
    [ $status -eq 0 ] && grep -q '"name": "省财政厅"' "$OUT"
    report "json is UTF-8 in a GB18030 locale"
    in_locale zh_CN.GB18030 print 9.9 --as=html
    grep -q '<meta charset="utf-8">' "$OUT" && grep -q '省生态环境厅' "$OUT"
    report "html is UTF-8 in a GB18030 locale"
    in_locale zh_CN.GB18030 export --as=csv --bom
    [ "$(head -c 4 "$OUT" | iconv -f GB18030 -t UTF-8)" = 编号 ]
    report "--bom is not for GB18030"
    in_locale zh_CN.GB18030 show 99.9
    iconv -f GB18030 -t UTF-8 "$ERR" | grep -q '没有任务'
    report "messages are GB18030 in a GB18030 locale"
else
    skip "GB18030 locales" "no iconv"
fi
run show "$(printf '\377\033[2J')"
[ $status -eq 1 ] && ! LC_ALL=C grep -q "$(printf '\033')" "$ERR"
report "an argument with an escape sequence is cleaned in the message"

sed 's/2020/2021/; s/^year: .*/year: 2021/' "$DATA" >2021.yaml
prints '^共 2 份，重点工作 386 项$' "stats run over several files" -f "$DATA" -f 2021.yaml stats
prints '^2021:2.7　' "show takes 2021:2.7" -f "$DATA" -f 2021.yaml show 2021:2.7
run -f "$DATA" -f 2021.yaml show 2.7
[ $status -eq 0 ] && grep -q '^2020:2.7' "$OUT" && grep -q '^2021:2.7' "$OUT"
report "show takes 2.7 of every file"
prints '^一、牵头的任务（80项）$' "a unit's page runs over all files" -f "$DATA" -f 2021.yaml unit 省发展改革委
prints '2021年政府工作报告' "print takes 2021:2" -f "$DATA" -f 2021.yaml print 2021:2
run -f "$DATA" -f 2021.yaml print 冯飞
[ $status -eq 1 ] && grep -q '2021:冯飞' "$OUT"
report "print of a leader in several files says which there are"
prints '2021年政府工作报告' "print takes 2021:冯飞" -f "$DATA" -f 2021.yaml print 2021:冯飞
prints '"volumes"' "export of several files names them" -f "$DATA" -f 2021.yaml export
fails_with 2 'yaml' "several files make no one yaml" -f "$DATA" -f 2021.yaml export --as=yaml

printf 'dump\nkey Down\ntype j\nresize 100x30\ndump style\n' >steps
run --script steps --size 80x24
[ $status -eq 0 ] && grep -q '^-- 80x24$' "$OUT" && grep -q '^-- 100x30$' "$OUT" && grep -q 袁家军 "$OUT"
report "a script plays the screen without a terminal"
printf 'dump\n# note\nfrobnicate\n' >wrong
run --script wrong
[ $status -eq 2 ] && grep -q '^fengong: wrong:3:' "$ERR"
report "an unknown step is 2, with its line"
fails_with 3 'nowhere' "a script that is not there is 3" --script nowhere
echo dump >dump
# starts FOOTER WHAT ARGUMENT... : the screen's last row begins so.
starts() {
    footer=$1 what=$2
    shift 2
    run --script dump --size 80x12 "$@"
    [ $status -eq 0 ] && sed -n 12p "$OUT" | grep -q "^ $footer"
    report "the screen may start $what"
}
starts '冯飞  11/70' "at a leader" --leader 冯飞
starts '冯飞 › 2\.7 ' "at a task" --goto 二.7
starts '十方面民生实事责任分解 › m\.4 ' "at a livelihood item" --goto m.4
starts '单位 › 省发展改革委  1/142' "at a unit, named as people do" --unit fgw
starts '单位 › 省生态环境厅 .*Esc 取消' "with a search" --search 环保
starts '没有 99\.9 这一项' "at the top when there is no such task, and says so" --goto 99.9
run --script dump --ascii
[ $status -eq 0 ] && ! grep -q '[│┃▌▸▾›·]' "$OUT" && grep -q '^>v 袁家军' "$OUT"
report "with --ascii lines and marks are ASCII"
printf 'key p\ndump\n' >dialog
run --script dialog
grep -q '存为文件' "$OUT" && ASAN_OPTIONS=detect_leaks=0 "$FENGONG" -f "$DATA" --script - --restricted <dialog >"$OUT" && grep -q '预览' "$OUT" &&
    ! grep -q '存为文件\|打印机' "$OUT"
report "restricted, the print dialog offers the preview alone"
fails_with 2 '终端' "the screen without a terminal is wrong usage" browse
printf 'reload\ndump\n' >piped
"$FENGONG" -f - -f "$DATA" --script piped <"$DATA" >"$OUT" 2>"$ERR"
grep -q 袁家军 "$OUT" && ! grep -q 'error' "$OUT"
report "a reload shows again what came by standard input"
printf 'reload\nkey Down\ndump\n' >again
run -f - --script again
[ $status -eq 3 ]
report "an empty standard input is 3"
"$FENGONG" -f - --script again <"$DATA" >"$OUT" 2>"$ERR"
status=$?
[ $status -eq 0 ] && grep -q 袁家军 "$OUT"
report "what came from standard input outlives a reload"

# Lines are counted alike however they end.
notice=$ROOT/tests/data/notices/footer-below-date.txt
cp "$notice" ends.txt
run import ends.txt
mv "$OUT" lf.yaml && mv "$ERR" lf.said
sed "s/\$/$(printf '\r')/" "$notice" >ends.txt
run import ends.txt
cmp -s "$OUT" lf.yaml && cmp -s "$ERR" lf.said
report "a notice with CR LF at its line ends is imported as one with LF, and its lines have the same numbers"
tr '\n' '\r' <"$notice" >ends.txt
run import ends.txt
cmp -s "$OUT" lf.yaml && cmp -s "$ERR" lf.said
report "so is one with CR"
finish
