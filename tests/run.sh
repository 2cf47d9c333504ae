#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs tests and counts: run.sh TITLE COMMAND...  Each COMMAND prints TAP ("ok 1 - …", "not ok 2 - …"), or nothing but
# its exit status; TMP is an empty folder of its own.  What fails is shown in full.  With TALLY=FILE the counts are added to FILE and the status is 0, so
# that the suites after this one run too; "run.sh --close FILE" prints the closing line and fails when a test did.
set -u

if [ "$1" = --close ]; then
    awk '{ passed += $1; failed += $2 } END { printf "%d passed, %d failed\n", passed, failed; exit failed > 0 || !passed }' "$2"
    exit
fi

title=$1
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
out=$work/out
export TMP="$work/tmp"
export CMOCKA_MESSAGE_OUTPUT=TAP
limit=$(command -v timeout) && limit="$limit -k 5 ${TEST_SECONDS:-300}"
passed=0
failed=0
skipped=0
for command; do
    rm -rf "$TMP" && mkdir "$TMP"
    $limit sh -c "$command" >"$out" 2>&1 </dev/null
    status=$?
    skip=$(grep -c '^ok .*# SKIP' "$out")
    ok=$(($(grep -c '^ok ' "$out") - skip))
    not_ok=$(grep -c '^not ok ' "$out")
    if [ "$status" != 0 ] && [ "$not_ok" = 0 ]; then
        not_ok=1
    elif [ "$((ok + not_ok + skip))" = 0 ]; then
        ok=1
    fi
    if [ "$not_ok" != 0 ]; then
        echo "--- $title: $command (status $status)"
        grep -v '^ok ' "$out"
    fi
    passed=$((passed + ok))
    failed=$((failed + not_ok))
    skipped=$((skipped + skip))
done
note=
[ "$skipped" = 0 ] || note=", $skipped skipped"
echo "$title: $passed passed, $failed failed$note"
if [ -n "${TALLY:-}" ]; then
    echo "$passed $failed" >>"$TALLY"
else
    [ "$failed" = 0 ]
fi
