# SPDX-License-Identifier: MIT
# Each call to the system fails once, and kills the program once: the target is the old file or the new one, what the
# program says is true, and what it leaves behind goes with the next run.
. "$ROOT/tests/torture/lib.sh"

# What is in the target, by its size: old, new, or something else.
state() {
    case $(wc -c <out) in
    4) echo old ;;
    "$new_bytes") echo new ;;
    *) echo half ;;
    esac
}

"$FENGONG" -f "$DATA" print 2 -o out
new_bytes=$(wc -c <out)
for call in openat read write fsync renameat close; do
    count_calls "$call" -f "$DATA" print 2 -o out
    report "$call fails at each of its $calls places" "$(for at in $(spread "$calls" 400); do
        for error in 5 28; do # EIO, ENOSPC
            FENGONG_FAIL_ERRNO=$error fail_at "$call" "$at" '' -f "$DATA" print 2 -o out
            case $status.$(state) in
            0.new) ;;
            3.old) [ -s err ] || echo "$at: says nothing" ;;
            *) echo "$at: status $status, the file is $(state): $(head -n 1 err)" ;;
            esac
        done
    done | head -n 5)"
    report "$call kills at each of them" "$(for at in $(spread "$calls" 400); do
        FENGONG_FAIL_KILL=1 fail_at "$call" "$at" '' -f "$DATA" print 2 -o out
        [ "$(state)" != half ] || echo "$at: half a file"
        "$FENGONG" -f "$DATA" print 2 -o out && whole_or_old || echo "$at: left behind: $(ls -A)"
    done | head -n 5)"
done
