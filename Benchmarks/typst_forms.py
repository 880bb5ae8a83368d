"""The peer for pages: compiles a Typst source into a PDF.

Usage: typst_forms.py SOURCE.typ OUT.pdf FONTS [VARIANT]

Only the fonts in the folder FONTS are looked at, neither those of the system nor those that Typst
carries with it. The PDF is written without tags, since ours has none. VARIANT is one of:

compile   the function `compile` with a path (default)
tags      the same with Typst's default of a tagged PDF
bytes     the source handed over as bytes, the PDF taken back as bytes
compiler  the class `Compiler`
"""

import sys

import typst


def main(source, target, folder, variant="compile"):
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
    if variant == "compiler":
        compiler = typst.Compiler(source, font_paths=fonts, ignore_system_fonts=True)
        compiler.compile(output=target, pdf_tags=False)
    elif variant == "bytes":
        with open(source, "rb") as file:
            pdf = typst.compile(file.read(), font_paths=fonts, pdf_tags=False)
        with open(target, "wb") as file:
            file.write(pdf)
    else:
        typst.compile(source, target, font_paths=fonts, pdf_tags=variant == "tags")


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
