# SPDX-License-Identifier: MIT
# Which language it speaks: --lang, then LANGUAGE, then the locale's name, also where the system has not got that locale.
. "$ROOT/tests/cli/lib.sh"
cd "$TMP" || exit 1
if [ ! -e "$(dirname "$FENGONG")/locale/en/LC_MESSAGES/fengong.mo" ]; then
    skip "its language" "no catalogue"
    finish
    exit
fi

# speaks WORD NAME=VALUE... : the first line of the help begins with that word.
speaks() {
    word=$1
    shift
    env -u LC_ALL -u LC_MESSAGES -u LANG -u LANGUAGE "$@" "$FENGONG" --help >"$OUT" 2>"$ERR"
    status=$?
    [ $status -eq 0 ] && head -n 1 "$OUT" | grep -q "^$word"
    report "$* speaks $word"
}

speaks Usage LANG=en_XX.UTF-8
speaks Usage LC_ALL=en_XX.UTF-8
speaks Usage LC_MESSAGES=en_XX.UTF-8 LANG=zh_XX.UTF-8
speaks Usage LANG=zh_XX.UTF-8 LANGUAGE=en
speaks Usage LANGUAGE=en
speaks Usage LC_ALL=C.UTF-8 LANGUAGE=xx:en
speaks 用法 LANG=zh_XX.UTF-8
speaks 用法 LANG=en_XX.UTF-8 LANGUAGE=zh
speaks 用法 LC_ALL=C
speaks 用法 LANG=../../tmp/en
export LANGUAGE=en
prints '^用法' "--lang=zh comes before LANGUAGE" --lang=zh --help
export LANGUAGE=
prints '^Usage' "--lang=en comes before the locale" --lang=en --help
fails_with 2 'zh|en' "there is no third language" --lang=fr --help
finish
