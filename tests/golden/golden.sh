# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034
# Golden files, for screens.sh and sheets.sh to read in: golden FILE COMMAND… compares what COMMAND prints with FILE
# and prints TAP; golden_end closes it.  With --regen each difference is shown, and asked about, before FILE is replaced.
set -u
export LC_ALL=C.UTF-8 FENGONG_CONFIG=
unset LANGUAGE FENGONG_FILE NO_COLOR
program=${FENGONG:-build/fengong}
actual=${TMP:-$(mktemp -d)}/actual
regen=
[ "${1:-}" = --regen ] && regen=yes
suite=$(basename "$0" .sh)
no=0
failed=0

golden() {
    golden=tests/golden/$suite/$1
    shift
    no=$((no + 1))
    "$@" >"$actual" 2>&1
    code=$?
    if [ "$code" = 0 ] && cmp -s "$golden" "$actual"; then
        [ -n "$regen" ] || echo "ok $no - $golden"
        return
    fi
    if [ -z "$regen" ]; then
        echo "not ok $no - $golden (exit $code); look at it and accept it with: make regen-$suite"
        diff -u "$golden" "$actual" 2>&1 | sed 's/^/# /' | head -60
        failed=1
        return
    fi
    diff -u "$golden" "$actual" 2>/dev/null || [ -e "$golden" ] || cat "$actual"
    printf 'accept %s? [y/N] ' "$golden"
    read -r answer
    case $answer in y*) cp "$actual" "$golden" ;; esac
}

golden_end() {
    [ -n "$regen" ] || echo "1..$no"
    exit $failed
}
