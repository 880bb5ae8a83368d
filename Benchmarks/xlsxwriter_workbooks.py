"""The peer for workbooks: writes the cells of model files with XlsxWriter.

Usage: xlsxwriter_workbooks.py MODEL.json OUT.xlsx [MODEL.json OUT.xlsx …]

Several workbooks are written by one process, so that the library is imported once.

The typed write methods are called directly, which XlsxWriter's documentation names as faster than
`write()`. `constant_memory` is out of the question: rows are then flushed in order, and after a
cell merged over several rows all that stands in the rows above its last one is lost.
"""

import datetime
import json
import sys

import xlsxwriter

# What Excel calls its general format.
GENERAL = "General"


def write_workbook(source, target):
    with open(source, encoding="utf-8") as file:
        model = json.load(file)
    book = xlsxwriter.Workbook(target)
    properties = model["properties"]
    book.set_properties({
        "title": properties["title"], "author": properties["author"],
        "company": properties["author"],
        "created": datetime.datetime.fromisoformat(properties["created"]),
    })
    formats = [book.add_format(format_properties(value)) for value in model["formats"]]
    for sheet in model["sheets"]:
        write_sheet(book.add_worksheet(sheet["name"]), sheet, formats)
    book.close()


def format_properties(value):
    result = {
        "font_name": value["font"], "font_size": value["size"], "align": value["align"],
        "valign": {"center": "vcenter"}.get(value["vertical"], value["vertical"]),
    }
    if value["bold"]:
        result["bold"] = True
    if value["wrap"]:
        result["text_wrap"] = True
    if value["border"]:
        result["border"] = 1
    if value["number"] != GENERAL:
        result["num_format"] = value["number"]
    return result


def write_sheet(sheet, model, formats):
    for column, pixels in enumerate(model["widths"]):
        sheet.set_column_pixels(column, column, pixels)
    for row, height in enumerate(model["heights"]):
        sheet.set_row(row, height)
    for row, column, last_row, last_column, value, number in model["cells"]:
        look = formats[number]
        if row != last_row or column != last_column:
            sheet.merge_range(row, column, last_row, last_column, value or "", look)
        elif value is None:
            sheet.write_blank(row, column, None, look)
        elif isinstance(value, str):
            sheet.write_string(row, column, value, look)
        else:
            sheet.write_number(row, column, value, look)
    if model["frozenRows"]:
        sheet.freeze_panes(model["frozenRows"], 0)
    sheet.ignore_errors({"number_stored_as_text": model["ignoredErrors"]})
    set_up_printing(sheet, model["print"])


def set_up_printing(sheet, model):
    sheet.set_paper(model["paper"])
    if model["landscape"]:
        sheet.set_landscape()
    sheet.set_margins(*model["margins"])
    if model["centred"]:
        sheet.center_horizontally()
    sheet.fit_to_pages(*model["fit"])
    sheet.set_h_pagebreaks(model["breaks"])
    sheet.set_footer(model["footer"], {"margin": model["footerMargin"]})
    if model["repeatedRows"]:
        sheet.repeat_rows(*model["repeatedRows"])
    sheet.print_area(model["area"])


if __name__ == "__main__":
    if len(sys.argv) < 3 or len(sys.argv) % 2 == 0:
        sys.exit(__doc__)
    for workbook in zip(sys.argv[1::2], sys.argv[2::2]):
        write_workbook(*workbook)
