"""What the tags of a PDF say: headings, paragraphs, contents and tables in reading order.

poppler reads them, so that the text comes neither from a source of ours nor from guesses about
where lines and columns end.
"""

import re
import subprocess

# Some headings have a title of their own, in quotes.
_ELEMENT = re.compile(r'( *)([A-Z][A-Za-z0-9]*)(?: ".*")?(?: \((?:block|inline)\))?:?$')
_TEXT = re.compile(r' *"(.*)"$', re.DOTALL)


def read_structure(path):
    """The elements below the document as (type, text); of a table the texts of its cells by row."""
    blocks = []
    inside = None  # the table or the contents that is being read
    for line in _struct_text(path):
        element = _ELEMENT.match(line)
        if element:
            # `Document` stands at the edge and its children two blanks further in.
            if len(element[1]) <= 2:
                inside = element[2] if element[2] in ("Table", "TOC") else None
                if element[2] not in ("Document", "TOC"):
                    blocks.append((element[2], [] if inside == "Table" else ""))
            elif element[2] == "TOCI":
                blocks.append(("TOCI", ""))
            elif inside == "Table" and element[2] == "TR":
                blocks[-1][1].append([])
            elif inside == "Table" and element[2] in ("TH", "TD"):
                blocks[-1][1][-1].append("")
            continue
        text = _TEXT.match(line)
        if not text or not blocks:
            continue
        if inside != "Table":
            blocks[-1] = (blocks[-1][0], blocks[-1][1] + text[1])
        elif blocks[-1][1] and blocks[-1][1][-1]:
            blocks[-1][1][-1][-1] += text[1]
    return blocks


def read_characters(path):
    """All that is tagged as text, in reading order and without blanks; of the contents without the
    numbers, for another program ends its pages elsewhere."""
    texts = [""]
    kinds = [""]
    for line in _struct_text(path):
        element = _ELEMENT.match(line)
        if element:
            # A link within an entry is part of it.
            if element[2] == "TOCI" or kinds[-1] != "TOCI" or len(element[1]) <= 4:
                texts.append("")
                kinds.append(element[2])
            continue
        text = _TEXT.match(line)
        if text:
            texts[-1] += "".join(text[1].split())
    return "".join(
        re.sub(r"\d+$", "", text) if kind == "TOCI" else text for text, kind in zip(texts, kinds))


def _struct_text(path):
    """poppler's lines, each text on one of its own, however long."""
    text = subprocess.run(
        ["pdfinfo", "-struct-text", path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        check=True).stdout.decode(errors="replace")
    return text.splitlines()
