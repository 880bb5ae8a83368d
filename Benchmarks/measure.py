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
    forms, start = programs(options)
    for program in (*forms.values(), *start):
        program.run()
    check_workbooks(options)
    notes = page_differences(work)
    for round in range(options.runs):
        if sys.stderr.isatty():
            print(f"\rround {round + 1} of {options.runs}", end="", file=sys.stderr, flush=True)
        for program in (*forms.values(), *start):
            program.measure()
    if sys.stderr.isatty():
        print(file=sys.stderr)
    print(report(options, forms, start, notes))


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
    """Builds the forms once and makes from them what the peers read.

    Python runs with `-B` here, or it would leave its compiled modules among the sources.
    """
    work = options.work
    build = [options.program, "build", options.dossier]
    call([*build, "--out", work / "whole"])
    with open(work / "whole/figures.csv", encoding="utf-8", newline="") as file:
        forms = list(dict.fromkeys(row["form"] for row in csv.DictReader(file)))
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


def programs(options):
    """The programs in the order of a round: those that make forms, those that only start."""
    work = options.work
    build = [options.program, "build", options.dossier, "--out"]
    forms = {
        "xlsxwriter": Program(
            "XlsxWriter",
            [
                options.peers, HERE / "xlsxwriter_forms.py", work / "model.json",
                work / "peer.xlsx",
            ], [work / "peer.xlsx"]),
        "xlsx": Program(
            "gongkai, XLSX", [*build, work / "xlsx", "--formats", "xlsx"],
            [work / "xlsx" / WORKBOOK]),
        "typst": Program(
            "Typst",
            [
                options.peers, HERE / "typst_forms.py", work / "forms.typ", work / "peer.pdf",
                options.fonts,
            ], [work / "peer.pdf"]),
        "pdf": Program(
            "gongkai, PDF", [*build, work / "pdf", "--formats", "pdf"], [work / "pdf" / PAGES]),
        "both": Program(
            "gongkai, both", [*build, work / "both"],
            [work / "both" / WORKBOOK, work / "both" / PAGES]),
    }
    start = [
        Program("Python", [options.peers, "-c", "pass"]),
        Program("Python, `import xlsxwriter`", [options.peers, "-c", "import xlsxwriter"]),
        Program("Python, `import typst`", [options.peers, "-c", "import typst"]),
        Program("`gongkai --help`", [options.program, "--help"]),
    ]
    return forms, start


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


def page_differences(work):
    """What stands on other pages in Typst's PDF than in ours, as notes for the reader."""
    ours, peer = (page_texts(path) for path in (work / "whole" / PAGES, work / "peer.pdf"))
    if len(ours) != len(peer):
        return [f"Typst set {len(peer)} pages, gongkai {len(ours)}."]
    different = [str(i + 1) for i, texts in enumerate(zip(ours, peer)) if texts[0] != texts[1]]
    return [f"Pages with other text in Typst's PDF: {', '.join(different)}."] if different else []


def page_texts(path):
    """The characters of each page, sorted: what stands there, however it is ordered."""
    text = subprocess.run(
        ["pdftotext", "-layout", path, "-"], stdout=subprocess.PIPE, check=True).stdout.decode()
    return [sorted("".join(page.split())) for page in text.split("\f")[:-1]]


def call(command):
    result = subprocess.run(
        [str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if result.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{result.stdout.decode()}")


def report(options, forms, start, notes):
    together = Together("XlsxWriter, then Typst", forms["xlsxwriter"], forms["typst"])
    lines = [
        f"{options.runs} runs of each after one that is not counted; {os.cpu_count()} cores, load "
        f"{os.getloadavg()[0]:.1f}; times in ms: median (least–most).",
        "",
        "| program | wall | CPU | peak memory | output | peer ÷ gongkai: wall | CPU |",
        "|---|---|---|---|---|---|---|",
    ]
    pairs = [
        (forms["xlsxwriter"], forms["xlsx"]), (forms["typst"], forms["pdf"]),
        (together, forms["both"]),
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
