"""Copies a dossier with none of its evaluations, or with each of them several times."""

import re
import shutil

EVALUATIONS = "evaluations"


def copy_dossier(source, target, times):
    """Copies a dossier, every evaluation so many times under other names; returns their number.

    The ledgers stay as they are: only the evaluations are to cost more.
    """
    shutil.copytree(source, target, ignore=shutil.ignore_patterns(EVALUATIONS))
    folder = target / EVALUATIONS
    count = 0
    for path in sorted((source / EVALUATIONS).glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        for copy in range(1, times + 1):
            folder.mkdir(exist_ok=True)
            count += 1
            # Before a closing quotation mark of YAML, where there is one.
            renamed, names = re.subn(
                r'^(项目名称: .*?)("?)$', rf"\1第{copy}期\2", text, count=1, flags=re.MULTILINE)
            if not names:
                raise SystemExit(f"{path}: no line with 项目名称")
            # File names give the order: the copies of one project follow each other.
            (folder / f"{count:04} {path.name}").write_text(renamed, encoding="utf-8")
    return count
