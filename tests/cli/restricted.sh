# SPDX-License-Identifier: MIT
# Restricted mode: what the environment, the arguments and the keys of a user cannot do.
. "$ROOT/tests/cli/lib.sh"
cd "$TMP" || exit 1

# See run() of lib.sh.
export ASAN_OPTIONS=detect_leaks=0

cat >keys <<'END'
key q
END
run --restricted --self-test
lines=$(grep -c '	已关闭' "$OUT")
landlock=$(grep -c '^Landlock	[0-9]' "$OUT")
[ "$lines" -ge 6 ] && grep -q '^import、diff、--script 读文件	已关闭' "$OUT" && grep -q '^打印、编辑、启动程序.*已关闭' "$OUT" && grep -q '^危险的环境变量	已关闭' "$OUT"
report "the self-test tells of each way out"
if [ "$landlock" = 1 ]; then
    [ $status -eq 0 ] && [ "$lines" -eq 13 ] && ! grep -q '开着' "$OUT"
    report "with the kernel's help each is closed"
else
    skip "with the kernel's help each is closed" "this kernel has no Landlock"
fi
run --restricted --self-test --lang=zh
grep -q '^危险的环境变量	已关闭' "$OUT"
report "in a language that is asked for, too"

fails_with 2 '与 --restricted 同用' "the self-test is one of restricted mode" --self-test

fails_with 2 '受限模式不写文件' "it writes no file" --restricted -f "$DATA" stats -o written
[ ! -e written ]
report "none at all"
fails_with 2 '受限模式不启动打印程序' "it starts no printer" --restricted -f "$DATA" print 1 --printer
fails_with 2 '不读另外指定的文件' "it imports no file" --restricted import "$DATA"
fails_with 2 '不读另外指定的文件' "it compares no files" --restricted diff "$DATA" "$DATA"
fails_with 2 '不读另外指定的文件' "it reads no list of tasks" --restricted -f "$DATA" print --ids=/etc/passwd
fails_with 2 '不读另外指定的文件' "it plays no script" --restricted -f "$DATA" --script keys

# The breakdown is where the administrator says: not in the folder, not where the environment points.
mkdir -p data home/.local/share/fengong dirs/fengong
for place in data/tasks.yaml home/.local/share/fengong/tasks.yaml dirs/fengong/tasks.yaml; do
    sed 's/^title: .*/title: planted/' "$DATA" >"$place"
done
(
    export FENGONG_FILE="$TMP/data/tasks.yaml" XDG_DATA_HOME="$TMP/dirs" XDG_DATA_DIRS="$TMP/dirs" HOME="$TMP/home"
    "$FENGONG" --restricted show 2.7 >"$OUT" 2>"$ERR"
    ! grep -q planted "$OUT"
)
report "it looks for its file in the system's folders only"

# However it is named, and however the option is cut short.
cp "$FENGONG" fengong-restricted
for way in ./fengong-restricted "$FENGONG --restricted" "$FENGONG --restr"; do
    # $way is a command and its arguments
    # shellcheck disable=SC2086
    FENGONG_FILE=$DATA $way stats >"$OUT" 2>"$ERR"
    ! grep -q '合计' "$OUT" || [ -e /usr/local/share/fengong/tasks.yaml ] || [ -e /usr/share/fengong/tasks.yaml ]
    report "restricted by: ${way##*/}"
done
./fengong-restricted -f "$DATA" stats >"$OUT" 2>"$ERR"
status=$?
[ $status -eq 2 ] && grep -q '不读另外指定的文件' "$ERR"
report "by its name, it takes no file either"
./fengong-restricted -c 'sh -i' >"$OUT" 2>"$ERR"
status=$?
[ $status -ne 0 ] && [ ! -s "$OUT" ]
report "as a login shell it runs no command"

# A folder of the user's for catalogues: with a format that prints more than the program passes.
if command -v msgfmt >/dev/null; then
    mkdir -p evil/en/LC_MESSAGES beside/locale/en/LC_MESSAGES
    printf 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\nmsgid "没有命令“%%s”；用法见 --help"\nmsgstr "%%s%%s%%s%%s%%s%%n"\n' >evil.po
    msgfmt -o beside/locale/en/LC_MESSAGES/fengong.mo evil.po
    cp "$FENGONG" beside/fengong
    LANGUAGE=en LC_ALL=C.UTF-8 beside/fengong nonsense >"$OUT" 2>"$ERR"
    status=$?
    [ $status -eq 2 ] && grep -q 'nonsense' "$ERR" && ! grep -q '%' "$ERR"
    report "a catalogue whose format asks for more than the source's is not believed"
    LANGUAGE=../../../../../../..$TMP/evil LC_ALL=C.UTF-8 "$FENGONG" --restricted nonsense >"$OUT" 2>"$ERR"
    status=$?
    [ $status -eq 2 ] && grep -q '没有命令“nonsense”' "$ERR"
    report "restricted mode does not read LANGUAGE"
else
    skip "a catalogue whose format asks for more than the source's is not believed" "no msgfmt"
fi
finish
