#!/bin/sh
# SPDX-License-Identifier: MIT
# Golden sheets: what is printed of the shipped notice, in every format.  Prints TAP.
# With --regen each difference is shown, and asked about, before the file is replaced ("make regen-sheets").
set -u
here=tests/golden/sheets
export LC_ALL=C.UTF-8
unset LANGUAGE FENGONG_FILE NO_COLOR
program=${FENGONG:-build/fengong}
actual=${TMP:-$(mktemp -d)}/actual
regen=
[ "${1:-}" = --regen ] && regen=yes
no=0
status=0

# golden FILE ARGUMENT...
golden() {
    golden=$here/$1
    shift
    no=$((no + 1))
    "$program" -f data/tasks.yaml "$@" >"$actual" 2>&1
    code=$?
    if [ "$code" = 0 ] && cmp -s "$golden" "$actual"; then
        [ -n "$regen" ] || echo "ok $no - $golden"
        return
    fi
    if [ -z "$regen" ]; then
        echo "not ok $no - $golden (exit $code); look at it and accept it with: make regen-sheets"
        diff -u "$golden" "$actual" 2>&1 | sed 's/^/# /' | head -60
        status=1
        return
    fi
    diff -u "$golden" "$actual" 2>/dev/null || [ -e "$golden" ] || cat "$actual"
    printf 'accept %s? [y/N] ' "$golden"
    read -r answer
    case $answer in y*) cp "$actual" "$golden" ;; esac
}

golden leader.txt print 袁家军
golden leader-narrow.txt print 王文序 --width=40
golden leader.md print 王文序 --as=markdown
golden leader.html print 王文序 --as=html
golden leader.csv print 王文序 --as=csv
golden leader.tsv print 王文序 --as=tsv
golden leader.json print 王文序 --as=json
golden livelihood.txt print livelihood
golden livelihood.md print livelihood --as=markdown
golden unit.txt print 杭州市政府
golden unit.html print 省医保局 --as=html
golden unit.json print 义乌市政府 --as=json
golden unit.csv print 义乌市政府 --as=csv
golden collective.txt print 各设区市政府
golden task.txt print 2.12
golden task-livelihood.txt print m.2
golden show.txt show 2.12 m.4 1.6
golden unit-page.txt unit 杭州市政府
golden stats.txt stats
[ -n "$regen" ] || echo "1..$no"
exit $status
