#!/bin/sh
# SPDX-License-Identifier: MIT
# A real sshd on loopback whose only program is fengong --restricted, as packaging/sshd.md has it: what a stranger with a
# key may try.  sshd.sh PROGRAM; needs sshd and ssh, and root where sshd wants /run/sshd; skips otherwise.
. "$(dirname "$0")/../house/tap.sh"
program=$(realpath "$1")
sshd=$(command -v sshd || echo /usr/sbin/sshd)
if ! [ -x "$sshd" ] || ! command -v ssh >/dev/null || ! { [ -d /run/sshd ] || mkdir -p /run/sshd 2>/dev/null; }; then
    echo "ok 1 - restricted mode behind a real sshd # SKIP no sshd here"
    exit
fi
work=$(mktemp -d)
server=
: >"$work/log"
trap 'kill $server 2>/dev/null; rm -rf "$work"' EXIT
chmod 700 "$work"
mkdir "$work/data" "$work/canary"
cp data/tasks.yaml "$work/data"
ssh-keygen -q -t ed25519 -N '' -f "$work/host" && ssh-keygen -q -t ed25519 -N '' -f "$work/key" || exit 1
cp "$work/key.pub" "$work/keys"
command="$program --restricted -f $work/data/tasks.yaml"
strace=$(command -v strace || true)
[ -z "$strace" ] || command="$strace -f -qq -A -o $work/trace -e trace=execve,openat,open,creat,renameat,unlinkat,mkdirat $command"
cat >"$work/config" <<END
HostKey $work/host
PidFile $work/pid
AuthorizedKeysFile $work/keys
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin yes
AcceptEnv LANG LC_*
PermitUserEnvironment no
Subsystem sftp internal-sftp
Match User $(id -un)
    ForceCommand $command
    PermitTTY yes
    DisableForwarding yes
    PermitUserRC no
    PermitTunnel no
END

# A port that is free: sshd says when it is not.
for port in 22022 22122 22222 22322 22422; do
    "$sshd" -D -e -f "$work/config" -p "$port" -o ListenAddress=127.0.0.1 2>"$work/log" &
    server=$!
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        grep -q 'Server listening' "$work/log" && break 2
        kill -0 "$server" 2>/dev/null || break
        read -r _ <"$work/log" 2>/dev/null
    done
done

# as_stranger KEYS ARGUMENT… : ssh with the key; its output in $work/out, its status in $status
as_stranger() {
    # KEYS has escapes of ours.
    # shellcheck disable=SC2059
    printf "$1" >"$work/typed"
    shift
    TERM=xterm-256color LC_ALL=C.UTF-8 timeout 20 ssh -F none -o SendEnv=LC_ALL -i "$work/key" -p "$port" -o BatchMode=yes -o StrictHostKeyChecking=no \
        -o UserKnownHostsFile="$work/known" -o LogLevel=ERROR "$@" <"$work/typed" >"$work/out" 2>&1
    status=$?
}

as_stranger q -tt 127.0.0.1
report "the screen comes, and q ends it" "$(
    [ "$status" = 0 ] || echo "status $status"
    grep -q '责任分解' "$work/out" || head -c 300 "$work/out")"
# What a shell there would make of them.
# shellcheck disable=SC2016
for words in id 'sh -i' '/bin/sh -c id' 'fengong --version' '; id' '$(id)'; do
    as_stranger '' 127.0.0.1 "$words"
    report "a command is not run: $words" "$(grep -E 'uid=|fengong 0' "$work/out"; [ "$status" != 0 ] || echo "status 0")"
done
echo 'put /etc/hostname /tmp' | timeout 20 sftp -F none -i "$work/key" -P "$port" -o BatchMode=yes \
    -o StrictHostKeyChecking=no -o UserKnownHostsFile="$work/known" 127.0.0.1 >"$work/out" 2>&1
status=$?
report "sftp does not come" "$([ $status != 0 ] || echo "it did")"
timeout 20 scp -F none -O -i "$work/key" -P "$port" -o BatchMode=yes -o StrictHostKeyChecking=no \
    -o UserKnownHostsFile="$work/known" "$work/key.pub" 127.0.0.1:"$work/canary/written" >"$work/out" 2>&1
report "scp writes nothing" "$([ ! -e "$work/canary/written" ] || echo "it did")"
as_stranger '' -W "127.0.0.1:$port" 127.0.0.1
report "nothing is forwarded from there" "$(grep -q 'SSH-2.0' "$work/out" && echo "it was")"
as_stranger '' -N -o ExitOnForwardFailure=yes -R 0:127.0.0.1:9 127.0.0.1
report "nor to there" "$([ "$status" != 0 ] && [ "$status" != 124 ] || echo "status $status")"
for variable in LC_ALL=zh_CN.GB18030 LANG=zh_CN.GB18030 "LC_ALL=../../..$work/canary" "LANG=$work/canary" "LC_MESSAGES=$work/canary" \
    "LC_FENGONG=$work/canary" "GCONV_PATH=$work/canary" "LANGUAGE=$work/canary" "TERMINFO=$work/canary" "FENGONG_FILE=$work/canary"; do
    as_stranger '\033q' -tt -o SetEnv="$variable" 127.0.0.1
done
as_stranger '!sh\r:!id\rv /etc/passwd\r\007\007\007q' -tt 127.0.0.1
report "keys of other programs give no shell" "$(grep -o 'uid=.*' "$work/out")"
if [ -n "$strace" ]; then
    report "the trace of it all: nothing started, written, or read from elsewhere" "$(
        grep execve "$work/trace" | grep -vF "\"$program\"" | head -n 3
        grep -E 'O_WRONLY|O_RDWR|O_CREAT|creat\(|renameat|unlinkat|mkdirat' "$work/trace" | grep -v '"/dev/' | head -n 3
        grep -F "$work/canary" "$work/trace" | head -n 3)"
fi
