# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# Sourced: report NAME OFFENDERS prints one TAP line; a test passes when there are no offenders.
count=0
report() {
    count=$((count + 1))
    if [ -z "$2" ]; then
        echo "ok $count - $1"
    else
        echo "not ok $count - $1"
        echo "$2" | sed 's/^/#   /'
    fi
}
