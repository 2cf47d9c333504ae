# SPDX-License-Identifier: MIT
"""A program on a pseudo-terminal, and what its keys cost: time, processor time, bytes."""
import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import subprocess
import termios
import time

ROWS, COLS, QUIET_S, LIMIT_S = 40, 120, 0.06, 60.0
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

    def used(self):
        """Seconds of processor time so far, of all threads."""
        used = 0
        for thread in os.listdir(f'/proc/{self.pid}/task'):
            with open(f'/proc/{self.pid}/task/{thread}/schedstat', encoding='ascii') as file:
                used += int(file.read().split()[0])
        return used / 1e9

    def cost(self, key):
        """What a key costs until something is on the screen, and until all is: processor seconds, which others on the
        machine do not change."""
        self.read(limit=QUIET_S)
        before = self.used()
        os.write(self.fd, key)
        # Some keys have nothing to show.
        while not select.select([self.fd], [], [], 2 * QUIET_S)[0] and self.works():
            pass
        shown = self.used()
        self.read(limit=2 * QUIET_S)
        return shown - before, self.used() - before

    def close(self):
        try:
            os.kill(self.pid, signal.SIGKILL)
        except OSError:
            pass
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def first_paint(command, env=None):
    """Seconds from before the program is started to the last byte of its first screen."""
    terminal = Terminal(command, env or ENV)
    waiting = time.monotonic()
    seconds = waiting - terminal.start + terminal.read(quiet=0.15)[1]
    terminal.close()
    return seconds


def ms(values):
    """The median in milliseconds."""
    return statistics.median(values) * 1000


def seconds_of(command, env=None, **options):
    """How long a program runs."""
    begin = time.monotonic()
    options.setdefault('stdout', subprocess.DEVNULL)
    subprocess.run(command, env=env or ENV, stderr=subprocess.DEVNULL, check=False, **options)
    return time.monotonic() - begin


def cost_of(command, output=None):
    """Processor seconds and the peak of memory in KiB of a program that runs to its end."""
    pid = os.fork()
    if pid == 0:
        out = os.open(output or os.devnull, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(out, 1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        os.execvpe(command[0], command, ENV)
    _, _, used = os.wait4(pid, 0)
    return used.ru_utime + used.ru_stime, used.ru_maxrss
