# SPDX-License-Identifier: MIT
# Settings files: each setting changed once and seen, who has the last word, and what is wrong in them.
. "$ROOT/tests/cli/lib.sh"
cd "$TMP" || exit 1
unset FENGONG_CONFIG
mkdir -p own/fengong
export XDG_CONFIG_HOME=$TMP/own HOME=$TMP/home
config=own/fengong/config

# set LINE... : the user's settings, a line each.
set_config() {
    printf '%s\n' "$@" >$config
}

# warned PATTERN WHAT ARGUMENT... : exit status 0, an answer, and such a message.
warned() {
    pattern=$1 what=$2
    shift 2
    run "$@"
    [ $status -eq 0 ] && [ -s "$OUT" ] && grep -q "^fengong: .*$pattern" "$ERR"
    report "$what"
}

prints '^theme = auto$' "all settings are listed" --dump-config
[ "$(grep -c '^[a-z]' "$OUT")" -gt 80 ] && grep -q '^bind.quit = q C-c F10 ZZ$' "$OUT" && grep -q '^color.lead =$' "$OUT"
report "with keys and colours by name"
cp "$OUT" $config
cp "$OUT" first
run --dump-config
[ ! -s "$ERR" ] && [ "$(grep -v '^#' first)" = "$(grep -v '^#' "$OUT")" ] && grep -q '用户的设置' "$OUT"
report "what is listed is a settings file that says the same"

# Each once.
sed 's/^title: .*/title: from-settings/' "$DATA" >one.yaml
sed 's/^title: .*/title: second-file/; s/^year: .*/year: 2019/' "$DATA" >two.yaml
set_config "file = $TMP/one.yaml"
prints '^from-settings' "file: it is opened" show 2.7
set_config "file = $TMP/one.yaml" "file = $TMP/two.yaml"
prints '2019:2.7' "file, twice: both are opened, in order" show 2019:2.7
FENGONG_FILE=$TMP/two.yaml run show 2.7
grep -q '^second-file' "$OUT"
report "FENGONG_FILE comes before it"
prints '^浙江省2020年' "-f comes before both" -f "$DATA" show 2.7
if [ -e "$(dirname "$FENGONG")/locale/en/LC_MESSAGES/fengong.mo" ]; then
    LANGUAGE=en run --dump-config
    grep -q "^# a sheet's layout" "$OUT" && grep -q '^layout = list$' "$OUT"
    report "what is listed is explained in English, too"
    set_config 'lang = en'
    prints 'colours: auto for any background' "lang: the help is English" --help
    prints '配色' "--lang comes before it" --lang=zh --help
    LANGUAGE=zh run --help
    grep -q '配色' "$OUT"
    report "so does LANGUAGE"
    set_config 'them = dark' 'lang = en'
    warned 'no setting "them": did you mean theme' "lang: what is wrong in the same file is said in it" -f "$DATA" show 2.7
else
    skip "lang: the help is English" "no catalogue"
fi
set_config 'ambiguous = 2'
prints '2列$' "ambiguous: the version says so" --version
prints '1列$' "--ambiguous comes before it" --ambiguous=1 --version
set_config 'layout = table'
prints '^ *+---' "layout: a sheet is a table" -f "$DATA" print 1 --ambiguous=1
run -f "$DATA" print 1 --layout=list
! grep -q '^ *+---' "$OUT"
report "--layout comes before it"
set_config 'bom = on'
run -f "$DATA" search --as=tsv 省财政厅
[ "$(head -c 3 "$OUT" | od -An -tx1 | tr -d ' ')" = efbbbf ]
report "bom: a table begins with the mark"
set_config 'theme = mono'
run -f "$DATA" --color=always unit 省财政厅
cp "$OUT" mono
TERM=xterm-256color run -f "$DATA" --color=always unit 省财政厅
! grep -q '38;5' "$OUT" && cmp -s mono "$OUT"
report "theme: mono has no colours"
TERM=xterm-256color run -f "$DATA" --color=always --theme=light show 2.7
LC_ALL=C grep -q '38;5;90' "$OUT"
report "--theme comes before it"
set_config 'color.lead = bold 208 on black'
TERM=xterm-256color run -f "$DATA" --color=always show 2.7
LC_ALL=C grep -q '1;38;5;208;40m' "$OUT"
report "color.lead: what leads looks so"
set_config 'bind.sort = F6 o' 'bind.fold-all =' 'ascii = on' 'start = units' 'mouse = on'
run --list-keys
grep -q '^sort	F6 o	' "$OUT" && grep -q '^fold-all		' "$OUT"
report "bind: the list of keys has them"
cat >script <<'END'
dump
key o
dump
key ?
dump
key m
END
run -f "$DATA" --script script --size 100x30
grep -q 'F6 排序' "$OUT" && grep -q 'F6 o' "$OUT" && ! grep -q ' s 排序' "$OUT"
report "bind: footer and help say so"
[ "$(sed -n '/^-- /q;p' "$OUT" | md5sum)" != "$(sed '1,/^-- /d' "$OUT" | sed -n '/^-- /q;p' | md5sum)" ]
report "bind: and the key does it"
sed -n 1p "$OUT" | grep -q 'F2' && sed -n '/^-- /q;p' "$OUT" | grep -q '省发展改革委'
report "start: the units come first"
! sed -n '/^-- /q;p' "$OUT" | LC_ALL=C.UTF-8 grep -q '[│▌─]'
report "ascii: lines and marks are ASCII"
set_config 'linear = on'
echo jxt | "$FENGONG" -f "$DATA" >"$OUT" 2>"$ERR"
grep -q '^省经信厅：牵头 19' "$OUT"
report "linear: in lines"
set_config "limit = 1"
head -c 1100000 /dev/zero | tr '\0' '#' >large.yaml
fails_with 3 '文件太大：最多1兆字节' "limit: a larger file is not read" -f large.yaml show 2.7

# What is wrong in them.
set_config 'them = dark' 'theme = drak' 'bind.search = q'
warned "$TMP/own/fengong/config:1:1: warning: .*theme" "an unknown name is told with the nearest, and the program does what it shall" -f "$DATA" show 2.7
grep -q 'config:2:9: warning: .*dark' "$ERR" && grep -q 'config:3:15: warning: q .*quit' "$ERR"
report "so are a bad value and a key that is another's"
cat >script <<'END'
dump
END
run -f "$DATA" --script script --size 100x30
[ $status -eq 0 ] && grep -q '设置有误.*1:1.*theme.*（共 3 处）\|设置有误：' "$OUT"
report "the screen says the first in its last line"
printf 'lang = \033[31men\nx\302\2332J = 1\n' >$config
run -f "$DATA" show 2.7
[ $status -eq 0 ] && ! LC_ALL=C grep -q "$(printf '\033\|\302\233')" "$ERR"
report "what a settings file says does not drive the terminal"
head -c 300000 /dev/urandom >$config
warned '设置文件太大' "one that is too large is told and not read" -f "$DATA" show 2.7
rm $config && mkdir $config
warned '不是普通文件\|设置没有读' "a folder is told" -f "$DATA" show 2.7
rmdir $config && mkfifo $config
warned '不是普通文件' "a pipe is not waited for" -f "$DATA" show 2.7
rm $config
prints '^2.7' "none is no fault" -f "$DATA" show 2.7
for seed in 1 2 3 4 5 6 7 8; do
    head -c 3000 /dev/urandom >$config
    run -f "$DATA" show 2.7
    [ $status -eq 0 ] && [ -s "$OUT" ] || { cp $config "fuzzed-$seed" && false; } || break
done
report "random bytes stop nothing"

# FENGONG_CONFIG, XDG_CONFIG_HOME, HOME.
set_config 'layout = table'
echo 'layout = list' >other
FENGONG_CONFIG=$TMP/other run --dump-config
grep -q '^layout = list' "$OUT"
report "FENGONG_CONFIG names another file"
FENGONG_CONFIG='' run --dump-config
grep -q '^layout = list' "$OUT"
report "or none"
mkdir -p home/.config/fengong
echo 'layout = table' >home/.config/fengong/config
XDG_CONFIG_HOME=relative run --dump-config
grep -q '^layout = table' "$OUT"
report "without XDG_CONFIG_HOME, or with a relative one, ~/.config stands in"

# Restricted mode, and the administrator's file.
set_config 'ambiguous = 2' "file = $TMP/one.yaml"
run --restricted --dump-config
grep -q '^ambiguous = auto' "$OUT" && ! grep -q one.yaml "$OUT"
report "restricted, nothing of the user's is read"
if unshare -rm true 2>/dev/null; then
    cat >administer.sh <<'END'
mount -t tmpfs none /etc && mkdir -p /etc/fengong && cp "$1" /etc/fengong/config
shift
exec "$@"
END
    printf 'layout = table\nstart = units\nclipboard = off\nfile = %s\n' "$DATA" >administrators
    set_config 'start = stats'
    unshare -rm sh administer.sh administrators "$FENGONG" --dump-config >"$OUT" 2>"$ERR"
    grep -q '^layout = table' "$OUT" && grep -q '^start = stats' "$OUT" && grep -q '管理员的设置' "$OUT"
    report "the administrator's file counts where the user's says nothing"
    ASAN_OPTIONS=detect_leaks=0 unshare -rm sh administer.sh administrators "$FENGONG" --restricted show 2.7 >"$OUT" 2>"$ERR"
    grep -q '^2.7' "$OUT"
    report "restricted, it counts, and the file that it names is read"
else
    skip "the administrator's file counts where the user's says nothing" "no user namespaces"
    skip "restricted, it counts, and the file that it names is read" "no user namespaces"
fi
finish
