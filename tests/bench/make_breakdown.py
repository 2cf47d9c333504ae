#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes a breakdown of so many tasks, the same each time: make_breakdown.py TASKS [BYTES-A-TASK] >FILE

About as a province's archive looks: sections of 60 tasks, lists of one to eight units out of a registry that grows with
the file, some wordings, notes and parts.
"""
import random
import sys

WORDS = ('推进', '完善', '加快', '建设', '项目', '体系', '改革', '产业', '服务', '保障', '农村', '城市', '机制', '落实', '提升',
         '质量', '创新', '平台', '企业', '生态', '交通', '教育', '医疗', '养老', '就业', '数字', '管理', '改造', '标准', '重点')
BODIES = ('发展改革', '财政', '教育', '科技', '民政', '司法', '水利', '商务', '审计', '林业', '体育', '统计', '信访', '医保', '气象')
FIRST, SECOND = '安宁永和平昌兴泰清江海山临长东南西北金文', '阳州城县山江湖河海岛溪泉林田港湾桥口塘沙'


def main():
    tasks, size = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 400
    rand, out = random.Random(tasks), []
    places = [a + b for a in FIRST for b in SECOND]
    units = [f'{place}市{body}局' for place in places for body in BODIES][:max(60, min(6000, tasks // 30))]
    cities = [place + '市政府' for place in places[:90]]
    out.append(f'format: 1\ntitle: 试验用的责任分解（{tasks}项）\nissuer: 某省政府办公厅\nyear: 2020\n\nunits:\n')
    for name in units:
        out.append(f'  - name: {name}\n    full: 某省{name}\n    kind: department\n')
    for name in cities:
        out.append(f'  - name: {name}\n    kind: city\n')
    out.append('  - name: 各市政府\n    kind: collective\n    coverage: all\n    member-kinds:\n      - city\n\nsections:\n')
    chars = max(10, (size - 190) // 3)
    for task in range(tasks):
        if task % 60 == 0:
            out.append(f'  - kind: leader\n    heading: 张{task // 60}副省长牵头重点工作\n    leader: 张{task // 60}\n'
                       '    title: 副省长\n    role: 牵头\n    tasks:\n')
        text = ''.join(rand.choice(WORDS) + ('，' if rand.random() < 0.15 else '') for _ in range(rand.randint(chars // 4, chars * 3 // 4)))
        text += f'增长{rand.randint(1, 99)}.{task % 10}%。'
        names = rand.sample(units, rand.randint(1, 6)) + (['各市政府'] if rand.random() < 0.1 else [])
        listed = ''.join(f'          - {name}\n' for name in names)
        out.append(f'      - no: {task % 60 + 1}\n        text: {text}\n        label: 责任单位\n        units:\n{listed}')
        if rand.random() < 0.1:
            out.append(f'        wording: {"，".join(names)}\n')
        if rand.random() < 0.02:
            out.append('        notes:\n          - 列第一位者为牵头单位\n')
        out.append('\n')
        if len(out) > 4096:
            sys.stdout.write(''.join(out))
            out.clear()
    sys.stdout.write(''.join(out))


main()
