# SPDX-License-Identifier: MIT
# The interface in lines, through a pipe: what is typed comes from standard input, its end is the end.
. "$ROOT/tests/cli/lib.sh"
cd "$TMP" || exit 1
ESC=$(printf '\033')
CR=$(printf '\r')

# says LINES ARGUMENT... : what the interface says to these lines, as run() has it.
says() {
    lines=$1
    shift
    leaks=1
    case " $* " in *' --restricted '*) leaks=0 ;; esac
    printf '%b' "$lines" | ASAN_OPTIONS=detect_leaks=$leaks "$FENGONG" -f "$DATA" --linear "$@" >"$OUT" 2>"$ERR"
    status=$?
}
# has PATTERN WHAT : the last answer was given without fault, and has a line of that form.
has() {
    [ $status -eq 0 ] && [ ! -s "$ERR" ] && grep -q -- "$1" "$OUT"
    report "$2"
}

says ''
has '^领导 9 位，重点工作 193 项，民生实事 10 项，单位 142 个。$' "it begins with what there is"
has '^1\. 领导$' "and numbered choices"
says 'jxt\n'
has '^省经信厅：牵头 19，参与 33，可能 2$' "a unit's short answer comes first"
has '^  5\.7   高兴夫　新增小微企业园200个。$' "then its page"
says '？\n'
has '^f　筛选任务' "help, from a Chinese keyboard, too, names what can be typed"
says '冯飞\n7\n'
has '^2\.7　冯飞：牵头 省发展改革委，参与 13 个$' "a number in a leader's tasks is the task's"
says '1\n2\n2.14\n1\n1\n'
has '^省发展改革委：牵头 40，参与 43，可能 2；民生实事 牵头 1，参与 0$' "from leader to task to unit by numbers"
says 'f 牵头:经信 氢能\n'
has '^筛选“牵头:经信 氢能”：1 项$' "a filter says how many"
has '^5\.5　高兴夫　创建氢能产业创新研究院' "and which"
says '3\n铁路\n'
has '^筛选“铁路”：2 项$' "what is to be filtered by is asked for"
says '铁路\n'
has '^[0-9]*\. 有“铁路”的任务：2 项$' "words that are no name lead to the tasks that have them"
says '市府\n'
has '可以是 [0-9]* 个：$\|是不是：$' "what may be several is asked"
says 's\n'
has '^重点工作 193 项 = 9+51+19+10+31+26+9+19+19$' "statistics"
says 'm.4.2\nb\nb\nb\n'
[ $status -eq 0 ] && [ "$(grep -c '^1\. 领导$' "$OUT")" -eq 4 ]
report "b goes back, and no further than the beginning"
{ seq -f '2.%g' 51 && seq -f '3.%g' 19 && yes b | head -n 70; } | "$FENGONG" -f "$DATA" --linear >"$OUT" 2>"$ERR"
status=$?
[ $status -eq 0 ] && [ "$(grep -c '^2\.7　冯飞：' "$OUT")" -eq 1 ] && [ "$(grep -c '^2\.8　冯飞：' "$OUT")" -eq 2 ] &&
    [ "$(grep -c '^1\. 领导$' "$OUT")" -gt 1 ]
report "of a long way the last 64 places are gone back to, then the beginning"
says '冯飞\n99\n'
has '^这里没有编号 99$' "a number that is none is told"
says 'q\n冯飞\n'
[ $status -eq 0 ] && ! grep -q '51 项' "$OUT"
report "q leaves"
says 'jxt'
has '^省经信厅：牵头 19' "a last line without its end is one"
says 'l\n' --unit 省财政厅
has '^省财政厅：牵头 6' "it begins where the command line says"

# Comparing.
"$FENGONG" -f "$ROOT/tests/data/years/2019.yaml" -f "$ROOT/tests/data/years/2020.yaml" --linear >"$OUT" 2>"$ERR" <<'END'
c
END
status=$?
has '治理河道' "two files that are open together are compared"
says 'c\n'
has '-f 旧的 -f 新的' "with one it says what to do"

# Printing.
says '冯飞\np\n1\n'
has '冯飞常务副省长牵头重点工作任务单' "a sheet is read here"
says '1.3\np\n4\n1\n2\n\n'
has '^已写入 ' "a sheet is saved under the name that is proposed"
name=$(sed -n 's,^已写入 .*/,,p' "$OUT")
grep -q '^　　1.3\|1\.' "$name"
report "and says what it shall"
says "1.3\np\n4\n1\n2\n$name\n"
has "^已有 $name\$" "a file that is there is not written over unasked"
says "1.3\np\n4\n1\n2\n$name\n\n"
has '^已写入 ' "but when it is said"
# The numbers of formats are those that they have where all can be made.
if [ -x "$FENGONG-paper" ]; then
    says '1.3\np\n4\n2\n2\nno/where.md\nhere.md\n'
    has '^已写入 .*/here.md$' "a name that cannot be written is asked for again"
    grep -q '^#' here.md
    report "formats can be chosen"
    says 'p\n4\n4\n4\n2\nall.csv\n'
    has '^已写入 .*/all.csv$' "all tasks, from the beginning"
    [ "$(wc -l <all.csv)" -eq 211 ]
    report "all of them"
    says 'p\n4\n4\n4\n2\nmarked.csv\n' --bom
    [ "$(head -c 3 marked.csv | od -An -tx1 | tr -d ' ')" = efbbbf ] && grep -q '^2、7,' marked.csv
    report "with the mark, and ids that are all text, where that is wished"
else
    skip "formats can be chosen" "no fengong-paper"
fi

says 'p\n5\n1\n'
has '^　　5\.7 新增小微企业园200个$' "the targets in figures"
says 'p\n1\n2\n1\n1\nunits\n'
has '^写了 142 个文件到 units：重点工作牵头203项、' "one for each unit, into a folder"
[ "$(find units -name '*.txt' | wc -l)" -eq 142 ]
report "all of them"

# Restricted mode.
rm -f "$name"
says '1.3\np\n2\nx.txt\n3\n' --restricted
[ $status -eq 0 ] && [ ! -e x.txt ] && ! grep -q '存成文件：\|送打印机' "$OUT"
report "restricted mode offers neither file nor printer"

# Encodings, and nothing but lines.
printf '省经信厅\n' | iconv -t GB18030 | LC_ALL=zh_CN.GB18030 "$FENGONG" -f "$DATA" --linear 2>"$ERR" | iconv -f GB18030 >"$OUT"
status=$?
has '^省经信厅：牵头 19，参与 33' "in GB18030 it hears and speaks GB18030"
says 'jxt\n冯飞\ns\n?\np\nu\nl\nc\n'
[ $status -eq 0 ] && ! LC_ALL=C grep -q "$ESC\|$CR\|$(printf '\b')" "$OUT"
report "there is no escape sequence and no carriage return"
says 'jxt\n' --lang=en
[ $status -eq 0 ] && grep -q '^省经信厅: lead 19, support 33' "$OUT"
report "in English, too"

# A file that changes meanwhile.
cp "$DATA" changing.yaml
mkfifo answers
"$FENGONG" -f changing.yaml --linear >"$OUT" 2>"$ERR" <answers &
exec 3>answers
printf '舟山市政府\np\n' >&3
await grep -q '^打印：舟山' "$OUT"
sed 's/^title: .*/title: 新的标题/' "$ROOT/tests/data/years/2019.yaml" >new.yaml
mv new.yaml changing.yaml
printf '2.7\np\n1\n' >&3
exec 3>&-
wait $!
status=$?
has '^文件变了，已重新读取，从头开始$' "a file that has changed is read again"
has '^新的标题$' "and what it says now is said"
has '^打印：每个单位一份$' "of what was to be printed then nothing is left"

# Lines of all kinds.
for seed in 1 2 3; do
    awk -v seed=$seed 'BEGIN {
        srand(seed)
        count = split("? q1 b 0 l u f / s c p r 1 2 3 7 99 2.7 m.4.2 二 冯飞 jxt 省 铁路 牵头:经信 时限:9月 单位: \\x " \
                      "f\\ 铁路 /省 ２．７ ７ 99999999999999999999 2020:2.7 # -- %s%n \\t", words, " ")
        for (i = 0; i < 400; i++) {
            line = ""
            for (k = int(rand() * 3); k >= 0; k--)
                line = line (rand() < 0.05 ? sprintf("%c", 1 + int(rand() * 254)) : words[1 + int(rand() * count)]) \
                       (rand() < 0.3 ? " " : "")
            if (rand() < 0.01)
                while (length(line) < 9000)
                    line = line line "x"
            print line
        }
    }' >lines
    ASAN_OPTIONS=detect_leaks=0 "$FENGONG" --restricted -f "$DATA" --linear <lines >"$OUT" 2>"$ERR"
    status=$?
    [ $status -eq 0 ] && [ ! -s "$ERR" ] && ! LC_ALL=C grep -q "$ESC" "$OUT"
    report "lines of all kinds do it no harm (seed $seed)"
done
finish
