# SPDX-License-Identifier: MIT
# What every script here uses: TAP on standard output, one line a test.  The runner sets FENGONG (the program), ROOT
# (the source tree) and TMP (an empty folder of the script's own).

export LC_ALL=C.UTF-8 LANGUAGE=
unset FENGONG_FILE XDG_DATA_HOME XDG_DATA_DIRS NO_COLOR
test_no=0
failed=0
# shellcheck disable=SC2034 # it is for the scripts
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

# Lines as people type them, in help and guides, are run in $TMP, where the files that they name are: prepare_lines once,
# then run_line LINE, as a shell would.  What wants a screen plays a script.
prepare_lines() {
    mkdir bin data
    ln -s "$FENGONG" bin/fengong
    cp "$DATA" data/tasks.yaml
    cp "$DATA" tasks.yaml
    cp "$ROOT/tests/data/years/2019.yaml" "$ROOT/tests/data/years/2020.yaml" .
    cp "$ROOT/tests/data/bad/alias-of-another.yaml" draft.yaml
    cp "$ROOT/tests/golden/review.notice" notice.txt
    echo 'key q' >keys
}
run_line() {
    line=$1
    case $line in
    *linear* | *check* | *' unit '* | *--version* | *--self-test* | *--dump-config*) ;;
    fengong | 'fengong -'* | *--review*) line="$line --script keys" ;;
    esac
    PATH=$TMP/bin:$PATH sh -c "$line" >"$OUT" 2>"$ERR" </dev/null
    status=$?
}
# The file or folder that a line's -o names is there.
made() {
    target=$(echo "$1" | sed -n 's/.* -o //p')
    [ -z "$target" ] || [ -s "$target" ]
}
# by_paper LINE : is it fengong-paper's, which may not have been built?
by_paper() { case $1 in *--as=pdf* | *--as=docx* | *--as=xlsx*) ;; *) return 1 ;; esac; }

# await COMMAND... : runs it until it succeeds, ten times a second for half a minute; then it is 1.
await() {
    for _ in $(seq 300); do
        "$@" && return
        timeout 0.1 tail -f /dev/null
    done
    return 1
}

skip() {
    test_no=$((test_no + 1))
    echo "ok $test_no - $1 # SKIP $2"
}

finish() {
    echo "1..$test_no"
    [ $failed -eq 0 ]
}
