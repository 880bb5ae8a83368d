"""Counts the instructions of a build and of a comparison and holds them against their bounds.

Usage: counts.py --program GONGKAI --dossier FOLDER --work FOLDER

Instructions, summed over all processes, do not depend on what else the machine does, so that they
can have bounds where times cannot. They are counted by valgrind, on copies of the programs without
debug information, which it would read for longer than the program runs. Prints a table in Markdown;
ends with 1 if a bound is not held.

A later change may raise a bound here by its own stated budget, and says so in docs/performance.md.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from comparison import DIFFERENT, correct_dossier
from timing import Program, call, table_row

WORKBOOKS = ("决算公开表.xlsx", "项目支出绩效自评表.xlsx")
PAGES = "部门决算公开.pdf"
FORMS = ",".join(f"{number:02}" for number in range(1, 11))
# Millions of instructions, and where they should be some day.
BOUNDS = {
    "workbook of the forms": (420, 260),
    "PDF of the document": (2200, 1800),
    "everything": (2700, 2200),
    "`--help`": (35, 20),
    "`diff` of both workbooks at `format`, one amount changed": (900, 350),
    # Raised by 5 %: one more page of the document changes with an amount, its summary.
    "`diff` of two documents at `content`, one amount changed": (1785, 600),
}
# Raised by 20 KB for the summary, the table of units and what pages that go on say.
LARGEST_DOCUMENT = 820_000
# In MB.
MOST_MEMORY = 90
FOREIGN_LIBRARY = "libqpdf"


def main():
    options = arguments()
    work = options.work
    work.mkdir(parents=True, exist_ok=True)
    program = stripped(options.program, work / "bin")
    corrected = work / "dossier-corrected"
    shutil.copytree(options.dossier, corrected)
    correct_dossier(corrected)
    for dossier, side in ((options.dossier, "left"), (corrected, "right")):
        call([program, "build", dossier, "--out", work / side])
        for kind, names in (("workbooks", WORKBOOKS), ("pages", (PAGES,))):
            folder = work / kind / side
            folder.mkdir(parents=True)
            for name in names:
                shutil.copy(work / side / name, folder / name)

    def build(folder, *choice):
        return [program, "build", options.dossier, "--out", work / "counted" / folder, *choice]

    def diff(kind, level, name=""):
        sides = [work / kind / side / name for side in ("left", "right")]
        return [program, "diff", *sides, "--level", level, "--quiet"]

    commands = {
        "workbook of the forms": build("forms", "--formats", "xlsx", "--forms", FORMS),
        "PDF of the document": build("document", "--formats", "pdf"),
        "everything": build("everything"),
        "`--help`": [program, "--help"],
        "`diff` of both workbooks at `format`, one amount changed": diff("workbooks", "format"),
        "`diff` of two documents at `content`, one amount changed": diff("pages", "content", PAGES),
    }
    rows = []
    for name, (most, aim) in BOUNDS.items():
        count = instructions(name, commands[name], work)
        rows.append((name, f"{count:.0f}", most, aim, count <= most, count <= aim))
    document = work / "counted" / "document" / PAGES
    size = document.stat().st_size
    rows.append((
        "size of the document, KB", f"{size / 1000:.0f}", LARGEST_DOCUMENT // 1000, "",
        size <= LARGEST_DOCUMENT, None))
    whole = Program("everything", build("memory"), folder=work / "counted" / "memory")
    memory = whole.run()[2]
    rows.append(("peak memory, MB", f"{memory:.0f}", MOST_MEMORY, "", memory <= MOST_MEMORY, None))
    libraries = subprocess.run(["ldd", program], stdout=subprocess.PIPE).stdout.decode()
    rows.append((
        f"`ldd` names {FOREIGN_LIBRARY}", libraries.count(FOREIGN_LIBRARY), 0, "",
        FOREIGN_LIBRARY not in libraries, None))

    print("| million instructions, all processes | counted | must | held | aim | reached |")
    print("|---|---|---|---|---|---|")
    for name, value, most, aim, is_held, is_reached in rows:
        print(table_row(
            name, str(value), str(most), word(is_held), str(aim),
            "" if is_reached is None else word(is_reached)))
    if not all(row[4] for row in rows):
        sys.exit(1)


def word(is_so):
    return "yes" if is_so else "**no**"


def arguments():
    parser = argparse.ArgumentParser()
    for name in ("program", "dossier", "work"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    return parser.parse_args()


def stripped(program, folder):
    """Copies the programs without debug information; returns the first."""
    folder.mkdir(parents=True)
    for name in (program.name, f"{program.name}-files", f"{program.name}-pdf"):
        call(["strip", "--strip-debug", "-o", folder / name, program.with_name(name)])
    return folder / program.name


def instructions(name, command, work):
    """Millions of instructions of a command and of all that it starts."""
    folder = work / "cachegrind"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    result = subprocess.run(
        ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--trace-children=yes",
         f"--cachegrind-out-file={folder}/%p", *map(str, command)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        # The path of the copy says nothing of where layout sets and fonts are.
        env={**os.environ, "GONGKAI_HOME": os.environ["GONGKAI_HOME"]})
    if result.returncode not in (0, *(DIFFERENT if "diff" in command else ())):
        sys.exit(f"{name} failed:\n{result.stderr.decode()}")
    totals = [
        int(re.search(r"^summary:\s*(\d+)", path.read_text(), re.MULTILINE)[1])
        for path in folder.iterdir()
    ]
    return sum(totals) / 1e6


if __name__ == "__main__":
    main()
