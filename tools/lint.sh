#!/bin/sh
# SPDX-License-Identifier: MIT
# What compilers and checkers find by reading: nothing, or status 1.
#   CC=gcc CPPFLAGS=… tools/lint.sh FOLDER SOURCE...
# gcc's analyzer, cppcheck and clang-tidy; one that is not there is said and left out, unless LINT_ALL is set (as it is in
# continuous integration).  LINT_SECONDS is the limit of each (1200).
set -u
folder=$1
shift
limit=${LINT_SECONDS:-1200}
jobs=$(nproc 2>/dev/null || echo 1)
status=0
mkdir -p "$folder"

# has NAME : the tool is there
has() {
    command -v "$1" >/dev/null && return
    echo "lint: no $1 here"
    [ -z "${LINT_ALL:-}" ] || status=1
    return 1
}

# report NAME FILE : what the tool said, when it said anything
report() {
    if [ -s "$2" ]; then
        cat "$2"
        status=1
    fi
    echo "lint: $1: $(grep -cE '(warning|error|style|performance|portability):' "$2") findings"
}

# Of gcc's, those that need to know what another file's function gives back are off: it takes mem_grow() for one that may
# give NULL, and iconv_open()'s -1 for memory that is lost.
if has gcc; then
    printf '%s\n' "$@" | timeout "$limit" xargs -n 1 -P "$jobs" sh -c 'gcc $0 -std=c11 -O1 -fanalyzer \
        -Wno-analyzer-null-argument -Wno-analyzer-null-dereference -Wno-analyzer-malloc-leak -Wno-analyzer-possible-null-argument \
        -Wno-analyzer-possible-null-dereference -Wno-analyzer-too-complex -c -o /dev/null "$1"' "$CPPFLAGS" >"$folder/analyzer" 2>&1 ||
        echo "lint: gcc failed, or took too long: warning: see above" >>"$folder/analyzer"
    report "gcc -fanalyzer" "$folder/analyzer"
fi

if has cppcheck; then
    timeout "$limit" cppcheck --enable=warning,performance,portability --std=c11 --quiet -j "$jobs" -D_GNU_SOURCE -Isrc \
        '-Dnoreturn=__attribute__((noreturn))' --suppress=missingIncludeSystem --suppressions-list=tools/cppcheck.txt \
        --inline-suppr "$@" >"$folder/cppcheck" 2>&1 || echo "warning: cppcheck failed, or took too long" >>"$folder/cppcheck"
    report cppcheck "$folder/cppcheck"
fi

if has clang-tidy; then
    printf '%s\n' "$@" | timeout "$limit" xargs -n 8 -P "$jobs" sh -c 'flags=$1 && shift && clang-tidy --quiet "$@" -- \
        $flags -std=c11 2>/dev/null' tidy "$CPPFLAGS" >"$folder/tidy" ||
        echo "warning: clang-tidy failed, or took too long" >>"$folder/tidy"
    report clang-tidy "$folder/tidy"
fi
exit $status
