#!/usr/bin/env python3
"""Saves a workbook that was filled in as other programs do, and copies of it that differ.

Usage: edit_entry_book.py FILE.xlsx FOLDER SEED COUNT

Writes into FOLDER one file for each way of saving, which says the same as FILE, then COUNT files with
changes drawn from the seed. Prints a line of JSON for each: `file`, `same` (whether it says the same)
and `sums` (for each sheet of amounts, in 分, by the heading of the column: what stands in the cells
below it, as this script wrote them).
"""

import datetime
import json
import pathlib
import random
import re
import sys
import zipfile

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904

TABLES = {
    "收入": ["金额（元）"],
    "支出": ["金额（元）"],
    "结转": [
        "年初结转和结余（元）",
        "使用非财政拨款结余和专用结余（元）",
        "结余分配（元）",
        "年末结转和结余（元）",
    ],
    "预算": ["年初预算（元）"],
    "上年数": ["上年金额（元）"],
}
HEAD = 4


def saved(book):
    """As openpyxl saves it: formulas lose what they gave."""


def without_comments(book):
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.comment:
                    cell.comment = None


def without_lists(book):
    for sheet in book:
        sheet.data_validations.dataValidation = []
        sheet.auto_filter.ref = None


def filtered(book):
    book["支出"].auto_filter.ref = f"A{HEAD}:H100"


def added_sheet(book):
    sheet = book.create_sheet("底稿", 0)
    sheet["A1"] = "自己算的"
    sheet["B1"] = 123.45


def numbers_as_text(book):
    for name in TABLES:
        for row in book[name].iter_rows(min_row=HEAD + 1):
            for cell in row:
                if isinstance(cell.value, (int, float)):
                    cell.value = repr(cell.value)
                    cell.number_format = "@"


def days_of_1904(book):
    """Days counted from 1904, and the day as a day."""
    book.epoch = CALENDAR_MAC_1904
    cell = book["部门"]["B6"]
    cell.value = datetime.date.fromisoformat(cell.value)


def blank_rows(book):
    for name in TABLES:
        sheet = book[name]
        sheet.append([])
        for row in range(sheet.max_row, HEAD + 1, -7):
            sheet.insert_rows(row)


WAYS = [
    saved,
    without_comments,
    without_lists,
    filtered,
    added_sheet,
    numbers_as_text,
    days_of_1904,
    blank_rows,
]


def inline_strings(source, target):
    """Copies a workbook with its texts in the cells themselves."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        strings = re.findall(r"<si>(.*?)</si>", old.read("xl/sharedStrings.xml").decode(), re.S)

        def inline(cell):
            text = strings[int(cell[2])]
            return f'<c{cell[1].replace(chr(34) + "s" + chr(34), chr(34) + "inlineStr" + chr(34))}><is>{text}</is></c>'

        for name in old.namelist():
            data = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                pattern = r'<c((?: [a-z]+="[^"]*")* t="s")><v>(\d+)</v></c>'
                data = re.sub(pattern, inline, data.decode(), flags=re.S).encode()
            new.writestr(name, data)


def fen(value):
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return round(value * 100)
    try:
        return round(float(str(value).replace(",", "")) * 100)
    except ValueError:
        return 0


def sums(book):
    result = {}
    for name, headings in TABLES.items():
        if name not in book.sheetnames:
            continue
        sheet = book[name]
        for heading in headings:
            heads = [
                cell for row in sheet.iter_rows() for cell in row if cell.value == heading
            ]
            if heads:
                column = [
                    sheet.cell(row, heads[0].column).value
                    for row in range(heads[0].row + 1, sheet.max_row + 1)
                ]
                result[f"{name}/{heading}"] = sum(fen(value) for value in column)
    return result


def change(book, chance):
    """Changes one thing."""
    sheet = book[chance.choice([*TABLES, *TABLES, "单位", "事项", "部门"])]
    row = chance.randrange(HEAD, sheet.max_row + 2)
    cell = sheet.cell(row, chance.randrange(1, sheet.max_column + 2))
    if isinstance(cell, openpyxl.cell.MergedCell):
        return
    kind = chance.randrange(10)
    if kind == 0:
        cell.value = None
    elif kind == 1:
        cell.value = chance.randrange(-10**7, 10**7) / 100
    elif kind == 2:
        cell.value = str(chance.randrange(10**5))
    elif kind == 3:
        cell.value = datetime.date(2024, 1, chance.randrange(1, 29))
    elif kind == 4:
        cell.value = "=1+1"
    elif kind == 5:
        sheet.insert_rows(row)
    elif kind == 6:
        sheet.delete_rows(row)
    elif kind == 7:
        sheet.insert_cols(cell.column)
    elif kind == 8:
        sheet.row_dimensions[row].hidden = True
    else:
        sheet.merge_cells(start_row=row, end_row=row + 1, start_column=1, end_column=1)


def main():
    source, folder, seed, count = sys.argv[1:]
    folder = pathlib.Path(folder)
    chance = random.Random(int(seed))

    def tell(name, same, book):
        line = {"file": name, "same": same, "sums": sums(book)}
        print(json.dumps(line, ensure_ascii=False))

    for way in WAYS:
        book = openpyxl.load_workbook(source)
        way(book)
        name = f"{way.__name__}.xlsx"
        book.save(folder / name)
        tell(name, True, book)
    inline_strings(source, folder / "inline_strings.xlsx")
    tell("inline_strings.xlsx", True, openpyxl.load_workbook(folder / "inline_strings.xlsx"))
    for number in range(int(count)):
        book = openpyxl.load_workbook(source)
        for _ in range(chance.randrange(1, 3)):
            change(book, chance)
        name = f"{number:02}.xlsx"
        book.save(folder / name)
        tell(name, False, book)


main()
