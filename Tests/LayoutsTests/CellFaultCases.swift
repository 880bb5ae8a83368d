/// What can be wrong with selections, sums, facts and formats of cells.
extension FaultCase {
  static let cells = selections + sums + printed

  private static let selections = [
    FaultCase("资金性质写错", "02", "kind: [基本支出, 项目支出]}", "fund: 公共预算}"),
    FaultCase("收入来源写错", "01", "source: 事业收入", "source: 事业性收入"),
    FaultCase("支出类别写错", "02", "kind: [基本支出, 项目支出]", "kind: [基本支出, 专项支出]"),
    FaultCase("计量写错", "02", "{measure: 支出, kind: [", "{measure: 决算, kind: ["),
    FaultCase("功能科目写错", "02", "kind: [基本支出, 项目支出]}", "function: [\"2010\"]}"),
    FaultCase("选择的键写错", "02", "{measure: 支出, kind: [基本支出", "{measure: 支出, kinds: [基本支出"),
    FaultCase("选择里有空列表", "02", "kind: [基本支出, 项目支出]", "kind: []"),
    FaultCase("收入不分支出类别", "01", "source: 财政拨款}", "source: 财政拨款, kind: 基本支出}"),
    FaultCase("没有说明计量", "01", "{measure: 收入, source: 事业收入}", "{source: 事业收入}"),
    FaultCase(
      "行和列的计量不同", "01", "{id: income-amount, width: 25, show: 数}",
      "{id: income-amount, width: 25, show: 数, select: {measure: 支出}}"),
    FaultCase("选择的数在 scope 之外", "02", "kind: [基本支出, 项目支出]", "kind: 基本支出"),
  ]

  private static let sums = [
    FaultCase("合计引用了没有的行", "01", "sum: [basic, project]", "sum: [basic, projects]"),
    FaultCase(
      "合计引用的列说不清", "05",
      """
      rows:
        - id: data
          cells:
            total-budget: {sum: [.reception-budget]}
            total-final: {sum: [.reception-final]}
            reception-budget: {fact: 公务接待费.预算}
            reception-final: {fact: 公务接待费.决算}
      """,
      """
      blocks:
        - {name: 左, columns: [total-budget, total-budget], rows: [{id: left, sum: [right]}]}
        - name: 右
          columns: [total-final, reception-final]
          rows: [{id: right, cells: {total-final: {fact: 公务接待费.决算}}}]
      """),
    FaultCase("合计引用了没有的列", "05", "{sum: [.reception-final]}", "{sum: [.reception]}"),
    FaultCase("列的合计引用了没有的列", "02", "sum: [basic, project]", "sum: [basic, projects]"),
    FaultCase("列的合计引用了文字列", "02", "sum: [basic, project]", "sum: [basic, name]"),
    FaultCase("范围找不到", "01", "sum: [fiscal..service]", "sum: [fiscal..project]"),
    FaultCase("范围颠倒", "01", "sum: [fiscal..service]", "sum: [service..fiscal]"),
    FaultCase("sum 是空的", "01", "sum: [basic, project]", "sum: []"),
    FaultCase("sum 里是列表", "01", "sum: [basic, project]", "sum: [[basic, project]]"),
    FaultCase("合计加到自己", "01", "sum: [basic, project]", "sum: [basic, project, expenditure-total]"),
    FaultCase(
      "两个合计互相加", "04", "{id: goods, label: 货物, line: \"2\", fact: 政府采购.货物}",
      "{id: goods, label: 货物, line: \"2\", sum: [procurement]}"),
    FaultCase(
      "各列的合计互相加", "02", "{id: basic, width: 25, show: 数, select: {measure: 支出, kind: 基本支出}}",
      "{id: basic, width: 25, show: 数, sum: [total]}"),
    FaultCase(
      "sumOfLeaves 加到自己", "02", "rows:\n",
      "rows:\n  - {id: more, label: 另计, select: {}, cells: {basic: {sum: [total]}}}\n"),
    FaultCase("一格加了两遍", "01", "sum: [basic, project]", "sum: [basic, project, basic]"),
    FaultCase("经过别的合计加了两遍", "03", "sum: [\"302\", \"310\"]", "sum: [\"302\", \"30201\", \"310\"]"),
    FaultCase("sumOfLeaves 没有可加的行", "04", "sum: [goods..services]", "sumOfLeaves: true"),
    FaultCase(
      "sum 和 select 写在一起", "01", "sum: [basic, project]",
      "sum: [basic, project], select: {measure: 支出}"),
    FaultCase("cells 里没有说明", "05", "{sum: [.reception-final]}", "{}"),
    FaultCase("cells 里没有这个列", "05", "total-final: {sum", "total-finals: {sum"),
  ]

  private static let printed = [
    FaultCase("数量用了金额的格式", "04", "fact: 设备, format: 辆数", "fact: 设备"),
    FaultCase("金额用了数量的格式", "04", "fact: 政府采购.服务", "fact: 政府采购.服务, format: 辆数"),
    FaultCase(
      "科目树的金额用了数量的格式", "02", "{id: project, width: 25, show: 数",
      "{id: project, width: 25, show: 数, format: 辆数"),
    FaultCase(
      "金额和数量加在一起", "04", "fact: 车辆, format: 辆数, zero: 数字",
      "sum: [goods, equipment]"),
    FaultCase(
      "表尾把金额和数量加在一起", "05", "rows:",
      "foot:\n  - [{text: \"\", columns: 3}, {figure: all, sum: [data.reception-final, data.total-budget]}]\nrows:"
    )
    .also("05", "{sum: [.reception-budget]}", "{fact: 设备}"),
    FaultCase(
      "一个事实印在几列里", "05", "- id: data\n    cells:",
      "- id: more\n    fact: 公务接待费.决算\n  - id: data\n    cells:"),
  ]
}
