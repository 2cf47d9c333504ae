# SPDX-License-Identifier: MIT
# Want of memory at one place after the other, once and from there on: each use ends well, or with one clean line and
# status 3, and leaves the old file or the new one.  FENGONG_LONG=1 tries a hundred times as many places.
. "$ROOT/tests/torture/lib.sh"

places=10
[ -z "${FENGONG_LONG:-}" ] || places=2000
# survives NAME ARGUMENT… : with want of memory at each of the places
survives() {
    name=$1
    shift
    count_calls malloc "$@"
    report "$name (of $calls allocations)" "$(for at in $(spread "$calls" "$places"); do
        for on in '' 1; do
            fail_at malloc "$at" "$on" "$@"
            case $status in
            0 | 1) ;; # what was refused could be done without
            3) tail -n 1 err | grep -qx 'fengong: 内存不足\|fengong: out of memory' || echo "at $at${on:+ and on}: says $(head -c 100 err)" ;;
            *) echo "at $at${on:+ and on}: status $status, $(head -c 100 err)" ;;
            esac
            whole_or_old || echo "at $at${on:+ and on}: half a file, or one left behind"
        done
    done | head -n 5)"
}

each_use survives
