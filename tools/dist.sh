#!/bin/sh
# SPDX-License-Identifier: MIT
# The source as one archive, the same bytes each time: dist.sh VERSION OUTPUT.tar.gz.  Of the last commit where git is
# at hand, else of the folder as it is.
set -eu
version=$1 output=$2
mkdir -p "$(dirname "$output")"
if [ -e .git ] && command -v git >/dev/null; then
    if [ -n "$(git status --porcelain)" ]; then
        echo "There are changes that are not committed: they are not in the archive." >&2
    fi
    git -c tar.umask=0022 archive --format=tar --prefix="fengong-$version/" HEAD
else
    tar --create --sort=name --owner=0 --group=0 --numeric-owner --mode=go=rX,u+rw,a-s \
        --mtime="@${SOURCE_DATE_EPOCH:-0}" --exclude='./build*' --exclude=./debian \
        --transform="s,^\.,fengong-$version," .
fi | gzip -9n >"$output.new"
mv "$output.new" "$output"
