#!/usr/bin/env python3
"""Writes the tables of a dossier as budget and accounting systems export them.

Usage: make_exports.py DOSSIER FOLDER [FACTOR]

Writes 支出.xlsx (wide by 支出类别, two rows of headings, 小计 by unit and 合计, decimals hidden by a
format), 收入.xlsx (万元, the code in columns of 类, 款 and 项), 结转.xlsx (units named once for a block)
and 预算.csv (GB18030, a tree of accounts below its 合计). Amounts are multiplied by FACTOR.
"""

import csv
import io
import pathlib
import re
import sys
from decimal import Decimal

import openpyxl

FUNDS = {
    "一般公共预算财政拨款": "11-一般公共预算",
    "政府性基金预算财政拨款": "12-政府性基金预算",
    "国有资本经营预算财政拨款": "13-国有资本经营预算",
    "其他": "31-单位资金",
}
SOURCES = {
    "一般公共预算财政拨款": "一般公共预算拨款收入",
    "政府性基金预算财政拨款": "政府性基金预算拨款收入",
    "其他收入": "其他资金",
}
KINDS = {"基本支出": "人员类", "项目支出": "特定目标类项目", "经营支出": "事业单位经营支出"}


def text(path):
    """The text of a file in UTF-8 or GB18030."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def rows(path):
    return list(csv.DictReader(io.StringIO(text(path))))


def amount(row, heading, factor):
    """An amount in 元; nothing where it is blank."""
    return Decimal(row[heading]) * factor if row[heading] else None


def write(path, sheet, lines, merges, number_format):
    book = openpyxl.Workbook()
    page = book.active
    page.title = sheet
    for line in lines:
        page.append([float(cell) if isinstance(cell, Decimal) else cell for cell in line])
    for row in page.iter_rows():
        for cell in row:
            if isinstance(cell.value, float):
                cell.number_format = number_format
    for merge in merges:
        page.merge_cells(merge)
    book.save(path)


def expenditure(table, names, path, factor):
    kinds = [kind for kind in KINDS if any(row["支出类别"] == kind for row in table)]
    extra = [heading for heading in ("项目代码", "摘要") if heading in table[0]]
    first = 6 + len(extra)
    head = ["预算单位", "资金性质", "支出功能分类", "部门经济分类", "政府经济分类"] + extra
    lines = [
        ["支出执行明细表"],
        ["编制单位：某某", None, None, None, "单位：元"],
        head + ["本年支出"] + [None] * len(kinds),
        [None] * len(head) + ["合计"] + [KINDS[kind] for kind in kinds],
    ]

    def total(label, group):
        by_kind = [
            sum(amount(row, "金额（元）", factor) for row in group if row["支出类别"] == kind) or Decimal(0)
            for kind in kinds
        ]
        return [label] + [None] * (len(head) - 1) + [sum(by_kind)] + by_kind

    for unit in names:
        group = [row for row in table if row["单位代码"] == unit]
        for row in group:
            money = amount(row, "金额（元）", factor)
            lines.append(
                [f"{unit}-{names[unit]}", FUNDS[row["资金性质"]], f"[{row['功能科目']}]某科目"]
                + [f"{row['经济科目']} 某款" if row["经济科目"] else None, "50199 某某"]
                + [row[heading] or None for heading in extra]
                + [money]
                + [money if row["支出类别"] == kind else None for kind in kinds]
            )
        if group:
            lines.append(total("小计", group))
    lines.append(total("合计", table))
    letter = openpyxl.utils.get_column_letter
    merges = ["A1:F1", f"{letter(first)}3:{letter(first + len(kinds))}3"]
    merges += [f"{letter(column)}3:{letter(column)}4" for column in range(1, first)]
    write(path, "支出明细", lines, merges, "#,##0")


def income(table, names, path, factor):
    lines = [
        ["收入明细表", None, None, None, None, None, "金额单位：万元"],
        ["单位编码", "单位名称", "资金来源", "功能分类科目编码", None, None, "摘要", "本年收入"],
        [None, None, None, "类", "款", "项", None, None],
    ]
    for row in table:
        code = row["功能科目"]
        lines.append(
            [row["单位代码"], names[row["单位代码"]], SOURCES.get(row["收入来源"], row["收入来源"])]
            + [int(code[:3]), code[3:5], code[5:], row.get("摘要") or None]
            + [amount(row, "金额（元）", factor) / 10000]
        )
    whole = sum(amount(row, "金额（元）", factor) for row in table) / 10000
    lines.append(["合计", None, None, None, None, None, None, whole])
    merges = ["D2:F2"] + [f"{letter}2:{letter}3" for letter in "ABCGH"]
    write(path, "收入明细", lines, merges, "0.00")


def balances(table, names, path, factor):
    lines = [
        ["结转结余情况表", None, None, None, "单位：元"],
        ["预算单位", "资金性质", "科目编码", "科目名称", "年初结转和结余", "使用非财政拨款结余（含专用结余）", "结余分配", "年末结转和结余"],
        ["栏次", 1, 2, 3, 4, 5, 6, 7],
    ]
    headings = ["年初结转和结余（元）", "使用非财政拨款结余和专用结余（元）", "结余分配（元）", "年末结转和结余（元）"]
    former = None
    for row in table:
        unit = row["单位代码"]
        shown = f"{unit} {names[unit]}" if unit != former else None
        former = unit
        lines.append(
            [shown, FUNDS[row["资金性质"]], row["功能科目"], "某科目"]
            + [amount(row, heading, factor) for heading in headings]
        )
    write(path, "结转结余", lines, [], "General")


def budget(table, path, factor):
    has_unit = "单位代码" in table[0]
    whole = sum(amount(row, "年初预算（元）", factor) for row in table)
    codes = {row["功能科目"] for row in table}
    lines = [["年初预算表（单位：元）"], (["单位编码"] if has_unit else []) + ["资金性质", "科目", "年初预算数"]]
    lines.append(([""] if has_unit else []) + ["", "合计", f"{whole:,.2f}"])
    groups = {}
    for row in table:
        key = (row.get("单位代码", ""), row["资金性质"])
        groups.setdefault(key, []).append(row)
    for (unit, fund), group in groups.items():
        shown = set()
        for row in sorted(group, key=lambda row: row["功能科目"]):
            code = row["功能科目"]
            start = ([unit] if has_unit else []) + [fund]
            for parent in (code[:3], code[:5]):
                if parent == code or parent in shown or parent in codes:
                    continue
                shown.add(parent)
                below = sum(
                    amount(other, "年初预算（元）", factor)
                    for other in group
                    if other["功能科目"].startswith(parent)
                )
                lines.append(start + [f"{parent} 某级", f"{below:,.2f}"])
            lines.append(start + [f"{code} 某科目", f"{amount(row, '年初预算（元）', factor):,.2f}"])
    page = io.StringIO()
    csv.writer(page, lineterminator="\r\n").writerows(lines)
    path.write_bytes(page.getvalue().encode("gb18030"))


def main():
    dossier, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    factor = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    folder.mkdir(parents=True, exist_ok=True)
    names = dict(
        re.findall(r'- \{代码: "(\w+)", 名称: ([^,}]+),', text(dossier / "department.yaml"))
    )
    expenditure(rows(dossier / "expenditure.csv"), names, folder / "支出.xlsx", factor)
    income(rows(dossier / "income.csv"), names, folder / "收入.xlsx", factor)
    balances(rows(dossier / "balances.csv"), names, folder / "结转.xlsx", factor)
    budget(rows(dossier / "budget.csv"), folder / "预算.csv", factor)


if __name__ == "__main__":
    main()
