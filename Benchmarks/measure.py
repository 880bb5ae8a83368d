"""Times gongkai against the peers and prints tables in Markdown.

Usage: measure.py --program GONGKAI --peers PYTHON --reader PYTHON --dossier FOLDER --fonts FOLDER
                  --work FOLDER [--runs N]

`--peers` is a Python with the peers, `--reader` one with openpyxl. In each round the
peer runs before ours; the first round warms up the file cache and Python's compiled modules and is
not counted.
"""

import argparse
import csv
import os
import shutil
import statistics
import zipfile
from pathlib import Path

from comparison import (
    check_comparison, comparison_programs, comparison_table, correct_dossier, make_sides,
    measure_large,
)
from dossiers import copy_dossier
from sameness import check_text, check_workbooks, page_differences
from timing import (
    Program, Together, call, cells, kilobytes, measure_rounds, row, table_row,
)

HERE = Path(__file__).resolve().parent
WORKBOOK = "决算公开表.xlsx"
EVALUATIONS = "项目支出绩效自评表.xlsx"
PAGES = "部门决算公开.pdf"
# How many times over the evaluations are written to see how their cost grows.
GROWTH = 10


def main():
    options = arguments()
    work = options.work
    work.mkdir(parents=True, exist_ok=True)
    make_inputs(options)
    writers, growth, start = programs(options)
    pairs, large = comparison_programs(options, (WORKBOOK, EVALUATIONS), PAGES)
    timed = (*writers.values(), *growth.values(), *start, *(one for pair in pairs for one in pair))
    for program in timed:
        program.run()
    check_comparison(pairs, work)
    for workbook, peer in ((WORKBOOK, "forms.xlsx"), (EVALUATIONS, "evaluations.xlsx")):
        check_workbooks(work / "whole" / workbook, work / peer, options.reader, work)
    notes = []
    for ours, peer in (("forms", "forms.pdf"), ("whole", "document.pdf")):
        check_text(work / ours / PAGES, work / peer)
        notes += page_differences(work / ours / PAGES, work / peer)
    measure_rounds(timed, options.runs)
    measure_large(large, options.runs)
    lines = [
        f"{options.runs} runs of each after one that is not counted; {os.cpu_count()} cores, load "
        f"{os.getloadavg()[0]:.1f}; times in ms: median (least–most).", "",
    ]
    lines += [*writers_table(writers), "", *growth_table(growth), ""]
    lines += [*comparison_table(pairs, large), "", *start_table(start)]
    print("\n".join(lines + ["", *notes] if notes else lines))


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
    """Builds everything once and makes from it what the peers read.

    Python runs with `-B` here, or it would leave its compiled modules among the sources.
    """
    work = options.work
    build = [options.program, "build", options.dossier]
    whole = work / "whole"
    call([*build, "--out", whole])
    forms = form_numbers(whole)
    options.forms = ",".join(forms)
    papers = []
    for form in forms:
        folder = work / f"form-{form}"
        call([*build, "--out", folder, "--formats", "pdf", "--forms", form])
        papers.append(folder / PAGES)
    export = [options.reader, "-B", HERE / "export_model.py"]
    call([*export, whole / WORKBOOK, work / "forms.json", *papers])
    call([*export, whole / EVALUATIONS, work / "evaluations.json"])
    typst = [options.peers, "-B"]
    call([*typst, HERE / "typst_source.py", work / "forms.json", work / "forms.typ"])
    call([
        *typst, HERE / "typst_document.py", whole / PAGES, work / "document.typ",
        work / "forms.json", work / "evaluations.json",
    ])
    options.counts = {
        times: copy_dossier(options.dossier, work / f"dossier-{times}", times)
        for times in (0, 1, GROWTH)
    }
    corrected = work / "dossier-corrected"
    shutil.copytree(options.dossier, corrected)
    correct_dossier(corrected)
    call([options.program, "build", corrected, "--out", work / "corrected"])
    make_sides(work, (WORKBOOK, EVALUATIONS), PAGES, options.peers)


def form_numbers(whole):
    """The numbers of the forms: as many as the first workbook has sheets.

    The evaluations come after them in the list of figures.
    """
    with open(whole / "figures.csv", encoding="utf-8", newline="") as file:
        numbers = list(dict.fromkeys(record["form"] for record in csv.DictReader(file)))
    with zipfile.ZipFile(whole / WORKBOOK) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    return numbers[:len(sheets)]


def programs(options):
    """The programs in the order of a round: those that write files, those that tell how the cost
    of evaluations grows, those that only start.
    """
    work, peers = options.work, options.peers

    def typst(name, stem):
        pdf = work / f"{stem}.pdf"
        command = [peers, HERE / "typst_compile.py", work / f"{stem}.typ", pdf, options.fonts]
        return Program(name, command, [pdf])

    def xlsxwriter(name, *stems):
        pairs = [(work / f"{stem}.json", work / f"{stem}.xlsx") for stem in stems]
        paths = [path for pair in pairs for path in pair]
        command = [peers, HERE / "xlsxwriter_workbooks.py", *paths]
        return Program(name, command, [target for _, target in pairs])

    def gongkai(name, folder, files, *choice, dossier=options.dossier):
        out = work / folder
        command = [options.program, "build", dossier, "--out", out, *choice]
        return Program(f"gongkai, {name}", command, [out / file for file in files], folder=out)

    forms = ("--forms", options.forms)
    both = (WORKBOOK, EVALUATIONS)
    writers = {
        "XlsxWriter forms": xlsxwriter("XlsxWriter, workbook of the forms", "forms"),
        "form workbook": gongkai(
            "workbook of the forms", "xlsx-forms", [WORKBOOK], "--formats", "xlsx", *forms),
        "XlsxWriter": xlsxwriter("XlsxWriter, both workbooks", "forms", "evaluations"),
        "workbooks": gongkai("both workbooks", "xlsx", both, "--formats", "xlsx"),
        "Typst forms": typst("Typst, forms", "forms"),
        "forms": gongkai("forms", "forms", [PAGES], "--formats", "pdf", *forms),
        "Typst": typst("Typst, document", "document"),
        "document": gongkai("document", "document", [PAGES], "--formats", "pdf"),
        "all": gongkai("workbooks and document", "all", [*both, PAGES]),
    }
    growth = {
        count: gongkai(
            f"{count} evaluations", f"growth-{times}", both[:1 + bool(count)] + (PAGES,),
            dossier=work / f"dossier-{times}")
        for times, count in options.counts.items()
    }
    start = [
        Program("Python", [peers, "-c", "pass"]),
        Program("Python, `import xlsxwriter`", [peers, "-c", "import xlsxwriter"]),
        Program("Python, `import typst`", [peers, "-c", "import typst"]),
        Program("Python, `import openpyxl`", [peers, "-c", "import openpyxl"]),
        Program("Python, `import pymupdf`", [peers, "-c", "import pymupdf"]),
        Program("`gongkai --help`", [options.program, "--help"]),
    ]
    return writers, growth, start


def writers_table(writers):
    lines = [
        "| program | wall | CPU | peak memory | output | peer ÷ gongkai: wall | CPU |",
        "|---|---|---|---|---|---|---|",
    ]
    together = Together(
        "XlsxWriter, then Typst (everything)", writers["XlsxWriter"], writers["Typst"])
    pairs = [
        (writers["XlsxWriter forms"], writers["form workbook"]),
        (writers["XlsxWriter"], writers["workbooks"]),
        (writers["Typst forms"], writers["forms"]),
        (writers["Typst"], writers["document"]), (together, writers["all"]),
    ]
    for peer, ours in pairs:
        lines += [row(peer, ours), row(ours, None)]
    return lines


def growth_table(growth):
    """What evaluations cost beyond a submission without any, and how many times as much."""
    none, some, many = growth.values()
    shares = [
        tuple(
            statistics.median(own) - statistics.median(least)
            for own, least in ((program.wall, none.wall), (program.cpu, none.cpu)))
        for program in (some, many)
    ]
    lines = [
        "| workbooks and document with | wall | CPU | peak memory | output | their share: wall "
        "| CPU |",
        "|---|---|---|---|---|---|---|",
    ]
    texts = [("", "")] + [tuple(f"{value:.0f}" for value in share) for share in shares]
    for program, share in zip(growth.values(), texts):
        lines.append(table_row(*cells(program), kilobytes(program), *share))
    ratios = [f"**{many / some:.2f}**" for some, many in zip(*shares)]
    lines.append(table_row("the larger share ÷ the smaller", "", "", "", "", *ratios))
    return lines


def start_table(start):
    lines = ["| only started | wall | CPU | peak memory |", "|---|---|---|---|"]
    return lines + [table_row(*cells(program)) for program in start]


if __name__ == "__main__":
    main()
