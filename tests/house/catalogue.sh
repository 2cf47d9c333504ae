#!/bin/sh
# SPDX-License-Identifier: MIT
# Every message is translated.
. "$(dirname "$0")/tap.sh"
if ! command -v msgfmt >/dev/null || ! command -v xgettext >/dev/null; then
    echo "ok 1 - the catalogues are complete # SKIP no gettext"
    exit
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# a word list of all sources
# shellcheck disable=SC2046
xgettext --from-code=UTF-8 -k_ -kN_ --no-wrap --no-location -s -o "$work/now.pot" $(find src -name '*.c' | sort)
for catalogue in po/*.po; do
    report "$catalogue has no fault" "$(msgfmt -c -o /dev/null "$catalogue" 2>&1)"
    msgmerge -q -N --no-wrap -o "$work/merged.po" "$catalogue" "$work/now.pot"
    report "$catalogue is complete (make pot shows what is missing)" \
        "$(msgattrib --untranslated --no-obsolete "$work/merged.po" | sed -n 's/^msgid "\(..*\)"$/\1/p'
            msgattrib --only-fuzzy --no-obsolete "$work/merged.po" | sed -n 's/^msgid "\(..*\)"$/\1/p')"
done
