# SPDX-License-Identifier: MIT
# PDF, read back by poppler and qpdf.
. "$ROOT/tests/cli/lib.sh"
cd "$TMP" || exit 1
export SOURCE_DATE_EPOCH=1800000000

if [ ! -x "$(dirname "$FENGONG")/fengong-paper" ]; then
    skip "PDF" "there is no fengong-paper"
    finish
    exit
fi
if [ -z "$(fc-list :lang=zh-cn family 2>/dev/null)" ]; then
    skip "PDF" "there is no Han font"
    finish
    exit
fi

# make FILE ARGUMENT... : a PDF
make() {
    file=$1
    shift
    run -f "$DATA" print "$@" --as=pdf -o "$file"
    cat "$ERR" >>told
}

# Under sanitizers once is enough, and what is made is the same.
for layout in list table; do
    make all.$layout.pdf all --layout=$layout && { [ -n "${VARIANT:-}" ] || make again.pdf all --layout=$layout; }
    [ $status -eq 0 ] && { [ -n "${VARIANT:-}" ] || cmp -s all.$layout.pdf again.pdf; }
    report "the $layout made twice is the same, byte for byte"
    grep -aq '/Lang (zh-CN)' all.$layout.pdf && grep -aq '/DisplayDocTitle true' all.$layout.pdf &&
        [ "$(grep -ac '^startxref' all.$layout.pdf)" -eq 2 ]
    report "the $layout says its language"
    head -n 1 all.$layout.pdf | grep -aq '^%PDF-1\.5'
    report "the $layout is of a version that old printers read"
done

echo before >c.pdf
run -f "$DATA" print 2.1 --as=pdf --fonts=text=NoSuchFont -o c.pdf
[ $status -eq 3 ] && grep -q '没有字体“NoSuchFont”' "$ERR"
report "a font that is wanted and not there is a fault, not another font"
[ "$(cat c.pdf)" = before ]
report "and what there was stays"
echo 'fonts = text=NoSuchFont' >fonts.config
FENGONG_CONFIG=$TMP/fonts.config run -f "$DATA" print 2.1 --as=pdf -o c.pdf
[ $status -eq 0 ] && [ -s c.pdf ] && grep -q '没有字体“NoSuchFont”' "$ERR"
report "one that a settings file wants is told, and another taken"
fails_with 2 'fonts.*应为 title=' "a face that there is not is told" -f "$DATA" print 2.1 --as=pdf --fonts=body=x
mkdir nofonts
printf '<?xml version="1.0"?><fontconfig><dir>%s/nofonts</dir></fontconfig>' "$TMP" >fonts.conf
FONTCONFIG_FILE=$TMP/fonts.conf run -f "$DATA" print 2.1 --as=pdf -o d.pdf
[ $status -eq 3 ] && [ ! -e d.pdf ] && grep -q '没有中文字体' "$ERR"
report "without any Han font there is no PDF of boxes"
sed 's/深入实施省市县长项目工程/深入实施省市县长项目工程𓀀/' "$DATA" >rare.yaml
run -f rare.yaml print 2.1 --as=pdf -o e.pdf
[ $status -eq 0 ] && grep -q 'U+13000' "$ERR"
report "a character that the face lacks is told"

[ -z "${VARIANT:-}" ] || { finish && exit; } || exit 1
if ! command -v pdftotext >/dev/null || ! command -v qpdf >/dev/null; then
    skip "what poppler and qpdf read" "pdftotext or qpdf is not installed"
    finish
    exit
fi

# lines : of the sheet on standard input what no foot and no rule is, without blanks and bars
lines() {
    tr '\f' '\n' | grep -vE '— [0-9]+ —|第 *[0-9]+ *页|^\+-' | sed 's/[ 　|]//g' | grep -v '^$'
}

for what in all 冯飞 省经信厅 m; do
    for layout in list table; do
        sheet=$what.$layout.pdf
        [ -e "$sheet" ] || make "$sheet" $what --layout=$layout
        qpdf --check "$sheet" >"$OUT" 2>&1
        report "qpdf finds nothing wrong with $what as $layout"
        pdffonts "$sheet" | tail -n +3 | awk '$(NF - 4) != "yes" || $(NF - 3) != "yes" || $(NF - 2) != "yes" { print; bad = 1 } END { exit bad || NR < 2 }' >"$OUT"
        report "its fonts are embedded subsets that say what they mean"
        "$FENGONG" -f "$DATA" print $what --layout=$layout >"$what.$layout"
        lines <"$what.$layout" >text
        pdftotext -layout "$sheet" - | lines >pdf
        [ -s text ] && diff text pdf >"$OUT"
        report "its lines are those of the text"
    done
    # So that what holds of the text's lines holds of those on paper.
    "$FENGONG" -f "$DATA" print $what --as=tsv | tail -n +2 >rows
    lines <$what.list | tr -d '\n' | sed 's/（牵头）//g' >list
    awk -F '\t' 'NR == FNR { paper = $0; next }
        { gsub(/ /, "")
          for (i = 6; i <= 8; i += 2) {
              at = index(substr(paper, from + 1), $i)
              if (!at) { print "not in order: " $i; bad = 1 } else from += at + length($i) - 1
          } }
        END { exit bad || FNR < 10 }' list rows >"$OUT"
    report "every task and all its units stand on $what, in order"
    awk -F '|' '/^\+-/ { if (cell[2] cell[3] != "") print cell[3] "\t" cell[lead] "\t" cell[lead + 1]; split("", cell); next }
        /牵头单位/ && /重点工作|民生实事/ && /^\|序号/ { for (i = 2; i < NF; i++) if ($i ~ /牵头单位/) lead = i; next }
        /^\|/ && NF > 3 { for (i = 2; i < NF; i++) { gsub(/ /, "", $i); cell[i] = cell[i] $i } }' $what.table >cells
    awk -F '\t' '{ gsub(/ /, ""); if ($8 ~ /等$/) $($10 == "" ? 9 : 10) = $($10 == "" ? 9 : 10) "等"
        print $6 "\t" $9 "\t" $10 }' rows | diff cells - >"$OUT"
    report "the table has the same in its columns"
    lines <$what.list | grep -nE '^(、|，|。|；|：|！|？|）|》|”|%)|(（|《|“)$' >"$OUT"
    [ ! -s "$OUT" ]
    report "no line begins with a mark that closes or ends with one that opens"
done

for layout in list table; do
    qpdf --json --json-key=outlines all.$layout.pdf | grep '"title"' >"$OUT"
    [ "$(wc -l <"$OUT")" -eq 11 ] && grep -q 二、冯飞常务副省长牵头重点工作 "$OUT"
    report "the $layout has a bookmark for each leader"
done
grep 缺字 told >"$OUT"
[ -s told ] && [ ! -s "$OUT" ]
report "no character is missing"

# GB/T 9704-2012: 156 mm from 28 mm on, 22 lines a page; a mark that hangs stands beyond.
for what in all 冯飞 省经信厅 m; do
    pdftotext -bbox-layout $what.list.pdf - | grep -E '<(line|page)' >>box.html
done
awk -F '"' '/<page/ { for (y in at) n++; full += n == 22; over += n > 22; n = 0; split("", at) }
    /<line/ && $4 < 262 * 72 / 25.4 { at[int($4 / 4)] }
    END { print full " full pages, " over " fuller"; exit full < 20 || over }' box.html >"$OUT"
report "a full page has 22 lines"
sed -n 's/.*<line xMin="\([0-9.]*\)" yMin="\([0-9.]*\)" xMax="\([0-9.]*\)".*/\1 \3/p' box.html |
    awk '{ if ($1 < 28 * 72 / 25.4 - 0.6 || $2 > 184 * 72 / 25.4 + 16.5) { print; bad = 1 } } END { exit bad || NR < 1000 }' >"$OUT"
report "every line stands between 28 and 184 mm"
sed -n 's/.*<line xMin="[0-9.]*" yMin="[0-9.]*" xMax="\([0-9.]*\)".*/\1/p' box.html |
    awk '{ at = $1 - 184 * 72 / 25.4; edge += at > -0.8 && at < 0.8 } END { print edge " lines end at the edge"; exit edge < 500 }' >"$OUT"
report "full lines are set out to the edge"
[ "$(pdfinfo 冯飞.list.pdf | awk '$1 == "Pages:" { print $2 }')" = "$(tr -dc '\f' <冯飞.list | wc -c | awk '{ print $1 + 1 }')" ]
report "it has as many pages as the text"
# Digits of a font that stands in are wider than half a character: a line full of them is set closer.
pdftotext -bbox -f 2 -l 30 all.table.pdf box.html
sed -n 's/.*<word xMin="\([0-9.]*\)" yMin="[0-9.]*" xMax="\([0-9.]*\)" yMax="[0-9.]*">\(.*\)<.*/\1 \2 \3/p' box.html |
    awk '$3 == "重点工作" { from = $1 } $3 == "牵头单位" { to = $1 }
        $1 > from - 1 && $1 < to - 1 { seen++; if ($2 > to - 6) { print; bad = 1 } } END { exit bad || seen < 300 }' >"$OUT"
report "no line of a table runs over its column's edge"
finish
