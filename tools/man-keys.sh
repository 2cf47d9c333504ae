#!/bin/sh
# SPDX-License-Identifier: MIT
# What the manual pages list, made from the tables of actions, of the format and of settings: man-keys.sh PROGRAM
# write | check.  The build folder has table_rows beside the program.
# The program must find its English catalogue (the build folder has it beside the program).
set -eu
program=$1
verb=$2
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export FENGONG_CONFIG=

# keys LANGUAGE [NAMES]: the actions by their keys, or by their names.
keys() {
    LC_ALL=C.UTF-8 LANGUAGE=$1 "$program" --list-keys | awk -F'\t' -v by_name="${2:-}" '
        BEGIN { print ".Bl -tag -width Ds -compact" }
        {
            count = split($2, names, " ")
            line = ".It"
            if (by_name)
                line = line " Cm bind." $1 " No ="
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

rows() {
    LC_ALL=C.UTF-8 LANGUAGE=$1 "$(dirname "$program")/table_rows" | awk -F'\t' -v kind="$2" '$1 == kind' | cut -f 2-
}

format_keys() {
    rows "$1" format | awk -F'\t' -v zh="${1#en}" '
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

settings() {
    rows "$1" setting | awk -F'\t' -v zh="${1#en}" '
        BEGIN { print ".Bl -tag -width Ds" }
        {
            choices = $2
            gsub(/[|]/, " Ns | Ns Cm ", choices)
            print ".It Cm " $1 " No = " (index($2, "|") ? "Cm " : "Ar ") choices
            help = $4
            if (!zh)
                gsub(/[.] +/, ".\n", help)
            print help (zh ? "。" : ".")
            if ($3 != "")
                print (zh ? "默认 " : "The default is") (zh ? $3 "。" : "\n.Cm " $3 " .")
        }
        END { print ".El" }'
}

styles() {
    rows "$1" style | awk -F'\t' '
        BEGIN { print ".Bl -tag -width \"selected\\-match\" -compact" }
        { gsub(/-/, "\\-", $1); print ".It Cm " $1; print $2 }
        END { print ".El" }'
}

status=0
for page in en:fengong.1 zh:zh_CN/fengong.1 en:fengong-breakdown.5 zh:zh_CN/fengong-breakdown.5 en:fengong-config.5 \
    zh:zh_CN/fengong-config.5; do
    file=man/${page#*:} language=${page%%:*}
    case $file in
    *.1) keys "$language" >"$work/keys" ;;
    *breakdown.5) format_keys "$language" >"$work/keys" ;;
    *)
        settings "$language" >"$work/settings"
        styles "$language" >"$work/styles"
        keys "$language" names >"$work/keys"
        ;;
    esac
    # Between ".\" Begin of NAME" and ".\" End of NAME" stands what was made.
    awk -v work="$work" '
        /^\.\\" End of / { skip = 0 }
        !skip
        /^\.\\" Begin of / {
            made = work "/" $4
            sub(/:$/, "", made)
            skip = 1
            while ((getline line < made) > 0)
                print line
        }' "$file" >"$work/page"
    if cmp -s "$file" "$work/page"; then
        continue
    elif [ "$verb" = write ]; then
        cp "$work/page" "$file"
    else
        echo "$file: not what the tables say; \"make man-keys\" rewrites it"
        status=1
    fi
done
exit $status
