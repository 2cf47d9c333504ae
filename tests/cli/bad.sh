# SPDX-License-Identifier: MIT
# Files that are none, and outputs that take nothing: one clear message each, the right exit status, nothing half done.
. "$ROOT/tests/cli/lib.sh"
cd "$TMP" || exit 1

mkdir folder
: >empty.yaml
head -c 4096 "$FENGONG" >binary.yaml
{ printf 'format: 1\ntitle: '; head -c 1048576 /dev/zero | tr '\0' x; echo; } >long.yaml
head -c 3000 "$DATA" >truncated.yaml
{ cat "$DATA"; printf -- '---\nformat: 1\n'; } >second.yaml
printf 'format: 1\ntitle: \324\360\310\316\267\326\275\342\n' >gb18030.yaml
printf 'format: 1\ntitle: "未完\n' >quote.yaml
printf 'title：没有空格的全角冒号\n' >colon.yaml
printf 'format: 1\ntitle: \033]0;bad\007\n' >escape.yaml
sed '/^title:/d' "$DATA" >untitled.yaml
ln -s loop.yaml loop.yaml
cp "$DATA" secret.yaml
chmod 000 secret.yaml

# bad FILE PATTERN WHAT : 3, nothing on standard output, one message on one line that names the file.
bad() {
    run -f "$1" show 2.7
    [ $status -eq 3 ] && [ ! -s "$OUT" ] && [ "$(wc -l <"$ERR")" -eq 1 ] && grep -q "^fengong: $1.*$2" "$ERR"
    report "$3 is one message and 3"
    run -f "$1" check
    [ $status -eq "${4:-3}" ]
    report "check of $3 is ${4:-3}"
}
bad nowhere.yaml '' "a file that is not there"
bad folder '' "a folder"
bad empty.yaml '' "an empty file"
bad binary.yaml '' "a binary file"
bad gb18030.yaml 'UTF-8' "a GB18030 file"
bad second.yaml ':[0-9]*:[0-9]*: error: ' "a second document"
bad untitled.yaml ':[0-9]*:1: error: ' "a file without a title" 1
bad quote.yaml ':[0-9]*:[0-9]*: error: ' "an open quote"
bad loop.yaml '' "a link to itself"
bad /dev/null '' "a device"
bad escape.yaml '' "an escape sequence in a text"
! LC_ALL=C grep -q "$(printf '\033')" "$ERR" "$OUT"
report "the message of a text with an escape sequence has none itself"
if [ "$(id -u)" -eq 0 ]; then
    skip "a file that may not be read is 3" "root reads everything"
else
    bad secret.yaml '' "a file that may not be read"
fi
for file in long truncated colon; do
    run -f $file.yaml show 2.7
    [ $status -eq 3 ] && [ ! -s "$OUT" ] && grep -q "^fengong: $file.yaml:[0-9]*:[0-9]*: error: " "$ERR" &&
        [ "$(wc -c <"$ERR")" -lt 2000 ]
    report "a $file file is 3, its message short"
done
run -f "$DATA" -f nowhere.yaml show 2.7
[ $status -eq 3 ] && grep -q nowhere.yaml "$ERR"
report "one bad file among several is 3"

name=$(printf 'bad\033[2Jname.yaml')
run -f "$name" check
! LC_ALL=C grep -q "$(printf '\033')" "$OUT" "$ERR" && grep -q '‹U+001B›' "$OUT"
report "a file's name with an escape sequence is cleaned where faults are listed"

# Notices that are none.
run import folder
[ $status -eq 3 ] && grep -q '无法读 folder：这是文件夹，不是文件' "$ERR"
report "a folder is no notice, and 3"

# What loads and may be wrong all the same.
sed 's/- 省经信厅$/- 省经信/' "$DATA" >slip.yaml
run -f slip.yaml show 2.7
[ $status -eq 0 ] && [ "$(cat "$ERR")" = 'fengong: 有1个单位没有登记，可能是写错了：fengong check 逐个列出' ]
report "a unit that nobody has registered is told with whatever is shown"
printf 'dump\nkey Down\nreload\ndump\n' >look.script
run -f slip.yaml --script look.script --size 100x20
[ "$(grep -c '^ 有1个单位没有登记，详见 fengong check ' "$OUT")" -eq 2 ]
report "and on the screen, at the start and after a reload"
run -f "$DATA" --script look.script --size 100x20
[ "$(grep -c '详见 fengong check' "$OUT")" -eq 0 ] && [ ! -s "$ERR" ]
report "a file without slips is shown without a word"

# Steps that are none.
for step in 'load 12x' 'load 12345678901234' 'resize 8' 'dump styles' 'key Nothing' fly; do
    echo "$step" >wrong.script
    fails_with 2 'wrong.script:1:1: ' "a script's step \"$step\" is refused" -f "$DATA" --script wrong.script
done

# Outputs.
if [ -c /dev/full ]; then
    "$FENGONG" -f "$DATA" export >/dev/full 2>"$ERR"
    status=$?
    [ $status -eq 3 ] && grep -q '^fengong: 无法写标准输出' "$ERR"
    report "a full disk is said, and 3"
    "$FENGONG" --help >/dev/full 2>"$ERR"
    status=$?
    [ $status -eq 3 ]
    report "a full disk is 3 for the help too"
fi
"$FENGONG" -f "$DATA" export >&- 2>"$ERR"
status=$?
[ $status -eq 3 ] && grep -q '^fengong: 无法写标准输出' "$ERR"
report "a closed standard output is said, and 3"
(trap '' PIPE; "$FENGONG" -f "$DATA" export 2>"$ERR"; echo $? >ended) | head -n 1 >"$OUT"
status=$(cat ended)
[ "$status" -eq 141 ] && [ ! -s "$ERR" ]
report "a reader that leaves early is no fault to speak of"
echo 'a.yaml:1:1: error: …' >report.txt
run -f "$DATA" check -o report.txt
[ $status -eq 0 ] && [ -f report.txt ] && [ ! -s report.txt ]
report "a check that finds nothing leaves no faults of before in the file"
echo old >kept
run -f "$DATA" show 9.99 -o kept
[ $status -eq 1 ] && grep -q old kept
report "what finds nothing leaves the file as it was"
run -f "$DATA" export -o folder/none/kept
[ $status -eq 3 ] && grep -q '无法写 folder/none/kept：没有这个文件夹' "$ERR"
report "a file that cannot be written is 3"
run -f "$DATA" show 99.9 -o kept
[ $status -eq 1 ] && [ "$(cat kept)" = old ]
report "a file is untouched when there is nothing to write"
run -f "$DATA" unit 局 -o kept
[ $status -eq 1 ] && [ "$(cat kept)" = old ] && [ -s "$OUT" ]
report "a list of candidates does not go to the file"
(ulimit -f 1; trap '' XFSZ; "$FENGONG" -f "$DATA" export -o kept >"$OUT" 2>"$ERR"; echo $? >ended)
status=$(cat ended)
[ "$status" -eq 3 ] && [ "$(cat kept)" = old ] && [ "$(find . -name 'kept*' -o -name '.fengong*')" = ./kept ]
report "a file that cannot be completed keeps what it had, and nothing is left beside it"
run -f "$DATA" export -o kept
[ $status -eq 0 ] && [ ! -s "$OUT" ] && "$FENGONG" -f "$DATA" export | cmp -s - kept
report "--output writes what standard output would get"
ln -s kept link
run -f "$DATA" stats -o link
[ -L link ] && grep -q 193 kept
report "a link is followed, not replaced"
(umask 027; "$FENGONG" -f "$DATA" stats -o new)
chmod 604 kept
run -f "$DATA" stats -o kept
[ "$(ls -l new | cut -c 1-10)" = -rw-r----- ] && [ "$(ls -l kept | cut -c 1-10)" = -rw----r-- ]
report "a new file has the mode that the umask leaves, an old one keeps its own"
run -f "$DATA" stats -o -
[ $status -eq 0 ] && grep -q 193 "$OUT"
report "-o - is standard output"

fails_with 2 '打印' "only PDF goes to the printer" -f "$DATA" print 冯飞 --printer --as=html
if [ -x "$FENGONG-paper" ]; then
    # lp is looked for in fixed places; where there is one, it finds nobody to print.
    CUPS_SERVER=$TMP/no-such-socket run -f "$DATA" print 冯飞 --printer=二楼
    # Faces that stand in are told before.
    [ $status -eq 3 ] && [ ! -s "$OUT" ] && tail -n 1 "$ERR" | grep -q '^fengong: 打印没有成功 二楼：'
    report "a printer that cannot be reached is said, and 3"
    run -f "$DATA" print 子虚乌有 --printer
    [ $status -eq 1 ]
    report "nothing is printed when nothing is found"
else
    skip "a printer that cannot be reached is said, and 3" "no fengong-paper"
    skip "nothing is printed when nothing is found" "no fengong-paper"
fi
finish
