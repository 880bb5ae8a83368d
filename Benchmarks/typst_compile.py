"""The peer for pages: compiles a Typst source into a PDF.

Usage: typst_compile.py SOURCE.typ OUT.pdf FONTS [VARIANT]

Only the fonts in the folder FONTS are looked at, neither those of the system nor those that Typst
carries with it. VARIANT is one of:

compile   the function `compile` with a path (default); the PDF is tagged, as is ours
untagged  the same without tags
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
        compiler.compile(output=target)
    elif variant == "bytes":
        with open(source, "rb") as file:
            pdf = typst.compile(file.read(), font_paths=fonts)
        with open(target, "wb") as file:
            file.write(pdf)
    else:
        typst.compile(source, target, font_paths=fonts, pdf_tags=variant != "untagged")


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
