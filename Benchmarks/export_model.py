"""Reads a workbook that gongkai built into the model file that the peers write from.

Usage: export_model.py WORKBOOK MODEL.json [PDF…]

With one PDF for each sheet, in their order, each holding that form only, the model also says how
the form stands on paper. Without them the model describes a workbook of anyone's, which is how
the peer's result is held against ours.
"""

import json
import re
import sys
import zipfile

import openpyxl

from paper import read_paper


def main(workbook, target, pdfs):
    book = openpyxl.load_workbook(workbook)
    formats = Formats()
    sheets = [read_sheet(sheet, formats) for sheet in book]
    for sheet, errors in zip(sheets, ignored_errors(workbook, len(sheets))):
        sheet["ignoredErrors"] = errors
    for sheet, pdf in zip(sheets, pdfs, strict=bool(pdfs)) if pdfs else ():
        paper = read_paper(pdf)
        if len(paper["columns"]) != len(sheet["widths"]):
            sys.exit(f"{pdf}: {len(paper['columns'])} columns, {len(sheet['widths'])} in the sheet")
        sheet["paperLayout"] = paper
    properties = book.properties
    model = {
        "properties": {
            "title": properties.title, "author": properties.creator,
            "created": properties.created.isoformat(),
        },
        "formats": formats.values,
        "sheets": sheets,
    }
    with open(target, "w", encoding="utf-8") as file:
        json.dump(model, file, ensure_ascii=False, separators=(",", ":"))


class Formats:
    """Cell formats, each distinct one once; cells name them by index."""

    def __init__(self):
        self.values = []

    def index(self, cell):
        borders = {getattr(cell.border, side).style for side in ("left", "right", "top", "bottom")}
        value = {
            "font": cell.font.name, "size": cell.font.size, "bold": bool(cell.font.b), "align": cell.alignment.horizontal,
            "vertical": cell.alignment.vertical, "wrap": bool(cell.alignment.wrap_text),
            "border": borders == {"thin"}, "number": cell.number_format,
        }
        if value not in self.values:
            self.values.append(value)
        return self.values.index(value)


def read_sheet(sheet, formats):
    """A sheet's cells, sizes and print set-up; rows and columns count from 0."""
    merged = {(r.min_row, r.min_col): (r.max_row, r.max_col) for r in sheet.merged_cells.ranges}
    covered = {
        (row, column)
        for r in sheet.merged_cells.ranges
        for row in range(r.min_row, r.max_row + 1)
        for column in range(r.min_col, r.max_col + 1)
    }
    cells = []
    for row in sheet.iter_rows():
        for cell in row:
            place = (cell.row, cell.column)
            if place not in merged and (place in covered or not cell.has_style):
                continue
            last = merged.get(place, place)
            cells.append([
                cell.row - 1, cell.column - 1, last[0] - 1, last[1] - 1, cell.value,
                formats.index(cell),
            ])
    widths = [None] * sheet.max_column
    for dimension in sheet.column_dimensions.values():
        for column in range(dimension.min, dimension.max + 1):
            # Widths are stored in digits of the normal font, 7 pixels each, padding included.
            widths[column - 1] = round(dimension.width * 7)
    return {
        "name": sheet.title,
        "widths": widths,
        "heights": [sheet.row_dimensions[row].height for row in range(1, sheet.max_row + 1)],
        "cells": cells,
        "frozenRows": int(sheet.freeze_panes[1:]) - 1 if sheet.freeze_panes else 0,
        "print": read_print(sheet),
    }


def read_print(sheet):
    margins = sheet.page_margins
    return {
        "paper": int(sheet.page_setup.paperSize),
        "landscape": sheet.page_setup.orientation == "landscape",
        "margins": [margins.left, margins.right, margins.top, margins.bottom],
        "centred": bool(sheet.print_options.horizontalCentered),
        "fit": [
            1 if side is None else int(side)
            for side in (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight)
        ],
        "breaks": [end.id for end in sheet.row_breaks.brk],
        "footer": footer_code(sheet.oddFooter),
        "footerMargin": margins.footer,
        # `$4:$6` or nothing
        "repeatedRows": [int(row) - 1 for row in re.findall(r"\d+", sheet.print_title_rows or "")],
        "area": re.sub(r"^.*!|\$", "", sheet.print_area or ""),
    }


def footer_code(footer):
    """The footer in Excel's notation; only a centred one is used."""
    part = footer.center
    if not part.text:
        return ""
    font = f'&"{part.font}"' if part.font else ""
    size = f"&{part.size}" if part.size else ""
    return f"&C{font}{size}{part.text.replace('&[Page]', '&P')}"


def ignored_errors(workbook, count):
    """For each sheet the range in which numbers may stand as text; openpyxl drops it."""
    with zipfile.ZipFile(workbook) as archive:
        for number in range(1, count + 1):
            text = archive.read(f"xl/worksheets/sheet{number}.xml").decode()
            found = re.search(r'<ignoredError sqref="([^"]*)" numberStoredAsText="1"/>', text)
            yield found[1] if found else None


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
