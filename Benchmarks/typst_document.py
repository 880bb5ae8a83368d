"""Writes the whole document as a Typst source: cover, contents, text, forms, evaluations.

Usage: typst_document.py PAGES.pdf OUT.typ MODEL.json…

The text comes from the tags of PAGES.pdf, which gongkai built; forms and evaluations come from
the models, in their order, as for `typst_source.py`, set as large as in PAGES.pdf. The contents are Typst's own outline, which
finds the page numbers, as gongkai must. Not part of the timed run.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from paper import read_paper
from structure import read_structure
from typst_source import PART_SIZE, PROSE_FONTS, form, page_number, preamble, quoted

MM = 72 / 25.4
# The text pages of the layout set: text area and lines as in GB/T 9704—2012.
TOP, RIGHT, BOTTOM, LEFT = (side * MM for side in (37, 26, 35, 28))
WIDTH, HEIGHT = 210 * MM - LEFT - RIGHT, 297 * MM - TOP - BOTTOM
SIZE, LINES, COLUMNS = 16, 22, 28
TITLE, ISSUER, COVER_TITLE = PART_SIZE, 26, 36
PITCH = HEIGHT / LINES
LEADING = PITCH - SIZE
# 28 characters of 16 pt stand closer on 156 mm than by themselves.
TRACKING = (WIDTH - SIZE * COLUMNS) / (COLUMNS - 1)
INDENT = 2 * (SIZE + TRACKING)
FOOTER_DISTANCE = 9 * MM
# Of the tables between paragraphs.
TABLE_SIZE = 10

# `linebreaks: "optimized"` breaks a paragraph as a whole, as gongkai does.
TEXT = f"""\
#let footer = text(font: "FandolSong", {page_number("— ", " —", 14)})
#let textpage = page.with(paper: "a4", margin: (left: {LEFT:.3f}pt, right: {RIGHT:.3f}pt,
  top: {TOP + LEADING / 2:.3f}pt, bottom: {BOTTOM - 1:.3f}pt),
  footer-descent: {BOTTOM - FOOTER_DISTANCE - 14:.3f}pt)
#let running(body) = {{
  set text(font: "{PROSE_FONTS['P']}", size: {SIZE}pt, tracking: {TRACKING:.4f}pt)
  set par(leading: {LEADING:.3f}pt, spacing: {LEADING:.3f}pt, justify: true, linebreaks: "optimized",
    first-line-indent: (amount: {INDENT:.3f}pt, all: true))
  show heading: it => block(above: {LEADING:.3f}pt, below: {LEADING:.3f}pt, sticky: true,
    text(size: {SIZE}pt, weight: "regular",
      font: if it.level == 2 {{ "{PROSE_FONTS['H2']}" }} else {{ "{PROSE_FONTS['H3']}" }},
      h({INDENT:.3f}pt) + it.body))
  show heading.where(level: 1): it => block(above: 0pt, below: {LEADING:.3f}pt, sticky: true,
    height: {SIZE + PITCH:.3f}pt, width: 100%,
    align(center, text(font: "{PROSE_FONTS['H1']}", size: {TITLE}pt, weight: "bold", it.body)))
  body
}}
#let p(body) = par(body)
#set outline(title: none, indent: 2em)
#set outline.entry(fill: repeat("…"))
#show outline.entry: it => block(above: {LEADING:.3f}pt, below: {LEADING:.3f}pt,
  link(it.element.location(), it.indented(none, text(
    font: if it.level == 1 {{ "{PROSE_FONTS['H2']}" }} else {{ "{PROSE_FONTS['P']}" }},
    it.body()) + h(4pt) + box(width: 1fr, text(font: "FandolSong", it.fill)) + h(4pt)
    + text(font: "FandolSong", it.page()))))
"""


def main(pages, target, *model_paths):
    models = [json.loads(Path(path).read_text(encoding="utf-8")) for path in model_paths]
    blocks = read_structure(pages)
    first = next(i for i, block in enumerate(blocks) if block[0] == "TOCI")
    last = max(i for i, block in enumerate(blocks) if block[0] == "TOCI")
    entries = [re.fullmatch(r"(.*?)(\d+)", text).groups() for _, text in blocks[first:last + 1]]
    title = blocks[first - 1][1]
    body = blocks[last + 1:]
    parts = [preamble(models[0]), TEXT, cover([text for _, text in blocks[:first - 1]])]
    parts += [contents(title, entries, body), "#counter(page).update(1)\n"]
    parts += body_parts(body, entries, models, pages)
    with open(target, "w", encoding="utf-8") as file:
        file.write("\n".join(parts))


def cover(texts):
    issuer, title, *foot = texts
    foot = "".join(
        f"  v(1fr)\n  text(font: \"{PROSE_FONTS['P']}\", size: {SIZE}pt, weight: \"regular\", "
        f"{quoted(text)})\n" for text in foot)
    return (
        f"#textpage(footer: none, {{\n  v({HEIGHT * 0.05:.2f}pt)\n"
        f'  set align(center)\n  set text(weight: "bold")\n  set par(leading: 0.4em)\n'
        f"  par(text(size: {ISSUER}pt, {quoted(issuer)}))\n  v({COVER_TITLE}pt)\n"
        f"  par(text(size: {COVER_TITLE}pt, {quoted(title)}))\n{foot}}})\n")


def contents(title, entries, body):
    listed = {text for text, _ in entries}
    depth = max(int(kind[1]) for kind, text in body if kind[0] == "H" and text in listed)
    return (
        f"#textpage(footer: none, running({{\n  heading(outlined: false, {quoted(title)})\n"
        f"  outline(depth: {depth})\n}}))\n")


def body_parts(blocks, entries, models, pages):
    """Runs of text and forms in turn."""
    sheets = [(sheet, model["formats"]) for model in models for sheet in model["sheets"]]
    # The contents name every part and what stands directly below it.
    listed = iter(entries)
    skipped = unnumbered_pages(pages)
    parts, run, index = [], [], 0
    while index < len(blocks):
        kind, text = blocks[index]
        entry, number = next(listed) if kind in ("H1", "H2") else (None, None)
        if kind == "H2" and sheets and text == sheets[0][0]["cells"][0][4]:
            # What the form holds between its title and the next heading comes from the model.
            lead = run.pop() if run and run[-1][0] == "H1" else None
            parts += text_run(run)
            run = []
            sheet, formats = sheets.pop(0)
            sheet["paperLayout"] = paper(pages, skipped + int(number))
            parts.append(form(sheet, formats, entry, lead and lead[1]))
            index += 1
            while index < len(blocks) and blocks[index][0][0] != "H":
                index += 1
            continue
        # A paragraph that goes on on a further page is tagged as two.
        if kind == "P" and run and run[-1][0] == "P" and run[-1][1][-1] not in "。；：":
            run[-1] = ("P", run[-1][1] + text)
        else:
            run.append((kind, text))
        index += 1
    if sheets:
        sys.exit(f"{pages}: no form {sheets[0][0]['name']}")
    return parts + text_run(run)


def text_run(blocks):
    if not blocks:
        return []
    lines = []
    for kind, text in blocks:
        if kind == "P":
            lines.append(f"  p({quoted(text)})")
        elif kind == "Table":
            lines.append(text_table(text))
        else:
            if kind == "H1" and lines:
                lines.append("  pagebreak(weak: true)")
            lines.append(f"  heading(level: {kind[1]}, {quoted(text)})")
    return ['#textpage(numbering: "1", footer: footer, running({\n%s\n}))\n' % "\n".join(lines)]


def text_table(rows):
    """A table between paragraphs, its first row repeated on each page; bars are not drawn."""
    head, *body = [
        ", ".join(f"[#text({quoted(cell)})]" for cell in row) for row in rows]
    columns = ", ".join(["1fr"] * len(rows[0]))
    return (
        f"  {{ set text(font: \"FandolSong\", size: {TABLE_SIZE}pt, tracking: 0pt); "
        f"table(columns: ({columns}), stroke: 0.5pt, table.header({head}),\n"
        + ",\n".join("    " + row for row in body) + ") }")


def paper(pages, number):
    """How a form stands on its first page, which other headings may make smaller."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        subprocess.run(
            ["qpdf", pages, "--pages", ".", str(number), "--", file.name], check=True)
        return read_paper(file.name)


def unnumbered_pages(path):
    """How many pages come before the one that is numbered 1."""
    text = subprocess.run(["pdftotext", "-layout", path, "-"], stdout=subprocess.PIPE, check=True)
    pages = text.stdout.decode().split("\f")
    return next(i for i, page in enumerate(pages) if re.search(r"— *1 *—\s*$", page))


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
