# SPDX-License-Identifier: MIT
"""What grows with the file: loading against the bare event loop of libyaml, the first screen, looking for a word."""
import math
import os
import re
import shutil
import subprocess
import sys

from terminal import cost_of, first_paint, ms, seconds_of

SIZES = (200, 2000, 20000, 100000, 480000)
HERE = os.path.dirname(os.path.abspath(__file__))
WORD = '改造体系'


def file_of(folder, tasks):
    """The generated file of so many tasks, made when it is first asked for."""
    path = os.path.join(folder, f'{tasks}.yaml')
    if not os.path.exists(path):
        with open(path, 'wb') as file:
            subprocess.run([sys.executable, os.path.join(HERE, 'make_breakdown.py'), str(tasks)], stdout=file, check=True)
    return path


def exponent(values):
    """Of the power of the size with which values grow, from 20,000 tasks on: what is constant is small by then."""
    points = [(math.log(size), math.log(value)) for size, value in zip(SIZES, values) if size >= 20000]
    mean_x, mean_y = (sum(column) / len(points) for column in zip(*points))
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points)


def loading(program, path):
    """Seconds of the bare loop and of loading, and its peak of memory in MiB: bench_load's words."""
    rounds = '3' if os.path.getsize(path) > 1 << 26 else '7'
    said = subprocess.run([os.path.join(os.path.dirname(program), 'bench_load'), path, rounds], check=True, text=True,
                          stdout=subprocess.PIPE).stdout
    found = re.search(r'bare ([0-9.]+) s, load ([0-9.]+) s.*peak ([0-9.]+) MiB', said)
    return [float(number) for number in found.groups()]


def bench(program, folder):
    """A line a size, then the exponents."""
    table = []
    for tasks in SIZES:
        path = file_of(folder, tasks)
        rounds = 3 if tasks >= 100000 else 7
        bare, load, peak = loading(program, path)
        screen = [first_paint([program, '-f', path]) for _ in range(rounds)]
        find, grep = [], []
        for _ in range(rounds):
            find.append(seconds_of([program, '-f', path, 'search', '--in=tasks', WORD]))
            if shutil.which('grep'):
                grep.append(seconds_of(['grep', WORD, path]))
        check, _ = cost_of([program, '-f', path, 'check'])
        stats, memory = cost_of([program, '-f', path, 'stats'])
        table.append((load, peak, ms(screen) / 1000, check, stats, memory))
        size = os.path.getsize(path) / (1 << 20)
        line = (f'{tasks} tasks, {size:.1f} MiB: load {load:.3f} s, {load / bare:.2f} times the bare loop, '
                f'peak {peak:.1f} MiB, {peak / size:.2f} times the file; first screen {ms(screen):.0f} ms; '
                f'whole search for a word {ms(find):.0f} ms')
        if grep:
            line += f', {ms(find) / ms(grep):.0f} times grep'
        print(line + f'; check {check:.2f} s, stats {stats:.2f} s of processor time', flush=True)
    names = ('time of loading', 'its memory', 'first screen', 'check', 'stats', 'its memory')
    print('exponents: ' + ', '.join(f'{name} {exponent(column):.2f}' for name, column in zip(names, zip(*table))))
