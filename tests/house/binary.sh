#!/bin/sh
# SPDX-License-Identifier: MIT
# What the built program may need and call: binary.sh PROGRAM.
. "$(dirname "$0")/tap.sh"
program=$1

if nm -D "$program" 2>/dev/null | grep -q '__asan_init'; then
    echo "ok 1 - a program built for tests needs what it likes # SKIP sanitizers"
    exit
fi
# What our own code calls; libraries may be linked into the program.
undefined=$(find "$(dirname "$program")/src" -name '*.o' -exec nm --undefined-only {} + | sed 's/.* U //' | sort -u)

needs() {
    objdump -p "$1" | awk '$1 == "NEEDED" { print $2 }' |
        grep -vE "^(libncursesw|libtinfow?|libyaml-0|libunistring|libc|libm|libintl|libc\.musl-[a-z0-9_]+|ld-linux.*$2)\.so"
}
report "it needs curses, yaml, unistring and libc, nothing else" "$(needs "$program" '')"
if [ -x "$program-paper" ]; then
    report "fengong-paper needs its own libraries besides, nothing else" "$(needs "$program-paper" \
        '|libpango-1\.0|libpangocairo-1\.0|libpangoft2-1\.0|libcairo|libfontconfig|libg(lib|object)-2\.0|libxlsxwriter|libzip|libxml2')"
fi
build=$(dirname "$program")
report "another PREFIX makes anew what knows it, so that what is installed finds its catalogue" "$(
    for object in command/program.o system/helper.o; do
        make -q BUILD="$build" "$build/src/$object" >/dev/null 2>&1 || echo "$object is not up to date"
        make -q BUILD="$build" PREFIX=/elsewhere "$build/src/$object" >/dev/null 2>&1 && echo "$object keeps the old PREFIX"
    done)"
report "it starts no shell and looks up no program by PATH" "$(echo "$undefined" |
    grep -xE 'system|popen|execvp|execlp|execvpe|posix_spawnp|wordexp|dlopen')"
report "it copies no text without a bound" "$(echo "$undefined" | grep -xE 'gets|strcpy|strcat|sprintf|vsprintf|stpcpy')"
report "libyaml's document and emitter interfaces stay out" "$(echo "$undefined" | grep -E '^yaml_(document|emitter|parser_load)')"
report "nobody but text/width.c says how wide a character is" "$(echo "$undefined" | grep -xE 'wcswidth|u8_width|uc_width')"
report "the terminal is painted by curses: no addressing, erasing or colour of ours" "$(grep -nE '\\033\[[0-9;]*[A-HJKLMPSTXfdm@]' src/term/*.c |
    grep -v '^src/term/ambiguous.c')"
report "curses takes the width of a character from us" "$(nm --defined-only "$program" | grep -q ' T wcwidth$' &&
    ! nm -D --undefined-only "$program" | grep -qw wcwidth || echo "wcwidth is not ours")"
