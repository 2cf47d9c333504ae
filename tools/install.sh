#!/bin/sh
# SPDX-License-Identifier: MIT
# What "make install" puts where: install.sh [--remove] DESTDIR BINDIR LIBEXECDIR DATADIR MANDIR LOCALEDIR BUILD
set -eu
remove=
if [ "$1" = --remove ]; then
    remove=yes
    shift
fi
destdir=$1 bindir=$2 libexecdir=$3 datadir=$4 mandir=$5 localedir=$6 build=$7

# MODE FILE TARGET
put() {
    if [ "$remove" ]; then
        rm -f "$destdir$3"
    else
        mkdir -p "$destdir$(dirname "$3")"
        install -m "$1" "$2" "$destdir$3"
    fi
}

put 755 "$build/fengong" "$bindir/fengong"
if [ "$remove" ] || [ -e "$build/fengong-paper" ]; then # it is built where its libraries are
    put 755 "$build/fengong-paper" "$libexecdir/fengong/fengong-paper"
fi
# Restricted by its name: for an account's shell.
if [ "$remove" ]; then
    rm -f "$destdir$bindir/fengong-restricted"
else
    ln -sf fengong "$destdir$bindir/fengong-restricted"
fi
put 644 data/tasks.yaml "$datadir/fengong/tasks.yaml"
for page in man/*.[15]; do
    page=${page#man/}
    put 644 "man/$page" "$mandir/man${page##*.}/$page"
    put 644 "man/zh_CN/$page" "$mandir/zh_CN/man${page##*.}/$page"
done
put 644 completions/fengong.bash "$datadir/bash-completion/completions/fengong"
put 644 completions/_fengong "$datadir/zsh/site-functions/_fengong"
put 644 completions/fengong.fish "$datadir/fish/vendor_completions.d/fengong.fish"
for catalogue in po/*.po; do
    language=$(basename "$catalogue" .po)
    file=$build/locale/$language/LC_MESSAGES/fengong.mo
    if [ "$remove" ] || [ -e "$file" ]; then
        put 644 "$file" "$localedir/$language/LC_MESSAGES/fengong.mo"
    fi
done
if [ "$remove" ]; then
    rmdir "$destdir$datadir/fengong" "$destdir$libexecdir/fengong" 2>/dev/null || true
fi
