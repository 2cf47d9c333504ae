#!/bin/sh
# SPDX-License-Identifier: MIT
# Golden screens: each script of screens/ played at each size gives the screens beside it.
# shellcheck source=tests/golden/golden.sh
. "$(dirname "$0")/golden.sh"
export SOURCE_DATE_EPOCH=1800000000 # the day of printing

for script in tests/golden/screens/*.script; do
    case $script in
    */compare.script | */help.script) set -- -f tests/data/years/2019.yaml -f tests/data/years/2020.yaml ;;
    */volumes.script) set -- -f tests/data/sample.yaml -f tests/data/years/2020.yaml ;;
    *) set -- -f tests/data/sample.yaml ;;
    esac
    for size in 80x24 100x30 160x50 46x20 20x5; do
        # There a third pane stands beside, which shows no mark.
        case $script:$size in */marks.script:160x50) continue ;; esac
        golden "$(basename "$script" .script).$size.txt" \
            "$program" "$@" --ambiguous=1 --script "$script" --size "$size"
    done
done
# The doubts of a notice. What import says of it goes to standard error, which golden() keeps as well.
for size in 80x24 100x30 160x50 46x20 20x5; do
    golden "review.$size.txt" "$program" import tests/golden/review.notice --review --ambiguous=1 \
        --script tests/golden/review.keys --size "$size"
done
golden_end
