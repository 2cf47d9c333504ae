# SPDX-License-Identifier: MIT
"""What leaves as it is made: bytes a second of processor time beyond loading, and memory beyond what was loaded."""
import os
import tempfile

from terminal import cost_of

ROUNDS = 2
STREAMS = ('export --as=json', 'export --as=csv', 'export --as=tsv', 'export --as=yaml', 'print all --as=text',
           'print all --as=text --layout=table', 'print all --as=markdown', 'print all --as=html', 'print all --as=csv',
           'print all --as=json')

# Made by fengong-paper, whose libraries are no memory of a file's size: that is counted beyond a sheet of one task.
PAPER = ('print all --as=pdf', 'print all --as=pdf --layout=table', 'print all --as=xlsx', 'print all --as=docx')


def shipped(program):
    """What sheets of the shipped file cost, of processor time."""
    for stream in PAPER:
        print(f'{stream}: {min(cost_of([program] + stream.split()) for _ in range(9))[0]:.3f} s of processor time', flush=True)


def bench(program, path):
    """A line a format."""
    with tempfile.NamedTemporaryFile() as out:
        for beyond, streams, rounds in (('show 1.1', STREAMS, ROUNDS), ('print 1.1 --as=xlsx', PAPER, 1)):
            base = min(cost_of([program, '-f', path] + beyond.split()) for _ in range(ROUNDS))
            for stream in streams:
                cost = min(cost_of([program, '-f', path] + stream.split(), out.name) for _ in range(rounds))
                size, seconds = os.path.getsize(out.name) / 1e6, max(cost[0] - base[0], 0.001)
                print(f'{stream}: {size:.0f} MB, {size / seconds:.0f} MB/s, {seconds:.1f} s, '
                      f'{(cost[1] - base[1]) / 1024:+.1f} MiB', flush=True)
