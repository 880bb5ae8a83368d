"""Times gongkai against the peers and prints a table in Markdown.

Usage: measure.py --program GONGKAI --peers PYTHON --reader PYTHON --dossier FOLDER --fonts FOLDER
                  --work FOLDER [--runs N]

`--peers` is a Python with XlsxWriter and Typst, `--reader` one with openpyxl. Every run is a
process of its own. Rounds are interleaved, peer before ours, so that a change in the machine's
load falls on both; the first round warms up the file cache and Python's compiled modules and is
not counted.
"""

import argparse
import csv
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from structure import read_characters

HERE = Path(__file__).resolve().parent
WORKBOOK = "决算公开表.xlsx"
PAGES = "部门决算公开.pdf"


class Program:
    """A command that is timed, and what its runs took."""

    def __init__(self, name, command, outputs=()):
        self.name = name
        self.command = [str(part) for part in command]
        self.outputs = outputs
        self.wall, self.cpu, self.memory = [], [], []

    def run(self):
        """Runs the command once; returns wall time and CPU time in ms, peak memory in MB."""
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
        if process.returncode != 0:
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


def main():
    options = arguments()
    work = options.work
    work.mkdir(parents=True, exist_ok=True)
    make_inputs(options)
    writers, start = programs(options)
    for program in (*writers.values(), *start):
        program.run()
    check_workbooks(options)
    notes = []
    for ours, peer in (("forms", "forms.pdf"), ("whole", "document.pdf")):
        check_text(work / ours / PAGES, work / peer)
        notes += page_differences(work / ours / PAGES, work / peer)
    for round in range(options.runs):
        if sys.stderr.isatty():
            print(f"\rround {round + 1} of {options.runs}", end="", file=sys.stderr, flush=True)
        for program in (*writers.values(), *start):
            program.measure()
    if sys.stderr.isatty():
        print(file=sys.stderr)
    print(report(options, writers, start, notes))


def arguments():
    parser = argparse.ArgumentParser()
    for name in ("program", "dossier", "fonts", "work"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    # Not resolved: a virtual environment is known by the path of its link.
    parser.add_argument("--peers", required=True)
    parser.add_argument("--reader", required=True)
    parser.add_argument("--runs", type=int, default=10)
    options = parser.parse_args()
    if options.runs < 1:
        parser.error("--runs must be at least 1")
    return options


def make_inputs(options):
    """Builds everything once and makes from them what the peers read.

    Python runs with `-B` here, or it would leave its compiled modules among the sources.
    """
    work = options.work
    build = [options.program, "build", options.dossier]
    call([*build, "--out", work / "whole"])
    with open(work / "whole/figures.csv", encoding="utf-8", newline="") as file:
        forms = list(dict.fromkeys(row["form"] for row in csv.DictReader(file)))
    options.forms = ",".join(forms)
    papers = []
    for form in forms:
        folder = work / f"form-{form}"
        call([*build, "--out", folder, "--formats", "pdf", "--forms", form])
        papers.append(folder / PAGES)
    call([
        options.reader, "-B", HERE / "export_model.py", work / "whole" / WORKBOOK,
        work / "model.json", *papers,
    ])
    call([options.peers, "-B", HERE / "typst_source.py", work / "model.json", work / "forms.typ"])
    call([
        options.peers, "-B", HERE / "typst_document.py", work / "model.json",
        work / "whole" / PAGES, work / "document.typ",
    ])


def programs(options):
    """The programs in the order of a round: those that write files, those that only start."""
    work = options.work
    build = [options.program, "build", options.dossier, "--out"]

    def typst(name, stem):
        return Program(
            name,
            [
                options.peers, HERE / "typst_compile.py", work / f"{stem}.typ",
                work / f"{stem}.pdf", options.fonts,
            ], [work / f"{stem}.pdf"])

    writers = {
        "xlsxwriter": Program(
            "XlsxWriter",
            [
                options.peers, HERE / "xlsxwriter_forms.py", work / "model.json",
                work / "peer.xlsx",
            ], [work / "peer.xlsx"]),
        "xlsx": Program(
            "gongkai, workbook", [*build, work / "xlsx", "--formats", "xlsx"],
            [work / "xlsx" / WORKBOOK]),
        "typst forms": typst("Typst, forms", "forms"),
        "forms": Program(
            "gongkai, forms",
            [*build, work / "forms", "--formats", "pdf", "--forms", options.forms],
            [work / "forms" / PAGES]),
        "typst document": typst("Typst, document", "document"),
        "document": Program(
            "gongkai, document", [*build, work / "document", "--formats", "pdf"],
            [work / "document" / PAGES]),
        "both": Program(
            "gongkai, workbook and document", [*build, work / "both"],
            [work / "both" / WORKBOOK, work / "both" / PAGES]),
    }
    start = [
        Program("Python", [options.peers, "-c", "pass"]),
        Program("Python, `import xlsxwriter`", [options.peers, "-c", "import xlsxwriter"]),
        Program("Python, `import typst`", [options.peers, "-c", "import typst"]),
        Program("`gongkai --help`", [options.program, "--help"]),
    ]
    return writers, start


def check_workbooks(options):
    """Refuses to compare if the peer's workbook differs from ours in any cell, size or set-up."""
    models = []
    for workbook in (options.work / "whole" / WORKBOOK, options.work / "peer.xlsx"):
        model = options.work / f"{workbook.stem}.json"
        call([options.reader, "-B", HERE / "export_model.py", workbook, model])
        models.append(json.loads(model.read_text(encoding="utf-8")))
    for ours, peer in zip(*(model["sheets"] for model in models)):
        for key in ours:
            if ours[key] != peer[key]:
                sys.exit(f"XlsxWriter's sheet {ours['name']} differs from ours in: {key}")
    if models[0] != models[1]:
        sys.exit("XlsxWriter's workbook differs from ours in its sheets, formats or properties")


def check_text(ours, peer):
    """Refuses to compare if the tags of the two files do not give the same text in one order."""
    first, second = (read_characters(path) for path in (ours, peer))
    if first != second:
        place = len(os.path.commonprefix([first, second]))
        sys.exit(
            f"{peer.name}: other text from character {place} on: {second[place:place + 30]!r}, "
            f"ours: {first[place:place + 30]!r}")


def page_differences(ours, peer):
    """What stands on other pages in Typst's PDF than in ours, as notes for the reader."""
    first, second = (page_texts(path) for path in (ours, peer))
    if len(first) != len(second):
        return [f"{peer.name}: Typst set {len(second)} pages, gongkai {len(first)}."]
    different = [str(i + 1) for i, texts in enumerate(zip(first, second)) if texts[0] != texts[1]]
    if not different:
        return []
    return [f"{peer.name}: pages with other text than ours: {', '.join(different)}."]


def page_texts(path):
    """The characters of each page, sorted: what stands there, however it is ordered.

    Without the dots of the contents, of which each program sets as many as it likes.
    """
    text = subprocess.run(
        ["pdftotext", "-layout", path, "-"], stdout=subprocess.PIPE, check=True).stdout.decode()
    return [sorted("".join(page.replace("…", "").split())) for page in text.split("\f")[:-1]]


def call(command):
    result = subprocess.run(
        [str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if result.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{result.stdout.decode()}")


def report(options, writers, start, notes):
    together = Together(
        "XlsxWriter, then Typst (document)", writers["xlsxwriter"], writers["typst document"])
    lines = [
        f"{options.runs} runs of each after one that is not counted; {os.cpu_count()} cores, load "
        f"{os.getloadavg()[0]:.1f}; times in ms: median (least–most).",
        "",
        "| program | wall | CPU | peak memory | output | peer ÷ gongkai: wall | CPU |",
        "|---|---|---|---|---|---|---|",
    ]
    pairs = [
        (writers["xlsxwriter"], writers["xlsx"]), (writers["typst forms"], writers["forms"]),
        (writers["typst document"], writers["document"]), (together, writers["both"]),
    ]
    for peer, ours in pairs:
        lines.append(row(peer, ours))
        lines.append(row(ours, None))
    lines += ["", "| only started | wall | CPU | peak memory |", "|---|---|---|---|"]
    lines += ["| " + " | ".join(cells(program)) + " |" for program in start]
    return "\n".join(lines + ["", *notes] if notes else lines)


def cells(program):
    return [
        program.name, spread(program.wall), spread(program.cpu),
        f"{statistics.median(program.memory):.0f} MB",
    ]


def row(program, ours):
    ratios = ["", ""]
    if ours:
        ratios = [
            f"**{statistics.median(peer) / statistics.median(own):.2f}**"
            for peer, own in ((program.wall, ours.wall), (program.cpu, ours.cpu))
        ]
    return "| " + " | ".join([*cells(program), f"{program.size / 1000:.0f} KB", *ratios]) + " |"


def spread(values):
    return f"{statistics.median(values):.0f} ({min(values):.0f}–{max(values):.0f})"


if __name__ == "__main__":
    main()
