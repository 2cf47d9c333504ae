#!/bin/sh
# SPDX-License-Identifier: MIT
# Debian's packages, built from the source archive in a folder of their own: deb.sh VERSION ARCHIVE.tar.gz FOLDER.
# The same source gives the same packages: times are those of packaging/debian/changelog.
set -eu
version=$1 archive=$2 folder=$3
umask 022
for program in dpkg-buildpackage dh; do
    command -v $program >/dev/null || { echo "No $program here: install dpkg-dev and debhelper." >&2; exit 1; }
done
# A path with blanks is more than dpkg-buildflags can tell the compiler.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$archive" "$work/fengong_$version.orig.tar.gz"
tar -xzf "$archive" -C "$work"
source=$work/fengong-$version
cp -R "$source/packaging/debian" "$source/debian"
(cd "$source" && dpkg-buildpackage -us -uc)
rm -rf "$folder"
mkdir -p "$folder"
rm -rf "$source"
cp "$work"/* "$folder"
ls -l "$folder"/*.deb
