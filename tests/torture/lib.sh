# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034
# Sourced by what tortures: FENGONG (the program), FAIL (fail.so) and ROOT come from the runner, TMP is ours.
. "$ROOT/tests/house/tap.sh"
export LC_ALL=C.UTF-8 LANGUAGE=
unset FENGONG_FILE NO_COLOR
DATA=$ROOT/data/tasks.yaml
cd "$TMP" || exit 1
if ! LD_PRELOAD=$FAIL FENGONG_FAIL=malloc FENGONG_FAIL_COUNT=count "$FENGONG" --version >/dev/null 2>&1 || [ ! -s count ]; then
    echo "ok 1 - torture # SKIP nothing can be preloaded here"
    exit
fi

# count_calls CALL ARGUMENT… : how often the program makes that call, in $calls
count_calls() {
    call_name=$1
    shift
    LD_PRELOAD=$FAIL FENGONG_FAIL=$call_name FENGONG_FAIL_COUNT=count "$FENGONG" "$@" >/dev/null 2>&1
    calls=$(cat count)
}

# spread COUNT MANY : at most MANY numbers from 1 to COUNT, evenly
spread() {
    awk -v count="$1" -v many="$2" 'BEGIN {
        if (many > count) many = count
        for (i = 1; i <= many; i++) print int(1 + (i - 1) * (count - 1) / (many > 1 ? many - 1 : 1))
    }'
}

# fail_at CALL AT ON ARGUMENT… : its output in out.text, its messages in err, its status in $status; out is an old file
fail_at() {
    fail_call=$1 fail_place=$2 fail_on=$3
    shift 3
    echo old >out
    env LD_PRELOAD="$FAIL" FENGONG_FAIL="$fail_call" FENGONG_FAIL_AT="$fail_place" ${fail_on:+FENGONG_FAIL_ON=1} \
        "$FENGONG" "$@" >out.text 2>err </dev/null
    status=$?
}

# each_use COMMAND… : COMMAND… NAME ARGUMENT… for each of twelve ways to use the program; the target of what writes is out
each_use() {
    printf 'key Down\nkey Enter\nkey /\ntype fgw\nkey Enter\ndump\nkey p\ndump\n' >script
    cp "$ROOT/tests/data/notices/leaders.txt" notice.txt
    "$@" "a task is shown" -f "$DATA" show 2.7 m.4
    "$@" "a unit's page" -f "$DATA" unit 省发展改革委
    "$@" "a search" -f "$DATA" search fgw
    "$@" "a sheet goes to a file" -f "$DATA" print 2 -o out
    "$@" "a web page goes to a file" -f "$DATA" print 2 --as=html -o out
    "$@" "the counts" -f "$DATA" stats
    "$@" "the export as JSON" -f "$DATA" export
    "$@" "the export as YAML goes to a file" -f "$DATA" export --as=yaml -o out
    "$@" "the proof-reading" -f "$DATA" check
    "$@" "an import goes to a file" import notice.txt -o out
    "$@" "a comparison" diff "$DATA" "$DATA"
    "$@" "the screen's twin" -f "$DATA" --script script --size 80x24
}

# The old file, or one that is whole, and nothing beside it.
whole_or_old() {
    [ -z "$(find . -name '.fengong-*')" ] && { [ "$(cat out)" = old ] || [ "$(wc -c <out)" -gt 1000 ]; }
}
