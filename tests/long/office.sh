#!/bin/sh
# SPDX-License-Identifier: MIT
# What other programs make of HTML, Excel and Word files: a browser's paper and LibreOffice, which say the same tasks and
# units in the same order.  Needs chromium, LibreOffice and poppler-utils, and says what is missing.
. "$ROOT/tests/cli/lib.sh"
cd "$TMP" || exit 1
status=0 # of no program of ours
for needed in chromium soffice pdftotext "$FENGONG-paper"; do
    command -v "$needed" >/dev/null || missing="${missing:-} $needed"
done
if [ -n "${missing:-}" ]; then
    skip "files in other programs" "there is no$missing"
    finish
    exit
fi
"$FENGONG" -f "$DATA" print all --as=tsv | tail -n +2 >rows

# plain : a PDF's text without blanks, line ends and numbers of pages
plain() {
    pdftotext -layout "$1" - | grep -vE '— *[0-9]+ *—|第 *[0-9]+ *页' | tr -d ' \n\f' | sed 's/　//g; s/（牵头）//g'
}

# The words of each row's columns ($1: their numbers) one after the other.
in_order() {
    awk -F '\t' -v columns="$1" 'BEGIN { count = split(columns, column, " ") }
        NR == FNR { text = text $0; next }
        { gsub(/ /, "")
          for (i = 1; i <= count; i++) {
              at = index(substr(text, from + 1), $column[i])
              if (!at) { print "not in order: " $1 " " $column[i]; bad = 1 } else from += at + length($column[i]) - 1
          } }
        END { exit bad || FNR < 200 }' "$2" rows >"$OUT"
}

printed() {
    timeout 120 chromium --headless --no-sandbox --disable-gpu --user-data-dir="$TMP/browser" --no-pdf-header-footer \
        --print-to-pdf="$TMP/$1.pdf" "file://$TMP/$1.html" >"$OUT" 2>"$ERR"
}
convert() {
    timeout 120 soffice "-env:UserInstallation=file://$TMP/office" --headless --convert-to "$1" "$2" >"$OUT" 2>"$ERR"
}

"$FENGONG" -f "$DATA" print all --as=html -o list.html && printed list && plain list.pdf >text
in_order '6 8' text
report "a browser prints every task and its units, in order"
"$FENGONG" -f "$DATA" print all --as=html --layout=table -o table.html && printed table &&
    pdftotext -raw table.pdf - | tr -d ' \n\f' >text
in_order '6 9 10' text
report "and of the table, with who leads before who takes part"

"$FENGONG" -f "$DATA" print all --as=docx -o list.docx && convert pdf list.docx && plain list.pdf >text
in_order '6 8' text
report "LibreOffice has every task and its units of the Word file, in order"

# All sheets, a file each; of a sheet the rows below title and head: id, text, who leads, who takes part.
"$FENGONG" -f "$DATA" print all --as=xlsx -o all.xlsx &&
    convert 'csv:Text - txt - csv (StarCalc):9,0,76,1,,0,false,true,false,false,false,-1' all.xlsx
awk -F '\t' '{ if ($8 ~ /等$/) $($10 == "" ? 9 : 10) = $($10 == "" ? 9 : 10) "等"
    sub(/、/, ".", $1); print $1 "\t" $6 "\t" $9 "\t" $10 }' rows | sort >wanted # TSV has 1、10
units=all-单位统计.csv
for sheet in all-*.csv; do [ "$sheet" = $units ] || tail -n +3 "$sheet"; done | cut -f 1-4 | sort | diff - wanted >"$OUT"
report "and every task, unit and role of the Excel file, ids unchanged"
"$FENGONG" -f "$DATA" export --as=tsv | tail -n +2 | awk -F '\t' '$1 !~ /^m/ && $9 == "牵头" { print $8 }' | sort | uniq -c |
    awk '{ print $2 "\t" $1 }' | sort >wanted
tail -n +3 $units | awk -F '\t' '$2 { print $1 "\t" $2 }' | sort | diff - wanted >"$OUT"
report "and how often each unit leads"
finish
