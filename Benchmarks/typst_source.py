"""Writes the forms of a model file as a Typst source, as a careful user would write it by hand.

Usage: typst_source.py MODEL.json OUT.typ

The same texts, spans, sizes, column widths, repeated headers and pages as our PDF. Everything is
spelled out, so that Typst has nothing to compute that is not layout. Not part of the timed run.
"""

import json
import re
import sys

from paper import LINE_HEIGHT

# The lines around the table: distance of baselines as a multiple of the type size.
TITLE_LINE_HEIGHT = 1.4
TEXT_LINE_HEIGHT = 1.5
# What the fonts of the workbook are in Fonts/files.
FONTS = {"宋体": "FandolSong", "黑体": "FandolHei", "方正小标宋简体": "FandolSong"}
BOLD = "方正小标宋简体"
# Those of the text, and the size of its highest headings.
PROSE_FONTS = {"H1": "FandolSong", "H2": "FandolHei", "H3": "FandolKai", "P": "FandolFang R"}
PART_SIZE = 22
# Room for a blank in a number format.
BLANK = "_ "
# How many digits of a number Excel's general format shows.
GENERAL_DIGITS = 11
# Two lines of an evaluation.
SLACK = 25
# Left and right of a cell's text.
PADDING = "0.5mm"

# `t`: a heading of a table; `l`, `c`, `r`: a cell by where its text stands. A text is as high as
# its size, and the leading makes up the distance of baselines.
PREAMBLE = """\
#set document(title: {title}, author: {author}, date: datetime(year: {year}, month: {month}, \
day: {day}))
#set text(font: "FandolSong", size: 10pt, lang: "zh", region: "CN", cjk-latin-spacing: none,
  hyphenate: false, fallback: false, top-edge: 0.88em, bottom-edge: -0.12em)
#set par(leading: {leading}em)
#set heading(numbering: none)
#show heading: it => it.body
#let t(..place, body) = table.cell(..place, text(font: "FandolHei", body))
#let l(..place, body) = table.cell(..place, align: left + horizon, body)
#let c(..place, body) = table.cell(..place, align: center + horizon, body)
#let r(..place, body) = table.cell(..place, align: right + horizon, body)
"""


def main(source, target):
    with open(source, encoding="utf-8") as file:
        model = json.load(file)
    parts = [preamble(model)]
    parts += [form(sheet, model["formats"]) for sheet in model["sheets"]]
    with open(target, "w", encoding="utf-8") as file:
        file.write("\n".join(parts))


def preamble(model):
    properties = model["properties"]
    year, month, day = (int(part) for part in properties["created"][:10].split("-"))
    return PREAMBLE.format(
        title=quoted(properties["title"]), author=quoted(properties["author"]), year=year,
        month=month, day=day, leading=LINE_HEIGHT - 1)


def form(sheet, formats, entry=None, lead=None):
    """One form on pages of its own: what the contents call it, a heading above its title."""
    rows = [[] for _ in sheet["heights"]]
    for cell in sheet["cells"]:
        rows[cell[0]].append(cell)
    inside = [index for index, row in enumerate(rows) if any(formats[c[5]]["border"] for c in row)]
    first, last = inside[0], inside[-1]
    layout = sheet["paperLayout"]
    left, right, top, bottom = (side * 72 for side in sheet["print"]["margins"])
    if not header_rows(sheet, first) or not sheet["print"]["breaks"]:
        # An evaluation, or a form that must fit, is set so that it just fills its page; a line that
        # Typst breaks elsewhere must not make a second one.
        bottom -= SLACK
    body = [part_heading(lead)] if lead else []
    body.append(heading(rows[0][0], formats, entry))
    body += [line(row, layout, formats) for row in rows[1:first]]
    body.append(table(rows[first:last + 1], first, sheet, formats))
    body.append("v(2pt)")
    body += [line(row, layout, formats) for row in rows[last + 1:]]
    # The font in quotes, the size, then the line itself.
    size, line_text = re.search(r'"&(\d+) ?(.*)$', sheet["print"]["footer"]).groups()
    before, after = line_text.split("&P")
    footer = page_number(before, after, size)
    setting = (
        f'"a4", flipped: {str(layout["landscape"]).lower()}, margin: (left: {left:g}pt, '
        f"right: {right:g}pt, top: {top:g}pt, bottom: {bottom:g}pt), footer: {footer}")
    if entry:
        # The document's pages have labels, which Typst makes from their numbering.
        setting += ', numbering: "1"'
    return "#page(%s, {\n%s\n})\n" % (setting, "\n".join("  " + part for part in body))


def page_number(before, after, size):
    """The number at the outer edge: odd pages at the right, even ones at the left."""
    return (
        "context align(if calc.odd(counter(page).get().first()) { right } else { left }, "
        f"pad(x: 16mm, text(size: {size}pt, {quoted(before)} + counter(page).display() + "
        f"{quoted(after)})))")


def part_heading(text):
    gap = PART_SIZE * (TITLE_LINE_HEIGHT - 1)
    title = f'text(font: "{PROSE_FONTS["H1"]}", size: {PART_SIZE}pt, weight: "bold", it.body)'
    return (
        f"{{ show heading: it => align(center, {title})\n  heading(level: 1, {quoted(text)}) }}\n"
        f"  v({gap:g}pt, weak: true)\n  v({PART_SIZE / 2:g}pt)")


def heading(cell, formats, entry):
    """The title, which the outline may call by another name."""
    look = formats[cell[5]]
    gap = look["size"] * (TITLE_LINE_HEIGHT - 1)
    title = styled(cell[4], look)
    if entry:
        return (
            f"{{ show heading: it => align(center, {title})\n"
            f"  heading(level: 2, {quoted(entry)}) }}\n  v({gap:g}pt, weak: true)")
    return f"align(center, heading({title}))\n  v({gap:g}pt, weak: true)"


def line(row, layout, formats):
    """A line of text outside of the table, its texts over the columns that the sheet gives them."""
    size = formats[row[0][5]]["size"]
    gap = size * (TEXT_LINE_HEIGHT - 1)
    cells, widths = [], []
    for cell in row:
        look = formats[cell[5]]
        widths.append(f"{sum(layout['columns'][cell[1]:cell[3] + 1]):g}pt")
        cells.append(f"align({look['align']}, {styled(cell[4], look)})")
    return (
        f"align(center, grid(columns: ({', '.join(widths)},), {', '.join(cells)}))\n"
        f"  v({gap:g}pt, weak: true)")


def table(rows, first, sheet, formats):
    """The table with its header rows, which are repeated on each page."""
    layout = sheet["paperLayout"]
    # The distance of baselines beyond the size stands half above and half below the text.
    inset = layout["padding"] + (LINE_HEIGHT - 1) / 2 * layout["size"]
    columns = ", ".join(f"{width:g}pt" for width in layout["columns"])
    headers = header_rows(sheet, first)
    texts = [", ".join(cell_call(cell, formats) for cell in row) for row in rows]
    header = f"table.header(repeat: true,\n{joined(texts[:headers])}),\n" if headers else ""
    return (
        f"align(center, {{ set text(size: {layout['size']:g}pt); table(columns: ({columns},), "
        f"stroke: 0.5pt, align: center + horizon, inset: (x: {PADDING}, y: {inset:g}pt),\n"
        f"{header}{joined(texts[headers:])}) }})")


def header_rows(sheet, first):
    """How many rows of the table are repeated on each page; none of an evaluation."""
    repeated = sheet["print"]["repeatedRows"]
    return repeated[1] - first + 1 if repeated and repeated[0] == first else 0


def joined(texts):
    return ",\n".join("    " + text for text in texts if text)


def cell_call(cell, formats):
    row, column, last_row, last_column, value, number = cell
    look = formats[number]
    name = "t" if look["font"] == "黑体" else look["align"][0]
    spans = ""
    if last_row > row:
        spans += f"rowspan: {last_row - row + 1}, "
    if last_column > column:
        spans += f"colspan: {last_column - column + 1}, "
    text = quoted(printed(value, look))
    if look["bold"]:
        text = f'text(weight: "bold", {text})'
    if value is not None:
        # A blank of the number format is half an em wide.
        before, after = (look["number"].count(BLANK) / 2 if isinstance(value, kind) else 0
                         for kind in (str, (int, float)))
        text = (f"h({before:g}em) + " if before else "") + text
        text += f" + h({after:g}em)" if after else ""
    return f"{name}({spans}{text})"


def printed(value, look):
    """A value as its number format shows it."""
    if value is None or isinstance(value, str):
        return value or ""
    code = look["number"].replace(BLANK, "")
    if code == "General":
        return format(value, f".{GENERAL_DIGITS}g")
    decimals = len(code.partition(".")[2])
    return f"{value:,.{decimals}f}" if "," in code else f"{value:.{decimals}f}"


def styled(text, look):
    weight = ', weight: "bold"' if look["font"] == BOLD else ""
    return f'text(font: "{FONTS[look["font"]]}", size: {look["size"]:g}pt{weight}, {quoted(text)})'


def quoted(text):
    return '"' + re.sub(r'(["\\])', r"\\\1", text) + '"'


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
