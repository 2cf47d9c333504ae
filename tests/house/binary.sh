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
# What the compiler and linker take of tools/probe.sh's flags must be seen in what they made.
hardening=$(sed -n 's/^HARDEN_[CLDFAGS]* :=//p' "$build/config.mk" | tr '\n' ' ')
headers=$(LC_ALL=C readelf -W -h -l -d -n "$program" 2>/dev/null)
# seen FLAG PATTERN : complains when the flag was given and nothing of that form is in the program's headers
seen() {
    case " $hardening " in *" $1 "*) echo "$headers" | grep -qE -- "$2" || echo "$1 left no $2" ;; esac
}
# called FLAG PATTERN : the same of the functions that our code calls
called() {
    case " $hardening " in *" $1 "*) echo "$undefined" | grep -qxE -- "$2" || echo "$1 left no call of $2" ;; esac
}
if [ -n "${hardening# }" ] && [ -n "$headers" ]; then
    report "what it was hardened with is in it" "$(
        seen -pie 'Type: +DYN'
        seen -Wl,-z,relro GNU_RELRO
        seen -Wl,-z,now 'FLAGS.*NOW'
        seen -Wl,-z,noexecstack 'GNU_STACK.* RW '
        echo "$headers" | grep -E 'LOAD.* RWE ' && echo "a segment can be written and run"
        called -fstack-protector-strong __stack_chk_fail
        called -D_FORTIFY_SOURCE=3 '__(vsn|sn|f)printf_chk'
    )"
else
    skip "what it was hardened with is in it" "built with HARDEN=no, or without flags that this compiler takes"
fi
report "it starts no shell and looks up no program by PATH" "$(echo "$undefined" |
    grep -xE 'system|popen|execvp|execlp|execvpe|posix_spawnp|wordexp|dlopen')"
report "it copies no text without a bound" "$(echo "$undefined" | grep -xE 'gets|strcpy|strcat|sprintf|vsprintf|stpcpy')"
report "libyaml's document and emitter interfaces stay out" "$(echo "$undefined" | grep -E '^yaml_(document|emitter|parser_load)')"
report "nobody but text/width.c says how wide a character is" "$(echo "$undefined" | grep -xE 'wcswidth|u8_width|uc_width')"
report "the terminal is painted by curses: no addressing, erasing or colour of ours" "$(grep -nE '\\033\[[0-9;]*[A-HJKLMPSTXfdm@]' src/term/*.c |
    grep -v '^src/term/ambiguous.c')"
report "curses takes the width of a character from us" "$(nm --defined-only "$program" | grep -q ' T wcwidth$' &&
    ! nm -D --undefined-only "$program" | grep -qw wcwidth || echo "wcwidth is not ours")"
