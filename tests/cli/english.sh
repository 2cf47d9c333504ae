# SPDX-License-Identifier: MIT
# What is said in English is English all through, punctuation too; the notice's own words stay as they are.
. "$ROOT/tests/cli/lib.sh"
cd "$TMP" || exit 1
if [ ! -e "$(dirname "$FENGONG")/locale/en/LC_MESSAGES/fengong.mo" ]; then
    skip "pages in English" "no catalogue"
    finish
    exit
fi
export LANGUAGE=en

prints '^Usage: fengong' "help is English" --help
run -f "$DATA" unit 省残联
[ "$(sed -n '3,4p' "$OUT")" = "tasks: leads 0, supports 2, may owe 2.
livelihood items: leads 1, supports 0." ]
report "the counts of a unit's page end in an English full stop"
grep -q '^1\. Tasks supported (2)$' "$OUT"
report "its headings are numbered in English"
prints '^Members: 杭州市政府、' "a blank stands before the members" -f "$DATA" unit 各设区市政府
prints '^lead: 省教育厅$' "the units of a task stand behind an English colon" -f "$DATA" show m.8
printf 'key F2\ndump\n' >units.script
run -f "$DATA" --script units.script --size 100x30
grep -q 'government department' "$OUT" && grep -q ' lead (40)' "$OUT"
report "a unit's page on the screen counts in English brackets"
printf 'key F3\ndump\n' >stats.script
run -f "$DATA" --script stats.script --size 100x30
grep -q ' tasks units  leading$' "$OUT" && grep -q 'leader × unit   pairs   lists   targets   due$' "$OUT"
report "the statistics' heads have blanks between them and are in one case"
printf 'key f\ntype deadline:3\ndump\n' >prefix.script
run -f "$DATA" --script prefix.script --size 80x24
grep -q 'no filter “deadline:”; there are unit: leader: lead: support: due: figures:$' "$OUT"
report "all prefixes of the filter are named at 80 columns"
for size in 80x24 100x30; do
    printf 'key w\ndump\n' >ruler.script
    run -f "$DATA" --script ruler.script --size $size
    grep -q 'press 1 or 2\.$' "$OUT"
    report "the ruler's question is whole at $size"
done
run -f nowhere.yaml check
[ $status -eq 3 ] && grep -q '^fengong: errors: 1, warnings: 0$' "$ERR"
report "check counts what it found"
finish
