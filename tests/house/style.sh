#!/bin/sh
# SPDX-License-Identifier: MIT
# Habits of the house that a machine can see.
. "$(dirname "$0")/tap.sh"

code() {
    find src tests tools .ci -name '*.[ch]' -o -name '*.sh' -o -name '*.py' -o -path .ci/run
}
everything() {
    git ls-files --cached --others --exclude-standard 2>/dev/null || find . -type f ! -path './build*' ! -path './.git/*'
}

report "every source file says its licence at once" "$(code | sort | while read -r file; do
    head -n 2 "$file" | grep -q 'SPDX-License-Identifier: ' || echo "$file"
done)"

report "no file is over 400 lines, no test over 600 (generated tables aside)" "$(code | grep -v '_table\.c$' | xargs wc -l |
    awk '$2 != "total" && $1 > ($2 ~ /^tests/ ? 600 : 400) { print $2 ": " $1 }')"

# The lines of a table of cases cost a reader little.
report "no function is over 60 lines, cases aside" "$(find src -name '*.c' -exec awk '
    FNR == 1 { open = 0 }
    /^{/ { open = FNR; lines = -1 }
    !/^ *(case .*:|break;|default:)$/ { lines++ }
    /^}/ { if (open && lines > 60) print FILENAME ":" open ": " lines " lines"; open = 0 }' {} +)"

report "text is padded by columns, never by printf" "$(grep -nE '%-?[0-9*]+(\.[0-9*]+)?s' -r src --include='*.[ch]')"

report "no typedef but of functions, no name of ours ends in _t" "$(
    grep -nE '^ *typedef +(struct|enum|union)|^(struct|enum|union) [a-z0-9_]+_t\b' -r src --include='*.[ch]'
)"

report "a struct tag means one thing" "$(grep -rhoE '^(static |const )*struct [a-z0-9_]+ {' src --include='*.[ch]' |
    grep -o 'struct .*' | sort | uniq -d)"

report "nothing is left undone" "$(grep -nE '\b([T]ODO|[F]IXME|[X]XX)\b|not [i]mplemented|尚未[实]现' -r src tests tools Makefile |
    grep -v '_table\.c:')"

report "tests poll, they do not sleep" "$(grep -nE '(^|[^a-z_.])(u|nano)?[s]leep *\(|time\.[s]leep|(^|;|do) *[s]leep ' -r tests --include='*.[ch]' \
    --include='*.sh' --include='*.py')"

report "no path of somebody's machine" "$(everything | xargs grep -nIE '(^|[^A-Za-z0-9_./$()-])/([h]ome|[r]oot|[U]sers|[w]ork|[f]arm)/[A-Za-z]' 2>/dev/null)"

report "no trailing blanks, no carriage returns" "$(everything | grep -E '\.([ch]|sh|py|md|yaml|[15])$|Makefile$' |
    grep -v '^tests/\(data\|golden\)/' | xargs grep -nE '[[:blank:]]$|'"$(printf '\r')" 2>/dev/null | head -n 20)"
