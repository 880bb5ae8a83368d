"""The peer for comparing PDFs: a script such as one writes with PyMuPDF.

Usage: pymupdf_compare.py LEFT.pdf RIGHT.pdf

Compares the lines of text of all pages as two sequences and prints what differs. Ends with 1
where something does.
"""

import difflib
import sys

import pymupdf


def main(left, right):
    different = 0
    for line in difflib.unified_diff(lines(left), lines(right), left, right, n=0, lineterm=""):
        print(line)
        different = 1
    return different


def lines(path):
    """The lines of all pages; the words of a line are joined as the library joins them."""
    with pymupdf.open(path) as document:
        return [line for page in document for line in page.get_text("text").splitlines()]


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
