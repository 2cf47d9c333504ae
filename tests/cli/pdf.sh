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
}

# Under sanitizers once is enough, and what is made is the same.
for layout in list table; do
    make all.$layout.pdf all --layout=$layout && { [ -n "${VARIANT:-}" ] || make again.pdf all --layout=$layout; }
    [ $status -eq 0 ] && { [ -n "${VARIANT:-}" ] || cmp -s all.$layout.pdf again.pdf; }
    report "the $layout made twice is the same, byte for byte"
    grep -aq '/Lang (zh-CN)' all.$layout.pdf && grep -aq '/DisplayDocTitle true' all.$layout.pdf &&
        [ "$(grep -ac '^startxref' all.$layout.pdf)" -eq 2 ]
    report "the $layout says its language"
done

run -f "$DATA" print 2.1 --as=pdf --fonts=text=NoSuchFont -o c.pdf
[ $status -eq 3 ] && [ ! -e c.pdf ] && grep -q '没有字体“NoSuchFont”' "$ERR"
report "a font that is wanted and not there is a fault, not another font"
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

# paper FILE : its text without blanks, line ends, page numbers and feet
paper() {
    pdftotext ${2:--layout} "$1" - | grep -vE '^ *(— [0-9]+ —.*|.*第[0-9]+页 共[0-9]+页.*)$' | sed 's/[ 　]//g' | tr -d '\n\f'
}

"$FENGONG" -f "$DATA" export --as=tsv | tail -n +2 | awk -F '\t' '$1 != id { id = $1; print $6 }' | sed 's/ //g' >tasks
paper all.list.pdf >list
awk 'NR == FNR { paper = paper $0; next }
     { at = index(substr(paper, from + 1), $0); if (!at) { print "not in order: " $0; bad = 1 } else from += at }
     END { exit bad || FNR < 200 }' list tasks >"$OUT"
report "every task stands in the PDF, in order"
pdftotext -raw all.table.pdf - | tr -d ' \n\f' >table
for task in $(head -n 20 tasks | cut -c 1-24); do grep -qF "$task" table || echo "$task"; done >"$OUT"
[ ! -s "$OUT" ]
report "the table has the tasks' texts whole"
for what in all 冯飞 省经信厅 livelihood; do
    for layout in list table; do
        sheet=$what.$layout.pdf
        [ -e "$sheet" ] || make "$sheet" $what --layout=$layout
        qpdf --check "$sheet" >"$OUT" 2>&1
        report "qpdf finds nothing wrong with $what as $layout"
        pdffonts "$sheet" | tail -n +3 | awk '$(NF - 4) != "yes" || $(NF - 3) != "yes" || $(NF - 2) != "yes" { print; bad = 1 } END { exit bad || NR < 2 }' >"$OUT"
        report "its fonts are embedded subsets that say what they mean"
    done
done

# GB/T 9704-2012: 156 mm from 28 mm on, 22 lines a page; a mark that hangs stands beyond.
pdftotext -bbox-layout 冯飞.list.pdf box.html
sed -n 's/.*<line xMin="\([0-9.]*\)" yMin="\([0-9.]*\)" xMax="\([0-9.]*\)".*/\1 \3/p' box.html |
    awk '{ if ($1 < 28 * 72 / 25.4 - 0.6 || $2 > 184 * 72 / 25.4 + 16.5) { print; bad = 1 } } END { exit bad || NR < 200 }' >"$OUT"
report "every line stands between 28 and 184 mm"
sed -n 's/.*<line xMin="[0-9.]*" yMin="[0-9.]*" xMax="\([0-9.]*\)".*/\1/p' box.html |
    awk '{ at = $1 - 184 * 72 / 25.4; edge += at > -0.8 && at < 0.8 } END { print edge " lines end at the edge"; exit edge < 80 }' >"$OUT"
report "full lines are set out to the edge"
[ "$(pdfinfo 冯飞.list.pdf | awk '$1 == "Pages:" { print $2 }')" = "$("$FENGONG" -f "$DATA" print 冯飞 | tr -dc '\f' | wc -c | awk '{ print $1 + 1 }')" ]
report "it has as many pages as the text"
# Digits of a font that stands in are wider than half a character: a line full of them is set closer.
pdftotext -bbox -f 2 -l 30 all.table.pdf box.html
sed -n 's/.*<word xMin="\([0-9.]*\)" yMin="[0-9.]*" xMax="\([0-9.]*\)" yMax="[0-9.]*">\(.*\)<.*/\1 \2 \3/p' box.html |
    awk '$3 == "重点工作" { from = $1 } $3 == "牵头单位" { to = $1 }
        $1 > from - 1 && $1 < to - 1 { seen++; if ($2 > to - 6) { print; bad = 1 } } END { exit bad || seen < 300 }' >"$OUT"
report "no line of a table runs over its column's edge"
"$FENGONG" -f "$DATA" print 冯飞 | tr '\f' '\n' | grep -vE '— [0-9]+ —|^$|页$' | sed 's/[ 　]//g' >text
pdftotext -layout 冯飞.list.pdf - | tr '\f' '\n' | grep -vE '第 *[0-9]+ *页' | sed 's/[ 　]//g' | grep -v '^$' >pdf
cmp -s text pdf
report "and the same lines"
diff text pdf | head -n 5 >"$OUT"
finish
