# SPDX-License-Identifier: MIT
# Each call to the system fails once, and kills the program once: what the program says is true, what it gives out as done
# is what it gives out at other times, a target is the old file or the new one, and what is left behind goes with the next
# run.  Some places of each use; FENGONG_LONG=1: every one.
. "$ROOT/tests/torture/lib.sh"

places=3
[ -z "${FENGONG_LONG:-}" ] || places=1000000

# The files out and out.text are those of a run that went well.
same() {
    cmp -s out good.out && cmp -s out.text good.text
}

# is_old_or_new : the target is one of the two files
is_old_or_new() {
    cmp -s out good.out || [ "$(cat out)" = old ]
}

# one_failure AT ERROR ARGUMENT… : what is wrong after that call has failed
one_failure() {
    failure_at=$1 failure_error=$2
    shift 2
    FENGONG_FAIL_ERRNO=$failure_error fail_at calls "$failure_at" '' "$@"
    if [ "$status" = "$good_status" ]; then
        same || echo "call $failure_at, error $failure_error: gives out something else as done"
    elif [ "$status" = 3 ]; then
        [ "$(cat out)" = old ] || cmp -s out good.out || echo "call $failure_at, error $failure_error: half a file"
        grep -q '^fengong: \|^[^ ]*:[0-9]*:' err || echo "call $failure_at, error $failure_error: says $(head -c 80 err)"
        ! LC_ALL=C grep -q '[[:cntrl:]]' err || echo "call $failure_at, error $failure_error: says something unclean"
    else
        echo "call $failure_at, error $failure_error: status $status, $(head -c 80 err)"
    fi
}

# fails_well NAME ARGUMENT…
fails_well() {
    name=$1
    shift
    fail_at none 0 '' "$@"
    good_status=$status
    mv out good.out && mv out.text good.text
    count_calls calls "$@"
    report "$name, each of $calls calls fails" "$(for at in $(spread "$calls" "$places"); do
        for error in 5 28; do # EIO, ENOSPC
            one_failure "$at" "$error" "$@"
        done
    done | head -n 5)"
    # What writes nothing has nothing to lose.
    [ "$(cat good.out)" = old ] || report "$name, killed at each of them" "$(for at in $(spread "$calls" "$places"); do
        FENGONG_FAIL_KILL=1 fail_at calls "$at" '' "$@"
        is_old_or_new || echo "call $at: half a file"
        "$FENGONG" "$@" >out.text 2>/dev/null && same && whole_or_old || echo "call $at: left behind: $(ls -A)"
    done | head -n 5)"
}

each_use fails_well
