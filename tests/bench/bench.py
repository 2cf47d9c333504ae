#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures the program against less and fzf on this machine, in one run: bench.py PROGRAM

Times are medians; what is compared is run in turns, so that trust belongs to the ratios.
"""
import fcntl
import json
import os
import pty
import re
import select
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

PROGRAM = os.path.abspath(sys.argv[1])
ROWS, COLS, ROUNDS, PAINT_ROUNDS, QUIET_S, LIMIT_S = 40, 120, 15, 41, 0.06, 20.0
STEP_MAX_BYTES = 700
ENV = dict(os.environ, LC_ALL='C.UTF-8', TERM='xterm-256color', LANGUAGE='zh')
ENV.pop('NO_COLOR', None)


class Terminal:
    """A program on a pseudo-terminal that answers questions as a narrow UTF-8 xterm does."""

    def __init__(self, command, env):
        self.start = time.monotonic()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', ROWS, COLS, 0, 0))
            os.execvpe(command[0], command, env)
        self.column = 1

    def works(self):
        """Whether a thread of it runs: then what it wrote so far may be no whole answer."""
        try:
            for thread in os.listdir(f'/proc/{self.pid}/task'):
                with open(f'/proc/{self.pid}/task/{thread}/stat', encoding='utf-8', errors='replace') as file:
                    if file.read().rsplit(')', 1)[1].split()[0] in 'RD':
                        return True
        except OSError:
            pass
        return False

    def read(self, quiet=QUIET_S, limit=LIMIT_S, begin=None):
        """Reads until it is quiet and the program waits: bytes, seconds from now (or `begin`) to the last of them."""
        last = time.monotonic()
        begin = begin or last
        count = 0
        while True:
            wait = quiet if count else limit
            if not select.select([self.fd], [], [], wait)[0]:
                if self.works() and time.monotonic() - last < LIMIT_S:
                    continue
                return count, last - begin
            try:
                data = os.read(self.fd, 65536)
            except OSError:
                return count, last - begin
            if not data:
                return count, last - begin
            last = time.monotonic()
            count += len(data)
            self.answer(data)

    def answer(self, data):
        for part in re.split(rb'(\x1b\[6n|\x1b\[0?c|\r|\x1b\[[0-9;?]*H)', data):
            if part == b'\x1b[6n':
                os.write(self.fd, b'\x1b[1;%dR' % self.column)
            elif part in (b'\x1b[c', b'\x1b[0c'):
                os.write(self.fd, b'\x1b[?64;1;2;6;22c')
            elif part == b'\r' or part.endswith(b'H'):
                self.column = 1
            else:
                text = re.sub(rb'\x1b[\[\]()][^A-Za-z]*[A-Za-z]', b'', part).decode('utf-8', 'ignore')
                self.column += sum(2 if '\u2e80' <= c <= '\uffef' else 1 for c in text if c.isprintable())

    def press(self, key):
        self.read(limit=QUIET_S)  # what came late is no answer to this key
        begin = time.monotonic()  # it may have answered before write() returns
        os.write(self.fd, key)
        return self.read(begin=begin)

    def close(self):
        try:
            os.kill(self.pid, signal.SIGKILL)
        except OSError:
            pass
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def first_paint(command, env=ENV):
    """Seconds from before the program is started to the last byte of its first screen."""
    terminal = Terminal(command, env)
    waiting = time.monotonic()
    seconds = waiting - terminal.start + terminal.read(quiet=0.15)[1]
    terminal.close()
    return seconds


def ms(values):
    return statistics.median(values) * 1000


def seconds_of(command, env=ENV, **options):
    begin = time.monotonic()
    subprocess.run(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, **options)
    return time.monotonic() - begin


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
    text = os.path.join(folder, 'notice.txt')
    notice_text(text)
    ours, less = [], []
    for _ in range(PAINT_ROUNDS):
        ours.append(first_paint([PROGRAM]))
        if shutil.which('less'):
            less.append(first_paint(['less', text]))
    line = f'first screen at {COLS}x{ROWS}: {ms(ours):.1f} ms'
    if less:
        line += f', less on the same text {ms(less):.1f} ms, ratio {ms(ours) / ms(less):.2f}'
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
        bench_search(folder)


main()
