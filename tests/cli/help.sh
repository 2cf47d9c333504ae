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

# What the examples speak of.
mkdir bin data
ln -s "$FENGONG" bin/fengong
cp "$DATA" data/tasks.yaml
cp "$DATA" tasks.yaml
cp "$ROOT/tests/data/years/2019.yaml" "$ROOT/tests/data/years/2020.yaml" .
cp "$ROOT/tests/data/bad/alias-of-another.yaml" draft.yaml
cp "$(find "$ROOT/tests/data/notices" -name '*.txt' | sort | head -n 1)" notice.txt
echo 'key q' >keys

# run_line LINE : as a shell would; what wants a screen plays a script.
run_line() {
    line=$1
    case $line in fengong | 'fengong -'*) case $line in *linear* | *check*) ;; *) line="$line --script keys" ;; esac ;; esac
    PATH=$TMP/bin:$PATH sh -c "$line" >"$OUT" 2>"$ERR" </dev/null
    status=$?
}
made() { # the file or folder that -o names is there
    target=$(echo "$1" | sed -n 's/.* -o //p')
    [ -z "$target" ] || [ -s "$target" ]
}

for command in $("$FENGONG" --help | awk '/^命令/ { on = 1; next } /^选项/ { on = 0 } on && /^  [a-z]/ { print $1 }'); do
    "$FENGONG" help "$command" >examples
    grep -q '^  fengong' examples
    report "$command has examples"
    awk '/^  fengong/ { line = substr($0, 3); next }
        line != "" { wanted = sub(/.*退出码 /, "") ? $0 + 0 : 0; print wanted, line; line = "" }' examples >lines
    while read -r wanted line; do
        case $line in
        *--as=pdf* | *--as=docx* | *--as=xlsx*)
            if ! [ -x "$FENGONG-paper" ]; then
                skip "$line" "no fengong-paper"
                continue
            fi
            ;;
        esac
        run_line "$line"
        [ $status -eq "$wanted" ] && made "$line"
        report "$line ($wanted)"
    done <lines
done
[ "$(find 各单位 -name '*.html' | wc -l)" -eq 142 ]
report "each unit has a file"
finish
