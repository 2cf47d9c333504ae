#!/bin/sh
# SPDX-License-Identifier: MIT
# The keys of the manual pages, made from the action table and the format's: man-keys.sh PROGRAM write | check.
# The build folder has format_keys beside the program.
# The program must find its English catalogue (the build folder has it beside the program).
set -eu
program=$1
verb=$2
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

keys() {
    LC_ALL=C.UTF-8 LANGUAGE=$1 "$program" --list-keys | awk -F'\t' '
        BEGIN { print ".Bl -tag -width Ds -compact" }
        {
            count = split($2, names, " ")
            line = ".It"
            for (i = 1; i <= count; i++) {
                name = names[i]
                gsub(/-/, "\\-", name)
                line = line " Ic \\&" name
            }
            print line
            print $4
        }
        END { print ".El" }'
}

format_keys() {
    LC_ALL=C.UTF-8 LANGUAGE=$1 "$(dirname "$program")/format_keys" | awk -F'\t' -v zh="${1#en}" '
        $2 != map {
            if (map)
                print ".El"
            print ".Ss " $2
            print ".Bl -tag -width \"member-kinds\" -compact"
            map = $2
        }
        {
            name = $3
            gsub(/-/, "\\-", name)
            print ".It Ic " name
            print $6 (zh ? "（" : " (") $4 ($5 ? zh ? "，必须有" : ", required" : "") (zh ? "）" : ")")
        }
        END { print ".El" }'
}

status=0
for page in en:man/fengong.1 zh:man/zh_CN/fengong.1 en:man/fengong-breakdown.5 zh:man/zh_CN/fengong-breakdown.5; do
    file=${page#*:}
    case $file in
    *.5) format_keys "${page%%:*}" >"$work/keys" ;;
    *) keys "${page%%:*}" >"$work/keys" ;;
    esac
    awk -v keys="$work/keys" '
        /^\.\\" End of keys/ { skip = 0 }
        !skip
        /^\.\\" Begin of keys/ { skip = 1; while ((getline line < keys) > 0) print line }' "$file" >"$work/page"
    if cmp -s "$file" "$work/page"; then
        continue
    elif [ "$verb" = write ]; then
        cp "$work/page" "$file"
    else
        echo "$file: not the keys of the table; \"make man-keys\" rewrites them"
        status=1
    fi
done
exit $status
