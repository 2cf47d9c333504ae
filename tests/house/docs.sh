#!/bin/sh
# SPDX-License-Identifier: MIT
# The documents say what the program does: docs.sh PROGRAM.
. "$(dirname "$0")/tap.sh"
program=$1
TMP=${TMP:-/tmp}
export LC_ALL=C.UTF-8 LANGUAGE=zh
help=$("$program" --help)
commands=$(echo "$help" | awk '/^命令/ { on = 1; next } /^选项/ { on = 0 } on && /^  [a-z]/ { print $1 }')
options=$(echo "$help" | grep -oE -- '^ +(-[a-zA-Z], )?--[a-z-]+' | grep -oE -- '--[a-z-]+')
pages='man/fengong.1 man/zh_CN/fengong.1'

report "help lists commands and options" "$([ "$(echo "$commands" | wc -l)" -ge 8 ] && [ "$(echo "$options" | wc -l)" -ge 15 ] ||
    echo "found: $commands $options")"
report "each command is in the manual" "$(for page in $pages; do
    for command in $commands; do
        grep -qE "^\.It Cm $command( |\$)" "$page" || echo "$page: $command"
    done
done)"
report "each option is in the manual" "$(for page in $pages; do
    for option in $options; do
        grep -qE "^\.It .*Fl Fl ${option#--}( |\$)" "$page" || echo "$page: $option"
    done
done)"
formats=$(echo "$help" | sed -n 's/^ *--as=\([a-z ]*\)$/\1/p' | tr ' ' '\n' | sort -u)
report "each format is in the manual; bash, zsh and fish ask for those of the command" "$([ "$(echo "$formats" | wc -l)" -ge 7 ] || echo "found: $formats"
for format in $formats; do
    for page in $pages; do
        grep -qE "^\.(It|Op|Cm) .*\b$format\b|^\.Cm $format\b" "$page" || echo "$page: $format"
    done
done
for file in completions/*; do
    grep -q -- '--help' "$file" && grep -E -- '--as|-l as' "$file" | grep -q _formats || echo "$file: --as"
done)"
report "the manual names no option that there is not" "$(for page in $pages; do
    grep -oE 'Fl Fl [a-z][a-z-]*' "$page" | sort -u | while read -r _ _ option; do
        echo "$options" | grep -qx -- "--$option" || echo "$page: --$option"
    done
done)"
report "each option is completed by bash, zsh and fish" "$(for option in $options; do
    grep -q -- "$option" completions/fengong.bash || echo "bash: $option"
    grep -q -- "$option" completions/_fengong || echo "zsh: $option"
    grep -q -- "-l ${option#--}\b" completions/fengong.fish || echo "fish: $option"
done)"
report "each variable of the environment is in the manual, in both languages" "$(
    grep -rhoE '(getenv|is_set|set_or|environment_refuses)\("[A-Z_]+"' src | sed 's/.*"\(.*\)"/\1/' | sort -u | while read -r variable; do
        for page in $pages; do
            grep -qE "^\.It Ev (.* , )?$variable( |\$)" "$page" || echo "$page: $variable"
        done
    done)"
report "each command line of the README files is understood" "$(
    grep -hoE '^ *fengong [^#]*' README.md README.zh-CN.md | sort -u | while read -r _ line; do
        # words as the shell would read them; nothing is printed or written
        eval "set -- $line"
        case " $* " in *" --printer"* | *" -o "*) continue ;; esac
        case ${1:-browse} in browse | -* | import | diff) continue ;; esac
        "$program" -f data/tasks.yaml "$@" >/dev/null 2>&1 </dev/null || echo "fengong $line: status $?"
    done)"
report "each make target of the README files is there" "$(
    grep -hoE '`?make [a-z-]+' README.md README.zh-CN.md CONTRIBUTING.md src/README.md | sed 's/.*make //' | sort -u |
        while read -r target; do
            grep -qE "^$target:" Makefile tests/tests.mk || echo "make $target"
        done)"
report "the manual's keys are those of the tables" "$(tools/man-keys.sh "$program" check 2>&1)"
rows=$("$(dirname "$program")/table_rows")
keys=$(echo "$rows" | awk -F'\t' '$1 == "format" { print $4 }' | sort -u)
report "each key of the file is in fengong-breakdown(5), in both languages" "$(for key in $keys; do
    for page in man/fengong-breakdown.5 man/zh_CN/fengong-breakdown.5; do
        grep -qE "^\.It Cm (.* , )?$key( |\$)" "$page" || echo "$page: $key"
    done
done)"
report "each key of export's JSON is in the manual, in both languages" "$("$program" -f data/tasks.yaml export |
    grep -oE '^ *"[a-z_]+":' | tr -d ' ":' | sort -u | while read -r key; do
        for page in $pages; do
            sed -n '/^\.Bd -literal -compact/,/^\.Ed/p' "$page" | grep -q "\"$key\"" || echo "$page: $key"
        done
    done)"
report "the example of fengong-breakdown(5) is one" "$(for page in man/fengong-breakdown.5 man/zh_CN/fengong-breakdown.5; do
    sed -n '/^\.Bd -literal/,/^\.Ed/p' "$page" | grep -v '^\.' >"$TMP/example.yaml"
    "$program" -f "$TMP/example.yaml" check >"$TMP/faults" 2>&1 || cat "$TMP/faults"
done)"
report "links between the documents lead somewhere" "$(for file in *.md src/*.md packaging/*.md; do
    grep -oE '\]\([^)#:]+' "$file" | cut -c 3- | grep -v '^https$' | while read -r target; do
        [ -e "$(dirname "$file")/$target" ] || echo "$file: $target"
    done
done)"
report "the words of the glossary stand in src/README.md" "$(for word in breakdown section leader task part unit collective \
    duty sheet notice; do
    grep -qE "\| $word \|" src/README.md || echo "$word"
done)"
if command -v mandoc >/dev/null; then
    report "the manual pages have no fault" "$(mandoc -T lint -W warning man/*.[15] man/zh_CN/*.[15] |
        grep -vE 'first section is not "NAME"|outside NAME section')"
else
    echo "ok 99 - the manual pages have no fault # SKIP no mandoc"
fi
