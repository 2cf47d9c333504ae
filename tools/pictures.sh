#!/bin/sh
# SPDX-License-Identifier: MIT
# The pictures of the guides, from a real terminal: pictures.sh PROGRAM [NAME]...  (make pictures)
# Each is xterm on a screen of its own, keys typed as a person types them, and the window's pixels when they rest.
# Debian: xterm xvfb xdotool imagemagick fonts-dejavu-core fonts-noto-cjk
set -eu
program=$(realpath "$1")
shift
cd "$(dirname "$0")/.."
for need in xterm Xvfb xdotool import convert; do
    command -v $need >/dev/null || { echo "pictures: no $need" >&2; exit 1; }
done
folder=$(mktemp -d)
display=:$((100 + $$ % 800))
Xvfb $display -screen 0 1800x1400x24 >/dev/null 2>&1 &
server=$!
terminal=
trap 'kill $terminal $server 2>/dev/null; rm -rf "$folder"' EXIT
export DISPLAY=$display LC_ALL=C.UTF-8 LANGUAGE=zh
unset FENGONG_FILE NO_COLOR
export XDG_CONFIG_HOME="$folder/none"
ln -s "$program" "$folder/fengong"
export PATH="$folder:$PATH"

# The window as it is when two looks in a row see the same, and something.
settle() {
    for _ in $(seq 60); do
        import -window root "$folder/now.png" 2>/dev/null || continue
        if [ -e "$folder/before.png" ] && cmp -s "$folder/now.png" "$folder/before.png" &&
            [ "$(convert "$folder/now.png" -format %k info:)" -gt 2 ]; then
            return
        fi
        mv "$folder/now.png" "$folder/before.png"
        sleep 0.2
    done
    echo "pictures: the screen does not come to rest" >&2
    exit 1
}

# picture NAME COLSxROWS XTERM_OPTION COMMAND [KEY | =TEXT]... : keys by X's names, texts are typed.
picture() {
    name=$1 size=$2 option=$3 command=$4
    shift 4
    [ -z "$wanted" ] || case " $wanted " in *" $name "*) ;; *) return 0 ;; esac
    rm -f "$folder"/*.png
    # $option is an option or nothing
    # shellcheck disable=SC2086
    xterm -u8 -tn xterm-256color -geometry "$size" -fa 'DejaVu Sans Mono' -fd 'Noto Sans Mono CJK SC' -fs 11 -bg '#1e1e1e' -fg '#dddddd' \
        +sb -b 6 $option -e sh -c "$command" &
    terminal=$!
    xdotool mousemove 200 200 # without a window manager keys go where the pointer is
    settle
    for key; do
        case $key in
        =*) xdotool type --delay 30 "${key#=}" ;;
        *) xdotool key --clearmodifiers "$key" ;;
        esac
        settle
    done
    convert "$folder/now.png" -trim +repage +dither -colors 64 -strip "PNG8:docs/$name.png"
    kill $terminal 2>/dev/null
    wait $terminal 2>/dev/null || true
    terminal=
    echo "docs/$name.png"
}

wanted=$*
data="-f data/tasks.yaml"
years="-f tests/data/years/2019.yaml -f tests/data/years/2020.yaml"
picture screen-100x30 100x30 "" "fengong $data" Down Right Down Down Down
picture screen-cjk-width 100x30 -cjk_width "fengong $data" Down
picture first 80x24 "" "fengong $data"
picture find 100x30 "" "fengong $data" slash =jxt
picture unit 100x30 "" "fengong $data --unit 省经信厅"
picture filter 100x30 "" "fengong $data" f =铁路 Return
picture print 120x32 "" "fengong $data --leader 冯飞" p
picture statistics 100x30 "" "fengong $data" F3
picture compare 100x24 "" "fengong $years" F5
picture review 120x30 "" "fengong import tests/golden/review.notice --review"
picture linear 80x24 "" "fengong $data --linear" =jxt Return
