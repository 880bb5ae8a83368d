#!/usr/bin/env python3
"""Makes copies of a workbook that differ from it in known things, one a sheet.

Usage: edit_xlsx.py FILE.xlsx FOLDER SEED COUNT

Writes FOLDER/left/NN.xlsx (the workbook as openpyxl saves it) and FOLDER/right/NN.xlsx (the same
with edits, each on a sheet of its own), until COUNT edits are made, and prints a line of JSON for
each: `file`, `sheets` (that it concerns), `edit`, `level` (the lowest that can see it), `kind` (of
the difference), `place` (what a report must name) and `count` (of differences at that level; null
where it follows from the row).

The edits come around in a fixed order; what they hit is drawn from the seed.
"""

import copy
import json
import pathlib
import random
import sys

import openpyxl
from openpyxl.utils import get_column_letter


AMOUNT = "#,##0.00_ "


def numbers(sheet):
    """The cells that hold an amount."""
    return [
        cell
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, (int, float)) and cell.number_format == AMOUNT
    ]


def free_rows(sheet):
    """The rows of the body that no merge crosses and no heading stands in."""
    first = min((cell.row for cell in numbers(sheet)), default=None)
    if first is None:
        return []
    last = max(cell.row for cell in numbers(sheet))
    crossed = {
        row
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row, area.max_row + 1)
    }
    return [row for row in range(first + 1, last) if row not in crossed]


def shift(sheet, row, by):
    """Moves what openpyxl leaves where it was: merges, heights, page ends, the print area."""
    for area in list(sheet.merged_cells.ranges):
        if area.min_row >= row:
            area.shift(row_shift=by)
    for end in sheet.row_breaks.brk:
        # An end above the row where another is put in goes down with it.
        if end.id >= (row - 1 if by > 0 else row):
            end.id += by
    heights = {number: size.height for number, size in sheet.row_dimensions.items()}
    for number in heights:
        sheet.row_dimensions[number].height = None
    area = sheet.print_area.split("!")[-1].replace("$", "")
    end = area.split(":")[1]
    letters = end.rstrip("0123456789")
    sheet.print_area = f"A1:{letters}{int(end[len(letters):]) + by}"
    for number, height in heights.items():
        if by > 0 or number != row:
            sheet.row_dimensions[number + (by if number >= row else 0)].height = height


class Edits:
    """The edits: each takes a free sheet and says what a comparison must tell of it."""

    def __init__(self, book, chance):
        self.book = book
        self.chance = chance
        self.free = list(book.worksheets)

    def sheet(self, usable=lambda sheet: True):
        """A sheet that has no edit yet; IndexError where none serves."""
        sheet = self.chance.choice([sheet for sheet in self.free if usable(sheet)])
        self.free.remove(sheet)
        return sheet

    def amount(self):
        return self.chance.choice(numbers(self.sheet(numbers)))

    def value(self):
        cell = self.amount()
        cell.value = round(cell.value + self.chance.randrange(1, 9000) / 100, 2)
        return "figures", "value", [cell.parent.title], cell.coordinate, 1

    def decimals(self):
        """A figure that shows fewer decimals prints another number."""

        def cells(sheet):
            return [cell for cell in numbers(sheet) if round(cell.value * 100) % 10]

        cell = self.chance.choice(cells(self.sheet(cells)))
        cell.number_format = "#,##0.0_ "
        return "figures", "value", [cell.parent.title], cell.coordinate, 1

    def text(self):
        """A title or note above the table."""
        sheet = self.sheet()
        cells = [c for row in sheet.iter_rows(max_row=3) for c in row if isinstance(c.value, str)]
        cell = self.chance.choice(cells)
        cell.value += "（改）"
        return "content", "text", [sheet.title], cell.coordinate, 1

    def inserted_row(self):
        sheet = self.sheet(free_rows)
        row = self.chance.choice(free_rows(sheet))
        sheet.insert_rows(row)
        shift(sheet, row, 1)
        sheet.cell(row, 1).value = "插入的一行"
        return "content", "added", [sheet.title], f"{row}:{row}", 1

    def deleted_row(self):
        def rows(sheet):
            filled = {cell.row for cell in numbers(sheet)}
            return [row for row in free_rows(sheet) if row in filled]

        sheet = self.sheet(rows)
        row = self.chance.choice(rows(sheet))
        sheet.delete_rows(row)
        shift(sheet, row, -1)
        return "figures", "missing", [sheet.title], str(row), None

    def swapped_sheets(self):
        sheets = self.book.worksheets
        pairs = [pair for pair in zip(sheets, sheets[1:]) if all(s in self.free for s in pair)]
        first, second = self.chance.choice(pairs)
        self.free.remove(first)
        self.free.remove(second)
        self.book.move_sheet(first, 1)
        return "content", "moved", [first.title, second.title], "", 1

    def renamed_sheet(self):
        sheet = self.sheet()
        old = sheet.title
        sheet.title = f"改名{old}"
        return "content", "renamed", [old, sheet.title], old, 1

    def unmerged_cells(self):
        sheet = self.sheet(lambda sheet: sheet.merged_cells.ranges)
        name = str(self.chance.choice(sorted(sheet.merged_cells.ranges, key=str)))
        styles = {(c.row, c.column): copy.copy(c._style) for row in sheet[name] for c in row}
        sheet.unmerge_cells(name)
        # openpyxl drops the covered cells with their borders, which would be a change of its own.
        for (row, column), style in styles.items():
            sheet.cell(row, column)._style = style
        return "format", "format", [sheet.title], name, 1

    def font(self):
        cell = self.amount()
        font = copy.copy(cell.font)
        changes = [("b", not font.b), ("sz", font.sz + 1), ("name", "楷体")]
        attribute, value = self.chance.choice(changes)
        setattr(font, attribute, value)
        cell.font = font
        return "format", "format", [cell.parent.title], cell.coordinate, 1

    def number_format(self):
        """Another format that prints the same."""
        cell = self.amount()
        cell.number_format = f"{AMOUNT};-{AMOUNT}"
        return "format", "format", [cell.parent.title], cell.coordinate, 1

    def margins(self):
        sheet = self.sheet()
        side = self.chance.choice(["left", "right", "top", "bottom"])
        setattr(sheet.page_margins, side, getattr(sheet.page_margins, side) + 0.25)
        return "format", "format", [sheet.title], "", 1

    def column_width(self):
        sheet = self.sheet()
        column = get_column_letter(self.chance.randrange(1, sheet.max_column + 1))
        sheet.column_dimensions[column].width += 3
        return "format", "format", [sheet.title], column, 1


EDITS = [
    Edits.value,
    Edits.decimals,
    Edits.text,
    Edits.inserted_row,
    Edits.deleted_row,
    Edits.swapped_sheets,
    Edits.renamed_sheet,
    Edits.unmerged_cells,
    Edits.font,
    Edits.number_format,
    Edits.margins,
    Edits.column_width,
]


def main():
    source, folder, seed, count = sys.argv[1:]
    left, right = (pathlib.Path(folder, side) for side in ("left", "right"))
    for place in (left, right):
        place.mkdir(parents=True)
    chance = random.Random(int(seed))
    made = books = 0
    while made < int(count):
        name = f"{books:02}.xlsx"
        books += 1
        book = openpyxl.load_workbook(source)
        book.save(left / name)
        edits = Edits(book, chance)
        first = made
        while made < int(count):
            edit = EDITS[made % len(EDITS)]
            try:
                level, kind, sheets, place, differences = edit(edits)
            except IndexError:
                if made == first:
                    sys.exit(f"no sheet of {source} takes the edit {edit.__name__}")
                break  # No sheet is left that this edit can be made on: the next book begins with it.
            made += 1
            keys = ("file", "edit", "level", "kind", "sheets", "place", "count")
            values = (name, edit.__name__, level, kind, sheets, place, differences)
            print(json.dumps(dict(zip(keys, values)), ensure_ascii=False))
        book.save(right / name)


main()
