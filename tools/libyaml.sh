#!/bin/sh
# SPDX-License-Identifier: MIT
# libyaml from Debian's source package as an archive built with the flags of the fuzzers, so that they see its branches:
#   CC=clang CFLAGS=… tools/libyaml.sh FOLDER        makes FOLDER/libyaml.a
# Where the source cannot be had, says so and makes an empty archive: the system's library is linked instead.
set -u
folder=$1
here=$(pwd)
mkdir -p "$folder/lists/partial" && cd "$folder" || exit 1

fetch() {
    # A list of sources of our own: the system's is not changed, and may have no sources.
    suite=$(. /etc/os-release 2>/dev/null && echo "${VERSION_CODENAME:-}")
    [ -n "$suite" ] && command -v apt-get >/dev/null && command -v dpkg-source >/dev/null || return 1
    server=$(. /etc/os-release && [ "$ID" = ubuntu ] && echo http://archive.ubuntu.com/ubuntu || echo http://deb.debian.org/debian)
    echo "deb-src $server $suite main" >sources
    set -- -qq -o Dir::Etc::SourceList="$PWD/sources" -o Dir::Etc::SourceParts=/dev/null -o Dir::State::Lists="$PWD/lists"
    apt-get "$@" update && apt-get "$@" source libyaml
}

build() {
    version=$(basename "$PWD"/libyaml-*/ | sed 's/libyaml-//')
    # $CFLAGS is a list; what a library warns of is not ours
    # shellcheck disable=SC2086
    for source in libyaml-*/src/*.c; do
        $CC $CFLAGS -D_GNU_SOURCE -w -Ilibyaml-"$version"/include -DYAML_VERSION_STRING="\"$version\"" -DYAML_VERSION_MAJOR=0 \
            -DYAML_VERSION_MINOR=2 -DYAML_VERSION_PATCH=5 -c -o "$(basename "$source" .c).o" "$source" || return 1
    done
    ar rcs libyaml.a ./*.o
}

if fetch >log 2>&1 && build >>log 2>&1; then
    echo "libyaml built with the fuzzers' flags"
else
    echo "No source of libyaml here ($folder/log): the system's, of which the fuzzers see nothing, is linked" >&2
    cd "$here" && rm -f "$folder"/*.o "$folder/libyaml.a" && ar rcs "$folder/libyaml.a"
fi
