"""Refuses to compare programs that do not write the same."""

import json
import os
import subprocess
import sys
from pathlib import Path

from structure import read_characters
from timing import call

HERE = Path(__file__).resolve().parent


def check_workbooks(ours, peer, reader, work):
    """Refuses if the peer's workbook differs from ours in any cell, size or set-up."""
    models = []
    for number, workbook in enumerate((ours, peer)):
        model = work / f"read-{number}.json"
        call([reader, "-B", HERE / "export_model.py", workbook, model])
        models.append(json.loads(model.read_text(encoding="utf-8")))
    for own, other in zip(*(model["sheets"] for model in models)):
        for key in own:
            if own[key] != other[key]:
                sys.exit(f"XlsxWriter's sheet {own['name']} differs from ours in: {key}")
    if models[0] != models[1]:
        sys.exit(f"{peer.name}: other sheets, formats or properties than in {ours.name}")


def check_text(ours, peer):
    """Refuses if the tags of the two files do not give the same text in one order."""
    first, second = (read_characters(path) for path in (ours, peer))
    if first != second:
        place = len(os.path.commonprefix([first, second]))
        sys.exit(
            f"{peer.name}: other text from character {place} on: {second[place:place + 30]!r}, "
            f"ours: {first[place:place + 30]!r}")


def page_differences(ours, peer):
    """What stands on other pages in Typst's PDF than in ours, as notes for the reader."""
    first, second = (page_texts(path) for path in (ours, peer))
    if len(first) != len(second):
        return [f"{peer.name}: Typst set {len(second)} pages, gongkai {len(first)}."]
    different = [str(i + 1) for i, texts in enumerate(zip(first, second)) if texts[0] != texts[1]]
    if not different:
        return []
    return [f"{peer.name}: pages with other text than ours: {', '.join(different)}."]


def page_texts(path):
    """The characters of each page, sorted: what stands there, however it is ordered.

    Without the dots of the contents, of which each program sets as many as it likes.
    """
    text = subprocess.run(
        ["pdftotext", "-layout", path, "-"], stdout=subprocess.PIPE, check=True).stdout.decode()
    return [sorted("".join(page.replace("…", "").split())) for page in text.split("\f")[:-1]]
