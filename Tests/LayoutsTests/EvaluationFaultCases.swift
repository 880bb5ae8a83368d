/// What can be wrong with the form of a self-evaluation.
extension FaultCase {
  static let evaluationForm = [
    FaultCase("自评没有说明用哪张表", "set", "  form: evaluation.yaml\n", ""),
    FaultCase("自评表不在版式的文件夹里", "set", "form: evaluation.yaml", "form: ../evaluation.yaml"),
    FaultCase("没有自评表的文件") { try $0.remove("evaluation") },
    FaultCase("自评表的键写错", "evaluation", "number: 自评", "form: 自评"),
    FaultCase("自评表的题名占位", "evaluation", "title: \"{项目名称}项目", "title: \"{项目}项目"),
    FaultCase(
      "自评表的题名用了内容", "evaluation", "sheet: \"{数序} {项目名称}\"", "sheet: \"{数序} {年度目标}\""),
    FaultCase("自评表的页面方向", "evaluation", "page: 纵向", "page: 竖向"),
    FaultCase("自评表的字号次序颠倒", "evaluation", "sizes: [10, 9]", "sizes: [9, 10]"),
    FaultCase("自评表的字号太小", "evaluation", "sizes: [10, 9]", "sizes: [10, 6]"),
    FaultCase("自评表没有列", "evaluation", columnsText, "columns: []\n"),
    FaultCase("自评表的列 id 重复", "evaluation", "id: third", "id: item"),
    FaultCase("自评表太宽", "evaluation", "id: third, width: 30", "id: third, width: 130"),
    FaultCase("自评表没有说明数字怎样印", "evaluation", printingText, ""),
    FaultCase("自评表没有比率的格式", "evaluation", "rate: 比率, ", ""),
    FaultCase("金额用了得分的格式", "evaluation", "money: 自评金额", "money: 得分"),
    FaultCase("比率用了金额的格式", "evaluation", "rate: 比率", "rate: 金额"),
    FaultCase("自评表的空格写法", "evaluation", "none: ——", "none: 横线"),
    FaultCase("自评表的说明用了行的占位", "evaluation", "注：{部门名称}自评", "注：{来源}自评"),
    FaultCase("比率的小数太多", "set", "{number: \"%\", decimals: 2}", "{number: \"%\", decimals: 3}"),
    FaultCase("表里的数用了比率的格式", "04", "fact: 政府采购.货物", "fact: 政府采购.货物, format: 比率"),
  ]

  private static let printingText =
    "printing: {money: 自评金额, rate: 比率, points: 得分, none: ——, zero: 数字}\n"
  private static let columnsText = """
    columns:
      - {id: side, width: 14}
      - {id: item, width: 30}
      - {id: third, width: 30}
      - {id: money, width: 22}
      - {id: executed, width: 22}
      - {id: rate, width: 16}
      - {id: points, width: 16}

    """

  static let evaluationCells = [
    FaultCase("自评表的一行太短", "evaluation", "（{资金性质}）\", columns: 6}", "（{资金性质}）\", columns: 5}"),
    FaultCase("自评表的一行太长", "evaluation", "（{资金性质}）\", columns: 6}", "（{资金性质}）\", columns: 7}"),
    FaultCase("自评表的表头没有占满", "evaluation", "{text: 值, columns: 2}", "值"),
    FaultCase("自评表的 side 跨度不对", "evaluation", "{text: 目标, columns: 1}", "{text: 目标, columns: 0}"),
    FaultCase(
      "自评表的一行不是单元格", "evaluation", "      - [项目名称, {show: \"{项目名称}（{资金性质}）\", columns: 6}]",
      "      - 项目名称"),
    FaultCase("不认识的记录", "evaluation", "records: 资金", "records: 资金来源"),
    FaultCase("记录没有单元格", "evaluation", "records: 分析, cells:", "records: 分析, cell:"),
    FaultCase("单元格没有说明印什么", "evaluation", "{figure: 分值}", "{columns: 1}"),
    FaultCase("单元格既是文字又是数", "evaluation", "{figure: 分值}", "{figure: 分值, text: 分值}"),
    FaultCase("不认识的数", "evaluation", "{figure: 分值}", "{figure: 分数}"),
    FaultCase("记录没有这个数", "evaluation", "{figure: 分值}", "{figure: 总分}"),
    FaultCase("记录没有这个占位", "evaluation", "{show: \"{三级}\"}", "{show: \"{来源}\"}"),
    FaultCase(
      "不认识的用途", "evaluation", "\"{分析内容}\", columns: 5, role: 文字", "\"{分析内容}\", columns: 5, role: 正文"
    ),
    FaultCase("group 用在单独的一行", "evaluation", "{show: \"{等级}\"}", "{show: \"{等级}\", group: true}"),
    FaultCase("group 用在数上", "evaluation", "{figure: 分值}", "{figure: 分值, group: true}"),
    FaultCase("一格的数字格式不对", "evaluation", "{figure: 分值}", "{figure: 分值, format: 辆数}"),
    FaultCase("两个数的表头相同", "evaluation", "columns: 2}, 分值, 得分]", "columns: 2}, 得分, 得分]"),
    FaultCase(
      "有数的一行没有文字", "evaluation", "{text: 总分, columns: 4}", "{show: \"{项目名称}\", columns: 4}"),
  ]
}
