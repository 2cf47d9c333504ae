#!/bin/sh
# SPDX-License-Identifier: MIT
# Prints make variables: the flags of the libraries, and those hardening flags that this compiler and linker take.
#   CC=cc PKG_CONFIG=pkg-config HARDEN=yes STATIC=yes|no|all PAPER_PACKAGES=… tools/probe.sh PACKAGE... >build/config.mk
set -eu

missing=
for package; do
    "$PKG_CONFIG" --exists "$package" 2>/dev/null || missing="$missing $package"
done
echo '#include <unistr.h>' | $CC -E - >/dev/null 2>&1 || missing="$missing libunistring"
if [ -n "$missing" ]; then
    echo "Missing to build fengong:$missing.  \"make deps\" installs it." >&2
    exit 1
fi
echo "LIB_CFLAGS := $("$PKG_CONFIG" --cflags "$@")"

for package in ${PAPER_PACKAGES:-}; do
    "$PKG_CONFIG" --exists "$package" 2>/dev/null || missing="$missing $package"
done
if [ -n "$missing" ]; then
    echo "No fengong-paper (PDF, Excel, Word), which needs:$missing.  \"make deps\" installs it, PAPER=no is content." >&2
elif [ -n "${PAPER_PACKAGES:-}" ]; then
    # A list of words.  What their headers do is not ours to be warned of.
    # shellcheck disable=SC2086
    echo "PAPER_CFLAGS := $("$PKG_CONFIG" --cflags $PAPER_PACKAGES | sed 's/\(^\| \)-I/\1-isystem /g')"
    # shellcheck disable=SC2086
    echo "PAPER_LIBS := $("$PKG_CONFIG" --libs $PAPER_PACKAGES)"
fi

takes() {
    echo 'int main(void) { return 0; }' | $CC -Werror -x c -o /dev/null - "$@" 2>/dev/null
}

cflags=
ldflags=
if [ "$HARDEN" = yes ]; then
    for flag in -fstack-protector-strong -fstack-clash-protection -fcf-protection=full -fno-strict-overflow \
        -fno-strict-aliasing -fno-delete-null-pointer-checks -ftrivial-auto-var-init=zero; do
        if takes "$flag"; then cflags="$cflags $flag"; fi
    done
    if takes -O2 -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3; then
        cflags="$cflags -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3"
    fi
    if [ "$STATIC" = all ]; then
        if takes -fPIE -static-pie; then cflags="$cflags -fPIE"; fi
    elif takes -fPIE -pie; then
        cflags="$cflags -fPIE"
        ldflags="$ldflags -pie"
    fi
    for flag in -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack -Wl,-z,separate-code; do
        if takes "$flag"; then ldflags="$ldflags $flag"; fi
    done
fi
if takes -Wl,--as-needed; then ldflags="$ldflags -Wl,--as-needed"; fi

# The libraries go into the program where their archives are there (STATIC=no: never): half the time to the first
# screen is the dynamic linker's.  The C library stays shared, for locales and character sets.
libs="$("$PKG_CONFIG" --libs yaml-0.1) -lunistring"
term_libs=$("$PKG_CONFIG" --libs ncursesw)
uses_libs='-Wl,-u,yaml_parser_parse -Wl,-u,u8_normalize' uses_term='-Wl,-u,newterm -Wl,-u,tigetstr'
archives() {
    echo "-Wl,-Bstatic $* -Wl,-Bdynamic"
}
if [ "$STATIC" = all ]; then # the C library, too: one file
    whole=-static
    ! takes $cflags -static-pie || whole=-static-pie
    term_libs=$("$PKG_CONFIG" --static --libs ncursesw)
    # shellcheck disable=SC2086
    takes $whole $uses_libs $uses_term $libs $term_libs || {
        echo "For one file the archives (.a) of the C library, ncursesw, libyaml and libunistring are needed; on Debian" \
            "and Ubuntu they come with \"make deps\". Elsewhere they may be in packages named *-static, or not there." >&2
        exit 1
    }
    command -v infocmp >/dev/null || { echo "There is no infocmp (ncurses-bin): what terminals can do is asked of it." >&2; exit 1; }
    ldflags="$ldflags $whole"
elif [ "$STATIC" != no ] && takes -Wl,-Bstatic -Wl,-Bdynamic; then
    # shellcheck disable=SC2046
    if takes $ldflags $uses_libs $(archives $libs); then libs=$(archives $libs); fi
    # shellcheck disable=SC2046
    if takes $ldflags $uses_term $(archives $term_libs); then term_libs=$(archives $term_libs); fi
fi
echo "CORE_LIBS := $libs"
echo "TERM_LIBS := $term_libs"
echo "HARDEN_CFLAGS :=$cflags"
echo "HARDEN_LDFLAGS :=$ldflags"
if takes -fsanitize=address,undefined; then echo "SANITIZERS := yes"; else echo "SANITIZERS := no"; fi
