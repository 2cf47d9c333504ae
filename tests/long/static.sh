#!/bin/sh
# SPDX-License-Identifier: MIT
# The program that is one file ("make static"), where there is nothing else: the tests of screen, command line and golden
# files with it, in a root folder that is empty but for the file, /dev, the source and the tests' own files.
if [ -z "${ALONE:-}" ] && unshare -rm true 2>/dev/null; then # mounts of its own
    ALONE=yes exec unshare -rm sh "$0"
fi
. "$ROOT/tests/cli/lib.sh"
BUILD=$(dirname "${FENGONG#"$ROOT/"}") # as make knows it: what an object is made of is noted by its name
unset MAKEFLAGS MAKELEVEL FENGONG_LONG
cd "$ROOT" || exit 1
make BUILD="$BUILD" CC="${CC:-cc}" static >"$OUT" 2>"$ERR"
status=$?
if [ $status -ne 0 ] && grep -q '^For one file\|^There is no infocmp' "$ERR"; then
    skip "the program as one file" "$(grep -h '^For one file\|^There is no infocmp' "$ERR")"
    finish
    exit
fi
[ $status -eq 0 ]
report "it is built"
one=$ROOT/$BUILD/static/fengong
! objdump -p "$one" | grep -qE 'NEEDED|INTERP'
report "it needs no library and no loader"

# A root folder of our own, where the system lets us have one; else the file where it stands.
ordinary=$FENGONG root=$TMP/root FENGONG=$TMP/fengong
paper=$root/usr/local/libexec/fengong # the golden screens are those of a system that has fengong-paper
mkdir -p "$root/dev" "$root/tmp" "$root$ROOT" "$paper" "$TMP/locale/en/LC_MESSAGES"
install -m 755 /dev/null "$paper/fengong-paper"
install -m 755 /dev/null "$FENGONG-paper" # the tests on a terminal look beside what they start
: >"$TMP/locale/en/LC_MESSAGES/fengong.mo" # which the tests look for; the file has its own
cp "$one" "$root/fengong"
cat >"$FENGONG" <<END
#!/bin/sh
exec unshare -R "$root" -w "\$PWD" /fengong "\$@"
END
chmod +x "$FENGONG"
if [ -n "${ALONE:-}" ] && mount --rbind /dev "$root/dev" && mount --bind /tmp "$root/tmp" &&
    mount --bind "$ROOT" "$root$ROOT" && "$FENGONG" --version >"$OUT" 2>"$ERR"; then
    report "it runs in an empty root folder"
else
    FENGONG=$one
    skip "in an empty root folder" "no mounts of our own here"
fi
export FENGONG

# alike LOCALE ARGUMENT... : the same bytes as the ordinary program's, and some.
alike() {
    LC_ALL=$1
    shift
    "$ordinary" "$@" >"$TMP/ordinary" 2>"$TMP/said"
    "$FENGONG" "$@" >"$OUT" 2>"$ERR"
    status=$?
    [ $status -eq 0 ] && [ -s "$OUT" ] && cmp -s "$OUT" "$TMP/ordinary" && cmp -s "$ERR" "$TMP/said"
    report "as the ordinary program in $LC_ALL: $*"
    LC_ALL=C.UTF-8
}
cat >"$TMP/utf8.txt" <<'END'
2021年重点工作责任分解
一、张三省长主抓的重点工作
1.建设示范项目10个。
责任单位：省财政厅、省水利厅，各设区市政府
END
iconv -f UTF-8 -t GB18030 "$TMP/utf8.txt" >"$TMP/gb.txt" 2>"$ERR" || cp "$TMP/utf8.txt" "$TMP/gb.txt"
for locale in C C.UTF-8 zh_CN.GB18030 zh_CN.GBK xx_XX en_US.UTF-8; do
    alike $locale -f "$DATA" print 2 --as=text
    alike $locale -f "$DATA" export --as=json
    alike $locale -f "$DATA" search shengcaizheng
    alike $locale import "$TMP/gb.txt"
done

# passes PROGRAM [ARGUMENT]... : of the usual suites, with the one file.
passes() {
    [ "$1" != sh ] && what=$1 || what=$2
    suite=$TMP/suite
    rm -rf "$suite"
    mkdir "$suite"
    TMP=$suite CMOCKA_MESSAGE_OUTPUT=TAP "$@" >"$OUT" 2>"$ERR" </dev/null
    status=$?
    grep '^not ok' "$OUT" | grep -v '# SKIP' >>"$ERR"
    ! grep -q '^not ok' "$ERR" && grep -q '^ok' "$OUT"
    report "${what#"$ROOT/"}"
}
for program in screen start use paint; do
    passes "$ROOT/$BUILD/tests/pty/test_$program"
done
for script in commands encodings options language english; do
    passes sh "$ROOT/tests/cli/$script.sh"
done
passes "$ROOT/tests/golden/screens.sh"
passes "$ROOT/tests/golden/sheets.sh"
finish
