# SPDX-License-Identifier: MIT
# Want of memory at one place after the other, once and from there on: each use ends well, or with one clean line and
# status 3, and leaves the old file or the new one.  FENGONG_LONG=1 tries a hundred times as many places.
. "$ROOT/tests/torture/lib.sh"

places=10
[ -z "${FENGONG_LONG:-}" ] || places=2000
printf 'key Down\nkey Enter\nkey /\ntype fgw\nkey Enter\ndump\nkey p\ndump\n' >script
cp "$ROOT/tests/data/notices/leaders.txt" notice.txt

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

survives "a task is shown" -f "$DATA" show 2.7 m.4
survives "a unit's page" -f "$DATA" unit 省发展改革委
survives "a search" -f "$DATA" search fgw
survives "a sheet goes to a file" -f "$DATA" print 2 -o out
survives "a web page" -f "$DATA" print 2 --as=html
survives "the counts" -f "$DATA" stats
survives "the export as JSON" -f "$DATA" export
survives "the export as YAML" -f "$DATA" export --as=yaml
survives "the proof-reading" -f "$DATA" check
survives "an import" import notice.txt
survives "a comparison" diff "$DATA" "$DATA"
survives "the screen's twin" -f "$DATA" --script script --size 80x24
