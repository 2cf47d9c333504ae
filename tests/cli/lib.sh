# SPDX-License-Identifier: MIT
# What every script here uses: TAP on standard output, one line a test.  The runner sets FENGONG (the program), ROOT
# (the source tree) and TMP (an empty folder of the script's own).

export LC_ALL=C.UTF-8 LANGUAGE=
unset FENGONG_FILE XDG_DATA_HOME XDG_DATA_DIRS NO_COLOR
test_no=0
failed=0
DATA=$ROOT/data/tasks.yaml
OUT=$TMP/out
ERR=$TMP/err

# run ARGUMENT... : the program, its output in $OUT, its messages in $ERR, its exit status in $status.
run() {
    # LeakSanitizer reads /proc and traces its own process: restricted mode lets nobody do that.
    leaks=1
    case " $* " in *' --restricted '*) leaks=0 ;; esac
    ASAN_OPTIONS=detect_leaks=$leaks "$FENGONG" "$@" >"$OUT" 2>"$ERR" </dev/null
    status=$?
}

# report WHAT : the result of the command before it.
report() {
    result=$?
    test_no=$((test_no + 1))
    if [ $result -eq 0 ]; then
        echo "ok $test_no - $1"
        return
    fi
    failed=$((failed + 1))
    echo "not ok $test_no - $1"
    echo "# exit status $status; output:"
    head -n 5 "$OUT" | sed 's/^/#   /'
    echo "# messages:"
    head -n 5 "$ERR" | sed 's/^/#   /'
}

# fails_with STATUS PATTERN WHAT ARGUMENT... : that exit status, nothing on standard output, one message of that form.
fails_with() {
    want=$1 pattern=$2 what=$3
    shift 3
    run "$@"
    [ $status -eq "$want" ] && [ ! -s "$OUT" ] && [ "$(wc -l <"$ERR")" -eq 1 ] && grep -q "^fengong: .*$pattern" "$ERR"
    report "$what"
}

# prints PATTERN WHAT ARGUMENT... : exit status 0, no message, and a line of that form.
prints() {
    pattern=$1 what=$2
    shift 2
    run "$@"
    [ $status -eq 0 ] && [ ! -s "$ERR" ] && grep -q -- "$pattern" "$OUT"
    report "$what"
}

skip() {
    test_no=$((test_no + 1))
    echo "ok $test_no - $1 # SKIP $2"
}

finish() {
    echo "1..$test_no"
    [ $failed -eq 0 ]
}
