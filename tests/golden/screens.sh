#!/bin/sh
# SPDX-License-Identifier: MIT
# Golden screens: each script of screens/ played at each size gives the screens beside it.  Prints TAP.
# With --regen each difference is shown, and asked about, before the file is replaced ("make regen-screens").
set -u
here=tests/golden/screens
sizes="80x24 100x30 160x50 46x20 20x5"
export LC_ALL=C.UTF-8
unset LANGUAGE FENGONG_FILE NO_COLOR
program=${FENGONG:-build/fengong}
actual=${TMP:-$(mktemp -d)}/actual
regen=
[ "${1:-}" = --regen ] && regen=yes
no=0
status=0
for script in "$here"/*.script; do
    name=$(basename "$script" .script)
    for size in $sizes; do
        no=$((no + 1))
        golden=$here/$name.$size.txt
        "$program" -f data/tasks.yaml --ambiguous=1 --script "$script" --size "$size" >"$actual" 2>&1
        code=$?
        if [ "$code" = 0 ] && cmp -s "$golden" "$actual"; then
            [ -n "$regen" ] || echo "ok $no - $name at $size"
            continue
        fi
        if [ -z "$regen" ]; then
            echo "not ok $no - $name at $size (exit $code); look at it and accept it with: make regen-screens"
            diff -u "$golden" "$actual" 2>&1 | sed 's/^/# /' | head -60
            status=1
            continue
        fi
        diff -u "$golden" "$actual" 2>/dev/null || [ -e "$golden" ] || cat "$actual"
        printf 'accept %s? [y/N] ' "$golden"
        read -r answer
        case $answer in y*) cp "$actual" "$golden" ;; esac
    done
done
[ -n "$regen" ] || echo "1..$no"
exit $status
