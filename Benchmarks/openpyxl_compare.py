"""The peer for comparing workbooks: a script such as one writes with openpyxl.

Usage: openpyxl_compare.py LEFT.xlsx RIGHT.xlsx [LEFT.xlsx RIGHT.xlsx …]

Compares values and formats of all cells, merged cells and sizes, and prints what differs. Ends
with 1 where something does. Cells are compared place by place: no rows are aligned.
"""

import sys

import openpyxl


def main(pairs):
    different = 0
    for left, right in pairs:
        for line in differences(openpyxl.load_workbook(left), openpyxl.load_workbook(right)):
            print(line)
            different = 1
    return different


def differences(left, right):
    if left.sheetnames != right.sheetnames:
        yield f"sheets: {left.sheetnames} -> {right.sheetnames}"
    for name in left.sheetnames:
        if name in right.sheetnames:
            yield from sheet_differences(left[name], right[name])


def sheet_differences(left, right):
    rows = max(left.max_row, right.max_row)
    columns = max(left.max_column, right.max_column)
    sides = [
        sheet.iter_rows(min_row=1, max_row=rows, min_col=1, max_col=columns)
        for sheet in (left, right)
    ]
    looks = Looks(), Looks()
    for first_row, second_row in zip(*sides):
        for first, second in zip(first_row, second_row):
            if first.value != second.value:
                yield f"{left.title}!{first.coordinate}: {first.value} -> {second.value}"
            if looks[0].of(first) != looks[1].of(second):
                yield f"{left.title}!{first.coordinate}: other format"
    if set(map(str, left.merged_cells.ranges)) != set(map(str, right.merged_cells.ranges)):
        yield f"{left.title}: other merged cells"
    if sizes(left) != sizes(right):
        yield f"{left.title}: other widths or heights"


class Looks:
    """What the cells of a sheet look like, each distinct style read once."""

    def __init__(self):
        self.known = {}

    def of(self, cell):
        if not cell.has_style:
            return None
        number = cell.style_id
        if number not in self.known:
            font, alignment, border = cell.font, cell.alignment, cell.border
            self.known[number] = (
                cell.number_format, font.name, font.size, font.bold, font.italic,
                font.color and font.color.rgb, cell.fill.fill_type, cell.fill.fgColor.rgb,
                alignment.horizontal, alignment.vertical, alignment.wrap_text,
                border.left.style, border.right.style, border.top.style, border.bottom.style,
            )
        return self.known[number]


def sizes(sheet):
    widths = {key: column.width for key, column in sheet.column_dimensions.items()}
    return widths, {key: row.height for key, row in sheet.row_dimensions.items()}


if __name__ == "__main__":
    if len(sys.argv) < 3 or len(sys.argv) % 2 == 0:
        sys.exit(__doc__)
    sys.exit(main(zip(sys.argv[1::2], sys.argv[2::2])))
