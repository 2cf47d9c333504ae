#!/bin/sh
# SPDX-License-Identifier: MIT
# A sheet on paper through a real CUPS: a server of our own, whose printer writes PDF into a file, and what that file says.
# cups.sh PROGRAM; needs cups, cups-client, cups-filters, poppler-utils and a Han font, and says what is missing.
program=$(realpath "$1")
root=$(cd "$(dirname "$0")/../.." && pwd)
moment() { timeout 0.1 tail -f /dev/null; }
no=0 failed=0
report() {
    result=$?
    no=$((no + 1))
    [ $result -eq 0 ] && echo "ok $no - $1" && return
    failed=1
    echo "not ok $no - $1"
    sed 's/^/# /' "$work/said" "$work/err" 2>/dev/null | head -n 10
}
for needed in cupsd lpadmin lp lpstat pdftotext; do
    PATH=$PATH:/usr/sbin command -v $needed >/dev/null || { echo "1..0 # SKIP there is no $needed"; exit 0; }
done
ppd=/usr/share/ppd/cupsfilters/Generic-PDF_Printer-PDF.ppd
[ -e $ppd ] || { echo "1..0 # SKIP there is no $ppd (cups-filters)"; exit 0; }
[ -x "$program-paper" ] || { echo "1..0 # SKIP there is no fengong-paper"; exit 0; }
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
PATH=$PATH:/usr/sbin
cupsd -f -c "$work/cupsd.conf" -s "$work/files.conf" >"$work/log/out" 2>&1 &
server=$!
# shellcheck disable=SC2317 # by trap
finish() {
    kill $server 2>/dev/null
    wait $server 2>/dev/null
    rm -rf "$work"
}
trap finish EXIT
export CUPS_SERVER="$work/socket" LC_ALL=C.UTF-8
for _ in $(seq 100); do
    [ -S "$work/socket" ] && lpstat -r 2>/dev/null | grep -q 'is running' && break
    moment
done
paper=$work/tmp/paper.pdf
lpadmin -p 二楼打印机 -E -v "file://$paper" -m lsb/usr/cupsfilters/Generic-PDF_Printer-PDF.ppd >"$work/said" 2>&1 ||
    lpadmin -p 二楼打印机 -E -v "file://$paper" -P $ppd >"$work/said" 2>&1
report "a server of our own has a printer"

printed() { # waits for the paper
    for _ in $(seq 300); do
        [ -s "$paper" ] && [ -z "$(lpstat -o 2>/dev/null)" ] && pdfinfo "$paper" >/dev/null 2>&1 && return
        moment
    done
    tail -n 5 "$work/log/error" >>"$work/err"
    return 1
}
"$program" -f "$root/data/tasks.yaml" print 冯飞 --printer=二楼打印机 >"$work/said" 2>"$work/err"
[ $? -eq 0 ] && grep -q '已排队：二楼打印机-1' "$work/err"
report "the sheet is queued, and that is what is said"
printed
report "it comes out"
pdftotext -layout "$paper" "$work/text" 2>"$work/err"
grep -q '合力推进长三角生态绿色一体化发展示范区建设' "$work/text" && grep -q '冯飞常务副省长牵头重点工作任务单' "$work/text"
report "Han come out as Han"
pdftotext -bbox-layout "$paper" "$work/box" 2>"$work/err"
sed -n 's/.*<line xMin="\([0-9.]*\)" yMin="[0-9.]*" xMax="\([0-9.]*\)".*/\1 \2/p' "$work/box" | awk '
    { if (!min || $1 < min) min = $1 }
    END { mm = min * 25.4 / 72; print "leftmost: " mm " mm"; exit mm < 27.5 || mm > 28.5 }' >"$work/said"
report "the text stands 28 mm from the edge"
grep '^leftmost' "$work/said" | sed 's/^/# /'
cupsdisable 二楼打印机
"$program" -f "$root/data/tasks.yaml" print 2.1 --printer=二楼打印机 >"$work/said" 2>"$work/err"
[ $? -eq 0 ] && grep -q '已排队' "$work/err" && ! grep -q '已打印' "$work/err"
report "a paused printer takes it into its queue, and nobody says that it is printed"
"$program" -f "$root/data/tasks.yaml" print 2.1 --printer=没有 >"$work/said" 2>"$work/err"
[ $? -eq 3 ] && grep -q '打印没有成功' "$work/err"
report "a printer that there is not: lp's own words, and 3"
echo "1..$no"
exit $failed
