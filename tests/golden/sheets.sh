#!/bin/sh
# SPDX-License-Identifier: MIT
# Golden sheets: what is printed of the shipped notice, in every format.
# shellcheck source=tests/golden/golden.sh
. "$(dirname "$0")/golden.sh"
export SOURCE_DATE_EPOCH=1800000000 # the day of printing

# sheet FILE ARGUMENT…
sheet() {
    file=$1
    shift
    golden "$file" "$program" -f data/tasks.yaml "$@"
}

sheet leader.txt print 袁家军
sheet leader-table.txt print 袁家军 --layout=table
sheet unit-table.txt print 杭州市政府 --layout=table
sheet livelihood-table.txt print livelihood --layout=table
sheet leader-narrow.txt print 王文序 --width=40
sheet leader.md print 王文序 --as=markdown
sheet leader.html print 王文序 --as=html
sheet leader-table.html print 王文序 --layout=table --as=html
sheet leader.csv print 王文序 --as=csv
sheet leader.tsv print 王文序 --as=tsv
sheet leader.json print 王文序 --as=json
sheet livelihood.txt print livelihood
sheet livelihood.md print livelihood --as=markdown
sheet unit.txt print 杭州市政府
sheet unit.html print 省医保局 --as=html
sheet unit.json print 义乌市政府 --as=json
sheet unit.csv print 义乌市政府 --as=csv
sheet collective.txt print 各设区市政府
sheet task.txt print 2.12
sheet task-livelihood.txt print m.2
sheet show.txt show 2.12 m.4 1.6
sheet unit-page.txt unit 杭州市政府
sheet stats.txt stats
sheet targets.txt print targets --filter=领导:王文序
sheet targets-table.txt print targets --sort=measure --layout=table
sheet targets.json print targets --filter=7.1 --as=json
golden_end
