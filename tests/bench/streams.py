# SPDX-License-Identifier: MIT
"""What leaves as it is made: bytes a second of processor time beyond loading, and memory beyond what was loaded."""
import os
import tempfile

from terminal import cost_of

ROUNDS = 3
STREAMS = ('export --as=json', 'export --as=csv', 'export --as=tsv', 'export --as=yaml', 'print all --as=text',
           'print all --as=text --layout=table', 'print all --as=markdown', 'print all --as=html', 'print all --as=csv',
           'print all --as=json')


def bench(program, path):
    """A line a format."""
    with tempfile.NamedTemporaryFile() as out:
        load = min(cost_of([program, '-f', path, 'show', '1.1']) for _ in range(ROUNDS))
        for stream in STREAMS:
            cost = min(cost_of([program, '-f', path] + stream.split(), out.name) for _ in range(ROUNDS))
            size, seconds = os.path.getsize(out.name) / 1e6, max(cost[0] - load[0], 0.001)
            print(f'{stream}: {size:.0f} MB, {size / seconds:.0f} MB/s, {(cost[1] - load[1]) / 1024:+.1f} MiB', flush=True)
