#!/bin/sh
# SPDX-License-Identifier: MIT
# Debian's packages ("make deb"): built of the source archive, whose tests run in its own folder; looked at by lintian; and
# at work, laid over /usr for these tests alone.
. "$ROOT/tests/cli/lib.sh"
unset MAKEFLAGS MAKELEVEL FENGONG_LONG
cd "$ROOT" || exit 1
missing=
for program in dpkg-buildpackage dh; do
    command -v $program >/dev/null || missing="$missing $program"
done
[ -n "$missing" ] || missing=$(dpkg-checkbuilddeps packaging/debian/control 2>&1 | sed 's/.*: //')
if [ -n "$missing" ]; then
    skip "Debian's packages" "there is no $missing"
    finish
    exit
fi
make BUILD="$TMP/once" dist >"$OUT" 2>"$ERR" && make BUILD="$TMP/twice" dist >"$OUT" 2>"$ERR"
status=$?
[ $status -eq 0 ] && cmp "$TMP"/once/*.tar.gz "$TMP"/twice/*.tar.gz >>"$ERR" 2>&1
report "the source archive is the same twice"
folder="$TMP/with blank/deb"
tools/deb.sh "$(sed -n 's/^VERSION := //p' Makefile)" "$TMP"/once/*.tar.gz "$folder" >"$TMP/log" 2>&1
status=$?
tail -n 30 "$TMP/log" >"$ERR"
[ $status -eq 0 ] && grep -q '^screens: .* 0 failed' "$TMP/log"
report "the packages are built of it, and its tests pass in its own folder"
if command -v lintian >/dev/null; then
    lintian --allow-root -EI --pedantic "$folder"/*.changes >"$OUT" 2>"$ERR"
    status=$?
    [ $status -eq 0 ] && ! grep -q '^[EWIPX]:' "$OUT"
    report "lintian has nothing to say of them"
else
    skip "lintian" "no lintian"
fi

usr=$TMP/root/usr
for package in "$folder"/fengong_*.deb "$folder"/fengong-paper_*.deb; do
    dpkg-deb -x "$package" "$TMP/root" || break
done
pages() { (cd "$1" && find man1 man5 -name '*.gz' | sort); }
pages "$usr/share/man" >"$OUT"
pages "$usr/share/man/zh_CN" | cmp - "$OUT" >"$ERR" 2>&1 && [ "$(wc -l <"$OUT")" -ge 4 ]
report "each page of the manual is there in both languages"
(cd "$usr/share/doc/fengong" && grep -o '](\(docs/\|packaging/\|\.\./packaging/\)\?[a-zA-Z0-9.-]*\.\(md\|png\))' README*.md docs/*.md |
    sed 's/](//; s/)$//' | while IFS=: read -r page target; do
    [ -e "$(dirname "$page")/$target" ] || case $target in
    CHANGELOG.md | CONTRIBUTING.md | src/*) ;; # of the source
    *) echo "$page: $target" ;;
    esac
done) >"$OUT" 2>"$ERR"
[ ! -s "$OUT" ] && [ -s "$usr/share/doc/fengong/docs/liaison.zh-CN.md" ]
report "the guides are there, and what they link to"
# installed PROGRAM [ARGUMENT]... : where the packages are.
cat >"$TMP/installed" <<END
#!/bin/sh
exec unshare -rm /bin/sh -c 'mount -t overlay overlay -o "lowerdir=$usr:/usr" /usr && exec "\$@"' sh "\$@"
END
printf '#!/bin/sh\nexec "%s" /usr/bin/fengong "$@"\n' "$TMP/installed" >"$TMP/fengong"
chmod +x "$TMP/installed" "$TMP/fengong"
FENGONG=$TMP/fengong
if ! "$TMP/installed" true 2>"$ERR"; then
    skip "the packages at work" "$(head -n 1 "$ERR")"
    finish
    exit
fi
mkdir "$TMP/elsewhere"
cd "$TMP/elsewhere" || exit 1
prints '^2.7　二、冯飞' "the breakdown of the package is found" show 2.7
run print 冯飞 --as=pdf -o x.pdf
[ $status -eq 0 ] && [ "$(head -c 5 x.pdf)" = '%PDF-' ]
report "a sheet as PDF"
LANGUAGE=en
prints '^Usage: fengong' "it speaks English" --help
LANGUAGE=
"$TMP/installed" bash -c '. /usr/share/bash-completion/completions/fengong && complete -p fengong' >"$OUT" 2>"$ERR"
report "bash loads its completions"
finish
