# SPDX-License-Identifier: MIT
# The guides in docs/: each command of theirs works as it stands, and what they link to is there.
. "$ROOT/tests/cli/lib.sh"
cd "$TMP" || exit 1
prepare_lines
cp 2020.yaml 2021.yaml
export CUPS_SERVER="$TMP/no-such-socket" # nobody's printer

for guide in "$ROOT"/docs/*.md; do
    name=${guide##*/}
    sed -n '/^```config$/,/^```$/p' "$guide" | grep -v '^```' >config
    if [ -s config ]; then
        mkdir -p settings/fengong && cp config settings/fengong/config
        XDG_CONFIG_HOME=$TMP/settings "$FENGONG" -f "$DATA" show 2.7 >"$OUT" 2>"$ERR"
        status=$?
        [ $status -eq 0 ] && [ ! -s "$ERR" ]
        report "$name: its settings are settings"
    fi
    grep -oE '^ {4}(fengong|make)( .*)?$' "$guide" | sed 's/^ *//' >lines
    while read -r line; do
        if by_paper "$line" && ! [ -x "$FENGONG-paper" ]; then
            skip "$name: $line" "no fengong-paper"
            continue
        fi
        case $line in
        make*)
            (cd "$ROOT" && make -n DEPS=no ${line#make} >"$OUT" 2>"$ERR")
            status=$?
            [ $status -eq 0 ]
            ;;
        *--printer*) # there is none, and that is said
            run_line "$line"
            [ $status -eq 3 ]
            ;;
        *--restricted*) # what a kernel without Landlock leaves open is told by 1
            ASAN_OPTIONS=detect_leaks=0 run_line "$line"
            [ $status -le 1 ] && grep -q '已关闭' "$OUT"
            ;;
        *' diff '*)
            run_line "$line"
            [ $status -eq 1 ] && made "$line"
            ;;
        *' check') # of what has just been imported
            run_line "$line"
            [ $status -le 1 ] && ! grep -q '^fengong: 无法' "$ERR"
            ;;
        *)
            run_line "$line"
            [ $status -eq 0 ] && made "$line"
            ;;
        esac
        report "$name: $line"
    done <lines
    grep -oE '\]\([^)]*\)' "$guide" | sed 's/^](//; s/)$//' | while read -r target; do
        [ -e "$ROOT/docs/$target" ] || echo "$target"
    done >"$OUT"
    [ ! -s "$OUT" ]
    report "$name: what it links to is there"
done
finish
