"""The comparison of two builds: what is compared, the programs, the tables.

One amount of the ledger is another one in the second build, both where it came in and where it
went out.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

from timing import Program, call, cells, measure_rounds, ratio_cells, table_row

HERE = Path(__file__).resolve().parent
LEDGERS = ("income.csv", "expenditure.csv")
AMOUNT, CORRECTED = "30027.08", "30127.08"
# The row of the large workbook in which a number is another one.
CHANGED_ROW = 30_000
# A comparison that found differences.
DIFFERENT = (1,)


def correct_dossier(folder):
    """Enters another amount in a copied dossier."""
    for name in LEDGERS:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        if text.count(AMOUNT) != 1:
            sys.exit(f"{path}: not one amount of {AMOUNT}")
        path.write_text(text.replace(AMOUNT, CORRECTED), encoding="utf-8")


def make_sides(work, workbooks, pages, peers):
    """Puts the files of both builds where nothing else stands beside them, which gongkai would
    read too; writes two large workbooks.
    """
    for side, build in (("left", "whole"), ("right", "corrected")):
        for kind, names in (("workbooks", workbooks), ("pages", [pages])):
            folder = work / kind / side
            folder.mkdir(parents=True)
            for name in names:
                (folder / name).hardlink_to(work / build / name)
    call([peers, "-B", HERE / "million.py", work / "million-left.xlsx"])
    call([peers, "-B", HERE / "million.py", work / "million-right.xlsx", CHANGED_ROW])


def comparison_programs(options, workbooks, pages):
    """Pairs of programs that compare the same files, the peer first; then ours on large ones."""
    work = options.work
    sides = [work / "workbooks" / side / name for name in workbooks for side in ("left", "right")]
    papers = [work / "pages" / side / pages for side in ("left", "right")]
    large = [work / f"million-{side}.xlsx" for side in ("left", "right")]

    def peer(name, script, files):
        return Program(name, [options.peers, HERE / script, *files], codes=DIFFERENT)

    def gongkai(name, level, left, right):
        command = [options.program, "diff", left, right, "--level", level, "--quiet"]
        return Program(f"gongkai diff, {name}", command, codes=DIFFERENT)

    folders = [work / "workbooks" / side for side in ("left", "right")]
    pairs = [
        (peer("openpyxl, both workbooks", "openpyxl_compare.py", sides),
         gongkai("both workbooks at `format`", "format", *folders)),
        (peer("PyMuPDF, document", "pymupdf_compare.py", papers),
         gongkai("document at `content`", "content", *papers)),
    ]
    return pairs, gongkai("workbooks of a million cells at `content`", "content", *large)


def check_comparison(pairs, work):
    """Refuses if the peer does not find the same cells different as we do."""
    peer, ours = pairs[0]
    report = work / "differences.json"
    call([*ours.command, "--json", report], codes=DIFFERENT)
    places = [
        entry["left"]["at"]
        for entry in json.loads(report.read_text(encoding="utf-8"))["differences"]
    ]
    found = {place_name(place) for place in places}
    text = subprocess.run(peer.command, stdout=subprocess.PIPE).stdout.decode()
    expected = {re.match(r"[^:]*", line)[0] for line in text.splitlines()}
    if found != expected:
        sys.exit(f"openpyxl finds other cells different: {sorted(found ^ expected)}")


def place_name(place):
    """A cell as the peer prints it."""
    return f"{place['sheet']}!{place['cell']}"


def comparison_table(pairs, large):
    lines = [
        "| comparison | wall | CPU | peak memory | peer ÷ gongkai: wall | CPU |",
        "|---|---|---|---|---|---|",
    ]
    for peer, ours in pairs:
        lines.append(table_row(*cells(peer), *ratio_cells(peer, ours)))
        lines.append(table_row(*cells(ours), "", ""))
    return lines + [table_row(*cells(large), "", "")]


def measure_large(program, runs):
    """The large workbooks take seconds: a few rounds of their own are enough."""
    measure_rounds([program], min(runs, 3))
