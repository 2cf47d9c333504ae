#!/bin/sh
# SPDX-License-Identifier: MIT
# Each header compiles by itself, and its guard is named after it.  CC and CPPFLAGS come from make.  What a header's own
# file includes first has been compiled so.
. "$(dirname "$0")/tap.sh"

report "each header compiles alone" "$(for header in src/*/*.h; do
    case $header in src/paper/* | src/document/*) [ -n "${PAPER_CFLAGS:-}" ] || continue ;; esac
    ! grep -m1 '^#include' "${header%.h}.c" 2>/dev/null | grep -q "\"${header#src/}\"" || continue
    # CPPFLAGS is a list of words
    # shellcheck disable=SC2086
    echo "#include \"${header#src/}\"" | ${CC:-cc} ${CPPFLAGS--D_GNU_SOURCE -Isrc} ${PAPER_CFLAGS:-} -std=c11 -Wall -Wextra \
        -fsyntax-only -x c - 2>&1
done)"

report "include guards are FOLDER_FILE_H" "$(for header in src/*/*.h; do
    guard=$(echo "${header#src/}" | tr 'a-z/.' 'A-Z__')
    grep -q "^#ifndef $guard\$" "$header" || echo "$header: $guard"
done)"
