#!/usr/bin/env python3
"""Writes a workbook with openpyxl that has one of everything a reader has to tell apart.

Usage: make_xlsx.py FILE.xlsx
"""

import datetime
import sys

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

book = Workbook()
values = book.active
values.title = "数据 & <值>"
for row, value in enumerate(
    [
        0,
        -12.5,
        1234567.89,
        0.285,
        10**14,
        1.5e-7,
        123456789012345.6,
        "文字",
        " 两端有空白 ",
        "第一行\n第二行\t尾",
        "甲 与 <&>\"'",
        "😀𠀀",
        True,
        False,
        "#N/A",
        datetime.datetime(2024, 1, 31, 12, 30),
        datetime.datetime(1900, 1, 15),
        "一段超过十五个字节的文字，写在两个单元格里",
        "一段超过十五个字节的文字，写在两个单元格里",
        "=SUM(A1:A3)",
        "——",
    ],
    start=1,
):
    values.cell(row, 1, value)
values["A16"].number_format = "yyyy-mm-dd hh:mm:ss"
values["A17"].number_format = 'yyyy"年"m"月"d"日"'
values["C3"] = CellRichText("甲", TextBlock(InlineFont(rFont="黑体", b=True, sz=12), "乙"), "丙")
values["AZ200"] = "末"

look = book.create_sheet("格式")
look["B2"] = 1234.5
look["B2"].number_format = "#,##0.00"
look["B2"].font = Font(name="宋体", size=10.5, bold=True, italic=True, color="FF0000")
look["B2"].fill = PatternFill("solid", fgColor="FFEEDD")
look["B2"].alignment = Alignment(
    horizontal="right", vertical="center", wrap_text=True, indent=1, text_rotation=90
)
thin, double = Side(style="thin", color="00FF00"), Side(style="double")
look["B2"].border = Border(left=thin, right=double, top=thin)
look["B2"].protection = Protection(locked=False)
look["C3"].number_format = "0.00%"
look["C3"] = 0.123
look["D4"].font = Font(strike=True, underline="single")
look["D4"] = "划去"
look["D5"].alignment = Alignment(shrink_to_fit=True)
look["D5"] = "缩小"
look.merge_cells("B7:D9")
look.merge_cells("A11:A12")
look["B7"] = "合并"
for name, width in (("A", 10), ("B", 12.75), ("D", 30)):
    look.column_dimensions[name].width = width
look.column_dimensions["E"].hidden = True
look.row_dimensions[2].height = 24.5
look.row_dimensions[5].hidden = True
look.freeze_panes = "B3"
look.sheet_view.showGridLines = False
look.sheet_properties.tabColor = "FF8800"

page = book.create_sheet("打印'页")
page["A1"] = "表头"
page["C40"] = 1
page.page_setup.paperSize = 8
page.page_setup.orientation = "landscape"
page.page_setup.fitToWidth = 1
page.page_setup.fitToHeight = 0
page.sheet_properties.pageSetUpPr.fitToPage = True
page.page_margins.left = 0.25
page.page_margins.top = 1.1
page.print_options.horizontalCentered = True
page.print_area = "A1:C40"
page.print_title_rows = "1:3"
page.print_title_cols = "A:B"
page.oddHeader.center.text = "页眉"
page.oddFooter.right.text = "第 &P 页"
for name, state in (("隐藏", "hidden"), ("深藏", "veryHidden")):
    sheet = book.create_sheet(name)
    sheet["A1"] = name
    sheet.sheet_state = state

book.properties.title = "标题"
book.properties.creator = "作者"
book.properties.created = datetime.datetime(2024, 9, 20)
book.properties.modified = datetime.datetime(2024, 9, 21)
book.save(sys.argv[1])
