"""How one of our PDFs lays out a form: page size, type size, column edges, row padding.

The peer that sets the same pages must have the same geometry, and what stands on paper is the only
witness that knows no source of ours. Just enough PDF is read for contents that cairo wrote.
"""

import collections
import re
import subprocess
import zlib

# The distance of baselines in a table, as a multiple of the type size; `lineHeight` of the set.
LINE_HEIGHT = 1.25

_NUMBER = rb"(-?[\d.]+)"
# The rules of a width are one path, whose lines are broken anywhere.
_RULE = re.compile(rb"%s\s+%s\s+m\s+%s\s+%s\s+l\b" % ((_NUMBER,) * 4))
# A text matrix, a move of the text position, or shown glyphs.
_TEXT = re.compile(
    rb"%s 0 0 -[\d.]+ %s %s Tm|%s %s Td|(<[^>]*>|\[[^\]]*\])\s*T[jJ]" % ((_NUMBER,) * 5))


def read_paper(path):
    """The layout of a PDF that holds a single form, as values for a model file."""
    with open(path, "rb") as file:
        data = file.read()
    width, height = _page_size(path)
    pages = [content for content in _contents(data) if _RULE.search(content)]
    rules = [[float(n) for n in rule] for page in pages for rule in _RULE.findall(page)]
    edges = _distinct(x for x, y, x2, y2 in rules if x == x2)
    size = _type_size(pages[0])
    heights = _distinct(
        y for y, y2 in ((r[1], r[3]) for r in map(_floats, _RULE.findall(pages[0]))) if y == y2)
    lowest_row = min(b - a for a, b in zip(heights, heights[1:]))
    return {
        "landscape": width > height,
        "size": size,
        "columns": [round(b - a, 3) for a, b in zip(edges, edges[1:])],
        "padding": round((lowest_row - LINE_HEIGHT * size) / 2, 3),
    }


def _page_size(path):
    """What poppler says: the page's own object is packed with others."""
    text = subprocess.run(["pdfinfo", path], stdout=subprocess.PIPE, check=True).stdout.decode()
    return _floats(re.search(r"Page size: +([\d.]+) x ([\d.]+)", text).groups())


def _floats(texts):
    return [float(text) for text in texts]


def _contents(data):
    """The page contents of a PDF, unpacked."""
    for match in re.finditer(rb"stream\r?\n", data):
        unpacker = zlib.decompressobj()
        try:
            content = unpacker.decompress(data[match.end():])
        except zlib.error:
            continue  # not a packed stream
        if b" Tm\n" in content:
            yield content


def _distinct(values, tolerance=0.1):
    """The values in order, without those that differ by the rounding of a coordinate only."""
    result = []
    for value in sorted(values):
        if not result or value - result[-1] > tolerance:
            result.append(value)
    return result


def _type_size(page):
    """The size of type in which most glyphs between the first and the last rule are set."""
    heights = [y for rule in _RULE.findall(page) for y in (float(rule[1]), float(rule[3]))]
    top, bottom = min(heights), max(heights)
    glyphs = collections.Counter()
    scale, y = 0.0, 0.0
    for size, _, start, _, move, shown in _TEXT.findall(page):
        if size:
            scale, y = float(size), float(start)
        elif move:
            # The text space points upwards, the page of cairo downwards.
            y -= float(move) * scale
        elif top < y < bottom:
            glyphs[scale] += len(re.sub(rb"[^0-9a-f]", b"", shown))
    return round(glyphs.most_common(1)[0][0], 2)
