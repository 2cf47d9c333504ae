# SPDX-License-Identifier: MIT
# Documents as notices: what fengong itself prints is read back from each form; names do not matter, content does.
. "$ROOT/tests/cli/lib.sh"
cd "$TMP" || exit 1
if [ ! -x "$FENGONG-paper" ]; then
    skip "documents are read" "fengong-paper is not built here"
    finish
    exit
fi

# tasks FILE : leader, title, number, text and units of each task of a breakdown, a line each.
tasks() {
    "$FENGONG" -f "$1" export --as=tsv 2>>"$ERR" | tail -n +2 | cut -f 3-6,8,9 | sed 's/^="\(.*\)"/\1/'
}
tasks "$DATA" >all.tsv
[ "$(wc -l <all.tsv)" -gt 800 ]
report "there is something to compare"
for format in docx html xlsx text markdown csv tsv; do
    for layout in list table; do
        case $format-$layout in text-table | csv-table | tsv-table) continue ;; esac # set in columns; or no layout at all
        "$FENGONG" -f "$DATA" print all --as=$format --layout=$layout -o "sheet.$format" 2>>"$ERR"
        run import "sheet.$format"
        cp "$OUT" "$format.yaml"
        tasks "$format.yaml" >"$format.tsv"
        [ $status -eq 0 ] && cmp -s all.tsv "$format.tsv"
        report "each task and unit is read back from our own $format, as a $layout"
    done
done

"$FENGONG" -f "$DATA" print all --layout=table -o table.txt
fails_with 3 'table.txt:[0-9]*: 画线的表格里一格分成了几行' "a table drawn in lines whose rows take several is refused" import table.txt
cat >drawn.txt <<'END'
+----+----------+--------+----------+
|序号|重点工作  |牵头单位|参与单位  |
+----+----------+--------+----------+
|1   |修一座桥。|县交通局|县财政局  |
|2   |种一片林。|县林业局|          |
+----+----------+--------+----------+
END
run import drawn.txt
[ $status -eq 0 ] && grep -q '2 项任务，2 组责任单位' "$ERR"
report "one whose rows take a line each is read"

cp sheet.docx notice.txt
run import notice.txt
[ $status -eq 0 ] && cmp -s "$OUT" docx.yaml && grep -q 'notice.txt（docx）' "$ERR"
report "a document is told by its content, not by its name"
"$FENGONG" import - <sheet.docx >"$OUT" 2>"$ERR"
status=$?
grep -v '^title:' "$OUT" >got
[ $status -eq 0 ] && grep -v '^title:' docx.yaml | cmp -s - got
report "a document comes through standard input, too"
printf 'dump\n' >dump.script
run import sheet.docx --review --script dump.script -o review.yaml
[ $status -eq 0 ] && cmp -s review.yaml docx.yaml && grep -q '^-- 80x24$' "$OUT"
report "the doubts of a document are reviewed as those of a text"
run import sheet.docx --restricted
[ $status -eq 2 ] && grep -q '受限模式' "$ERR"
report "restricted mode does not start fengong-paper for it"
run -f sheet.docx show 1.1
[ $status -eq 3 ] && grep -q 'fengong import' "$ERR"
report "a document given for a breakdown is told where it belongs"
printf 'MIME-Version: 1.0\n' >page.mht
fails_with 3 '另存为 html' "a page saved whole is refused in one line" import page.mht
printf '\320\317\021\340 nothing' >old.doc
fails_with 3 '既没有 Word' "an old file without a document in it is refused in one line" import old.doc
printf '<!DOCTYPE html>\n<title>县政府</title><p>1．办学。（责任单位：市教育局）</p>' >page
run import --json page
[ $status -eq 0 ] && grep -q '"encoding": "HTML UTF-8"' "$OUT" && grep -A1 '"document": ' "$OUT" | grep -q '"网页标题未用：县政府"'
report "the account for programs has what is not in the text"
finish
