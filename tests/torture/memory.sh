# SPDX-License-Identifier: MIT
# Want of memory at one place after the other, once and from there on: each use ends well, or with one clean line and
# status 3, and leaves the old file or the new one.  FENGONG_LONG=1: at every place.
. "$ROOT/tests/torture/lib.sh"

places=80
[ -z "${FENGONG_LONG:-}" ] || places=1000000

# in_runs_of_its_own AT ARGUMENT… : what is wrong after want of memory there
in_runs_of_its_own() {
    at=$1
    shift
    for on in '' 1; do
        fail_at malloc "$at" "$on" "$@"
        case $status in
        0 | 1) ;; # what was refused could be done without
        3) tail -n 1 err | grep -qx 'fengong: 内存不足\|fengong: out of memory' || echo "at $at${on:+ and on}: says $(head -c 100 err)" ;;
        *) echo "at $at${on:+ and on}: status $status, $(head -c 100 err)" ;;
        esac
        whole_or_old || echo "at $at${on:+ and on}: half a file, or one left behind"
    done
}

# survives NAME ARGUMENT… : with want of memory at each of the places, in children of one run up to where it makes a file,
# in runs of their own behind that, and with the thread that children do not have at three places.
survives() {
    name=$1
    shift
    count_calls malloc "$@"
    rm -f each.wrong count
    LD_PRELOAD=$FAIL FENGONG_FAIL=malloc FENGONG_FAIL_EACH=$((calls / places + 1)) FENGONG_FAIL_COUNT=count \
        "$FENGONG" "$@" >/dev/null 2>&1 </dev/null
    came=$(cat count 2>/dev/null)
    report "$name (of $calls allocations)" "$({
        [ ! -f each.wrong ] || cat each.wrong
        [ -n "$came" ] || echo "the run of children broke off"
        for at in $(spread "$calls" 3) $(seq $((${came:-$calls} + 1)) "$calls"); do
            in_runs_of_its_own "$at" "$@"
        done
    } | head -n 5)"
}

each_use survives
