#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs one test and keeps its counts.
#   run.sh RESULTS SUITE/NAME COMMAND [ARGUMENT]...   runs COMMAND, in this folder, with TMP an empty folder of its own;
#       says in one line how it went, shows in full what failed, and leaves the counts in RESULTS/SUITE/NAME.
#   run.sh --sum SUITE RESULTS/SUITE/NAME...          the suite's counts; status 1 when a test failed
#   run.sh --close RESULTS...                         the closing line over all that these folders hold, same status
# COMMAND prints TAP ("ok 1 - …", "not ok 2 - …"), or nothing but its exit status.  Status 0 whatever it says: the tests
# after it run too.
set -u

if [ "$1" = --sum ]; then
    suite=$2
    shift 2
    [ $# != 0 ] || echo "$suite: no such test"
    cat -- "$@" </dev/null | awk -v suite="$suite" '{ passed += $1; failed += $2; skipped += $3 }
        END {
            printf "%s: %d passed, %d failed%s\n", suite, passed, failed, skipped ? ", " skipped " skipped" : ""
            exit failed > 0 || !passed
        }'
    exit
fi
if [ "$1" = --close ]; then
    shift
    find "$@" -type f -exec cat {} + 2>/dev/null | awk '{ passed += $1; failed += $2 }
        END { printf "%d passed, %d failed\n", passed, failed; exit failed > 0 || !passed }'
    exit
fi

results=$1 name=$2
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
out=$work/out
export TMP="$work/tmp" CMOCKA_MESSAGE_OUTPUT=TAP
export FENGONG_CONFIG= # no settings of whoever runs the tests
mkdir -p "$TMP" "$(dirname "$results/$name")"
rm -f "$results/$name"
limit=$(command -v timeout) && limit="$limit -k 5 ${TEST_SECONDS:-300}"
begin=$(date +%s)
# $limit is a command and its arguments, or nothing
# shellcheck disable=SC2086
$limit "$@" >"$out" 2>&1 </dev/null
status=$?
seconds=$(($(date +%s) - begin))
# cmocka says not ok of what it skips
skipped=$(LC_ALL=C grep -Ec '^(not )?ok .*# SKIP' "$out")
passed=$(LC_ALL=C grep '^ok ' "$out" | LC_ALL=C grep -vc '# SKIP')
failed=$(LC_ALL=C grep '^not ok ' "$out" | LC_ALL=C grep -vc '# SKIP')
if [ "$status" != 0 ] && [ "$failed" = 0 ]; then
    failed=1
elif [ "$((passed + failed + skipped))" = 0 ]; then
    passed=1
fi
if [ "$failed" != 0 ]; then
    {
        echo "--- ${VARIANT:-}$name: $* (status $status)"
        LC_ALL=C grep -v '^ok ' "$out"
    } >"$work/shown"
    cat "$work/shown"
fi
note=
[ "$skipped" = 0 ] || note=", $skipped skipped"
echo "  ${VARIANT:-}$name: $passed passed, $failed failed$note, $seconds s"
echo "$passed $failed $skipped" >"$results/$name"
