# SPDX-License-Identifier: MIT
# What bash completes.
. "$ROOT/tests/cli/lib.sh"
cd "$TMP" || exit 1
if ! command -v bash >/dev/null; then
    skip "completion by bash" "no bash"
    finish
    exit
fi
mkdir data && cp "$DATA" data/tasks.yaml
cat >ask.bash <<END
source "$ROOT/completions/fengong.bash"
COMP_WORDS=("$FENGONG" "\$@") COMP_CWORD=\$#
_fengong
printf '%s\n' "\${COMPREPLY[@]}" | grep .
exit 0
END

# completes TO WHAT WORD... : the words, as bash cuts them, the last being typed; TO: what is offered, joined with blanks.
completes() {
    to=$1 what=$2
    shift 2
    bash ask.bash "$@" >"$OUT" 2>"$ERR"
    status=$?
    [ "$(tr '\n' ' ' <"$OUT")" = "$to${to:+ }" ] && [ ! -s "$ERR" ]
    report "$what"
}
completes 'show search stats' "a command" s
completes 'text tsv' "a format, at the =" --as = t
completes '--as= --ambiguous= --ascii' "an option" --a
completes '省发展改革委' "initials become the best answer, not what several answers begin with" unit fgw
completes '宁波市政府 宁波海关 宁波证监局 宁波银保监局' "names that begin with the word, all of them" unit 宁波
completes '冯飞' "a leader for print" print 冯
completes 'livelihood' "a word of print" print l
completes '杭州市政府' "a unit for print" print hangzhou
completes '冯飞' "a leader after --leader=" --leader = 冯
completes 'data' "a folder" -f da
completes '' "nothing where the file named on the line has none" -f /dev/null unit fgw
completes 'unit' "a command behind an option's value that is a command's name" -o stats un
finish
