# SPDX-License-Identifier: MIT
# help COMMAND, and that each of its examples does what it says.
. "$ROOT/tests/cli/lib.sh"
cd "$TMP" || exit 1

prints '^用法：fengong \[选项\]' "help alone is --help" help
prints '^  fengong print 冯飞 --as=pdf' "help of a command has examples" help print
prints '^      --each=unit|leader|section' "and the command's own options" help print
"$FENGONG" help print | grep -q -- --goto
[ $? -eq 1 ]
report "and no others"
run help print
mv "$OUT" help.txt
run print --help
cmp -s help.txt "$OUT"
report "--help behind a command is its help"
fails_with 2 '没有命令“frob”' "help of a command that is none is wrong usage" help frob
LANGUAGE=en LC_ALL=C.UTF-8 "$FENGONG" --lang=en help show >"$OUT" 2>"$ERR"
status=$?
grep -q '^Examples:$' "$OUT" && grep -q 'exit status 1' "$OUT"
report "it speaks English"

prepare_lines
for command in $("$FENGONG" --help | awk '/^命令/ { on = 1; next } /^选项/ { on = 0 } on && /^  [a-z]/ { print $1 }'); do
    "$FENGONG" help "$command" >examples
    grep -q '^  fengong' examples
    report "$command has examples"
    awk '/^  fengong/ { line = substr($0, 3); next }
        line != "" { wanted = sub(/.*退出码 /, "") ? $0 + 0 : 0; print wanted, line; line = "" }' examples >lines
    while read -r wanted line; do
        if by_paper "$line" && ! [ -x "$FENGONG-paper" ]; then
            skip "$line" "no fengong-paper"
            continue
        fi
        run_line "$line"
        [ $status -eq "$wanted" ] && made "$line"
        report "$line ($wanted)"
    done <lines
done
[ "$(find 各单位 -name '*.html' | wc -l)" -eq 142 ]
report "each unit has a file"
finish
