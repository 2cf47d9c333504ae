# SPDX-License-Identifier: MIT
. "$ROOT/tests/cli/lib.sh"
cd "$TMP" || exit 1

prints '用法：fengong' "help is printed on standard output" --help
prints 'show ID' "help names the commands" -h
prints 'libunistring' "version names the libraries" --version
run --version
grep -q '^fengong [0-9]' "$OUT" && grep -q '语言环境' "$OUT" && grep -q '字宽' "$OUT"
report "version names locale and widths"
LC_ALL="$(printf 'zh_CN.\033[2J\302\2331m')" run --version
[ $status -eq 0 ] && ! LC_ALL=C grep -q "$(printf '\033\|\302\233')" "$OUT" && grep -q 'zh_CN.‹U+001B›\[2J‹U+009B›1m' "$OUT"
report "version cleans the locale that the environment asks for"
run --list-keys
[ $status -eq 0 ] && [ "$(grep -c '	' "$OUT")" -gt 20 ]
report "keys are listed, tab-separated"

fails_with 2 '没有选项' "an unknown option is wrong usage" --nonsense
fails_with 2 '没有选项' "an unknown letter is wrong usage" -Z
fails_with 2 '缺少值' "an option without its value is wrong usage" show -f
fails_with 2 '没有命令' "an unknown command is wrong usage" frobnicate
fails_with 2 '用法' "a missing argument is wrong usage" show
fails_with 2 '用法' "an argument too many is wrong usage" stats 1
fails_with 2 '格式' "an unknown format is wrong usage" -f "$DATA" stats --as=docx
fails_with 2 '格式' "a format of another command is wrong usage" -f "$DATA" stats --as=csv
fails_with 2 'width' "a width that is no number is wrong usage" -f "$DATA" print 1 --width=x
prints '1\. ' "the widest width is 1000" -f "$DATA" print 1 --width=1000
fails_with 2 'width' "a wider one is wrong usage" -f "$DATA" print 1 --width=1001
fails_with 2 'width' "a width of nothing is wrong usage" -f "$DATA" print 1 --width 0
fails_with 2 'file' "a file without a name is wrong usage" -f '' stats
fails_with 2 'size' "a size that is none is wrong usage" --size 80
fails_with 2 'size.*script' "a size without a script is wrong usage" -f "$DATA" --size 80x24
fails_with 2 'output.*script' "a file for a screen without a script is wrong usage" -f "$DATA" -o "$TMP/x"
fails_with 2 'filter' "a filter of nothing is wrong usage" -f "$DATA" print --filter ''
run --dump-config -o dumped
[ $status -eq 0 ] && [ ! -s "$OUT" ] && grep -q '^theme = ' dumped
report "what the program says of itself goes into the file of -o, too"
fails_with 2 '受限' "but not in restricted mode" --restricted --dump-config -o dumped.too
fails_with 2 'color' "a colour choice that is none is wrong usage" -f "$DATA" --color=blue stats
fails_with 2 'limit' "a limit of nothing is wrong usage" -f "$DATA" --limit=0 stats
dd if=/dev/zero of=large bs=1024 count=0 seek=1025 2>/dev/null
fails_with 3 '太大：最多1兆' "a file beyond the limit is not read" -f large --limit=1 stats
fails_with 3 'NUL' "a file within it is read" -f large --limit=2 stats
fails_with 2 'ambiguous' "an ambiguous width of 3 is wrong usage" -f "$DATA" --ambiguous=3 stats
fails_with 2 '不能用于' "an option of another command is wrong usage" -f "$DATA" show 2.7 --goto 2.7
fails_with 2 '选项 --file 不能用于 diff' "diff names its files itself" -f "$DATA" diff "$DATA" "$DATA"
fails_with 2 '选项 --file 不能用于 import' "so does import" import --file="$DATA" notice.txt
fails_with 2 'printer\|打印机' "a printer's name with a blank is wrong usage" -f "$DATA" print 1 --printer='a b'
fails_with 2 '打印机名' "a printer's name that looks like an option is wrong usage" -f "$DATA" print 1 --printer=-o

fails_with 2 '不与 --output 同用' "--printer and --output together are wrong usage" -f "$DATA" print 1 --printer -o "$TMP/x"
fails_with 2 '只打印 pdf' "a printer takes nothing but PDF" -f "$DATA" print 1 --printer --as=html
run "$(printf 'x\033[2J')"
[ $status -eq 2 ] && ! LC_ALL=C grep -q "$(printf '\033')" "$ERR" && grep -q '‹U+001B›' "$ERR"
report "a command with an escape sequence is cleaned in the message"
prints '^2.7' "options may stand before the command" -f "$DATA" show 2.7
prints '^2.7' "options may stand after the arguments" show 2.7 -f "$DATA"
prints '"id": "2.7"' "options may stand between" show --as json 2.7 --file="$DATA"
prints '^2.7' "two dashes end the options" -f "$DATA" show -- 2.7
fails_with 1 '没有找到.*“--as”' "what follows the two dashes is no option" -f "$DATA" show -- --as

# Where the file is looked for.
mkdir -p own/.local/share/fengong
sed 's/^title: .*/title: from-own/' "$DATA" >own/.local/share/fengong/tasks.yaml
(HOME=$TMP/own && export HOME && "$FENGONG" show 2.7 >"$OUT" 2>"$ERR")
status=$?
[ $status -eq 0 ] && grep -q '^from-own' "$OUT"
report "without XDG_DATA_HOME, ~/.local/share stands in"
fails_with 3 '没有找到责任分解文件' "no file anywhere is said" show 2.7
mkdir -p data home/fengong dirs/fengong env
sed 's/^title: .*/title: from-dirs/' "$DATA" >dirs/fengong/tasks.yaml
mkdir -p relative/fengong
sed 's/^title: .*/title: from-relative/' "$DATA" >relative/fengong/tasks.yaml
XDG_DATA_DIRS="relative:$TMP/nowhere:$TMP/dirs"
export XDG_DATA_DIRS
prints '^from-dirs' "a file under XDG_DATA_DIRS is found, relative folders left aside" show 2.7
sed 's/^title: .*/title: from-home/' "$DATA" >home/fengong/tasks.yaml
XDG_DATA_HOME=$TMP/home
export XDG_DATA_HOME
prints '^from-home' "one under XDG_DATA_HOME comes before it" show 2.7
sed 's/^title: .*/title: from-here/' "$DATA" >data/tasks.yaml
prints '^from-here' "data/tasks.yaml comes before both" show 2.7
sed 's/^title: .*/title: from-env/' "$DATA" >env/tasks.yaml
FENGONG_FILE=$TMP/env/tasks.yaml
export FENGONG_FILE
prints '^from-env' "FENGONG_FILE comes before all" show 2.7
prints '^浙江省2020年' "-f comes before FENGONG_FILE" -f "$DATA" show 2.7
run show 2.7 --restricted
! grep -q '^from-' "$OUT"
report "restricted, neither FENGONG_FILE nor the folder says which file"
fails_with 2 '受限' "restricted, no file is written" -f "$DATA" --restricted -o "$TMP/x" show 2.7
[ ! -e "$TMP/x" ]
report "restricted, there is no file indeed"
fails_with 2 '受限' "restricted, nothing is printed" -f "$DATA" --restricted --printer print 1
"$FENGONG" -f - show 2.7 <"$DATA" >"$OUT" 2>"$ERR"
status=$?
[ $status -eq 0 ] && grep -q '^2.7' "$OUT"
report "- is standard input"
finish
