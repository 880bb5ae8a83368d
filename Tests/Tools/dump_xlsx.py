#!/usr/bin/env python3
"""Prints a workbook as readable text in a stable order, for reference files and tests.

Usage: dump_xlsx.py [--values | --page-ends] FILE.xlsx

One line a fact: the workbook's properties; then for each sheet its print set-up, frozen panes,
column widths, row heights, merges, and one line a cell (address, type, value, number format,
alignment, borders, font). `--values` prints `sheet<TAB>cell<TAB>type<TAB>value` for cells with a
value and nothing else, `--page-ends` for each sheet its name, the scale in percent and the last
row of each page whose end is set. Types: n number, s text, b truth value, e error, f formula, d date, - blank.

It reads with openpyxl, which shares no code with the program under test. What openpyxl drops
(the company, marks of ignored errors) is taken from the parts of the file themselves.
"""

import argparse
import posixpath
import sys
import zipfile
from xml.etree import ElementTree

import openpyxl

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
PROPERTIES = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
TYPES = {"n": "n", "s": "s", "str": "s", "inlineStr": "s", "b": "b", "e": "e", "f": "f", "d": "d"}


def escaped(value):
    """A value on one line without tabs; numbers as the shortest text that leads back to them."""
    if value is None:
        return ""
    text = repr(value) if isinstance(value, float) else str(value)
    for plain, mark in (("\\", "\\\\"), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")):
        text = text.replace(plain, mark)
    return text


def number(value):
    """A measure without needless zeros: 12, 12.75."""
    return "-" if value is None else f"{value:.4f}".rstrip("0").rstrip(".")


def kind(cell):
    return "-" if cell.value is None else TYPES.get(cell.data_type, cell.data_type)


def alignment(cell):
    """Horizontal/vertical alignment, then `wrap`, `shrink`, indent and rotation where set."""
    given = cell.alignment
    if given is None:
        return "general/bottom"
    parts = [f"{given.horizontal or 'general'}/{given.vertical or 'bottom'}"]
    if given.wrap_text:
        parts.append("wrap")
    if given.shrink_to_fit:
        parts.append("shrink")
    if given.indent:
        parts.append(f"indent{number(given.indent)}")
    if given.text_rotation:
        parts.append(f"rotated{given.text_rotation}")
    return "+".join(parts)


def borders(cell):
    """The styles of the left, right, top and bottom edge; one word where all are alike."""
    edges = [getattr(cell.border, side) for side in ("left", "right", "top", "bottom")]
    styles = [(edge.style if edge is not None else None) or "none" for edge in edges]
    return styles[0] if len(set(styles)) == 1 else ",".join(styles)


def font(cell):
    given = cell.font
    marks = [mark for mark in ("bold", "italic", "strike") if getattr(given, mark)]
    return " ".join([given.name or "-", number(given.sz)] + marks)


def fill(cell):
    """The fill's colour; nothing for none."""
    given = cell.fill
    if given is None or given.fill_type in (None, "none"):
        return ""
    return f" fill={given.fill_type}:FF{given.fgColor.rgb[-6:]}"


def cells(sheet):
    """The cells that the file has, row by row, those inside merges with their own format."""
    for row in sheet.iter_rows():
        for cell in row:
            if getattr(cell, "row", None) is not None:
                yield cell


def sheet_roots(archive):
    """The XML of each sheet, in the order of the workbook."""
    workbook = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {relation.get("Id"): relation.get("Target") for relation in relations}
    for sheet in workbook.iter(f"{MAIN}sheet"):
        path = posixpath.normpath(posixpath.join("/xl", targets[sheet.get(RELATION)]))
        yield ElementTree.fromstring(archive.read(path.lstrip("/")))


def company(archive):
    if "docProps/app.xml" not in archive.namelist():
        return ""
    found = ElementTree.fromstring(archive.read("docProps/app.xml")).find(f"{PROPERTIES}Company")
    return "" if found is None else found.text or ""


def print_properties(book, archive):
    given = book.properties
    print(f"title\t{escaped(given.title)}")
    print(f"author\t{escaped(given.creator)}")
    print(f"last changed by\t{escaped(given.lastModifiedBy)}")
    print(f"company\t{escaped(company(archive))}")
    for name, moment in (("created", given.created), ("modified", given.modified)):
        print(f"{name}\t{moment.strftime('%Y-%m-%dT%H:%M:%SZ') if moment else ''}")
    print(f"sheets\t{len(book.sheetnames)}")


def print_page(sheet):
    """How the sheet is printed; the margins in inches."""
    setup, options, margins = sheet.page_setup, sheet.print_options, sheet.page_margins
    fits = sheet.sheet_properties.pageSetUpPr
    fits = bool(fits is not None and fits.fitToPage)
    wide = 1 if setup.fitToWidth is None else setup.fitToWidth
    tall = 1 if setup.fitToHeight is None else setup.fitToHeight
    print(f"paper\t{setup.paperSize} {setup.orientation or 'portrait'}")
    print(f"fit\t{f'{wide} wide, {tall} tall' if fits else 'no'}")
    centred = [
        name
        for name, on in (
            ("horizontally", options.horizontalCentered),
            ("vertically", options.verticalCentered),
        )
        if on
    ]
    print(f"centred\t{' '.join(centred) or 'no'}")
    names = ("left", "right", "top", "bottom", "header", "footer")
    print("margins\t" + " ".join(f"{name}={number(getattr(margins, name))}" for name in names))
    print(f"print area\t{sheet.print_area or '-'}")
    print(f"repeated rows\t{sheet.print_title_rows or '-'}")
    print(f"repeated columns\t{sheet.print_title_cols or '-'}")


def print_raw_page(root):
    """Header, footer and ignored errors, as they stand in the file."""
    for name in ("oddHeader", "oddFooter", "evenHeader", "evenFooter"):
        found = root.find(f"{MAIN}headerFooter/{MAIN}{name}")
        if found is not None and found.text:
            print(f"{name}\t{escaped(found.text)}")
    for mark in root.iter(f"{MAIN}ignoredError"):
        kinds = " ".join(sorted(key for key in mark.attrib if key != "sqref"))
        print(f"ignored errors\t{mark.get('sqref')} {kinds}")


def print_grid(sheet, root):
    """Widths, heights and merges; what is hidden is said."""
    for column in root.iter(f"{MAIN}col"):
        first, last = (
            openpyxl.utils.get_column_letter(int(column.get(end))) for end in ("min", "max")
        )
        hidden = " hidden" if column.get("hidden") in ("1", "true") else ""
        print(f"width\t{first}:{last}\t{number(float(column.get('width', 0)))}{hidden}")
    for row in root.iter(f"{MAIN}row"):
        hidden = " hidden" if row.get("hidden") in ("1", "true") else ""
        height = number(float(row.get("ht"))) if row.get("ht") else "automatic"
        print(f"height\t{row.get('r')}\t{height}{hidden}")
    for merge in sorted(sheet.merged_cells.ranges, key=lambda merge: merge.bounds[1::-1]):
        print(f"merge\t{merge.coord}")


def print_cells(raw_sheet):
    for cell in cells(raw_sheet):
        print(
            f"cell\t{cell.coordinate}\t{kind(cell)}\t{escaped(cell.value)}\t{cell.number_format}"
            f"\t{alignment(cell)}\t{borders(cell)}\t{font(cell)}{fill(cell)}"
        )


def main():
    parser = argparse.ArgumentParser(description="Prints a workbook as text.")
    parser.add_argument("--values", action="store_true", help="only the values of the cells")
    parser.add_argument("file")
    parser.add_argument("--page-ends", action="store_true", help="only scales and ends of pages")
    options = parser.parse_args()
    if options.page_ends:
        for sheet in openpyxl.load_workbook(options.file).worksheets:
            ends = " ".join(str(end.id) for end in sheet.row_breaks.brk)
            print(f"{escaped(sheet.title)}\t{sheet.page_setup.scale or 100}\t{ends}")
        return
    # Read-only sheets keep the format of every cell; others rebuild those inside merges.
    raw = openpyxl.load_workbook(options.file, read_only=True)
    if options.values:
        for sheet in raw.worksheets:
            for cell in cells(sheet):
                if cell.value is not None:
                    print(f"{sheet.title}\t{cell.coordinate}\t{kind(cell)}\t{escaped(cell.value)}")
        return
    book = openpyxl.load_workbook(options.file)
    with zipfile.ZipFile(options.file) as archive:
        print_properties(book, archive)
        for sheet, root in zip(book.worksheets, sheet_roots(archive)):
            print(f"\nsheet\t{escaped(sheet.title)}")
            if sheet.sheet_state != "visible":
                print(f"state\t{sheet.sheet_state}")
            print_page(sheet)
            print_raw_page(root)
            print(f"frozen\t{sheet.freeze_panes or '-'}")
            print_grid(sheet, root)
            print_cells(raw[sheet.title])


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    main()
