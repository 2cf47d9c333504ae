#!/bin/sh
# SPDX-License-Identifier: MIT
# Scripts and completions by those who know: shellcheck and the shells themselves, where they are.
. "$(dirname "$0")/tap.sh"

# checks PROGRAM WHAT OFFENDERS : skipped where there is no such program
checks() {
    if command -v "$1" >/dev/null; then
        report "$2" "$3"
    else
        count=$((count + 1))
        echo "ok $count - $2 # SKIP no $1"
    fi
}
# Those that are read by others have no first line that says which shell.
shellchecked() {
    find tests tools .ci completions packaging \( -name '*.sh' -o -path .ci/run -o -name '*.bash' \) | sort |
        xargs awk 'FNR == 1 || FNR == 2 { says[FILENAME] = says[FILENAME] $0 }
            END { for (file in says) print (says[file] ~ /#!|shellcheck shell=/ ? "own" : "sh") " " file }' >"$TMP/scripts"
    sed -n 's/^own //p' "$TMP/scripts" | xargs shellcheck --norc -x -S warning -f gcc
    sed -n 's/^sh //p' "$TMP/scripts" | xargs shellcheck --norc -x -S warning -f gcc -s sh
}
TMP=${TMP:-/tmp}
checks shellcheck "shellcheck has nothing to say of a script" "$(shellchecked 2>&1)"
checks bash "bash reads its completions" "$(bash -n completions/fengong.bash 2>&1)"
checks zsh "zsh reads its completions" "$(zsh -n completions/_fengong 2>&1)"
checks fish "fish reads its completions" "$(fish --no-config -n completions/fengong.fish 2>&1)"
