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
completes 'text tsv json' "the formats that the command takes, and no others" search --as = ''
completes 'csv tsv json yaml' "the formats of another command" export --as = ''
completes 'units' "where search looks" search --in = u
completes 'dark' "a theme" --theme = d
completes 'list table' "the layouts" print --layout = ''
completes '--as= --ambiguous= --ascii' "an option" --a
completes '省发展改革委' "initials become the best answer, not what several answers begin with" unit fgw
completes '宁波市政府 宁波海关 宁波证监局 宁波银保监局' "names that begin with the word, all of them" unit 宁波
completes '冯飞' "a leader for print" print 冯
completes 'print' "a command for help" help p
completes 'livelihood' "a word of print" print l
completes '杭州市政府' "a unit for print" print hangzhou
completes '冯飞' "a leader after --leader=" --leader = 冯
completes '朱从玖' "a leader by initials" print zcj
completes '冯飞' "a leader by pinyin after --leader=" --leader = fengf
completes 'data' "a folder" -f da
completes '' "nothing where the file named on the line has none" -f /dev/null unit fgw
completes 'unit' "a command behind an option's value that is a command's name" -o stats un
if command -v fish >/dev/null; then
    mkdir -p bin && ln -sf "$FENGONG" bin/fengong
    # fish_completes TO WHAT LINE : what fish offers for the line
    fish_completes() {
        PATH=$TMP/bin:$PATH HOME=$TMP fish --no-config -c "source '$ROOT/completions/fengong.fish'; complete -C'$3'" 2>"$ERR" |
            cut -f 1 >"$OUT"
        [ "$(tr '\n' ' ' <"$OUT")" = "$1${1:+ }" ]
        report "$2"
    }
    fish_completes '--as=json --as=text --as=tsv' "fish: the formats that the command takes" 'fengong search --as='
    fish_completes '--theme=contrast' "fish: a theme" 'fengong --theme=c'
    fish_completes '冯飞' "fish: a leader" 'fengong print 冯'
    fish_completes '省发展改革委' "fish: a unit" 'fengong unit 省发'
else
    skip "completion by fish" "no fish"
fi
finish
