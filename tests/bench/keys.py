#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What each key costs on the screen, for files of any size: keys.py PROGRAM FILE...

What grows along a line grows with the file.
"""
import sys

import terminal

UP, DOWN, HOME, END, PAGE, TAB, ENTER, ESC = (
    b'\x1bOA', b'\x1bOB', b'\x1bOH', b'\x1bOF', b'\x1b[6~', b'\t', b'\r', b'\x1b')
WALKS = 2
# What is pressed, under which name; what has none is only the way there.
WALK = (
    ('down', DOWN), ('down', DOWN), ('page', PAGE), ('page', PAGE), ('end', END), ('up', UP), ('home', HOME),
    ('fold', ENTER), ('unfold', ENTER), ('tab', TAB), ('down in the task', DOWN), (None, TAB),
    ('filter open', b'f'), ('filter 1', '推'.encode()), ('filter 2', '进'.encode()), ('filter 3', '项'.encode()),
    ('filter delete', b'\x7f'), ('filter enter', ENTER), ('filtered down', DOWN), ('filtered end', END),
    ('filter off', ESC), (None, ESC),
    ('search open', b'/'), ('search c', b'c'), ('search ca', b'a'), ('search cai', b'i'), ('search z', b'z'),
    ('search delete', b'\x7f'), (None, ESC), (None, ESC),
    ('search open', b'/'), ('search 财', '财'.encode()), ('search 政', '政'.encode()), (None, ESC), (None, ESC),
    ('units', b'\x1bOQ'), ('units down', DOWN), ('units end', END), ('units up', UP), ('units home', HOME), ('units order', b's'),
    ('unit page', ENTER), ('unit page down', DOWN), ('unit page end', END), ('unit page up', UP), (None, ESC),
    ('statistics', b'\x1bOR'), ('statistics down', DOWN), ('statistics end', END), ('statistics: units', TAB),
    ('statistics: table', TAB), ('statistics: pairs', TAB), ('statistics: lists', TAB), ('statistics: targets', TAB),
    ('statistics: due', TAB), (None, ESC),
    ('tree', b'\x1bOP'), ('go to', b'g'), (None, b'2'), (None, b'.'), (None, b'7'), ('gone to', ENTER),
    ('next section', b']'), ('help', b'?'), (None, ESC),
)


def walk(program, path):
    """Each name's presses: what they cost until something is seen, and until all is, in seconds."""
    costs = {}
    shell = terminal.Terminal([program, '-f', path], terminal.ENV)
    shell.read(quiet=1.0)
    for name, key in WALK:
        seconds = shell.cost(key)
        if name:
            costs.setdefault(name, []).append(seconds)
    shell.close()
    return costs


def bench(program, paths):
    """A line a key, two columns a file: the dearest press until something is seen, and until all is; then what 95 of 100
    presses stay below.  Of several walks the cheapest: another program only makes them dearer."""
    columns = []
    for path in paths:
        walks = [walk(program, path) for _ in range(WALKS)]
        cheapest = {name: [tuple(map(min, zip(*press))) for press in zip(*(one[name] for one in walks))]
                    for name in walks[0]}
        columns += [{name: [press[i] for press in cheapest[name]] for name in cheapest} for i in range(2)]
    print('milliseconds of processor time a key, until something is seen and until all is:')
    for name in columns[0]:
        print(f'  {name:18}' + ''.join(f'{max(column[name]) * 1000:9.2f}' for column in columns))
    presses = [sorted(seconds for costs in column.values() for seconds in costs) for column in columns]
    print('  95th percentile   ' + ''.join(f'{column[int(len(column) * .95)] * 1000:9.2f}' for column in presses))


if __name__ == '__main__':
    bench(sys.argv[1], sys.argv[2:])
