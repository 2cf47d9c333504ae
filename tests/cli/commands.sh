# SPDX-License-Identifier: MIT
. "$ROOT/tests/cli/lib.sh"
cd "$TMP" || exit 1
FENGONG_FILE=$DATA
export FENGONG_FILE
TAB=$(printf '\t')
ESC=$(printf '\033')

# lines N WHAT ARGUMENT... : exit status 0 and so many lines.
lines() {
    count=$1 what=$2
    shift 2
    run "$@"
    [ $status -eq 0 ] && [ "$(wc -l <"$OUT")" -eq "$count" ]
    report "$what"
}
# count PATTERN : how often it is in the output.
count() { grep -c -- "$1" "$OUT"; }

for id in 2.7 二.7 二、7 2-7 ２．７; do
    prints '^2\.7　二、冯飞常务副省长牵头重点工作$' "show takes $id" show "$id"
done
prints '^牵头：省发展改革委$' "show says who leads" show 2.7
prints '^参与：省经信厅、' "show says who supports" show 2.7
run show 袁家军
[ $status -eq 0 ] && [ "$(count '^1\.[0-9]*　')" -eq 9 ]
report "show takes a leader, and shows the leader's tasks"
prints '^m\.4　十方面民生实事责任分解$' "show takes 民生.4" show 民生.4
run show m.4.2
[ "$(count '^责任单位：')" -eq 1 ] && grep -q '^责任单位：省建设厅$' "$OUT"
report "show of a part shows that part alone"
run print m.4.2
[ "$(count '责任单位：')" -eq 1 ] && grep -q '民生实事任务单（m\.4\.2）' "$OUT" && grep -q '责任单位：省建设厅' "$OUT"
report "print of a part prints that part alone"
run print m
[ "$(count '责任单位：')" -eq 17 ] && ! grep -q . "$ERR"
report "print takes the letter of the livelihood section as it does the numbers of the others"
prints '^1\.6' "show takes several IDs" show 2.7 1.6
run show 99.9 2.7
[ $status -eq 1 ] && grep -q '没有任务“99.9”' "$ERR" && grep -q '^2.7' "$OUT"
report "show of an ID that is none says so, shows the others, and is 1"
lines 2 "show as tsv has a head and a row a part" show --as=tsv 2.7
lines 6 "show as tsv has a head only once" show --as=tsv 2.7 m.4
prints '"open_ended": true' "show as json knows 等" show --as=json 2.12
run show --as=json 2.7 局 1.1
[ $status -eq 1 ] && [ "$(count '"format": 1')" -eq 1 ] && [ "$(count '"tasks"')" -eq 0 ] && [ "$(count '"units"')" -eq 1 ]
report "show of a name that is not sure lists whom it may mean, and nothing else on the same output"
run show --as=tsv 局 2.7
[ $status -eq 1 ] && ! grep -q '小洋山' "$OUT" && [ "$(count "^[^$TAB]*${TAB}[0-9]*${TAB}[0-9]*${TAB}[0-9]*\$")" -eq 24 ]
report "in a table, too"
run show --width=40 2.7
[ "$(awk 'length($0) > 40 * 3' "$OUT" | wc -l)" -eq 0 ] && [ "$(wc -l <"$OUT")" -gt 12 ]
report "show breaks lines at --width"

prints '^一、牵头的任务（40项）$' "unit counts what is led" unit 省发展改革委
prints '^二、参与的任务（43项）$' "unit counts what is supported" unit fgw
prints '民生实事' "unit keeps livelihood apart" unit 省发改委
prints '^三、经由集合单位承担的任务' "unit lists what comes through collectives" unit 杭州市政府
prints '〔经由 各设区市政府〕' "unit names the collective" unit 杭州市政府
prints '〔经由 各设区市及义乌市政府〕' "unit finds a collective of both" unit yiwu
prints '^成员：杭州市政府、宁波市政府' "unit of a collective lists its members" unit 各设区市政府
prints '^通知未列出成员。$' "unit says that members are not listed" unit 省食品安全委员会其他成员单位
run unit 局
[ $status -eq 1 ] && [ "$(count "${TAB}.*${TAB}")" -gt 1 ] && grep -q '可以是 25 个，请写得再细些' "$ERR"
report "a unit's name that means several lists them, and is 1"
[ "$(wc -l <"$OUT")" -eq 24 ] && grep -q '另有 1 个' "$ERR"
report "and says how many are not listed"
fails_with 1 '没有找到单位' "a unit that is none is 1" unit 子虚乌有厅
run unit --as=tsv 杭州市政府
[ $status -eq 0 ] && [ "$(count "${TAB}牵头${TAB}$")" -eq 3 ] && grep -q "经由集合单位${TAB}各设区市政府$" "$OUT"
report "unit as tsv has bond and collective"
prints '"via": "各设区市政府"' "unit as json names the collective" unit --as=json 杭州市政府

run search fgw
[ "$(head -n 1 "$OUT")" = "省发展改革委${TAB}40${TAB}43${TAB}0" ]
report "search gives name, lead, support and via, best first"
run search fazhan gg
[ "$(head -n 1 "$OUT" | cut -f 1)" = 省发展改革委 ]
report "search takes several words"
run search 子虚乌有厅
[ $status -eq 1 ] && [ ! -s "$OUT" ] && grep -q '没有找到单位“子虚乌有厅”$' "$ERR"
report "search without an answer is 1, prints nothing and says what was looked for"
run search --color=always fazhangaige
grep -q "${ESC}\[" "$OUT"
report "search highlights when asked"
run search fazhangaige
! grep -q "$ESC" "$OUT"
report "search is plain when piped"
run search 省发改位
[ $status -eq 0 ] && [ "$(cut -f 1 "$OUT")" = 省发展改革委 ] && grep -q '没有单位正好叫“省发改位”，是不是' "$ERR"
report "search offers what sounds alike, and says so"
run search --in=leaders wang
[ $status -eq 0 ] && [ "$(cut -f 1 "$OUT" | tr '\n' ' ')" = '王双全 王文序 ' ]
report "search finds leaders"
run search --in=tasks --as=json ''
[ $status -eq 1 ] && [ "$(count '"tasks": \[\]')" -eq 1 ]
report "search as json for nothing finds nothing, in json"
run search --in=tasks --as=tsv --color=always 新增小微企业园
[ $status -eq 0 ] && ! grep -q "$(printf '\033')" "$OUT"
report "a table has no colours"
run search --in=tasks 小洋山
[ $status -eq 0 ] && [ "$(cut -f 1,2 "$OUT")" = "2.7${TAB}冯飞" ]
report "search finds tasks by their words"
fails_with 1 '没有找到单位“小洋山”；任务有 1 项（--in=tasks）' "search says where else there is something" search 小洋山
run search ff
[ $status -eq 0 ] && grep -q '“ff”；领导有 1 位（--in=leaders）' "$ERR"
report "search says who is called so where its own hits have the letters somewhere inside"
run search 旅游局
[ "$(cut -f1 "$OUT")" = 省文化和旅游厅 ] && grep -q '没有单位正好叫“旅游局”，是不是：$' "$ERR"
report "search offers the name with which the words begin"
fails_with 1 '没有找到领导“子虚乌有”$' "search says what it looked for" search --in=leaders 子虚乌有
run search --as=json --color=always fgw
! grep -q "$ESC" "$OUT" && grep -q '"query": "fgw"' "$OUT"
report "json is never coloured"

prints '193 项 = 9+51+19+10+31+26+9+19+19$' "stats add the leaders' tasks up" stats
prints '^民生实事 10 项，17 个分项$' "stats count livelihood apart" stats
prints '牵头 203 条 = 有牵头的 193 项 + 共同牵头 10 条$' "stats reconcile leads with tasks" stats
run stats --as=tsv
[ "$(awk -F"$TAB" '$1 == "领导" { n += $3 } END { print n }' "$OUT")" = 193 ]
report "the leaders' rows of stats add up to 193"
[ "$(awk -F"$TAB" '$1 == "领导" { l += $4; s += $5 } $1 == "单位" { l -= $4; s -= $5 } END { print l, s }' "$OUT")" = "0 0" ]
report "duties by leader and by unit are the same"
prints '"tasks": 193' "stats as json" stats --as=json
[ "$("$FENGONG" stats --as=tsv | awk -F"$TAB" '$1 == "名单" { p += $3 } $1 == "名单民生" { l += $3 } END { print p, l }')" = "193 17" ]
report "the lists by their length add up to the parts"
prints '^省经信厅同谁一起（' "stats --unit has a unit's partners" stats --unit=jxt
[ "$(sed -n '2s/ .*//p' "$OUT")" = 省发展改革委 ]
report "the one with whom it has most to do first"
run stats --unit=省发改位
[ $status -eq 1 ] && ! grep -q 一起 "$OUT" && grep -q '是不是' "$ERR"
report "stats --unit guesses nothing"
run stats --as=html
[ "$(count '<svg ')" -gt 150 ] && [ "$(count '<h2 id=')" -eq 7 ] && ! grep -qE 'https?://|<script|url\(' "$OUT"
report "stats as html is one page with bars that needs nothing else"
[ "$(count '<tfoot>')" -eq 2 ] && grep -A 1 '<tfoot>' "$OUT" | grep -q '合计.*>203<.*>622<'
report "its tables have their sums, as the text's have"
sed 's/^title: .*/title: 另一年/' "$DATA" >another.yaml
run -f "$DATA" -f another.yaml stats --as=html
[ "$(count '^<tr><th.*>另一年</th>')" -eq 1 ] && grep -q '<p>另一年：重点工作 193 项' "$OUT"
report "and say of two volumes which is whose"

run print targets --as=tsv
[ $status -eq 0 ] && grep -q "^5.7${TAB}高兴夫${TAB}新增${TAB}小微企业园${TAB}200${TAB}个${TAB}200个${TAB}200${TAB}省经信厅${TAB}" "$OUT"
report "print targets has verb, object, number, unit and who answers for it"
run print targets --sort=number --filter=领导:高兴夫 --as=tsv
[ "$(sed -n '2s/\t.*//p' "$OUT")" = 5.1 ] && [ "$(tail -n 1 "$OUT" | cut -f 5)" = 全覆盖 ] &&
    [ "$(cut -f 2 "$OUT" | sort -u | grep -c .)" -eq 2 ]
report "print targets sorts by number, words last, and keeps to a filter"
fails_with 2 'print targets' "other sheets have no numbers to sort by" print all --sort=number
fails_with 2 'each' "--sort does not go with --each" print --each=unit --sort=due -o sheets

run export
[ $status -eq 0 ] && [ "$(count '^   "heading": ')" -eq 10 ] && [ "$(count '^     "no": ')" -eq 203 ] &&
    [ "$(count '"open_ended": ')" -eq 210 ] && [ "$(count '^   "kind": "livelihood"')" -eq 1 ]
report "export has 10 sections, 203 items and 210 parts"
grep -A 40 '"name": "省发展改革委"' "$OUT" | tr -d ' \n' | grep -q '"counts":{"lead":40,"support":43,"via":[0-9]*,"maybe":[0-9]*},"livelihood":{"lead":1,'
report "export counts 40 and 43 for 省发展改革委"
run export --as=csv
[ "$(wc -l <"$OUT")" -eq 856 ] && grep -q "$(printf '\r')" "$OUT"
report "export as csv has one row a duty"
run export --as=csv --bom
[ "$(head -c 3 "$OUT" | od -An -tx1 | tr -d ' ')" = efbbbf ]
report "--bom puts a mark before csv"
"$FENGONG" export --as=csv | cut -d, -f1 | sort -u >ids && grep -qx 2.7 ids && grep -qx 2、10 ids && ! grep -qE '^[0-9]+\.[0-9]*0$' ids
report "an id that a spreadsheet would change is written as text"
sed 's/加快推进/加速推进/' "$DATA" >faster.yaml
{
    "$FENGONG" stats --as=tsv
    "$FENGONG" search --in=tasks --as=tsv 推进
    "$FENGONG" diff --as=tsv "$DATA" faster.yaml
} | tr "$TAB" '\n' >cells
grep -qx 2、30 cells && grep -qx 2.14 cells && grep -qx 2、50 cells && ! grep -qE '^[0-9]+\.[0-9]*0$' cells
report "also where the statistics, a search and a comparison have one"
"$FENGONG" stats --as=tsv --bom | grep -q "$TAB"2、14'$' || "$FENGONG" stats --as=tsv --bom | grep -q "$TAB"2、16'$'
report "and all of them for a spreadsheet there, too"
"$FENGONG" export --as=csv --bom | cut -d, -f1 | sort -u >ids && grep -qx 2、7 ids && ! grep -qE '^[0-9]+\.' ids
report "all of them where the table is for a spreadsheet"
run show --bom 2.7
[ "$(head -c 3 "$OUT")" = 2.7 ]
report "--bom is for tables alone"
run export --as=yaml
cp "$OUT" saved.yaml
"$FENGONG" -f saved.yaml export >again.json 2>"$ERR" && "$FENGONG" export >first.json && cmp -s first.json again.json
report "export as yaml and back is the same breakdown"
"$FENGONG" -f saved.yaml export --as=yaml | cmp -s - saved.yaml
report "exporting what was exported is the same file"

printf '%s\n' 'format: 1' 'title: 一' 'sections:' '  - kind: general' '    heading: 一' '    tasks:' \
    '      - {no: 1, text: 没有单位的一项。}' >nobody.yaml
run -f nobody.yaml export --as=tsv
[ $status -eq 0 ] && [ "$(wc -l <"$OUT")" -eq 2 ] && grep -q "^1.1$TAB.*${TAB}没有单位的一项。$TAB$TAB$TAB$TAB" "$OUT"
report "a task without units has its row, too"

# Whatever breaks this altered the notice's own words: the sum changes only when they turn out to have been copied wrongly.
[ "$("$FENGONG" export --as=tsv | cut -f 1-9 | awk -F "$TAB" -v OFS="$TAB" '{ gsub("、", ".", $1) } 1' | cksum)" = "3310902657 223135" ]
report "the shipped texts, labels, units and roles are as the notice has them"

run check
[ $status -eq 0 ] && [ ! -s "$OUT" ] && [ ! -s "$ERR" ]
report "the shipped data have no fault"
sed 's/      - no: 3$/      - no: 4/' "$DATA" >gap.yaml
run check -f gap.yaml
[ $status -eq 1 ] && grep -q '^gap.yaml:[0-9]*:[0-9]*: \(error\|warning\): ' "$OUT"
report "check places a fault and is 1"

run diff "$DATA" "$DATA"
[ $status -eq 0 ] && [ ! -s "$OUT" ]
report "diff of a file with itself is empty, and 0"
sed 's/加快推进三澳核电一期/加快推进三澳核电二期/' "$DATA" >new.yaml
run diff "$DATA" new.yaml
[ $status -eq 1 ] && grep -q '〔-一-〕〔+二+〕期' "$OUT"
report "diff shows the words that changed, and is 1"
awk '/^      - no: 3$/ && !done { skip = done = 1 } /^      - no: 4$/ { skip = 0 } !skip' new.yaml >gone.yaml
run diff --as=csv "$DATA" gone.yaml
[ $status -eq 1 ] && grep -q '^[一二]、改动（1项）,2\.3,.*二期.*,原文：.*一期' "$OUT" && grep -q '^二、删去（1项）,,1\.3　' "$OUT"
report "diff as csv says of each task whether it came, changed or went, and what it was"
sed -e 's/    title: 常务副省长/    title: 副省长/' -e 's/full: 浙江省财政厅/full: 浙江省财政局/' \
    -e 's/^        wording: 省发展改革委，温州市、苍南县政府/        wording: 省发展改革委、温州市、苍南县政府/' "$DATA" >values.yaml
run diff "$DATA" values.yaml
grep -q '：职务 常务副省长 → 副省长$' "$OUT" && grep -q '：全称 浙江省财政厅 → 浙江省财政局$' "$OUT" &&
    grep -q '单位未变：省发展改革委〔-，-〕〔+、+〕温州市' "$OUT"
report "diff says what was and what is, not only that it changed"
run diff --as=json "$DATA" new.yaml
grep -q '"reworded"' "$OUT" && grep -q '"new": "二"' "$OUT"
report "diff as json has the words"
run diff --as=tsv "$DATA" new.yaml
grep -q "^task${TAB}reworded${TAB}2.3${TAB}2.3${TAB}加快推进三澳核电一期等重大能源项目。${TAB}[^${TAB}]*$" "$OUT" &&
    [ "$(awk -F "$TAB" '{ print NF }' "$OUT" | sort -u)" = 6 ]
report "diff as tsv has a line a change, with what it was and what it is"
run diff --as=markdown "$DATA" new.yaml
[ $status -eq 1 ] && grep -q '^## 一、' "$OUT" && grep -q '原文：加快推进三澳核电一期等重大能源项目。' "$OUT"
report "diff as a sheet says what it was"
run diff --as=html --layout=table "$DATA" new.yaml
[ $status -eq 1 ] && grep -q '<td class="short" data-head="备注">原文：' "$OUT"
report "diff as a table, too"
fails_with 3 'nowhere.yaml' "diff with a file that is not there is 3" diff "$DATA" nowhere.yaml

cat >notice.txt <<'END'
试验县2021年政府工作报告重点工作责任分解

一、王一县长主抓重点工作
1. 修一座桥。
责任单位：县交通局、县财政局
2. 种一片林。
责任单位：县林业局
END
run import notice.txt
cp "$OUT" imported.yaml
[ $status -eq 0 ] && grep -q '^ *text: 修一座桥。$' "$OUT" && grep -q '2 项任务' "$ERR"
report "import makes yaml and says what it found"
"$FENGONG" -f imported.yaml show 1.2 | grep -q '^牵头：县林业局$'
report "what was imported can be shown"
printf '一、张三县长牵头重点工作\n1. 修一座桥,建一条路。\n责任单位:县交通局、县财政局\n' >half.txt
run import --punctuation=full half.txt
grep -q '修一座桥，建一条路。' "$OUT" && "$FENGONG" import half.txt 2>"$ERR" | grep -q '修一座桥,建一条路。'
report "import makes punctuation full-width when asked, and only then"
{ printf '一、任务\n1. 修路。责任单位：甲局\n'; yes x | head -n 500000; } >long.txt
fails_with 3 '500002 行和格' "a notice of too many lines is refused" import long.txt
{ printf '1. 修路。责任单位：甲局\n'; head -c 4194304 /dev/zero | tr '\0' x; } >long.txt
fails_with 3 '字节，通知最多 4194304 字节' "a notice of too many bytes is refused" import long.txt
rm long.txt
run import --json notice.txt
[ $status -eq 0 ] && grep -q '"text": "县交通局、县财政局"\|"text": "责任单位：县交通局、县财政局"' "$OUT" && grep -q '"line": 5' "$OUT" && grep -q '"task": "1.1"' "$OUT" &&
    ! grep -q '^sections:' "$OUT"
report "import --json says what became of each piece, with its place"
printf 'dump\n' >dump.script
"$FENGONG" import notice.txt >plain.yaml 2>"$ERR"
run import notice.txt --review --script dump.script -o review.yaml
[ $status -eq 0 ] && cmp -s plain.yaml review.yaml && grep -q '^-- 80x24$' "$OUT" && ! grep -q '^format: 1$' "$OUT"
report "import --review shows the doubts, and writes the file of -o"
"$FENGONG" import - --review --script dump.script --size 100x30 <notice.txt >"$OUT" 2>"$ERR"
grep -q '^-- 100x30$' "$OUT"
report "import --review takes standard input"
fails_with 2 'review' "import plays scripts with --review only" import notice.txt --script dump.script
fails_with 2 'json' "import --review does not go with --json" import notice.txt --review --json
run import - <notice.txt
[ $status -ne 2 ]
report "import takes - for standard input"
echo 今天天气很好。 >none.txt
run import none.txt
[ $status -eq 1 ] && [ ! -s "$OUT" ]
report "import of what is no notice is 1"
fails_with 3 'nowhere.txt' "import of a file that is not there is 3" import nowhere.txt

cat >county.yaml <<'END'
format: 1
title: 甲县2024年重点工作任务分工
year: 2024
sections:
  - kind: general
    heading: 一、产业
    tasks:
      - no: 1
        text: 建园。
        leader: 张三
        due: 9月底前
        units: [甲局]
      - no: 2
        text: 修路。
        leader: 副县长李四、张三
        due: 2024年6月30日
        units: [甲局]
units:
  - name: 甲局
    kind: department
END
prints '张三重点工作任务单' "print takes a leader whom tasks name" -f county.yaml print zs
[ "$(grep -c '^　　[12]\. ' "$OUT")" -eq 2 ] && ! grep -q 没有写明谁牵头 "$OUT"
report "the sheet has the leader's tasks"
run -f county.yaml print 甲局
! grep -q 没有写明谁牵头 "$OUT"
report "a unit's sheet does not say that nobody is said to lead where the task names its leader"
prints "^1.2${TAB}一、产业${TAB}.*${TAB}2024年6月30日${TAB}副县长李四、张三${TAB}$" "export as tsv has a task's own leaders and deadline" \
    -f county.yaml export --as=tsv
prints "^时限${TAB}2024-06${TAB}1" "stats count by deadline" -f county.yaml stats --as=tsv
run -f county.yaml print all --sort=due
[ "$(grep -n '^　　2024年6月$' "$OUT" | cut -d: -f1)" -lt "$(grep -n '^　　2024年9月$' "$OUT" | cut -d: -f1)" ] &&
    grep -q '^　　1.2 修路。$' "$OUT"
report "print --sort=due goes month by month"
prints "^任务领导${TAB}张三${TAB}2" "stats count by the leaders that tasks name" -f county.yaml stats --as=tsv
for what in 冯飞 2 二; do
    prints '冯飞常务副省长牵头重点工作任务单' "print takes $what" print "$what"
done
prints '十方面民生实事任务单' "print takes livelihood" print livelihood
prints '十方面民生实事任务单' "print takes 民生" print 民生
prints '重点工作任务单（2.7）' "print takes an ID" print 2.7
prints '省发展改革委任务单' "print takes a unit as people say it" print fgw
run print all
[ "$(count '　　责任单位：\|　　牵头单位：')" -eq 210 ]
report "print all has every list"
for what in ff fengfei 冯 冯飛 常务副省长 冯飞常务副省长; do
    prints '冯飞常务副省长牵头重点工作任务单' "print takes a leader as $what" print "$what"
done
prints '袁家军省长主抓重点工作任务单' "print takes a title that one leader has" print 省长
run print 副省长
[ $status -eq 1 ] && [ "$(count "${TAB}副省长${TAB}")" -eq 7 ] && grep -q '7 个' "$ERR"
report "print of a title of several lists them, and is 1"
for what in 自然厅 zrt 省发改位 fengfie; do
    run print "$what"
    [ $status -eq 1 ] && ! grep -q 任务单 "$OUT" && [ -s "$OUT" ] && grep -q '是不是' "$ERR"
    report "print guesses nothing from $what, and lists who may be meant"
done
fails_with 1 '没有找到领导、部分、任务或单位“子虚乌有”' "print of nothing known is 1" print 子虚乌有
fails_with 1 '没有找到' "print of blanks is 1" print ' '
# Extracts for all: a file for each name, and a sum that is that of the statistics.
run print --each=unit -o each
total=$("$FENGONG" stats | awk '/^按单位/ { units = 1 } units && $1 == "合计" { print; exit }')
set -- $total
[ $status -eq 0 ] && [ "$(ls each | wc -l)" -eq 142 ] && grep -q "写了 142 个文件到 each：重点工作牵头$2项、参与$3项、经由$4项、可能$5项" "$ERR"
report "print --each=unit writes a sheet for each unit, and its sum is that of stats"
[ "$(cat each/杭州市政府任务单.txt)" = "$("$FENGONG" print 杭州市政府)" ] && [ -z "$(find each -name '.*')" ]
report "each is the sheet that print makes"
run print --each=leader --as=html -o each/leaders/
[ $status -eq 0 ] && [ "$(ls each/leaders | wc -l)" -eq 9 ] && grep -q '重点工作193项，民生实事0项' "$ERR"
report "print --each=leader"
run print --each=section --as=csv -o each/leaders
[ $status -eq 0 ] && [ "$(ls each/leaders/*.csv | wc -l)" -eq 10 ] && grep -q '重点工作193项，民生实事10项' "$ERR"
report "print --each=section has the livelihood items, too"
cat >like.yaml <<'EOF'
format: 1
title: 两个名称
units: [甲/乙局, "甲:乙局"]
sections:
  - kind: general
    heading: 一
    tasks:
      - {no: 1, text: 推进。, label: 责任单位, units: [甲/乙局, "甲:乙局"]}
EOF
run -f like.yaml print --each=unit -o like
[ $status -eq 0 ] && [ "$(ls like | wc -l)" -eq 2 ] && grep -q '甲/乙局' 'like/甲_乙局任务单.txt' && grep -q '甲:乙局' like/2*
report "two names that are one to a file system have a file each"
sed -e '3s/.*/units: [甲局, 乙局]/' -e '8s/units: .*/units: [甲局]}/' like.yaml >idle.yaml
fails_with 1 '没有写明“乙局”的任务' "show of a unit that no task names says so, and is 1" -f idle.yaml show 乙局
# A pipe under one of the names: there the program waits, until a signal ends it between two files.
mkdir cut && mkfifo "cut/省商务厅任务单.txt"
( "$FENGONG" print --each=unit -o cut >"$OUT" 2>"$ERR" </dev/null & echo $! >pid; wait $!; echo $? >ended ) &
interrupted() { kill -INT "$(cat pid)" 2>/dev/null; [ -s ended ]; }
await [ -e cut/省财政厅任务单.txt ]
await interrupted
status=$(cat ended)
rm "cut/省商务厅任务单.txt"
written=$(ls -A cut | wc -l)
[ $status -eq 130 ] && [ "$written" -gt 0 ] && [ "$written" -lt 142 ] && grep -q "停下了：写了 $written 个文件，共 142 个" "$ERR"
report "print --each that is interrupted says how many files it has written"
half=
for name in cut/*; do cmp -s "$name" "each/${name#cut/}" || half=$name; done
[ -z "$half" ]
report "and all that are there are whole"
fails_with 3 '无法写 saved.yaml：没有这个文件夹' "nor can one that is a file" print --each=unit -o saved.yaml
fails_with 3 '无法写 none/each' "a folder that cannot be made is a fault" print --each=unit -o none/each
fails_with 2 '文件夹' "--each wants a folder" print --each=unit
fails_with 2 '要么' "--each and a name together are wrong usage" print 冯飞 --each=unit -o each
fails_with 2 '要么' "print wants to be told what" print
fails_with 2 '受限' "restricted, no extracts are written" --restricted print --each=unit -o none
[ ! -e none ]
report "nor is their folder made"
prints '“铁路”任务单' "print --filter makes a sheet of what matches" print --filter=铁路
fails_with 1 '没有任务符合' "a filter that nothing matches" print --filter=子虚乌有
printf '2.7\n\n m.4.1 \n二、3\n' >ids
prints '重点督查事项任务单' "print --ids makes a sheet of the tasks that a file lists, under a title" print --ids=ids --title=重点督查事项任务单
[ "$(grep -c '^　　[0-9]*\. ' "$OUT")" -eq 3 ] && grep -q '　　3. 加快推进三澳' "$OUT" && grep -q '　　4. 建成城际铁路' "$OUT"
report "each of them once, in the notice's order"
prints '重点督查事项任务单（按完成时限）' "in the order of their deadlines, too" print --ids=ids --title=重点督查事项任务单 --sort=due
printf '2.7\nx\n9.99\n' >ids
run print --ids=ids
[ $status -eq 1 ] && [ ! -s "$OUT" ] && grep -q '第2行：没有任务“x”' "$ERR" && grep -q '第3行' "$ERR"
report "it prints nothing when some are unknown, and names each"
key=$("$FENGONG" show 2.7 --as=json | sed -n 's/.*"key": "\([a-z0-9]*\)".*/\1/p' | head -1)
printf '2.7\t%s\n' "$key" >ids
prints '重点工作任务单（1项）' "a key says which task is meant" print --ids=ids
printf '2.8\t%s\n' "$key" >ids
fails_with 1 '编号2.8现在是另一项任务' "and that it is another" print --ids=ids
: >ids
fails_with 1 '没有列出任务' "no tasks, no sheet" print --ids=ids
fails_with 2 '与 --ids 同用' "a title is for a sheet of one's own" print 1 --title=x
finish
