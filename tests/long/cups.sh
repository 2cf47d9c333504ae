#!/bin/sh
# SPDX-License-Identifier: MIT
# A sheet on paper through a real CUPS: a server of our own, whose printer writes PDF into a file, and what that file says.
# Needs cups, cups-client, cups-filters, poppler-utils and a Han font, and says what is missing.
. "$ROOT/tests/cli/lib.sh"
PATH=$PATH:/usr/sbin
ppd=/usr/share/ppd/cupsfilters/Generic-PDF_Printer-PDF.ppd
for needed in cupsd lpadmin lp lpstat pdftotext "$FENGONG-paper" $ppd; do
    command -v "$needed" >/dev/null || [ -e "$needed" ] || missing="${missing:-} $needed"
done
if [ -n "${missing:-}" ]; then
    skip "a sheet through a real CUPS" "there is no$missing"
    finish
    exit
fi
work=$(mktemp -d /tmp/fengong-cups-XXXXXX)
mkdir "$work/spool" "$work/cache" "$work/state" "$work/tmp" "$work/log"
cat >"$work/cupsd.conf" <<END
Listen $work/socket
LogLevel warn
Browsing Off
DefaultAuthType None
WebInterface No
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
END
cat >"$work/files.conf" <<END
FileDevice Yes
ServerRoot $work
RequestRoot $work/spool
CacheDir $work/cache
StateDir $work/state
TempDir $work/tmp
ErrorLog $work/log/error
AccessLog $work/log/access
PageLog $work/log/page
SystemGroup $(id -gn)
User $(id -un)
Group $(id -gn)
END
chmod 700 "$work"
[ "$(id -u)" != 0 ] || { # the server gives its rights away, and does not like root
    sed -i 's/^User .*/User lp/; s/^Group .*/Group lp/; s/^SystemGroup .*/SystemGroup root/' "$work/files.conf"
    chown -R lp "$work"
    chmod 711 "$work"
}
cupsd -f -c "$work/cupsd.conf" -s "$work/files.conf" >"$work/log/out" 2>&1 &
server=$!
# shellcheck disable=SC2317 # by trap
finish() {
    kill $server 2>/dev/null
    wait $server 2>/dev/null
    rm -rf "$work"
}
trap finish EXIT
export CUPS_SERVER="$work/socket"
serves() { [ -S "$work/socket" ] && lpstat -r 2>/dev/null | grep -q 'is running'; }
await serves
paper=$work/tmp/paper.pdf
lpadmin -p 二楼打印机 -E -v "file://$paper" -m lsb/usr/cupsfilters/Generic-PDF_Printer-PDF.ppd >"$OUT" 2>&1 ||
    lpadmin -p 二楼打印机 -E -v "file://$paper" -P $ppd >"$OUT" 2>&1
report "a server of our own has a printer"

printed() { [ -s "$paper" ] && [ -z "$(lpstat -o 2>/dev/null)" ] && pdfinfo "$paper" >/dev/null 2>&1; }
run -f "$DATA" print 冯飞 --printer=二楼打印机
[ $status -eq 0 ] && grep -q '已排队：二楼打印机-1' "$ERR"
report "the sheet is queued, and that is what is said"
await printed || ! tail -n 5 "$work/log/error" >>"$ERR"
report "it comes out"
pdftotext -layout "$paper" "$work/text" 2>"$ERR"
grep -q '合力推进长三角生态绿色一体化发展示范区建设' "$work/text" && grep -q '冯飞常务副省长牵头重点工作任务单' "$work/text"
report "Han come out as Han"
pdftotext -bbox-layout "$paper" "$work/box" 2>"$ERR"
sed -n 's/.*<line xMin="\([0-9.]*\)" yMin="[0-9.]*" xMax="\([0-9.]*\)".*/\1 \2/p' "$work/box" | awk '
    { if (!min || $1 < min) min = $1 }
    END { mm = min * 25.4 / 72; print "leftmost: " mm " mm"; exit mm < 27.5 || mm > 28.5 }' >"$OUT"
report "the text stands 28 mm from the edge"
grep '^leftmost' "$OUT" | sed 's/^/# /'
cupsdisable 二楼打印机
run -f "$DATA" print 2.1 --printer=二楼打印机
[ $status -eq 0 ] && grep -q '已排队' "$ERR" && ! grep -q '已打印' "$ERR"
report "a paused printer takes it into its queue, and nobody says that it is printed"
run -f "$DATA" print 2.1 --printer=没有
[ $status -eq 3 ] && grep -q '打印没有成功' "$ERR"
report "a printer that there is not: lp's own words, and 3"
finish
