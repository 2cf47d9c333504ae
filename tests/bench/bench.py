#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures the program on this machine, in one run, against what is installed of less, vim, tig, fzf and grep: bench.py PROGRAM

Times are medians; what is compared is run in turns, so that trust belongs to the ratios.
"""
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

import keys
import scale
import streams
from terminal import COLS, ENV, ROWS, Terminal, first_paint, ms, seconds_of

PROGRAM = os.path.abspath(sys.argv[1])
ROUNDS, PAINT_ROUNDS = 15, 41
STEP_MAX_BYTES = 700


def exported():
    return json.loads(subprocess.run([PROGRAM, 'export'], env=ENV, check=True, stdout=subprocess.PIPE).stdout)


def notice_text(path):
    """What the breakdown says, as the notice has it: a line a paragraph."""
    with open(path, 'w', encoding='utf-8') as file:
        for section in exported()['sections']:
            file.write(section['heading'] + '\n')
            for task in section['tasks']:
                file.write(f'{task["no"]}.{task["text"]}\n')
                for part in task['parts']:
                    file.write(f'{part["label"]}：{part["wording"]}\n')


def bench_paint(folder):
    """The first screen of the shipped file, of the same text in less and vim, and of this repository in tig."""
    text = os.path.join(folder, 'notice.txt')
    notice_text(text)
    others = {'less': ['less', text], 'vim': ['vim', '-R', text], 'tig': ['tig']}
    others = {name: command for name, command in others.items() if shutil.which(name)}
    times = {name: [] for name in ['fengong', *others]}
    for _ in range(PAINT_ROUNDS):
        times['fengong'].append(first_paint([PROGRAM]))
        for name, command in others.items():
            times[name].append(first_paint(command))
    line = f'first screen at {COLS}x{ROWS}: {ms(times["fengong"]):.1f} ms'
    for name in others:
        line += f'; {name} {ms(times[name]):.1f} ms, ratio {ms(times["fengong"]) / ms(times[name]):.2f}'
    print(line)


def section_sizes():
    """How many tasks each leader's section has."""
    return [len(section['tasks']) for section in exported()['sections'] if section['kind'] == 'leader']


def walk(section, count):
    """From a section's open heading over its tasks to the next heading, which is folded: what each step wrote, took."""
    terminal = Terminal([PROGRAM, '--goto', f'{section}.1'], ENV)
    terminal.read(quiet=0.2)
    steps = [terminal.press(b'\x1bOA')] + [terminal.press(b'\x1bOB') for _ in range(count + 1)]
    idle, _ = terminal.read(limit=1.0)
    terminal.close()
    return steps, idle


def spread(steps):
    sizes = sorted(size for size, _ in steps)
    return (f'{statistics.median(sizes):.0f} bytes, 95th percentile {sizes[int(len(sizes) * .95)]}, most {sizes[-1]}')


def bench_keys():
    tasks, open_heads, folded_heads, idle_bytes = [], [], [], 0
    for i, count in enumerate(section_sizes()):
        steps, idle = walk(i + 1, count)
        open_heads.append(steps[0])
        tasks += steps[1:-1]
        folded_heads.append(steps[-1])
        idle_bytes += idle
    over = sum(size > STEP_MAX_BYTES for size, _ in tasks)
    print(f'cursor step, to each of {len(tasks)} tasks: {spread(tasks)}; {over} over {STEP_MAX_BYTES}; '
          f'{ms([s for _, s in tasks]):.2f} ms')
    print(f'cursor step to a heading: open {spread(open_heads)}; folded {spread(folded_heads)}')
    print(f'idle for {len(section_sizes())} s: {idle_bytes} bytes')


def big_breakdown(path, units):
    endings = ['发展改革局', '财政局', '教育局', '民政局', '水利局', '商务局', '卫生健康局', '人力社保局', '应急管理局', '司法局']
    han = '东西南北中山水云海江河湖石林金木火土春夏秋冬天地人和平安宁兴隆'
    with open(path, 'w', encoding='utf-8') as file:
        file.write('format: 1\ntitle: 大\nissuer: 某\nyear: 2020\nunits:\n')
        names = []
        for i in range(units):
            n, name = i // len(endings), ''
            for _ in range(4):
                n, digit = divmod(n, len(han))
                name += han[digit]
            names.append(name + endings[i % len(endings)])
            file.write(f'  - name: {names[-1]}\n    kind: department\n')
        file.write('sections:\n  - kind: general\n    heading: 大\n    tasks:\n')
        for i, name in enumerate(names):
            file.write(f'      - no: {i + 1}\n        text: 推进第{i + 1}项重点工作，确保按期完成。\n'
                       f'        label: 责任单位\n        units:\n          - {name}\n')
    return names


def registry(path, names):
    """Names and one task: what fzf gets as lines, as a breakdown."""
    with open(path, 'w', encoding='utf-8') as file:
        file.write('format: 1\ntitle: 名录\nunits:\n' + ''.join(f'  - {name}\n' for name in names))
        file.write('sections:\n  - kind: general\n    heading: 一\n    tasks:\n      - no: 1\n        text: 一。\n'
                   f'        label: 责任单位\n        units:\n          - {names[0]}\n')


def key_times(command):
    terminal = Terminal(command, ENV)
    terminal.read(quiet=0.8)
    if command[0] == PROGRAM:
        terminal.press(b'/')
    times = sorted(terminal.press(key)[1] for key in ('山', '水', '发', '改', '\x7f', '财', '\x7f', '\x7f') * 4
                   for key in [key.encode()])
    terminal.close()
    return times


def bench_search(folder):
    big, path, listed = (os.path.join(folder, name) for name in ('big.yaml', 'registry.yaml', 'names'))
    names = big_breakdown(big, 200000)
    registry(path, names)
    with open(listed, 'w', encoding='utf-8') as file:
        file.write('\n'.join(names) + '\n')
    load = [seconds_of([PROGRAM, '-f', big, 'show', '1.1']) for _ in range(3)]
    print(f'load {len(names)} units and tasks ({os.path.getsize(big) >> 20} MiB): {ms(load):.0f} ms')
    has_fzf = shutil.which('fzf')
    for query in ('山水发改', 'ssfg', '财政'):
        ours, fzf = [], []
        for _ in range(7):
            ours.append(seconds_of([PROGRAM, '-f', path, 'search', query]))
            if has_fzf:
                with open(listed, encoding='utf-8') as file:
                    fzf.append(seconds_of(['fzf', '--filter', query], stdin=file))
        line = f'search {query} among {len(names)} names, whole process: {ms(ours):.0f} ms'
        if fzf:
            line += f', fzf --filter {ms(fzf):.0f} ms, ratio {ms(ours) / ms(fzf):.2f}'
        print(line)
    ours = key_times([PROGRAM, '-f', path])
    line = (f'a key in the search field among them: {ms(ours):.1f} ms, 95th percentile '
            f'{ours[int(len(ours) * .95) - 1] * 1000:.1f} ms')
    if has_fzf:
        fzf = key_times(['sh', '-c', f'exec fzf <{listed}'])
        line += f'; in fzf {ms(fzf):.1f} ms, ratio {ms(ours) / ms(fzf):.2f}'
    print(line)


def bench_commands():
    for command in (['stats'], ['search', 'fgw'], ['print', 'all'], ['export'], ['check']):
        print(f'fengong {" ".join(command)}: {ms([seconds_of([PROGRAM] + command) for _ in range(ROUNDS)]):.1f} ms')


def main():
    with tempfile.TemporaryDirectory() as folder:
        bench_paint(folder)
        bench_keys()
        bench_commands()
        streams.shipped(PROGRAM)
        bench_search(folder)
        scale.bench(PROGRAM, folder)
        keys.bench(PROGRAM, [scale.file_of(folder, tasks) for tasks in (200, 20000, 480000)])
        streams.bench(PROGRAM, scale.file_of(folder, 480000))


main()
