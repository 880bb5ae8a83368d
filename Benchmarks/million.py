"""Writes a workbook of a million cells.

Usage: million.py OUT.xlsx [CHANGED]

Texts and numbers in turn, as in a list of postings. Where CHANGED is given, the number in that
row is another one.
"""

import sys

import xlsxwriter

ROWS, COLUMNS = 50_000, 20


def main(target, changed=None):
    with xlsxwriter.Workbook(target, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("明细")
        money = book.add_format({"num_format": "#,##0.00", "border": 1})
        for row in range(ROWS):
            for column in range(0, COLUMNS, 2):
                sheet.write_string(row, column, f"第{row}行{column}")
                sheet.write_number(row, column + 1, row * 100 + column + 0.25, money)
            if row == changed:
                sheet.write_number(row, 1, -1, money)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(sys.argv[1], *map(int, sys.argv[2:]))
