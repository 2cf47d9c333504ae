#!/bin/sh
# SPDX-License-Identifier: MIT
# Golden sheets: what is printed of the sample, in every format.
# shellcheck source=tests/golden/golden.sh
. "$(dirname "$0")/golden.sh"
export SOURCE_DATE_EPOCH=1800000000 # the day of printing

# sheet FILE ARGUMENT…
sheet() {
    file=$1
    shift
    golden "$file" "$program" -f tests/data/sample.yaml "$@"
}

sheet leader.txt print 林致远
sheet leader-table.txt print 林致远 --layout=table
sheet unit-table.txt print 江州市政府 --layout=table
sheet livelihood-table.txt print livelihood --layout=table
sheet leader-narrow.txt print 王一苇 --width=40
sheet leader.md print 王一苇 --as=markdown
sheet leader.html print 王一苇 --as=html
sheet leader-table.html print 王一苇 --layout=table --as=html
sheet leader.csv print 王一苇 --as=csv
sheet leader.tsv print 王一苇 --as=tsv
sheet leader.json print 王一苇 --as=json
sheet livelihood.txt print livelihood
sheet livelihood.md print livelihood --as=markdown
sheet unit.txt print 江州市政府
sheet unit.html print 省水利厅 --as=html
sheet unit.json print 山阳县政府 --as=json
sheet unit.csv print 山阳县政府 --as=csv
sheet collective.txt print 各设区市政府
sheet task.txt print 2.12
sheet task-livelihood.txt print m.2
sheet show.txt show 2.12 m.4 1.6
sheet unit-page.txt unit 江州市政府
sheet stats.txt stats
sheet targets.txt print targets --filter=领导:王一苇
sheet targets-table.txt print targets --sort=measure --layout=table
sheet targets.json print targets --filter=4.1 --as=json
golden stats.json "$program" -f tests/data/years/2020.yaml stats --as=json
# One task gone, one reworded, another leader, another lead.
changed() {
    sed '/农村饮用水/d; s/5G基站2万个/5G基站3万个/; s/高原/高远/; s/\[省商务厅, 江州市政府\]/[江州市政府, 省商务厅]/' \
        tests/data/sample.yaml | "$program" diff tests/data/sample.yaml - "$@" || [ $? = 1 ]
}
golden diff.txt changed
golden diff.json changed --as=json
golden diff.tsv changed --as=tsv
golden_end
