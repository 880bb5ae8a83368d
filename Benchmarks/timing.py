"""Programs that are timed, and the rows of the tables that say how long they took.

Every run is a process of its own. Rounds are interleaved, so that a change in the machine's load
falls on all programs alike.
"""

import os
import shutil
import statistics
import subprocess
import sys
import time


class Program:
    """A command that is timed, and what its runs took.

    `codes` are the exit codes with which it may end; `folder` is what it makes and must not find:
    a build says what it changed of the figures of the one before.
    """

    def __init__(self, name, command, outputs=(), codes=(0,), folder=None):
        self.name = name
        self.command = [str(part) for part in command]
        self.outputs = outputs
        self.codes = codes
        self.folder = folder
        self.wall, self.cpu, self.memory = [], [], []

    def run(self):
        """Runs the command once; returns wall time and CPU time in ms, peak memory in MB."""
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)
        start = time.perf_counter()
        process = subprocess.Popen(
            self.command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        # The peak is the kernel's. A child counts from this process's size at its start, so this
        # program loads nothing large: what needs more is done in processes of its own.
        _, status, usage = os.wait4(process.pid, 0)
        wall = (time.perf_counter() - start) * 1000
        process.returncode = os.waitstatus_to_exitcode(status)
        errors = process.stderr.read().decode()
        process.stderr.close()
        if process.returncode not in self.codes:
            sys.exit(f"{self.name} failed:\n{errors}")
        return wall, (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024

    def measure(self):
        for values, value in zip((self.wall, self.cpu, self.memory), self.run()):
            values.append(value)

    @property
    def size(self):
        return sum(output.stat().st_size for output in self.outputs)


class Together:
    """Two programs one after the other, as one."""

    def __init__(self, name, first, second):
        self.name = name
        self.wall = [a + b for a, b in zip(first.wall, second.wall)]
        self.cpu = [a + b for a, b in zip(first.cpu, second.cpu)]
        self.memory = [max(a, b) for a, b in zip(first.memory, second.memory)]
        self.size = first.size + second.size


def measure_rounds(programs, runs):
    """Runs the programs in turn, round after round."""
    for round in range(runs):
        if sys.stderr.isatty():
            print(f"\rround {round + 1} of {runs}", end="", file=sys.stderr, flush=True)
        for program in programs:
            program.measure()
    if sys.stderr.isatty():
        print(file=sys.stderr)


def call(command, codes=(0,)):
    """Runs what is not timed; ends everything if it fails."""
    result = subprocess.run(
        [str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if result.returncode not in codes:
        sys.exit(f"{' '.join(map(str, command))}\n{result.stdout.decode()}")


def row(program, ours):
    """A row of a table with outputs; `ours` is the program that a peer is compared with."""
    ratios = ratio_cells(program, ours) if ours else ["", ""]
    return table_row(*cells(program), kilobytes(program), *ratios)


def cells(program):
    return [
        program.name, spread(program.wall), spread(program.cpu),
        f"{statistics.median(program.memory):.0f} MB",
    ]


def ratio_cells(peer, ours):
    return [
        f"**{statistics.median(theirs) / statistics.median(own):.2f}**"
        for theirs, own in ((peer.wall, ours.wall), (peer.cpu, ours.cpu))
    ]


def kilobytes(program):
    return f"{program.size / 1000:.0f} KB"


def table_row(*texts):
    return "| " + " | ".join(texts) + " |"


def spread(values):
    return f"{statistics.median(values):.0f} ({min(values):.0f}–{max(values):.0f})"
