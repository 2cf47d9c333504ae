# SPDX-License-Identifier: MIT
# fengong-paper, the program that fengong becomes for PDF, Excel and Word: how it is found and started.
. "$ROOT/tests/cli/lib.sh"
cd "$TMP" || exit 1

# A program in a folder of its own, beside it one that says what it was given.
REAL=$FENGONG
FENGONG=$TMP/fengong
cp "$REAL" "$FENGONG"
cat >fengong-paper <<'END'
#!/bin/sh
printf '%s|' "$@"
[ ! -t 0 ] && cat
exit 7
END
chmod +x fengong-paper
run -f - print 'a b' --as=pdf -o -
[ $status -eq 7 ] && [ ! -s "$ERR" ] && [ "$(cat "$OUT")" = '-f|-|--as=pdf|-o|-|print|a b|' ]
report "print --as=pdf goes on as the fengong-paper beside it, with the same arguments"
echo in | "$FENGONG" print --as=docx -- -x >"$OUT" 2>"$ERR"
[ "$(tail -n 1 "$OUT")" = '--as=docx|--|print|-x|in' ]
report "its standard input is fengong's"
status=0
# shellcheck disable=SC2123 # there is no program in it
(PATH=$TMP/elsewhere && export PATH && "$FENGONG" print x --as=xlsx >"$OUT" 2>"$ERR" </dev/null)
grep -q 'xlsx' "$OUT"
report "no PATH is needed to find it"
run -f "$DATA" print 1 --as=html
[ $status -eq 0 ] && grep -qi '^<!doctype html>' "$OUT"
report "what fengong makes itself does not start it"
fails_with 2 '受限模式' "restricted mode does not start it" --restricted print 1 --as=pdf
fails_with 2 '可用' "a format of sheets is none of statistics" stats --as=pdf

rm fengong-paper
mkdir fengong-paper
# An installed one is not to be seen: the place has another name in this copy.
LC_ALL=C sed 's|/fengong/fengong-paper|/fengong/fengong-none.|g' "$REAL" >"$FENGONG"
fails_with 3 '软件包 fengong-paper' "where it is not installed, the package is named" -f "$DATA" print 1 --as=pdf -o x.pdf
[ ! -e x.pdf ]
report "and nothing is written"
printf '<!DOCTYPE html>\n<html><body><p>1．办学。（责任单位：市教育局）</p></body></html>\n' >page.txt
printf 'PK\003\004\000\000' >word.txt
fails_with 3 '软件包 fengong-paper' "nor are web pages read" import page.txt
fails_with 3 '软件包 fengong-paper' "nor Word files" import word.txt
fails_with 3 '不是文字' "what is no text is told from documents" import "$REAL"
finish
