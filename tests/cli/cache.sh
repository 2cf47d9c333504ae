# SPDX-License-Identifier: MIT
# Snapshots, seen from outside: they change how long a start takes, and nothing else.
. "$ROOT/tests/cli/lib.sh"
cd "$TMP" || exit 1
export XDG_CACHE_HOME="$TMP/cache"
mkdir "$XDG_CACHE_HOME"
cp "$DATA" tasks.yaml
kept() { find "$XDG_CACHE_HOME" -name '*.snapshot' | wc -l; }

FENGONG_CACHE=no
export FENGONG_CACHE
run -f tasks.yaml export
cp "$OUT" expected
[ "$(kept)" -eq 0 ]
report "FENGONG_CACHE=no keeps nothing"
unset FENGONG_CACHE

run -f tasks.yaml export
cmp -s "$OUT" expected && [ "$(kept)" -eq 1 ]
report "what is loaded is kept"
for command in 'export' 'stats' 'unit fgw' 'print all' 'show 2.7 m.4'; do
    # The words of a command are its arguments.
    # shellcheck disable=SC2086
    run -f tasks.yaml $command
    cp "$OUT" again
    # shellcheck disable=SC2086
    FENGONG_CACHE=no run -f tasks.yaml $command
    [ $status -eq 0 ] && cmp -s "$OUT" again
    report "$command says the same with a snapshot and without"
done

sed 's/稳企业、防风险/稳企业、防风浪/' tasks.yaml >changed && touch -r tasks.yaml changed && cp -p changed tasks.yaml
prints '稳企业、防风浪' "a changed file shows at once, whatever its date" -f tasks.yaml show 1.1

sed 's/^year: 2020/&\nzzqq: 2021/' "$DATA" >tasks.yaml
for time in first second; do
    run -f tasks.yaml show 2.7
    grep -q '^fengong: tasks.yaml:[0-9]*:1: warning: .*zzqq' "$ERR"
    report "a warning is given the $time time"
done

cp "$DATA" tasks.yaml
run -f tasks.yaml stats
for file in "$XDG_CACHE_HOME"/fengong/*; do : >"$file"; done
run -f tasks.yaml export
cmp -s "$OUT" expected && [ ! -s "$ERR" ]
report "a snapshot that was lost is no fault"

rm -r "$XDG_CACHE_HOME/fengong"
run --restricted -f tasks.yaml stats
[ $status -eq 0 ] && [ "$(kept)" -eq 0 ]
report "restricted mode keeps nothing"
"$FENGONG" -f - stats <"$DATA" >"$OUT" 2>"$ERR"
[ "$(kept)" -eq 0 ]
report "standard input is not kept"
XDG_CACHE_HOME=$TMP/nowhere/at/all run -f tasks.yaml export
[ $status -eq 0 ] && cmp -s "$OUT" expected && [ ! -s "$ERR" ] && [ ! -e nowhere ]
report "a cache folder that cannot be is no fault"
: >file
XDG_CACHE_HOME=$TMP/file run -f tasks.yaml export
[ $status -eq 0 ] && cmp -s "$OUT" expected && [ ! -s "$ERR" ]
report "a file where the cache folder should be is no fault"
rm -rf "$XDG_CACHE_HOME/fengong"
shown=$(ulimit -f 1 && "$FENGONG" -f "$DATA" show 2.7 2>"$ERR")
status=$?
[ $status -eq 0 ] && [ -n "$shown" ] && [ ! -s "$ERR" ] && [ -z "$(find "$XDG_CACHE_HOME/fengong" -type f)" ]
report "files that may not grow (ulimit -f) are no fault, and leave nothing behind"
finish
