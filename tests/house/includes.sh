#!/bin/sh
# SPDX-License-Identifier: MIT
# The include rule of src/README.md: a file includes its own room and rooms to its left; each foreign library is let in
# by one room only.
. "$(dirname "$0")/tap.sh"

include_lines() {
    grep -nE '^ *# *include' -r src --include='*.[ch]'
}

report "a file includes only its own room and rooms to its left" "$(include_lines | awk -F: '
    BEGIN {
        left["base"] = ""
        left["text"] = "base"
        left["system"] = left["static"] = left["wording"] = "base text"
        left["breakdown"] = left["wording"] " wording"
        left["format"] = left["search"] = left["notice"] = left["breakdown"] " breakdown"
        left["sheet"] = left["format"] " format search"
        left["ui"] = left["sheet"] " notice sheet"
        left["settings"] = left["ui"] " ui"
        left["term"] = left["ui"] " ui system"
        left["command"] = left["term"] " term settings"
        left["main.c"] = left["command"] " command"
        left["document"] = left["notice"] " notice system"
        left["paper"] = left["main.c"] " document"
    }
    /include *"/ {
        split($1, path, "/")
        room = path[2]
        match($0, /"[^"]*"/)
        target = substr($0, RSTART + 1, RLENGTH - 2)
        other = target
        sub(/\/.*/, "", other)
        if (other != room && index(" " left[room] " ", " " other " ") == 0)
            print $1 ":" $2 ": " target
    }')"

report "no header of src/ui gathers others: five includes are enough" "$(for header in src/ui/*.h; do
    count=$(grep -c '^#include "' "$header")
    [ "$count" -le 5 ] || echo "$header: $count"
done)"

# PATTERN of headers, PATTERN of the files that may include them
only() {
    include_lines | grep -E "<($1)>" | grep -vE "^src/($2):"
}
report "only src/text includes libunistring" "$(only 'uni(str|case|norm|name|width|wbrk|gbrk|lbrk|ctype|conv|types)\.h' 'text/[a-z0-9_]+\.[ch]')"
report "only src/format includes yaml.h" "$(only 'yaml\.h' 'format/[a-z_]+\.[ch]')"
report "only src/term includes curses" "$(only '(n?cursesw?/)?n?curses\.h|term\.h' 'term/[a-z_]+\.[ch]')"
report "only src/paper and src/document include what fengong-paper is there for" \
    "$(only '(pango|cairo|fontconfig|libxml|libxml2|freetype2)/.*|(pango|cairo|xlsxwriter|zip|hb|ft2build|glib).*\.h' '(paper|document)/[a-z0-9_]+\.[ch]')"
report "libc's own output, processes and environment stay out of the core" \
    "$(grep -nE '[^a-z_](printf|puts|putchar|perror|exit|system|popen|fork|execve?|getenv|setenv)\(' \
        -r src/text src/wording src/breakdown src/format src/search src/notice src/sheet src/ui src/settings --include='*.c')"
